"""Commands about what is claimed, and what is contested."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from foreigndesk.cli.options import about_option, case_option, format_option, since_option
from foreigndesk.cli.printing import opened, print_out, print_table
from foreigndesk.model import Contest, VoiceCount

text_option = click.option("--text", metavar="WORDS", help='Only what has these words; "quoted words" in this order.')


@click.command()
@about_option
@text_option
@since_option
@click.option("--all", "single", is_flag=True, help="Also what is told only once.")
@case_option
@format_option
def claims(
    about: tuple[str, ...], text: str | None, since: dt.date | None, single: bool, path: Path, form: str
) -> None:
    """What is claimed by several, each claim in the words of the best sourced who asserts it.

    Statements and events of one content stand together, whatever words they use; other figures for the same thing stand
    side by side, with the day each was first told. `foreigndesk why` explains a line.

    \b
    Examples:
      foreigndesk claims --about "North Korea"
      foreigndesk claims --text troops --since 2024-10 --format csv > claims.csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk import claims as desk
    from foreigndesk.showing.listings.claims import list_claims

    with opened(path) as case:
        found = desk.claims(case, desk.Asked(about, text, since, single))
        labels = answer.labels(case, (claim.cite.report for claim in found))
    print_table(list_claims(found, labels), form)


@click.command()
@about_option
@text_option
@since_option
@case_option
@format_option
def contests(about: tuple[str, ...], text: str | None, since: dt.date | None, path: Path, form: str) -> None:
    """What is contested: who asserts it, who doubts it, who denies it, and who changed position.

    Beside each claim stands how many independent voices each side has; below it, a line a speaker, with days and cites.
    Who speaks of it and takes no side ("could neither confirm nor deny") stands in a column of its own.

    \b
    Examples:
      foreigndesk contests
      foreigndesk contests --about China --format md
    """
    from foreigndesk.desk import answer, contested
    from foreigndesk.desk import claims as desk
    from foreigndesk.desk.lineage import Kinfolk
    from foreigndesk.showing.listings.claims import list_contests, moves_in_words

    with opened(path) as case:
        found = contested.contests(case, desk.Asked(about, text, since))
        kinfolk = Kinfolk(case)
        counts = {one.claim.id: desk.sides(case, one, kinfolk) for one in found}
        cited = (cite for one in found for cite in (*one.claim.cites, *(each.cite for each in one.undecided)))
        labels = answer.labels(case, (cite.report for cite in cited))

    def voices(contest: Contest) -> tuple[VoiceCount | None, ...]:
        behind = counts[contest.claim.id]
        return behind.asserting, behind.doubting, behind.denying

    print_table(list_contests(found, labels, voices), form)
    if form in {"table", "md"}:
        moves = moves_in_words(found, labels)
        print_out("".join(f"\n- {move}" for move in moves) + ("\n" if moves else ""), form)
