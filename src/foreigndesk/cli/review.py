"""The commands of review: what to look at first, an analyst's word on findings, and how far all agree."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foreigndesk.cli.options import analyst_option, case_option, format_option, since_option, until_option
from foreigndesk.cli.printing import opened, print_out, print_table

if TYPE_CHECKING:
    from foreigndesk.casefile import CaseFile
    from foreigndesk.desk.review import Analyst
    from foreigndesk.model import Act

note_option = click.option("--note", metavar="WORDS", default="", help="Why, for whoever reads it later.")
fields_option = click.option(
    "--set", "fields", metavar="FIELD=VALUE", multiple=True, required=True, help="May be given several times."
)
MOST = 50  # as many as anybody reviews at a sitting


@click.group(invoke_without_command=True)
@click.option("--most", type=click.IntRange(1), default=MOST, show_default=True, help="How many.")
@since_option
@until_option
@case_option
@format_option
@click.pass_context
def review(
    context: click.Context, most: int, since: dt.date | None, until: dt.date | None, path: Path, form: str
) -> None:
    """What to check first, and your word on it: accept, reject, edit, add, split, merge, undo.

    Alone it lists what nobody has reviewed, most doubtful and most consequential first. A correction is signed and
    dated, comes last, outlives every new reading of its report, and is taken back by `undo`, never erased.

    \b
    Examples:
      foreigndesk review
      foreigndesk review accept s-0f9d2a
      foreigndesk review edit s-0f9d2a --set speaker="Wang Yi" --set force=deny
      foreigndesk review agreement
    """
    if context.invoked_subcommand is not None:
        return
    from foreigndesk.desk import answer, reviewing
    from foreigndesk.showing.listings.review import list_queue

    with opened(path) as case:
        found = reviewing.queue(case, most, since, until)
        labels = answer.labels(case, [one.cite.report for one in found])
    print_table(list_queue(found, labels), form)


@review.command()
@click.argument("finding", metavar="ID")
@note_option
@analyst_option
@case_option
def accept(finding: str, note: str, analyst: str, path: Path) -> None:
    """Say that a finding is right.

    \b
    Example:
      foreigndesk review accept s-0f9d2a
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.accept(case, finding, by, note))


@review.command()
@click.argument("finding", metavar="ID")
@note_option
@analyst_option
@case_option
def reject(finding: str, note: str, analyst: str, path: Path) -> None:
    """Say that a finding is wrong: it is no longer shown or counted.

    \b
    Example:
      foreigndesk review reject e-41c07b --note "a headline, not an event"
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.reject(case, finding, by, note))


@review.command()
@click.argument("finding", metavar="ID")
@click.option(
    "--set", "fields", metavar="FIELD=VALUE", multiple=True, required=True, help="May be given several times."
)
@note_option
@analyst_option
@case_option
def edit(finding: str, fields: tuple[str, ...], note: str, analyst: str, path: Path) -> None:
    """Put other values into fields of a finding.

    Of a statement: speaker, content, cue, force, kind, sourcing, addressees, via, when. Of an event: type, mode,
    context, actor, recipient, auxiliary_mode, when. Of a forecast: outcome, condition, horizon. Of a name
    (n-REPORT-START-END): actor, restored. Of a kinship: kind, debtor, creditor. Words are given as they stand in the
    report, or as offsets (120-180); several people between semicolons.

    \b
    Examples:
      foreigndesk review edit s-0f9d2a --set speaker="Wang Yi" --set force=deny
      foreigndesk review edit e-41c07b --set type=CONSULT --set when=2024-10-29
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.edit(case, finding, given(fields), by, note))


@review.command()
@click.argument("report", metavar="REPORT")
@click.option(
    "--set", "fields", metavar="FIELD=VALUE", multiple=True, required=True, help="May be given several times."
)
@note_option
@analyst_option
@case_option
def add(report: str, fields: tuple[str, ...], note: str, analyst: str, path: Path) -> None:
    """Add a statement that the desk has not found: its content and speaker, and more if known.

    \b
    Example:
      foreigndesk review add r-3ea2c3 --set speaker="Ilse Brandt" --set content="a strike is near" --set force=predict
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.add_statement(case, report, given(fields), by, note))


@review.command()
@click.argument("finding", metavar="ID")
@click.argument("parts", metavar="WORDS...", nargs=-1, required=True)
@note_option
@analyst_option
@case_option
def split(finding: str, parts: tuple[str, ...], note: str, analyst: str, path: Path) -> None:
    """Make several statements of one: the words of each part, or its offsets.

    \b
    Example:
      foreigndesk review split s-0f9d2a "no talks were planned" "none had been asked for"
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.split(case, finding, parts, by, note))


