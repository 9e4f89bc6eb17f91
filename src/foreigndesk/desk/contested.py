"""The errand of "who says otherwise?": contests with all who take a side, and those who speak of it and take none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from foreigndesk.casefile import CaseFile, StatementQuery, Told
from foreigndesk.desk.claims import ALL, Asked, claims
from foreigndesk.model import Claim, Contest, Force, Position, Stance, Statement, day_told, name_id
from foreigndesk.showing.listings import cite_of_statement
from foreigndesk.showing.phrases import show_speaker
from foreigndesk.weighing.contents import TOGETHER, Content, closeness, content_of_statement
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.polarity import left_open

EVERY = StatementQuery(kind=None)
COMPARED = 8  # tellings of a claim, the earliest, that an open statement is laid beside


@dataclass(frozen=True, slots=True)
class Open:
    """A statement that takes no side, and its content."""

    told: Told
    content: Content


def contests(case: CaseFile, asked: Asked = ALL) -> list[Contest]:
    """The contests over the claims asked for, those with the most speakers first, each with who leaves it open.

    Raises UnknownActor.
    """
    contested = claims(case, replace(asked, contested=True))
    if not contested:
        return []
    told = {one.statement.id: one for one in case.load_statements(EVERY) if one.statement.content}
    opened = list(open_statements(told.values()))
    found = (judge_contest(claim, list(undecided(claim, told, opened))) for claim in contested)
    return [contest for contest in found if contest is not None]


def open_statements(told: Iterable[Told]) -> Iterator[Open]:
    """The statements that speak of something and take no side on it."""
    for one in told:
        content = content_of_statement(one.statement)
        if one.statement.force is Force.DECLINE or left_open(content) is not None:
            yield Open(one, content)


def undecided(claim: Claim, told: dict[str, Told], opened: Sequence[Open]) -> Iterator[Position]:
    """The positions of those who speak of a claim and take no side; each statement once.

    Who takes a side on the same day is not undecided, whatever else he leaves open in the same breath.
    """
    sided = {(one.actor or one.speaker, one.day) for one in claim.positions}
    tellings = [told[one.statement].statement for one in claim.positions if one.statement in told][:COMPARED]
    contents = [content_of_statement(one) for one in tellings]
    for one in opened:
        made = position_of(one.told.report, one.told.statement, one.told)
        if (made.actor or made.speaker, made.day) not in sided and any(
            closeness(one.content, content) >= TOGETHER for content in contents
        ):
            yield made


def position_of(report: str, statement: Statement, told: Told) -> Position:
    """The open position of a statement."""
    day = day_told(statement.when, told.published)
    return Position(
        speaker=show_speaker(statement.speaker),
        actor=statement.speaker.actor,
        stance=Stance.OPEN,
        statement=statement.id,
        sourcing=statement.sourcing.kind,
        day=day.isoformat() if day else None,
        lineage=name_id("l", report),
        cite=cite_of_statement(report, statement),
    )
