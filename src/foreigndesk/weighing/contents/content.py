"""A content: what is told, made ready for comparison once."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from foreigndesk.model import Event, Force, Statement
from foreigndesk.weighing.contents.terms import Term, meanings, phrases_in, telling_of
from foreigndesk.weighing.kinship.words import WORD, fold, words_of
from foreigndesk.weighing.polarity import AGAINST, Sign, left_open

# Names and figures tell contents apart more than other words do.
SHARP_WEIGHT = 2.0
STATE_WEIGHT = 0.8
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset("january february march april may june july august september october november december".split())
YEAR = re.compile(r"(?:19|20)\d\d")
OTHERWISE = re.compile(
    r"\b(?:(?:last|this|past|previous|next|coming) (?:night|weekend|weeks?|months?|years?|days|spring|summer|autumn"
    r"|fall|winter)|ago|yesterday|today|tomorrow|recent(?:ly)?)\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are)\b(?: \w+ly)? (?:\w+ed|\w+e?n|shot|hit|cut|sent|put|held|struck)\b.*\bby\b",
    re.IGNORECASE,
)
SELF = re.compile(
    r"\b(?:we|our|ours|us|its|it|his country|her country|the country|my country|the government)\b", re.IGNORECASE
)
KNOWING = re.compile(r"\b(?:know|knew|known|aware|unaware|knowledge|learn|learned|told of|informed)\b", re.IGNORECASE)
AT_LEAST = re.compile(r"\b(?:at least|no fewer than|more than)\s+([\w,]+)", re.IGNORECASE)
DEMAND = re.compile(r"\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
NOT_SAYING = frozenset({Force.ASK, Force.DECLINE})  # who asks, or declines to say, does not say it
AHEAD = frozenset({Force.PREDICT, Force.PROMISE, Force.THREATEN})
WILL = re.compile(r"\b(?:will|shall|would|going to|about to|plan\w*|intend\w*)\b|[’']ll\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless|in case|provided that)\b", re.IGNORECASE)
MARKS = {"knowing": KNOWING, "passive": PASSIVE}


@dataclass(frozen=True)
class Content:
    """A content made ready for comparison; what costs time is made out when it is first asked for.

    `telling` are the words of telling, `speaker` is the state its speaker is of.
    """

    text: str
    force: Force | None
    telling: str | None
    speaker: str | None = None
    gist: bytes = b""

    def __reduce__(self) -> tuple[Callable[..., Content], tuple[object, ...]]:
        """To another process it goes without what was made out of it here."""
        return content_of, (self.text, self.force, self.telling, self.speaker, self.gist)

    @functools.cached_property
    def printed(self) -> tuple[str, ...]:
        """Its words as printed."""
        return tuple(WORD.findall(self.text))

    @functools.cached_property
    def meant(self) -> tuple[tuple[Term, ...], tuple[str, ...], frozenset[str]]:
        """Its terms, states and other names."""
        terms, states, names = meanings([*self.printed, *(telling_of(self.telling) if self.telling else ())])
        if self.speaker and not states and (self.force in AGAINST or SELF.search(self.text)):
            states = (self.speaker,)
        return (*terms, *phrases_in(self.text)), states, names

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that carry content, by meaning."""
        return self.meant[0]

    @property
    def states(self) -> tuple[str, ...]:
        """The states it names, in order, its speaker's for "we" and "our country"."""
        return self.meant[1]

    @property
    def names(self) -> frozenset[str]:
        """The stems of the other names in it."""
        return self.meant[2]

    @functools.cached_property
    def words(self) -> dict[int, float]:
        """The words that carry content, as fingerprints of their first letters, with their weights."""
        words = words_of(self.text)
        return {
            int(stem): SHARP_WEIGHT if sharp else 1.0
            for stem, telling, sharp in zip(words.stems, words.telling, words.sharp, strict=True)
            if telling
        }

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """Its words as they are compared."""
        return frozenset(map(fold, self.printed))

    @functools.cached_property
    def figures(self) -> frozenset[str]:
        """Its numbers from four on, also those written out."""
        return frozenset(form for form in self.forms if form[:1].isdigit())

    @functools.cached_property
    def least(self) -> frozenset[int]:
        """Those of its numbers that are only the least: "at least ten"."""
        return frozenset(int(form) for word in AT_LEAST.findall(self.text) if (form := fold(word)).isdecimal())

    @functools.cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week it names."""
        return WEEKDAYS & self.forms

    @functools.cached_property
    def months(self) -> frozenset[str]:
        """The months it names."""
        return MONTHS & self.forms

    @functools.cached_property
    def years(self) -> frozenset[str]:
        """The years it names."""
        return frozenset(form for form in self.forms if YEAR.fullmatch(form))

    @property
    def times(self) -> frozenset[str]:
        """The months and years it names."""
        return self.months | self.years

    @functools.cached_property
    def left_open(self) -> Sign | None:
        """Its side where it takes none."""
        return left_open(self)

    @functools.cached_property
    def is_timed(self) -> bool:
        """Whether it tells when, by month or year or otherwise: "last month", "on Tuesday"."""
        return bool(self.times or self.weekdays or OTHERWISE.search(self.text))

    @functools.cached_property
    def demands(self) -> bool:
        """Whether it says what ought to be, not what is."""
        return self.force is Force.URGE or DEMAND.search(self.text) is not None

    @functools.cached_property
    def foretells(self) -> bool:
        """Whether it says what will be, not what is or was."""
        return self.force in AHEAD or WILL.search(self.text) is not None

    @functools.cached_property
    def supposes(self) -> bool:
        """Whether it only supposes what it tells, or hangs it on a condition."""
        return IF.search(self.text) is not None

    @functools.cached_property
    def marks(self) -> frozenset[str]:
        """Whether it tells of knowing, or in the passive."""
        found = {name for name, pattern in MARKS.items() if pattern.search(self.text)}
        if self.telling and KNOWING.search(self.telling) and "not know" not in self.telling:
            found.add("knowing")
        return frozenset(found)

    @property
    def is_of_its_own(self) -> bool:
        """Whether it names no state but its speaker's, which may only be meant by "we" or "its aircraft"."""
        return self.states == (self.speaker,)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its terms."""
        return frozenset(term.stem for term in self.terms)

    @functools.cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts that its terms stand under or against."""
        return frozenset(concept for term in self.terms for concept in (*term.concepts, *term.contrary))


