"""What looks ahead in wordings that no form tells: learned scores of a sentence and of the words in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.model import Span, When, day_of
from foreigndesk.reading.ahead.clauses import Found, condition_in, cue_of, subject_here
from foreigndesk.reading.ahead.naming import named, tense
from foreigndesk.reading.ahead.outcomes import NOMINAL, outcome_of, told_of
from foreigndesk.reading.learned.features import mean_of, of_sentence, of_word, telling_word
from foreigndesk.reading.learned.weights import Floats, Known, load_scores
from foreigndesk.reading.statements.grammar import is_question

# Nouns that only belong to a name or measure something.
PARTS = frozenset({"compound", "npadvmod", "poss", "amod", "nmod"})
HEADS = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"})


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


def found_at(head: Token) -> Found | None:
    """What is to come if a word is the head of that, or tells of it; None where no words are left for it."""
    told = told_of(head)
    outcome = outcome_of(told)
    return Found(told, outcome, "learned", cue_of(told), learned=True) if outcome is not None else None


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


def features_of_sentence(sentence: Words, days: frozenset[str], known: Known | None = None) -> set[str]:
    """What is looked at in a sentence to tell whether it looks ahead; only what may be known, if that is given."""
    root = named(sentence.root)
    marks = {f"({one})" for one in days} | ({"(if)"} if condition_in(sentence) is not None else set())
    marks |= {"(asks)"} if is_question(sentence) else set()
    return of_sentence(sentence, named, known) | marks | {f"{mark} {name}" for mark in marks for name in root}


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


def likelihood(sentence: Words, vectors: Floats, whens: Sequence[When], day: dt.date | None) -> float:
    """The log odds that a sentence looks ahead."""
    days = days_in(Span(sentence.start_char, sentence.end_char), whens, day)
    learned = load_scores("forecasts")["sentence"]
    return learned.score(features_of_sentence(sentence, days, learned.known), mean_of(sentence, vectors))


def heads_ahead(sentence: Words, whens: Sequence[When], day: dt.date | None) -> Iterator[tuple[Found, float]]:
    """What a sentence that looks ahead may tell of, the likeliest first, each with its log odds."""
    scores, condition = load_scores("forecasts"), condition_in(sentence)
    telling = telling_word(sentence, scores["sentence"].features, named)
    heads = [
        (scores["head"].score(features_of_word(head, whens, day, condition)), head) for head in candidates(sentence)
    ]
    for own, head in sorted(heads, key=lambda pair: -pair[0]):
        found = found_at(head)
        if found is not None:
            yield replace(found, form=telling.lower_), own
