"""Commands that open one thing."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foreigndesk.cli.options import case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table, weighed

if TYPE_CHECKING:
    from foreigndesk.casefile import CaseFile


@click.command()
@click.argument("words", metavar="ID", nargs=-1, required=True)
@case_option
@format_option
def show(words: tuple[str, ...], path: Path, form: str) -> None:
    """Open a report, or a finding with its passage.

    ID is an id or as much of its beginning as tells it apart: a report (r-), a statement (s-), an event (e-), a
    forecast (f-), a kinship (k-), a claim (c-), a silence (q-), an indicator (i-), a setback (x-). A report may have a
    paragraph behind it. The exact words stand between [[ and ]].

    \b
    Examples:
      foreigndesk show r-3ea2c3
      foreigndesk show r-3ea2c3:4
      foreigndesk show "[r-3ea2c3 ¶4]"
      foreigndesk show s-0f9d2a --format json
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.passage import list_page, show_page
    from foreigndesk.showing.screen import screen_of

    asked = " ".join(words)
    with (weighed if is_claim(asked) else opened)(path) as case:
        page = answer.passage_of(case, told_by(case, asked))
    if form == "table":
        print_out(show_page(page, screen_of(sys.stdout)), form)
    else:
        print_table(list_page(page), form)


@click.command()
@click.argument("words", metavar="ID", nargs=-1, required=True)
@case_option
@format_option
def why(words: tuple[str, ...], path: Path, form: str) -> None:
    """The rules behind a finding, in sentences.

    Of a report: how its date was found.

    \b
    Examples:
      foreigndesk why s-0f9d2a
      foreigndesk why r-3ea2c3
      foreigndesk why q-70c1d2
    """
    from foreigndesk.desk import answer, claims, expected
    from foreigndesk.showing.reasons import show_why
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format

    asked = " ".join(words)
    with (weighed if is_claim(asked) else opened)(path) as case:
        if is_claim(asked):
            reasons = claims.why(case, asked)
        elif is_expected(asked):
            reasons = expected.why(case, asked)
        else:
            reasons = answer.reasons_for(case, asked)
    print_out(show_why(reasons, Format(form), screen_of(sys.stdout)), form)


def is_claim(asked: str) -> bool:
    """Whether an id is that of a claim, which is kept apart from what is read."""
    return asked.strip().lower().startswith("c-")


def is_expected(asked: str) -> bool:
    """Whether an id is that of a silence or an indicator, which are judged anew each time and not kept."""
    return asked.strip().lower().startswith(("q-", "i-"))


def told_by(case: CaseFile, asked: str) -> str:
    """What to open for an id: of a claim the statement whose words it is given in, of a silence where it is told."""
    if is_expected(asked):
        from foreigndesk.desk.expected import place_of

        return place_of(case, asked)
    if not is_claim(asked):
        return asked
    from foreigndesk.desk.claims import claim_of

    claim = claim_of(case, asked)
    return next((one.statement for one in claim.positions if one.cite == claim.cite), claim.cite.report)
