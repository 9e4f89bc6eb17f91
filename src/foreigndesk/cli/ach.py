"""The command of competing hypotheses."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from foreigndesk.cli.options import analyst_option, case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table

FITS = ("consistent", "inconsistent", "neutral")
LEVELS = ("low", "medium", "high")


@click.group()
def ach() -> None:
    """Competing hypotheses against evidence, as analysts type and mark them.

    Each hypothesis is tried by what speaks against it (Heuer). The desk shows what tells hypotheses apart and on which
    items the order hangs, and suggests marks only where an item says the same as a hypothesis, or its opposite; the
    analyst's marks alone count. Whatever is changed stays in the board's history.

    \b
    Examples:
      foreigndesk ach suppose missile "the missile came from the northern arsenal"
      foreigndesk ach adduce missile s-0f9d2a
      foreigndesk ach adduce missile --absent "no launch was announced, and one should have been"
      foreigndesk ach mark missile 1 2 inconsistent
      foreigndesk ach weigh missile 1 --credibility high --relevance low
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
@click.option("--absent", is_flag=True, help="The words tell what should be there and is not.")
@analyst_option
@case_option
def adduce(board: str, words: str, absent: bool, analyst: str, path: Path) -> None:
    """Add an item of evidence: a statement, event, claim or silence by its id, or an assumption or absence in words.

    \b
    Examples:
      foreigndesk ach adduce missile s-0f9d2a
      foreigndesk ach adduce missile c-5b21e0
      foreigndesk ach adduce missile --absent "no launch was announced, and one should have been"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand

    with open_case(path, write=True) as case:
        made = errand.adduce(case, board, words, analyst, absent=absent)
    print_out(f"E{made.rank} ({made.kind.value}) {made.words}\n", "table")


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
@click.argument("board")
@click.argument("evidence", type=int)
@click.option("--credibility", type=click.Choice(LEVELS), default="medium", show_default=True)
@click.option("--relevance", type=click.Choice(LEVELS), default="medium", show_default=True)
@analyst_option
@case_option
def weigh(board: str, evidence: int, credibility: str, relevance: str, analyst: str, path: Path) -> None:
    """Say how credible and how relevant an item is; until somebody does, all count the same.

    An item that is high in both counts twice, one that is low in both half.

    \b
    Example:
      foreigndesk ach weigh missile 1 --credibility high --relevance low
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand
    from foreigndesk.model import Level

    with open_case(path, write=True) as case:
        errand.weigh(case, board, evidence, Level(credibility), Level(relevance), analyst)
    print_out(f"E{evidence}: credibility {credibility}, relevance {relevance}\n", "table")


@ach.command()
@click.argument("board")
@click.argument("part", metavar="H1|E1")
@click.argument("words")
@analyst_option
@case_option
def reword(board: str, part: str, words: str, analyst: str, path: Path) -> None:
    """Put a hypothesis or an item in other words; the former stay in the history.

    \b
    Example:
      foreigndesk ach reword missile H1 "the missile came from an arsenal in the north"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand

    with open_case(path, write=True) as case:
        errand.reword(case, board, part, words, analyst)
    print_out(f"{part.upper()} {words}\n", "table")


@ach.command()
@click.argument("board")
@click.argument("part", metavar="H1|E1")
@click.option("--undo", is_flag=True, help="Put back what was removed, with its marks.")
@analyst_option
@case_option
def remove(board: str, part: str, undo: bool, analyst: str, path: Path) -> None:
    """Take a hypothesis or an item from the board; its number is not given again.

    \b
    Examples:
      foreigndesk ach remove missile E3
      foreigndesk ach remove missile E3 --undo
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import ach as errand

    with open_case(path, write=True) as case:
        (errand.restore if undo else errand.remove)(case, board, part, analyst)
    print_out(f"{part.upper()} {'is back on' if undo else 'was taken from'} {board}\n", "table")


@ach.command()
@click.argument("board")
@case_option
@format_option
def history(board: str, path: Path, form: str) -> None:
    """What analysts did on a board, line by line in order of time.

    \b
    Example:
      foreigndesk ach history missile
    """
    from foreigndesk.desk import ach as errand
    from foreigndesk.showing.listings.ach import list_history

    with opened(path) as case:
        steps = errand.history(case, board)
    print_table(list_history(steps), form)


@ach.command()
@click.argument("board")
@click.argument("evidence", type=int)
@click.argument("hypothesis", type=int)
@case_option
@format_option
def why(board: str, evidence: int, hypothesis: int, path: Path, form: str) -> None:
    """Why the desk suggests what it does for an item and a hypothesis, and who marked it when.

    \b
    Example:
      foreigndesk ach why missile 1 2
    """
    import sys

    from foreigndesk.desk import ach as errand
    from foreigndesk.showing.reasons import show_why
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format

    with opened(path) as case:
        found = errand.why(case, board, evidence, hypothesis)
    print_out(show_why(found, Format(form), screen_of(sys.stdout)), form)


@ach.command()
@click.argument("board", required=False)
@click.option(
    "--html", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Also write it as a page."
)
@case_option
@format_option
def show(board: str | None, html: Path | None, path: Path, form: str) -> None:
    """The matrix of a board: marks (+ consistent, – inconsistent, 0 neutral), the desk's suggestions in brackets.

    Below it the hypotheses, the least contradicted first, which items tell nothing apart, and on which the order hangs:
    without them, or were they false. CSV has marks and suggestions in columns of their own. Without a name, the names
    of all boards.

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
        reports, labels = errand.reports_of(case, found)
    if html:
        from foreigndesk.showing.matrix import show_matrix_page

        html.write_text(show_matrix_page(found, reports, labels), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    print_table(list_matrix(found, labels), form)
    if form in {"table", "md"}:
        print_out("\n" + "\n".join(legend(found)) + "\n", form)
