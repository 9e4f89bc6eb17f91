"""'The hope is that', 'the view in Beijing is that', 'the worry among officials is': a noun tells what is thought."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from foreigndesk.reading.statements.attribution import ATTITUDE_NOMINAL, NOMINAL, Attribution
from foreigndesk.reading.statements.constructs import runs
from foreigndesk.reading.statements.grammar import phrase

FEELINGS = frozenset("hope fear worry concern wish dream nightmare".split())
THOUGHTS = frozenset(
    "view belief expectation assumption consensus thinking feeling argument claim suspicion conviction judgment "
    "judgement assessment conclusion theory impression understanding bet prediction complaint criticism allegation "
    "contention calculation verdict message sense perception hunch line reading".split()
)
HOLDING = frozenset({"of", "in", "among", "at", "within", "inside", "from"})
# By grammar alone. Too rare to measure (about ten in the 840 reports of PolNeAR train): ranked like a carried message.
SCORE = 0.9


def find_nominals(doc: Doc) -> Iterator[Attribution]:
    """What nouns of thought and feeling are said to be, with their holder where the noun names one."""
    for verb in doc:
        if verb.lemma_ != "be" or verb.pos_ not in {"AUX", "VERB"}:
            continue
        noun = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if noun is None or noun.lemma_.lower() not in FEELINGS | THOUGHTS or noun.i > verb.i:
            continue
        clause = next((c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and opens_with_that(c, verb)), None)
        if clause is None:
            continue
        holder = holder_of_thought(noun)
        span = phrase(holder) if holder is not None else None
        yield Attribution(
            (span,) if span is not None else (),
            runs([noun, verb]),
            runs(clause.subtree),
            ATTITUDE_NOMINAL if noun.lemma_.lower() in FEELINGS else NOMINAL,
            SCORE,
        )


def opens_with_that(clause: Token, verb: Token) -> bool:
    """Whether a clause follows "is", with "that" or without, and is no other clause's ("if", "because")."""
    marks = [child.lower_ for child in clause.children if child.dep_ == "mark"]
    if clause.dep_ == "advcl":
        return marks == ["that"]
    return clause.i > verb.i and (not marks or marks[0] == "that")


def holder_of_thought(noun: Token) -> Token | None:
    """Who thinks so: "their hope", "the view in Beijing", "the worry among officials"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "amod" and child.ent_type_ == "NORP":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in HOLDING:
            return next((c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"}), None)
    return None
