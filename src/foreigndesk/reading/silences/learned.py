"""Silences in wordings that no form tells: learned scores of a sentence and of who is silent in it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.lexicon.silences import load_silences
from foreigndesk.model import Name, Statement
from foreigndesk.reading.learned.features import of_sentence, of_word
from foreigndesk.reading.learned.weights import Weights, read_weights
from foreigndesk.reading.silences.naming import named

NEVER_SILENT = frozenset({"i", "we", "you", "me", "us", "what", "nothing", "there", "this", "which", "that"})
# A sentence without one of these tells no silence but in three of a hundred passages to learn from; seven in ten
# of a news corpus have none, and are passed over.
MARKS = frozenset(
    "no not n't n’t never nothing none nobody neither nor without yet still only hardly".split()
).union(
    *(
        load_silences()[name]
        for name in "refuse forgo fail withhold silent silence dodge demur avoid unanswered unmentioned finally asking".split()
    ),
    "comment reaction response word answer ask press break skip omit bury missing shut hide hang wait until".split(),
) - frozenset({"like", "want", "call", "keep", "last", "try", "agree"})


def may_be_silent(sentence: Words) -> bool:
    """Whether anything in a sentence could tell a silence at all."""
    return any(token.lower_ in MARKS or token.lemma_.lower() in MARKS for token in sentence)


def candidates(sentence: Words) -> Iterator[Token]:
    """The words that may name who is silent."""
    for token in sentence:
        nominal = token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {"compound", "npadvmod"}
        if nominal and token.ent_type_ not in {"DATE", "TIME"} and token.lower_ not in NEVER_SILENT:
            yield token


def features_of_sentence(sentence: Words) -> set[str]:
    """What is looked at in a sentence to tell whether somebody is silent."""
    found = of_sentence(sentence, named)
    if sentence.text.rstrip("\"”’' \n").endswith("?"):
        found.add("(asks)")
    if sentence.start:
        before = sentence.doc[sentence.start - 1].sent
        found.update(f"before {name}" for token in before for name in named(token) if name.startswith(":"))
    return found


def features_of_word(token: Token, names: Sequence[Name], statements: Sequence[Statement]) -> set[str]:
    """What is looked at to tell whether a word names who is silent."""
    marks = {f"({token.pos_})"}
    for name in names:
        if name.start <= token.idx < name.end:
            marks.add("(actor)" if name.actor else "(name)")
    for one in statements:
        if one.speaker.start is not None and one.speaker.end is not None:
            if one.speaker.start <= token.idx < one.speaker.end:
                marks |= {"(speaks)", f"({one.force.value}s)"}
    if token.pos_ == "PRON":
        marks.add(f"({token.lower_})")
    if any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.doc[token.sent.start : token.i]):
        marks.add("(behind a subject)")
    return of_word(token, named) | marks | {f"{mark} {token.dep_}" for mark in marks}


@functools.cache
def load_scores() -> dict[str, Weights]:
    """The scores that ship: of a sentence, of who is silent in it."""
    with as_file(files("foreigndesk.reading.learned") / "weights" / "silences.npz") as path:
        return read_weights(path)
