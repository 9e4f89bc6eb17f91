"""Which words tell what is to come: those around a head, and what a word of plans, dangers or forecasts tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Token

from foreigndesk.lexicon.ahead import load_ahead
from foreigndesk.model import Span
from foreigndesk.reading.ahead.clauses import clause_of, has_to, subject_here, trimmed
from foreigndesk.reading.ahead.naming import tense

NOMINAL = frozenset({"NOUN", "PROPN"})
WHENS = frozenset({"DATE", "TIME"})
PAUSES = frozenset(",;:()–—")
# Of these words what they tell of is to come, and not they themselves: "a pledge to leave", "promises deliveries".
TELLING_NOUNS = ("plan", "menace", "augury")
TELLING_VERBS = ("intend", "bind", "foretell")
LEX = load_ahead()


def told_of(word: Token) -> Token:
    """What is to come by a word that only tells of it: the deed of a pledge, the war of a danger, what is promised.

    Of a noun on whose brink somebody is it is all that; any other word is the head of what is to come itself.
    """
    if word.pos_ in NOMINAL:
        return brought_to(word) or complement(word) or word
    if word.pos_ not in {"VERB", "AUX"} or any(c.dep_ in {"ccomp", "xcomp"} for c in word.children):
        return word
    if is_of(word, TELLING_VERBS) and not any(c.dep_ == "auxpass" for c in word.children):
        told = next((c for c in word.children if c.dep_ == "dobj" and c.i > word.i and c.pos_ in NOMINAL), None)
        return told or noun_behind(word, {"for", "with", "on"}) or word
    subject = subject_here(word)
    if tense(word) not in {"present", "past"} or subject is None:
        return word
    told = complement(subject)
    if told is not None and (told.pos_ == "VERB" or is_of(told, ("event",))):
        return told  # "the danger of a war is growing"
    talked_of = noun_behind(word, {"of", "for", "on"}) if word.lemma_ == "be" else None
    return talked_of if talked_of is not None and not is_of(talked_of, ("loom",)) else word


def is_of(word: Token, classes: Sequence[str]) -> bool:
    """Whether a word stands in one of some classes."""
    return any(word.lemma_.lower() in LEX[one] for one in classes)


def complement(noun: Token) -> Token | None:
    """The deed or thing that a plan, a danger or an expectation is one of."""
    if not is_of(noun, TELLING_NOUNS):
        return None
    deed = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and has_to(c) and c.i > noun.i), None)
    return deed or noun_behind(noun, {"of", "for"})


def noun_behind(word: Token, prepositions: Set[str]) -> Token | None:
    """The noun behind a word and one of some prepositions."""
    behind = (o for c in word.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.children)
    return next((o for o in behind if o.dep_ == "pobj" and o.pos_ in NOMINAL and o.ent_type_ not in WHENS), None)


def brought_to(noun: Token) -> Token | None:
    """The verb of a clause that tells how near a noun is: "is on the brink of collapse", "is on the calendar"."""
    for _ in range(2):
        place = noun.head
        if place.dep_ != "prep":
            return None
        if is_of(noun, ("loom",)) and place.head.lemma_ == "be":
            return place.head
        noun = place.head
    return None


def behind(noun: Token) -> Iterator[Token]:
    """What hangs on the verb of a noun right behind it, and tells when, or all if the verb tells of the noun."""
    end, all_of_it = noun.right_edge.i, is_of(noun.head, TELLING_VERBS)
    for child in noun.head.children:
        follows = child.dep_ == "prep" and child.i > noun.i and child.left_edge.i == end + 1
        if follows and (all_of_it or any(t.ent_type_ in WHENS for t in child.subtree)):
            yield from child.subtree
            end = child.right_edge.i


def outcome_of(head: Token) -> Span | None:
    """The words of an outcome around its head: a noun without clauses beside it, a deed behind "to", a clause."""
    if head.pos_ in NOMINAL and subject_here(head) is None:
        beside = {c for c in head.children if c.dep_ in {"conj", "cc", "appos", "punct"}}
        beside |= {c for c in head.children if c.dep_ == "relcl" and c.left_edge.nbor(-1).text in PAUSES}
        apart = {t for c in beside for t in c.subtree}
        return trimmed(t for t in (*head.subtree, *behind(head)) if t not in apart)
    if has_to(head) and subject_here(head) is None:
        start = next((c.i + 1 for c in head.children if c.lower_ == "to"), head.i)
        return trimmed(t for t in head.subtree if t.i >= start)
    return clause_of(head)
