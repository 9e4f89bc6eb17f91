"""Whether two contents that are the same agree or oppose each other; and the side that one takes by itself."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from foreigndesk.lexicon.turns import load_turns
from foreigndesk.model import Force
from foreigndesk.weighing.polarity.signs import Sign
from foreigndesk.weighing.polarity.stretches import Stretch
from foreigndesk.weighing.polarity.traits import AGAINST, Pair, Told, of_knowing, pairs, read, unanswered

# When two contents oppose each other beyond doubt: how much has to speak for it, and how much of the larger of the two
# stretches they have in common; less where one is told by a denial. Of 163 pairs that made contests in 300 of PolNeAR's
# training reports, six of them rightly, 31 are left; and of 244 right pairs of the gold's first half and of
# training/polarity 167.
CLEAR, COVERED, COVERED_BY_DENIAL = 1.4, 0.4, 0.2
LEAST = 0.5  # weight in common of two stretches that tell of one thing: a rarer word, or a common one and a state
# Contractions with "not", questions and words that hold a negation are no words of the table.
MARKED = re.compile(r"n['’]t\b|\?|cannot|un(?:aware|able|willing)|\bask")
WORDS = re.compile(r"[\w'’-]+")
FULL = 2.0  # weight from which on more in common says no more


@dataclass(frozen=True, slots=True)
class Words:
    """All of a content that decides about its side."""

    text: str
    force: Force | None
    telling: str | None


class Polarity(StrEnum):
    """How the sides of two contents stand to each other."""

    AGREE = "agree"
    OPPOSE = "oppose"


@dataclass(frozen=True, slots=True)
class Traits:
    """What speaks for opposing (above 0) or agreeing (below); all are the same from both sides."""

    nearest: float
    nearest_weighty: float
    together: float
    sides: float
    force: float
    figures: float
    authors: float
    contrast: float
    unanswered: float


# Learned by training/polarity: logistic regression in the order of the traits, without a bias, for in a case file far
# more tellings of one claim agree than in pairs that were written to be hard.
WEIGHTS = (0.75, 0.71, 0.4, 0.07, 0.04, 0.09, 0.61, 0.46, 1.18)

NAMES = tuple(field.name for field in fields(Traits))

WRITTEN = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundreds?|dozens?|thousands?)"
)
NUMBER = re.compile(rf"\b\d[\d,.]*\b|\b{WRITTEN}\b", re.IGNORECASE)
SET_AGAINST = re.compile(
    r"\b(?:not|never|nowhere near|far from|closer to|instead of|rather than)"
    rf" (?:the |some |about |as many as |more than )?(?:\d|{WRITTEN})"
    r"|exaggerat|inflated|overstat|overblown|out of (?:all )?proportion|plucked"
    r"|\b(?:only|just|merely|no more than|fewer than|less than|at most|a mere|barely)\b(?: \w+)?"
    rf" (?:\d|a |{WRITTEN})",
    re.IGNORECASE,
)
# Of these one is told by whom; of others ("sanctions", "a visit") several may have a part.
DEEDS = frozenset({"#strike", "#kill", "#first", "#torture", "#cyber", "#burn", "#damage", "#mine"})
FIRST = re.compile(r"\b(?:first|started|began|opened fire)\b", re.IGNORECASE)
CONTRAST = re.compile(
    r", not (?:by |the |its |their |our |a |an )?\w+|\bnot (?:by |the |a |an )?[\w ]{3,40},? but\b|\brather than\b"
    r"|\binstead\b|\bother way (?:a)?round\b|\bonly after\b|\bfirst\b",
    re.IGNORECASE,
)


def main_of(parts: Sequence[Stretch]) -> Stretch | None:
    """The stretch that tells the side of a whole: the first that is not affirmed, else the first, of what is told."""
    own = [part for part in parts if not part.aside and not part.telling] or list(parts)
    return next((part for part in own if part.sign is not Sign.YES), own[0] if own else None)


def sided(content: Told) -> Sign:
    """The side that a content takes by itself."""
    return side_of(Words(content.text, content.force, content.telling))


# What one claim gathers is laid beside its words one by one: 2^14 contents are about a thousand reports.
@functools.lru_cache(maxsize=1 << 14)
def side_of(content: Words) -> Sign:
    """The side that words take, told with a force in the words of telling."""
    main = main_of(read(content)) if may_turn(content) else None
    sign = main.sign if main is not None else Sign.YES
    if content.force is Force.DECLINE and sign not in {Sign.POSSIBLE, Sign.POSSIBLY_NOT}:
        return Sign.OPEN
    if content.force in AGAINST and sign is Sign.YES and not is_turned(content):
        return Sign.NO if content.force is Force.DENY else Sign.DOUBTED
    return sign


def is_turned(content: Told) -> bool:
    """Whether any word of a content turns it."""
    return turned(Words(content.text, content.force, content.telling))


@functools.lru_cache(maxsize=1 << 14)
def turned(content: Words) -> bool:
    """Whether any of the words turns what is told."""
    return may_turn(content) and any(part.sign is not Sign.YES or part.turned for part in read(content))


def may_turn(content: Told) -> bool:
    """Whether a content has to be read for its sign: most tell a thing and turn nothing."""
    words = f"{content.telling or ''} {content.text}".lower()
    return (
        (content.telling is None and content.force in AGAINST)
        or MARKED.search(words) is not None
        or load_turns().may_turn(set(WORDS.findall(words)))
    )


def opposed(one: Sign, other: Sign, *, flips: bool = False) -> float | None:
    """1 where two signs oppose each other, -1 where they agree, None where either is open; `flips`: of opposites.

    >>> opposed(Sign.POSSIBLE, Sign.NO), opposed(Sign.POSSIBLE, Sign.YES), opposed(Sign.NO, Sign.DOUBTED)
    (1.0, None, -1.0)
    """
    for mine, theirs in ((one, other), (other, one)):
        if mine in {Sign.POSSIBLE, Sign.POSSIBLY_NOT}:
            ruled_out = Sign.NO if (mine is Sign.POSSIBLE) != flips else Sign.YES
            return 1.0 if theirs is ruled_out else None
    if Sign.OPEN in {one, other}:
        return None
    return 1.0 if (one.is_against != other.is_against) != flips else -1.0


def polarity(one: Told, other: Told) -> Polarity | None:
    """Whether two contents that are the same agree or oppose each other; None where either leaves it open."""
    found = compare(one, other)
    if found is None or isinstance(found, Polarity):
        return found
    return Polarity.OPPOSE if score(found) > 0 else Polarity.AGREE


def score(found: Traits) -> float:
    """How much speaks for opposing, above 0, or agreeing."""
    total: float = sum(weight * getattr(found, name) for weight, name in zip(WEIGHTS, NAMES, strict=True))
    return total


def is_clear(one: Told, other: Told) -> bool:
    """Whether two contents oppose each other beyond doubt: what one turns is much of what the other tells.

    >>> from foreigndesk.weighing.contents import content_of
    >>> told = content_of("the bridge at Orsha was blown up by the retreating troops")
    >>> is_clear(told, content_of("the bridge at Orsha was not blown up by anybody"))
    True
    >>> is_clear(told, content_of("the troops had not been paid since they came to the town beside the bridge"))
    False
    """
    laid = laid_side_by_side(one, other)
    found = compare(one, other, laid)
    if not laid or found is None or found is Polarity.AGREE or (isinstance(found, Traits) and score(found) < CLEAR):
        return False
    denied = (one.force in AGAINST) != (other.force in AGAINST)
    return covered(laid[0]) >= (COVERED_BY_DENIAL if denied else COVERED)


def covered(nearest: Pair) -> float:
    """How much of the larger of two stretches both have, of its weight.

    That a word stands on a side of some opposites says nothing of what it is told of.
    """
    mine, theirs = (
        {key: weight for key, (_, weight) in part.keys.items() if not key.startswith("=")}
        for part in (nearest.one, nearest.other)
    )
    shared = sum((mine[key] + theirs[key]) / 2 for key in mine.keys() & theirs.keys())
    return shared / max(sum(mine.values()), sum(theirs.values()), LEAST)


def laid_side_by_side(one: Told, other: Told) -> list[Pair]:
    """The stretches of two contents that have something in common, those with most first."""
    knowing = of_knowing(one, other)
    return pairs(read(one, knowing=knowing), read(other, knowing=knowing))


def compare(one: Told, other: Told, laid: Sequence[Pair] | None = None) -> Traits | Polarity | None:
    """What speaks for opposing or agreeing; where one side is left open or possible, what that comes to.

    `laid` are the two side by side, where that is known.
    """
    sides = [sided(content) for content in (one, other)]
    declined = [
        content.force is Force.DECLINE and side is Sign.OPEN for content, side in zip((one, other), sides, strict=True)
    ]
    if any(declined):
        return None
    laid = laid_side_by_side(one, other) if laid is None else laid
    laid = laid if laid and laid[0].weight >= LEAST else []
    signs = (laid[0].one.sign, laid[0].other.sign) if laid else (sides[0], sides[1])
    nearest = opposed(*signs, flips=bool(laid) and laid[0].flips)
    if nearest is None:
        return None
    if not all(sign.is_sided for sign in signs):
        return Polarity.OPPOSE
    if figures_set(one, other) != figures_set(other, one) and all(sign is Sign.YES for sign in signs):
        nearest = 1.0
    elif figures_set(one, other) and figures_set(other, one) and not all(sign.is_against for sign in signs):
        nearest = -1.0
    if authors_apart(laid) and all(FIRST.search(content.text) for content in (one, other)):
        nearest = 1.0  # only one can have been first
    # a denial that no word tells but the force
    forced = [
        content.force in AGAINST and not is_turned(content) and not (laid and laid[0].flips) for content in (one, other)
    ]
    if forced[0] != forced[1] and laid:
        nearest = -nearest
    return Traits(
        nearest=nearest,
        nearest_weighty=nearest * min(laid[0].weight / FULL, 1.0) if laid else 0.0,
        together=together(laid) * (-1 if forced[0] != forced[1] else 1),
        sides=opposed(*sides) or 0.0,
        force=1.0 if (one.force in AGAINST) != (other.force in AGAINST) else -1.0,
        figures=float(
            bool(
                figures(one)
                and figures(other)
                and figures(one).isdisjoint(figures(other))
                and any(sets_figure(f"{content.telling or ''} {content.text}") for content in (one, other))
            )
        ),
        authors=float(authors_apart(laid)),
        unanswered=-nearest * unanswered(laid[0]) if laid else 0.0,
        contrast=float(nearest < 0 and bool(laid) and any(CONTRAST.search(content.text) for content in (one, other))),
    )


def together(laid: Sequence[Pair]) -> float:
    """What all stretches say that have something in common, the more the more they have."""
    told = [(pair.weight**2, opposed(pair.one.sign, pair.other.sign, flips=pair.flips)) for pair in laid]
    total = sum(weight for weight, vote in told if vote is not None)
    return sum(weight * vote for weight, vote in told if vote is not None) / total if total else 0.0


def figures_set(one: Told, other: Told) -> bool:
    """Whether a content sets its figure against that of another."""
    return (
        sets_figure(f"{one.telling or ''} {one.text}")
        and NUMBER.search(other.text) is not None
        and figures(one) != figures(other)
    )


@functools.lru_cache(maxsize=1 << 14)
def sets_figure(words: str) -> bool:
    """Whether some words set a figure against another."""
    return SET_AGAINST.search(words) is not None


def figures(content: Told) -> frozenset[str]:
    """The numbers of a content, without years."""
    return numbers(content.text)


@functools.lru_cache(maxsize=1 << 14)
def numbers(text: str) -> frozenset[str]:
    """The numbers in a text."""
    return frozenset(found.lower() for found in NUMBER.findall(text))


def authors_apart(laid: Sequence[Pair]) -> bool:
    """Whether the nearest stretches are affirmed of different states or groups."""
    if not laid:
        return False
    nearest = laid[0]
    agents = nearest.one.agent, nearest.other.agent
    deed = any(key in nearest.other.keys for key in nearest.one.keys if key in DEEDS)
    return deed and None not in agents and agents[0] != agents[1] and nearest.one.sign is nearest.other.sign is Sign.YES


def left_open(content: Told) -> Sign | None:
    """The sign of a content that takes no side, open or possible; None for one that takes one."""
    sign = sided(content)
    return None if sign.is_sided else sign
