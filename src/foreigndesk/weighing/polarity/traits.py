"""What speaks for two contents agreeing or opposing each other: their stretches laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from foreigndesk.lexicon.opposites import ALONE
from foreigndesk.model import Force
from foreigndesk.weighing.polarity.signs import Sign
from foreigndesk.weighing.polarity.stretches import Stretch, stretches

AGAINST = frozenset({Force.DENY, Force.DOUBT})
ASIDE = 0.4  # of a pair's weight where one stands aside
EVEN = 1.0  # which words a stretch has beyond those in common counts half


class Told(Protocol):
    """What is told: its words, the force and the words with which it is told."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def force(self) -> Force | None:
        """The force that was read in it."""

    @property
    def telling(self) -> str | None:
        """The words of telling; None where none are known."""


def read(content: Told, *, knowing: bool = False) -> tuple[Stretch, ...]:
    """The stretches of a content; without words of telling a denial stands for them."""
    base = Sign.YES
    if content.telling is None and content.force in AGAINST:
        base = Sign.NO if content.force is Force.DENY else Sign.DOUBTED
    return stretches(content.telling or "", content.text, knowing=knowing, base=base)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches laid side by side: what they have in common, and whether it is said of opposites."""

    one: Stretch
    other: Stretch
    weight: float
    flips: bool

    @property
    def opposes(self) -> float:
        """1 where they oppose each other, -1 where they agree."""
        return 1.0 if (self.one.sign.is_against != self.other.sign.is_against) != self.flips else -1.0


def laid(one: Stretch, other: Stretch) -> Pair:
    """Two stretches side by side."""
    weight, apart = 0.0, 0
    for key, (side, mine) in one.keys.items():
        found = other.keys.get(key)
        if found is None:
            continue
        weight += (mine + found[1]) / 2
        apart += side != found[0]
    for part in (one, other):
        if (part.aside and not part.local) or part.telling:
            weight *= ASIDE
    return Pair(one, other, weight, apart > 0)


def unanswered(pair: Pair) -> bool:
    """Whether one of two stretches has a word that says the contrary of something, and the other nothing on that."""
    count = 0
    for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
        rows = [
            key
            for key, (side, _) in mine.keys.items()
            if side < 0 and key.startswith(f"={ALONE}") and mine.owners[key].isdisjoint(theirs.keys)
        ]
        count += bool(rows) and not any(key in theirs.keys for key in rows)
    return count == 1


def pairs(one: Sequence[Stretch], other: Sequence[Stretch]) -> list[Pair]:
    """The pairs of stretches that have something in common, those with most first."""
    found = [laid(mine, theirs) for mine in one for theirs in other]
    return sorted((pair for pair in found if pair.weight > 0), key=lambda pair: -pair.weight)


def of_knowing(one: Told, other: Told) -> bool:
    """Whether both tell of knowing, and not only of what is known."""
    return all(any("#know" in part.keys for part in read(content)) for content in (one, other))
