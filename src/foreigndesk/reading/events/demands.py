"""Demands without a verb of asking: telling somebody what they must do ("said Iran must stop enriching")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.codebook import Effect
from foreigndesk.reading.events import clauses, grammar
from foreigndesk.reading.events.deeds import Deed, operator_at

MUST = frozenset({"must"})
HAVE_TO = frozenset({"have", "need"})


@dataclass(frozen=True, slots=True)
class Demand:
    """What must be done (its verb), by whom, who says so, and the deed demanded where it is one."""

    must: Token
    verb: Token
    teller: Token
    addressed: tuple[Token, ...]
    deed: Deed | None


def find_demands(doc: Doc, deeds: Mapping[int, Deed]) -> Iterator[Demand]:
    """Every clause with "must", "has to" or "needs to" that somebody is told to say of somebody else."""
    for token in doc:
        verb = None
        if token.lower_ in MUST and token.dep_ == "aux":
            verb = token.head
        elif token.lemma_.lower() in HAVE_TO and token.tag_ in {"VBZ", "VBP"}:
            verb = next((child for child in clauses.clauses(token) if child.dep_ == "xcomp"), None)
        if verb is None or any(child.dep_ == "neg" for child in (*verb.children, *token.children)):
            continue
        clause = token if verb != token.head else verb
        teller = teller_of(clause)
        if teller is not None:
            yield Demand(token, verb, teller, tuple(clauses.subjects(verb)), deeds.get(verb.i))


def teller_of(verb: Token) -> Token | None:
    """The verb of telling that a clause stands under, in either order; None if nobody is told to say it."""
    while verb.dep_ == "conj" and verb.head.pos_ in grammar.VERBAL:
        verb = verb.head
    if verb.dep_ == "ccomp" and operator_at(verb.head, (Effect.TELL,)) is not None:
        return verb.head
    for child in verb.children:  # "Israel must end the strikes, Russia said": the parser may hang the saying below
        if child.dep_ in {"parataxis", "ccomp"} and child.tag_ in {"VBD", "VBZ"} and operator_at(child, (Effect.TELL,)):
            return child
    return None
