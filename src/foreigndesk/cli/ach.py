"""The command of competing hypotheses."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from foreigndesk.cli.options import analyst_option, case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table

FITS = ("consistent", "inconsistent", "neutral")


@click.group()
def ach() -> None:
    """Competing hypotheses against evidence, as analysts type and mark them.

    Each hypothesis is tried by what speaks against it (Heuer). The desk shows what tells hypotheses apart and on which
    items the order hangs, and suggests marks only where an item says the same as a hypothesis, or its opposite; the
    analyst's marks alone count.

    \b
    Examples:
      foreigndesk ach suppose missile "the missile came from the northern arsenal"
      foreigndesk ach adduce missile s-0f9d2a
      foreigndesk ach adduce missile "no launch was announced, and one should have been"
      foreigndesk ach mark missile 1 2 inconsistent
      foreigndesk ach show missile
    """


@ach.command()
@click.argument("board")
@click.argument("words", metavar="HYPOTHESIS")
@analyst_option
@case_option
def suppose(board: str, words: str, analyst: str, path: Path) -> None:
    """Add a hypothesis; the first begins the board.

    \b
    Example:
      foreigndesk ach suppose missile "the missile came from the northern arsenal"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand

    with open_case(path, write=True) as case:
        made = errand.suppose(case, board, words, analyst)
    print_out(f"H{made.rank} {made.words}\n", "table")


@ach.command()
@click.argument("board")
@click.argument("words", metavar="ID|WORDS")
@analyst_option
@case_option
def adduce(board: str, words: str, analyst: str, path: Path) -> None:
    """Add an item of evidence: a statement or event by its id, or an assumption or absence in words.

    \b
    Examples:
      foreigndesk ach adduce missile s-0f9d2a
      foreigndesk ach adduce missile "no launch was announced, and one should have been"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand

    with open_case(path, write=True) as case:
        made = errand.adduce(case, board, words, analyst)
    print_out(f"E{made.rank} {made.words}\n", "table")


@ach.command()
@click.argument("board")
@click.argument("evidence", type=int)
@click.argument("hypothesis", type=int)
@click.argument("fit", type=click.Choice(FITS))
@analyst_option
@case_option
def mark(board: str, evidence: int, hypothesis: int, fit: str, analyst: str, path: Path) -> None:
    """Mark an item for a hypothesis, both by their numbers; a later mark replaces a former one.

    \b
    Example:
      foreigndesk ach mark missile 1 2 inconsistent
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand
    from foreigndesk.model import Fit

    with open_case(path, write=True) as case:
        made = errand.mark(case, board, evidence, hypothesis, Fit(fit), analyst)
    print_out(f"E{made.evidence} is {made.fit.value} with H{made.hypothesis}\n", "table")


@ach.command()
@click.argument("board", required=False)
@click.option(
    "--html", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Also write it as a page."
)
@case_option
@format_option
def show(board: str | None, html: Path | None, path: Path, form: str) -> None:
    """The matrix of a board: marks (+ consistent, – inconsistent, 0 neutral), the desk's suggestions in brackets.

    Without a name, the names of all boards.

    \b
    Examples:
      foreigndesk ach show missile
      foreigndesk ach show missile --format csv > missile.csv
      foreigndesk ach show missile --html missile.html
    """
    from foreigndesk.desk import ach as errand
    from foreigndesk.showing.listings.ach import legend, list_matrix

    with opened(path) as case:
        if board is None:
            print_out("".join(f"{name}\n" for name in errand.boards(case)) or "No board yet.\n", "table")
            return
        found = errand.matrix(case, board)
    if html:
        from foreigndesk.showing.matrix import show_matrix_page

        html.write_text(show_matrix_page(found), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    print_table(list_matrix(found), form)
    if form in {"table", "md"}:
        print_out("\n" + "\n".join(legend(found)) + "\n", form)