@review.command()
@click.argument("findings", metavar="ID...", nargs=-1, required=True)
@note_option
@analyst_option
@case_option
def merge(findings: tuple[str, ...], note: str, analyst: str, path: Path) -> None:
    """Make one statement of several of one report: the first, with the contents of all.

    \b
    Example:
      foreigndesk review merge s-0f9d2a s-77b0e1
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.merge(case, findings, by, note))


@review.command()
@click.argument("finding", metavar="ID", required=False)
@analyst_option
@case_option
@format_option
def carry(finding: str | None, analyst: str, path: Path, form: str) -> None:
    """What was said of a former version of a report and can be said of its update, where the words are the same.

    Nothing is carried over by itself: without an id the proposals are listed, with one it is said in your name.
    Whatever else you say of that finding ends the proposal.

    \b
    Examples:
      foreigndesk review carry
      foreigndesk review carry s-0f9d2a41c07b
    """
    from foreigndesk.desk import answer, carrying
    from foreigndesk.showing.listings.review import list_proposals

    if finding is not None:
        signed(path, analyst, lambda case, by: carrying.carry(case, finding, by))
        return
    with opened(path) as case:
        found = carrying.proposals(case)
        labels = answer.labels(case, [one.cite.report for one in found])
    print_table(list_proposals(found, labels), form)


@review.command("take-out")
@click.argument("claim", metavar="CLAIM")
@click.argument("statements", metavar="ID...", nargs=-1, required=True)
@note_option
@analyst_option
@case_option
def take_out(claim: str, statements: tuple[str, ...], note: str, analyst: str, path: Path) -> None:
    """Take statements out of a claim that they do not tell.

    \b
    Example:
      foreigndesk review take-out c-41f0a2 s-0f9d2a
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.take_out(case, claim, statements, by, note))


@review.command("one-claim")
@click.argument("claim", metavar="CLAIM")
@click.argument("other", metavar="OTHER")
@note_option
@analyst_option
@case_option
def one_claim(claim: str, other: str, note: str, analyst: str, path: Path) -> None:
    """Make one claim of two: the first, with all that tells the other.

    \b
    Example:
      foreigndesk review one-claim c-41f0a2 c-9be013
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.put_together(case, claim, other, by, note))


@review.command()
@click.argument("act", metavar="ACT")
@analyst_option
@case_option
def undo(act: str, analyst: str, path: Path) -> None:
    """Take back what was done under an act's id; both stay on record.

    \b
    Example:
      foreigndesk review undo a-5d2f01
    """
    from foreigndesk.desk import review as errand

    signed(path, analyst, lambda case, by: errand.undo(case, act, by))


@review.command()
@case_option
@format_option
def log(path: Path, form: str) -> None:
    """What analysts did, the latest first, with what was taken back.

    \b
    Example:
      foreigndesk review log --format csv
    """
    from foreigndesk.showing.listings.review import list_acts

    with opened(path) as case:
        table = list_acts(case.load_acts())
    print_table(table, form)


@review.command()
@case_option
@format_option
def agreement(path: Path, form: str) -> None:
    """How far the desk and its analysts agree, and each two analysts with each other.

    What is reviewed is chosen, and mostly what looks doubtful: no share here measures all that the desk reads.

    \b
    Example:
      foreigndesk review agreement
    """
    from foreigndesk.desk import reviewing
    from foreigndesk.showing.listings.review import list_agreement

    with opened(path) as case:
        found = reviewing.agreement(case)
    print_table(list_agreement(found.desk, found.analysts), form)


@review.command()
@click.option("--whole", is_flag=True, help="Only reports of which every statement has been reviewed.")
@click.option(
    "--brat",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write .txt and .ann files, laid out as in PolNeAR, into this folder.",
)
@case_option
def gold(whole: bool, folder: Path | None, path: Path) -> None:
    """Corrected readings as data for training and scoring: JSON lines of the record, or brat stand-off.

    \b
    Examples:
      foreigndesk review gold > gold.jsonl
      foreigndesk review gold --whole --brat gold/
    """
    from foreigndesk.desk import reviewing
    from foreigndesk.record import encode

    with opened(path) as case:
        for reading in reviewing.gold(case, whole=whole):
            if folder is None:
                print_out(encode(reading).decode() + "\n", "jsonl")
                continue
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{reading.report.id}.txt").write_text(reading.report.text, encoding="utf-8", newline="")
            (folder / f"{reading.report.id}.ann").write_text(reviewing.brat(reading), encoding="utf-8", newline="")


def given(fields: tuple[str, ...]) -> dict[str, str]:
    """The fields and values of "field=value"; anything else is a wrong call."""
    found = {}
    for one in fields:
        name, sign, value = one.partition("=")
        if not sign:
            raise click.BadParameter(f"{one!r} is not FIELD=VALUE", param_hint="--set")
        found[name.strip()] = value
    return found


def signed(path: Path, analyst: str, act: Callable[[CaseFile, Analyst], Act]) -> None:
    """Do something to a case file in an analyst's name, and say what was done."""
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import review as errand
    from foreigndesk.showing.listings.review import show_act

    by = errand.analyst(analyst)
    with open_case(path, write=True) as case:
        done = act(case, by)
    print_out(f"{show_act(done)}\n", "table")
