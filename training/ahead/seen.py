"""Passages as the scores see them: the features of each sentence and of the words in it, with what is right."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from evals.weighing import Row, alike, names_actor, place
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Name, Report, Silence, SilenceKind, Span, Statement, When, report_id
from foreigndesk.reading import forecasts, silences
from foreigndesk.reading.ahead import learned as ahead
from foreigndesk.reading.ahead.clauses import condition_in
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.learned.features import mean_of
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.silences import learned as silent
from foreigndesk.reading.silences.who import antecedent, phrase_of
from foreigndesk.reading.statements import find_statements
from foreigndesk.reading.statements.tagging import vectors_of
from training.ahead.passages import Mark

Floats = NDArray[np.float32]
MARKED = 2.0  # what a sentence of running news counts that was marked by hand, beside one of a passage
BY_FORM = 0.4  # what a forecast counts that only a form tells: of sixty such in running news about a third were none


@dataclass(frozen=True)
class Word:
    """A word that may be meant: what it tells, its features, whether it is right."""

    tells: Span
    features: frozenset[str]
    right: bool


@dataclass(frozen=True)
class Sentence:
    """A sentence: its features and vector, the words that may be meant, what the forms find, whether it is right."""

    features: frozenset[str]
    vector: Floats = field(repr=False)
    words: tuple[Word, ...]
    by_form: tuple[Span, ...]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True)
class Passage:
    """A passage with its sentences, in the register it was written in."""

    row: Row
    sentences: tuple[Sentence, ...]


def see_forecasts(row: Row) -> Passage:
    """A passage as the scores of forecasts see it."""
    report, doc, _names, statements, whens = read(row)
    wanted = [place(row["text"], one["outcome"]) for one in row["forecasts"]]
    found = []
    vectors, day = vectors_of(doc), report.published_day
    for sentence in doc.sents:
        whole = Span(sentence.start_char, sentence.end_char)
        condition, words, by_form = condition_in(sentence), [], list[Span]()
        for form in forecasts.looking_ahead(sentence, report, statements, whens):
            made = forecasts.forecast(form, sentence, report, statements, whens)
            if made is not None and not any(made.outcome.touches(other) for other in by_form):
                by_form.append(Span(made.outcome.start, made.outcome.end))
        for head in ahead.candidates(sentence):
            seen = ahead.found_at(head)
            made = forecasts.forecast(seen, sentence, report, statements, whens) if seen is not None else None
            if made is not None:
                features = ahead.features_of_word(head, whens, day, condition)
                right = any(alike(row["text"], made.outcome, one) for one in wanted)
                words.append(Word(Span(made.outcome.start, made.outcome.end), frozenset(features), right))
        features = ahead.features_of_sentence(sentence, ahead.days_in(whole, whens, day))
        right = any(one.touches(whole) for one in wanted)
        found.append(Sentence(frozenset(features), mean_of(sentence, vectors), tuple(words), tuple(by_form), right))
    return Passage(row, tuple(found))


def see_silences(row: Row) -> Passage:
    """A passage as the scores of silences see it."""
    report, doc, names, statements, whens = read(row)
    found = []
    vectors = vectors_of(doc)
    for sentence in doc.sents:
        words = []
        for who in silent.candidates(sentence):
            span = phrase_of(antecedent(who))
            name = row["text"][span.start : span.end]
            features = silent.features_of_word(who, names, statements)
            words.append(Word(span, frozenset(features), is_meant(name, row)))
        made = (
            silences.judged(sentence, report, names, statements, whens, load_actors(), form)
            for form in silences.silences_in(sentence)
        )
        by_form = tuple(place(row["text"], one.name) for one in made if one is not None)
        right = any(word.right for word in words)
        features = silent.features_of_sentence(sentence)
        found.append(Sentence(frozenset(features), mean_of(sentence, vectors), tuple(words), by_form, right))
    return Passage(row, tuple(found))


def see_news(texts: Iterable[str], day: str) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences of running news, for forecasts and for silences, right where a form tells one, and weighed as such.

    The forms are weak teachers. A sentence with a modal of which they know nothing is left out of the first.
    """
    plain: tuple[list[Sentence], list[Sentence]] = ([], [])
    for text in texts:
        row: Row = {"text": text, "published": day, "forecasts": [], "silence": None}
        report, doc, names, statements, whens = read(row)
        vectors = vectors_of(doc)
        for sentence in doc.sents:
            mean = mean_of(sentence, vectors)
            right = any(True for _ in forecasts.looking_ahead(sentence, report, statements, whens))
            if right or not any(token.tag_ == "MD" for token in sentence):
                days = ahead.days_in(Span(sentence.start_char, sentence.end_char), whens, report.published_day)
                features = frozenset(ahead.features_of_sentence(sentence, days))
                plain[0].append(Sentence(features, mean, (), (), right, BY_FORM if right else 1.0))
            judge = functools.partial(silences.judged, sentence, report, names, statements, whens, load_actors())
            right = any(judge(found) is not None for found in silences.silences_in(sentence))
            features = frozenset(silent.features_of_sentence(sentence))
            plain[1].append(Sentence(features, mean, (), (), right))
    return plain


def see_marked(text: str, day: str, marks: Sequence[Mark]) -> Iterator[Sentence]:
    """The sentences of a report of running news that were read and marked, as the score of forecasts sees them."""
    row: Row = {"text": text, "published": day, "forecasts": [], "silence": None}
    report, doc, _names, _statements, whens = read(row)
    vectors = vectors_of(doc)
    right = {one.start: one.right for one in marks}
    for sentence in doc.sents:
        if sentence.start_char in right:
            days = ahead.days_in(Span(sentence.start_char, sentence.end_char), whens, report.published_day)
            features = frozenset(ahead.features_of_sentence(sentence, days))
            yield Sentence(features, mean_of(sentence, vectors), (), (), right[sentence.start_char], MARKED)


def is_meant(name: str, row: Row) -> bool:
    """Whether a name is that of who is silent in a passage."""
    meant = Silence(SilenceKind.REPORTED, None, name, "", None, None, "", (), ())
    return row["silence"] is not None and names_actor(meant, row["silence"]["actor"])


def read(row: Row) -> tuple[Report, Doc, tuple[Name, ...], tuple[Statement, ...], tuple[When, ...]]:
    """A passage with what the steps of reading before find in it."""
    text = row["text"]
    report = Report(report_id(text, None), "", text, published=row["published"])
    doc = parse(text)
    names = find_names(doc, report, load_actors())
    whens = find_whens(doc, report.published_day)
    return report, doc, names, find_statements(doc, report, names, whens, load_actors()), whens
