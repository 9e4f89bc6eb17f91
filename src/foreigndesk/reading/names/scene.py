"""What a report says around its names: the parser's labels, the states it names, where its outlet is."""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.guards import load_guards
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import Report
from foreigndesk.reading.names.known import Match
from foreigndesk.reading.names.titles import TELLING, TITLES
from foreigndesk.reading.names.words import Words

LONGEST_TITLE = 5  # words before a name that can belong to its title: "Deputy Secretary of State"


@dataclass(frozen=True, slots=True)
class Label:
    """An entity as the parser labels it: words first..end."""

    first: int
    end: int
    label: str


class Scene:
    """One report: its words, the parser's labels, and how often it names each state."""

    def __init__(self, doc: Doc, report: Report, actors: Actors) -> None:
        """Read words and labels of a report."""
        self.doc = doc
        self.actors = actors
        self.words = Words(doc.text)
        self.day = report.published_day
        self.outlet = report.outlet
        self.home = load_outlets().country_of(report.outlet, report.url)
        self.labels = labels_of(doc, self.words)
        self._label_at = {index: label for label in self.labels for index in range(label.first, label.end)}
        self.named: Counter[str] = Counter()
        self.decoys: set[int] = set()

    def label_at(self, index: int) -> Label | None:
        """The parser's label on a word."""
        return self._label_at.get(index)

    def labelled(self, index: int, *labels: str) -> bool:
        """Whether the parser gives a word one of some labels."""
        label = self._label_at.get(index)
        return label is not None and label.label in labels

    def token_at(self, index: int) -> Token | None:
        """The parser's token that a word starts in."""
        place = bisect.bisect_right(self.doc, self.words.starts[index], key=lambda token: token.idx) - 1
        return self.doc[place] if place >= 0 else None

    def tagged(self, index: int, *tags: str) -> bool:
        """Whether the parser takes a word for one of some parts of speech."""
        token = self.token_at(index)
        return token is not None and token.pos_ in tags

    def proper(self, index: int) -> bool:
        """Whether the parser takes a word for (part of) a name."""
        return self.tagged(index, "PROPN", "ADJ") or self.label_at(index) is not None

    @functools.cached_property
    def plain_words(self) -> frozenset[str]:
        """The words the report also prints without a capital."""
        return frozenset(word for word in self.words.texts if word[0].islower())

    @functools.cached_property
    def run_of_words(self) -> str:
        """All words in a row, as they are compared, with a space before and behind each."""
        return f" {' '.join(self.words.normals)} "

    def says(self, phrase: str) -> bool:
        """Whether a phrase stands anywhere in the report."""
        return f" {normal_form(phrase)} " in self.run_of_words

    def count(self, matches: Sequence[Match]) -> None:
        """Count how often each state, and the European Union, is named beyond doubt; note where decoys stand."""
        guards = load_guards()
        for match in matches:
            if match.decoy:
                self.decoys.update(range(match.first, match.end))
            if len(match.forms) == 1 and normal_form(match.forms[0].printed) not in guards:
                actor = self.actors.get(match.forms[0].actor)
                if actor is not None:
                    self.named[actor.country or actor.id] += 1

    def title_before(self, first: int) -> tuple[str, ...]:
        """The words of the title before a name, as they are compared; () if there is none."""
        words = self.words
        start = index = first - 1
        if index < 0 or not words.joined(index) or words.normals[index] not in TITLES:
            return ()
        while start > 0 and index - start < LONGEST_TITLE and words.gap(start - 1) == " ":
            if words.normals[start - 1] not in TITLES | TELLING | {"of", "and"}:
                break
            start -= 1
        while words.normals[start] in {"of", "and"}:
            start += 1
        return words.slice(start, first)


def labels_of(doc: Doc, words: Words) -> list[Label]:
    """The parser's entities as words."""
    found = []
    for entity in doc.ents:
        first = bisect.bisect_left(words.ends, entity.start_char + 1)
        end = bisect.bisect_left(words.starts, entity.end_char)
        if first < end:
            found.append(Label(first, end, entity.label_))
    return found
