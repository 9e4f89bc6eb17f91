"""Silences in wordings that no form tells: learned scores of a sentence and of who is silent in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.model import Name, Statement
from foreigndesk.reading.learned.features import mean_of, of_sentence, of_word, telling_word
from foreigndesk.reading.learned.weights import Floats, Known, load_scores
from foreigndesk.reading.silences.naming import named, naming_of
from foreigndesk.reading.silences.speech import Found
from foreigndesk.reading.statements.grammar import is_question

# A silence that is over, where no form tells so.
ENDED = re.compile(
    r"\b(?:broke|broken|ended|breaks|ends)\b[^.;]*\b(?:silence|reticence)\b|\b(?:finally|belatedly|at last)\b"
    r"|^(?:Only|Not) (?:after|until|on)\b|\bfor the first time\b|\bafter (?:days|weeks|months)\b",
    re.IGNORECASE,
)
NEVER_SILENT = frozenset({"i", "we", "you", "me", "us", "what", "nothing", "there", "this", "which", "that"})


def candidates(sentence: Words) -> Iterator[Token]:
    """The words that may name who is silent."""
    for token in sentence:
        nominal = token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {"compound", "npadvmod"}
        if nominal and token.ent_type_ not in {"DATE", "TIME"} and token.lower_ not in NEVER_SILENT:
            yield token


def features_of_sentence(sentence: Words, known: Known | None = None) -> set[str]:
    """What is looked at in a sentence to tell whether somebody is silent; only what may be known, if that is given."""
    naming = naming_of(sentence)
    found = of_sentence(sentence, naming, known)
    if is_question(sentence):
        found.add("(asks)")
    if sentence.start:
        before = sentence.doc[sentence.start - 1].sent
        naming = naming_of(before)
        found.update(f"before {name}" for token in before for name in naming(token) if name.startswith(":"))
    return found


def features_of_word(token: Token, names: Sequence[Name], statements: Sequence[Statement]) -> set[str]:
    """What is looked at to tell whether a word names who is silent."""
    marks = {f"({token.pos_})"}
    for name in names:
        if name.start <= token.idx < name.end:
            marks.add("(actor)" if name.actor else "(name)")
    for one in statements:
        start, end = one.speaker.start, one.speaker.end
        if start is not None and end is not None and start <= token.idx < end:
            marks |= {"(speaks)", f"({one.force.value}s)"}
    if token.pos_ == "PRON":
        marks.add(f"({token.lower_})")
    if any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.doc[token.sent.start : token.i]):
        marks.add("(behind a subject)")
    return of_word(token, named) | marks | {f"{mark} {token.dep_}" for mark in marks}


def likelihood(sentence: Words, vectors: Floats) -> float:
    """The log odds that a sentence tells a silence."""
    learned = load_scores("silences")["sentence"]
    return learned.score(features_of_sentence(sentence, learned.known), mean_of(sentence, vectors))


def silent_in(sentence: Words, names: Sequence[Name], statements: Sequence[Statement]) -> Found | None:
    """Who is silent in a sentence that tells a silence, the likeliest; None where it names nobody."""
    scores = load_scores("silences")
    who = max(
        candidates(sentence),
        key=lambda token: scores["who"].score(features_of_word(token, names, statements)),
        default=None,
    )
    if who is None:
        return None
    telling = telling_word(sentence, scores["sentence"].features, named)
    verb = next((t for t in who.ancestors if t.pos_ in {"VERB", "AUX"}), sentence.root)
    return Found(who, "learned", verb, (telling,), ended=ENDED.search(sentence.text) is not None)