# copies are told in the same words: 2^14 contents are about a thousand reports
@functools.lru_cache(maxsize=1 << 14)
def content_of(
    text: str, force: Force | None = None, cue: str | None = None, speaker: str | None = None, gist: bytes = b""
) -> Content:
    """A content from its words, the force and the words with which it is told, and the state its speaker is of.

    `gist` is what reading.gist makes of speaker, cue and words together: with it words in other words are found too.

    >>> from foreigndesk.weighing.contents import agrees
    >>> agrees(content_of("China has joined the talks"), content_of("China has not joined the talks", Force.DENY))
    True
    """
    return Content(text, force, cue, speaker, gist)


def content_of_statement(statement: Statement, gist: bytes = b"") -> Content:
    """The content of a statement."""
    cue = statement.cue.text if statement.cue else None
    return content_of(statement.words, statement.force, cue, statement.speaker.country, gist)


def told_as(statement: Statement) -> str:
    """A statement in one line, speaker, words of telling and what is told: the text whose gist is compared."""
    speaker = statement.speaker.restored or statement.speaker.name or statement.speaker.printed
    return " ".join(filter(None, (speaker, statement.cue.text if statement.cue else None, statement.words)))


def content_of_event(event: Event, gist: bytes = b"") -> Content:
    """The content of an event: the sentence it is told in."""
    return content_of(event.passage.text, gist=gist)


def telling_words(text: str) -> list[str]:
    """The words of a content by which others like it are looked for: those that carry content, as printed.

    >>> telling_words("China has not joined the talks")
    ['China', 'joined', 'talks']
    """
    words = words_of(text)
    spans = zip(words.starts, words.ends, words.telling, strict=True)
    return list(dict.fromkeys(text[start:end] for start, end, telling in spans if telling))
