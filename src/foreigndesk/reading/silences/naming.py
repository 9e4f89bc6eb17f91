"""The names under which a silence's words are looked at: lemma, class, sort of speaker, and whether it is denied."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import load_nouns
from foreigndesk.lexicon.tables import classes_of
from foreigndesk.reading.silences.denial import is_negated, is_nothing
from foreigndesk.reading.silences.speech import LEX

CLASSES = classes_of(LEX)
NONE = frozenset[str]()
ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def named(token: Token) -> tuple[str, ...]:
    """Lemma and classes of a word, each marked where it is denied, and of a noun the sort of thing it is."""
    lemma = token.lemma_.lower()
    mark = " not" if is_denied(token) else ""
    own = () if token.pos_ in {"PROPN", "NUM"} else (f"{lemma}{mark}",)
    known = CLASSES.get(lemma, NONE) | CLASSES.get(token.lower_, NONE)
    return (*own, *(f":{one}{mark}" for one in known), *sort_of(token)) or (f"a {token.pos_}",)


def is_denied(token: Token) -> bool:
    """Whether a verb is negated, or a noun told as none at all."""
    if token.pos_ in {"VERB", "AUX"}:
        return token.dep_ not in {"aux", "auxpass"} and is_negated(token)
    return token.pos_ in {"NOUN", "PRON"} and is_nothing(token)


def sort_of(token: Token) -> tuple[str, ...]:
    """What sort of thing a noun is: a state, a person, a body."""
    if token.ent_type_ in ENTITIES:
        return (f"a {token.ent_type_}",)
    if token.pos_ == "PROPN":
        return ("a name",)
    known = load_nouns().get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    return (f"a {known.kind.value}",) if known is not None else ()
