"""What every command prints through: results on standard output, troubles on standard error."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foreigndesk.model import Setback

if TYPE_CHECKING:
    from foreigndesk.casefile import CaseFile
    from foreigndesk.showing.tables import Table

NOTHING = 1  # exit status: nothing could be read, or found
STOPPED = 130  # exit status of a shell command ended by SIGINT: 128 + 2


def complain(message: str, hint: str = "") -> None:
    """Tell on standard error what happened, and what to do next."""
    from foreigndesk.showing.words import clean

    click.echo(clean(f"foreigndesk: {message}" + (f"\nhint: {hint}" if hint else "")), err=True)


def print_out(text: str, form: str) -> None:
    """Write text to standard output: as the terminal wants it, data always as UTF-8."""
    click.echo(text if form == "table" else text.encode(), nl=False)


def print_table(table: Table, form: str) -> None:
    """Show a table on standard output."""
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format, show_table

    print_out(show_table(table, Format(form), screen_of(sys.stdout)), form)


def opened(path: Path) -> CaseFile:
    """The case file, for reading."""
    from foreigndesk.casefile import open_case

    return open_case(path)


def weighed(path: Path) -> CaseFile:
    """The case file, for reading, its claims brought up to what it holds.

    They are kept so if nobody else is writing; else whoever reads them gathers them for himself.
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.gathering import METHOD
    from foreigndesk.errors import CaseFileError

    case = open_case(path)
    if case.gathering.is_gathered(METHOD):
        return case
    case.close()
    try:
        with open_case(path, write=True) as written:
            gather(written)
    except CaseFileError:
        complain(f"{path} cannot be written now: its claims are gathered for this answer alone")
    return open_case(path)


def gather(case: CaseFile) -> None:
    """Bring the claims of a case file up to what it holds; where it takes a while, it shows."""
    from foreigndesk.desk.gathering import gather as gather_claims
    from foreigndesk.showing.progress import show_when_slow
    from foreigndesk.showing.screen import screen_of

    with show_when_slow(sys.stderr, screen_of(sys.stderr), "weighing") as tell:
        gather_claims(case, lambda step: tell(step.doing, step.done, step.of))


def setback_line(setback: Setback) -> str:
    """A setback in one line: which document, what happened, what to do."""
    where = f", {setback.where}" if setback.where else ""
    hint = f" ({setback.hint})" if setback.hint else ""
    return f"{setback.path}{where}: {setback.what}{hint}"
