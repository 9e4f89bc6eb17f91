"""What is told alike: the same saying or the same deed in several places, put on one line.

This puts lines together; it does not judge that reports are independent, nor that they mean one deed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from foreigndesk.model import Mention, Party, SourcingKind, Statement
from foreigndesk.showing.brief.gather import ToldEvent, ToldStatement
from foreigndesk.showing.phrases import is_named, show_content, show_speaker

T = TypeVar("T")

NOT_WORDS = re.compile(r"[\W_]+")

ARTICLE = re.compile(r"\A(?:an?|the|one|another|this|that|some)\s+", re.IGNORECASE)


def same_words(text: str) -> str:
    """The text's words alone: case, punctuation and quotation marks do not tell two printings apart.

    >>> same_words("“We hope so,” he said.") == same_words("We hope so, he said")
    True
    """
    return NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def described(mention: Mention) -> str:
    """How someone unnamed is described, without the article: "senior U.S. official"; "" where nobody is printed."""
    return ARTICLE.sub("", show_speaker(mention) if mention.printed or mention.name else "")


def speaker_key(statement: Statement) -> tuple[str, str]:
    """What tells speakers apart: the known actor, else the name, else how they are described."""
    speaker = statement.speaker
    if is_named(statement):
        return ("named", speaker.actor or same_words(speaker.name or ""))
    if statement.sourcing.kind is SourcingKind.SPOKESPERSON and statement.sourcing.speaks_for:
        return ("spokesperson", same_words(statement.sourcing.speaks_for))
    return ("unnamed", same_words(described(speaker)))


def statement_key(told: ToldStatement) -> Hashable:
    """What statements told alike have in common: speaker and force."""
    return (speaker_key(told.statement), told.statement.force)


def event_key(told: ToldEvent) -> Hashable:
    """What events told alike have in common: type, parties and the day; the words, where no day is given."""
    event = told.event
    sides = tuple(frozenset(party_key(party) for party in side) for side in (event.actor, event.recipient))
    when = event.when
    day = when.earliest if when and when.earliest and when.earliest == when.latest else None
    return (event.type, event.auxiliary_mode, sides, day or same_words(event.passage.text))


LONG_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of a text in their order, and the different long ones."""

    all: str
    long: frozenset[str]


def long_words(words: str) -> frozenset[str]:
    """The different words of four letters and more."""
    return frozenset(LONG_WORD.findall(words))


def wording_of_statement(told: ToldStatement) -> Wording:
    """The words of a content."""
    words = same_words(show_content(told.statement))
    return Wording(words, long_words(words))


def wording_of_event(told: ToldEvent) -> Wording:
    """The words that an event is told in, of the long ones not the names of its parties."""
    event = told.event
    names = " ".join(party.name for party in (*event.actor, *event.recipient))
    words = same_words(event.passage.text)
    return Wording(words, long_words(words) - long_words(same_words(names)))


# Of the pairs of wordings that one speaker has in examples/reports, rewrites of one saying share 44 % of their long
# words or more (but for one, spun beyond that), different sayings 20 % or less.
REWRITTEN = 0.4
# A share of fewer words than these says nothing: such contents are told alike only in the same words.
FEWEST_WORDS = 5


def is_same_saying(one: Wording, other: Wording) -> bool:
    """Whether two contents of one speaker are the same words, or so nearly that one is a rewrite."""
    shared = len(one.long & other.long)
    together = len(one.long) + len(other.long) - shared
    return (together >= FEWEST_WORDS and shared >= REWRITTEN * together) or one.all == other.all


# Two shelled towns of one day share type, parties and "Monday"; two printings of one launch also share the missile.
FEWEST_SHARED = 2


def is_same_deed(one: Wording, other: Wording) -> bool:
    """Whether two events with one key are told in words that have enough in common, or in the same."""
    return one.long == other.long or len(one.long & other.long) >= FEWEST_SHARED


def party_key(party: Party) -> str:
    """What tells parties apart: the known actor, else the printed name."""
    return party.actor or same_words(party.name)


def alike_statements(told: Iterable[ToldStatement]) -> list[tuple[ToldStatement, ...]]:
    """The statements in groups that tell one content, in the order first told; in each the most typical one first."""
    return group_alike(told, statement_key, wording_of_statement, is_same_saying)


def alike_events(told: Iterable[ToldEvent]) -> list[tuple[ToldEvent, ...]]:
    """The events in groups told alike, in the order first told; in each the most typical one first."""
    return group_alike(told, event_key, wording_of_event, is_same_deed)


def group_alike(
    told: Iterable[T],
    key: Callable[[T], Hashable],
    wording: Callable[[T], Wording],
    alike: Callable[[Wording, Wording], bool],
) -> list[tuple[T, ...]]:
    """Groups of what has one key and a wording alike to that of the first in its group."""
    groups: list[list[tuple[T, Wording]]] = []
    by_key: dict[Hashable, list[list[tuple[T, Wording]]]] = {}
    for one in told:
        words = wording(one)
        rivals = by_key.setdefault(key(one), [])
        group = next((group for group in rivals if alike(group[0][1], words)), None)
        if group is None:
            group = []
            rivals.append(group)
            groups.append(group)
        group.append((one, words))
    return [typical_first(group) for group in groups]


def typical_first(group: list[tuple[T, Wording]]) -> tuple[T, ...]:
    """The group with the one in front whose words most others have too, so that an odd rewrite is not what is shown."""
    tellers = Counter(word for _, words in group for word in words.long)
    shared = [sum(tellers[word] for word in words.long) / max(len(words.long), 1) for _, words in group]
    best = max(range(len(group)), key=lambda place: (shared[place], -place))
    ones = [one for one, _ in group]
    return (ones[best], *ones[:best], *ones[best + 1 :])


def count_reports(group: Sequence[ToldStatement] | Sequence[ToldEvent]) -> int:
    """How many reports tell it."""
    return len({one.report.id for one in group})
