"""The errand of "who says otherwise?": contests with all who take a side, and those who speak of it and take none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from foreigndesk.casefile import CaseFile, StatementQuery, Told
from foreigndesk.desk.claims import ALL, Asked, claims
from foreigndesk.desk.gists import Gists
from foreigndesk.model import Claim, Contest, Force, Position, Stance, Statement, day_told, name_id
from foreigndesk.showing.listings import cite_of_statement
from foreigndesk.showing.phrases import show_speaker
from foreigndesk.weighing.candidates import FEWEST_KEYS
from foreigndesk.weighing.contents import TOGETHER, Content, closenesses_to, outline_of, told_as
from foreigndesk.weighing.contents.outline import KEY
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.polarity import left_open
from foreigndesk.weighing.polarity.judge import Words

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
    return over(case, claims(case, replace(asked, contested=True)))


def over(case: CaseFile, several: Sequence[Claim]) -> list[Contest]:
    """The contests over some claims, in their order, each with who leaves it open."""
    contested = [claim for claim in several if judge_contest(claim) is not None]
    opened = open_to(case, contested)
    found = (judge_contest(claim, opened[claim.id]) for claim in contested)
    return [contest for contest in found if contest is not None]


def open_to(case: CaseFile, several: Sequence[Claim]) -> dict[str, tuple[Position, ...]]:
    """The positions of those who speak of some claims and take no side, by the claim's id."""
    if not several:
        return {}
    told = {one.statement.id: one for one in case.load_statements(EVERY) if one.statement.content}
    gists = Gists(case, make=case.writes)
    opened = Opened(told.values(), gists)
    return {claim.id: tuple(undecided(claim, told, opened, gists)) for claim in several}


class Opened:
    """The statements that take no side, looked up by what they have in common with a content, as claims are."""

    def __init__(self, told: Iterable[Told], gists: Gists) -> None:
        """Those among some statements."""
        self._every = open_statements(told, gists)
        self._by_key: defaultdict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(self._every):
            for key in keys_in(one.content):
                self._by_key[key].append(place)

    def about(self, contents: Iterable[Content]) -> list[Open]:
        """Those that speak of the same as one of some contents, in their order."""
        found = set[int]()
        for content in contents:
            shared = Counter(place for key in keys_in(content) for place in self._by_key.get(key, ()))
            near = [place for place, keys in shared.items() if keys >= FEWEST_KEYS and place not in found]
            close = closenesses_to(content, [self._every[place].content for place in near])
            found.update(place for place, each in zip(near, close, strict=True) if each >= TOGETHER)
        return [self._every[place] for place in sorted(found)]


def keys_in(content: Content) -> list[int]:
    """What a content is looked up by."""
    keys: list[int] = np.frombuffer(outline_of(content).keys, KEY)["key"].tolist()
    return keys


def open_statements(told: Iterable[Told], gists: Gists) -> list[Open]:
    """The statements that speak of something and take no side on it."""
    found = [one for one in told if is_open(one.statement)]
    gists.make_ready(told_as(one.statement) for one in found)
    return [Open(one, gists.statement(one.statement)) for one in found]


def is_open(statement: Statement) -> bool:
    """Whether a statement takes no side.

    Its words tell its side; a content is looked up in tables besides, and most statements take one.
    """
    words = Words(statement.words, statement.force, statement.cue.text if statement.cue else None)
    return statement.force is Force.DECLINE or left_open(words) is not None


def undecided(claim: Claim, told: Mapping[str, Told], opened: Opened, gists: Gists) -> Iterator[Position]:
    """The positions of those who speak of a claim and take no side; each statement once.

    Who takes a side on the same day is not undecided, whatever else he leaves open in the same breath.
    """
    sided = {(one.holder, one.day) for one in claim.positions}
    tellings = [told[one.statement].statement for one in claim.positions if one.statement in told][:COMPARED]
    for one in opened.about(gists.statement(each) for each in tellings):
        made = position_of(one.told.report, one.told.statement, one.told)
        if (made.holder, made.day) not in sided:
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
