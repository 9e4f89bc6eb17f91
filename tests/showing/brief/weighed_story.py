"""What weighing might find in the story of Norland and Sundia, put together by hand."""

from __future__ import annotations

import datetime as dt

from foreigndesk.model import (
    Cite,
    Claim,
    Contest,
    Move,
    Outcome,
    Position,
    Relation,
    RelationPoint,
    Report,
    Silence,
    SilenceKind,
    SourcingKind,
    Stance,
    Variant,
    VoiceCount,
    Watch,
    Way,
)
from foreigndesk.showing.brief.weighed import Weighed
from foreigndesk.showing.cites import Labels
from tests.showing.story import make_report

REPORTS = tuple(
    make_report(
        f"Report {number} tells of the strait.\n\nIt has two paragraphs.", f"2024-10-{number + 10}", f"Paper {number}"
    )
    for number in range(1, 9)
)
LABELS = Labels(REPORTS)
CITES = tuple(Cite(report.id, 0, 6) for report in REPORTS)
LAST = dt.date(2024, 10, 18)
SINCE = dt.date(2024, 10, 14)


def position(speaker: str, stance: Stance, number: int, lineage: str = "") -> Position:
    """Somebody's position in the report of a number from 1, on that report's day."""
    day = f"2024-10-{number + 10}"
    place = CITES[number - 1]
    return Position(speaker, None, stance, f"s-{number}", SourcingKind.NAMED, day, lineage or f"l-{number}", place)


def claim(name: str, *positions: Position, variants: tuple[Variant, ...] = ()) -> Claim:
    """A claim of that id, worded by its first position."""
    return Claim(name, f"that the strait is {name}", positions[0].cite, positions, variants, ())


def contest(name: str, *positions: Position, moves: tuple[Move, ...] = ()) -> Contest:
    """A contest of these positions."""
    asserting, doubting, denying = (
        tuple(one for one in positions if one.stance is stance) for stance in (Stance.ASSERT, Stance.DOUBT, Stance.DENY)
    )
    return Contest(claim(name, *positions), asserting, doubting, denying, moves=moves, reasons=())


def watched(name: str, outcome: Outcome, due: str | None = None, seen: int = 0) -> Watch:
    """A forecast told in the first report, and seen in the report of a number, if any."""
    cites = CITES[:1] + ((CITES[seen - 1],) if seen else ())
    return Watch(name, CITES[0].report, "Ana Lund", due, outcome, LAST.isoformat(), cites, ())


def silent(name: str, since: str, until: str | None = None, kind: SilenceKind = SilenceKind.REPORTED) -> Silence:
    """A silence told in the first two reports."""
    return Silence(kind, name.lower(), name, "the strait", since, until, "told by 2 reports", CITES[:2], ())


def relation() -> Relation:
    """Norland and Sundia: two hostile deeds one way."""
    month = RelationPoint("2024-10-01", "2024-10-31", 2, -6.0, -9.0, -3.0, 0, 2, 1, 8, CITES[:2])
    ways = (Way("Norland", "Sundia", 2, -6.0, -9.0, -3.0, ()), Way("Sundia", "Norland", 0, None, None, None, ()))
    return Relation("Norland", "Sundia", (month,), (), (), CITES[:2], (), ways=ways)


def counted(fewest: int, most: int, reports: int) -> VoiceCount:
    """So many voices."""
    return VoiceCount("c-1", reports, reports, fewest, most, (), (), ())


def found(**given: object) -> Weighed:
    """What was weighed, with the days and words of the first report's forecasts."""
    days = {report.id: report.published or "" for report in REPORTS}
    return Weighed(LAST, SINCE, days=days, **given)  # type: ignore[arg-type]


def report_of(number: int) -> Report:
    """The report of a number from 1."""
    return REPORTS[number - 1]
