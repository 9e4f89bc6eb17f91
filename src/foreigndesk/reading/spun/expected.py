"""A spun report read by the words that stood there before: cue verbs and deeds by their lemma, months by their name.

The printed text and its offsets stay as they are. What changes is what the later steps of reading are told of a word:
its lemma, which forces of statements and triggers of events are looked up by, and the month that a date names.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from foreigndesk.lexicon.codebook.triggers import load_triggers
from foreigndesk.lexicon.forces import load_forces
from foreigndesk.model import Oddity, Spun, When
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.parse import load_parser
from foreigndesk.reading.spun.phrases import find_broken

VERBS_AND_NOUNS = frozenset({"VERB", "NOUN"})
# Months that are words of their own become these when a machine takes them for such (evals/gold/spun/README.md); the
# others come out whole. They are dates only beside a day or a year, and behind a word that dates stand behind.
MONTHS = {"could": "May", "might": "May", "walk": "March", "stroll": "March", "majestic": "August"}
MONTH = re.compile(
    r"\b(?:in|on|of|by|to|since|until|after|early|late)\s(Could|Might|Walk|Stroll|Majestic)(?=\s\d)"
    r"|\b\d{1,2}\s(Could|Might|Walk|Stroll|Majestic)(?=,?\s(?:19|20)\d\d\b)"
)


def expect_words(doc: Doc, spun: Spun | None) -> None:
    """Give the words of a spun report the lemmas of those that stood there, where the lexicon knows only these.

    A printed word that attributes or names a deed by itself keeps its own.
    """
    for oddity in spun.oddities if spun else ():
        lemma = lemma_of(oddity.expected)
        span = doc.char_span(oddity.start, oddity.end) if lemma in known_lemmas() else None
        if span is None or len(span) != 1 or span[0].pos_ not in VERBS_AND_NOUNS:
            continue
        if span[0].lemma_.lower() not in known_lemmas():
            span[0].lemma_ = lemma


@functools.cache
def known_lemmas() -> frozenset[str]:
    """The lemmas that the later steps look words up by: cues with a force, and triggers of events."""
    return frozenset(load_forces()) | frozenset(lemma for lemma, _ in load_triggers())


@functools.cache
def lemma_of(word: str) -> str:
    """The lemma of a word by itself; "" for none or for several words."""
    if not word or " " in word:
        return ""
    doc = load_parser()(word)
    return doc[0].lemma_.lower() if len(doc) == 1 else ""


# -- dates -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Respelt:
    """A text with the words of its dates in place of those that a machine put: start of the word, printed, expected."""

    text: str
    changes: tuple[tuple[int, str, str], ...]

    def printed_at(self, offset: int) -> int:
        """Where an offset of this text lies in the printed one; within a word put back, at its beginning or end."""
        shift = 0
        for start, printed, expected in self.changes:
            here = start - shift
            if offset <= here:
                break
            if offset < here + len(expected):
                return start
            shift += len(printed) - len(expected)
        return offset + shift


@functools.lru_cache(maxsize=1)  # asked for the traces of a report, and then for its dates
def respell_dates(text: str) -> Respelt:
    """A text with its months restored, and the words of time in fixed phrases.

    >>> respell_dates("The pact was signed on Could 3, 2022.").text
    'The pact was signed on May 3, 2022.'
    >>> respell_dates("They met on the identical day.").text
    'They met on the same day.'
    """
    parts, at = [], 0
    changes = tuple(sorted([*months_in(text), *words_of_time(text)]))
    for start, printed, expected in changes:
        parts += [text[at:start], expected]
        at = start + len(printed)
    return Respelt("".join([*parts, text[at:]]), changes)


def months_in(text: str) -> Iterator[tuple[int, str, str]]:
    """The months that a machine took for words: where, printed, month."""
    for found in MONTH.finditer(text):
        which = 1 if found[1] else 2
        yield found.start(which), found[which], MONTHS[found[which].lower()]


def words_of_time(text: str) -> Iterator[tuple[int, str, str]]:
    """The words exchanged in fixed phrases of time ("the identical day"): where, printed, expected."""
    words = Words(text)
    for broken in find_broken(words):
        if broken.kind == "date":
            for swap in broken.swaps:
                start = words.starts[swap.first]
                yield start, text[start : words.ends[swap.end - 1]], swap.expected


def find_expected_whens(
    doc: Doc, spun: Spun | None, find: Callable[[Doc], Sequence[When]], parse: Callable[[str], Doc]
) -> tuple[When, ...]:
    """The dates of a report as `find` finds them; in a spun one with its months restored, printed as printed."""
    respelt = respell_dates(doc.text) if spun is not None else None
    if respelt is None or not respelt.changes:
        return tuple(find(doc))
    found = []
    for when in find(parse(respelt.text)):
        start, end = respelt.printed_at(when.start), respelt.printed_at(when.end)
        found.append(replace(when, start=start, end=end, printed=doc.text[start:end] if when.printed else ""))
    return tuple(found)


def with_dates(spun: Spun | None, text: str) -> Spun | None:
    """The traces of a spun report with the months that a machine took for words, and other words of dates."""
    if spun is None:
        return None
    taken = {one.start for one in spun.oddities}
    dates = [
        Oddity(printed, expected, start, start + len(printed), "date")
        for start, printed, expected in respell_dates(text).changes
        if start not in taken
    ]
    return replace(spun, oddities=tuple(sorted((*spun.oddities, *dates), key=lambda one: one.start)))
