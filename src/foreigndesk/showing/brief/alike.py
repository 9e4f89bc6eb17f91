"""What is told alike: the same saying or the same deed in several places, put on one line.

This puts lines together; it does not judge that reports are independent, nor that they mean one deed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from foreigndesk.model import Event, Mention, Party, SourcingKind, Statement
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


def long_words(text: str) -> frozenset[str]:
    """The different words of four letters and more in a text."""
    return frozenset(LONG_WORD.findall(same_words(text)))


# Of the pairs of wordings that one speaker has in examples/reports, rewrites of one saying share 44 % of their long
# words or more (but for one, spun beyond that), different sayings 20 % or less.
REWRITTEN = 0.4
# A share of fewer words than these says nothing: such contents are told alike only in the same words.
FEWEST_WORDS = 5


def is_same_saying(one: ToldStatement, other: ToldStatement) -> bool:
    """Whether two contents of one speaker are the same words, or so nearly that one is a rewrite."""
    texts = [show_content(told.statement) for told in (one, other)]
    mine, others = (long_words(text) for text in texts)
    together = len(mine | others)
    rewritten = together >= FEWEST_WORDS and len(mine & others) >= REWRITTEN * together
    return rewritten or same_words(texts[0]) == same_words(texts[1])


# Two shelled towns of one day share type, parties and "Monday"; two printings of one launch also share the missile.
FEWEST_SHARED = 2


def is_same_deed(one: ToldEvent, other: ToldEvent) -> bool:
    """Whether two events with one key are told in words that have enough in common, or in the same."""
    mine, others = own_words(one.event), own_words(other.event)
    return mine == others or len(mine & others) >= FEWEST_SHARED


def own_words(event: Event) -> frozenset[str]:
    """The long words that an event is told in, without the names of its parties."""
    names = " ".join(party.name for party in (*event.actor, *event.recipient))
    return long_words(event.passage.text) - long_words(names)


def party_key(party: Party) -> str:
    """What tells parties apart: the known actor, else the printed name."""
    return party.actor or same_words(party.name)


def alike_statements(told: Iterable[ToldStatement]) -> list[tuple[ToldStatement, ...]]:
    """The statements in groups that tell one content, in the order first told; in each the most typical one first."""
    groups = group_alike(told, statement_key, is_same_saying)
    return [typical_first(group, lambda one: long_words(show_content(one.statement))) for group in groups]


def alike_events(told: Iterable[ToldEvent]) -> list[tuple[ToldEvent, ...]]:
    """The events in groups told alike, in the order first told; in each the most typical one first.

    This puts lines together; it does not judge that reports are independent, nor that they mean one deed.
    """
    return [
        typical_first(group, lambda one: own_words(one.event)) for group in group_alike(told, event_key, is_same_deed)
    ]


def group_alike(told: Iterable[T], key: Callable[[T], Hashable], alike: Callable[[T, T], bool]) -> list[list[T]]:
    """Groups of what has one key and is alike to the first of its group."""
    groups: list[list[T]] = []
    by_key: dict[Hashable, list[list[T]]] = {}
    for one in told:
        rivals = by_key.setdefault(key(one), [])
        group = next((group for group in rivals if alike(group[0], one)), None)
        if group is None:
            group = []
            rivals.append(group)
            groups.append(group)
        group.append(one)
    return groups


def typical_first(group: list[T], words_of: Callable[[T], frozenset[str]]) -> tuple[T, ...]:
    """The group with the one in front whose words most others have too, so that an odd rewrite is not what is shown."""
    words = [words_of(one) for one in group]
    tellers = Counter(word for each in words for word in each)
    shared = [sum(tellers[word] for word in each) / len(each) if each else 0.0 for each in words]
    best = max(range(len(group)), key=lambda place: (shared[place], -place))
    return (group[best], *group[:best], *group[best + 1 :])


def count_reports(group: Sequence[ToldStatement] | Sequence[ToldEvent]) -> int:
    """How many reports tell it."""
    return len({one.report.id for one in group})
