"""What is looked at: words under the names they are given, and how they hang on each other."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.reading.learned.weights import Known

Floats = NDArray[np.float32]
Naming = Callable[[Token], tuple[str, ...]]
# What only says that a noun is one, or belongs to its name.
LOOSE = frozenset({"det", "compound", "punct", "case", "cc", "intj", "meta", "nummod", "quantmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HIGH = 3  # how far up the words that something hangs on are looked at: "has said that it expects it to"


def of_sentence(sentence: Words, named: Naming, known: Known | None = None) -> set[str]:
    """The features of a sentence: its words, who governs whom, which stand side by side.

    Of who governs whom only those that may be `known`, if that is given.
    """
    words = [token for token in sentence if not (token.is_space or token.is_punct)]
    names = {token.i: named(token) for token in words}
    found = {name for token in words for name in names[token.i]}
    for token in words:
        under = [name for name in names[token.i] if known is None or name in known.under]
        if not under:
            continue
        for above, way in governors(token):
            over = (name for name in names.get(above.i, ()) if known is None or name in known.over)
            found.update(f"{one}>{way}>{other}" for one in over for other in under)
    found.update(f"{one.lemma_.lower()} {other.lemma_.lower()}" for one, other in pairs(words))
    found.update(f"root {name}" for name in names.get(sentence.root.i, ()))
    found.update(f"of {name}" for token in sentence.root.children if token.dep_ in SUBJECTS for name in named(token))
    return found


def mean_of(sentence: Words, vectors: Floats) -> Floats:
    """The mean of the encoder's vectors over a sentence."""
    mean: Floats = vectors[sentence.start : sentence.end].mean(0)
    return mean


def pairs(words: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Words side by side, names and numbers left out."""
    for one, other in itertools.pairwise(words):
        if one.pos_ not in {"PROPN", "NUM"} and other.pos_ not in {"PROPN", "NUM"}:
            yield one, other


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """What a word hangs on, and how: its head, what governs its preposition, the verbs that share it as a subject."""
    above = token.head
    if above == token or token.dep_ in LOOSE:
        return
    yield above, token.dep_
    if above.pos_ == "ADP" and above.head != above:
        yield above.head, above.lower_
    if token.dep_ in SUBJECTS:
        for verb in above.children:
            if verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
                yield verb, f"{token.dep_}&"


def of_word(token: Token, named: Naming) -> set[str]:
    """The features of a word in its place: what it hangs on, what hangs on it, what hangs beside it."""
    own = named(token)
    found = {f"= {name}" for name in own} | {f"= {token.dep_}"}
    for above, way in governors(token):
        over = named(above)
        found.add(f"{way}>")
        found.update(f"{one}>{way}" for one in over)
        found.update(f"{one}>{way}>{name}" for one in over for name in own)
        for beside in above.children:
            if beside == token or beside.dep_ in LOOSE or beside.is_ancestor(token):
                continue
            for name in named(beside):
                found.add(f"{way} beside {beside.dep_} {name}")
                found.update(f"{one} beside {beside.dep_} {name}" for one in over)
    for below in token.children:
        if below.dep_ == "punct":
            continue
        for name in named(below):
            found.add(f">{below.dep_}>{name}")
            found.update(f"{one}>{below.dep_}>{name}" for one in own)
    for far, above in enumerate(token.ancestors):
        if far == HIGH:
            break
        found.update(f"over {name}" for name in named(above))
    return found


def telling_word(sentence: Words, worth: Mapping[str, float], named: Naming) -> Token:
    """The word of a sentence whose names are worth most together."""
    return max(sentence, key=lambda token: sum(worth.get(name, 0.0) for name in named(token)))
