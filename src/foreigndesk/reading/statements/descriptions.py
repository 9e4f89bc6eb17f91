"""What a noun phrase says of whom it means: "the former spy chief", "a senior U.S. official", "the poll"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Noun, NounKind, load_nouns
from foreigndesk.reading.statements.cast import Kind, Member, Named
from foreigndesk.reading.statements.phrases import (
    DESCRIBING,
    PLURAL,
    TELLING_PREPOSITIONS,
    complement,
    country_said,
    short_text,
)

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
QUANTIFIERS = frozenset(
    "many some others few most several both all those these everyone everybody nobody anyone someone none more others "
    "half two three four dozens hundreds thousands millions".split()
)
# Who says so is somebody new: "a second official", "another analyst".
ANOTHER = frozenset({"another", "other", "second", "third", "fourth", "fifth", "separate", "different", "one"})
COUNTS = {"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
WEAK = frozenset({"same", "own", "very", "such", "latter"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase taken apart: lemmas of its noun and of the words that modify it, article, owner, country."""

    head: Token
    noun: str
    known: Noun | None
    words: frozenset[str]
    definite: bool
    another: bool
    owner: Token | None
    plural: bool
    count: int | None
    country: str | None
    text: str

    @property
    def kind(self) -> Kind:
        """What it describes."""
        if self.known is None:
            return Kind.THING
        match self.known.kind:
            case NounKind.PERSON:
                return Kind.PERSON
            case NounKind.PEOPLE:
                return Kind.PEOPLE
            case NounKind.BODY | NounKind.MEDIA:
                return Kind.BODY
            case _:
                return Kind.THING


def describe(head: Token, named: Named) -> Description:
    """A noun phrase by its head."""
    noun = head.lemma_.lower()
    owner: Token | None = None
    definite = another = False
    words: set[str] = set()
    for child in head.children:
        word = child.lower_
        if child.dep_ == "poss":
            owner = child
        elif child.dep_ in {"det", "predet"}:
            definite = definite or word in DEFINITE
            another = another or word in ANOTHER
        elif child.dep_ in {"amod", "compound", "nmod", "nummod"}:
            another = another or word in ANOTHER
            words.update(t.lemma_.lower() for t in child.subtree if t.pos_ in DESCRIBING)
        elif child.dep_ == "prep" and word in TELLING_PREPOSITIONS:
            words.update(t.lemma_.lower() for t in complement(child) if t.pos_ in DESCRIBING)
    if owner is not None and owner.pos_ != "PRON":
        words.update(t.lemma_.lower() for t in owner.subtree if t.pos_ in DESCRIBING)
    plural = head.tag_ in PLURAL or noun in QUANTIFIERS
    count = next((COUNTS[child.lower_] for child in head.children if child.lower_ in COUNTS), None)
    if count is None and another and not plural:
        count = 1
    known = load_nouns().get(noun)
    if known is None and words & {"secretary"}:
        known = load_nouns().get("secretary")
    return Description(
        head=head,
        noun=noun,
        known=known,
        words=frozenset(words - WEAK),
        definite=definite or owner is not None,
        another=another,
        owner=owner,
        plural=plural,
        count=count,
        country=country_said(head, named.countries),
        text=short_text(head),
    )


# What a word of a description weighs that the report has told of a member, or has not: somebody unnamed is told of more
# shortly later on, somebody named in ever new words.
HIT, MISSED, MISSED_BY_UNNAMED = 1.5, 0.8, 1.5


def alike(said: Description, kind: Kind) -> bool:
    """Whether a noun can describe something of a kind: a country is a body and a state, an unknown noun anything."""
    return said.known is None or said.kind is kind or {said.kind, kind} == {Kind.BODY, Kind.STATE}


def fit(said: Description, member: Member) -> float | None:
    """How well a description fits a member, by its words; None if it cannot be meant."""
    if member.plural != said.plural or said.noun not in member.called or not alike(said, member.kind):
        return None
    if said.country and member.country not in {said.country, None}:
        return None
    gender = said.known.gender if said.known is not None else None
    if gender is not None and member.gender not in {gender, None}:
        return None
    told = said.words
    hit = len(told & member.words)
    missed = len(told - member.words)
    if said.owner is not None and said.owner.pos_ != "PRON" and said.owner.lemma_.lower() not in member.words:
        return None
    if missed and member.plural and not member.named:
        return None
    at_home = 0.7 if said.noun in member.current else 0.0
    return HIT * hit - (MISSED if member.named else MISSED_BY_UNNAMED) * missed + at_home
