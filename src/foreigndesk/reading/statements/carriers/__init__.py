"""Who carries a message between two others, by grammar: "asked Oman to relay", "through Swiss diplomats".

A carriage is told by a verb of carrying whose doer is asked, or carries what is another's (carried.py, errands.py); by
whom a message is left with; by "through" and "via" beside words of speaking, by mediating, and by nouns: "used Qatar as
a go-between" (between.py). Who brings nothing but his own words is no carrier.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.carriers import Carrying, load_carrying
from foreigndesk.reading.statements.carriers.between import SEATS, by_way, mediated, mediation, served
from foreigndesk.reading.statements.carriers.carriage import Carriage, role_of
from foreigndesk.reading.statements.carriers.carried import (
    brought_along,
    carried,
    left_with,
    passed_by_telling,
    received,
)
from foreigndesk.reading.statements.carriers.parties import is_go_between, is_party

__all__ = ["Carriage", "find_carriages"]

# Behind these prepositions stands the one by whom it goes; behind the others only with a noun of SEATS.
BY_WAY = frozenset({"through", "via"})
BY_MEANS = frozenset({"by", "with", "under"})
TELLING = frozenset({Carrying.TELL, Carrying.PRESS, Carrying.PLEAD, Carrying.REACH})
BRINGING = frozenset({Carrying.RELAY, Carrying.BRING, Carrying.VOICE, Carrying.LINK})
BETWEEN = frozenset({Carrying.MEDIATE, Carrying.HOST})


def find_carriages(doc: Doc) -> tuple[Carriage, ...]:
    """Every carriage that a text tells, in order; of two with the same carrier's words the first."""
    found: dict[int, Carriage] = {}
    for token in doc:
        for carriage in told_by(token):
            found.setdefault(carriage.carriers[0].i, carriage)
    return tuple(found.values())


def told_by(token: Token) -> Iterator[Carriage]:
    """The carriages that a word tells."""
    if token.pos_ in {"VERB", "AUX"}:
        yield from told_by_verb(token)
    elif token.dep_ in {"prep", "agent"} and is_by_way(token):
        yield from by_way(token)
    elif token.lower_ == "mediation":
        yield from mediation(token)
    elif is_go_between(token):
        yield from served(token)


def is_by_way(preposition: Token) -> bool:
    """Whether a preposition tells by whom it goes."""
    word = preposition.lower_
    return word in BY_WAY or (word in BY_MEANS and any(child.lower_ in SEATS for child in preposition.children))


def told_by_verb(verb: Token) -> Iterator[Carriage]:
    """The carriages that a verb tells."""
    words, lemma, role = load_carrying(), verb.lemma_.lower(), role_of(verb)
    if role is Carrying.VOICE and any(c.dep_ == "dobj" and is_party(c) for c in verb.children):
        role = Carrying.PRESS  # "asked Muscat to get the rebels to stop"
    if role in TELLING:
        yield from passed_by_telling(verb, role)
    elif role in BRINGING:
        yield from carried(verb, role)
    elif role in BETWEEN:
        yield from mediated(verb)
    if role is Carrying.MEDIATE and lemma in words[Carrying.PLEAD]:
        yield from passed_by_telling(verb, Carrying.PLEAD)
    if role in {Carrying.LEAVE, Carrying.BRING}:
        yield from left_with(verb)
    if lemma in words[Carrying.MOTION]:
        yield from brought_along(verb)
    if lemma in words[Carrying.RECEIVE]:
        yield from received(verb)
