"""The names under which a silence's words are looked at: lemma, class, sort of speaker, and whether it is denied."""

from __future__ import annotations

import functools

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.lexicon.nouns import load_nouns
from foreigndesk.lexicon.tables import classes_of
from foreigndesk.reading.learned.features import Naming
from foreigndesk.reading.silences.denial import is_negated, is_nothing
from foreigndesk.reading.silences.speech import LEX

CLASSES = classes_of(LEX)
NONE = frozenset[str]()
ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


# Without one of these nothing in a sentence is denied.
DENIALS = frozenset("no not never n't n’t none nobody nothing neither nor zero".split())


def naming_of(sentence: Words) -> Naming:
    """How the words of a sentence are named: where nothing denies, nobody need look for it."""
    return named if any(token.lower_ in DENIALS for token in sentence) else undenied


def named(token: Token) -> tuple[str, ...]:
    """Lemma and classes of a word, each marked where it is denied, and of a noun the sort of thing it is."""
    mark = " not" if is_denied(token) else ""
    return names(token.lemma_.lower(), token.lower_, token.pos_, token.ent_type_, mark)


def undenied(token: Token) -> tuple[str, ...]:
    """The same for a word that nothing denies."""
    return names(token.lemma_.lower(), token.lower_, token.pos_, token.ent_type_, "")


@functools.lru_cache(maxsize=50_000)  # some reports' words: nearly all come again
def names(lemma: str, printed: str, part: str, entity: str, mark: str) -> tuple[str, ...]:
    """The names of a word by what is known of it."""
    own = () if part in {"PROPN", "NUM"} else (f"{lemma}{mark}",)
    known = CLASSES.get(lemma, NONE) | CLASSES.get(printed, NONE)
    return (*own, *(f":{one}{mark}" for one in sorted(known)), *sort_of(lemma, part, entity)) or (f"a {part}",)


def is_denied(token: Token) -> bool:
    """Whether a verb is negated, or a noun told as none at all."""
    if token.pos_ in {"VERB", "AUX"}:
        return token.dep_ not in {"aux", "auxpass"} and is_negated(token)
    return token.pos_ in {"NOUN", "PRON"} and is_nothing(token)


def sort_of(lemma: str, part: str, entity: str) -> tuple[str, ...]:
    """What sort of thing a noun is: a state, a person, a body."""
    if entity in ENTITIES:
        return (f"a {entity}",)
    if part == "PROPN":
        return ("a name",)
    known = load_nouns().get(lemma) if part == "NOUN" else None
    return (f"a {known.kind.value}",) if known is not None else ()
