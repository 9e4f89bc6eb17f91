"""What looks ahead in wordings that no form tells: learned scores of a sentence and of the words in it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.lexicon.ahead import load_ahead
from foreigndesk.model import Span, When, day_of
from foreigndesk.reading.ahead.clauses import clause_of, condition_in, has_to, subject_here, trimmed
from foreigndesk.reading.ahead.naming import MODALS, named, tense
from foreigndesk.reading.learned.features import of_sentence, of_word
from foreigndesk.reading.learned.weights import Floats, Weights, read_weights

NOMINAL = frozenset({"NOUN", "PROPN"})
# Nouns that only belong to a name or measure something.
PARTS = frozenset({"compound", "npadvmod", "poss", "amod", "nmod"})
HEADS = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"})
# Without one of these words, or a day ahead, no sentence of the passages to learn from tells a forecast but two in a
# hundred; three in five of a news corpus have none, and are passed over.
MARKS = frozenset(MODALS).union(
    *(load_ahead()[name] for name in "intend bind threaten foretell loom due plan menace augury sure".split()),
    "if unless until before going to once next coming without".split(),
) - frozenset("look see put give say tell hold".split())


def may_look_ahead(sentence: Words, days: frozenset[str]) -> bool:
    """Whether anything in a sentence could look ahead at all."""
    return "ahead" in days or any(token.lower_ in MARKS or token.lemma_.lower() in MARKS for token in sentence)


def candidates(sentence: Words) -> Iterator[Token]:
    """The words that may be the head of an outcome: verbs of clauses, nouns, what is told of a subject."""
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            if token.dep_ not in {"aux", "auxpass"}:
                yield token
        elif token.pos_ in NOMINAL:
            if token.dep_ not in PARTS and token.ent_type_ not in {"PERSON", "DATE", "TIME"}:
                yield token
        elif token.dep_ in HEADS and token.pos_ in {"ADJ", "NUM", "ADV"}:
            yield token


def outcome_of(head: Token) -> Span | None:
    """The words of an outcome around its head: a noun without clauses of its own, a deed behind "to", a clause."""
    if head.pos_ in NOMINAL and subject_here(head) is None:
        apart = {t for c in head.children if c.dep_ in {"relcl", "conj", "cc", "appos", "punct"} for t in c.subtree}
        return trimmed(t for t in head.subtree if t not in apart)
    if has_to(head) and subject_here(head) is None:
        start = next((c.i + 1 for c in head.children if c.lower_ == "to"), head.i)
        return trimmed(t for t in head.subtree if t.i >= start)
    return clause_of(head)


def days_in(words: Span, whens: Sequence[When], day: dt.date | None) -> frozenset[str]:
    """Where the dates in some words lie, seen from the day of the report."""
    found = set()
    for when in whens:
        if words.start <= when.start < words.end:
            first, last = day_of(when.earliest), day_of(when.latest)
            if when.tense:
                found.add(f"tense {when.tense}")
            if day is not None and first is not None and first > day:
                found.add("ahead")
            elif day is not None and last is not None and last < day:
                found.add("past")
            else:
                found.add("now" if first and last else "vague")
    return frozenset(found or {"no date"})


def features_of_sentence(sentence: Words, days: frozenset[str]) -> set[str]:
    """What is looked at in a sentence to tell whether it looks ahead."""
    root = named(sentence.root)
    marks = {f"({one})" for one in days} | ({"(if)"} if condition_in(sentence) is not None else set())
    marks |= {"(asks)"} if sentence.text.rstrip("\"”’' \n").endswith("?") else set()
    return of_sentence(sentence, named) | marks | {f"{mark} {name}" for mark in marks for name in root}


def features_of_word(token: Token, whens: Sequence[When], day: dt.date | None, condition: Span | None) -> set[str]:
    """What is looked at to tell whether a word is the head of what is to come."""
    around = Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
    marks = {f"({one})" for one in days_in(around, whens, day)}
    if condition is not None:
        marks.add("(in if)" if condition.covers(Span(token.idx, token.idx + len(token))) else "(if)")
    subject = subject_here(token)
    if subject is not None:
        kind = subject.lower_ if subject.pos_ == "PRON" else "noun"
        marks.add(f"({kind} does)")
        marks |= {f"({c.lower_} {kind} does)" for c in subject.lefts if c.dep_ == "det"}
    told = f"a {tense(token)}" if token.pos_ in {"VERB", "AUX"} else f"a {token.pos_}"
    marks |= {f"({token.dep_})"}
    return of_word(token, named) | marks | {f"{mark} {name}" for mark in marks for name in (told, *named(token))}


@functools.cache
def load_scores() -> dict[str, Weights]:
    """The scores that ship: of a sentence, of a head in it."""
    with as_file(files("foreigndesk.reading.learned") / "weights" / "forecasts.npz") as path:
        return read_weights(path)


def mean_of(sentence: Words, vectors: Floats) -> Floats:
    """The mean of the encoder's vectors over a sentence."""
    mean: Floats = vectors[sentence.start : sentence.end].mean(0)
    return mean
