"""Commands that open one thing."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from pathlib import Path

import click

from foreigndesk.cli.options import case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table


@click.command()
@click.argument("words", metavar="ID", nargs=-1, required=True)
@case_option
@format_option
def show(words: tuple[str, ...], path: Path, form: str) -> None:
    """Open a report, or a finding with its passage.

    ID is an id or as much of its beginning as tells it apart: a report (r-), a statement (s-), an event (e-), a
    forecast (f-), a setback (x-). A report may have a paragraph behind it. The exact words stand between [[ and ]].

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

    with opened(path) as case:
        page = answer.passage_of(case, " ".join(words))
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
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.reasons import show_why
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format

    with opened(path) as case:
        reasons = answer.reasons_for(case, " ".join(words))
    print_out(show_why(reasons, Format(form), screen_of(sys.stdout)), form)
