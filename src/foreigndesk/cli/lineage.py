"""Commands about who stands behind what: kin, lineages, voices, grades."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path

import click

from foreigndesk.cli.options import analyst_option, case_option, format_option
from foreigndesk.cli.printing import gather, opened, print_out, print_table, weighed

LETTERS = ("A", "B", "C", "D", "E", "F")


@click.command()
@click.argument("report", metavar="REPORT")
@case_option
@format_option
def kin(report: str, path: Path, form: str) -> None:
    """The reports that a report owes to, or that owe to it.

    Copies, excerpts, updates, rewrites by a person, texts spun by a machine, and reports that take over a quotation.
    Two reporters at one event are no kin. `foreigndesk why` explains a line.

    \b
    Examples:
      foreigndesk kin r-3ea2c3
      foreigndesk kin r-3ea2c3 --format json
    """
    from foreigndesk.desk import lineage
    from foreigndesk.showing.listings.lineage import list_kin

    with opened(path) as case:
        print_table(list_kin(*lineage.kin(case, report)), form)


@click.command()
@case_option
@format_option
def lineages(path: Path, form: str) -> None:
    """The families of reports that go back to one, the largest first.

    \b
    Examples:
      foreigndesk lineages
      foreigndesk lineages --format csv > lineages.csv
    """
    from foreigndesk.desk import lineage
    from foreigndesk.showing.listings.lineage import list_lineages

    with opened(path) as case:
        found = lineage.lineages(case)
        reports = {one: report for family in found for one in family.reports if (report := case.load_report(one))}
    print_table(list_lineages(found, reports), form)


@click.command()
@click.argument("id", metavar="ID")
@case_option
@format_option
def voices(id: str, path: Path, form: str) -> None:  # noqa: A002 - the word of the command line
    """How many independent voices stand behind a statement's content, an event, a claim, or a content given in words.

    Copies and rewrites count once, a body speaks with one voice, and who is not named is never counted as certain. The
    arithmetic is shown step by step.

    \b
    Examples:
      foreigndesk voices s-0f9d2a
      foreigndesk voices c-5b1e90
      foreigndesk voices "ten thousand troops were sent to Kursk"
      foreigndesk voices e-17c0b4 --format json
    """
    from foreigndesk.desk import answer, claims, lineage
    from foreigndesk.showing.listings.lineage import list_voices, voices_in_words

    with opened(path) as case:
        ask = lineage.voices_of_words if " " in id else claims.voices if id.startswith("c-") else lineage.voices
        counted = ask(case, id)
        labels = answer.labels(case, (cite.report for cite in counted.cites))
    if form in {"table", "md"}:
        steps = "\n".join(f"- {step.sentence}" for step in counted.steps)
        print_out(f"{counted.of}: {voices_in_words(counted)}\n\n{steps}\n\n", form)
    print_table(list_voices(counted, labels), form)


@click.command()
@click.argument("id", metavar="ID")
@case_option
@format_option
def grade(id: str, path: Path, form: str) -> None:  # noqa: A002 - the word of the command line
    """The Admiralty grade suggested for a statement's content, or an event.

    The digit is suggested only where evidence decides: 1 with two or more independent voices and none against, 5 with a
    contradiction by somebody described as well or better, else 6 until an analyst says so. The letter is the analyst's:
    see `foreigndesk rate`.

    \b
    Examples:
      foreigndesk grade s-0f9d2a
      foreigndesk grade s-0f9d2a --format json
    """
    from foreigndesk.desk import answer, lineage
    from foreigndesk.showing.reasons import Why, show_why
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format

    with opened(path) as case:
        graded = lineage.grade(case, id)
        labels = answer.labels(case, (cite.report for cite in graded.cites))
    if form in {"json", "jsonl"}:
        from foreigndesk import record

        click.echo(record.encode(graded))
        return
    cite = labels.ref(graded.cites[0]) if graded.cites else None
    why = Why(graded.of, f"Grade {graded.letter}{graded.digit} of", graded.reasons, cite, "")
    print_out(show_why(why, Format(form), screen_of(sys.stdout)), form)


@click.command()
@click.argument("subject", metavar="[OUTLET|SPEAKER]", required=False)
@click.argument("letter", metavar="[LETTER]", required=False, type=click.Choice(LETTERS, case_sensitive=False))
@analyst_option
@click.option("--note", default="", metavar="WORDS", help="Why.")
@click.option("--history", is_flag=True, help="Show former letters too.")
@case_option
@format_option
def rate(
    subject: str | None, letter: str | None, analyst: str, note: str, history: bool, path: Path, form: str
) -> None:
    """Give an outlet or a speaker its Admiralty letter, or list those given.

    A completely reliable, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. The desk never
    gives one itself; former letters are kept with date and name.

    \b
    Examples:
      foreigndesk rate "Example Times" B --analyst "A. Novak" --note "right on the last three mobilisations"
      foreigndesk rate --history
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import lineage
    from foreigndesk.showing.listings.lineage import list_letters

    if (subject is None) != (letter is None):
        raise click.UsageError("name an outlet or speaker and a letter from A to F, or neither to list those given")
    if subject is not None and letter is not None:
        with open_case(path, write=True) as case:
            print_table(list_letters([lineage.give_letter(case, subject, letter, analyst, note)]), form)
        return
    with opened(path) as case:
        print_table(list_letters(case.load_reliabilities(history=history)), form)


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--yes", is_flag=True, help="Do not ask.")
@case_option
def remove(report: str, yes: bool, path: Path) -> None:
    """Take a report out of the case file, with every finding that rests on it.

    Tells what went with it, and what of other reports stands otherwise now: see `foreigndesk whatif-withdrawn`. The
    file it came from stays where it is, and is taken in again when it is collected again.

    \b
    Examples:
      foreigndesk remove r-3ea2c3
      foreigndesk remove r-3ea2c3 --yes
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import answer, lineage, placing
    from foreigndesk.desk.withdraw import withdrawn
    from foreigndesk.showing.listings.withdrawal import list_withdrawal, show_direct

    with weighed(path) as case:
        found = lineage.load_one(case, report)
        if not yes:
            click.confirm(f"Remove {found.id} ({found.headline or found.path}) and all that rests on it?", abort=True)
        resting = withdrawn(case, found.id)
        labels = answer.labels(case, (cite.report for effect in resting.effects for cite in effect.cites))
    with open_case(path, write=True) as case:
        placing.remove(case, found.id)
        gather(case)
    print_out(f"removed {found.id}. {show_direct(resting)}\n\n", "table")
    print_table(list_withdrawal(resting, labels, every=False), "table")


@click.command("whatif-withdrawn")
@click.argument("report", metavar="REPORT")
@case_option
@format_option
def whatif_withdrawn(report: str, path: Path, form: str) -> None:
    """What rests on a report: all that would be gone, or stand otherwise, if it were withdrawn.

    Claims that lose a voice or are worded otherwise, contests that end, grades, lineages, silences, forecasts,
    evidence: how each stands now, and how it would without the report. Nothing is changed in the case file.

    \b
    Examples:
      foreigndesk whatif-withdrawn r-3ea2c3
      foreigndesk whatif-withdrawn r-3ea2c3 --format json
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk.withdraw import withdrawn
    from foreigndesk.showing.listings.withdrawal import list_withdrawal, show_direct

    with weighed(path) as case:
        resting = withdrawn(case, report)
        labels = answer.labels(case, (cite.report for effect in resting.effects for cite in effect.cites))
    shown = form in {"table", "md"}
    if shown:
        print_out(f"{show_direct(resting)}\n\n", form)
    print_table(list_withdrawal(resting, labels, every=not shown), form)
