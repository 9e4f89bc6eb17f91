"""Whether two contents say the same: by their words that carry content, their names, figures and negations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foreigndesk.model import Event, Force, Statement
from foreigndesk.weighing.kinship.words import WORD, fold, words_of

# Names and figures tell contents apart more than other words do.
SHARP_WEIGHT = 2.0
# Fewer words than these in common say nothing, however short the contents are.
FEWEST_SHARED = 3
# Two contents about the same names need something that is said of them in common.
FEWEST_SAID = 1
# Share of the shorter content's weight that the other has. Of the examples' contents no two that say different things
# share as much; a spun copy shares 0.7 with its original. Between kin, at the same place, less will do.
SAME = 0.6
SAME_AMONG_KIN = 0.4
NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE)
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
AGAINST = frozenset({Force.DENY, Force.DOUBT})


@dataclass(frozen=True, slots=True)
class Content:
    """A content made ready for comparison: its telling words with their weights, its figures, and its polarity.

    `figures` are its numbers from four on, also those written out, `weekdays` the days it names; `negative`: an odd
    number of negations, a denial counting as one.
    """

    words: dict[int, float]
    figures: frozenset[str]
    weekdays: frozenset[str]
    negative: bool


def content_of(text: str, force: Force | None = None) -> Content:
    """A content from its words and the force with which they are said.

    >>> content_of("China has not joined", Force.DENY).negative
    False
    """
    words = words_of(text)
    weights = {
        int(stem): SHARP_WEIGHT if sharp else 1.0
        for stem, telling, sharp in zip(words.stems, words.telling, words.sharp, strict=True)
        if telling
    }
    negations = len(NEGATION.findall(text)) + (force in AGAINST)
    forms = [fold(word.group()) for word in WORD.finditer(text)]
    figures = frozenset(form for form in forms if form[:1].isdigit())
    return Content(weights, figures, WEEKDAYS & frozenset(forms), negations % 2 == 1)


def telling_words(text: str) -> list[str]:
    """The words of a content by which others like it are looked for: those that carry content, as printed.

    >>> telling_words("China has not joined the talks")
    ['China', 'joined', 'talks']
    """
    words = words_of(text)
    spans = zip(words.starts, words.ends, words.telling, strict=True)
    return list(dict.fromkeys(text[start:end] for start, end, telling in spans if telling))


def content_of_statement(statement: Statement) -> Content:
    """The content of a statement."""
    return content_of(" … ".join(passage.text for passage in statement.content), statement.force)


def content_of_event(event: Event) -> Content:
    """The content of an event: the sentence it is told in."""
    return content_of(event.passage.text)


def likeness(one: Content, other: Content) -> float:
    """The share of the shorter content's weight that both have, in [0, 1]; 0 where too few words are shared."""
    shared = one.words.keys() & other.words.keys()
    # a name at the head of a content does not show that it is one; the other content may
    weights = {word: max(one.words[word], other.words[word]) for word in shared}
    if len(shared) < FEWEST_SHARED or sum(weight < SHARP_WEIGHT for weight in weights.values()) < FEWEST_SAID:
        return 0.0
    lighter = min(sum((content.words | weights).values()) for content in (one, other))
    return sum(weights.values()) / lighter


def is_same(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents say the same thing, of whichever polarity; other figures or days make them two."""
    for mine, theirs in ((one.figures, other.figures), (one.weekdays, other.weekdays)):
        if mine and theirs and not mine & theirs:
            return False
    return likeness(one, other) >= least


def contradicts(one: Content, other: Content) -> bool:
    """Whether two contents say the opposite of the same thing."""
    return one.negative != other.negative and is_same(one, other)


def agrees(one: Content, other: Content, least: float = SAME) -> bool:
    """Whether two contents say the same thing with the same polarity."""
    return one.negative == other.negative and is_same(one, other, least)
