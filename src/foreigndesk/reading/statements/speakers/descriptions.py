"""What a noun phrase says of whom it means: "the former spy chief", "a senior U.S. official", "the poll"."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Noun, NounKind, load_nouns
from foreigndesk.reading.statements.phrases import (
    DESCRIBING,
    PLURAL,
    TELLING_PREPOSITIONS,
    complement,
    country_said,
    gathered,
    is_mouthpiece,
    short_text,
)
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.member import Kind, Member

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
QUANTIFIERS = frozenset(
    "many some others few most several both all those these everyone everybody nobody anyone someone none more others "
    "half two three four dozens hundreds thousands millions".split()
)
# Who says so is somebody new: "a second official", "another analyst".
ANOTHER = frozenset({"another", "other", "second", "third", "fourth", "fifth", "separate", "different", "one"})
COUNTS = {"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# "The first official" is the one first told of; a machine makes "the primary official" of it.
ORDINALS = {"first": 0, "primary": 0, "initial": 0, "second": 1, "third": 2, "fourth": 3}
WEAK = frozenset({"same", "own", "very", "such", "latter", *ORDINALS})
ENDS_IN_S = frozenset({"d'affaires", "d’affaires", "headquarters"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase taken apart: lemma of its noun, keys of the words that modify it, article, owner, country.

    `defining` are those of `words` that stand as nouns before it ("defence" secretary), `parties` those among them,
    `rivals` the parties that they rule out.
    """

    head: Token
    noun: str
    known: Noun | None
    words: frozenset[str]
    defining: frozenset[str]
    parties: frozenset[str]
    rivals: frozenset[str]
    definite: bool
    another: bool
    ordinal: int | None
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


def noun_of(token: Token) -> Noun | None:
    """What the tables know of a noun, also where the parser took it for another kind of word: "individuals"."""
    nouns = load_nouns()
    word = token.lower_.replace("’", "'")
    return nouns.get(token.lemma_.lower()) or nouns.get(word) or nouns.get(word.removesuffix("s"))


@dataclass(slots=True)
class Told:
    """What stands around a noun, as it is collected."""

    words: set[str] = field(default_factory=set)
    defining: set[str] = field(default_factory=set)
    owner: Token | None = None
    definite: bool = False
    another: bool = False
    ordinal: int | None = None


def read_children(head: Token, named: Named) -> Told:
    """What the words that hang on a noun tell of it."""
    told = Told(definite=head.dep_ in {"compound", "nmod"})  # "a ministry spokesman": the one ministry
    for child in head.children:
        word = child.lower_
        if child.dep_ == "poss":
            told.owner = child
        elif child.dep_ in {"det", "predet"}:
            told.definite = told.definite or word in DEFINITE
            told.another = told.another or word in ANOTHER
        elif child.dep_ in {"amod", "compound", "nmod", "nummod"}:
            told.another = told.another or word in ANOTHER
            told.ordinal = ORDINALS.get(word, told.ordinal)
            told.words.update(named.key(t) for t in child.subtree if t.pos_ in DESCRIBING)
            if child.dep_ == "compound" and child.pos_ == "NOUN":
                told.defining.add(named.key(child))
        elif child.dep_ == "prep" and word in TELLING_PREPOSITIONS:
            told.words.update(named.key(t) for t in complement(child) if t.pos_ in DESCRIBING)
    if told.owner is not None and told.owner.pos_ != "PRON":
        told.words.update(named.key(t) for t in told.owner.subtree if t.pos_ in DESCRIBING)
    return told


def is_plural(head: Token, noun: str, known: Noun | None) -> bool:
    """Whether a noun means several, also where the parser took it for another kind of word: "MPs questioned"."""
    misread = head.pos_ not in {"NOUN", "PROPN"} and known is not None and head.lower_ == known.noun + "s"
    return misread or noun in QUANTIFIERS or (head.tag_ in PLURAL and head.lower_ not in ENDS_IN_S)


def describe(head: Token, named: Named) -> Description:
    """A noun phrase by its head."""
    text = short_text(head)
    within = gathered(head)
    known = noun_of(within or head)
    if within is not None:  # "a chorus of Republicans": they are meant
        head, known = within, known or load_nouns()["people"]
    noun = known.noun if known is not None else head.lemma_.lower()
    told = read_children(head, named)
    words = told.words
    plural = within is not None or is_plural(head, noun, known)
    count = next((COUNTS[child.lower_] for child in head.children if child.lower_ in COUNTS), None)
    if count is None and told.another and not plural:
        count = 1
    if known is None and words & {"secretary"}:
        known = load_nouns().get("secretary")
    if known is None and head.like_num:  # "about 4 in 10"
        known, plural = load_nouns()["people"], True
    if known is None and is_who(head):
        known = load_nouns()["people" if plural else "person"]
    parties = words & named.parties
    return Description(
        head=head,
        noun=noun,
        known=known,
        words=frozenset(words - WEAK),
        defining=frozenset(told.defining),
        parties=frozenset(parties),
        rivals=frozenset(named.parties - parties if parties else ()),
        definite=told.definite or told.owner is not None,
        another=told.another,
        ordinal=told.ordinal,
        owner=told.owner,
        plural=plural,
        count=count if within is None else None,
        country=country_said(head, named.countries),
        text=text,
    )


def is_who(head: Token) -> bool:
    """Whether a noun is told of as somebody: "one of the docs who wrote"."""
    return any(child.dep_ == "relcl" and child.left_edge.lower_ == "who" for child in head.rights)


# What a word of a description weighs that the report has told of a member, or has not: somebody unnamed is told of more
# shortly later on, somebody named in ever new words, but hardly by a new office.
HIT, MISSED, MISSED_BY_UNNAMED, MISSED_DEFINING = 1.5, 0.8, 1.5, 1.5


def alike(said: Description, kind: Kind) -> bool:
    """Whether a noun can describe something of a kind: a country is a body and a state, an unknown noun anything."""
    return said.known is None or said.kind is kind or {said.kind, kind} == {Kind.BODY, Kind.STATE}


def fit(said: Description, member: Member, owner: str | None) -> float | None:
    """How well a description fits a member, by its words; None if it cannot be meant.

    `owner` is the key of whose it is, None if it is nobody's.
    """
    if member.plural != said.plural or said.noun not in member.called or not alike(said, member.kind):
        return None
    if said.country and member.country not in {said.country, None}:
        return None
    gender = said.known.gender if said.known is not None else None
    if gender is not None and member.gender not in {gender, None}:
        return None
    if (is_mouthpiece(said.head) and not member.is_mouthpiece) or said.rivals & member.words:
        return None
    told = member.words | {member.country or ""}
    missed = said.words - told
    if owner is not None and owner not in told:
        return None
    if missed and member.plural and not member.named:
        return None
    if missed & said.parties and member.named:
        return None
    if member.kind is Kind.BODY and missed & said.defining:
        return None
    at_home = 0.7 if said.noun in member.current else 0.0
    lost = (MISSED if member.named else MISSED_BY_UNNAMED) * len(missed)
    if member.named:
        lost += (MISSED_DEFINING - MISSED) * len(missed & said.defining)
    return HIT * len(said.words & told) - lost + at_home
