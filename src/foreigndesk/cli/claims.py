"""Commands about what is claimed, and what is contested."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from foreigndesk.cli.options import about_option, case_option, format_option, since_option, until_option
from foreigndesk.cli.printing import print_out, print_table, weighed
from foreigndesk.model import Contest, VoiceCount

text_option = click.option("--text", metavar="WORDS", help='Only what has these words; "quoted words" in this order.')
voices_option = click.option(
    "--min-voices",
    "fewest",
    type=click.IntRange(0),
    default=0,
    help="Only what has so many independent voices, surely.",
)
GLANCED = 100  # lines of a listing that anybody reads through; data are given whole


@click.command()
@about_option
@text_option
@since_option
@until_option
@click.option("--contested", is_flag=True, help="Only what somebody denies or doubts.")
@voices_option
@click.option("--all", "single", is_flag=True, help="Also what is told only once.")
@click.option("--most", type=click.IntRange(1), help="At most so many.  [default: 100 on a screen, all as data]")
@case_option
@format_option
def claims(
    about: tuple[str, ...],
    text: str | None,
    since: dt.date | None,
    until: dt.date | None,
    contested: bool,
    fewest: int,
    single: bool,
    most: int | None,
    path: Path,
    form: str,
) -> None:
    """What is claimed by several, each claim in the words of the best sourced who asserts it.

    Statements and events of one content stand together, whatever words they use; other figures for the same thing stand
    side by side, with the day each was first told. Beside each claim stands how many independent voices tell it, of
    whichever side, and from which day to which. `foreigndesk why` explains a line.

    \b
    Examples:
      foreigndesk claims --about "North Korea"
      foreigndesk claims --contested --min-voices 3
      foreigndesk claims --text troops --since 2024-10 --format csv > claims.csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk import claims as desk
    from foreigndesk.showing.listings.claims import list_claims

    with weighed(path) as case:
        found = desk.claims(case, desk.Asked(about, text, since, single, until, contested, fewest))
        shown = found[: most or (GLANCED if form in {"table", "md"} else None)]
        count = desk.Counting(case)
        counted = [(claim, count.of(claim)) for claim in shown]
        labels = answer.labels(case, (claim.cite.report for claim in shown))
    print_table(list_claims(counted, labels), form)
    if form in {"table", "md"} and len(found) > len(shown):
        print_out(f"\nand {len(found) - len(shown):,} more: --most {len(found)}\n", form)


@click.command()
@about_option
@text_option
@since_option
@until_option
@voices_option
@case_option
@format_option
def contests(
    about: tuple[str, ...],
    text: str | None,
    since: dt.date | None,
    until: dt.date | None,
    fewest: int,
    path: Path,
    form: str,
) -> None:
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
    from foreigndesk.showing.listings.claims import list_contests, moves_in_words

    with weighed(path) as case:
        found = contested.contests(case, desk.Asked(about, text, since, until=until, voices=fewest))
        count = desk.Counting(case)
        counts = {one.claim.id: count.sides(one) for one in found}
        cited = (cite for one in found for cite in (*one.claim.cites, *(each.cite for each in one.undecided)))
        labels = answer.labels(case, (cite.report for cite in cited))

    def voices(contest: Contest) -> tuple[VoiceCount | None, ...]:
        behind = counts[contest.claim.id]
        return behind.asserting, behind.doubting, behind.denying

    print_table(list_contests(found, labels, voices), form)
    if form in {"table", "md"}:
        moves = moves_in_words(found, labels)
        print_out("".join(f"\n- {move}" for move in moves) + ("\n" if moves else ""), form)
