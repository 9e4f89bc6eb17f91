"""What a rule of dates works with: the report it stands in, what was found before, and the register of rules."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span, Token

from foreigndesk.model import Granularity
from foreigndesk.reading.dates.periods import COARSENESS, Period
from foreigndesk.reading.dates.tense import Tense, find_tense
from foreigndesk.reading.dates.vocabulary import spell

# Lets relative words be understood where the day of publication is not known; what comes out is opened again.
STAND_IN = dt.date(2000, 1, 1)


class CountsFrom(StrEnum):
    """What a rule counts from: the calendar alone, the day of publication, or an earlier date in the text."""

    CALENDAR = "calendar"
    PUBLICATION = "publication"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were understood: their offsets, the period they mean, and the names of the rules that said so."""

    start: int
    end: int
    period: Period
    rules: tuple[str, ...]
    counts_from: CountsFrom
    is_base: bool = True  # other dates may be counted from it


@dataclass(frozen=True)
class Scene:
    """The report a rule reads in: its parse, its day of publication, and the dates found so far, in order."""

    doc: Doc
    text: str  # the doc's: spaCy builds it anew each time it is asked for
    published: dt.date | None
    found: Sequence[Found]
    told: Tense | None = None  # a tense already known, that of the other end of a range

    @property
    def today(self) -> dt.date:
        """The day of publication, or a stand-in."""
        return self.published or STAND_IN

    def words(self, start: int, end: int) -> Span | None:
        """The tokens that the characters [start, end) touch; None if there are none."""
        return self.doc.char_span(start, end, alignment_mode="expand")

    def token(self, match: re.Match[str]) -> Token | None:
        """The head of the matched words in the parse."""
        words = self.words(match.start(), match.end())
        return words.root if words else None

    def tense(self, match: re.Match[str]) -> Tense:
        """The tense of what governs the matched words."""
        return self.told or self.tense_at(match.start(), match.end())

    def tense_at(self, start: int, end: int) -> Tense:
        """The tense of what governs the words at [start, end)."""
        words = self.words(start, end)
        return find_tense(words.root) if words else Tense.UNKNOWN

    def base(self, start: int, unit: Granularity) -> Period | None:
        """The latest date before `start` that is as precise as the unit, in the same paragraph or the one before."""
        for earlier in reversed(self.found):
            if len(re.findall(r"\n+", self.text[earlier.end : start])) > 1:
                return None
            if earlier.is_base and earlier.period.is_exact:
                period = earlier.period
                if COARSENESS[period.granularity] <= COARSENESS[unit]:
                    return period
        return None


def tense_of(period: Period, published: dt.date | None) -> Tense | None:
    """Past if the period lies wholly behind publication, future if ahead; None if only the verb can tell.

    The day of publication itself may be its last or its first day, not both.
    """
    if published is None:
        return None
    if period.last and period.last <= published and (period.first is None or period.first < published):
        return Tense.PAST
    if period.first and period.first >= published and (period.last is None or period.last > published):
        return Tense.FUTURE
    return None


Resolve = Callable[[re.Match[str], Scene], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to understand some words. `why` is the sentence an analyst reads; `inner`: only after "the end of"."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    counts_from: CountsFrom
    inner: bool
    why: str


def rule(
    pattern: str, counts_from: CountsFrom = CountsFrom.PUBLICATION, *, inner: bool = False
) -> Callable[[Resolve], Rule]:
    """Make a rule of a function: its name is the rule's name, its docstring the reason an analyst reads."""

    def make(resolve: Resolve) -> Rule:
        why = " ".join((resolve.__doc__ or "").split())
        return Rule(resolve.__name__, spell(pattern), resolve, counts_from, inner, why)

    return make
