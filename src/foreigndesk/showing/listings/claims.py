"""The listings of claims and of contests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from foreigndesk.model import Claim, Contest, Position, Stance, VoiceCount
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.lineage import voices_in_words
from foreigndesk.showing.listings.places import CITE, GLANCE, ID, PLACE, data_columns, place_of
from foreigndesk.showing.phrases import show_day
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, listed, one_line

NO_CLAIM = "Nothing here is told by several. `foreigndesk claims --all` lists what is told once, too."
SHOWN = 3  # cites in a cell of the matrix


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim with the voices of all who tell it, of whichever side."""

    claim: Claim
    voices: VoiceCount


def list_claims(counted: Sequence[tuple[Claim, VoiceCount]], labels: Labels) -> Table:
    """One row a claim: its words, its voices, who tells it, who is against it, its figures, from when to when."""
    rows = []
    for claim, voices in counted:
        ref = labels.ref(claim.cite)
        asserting, against = of_stance(claim, Stance.ASSERT), of_stance(claim, Stance.DOUBT, Stance.DENY)
        days = sorted(position.day for position in claim.positions if position.day)
        rows.append(
            (
                claim.id,
                clip(one_line(claim.words), GLANCE),
                number_in_words(voices),
                listed(names_of(asserting)),
                listed(names_of(against)) or "–",
                "; ".join(f"{one.figure} ({show_day(one.first_day)})" for one in claim.variants) or "–",
                show_day(days[0] if days else None),
                show_day(days[-1] if days else None),
                f"[{ref.label}]",
                *place_of(ref),
                str(voices.fewest),
                str(voices.most),
                str(voices.lineages),
                str(voices.reports),
                str(len(claim.positions)),
                ";".join(position.statement for position in claim.positions),
            )
        )
    columns = (
        ID,
        Column("claim", 24, grows=True),
        Column("voices", 6),
        Column("told by", 14, most=60),
        Column("against", 10, most=60),
        Column("figures", 12, spare=True, most=60),
        Column("first", 10, spare=True),
        Column("last", 10, spare=True),
        CITE,
        *PLACE,
        *data_columns("fewest most lineages reports tellings statements"),
    )
    return Table(columns, tuple(rows), tuple(Counted(*one) for one in counted), NO_CLAIM)


def number_in_words(voices: VoiceCount) -> str:
    """How many voices: "2", "1–3"."""
    return str(voices.fewest) if voices.fewest == voices.most else f"{voices.fewest}–{voices.most}"


def list_contests(
    contests: Sequence[Contest], labels: Labels, voices: Callable[[Contest], Sequence[VoiceCount | None]]
) -> Table:
    """Each contest as a small matrix: a row with the claim and the voices of each side, then a row for each speaker.

    `voices` gives the voices of those who assert, doubt and deny; who leaves it open is no voice for a side.
    """
    rows: list[tuple[str, ...]] = []
    for contest in contests:
        claim = contest.claim
        behind = [voices_in_words(count) if count else "–" for count in voices(contest)]
        rows.append((claim.id, f"“{clip(one_line(claim.words), GLANCE)}”", "", *behind, "–"))
        moved = {move.speaker for move in contest.moves}
        positions = (*claim.positions, *contest.undecided)
        for name in names_of(positions):
            mine = [position for position in positions if position.speaker == name]
            sourcing = ", ".join(dict.fromkeys(position.sourcing.value for position in mine))
            cells = [days_and_cites([one for one in mine if one.stance is stance], labels) for stance in Stance]
            rows.append(("", f"· {name}{' (changed position)' if name in moved else ''}", sourcing, *cells))
    columns = (
        ID,
        Column("claim and speakers", 24, grows=True),
        Column("sourcing", 7, spare=True, most=30),
        Column("asserts", 12, most=60),
        Column("doubts", 12, most=60),
        Column("denies", 12, most=60),
        Column("leaves open", 12, spare=True, most=60),
    )
    return Table(columns, tuple(rows), tuple(contests), "No claim here is contested.")


def moves_in_words(contests: Sequence[Contest], labels: Labels) -> list[str]:
    """Who changed position, in a sentence with both cites."""
    return [
        f"{move.speaker} moved: {STANDS[move.before.stance]} on {show_day(move.before.day)}"
        f" [{labels.ref(move.before.cite).label}], {STANDS[move.after.stance]} on {show_day(move.after.day)}"
        f" [{labels.ref(move.after.cite).label}]."
        for contest in contests
        for move in contest.moves
    ]


STANDS = {
    Stance.ASSERT: "asserted it",
    Stance.DOUBT: "doubted it",
    Stance.DENY: "denied it",
    Stance.OPEN: "left it open",
}


def of_stance(claim: Claim, *stances: Stance) -> list[Position]:
    """The positions of these stances."""
    return [position for position in claim.positions if position.stance in stances]


def names_of(positions: Iterable[Position]) -> list[str]:
    """Who takes some positions, each once."""
    return list(dict.fromkeys(position.speaker for position in positions))


def days_and_cites(positions: Sequence[Position], labels: Labels) -> str:
    """When and where a speaker took a stance; "–" for never."""
    shown = [f"{show_day(one.day)} [{labels.ref(one.cite).label}]" for one in positions[:SHOWN]]
    more = len(positions) - len(shown)
    return (", ".join(shown) + (f" +{more}" if more else "")) or "–"
