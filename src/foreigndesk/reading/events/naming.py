"""What the names of a report say of its words: whom a word names, what kind of thing it stands for."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.codebook import load_sectors
from foreigndesk.model import Actor, ActorKind, Name
from foreigndesk.reading.events import grammar
from foreigndesk.reading.events.referents import PERSONAL, PRONOUNS, THINGS

OFFICIAL_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
CIVIL_SECTORS = frozenset({"CVL", "LAB", "EDU", "OPP", "AGR", "REL", "MED", "REF", "JRN", "SOC", "PTY"})
# Sectors whose nouns are forces and their gear: they act for somebody, but do not speak.
MUTE_SECTORS = frozenset({"MIL"})
# A place in capitals, perhaps a region and an agency, and a dash or colon, at the start of a paragraph.
DATELINE = re.compile(
    r"^\s*[A-Z][A-Z'’. ]{2,30}(?:, ?[^-–—:\n]{2,40}?)? ?(?:\([^)\n]{2,20}\))? ?(?:--|[-–—:]) ", re.MULTILINE
)
NAMED_THINGS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
PERSON = frozenset({"party", "person", "spoken"})
SPOKEN = frozenset({"spoken"})
PARTY_AND_SPOKEN = frozenset({"party", "spoken"})
KINDS_OF_ACTOR: Mapping[ActorKind, frozenset[str]] = {
    ActorKind.STATE: frozenset({"party", "state", "place", "spoken"}),
    ActorKind.BODY: frozenset({"party", "spoken"}),
    ActorKind.ORGANISATION: frozenset({"party", "spoken", "organisation"}),
    ActorKind.GROUP: frozenset({"party", "spoken"}),
    ActorKind.MEDIA: frozenset({"party", "spoken"}),
    ActorKind.INSTITUTE: frozenset({"party", "spoken"}),
    ActorKind.PERSON: PERSON,
}
KINDS_OF_ENTITY: Mapping[str, frozenset[str]] = {
    "GPE": frozenset({"place", "spoken"}),
    "NORP": frozenset({"party", "spoken"}),
    "ORG": frozenset({"party", "spoken"}),
    "PERSON": PERSON,
    "LOC": frozenset({"place"}),
    "FAC": frozenset({"place"}),
}


@functools.cache
def kinds_of_sector(sector: str) -> frozenset[str]:
    """What a common noun of a sector stands for."""
    kinds = {"party"} | (set() if sector in MUTE_SECTORS else {"spoken"})
    kinds |= {"official"} if sector in OFFICIAL_SECTORS - MUTE_SECTORS else set()
    return frozenset(kinds | ({"civilian"} if sector in CIVIL_SECTORS else set()))


@functools.cache
def role_nouns() -> Mapping[str, str]:
    """Sector by noun ("minister" -> GOV); of several sectors the first in the table."""
    found: dict[str, str] = {}
    for sector in load_sectors().values():
        for word in sector.words:
            found.setdefault(word.replace(" ", "_"), sector.code)
    return found


class Naming:
    """The names of one report laid over its words."""

    def __init__(self, doc: Doc, names: Sequence[Name], actors: Actors, day: dt.date | None) -> None:
        """Lay the names over the words they cover."""
        self.doc = doc
        self.text = doc.text  # kept: a Doc puts its text together anew whenever it is asked for it
        self.actors = actors
        self.day = day
        self.named: dict[int, Name] = {}
        spans = (doc.char_span(*span, alignment_mode="contract") for span in find_datelines(self.text))
        self.datelines = frozenset(token.i for span in spans for token in span or ())
        for name in names:
            span = doc.char_span(name.start, name.end, alignment_mode="contract")
            if span is not None and not is_hyphenated(span):
                self.named.update((token.i, name) for token in span)

    @functools.cached_property
    def states(self) -> frozenset[str]:
        """The states that the report names, or names somebody of."""
        known = (self.actors.get(name.actor) for name in self.named.values() if name.actor)
        return frozenset(actor.country or actor.id for actor in known if actor is not None)

    def actor_at(self, token: Token) -> Actor | None:
        """The known actor a word names, or is part of the name of."""
        name = self.named.get(token.i)
        if token.i in self.datelines:
            return None
        if name is not None and (name.actor or token.lower_ != "european"):
            return self.actors.get(name.actor) if name.actor else None
        if token.lower_.endswith("-led"):  # one word to the parser: "U.S.-led"
            return next(iter(self.actors.named(token.text[: -len("-led")], self.day)), None)
        if token.lower_ == "european" and token.dep_ in grammar.MODIFIERS:
            return self.actors.get("european-union")
        if token.ent_type_ in NAMED_THINGS and token.pos_ in {"PROPN", "ADJ"} and is_whole_entity(token):
            for actor in self.actors.named(token.text, self.day):
                if actor.kind is ActorKind.STATE:
                    return actor
        return None

    def sector_at(self, token: Token) -> str | None:
        """The sector a common noun puts somebody in."""
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"}:
            return None
        forms = grammar.lemma_forms(token)
        sector = next((role_nouns()[form] for form in reversed(forms) if form in role_nouns()), None)
        return sector or ("CVL" if token.pos_ == "NOUN" and forms[0].endswith(("man", "woman", "cian")) else None)

    def kinds(self, token: Token) -> frozenset[str]:
        """What a word stands for, as far as its own words tell: party, person, state, place, official, spoken."""
        actor = self.actor_at(token)
        if actor is not None:
            return KINDS_OF_ACTOR[actor.kind] | ({"official"} if actor.sector in OFFICIAL_SECTORS else frozenset())
        sector = self.sector_at(token)
        if sector is not None and token.pos_ != "PROPN":
            return kinds_of_sector(sector)
        if token.lower_ in PRONOUNS or token.lower_ == "both":
            return SPOKEN if token.lower_ in THINGS else PERSON if token.lower_ in PERSONAL else PARTY_AND_SPOKEN
        return KINDS_OF_ENTITY.get(token.ent_type_, frozenset())

    def name_at(self, token: Token) -> str:
        """The full name of the person a word names, as far as known or printed."""
        actor = self.actor_at(token)
        name = self.named.get(token.i)
        return actor.name if actor is not None else (name.restored or name.printed) if name is not None else token.text

    def same_name(self, one: Token, other: Token) -> bool:
        """Whether two words belong to one name."""
        return one.i in self.named and self.named[one.i] is self.named.get(other.i)


def find_datelines(text: str) -> tuple[tuple[int, int], ...]:
    r"""Where paragraphs begin with a place and a dash: offsets. Whoever is named there acts nowhere in the sentence.

    >>> find_datelines("KABUL, Afghanistan (Wire) -- The army left.")
    ((0, 29),)
    """
    return tuple(match.span() for match in DATELINE.finditer(text))


def is_whole_entity(token: Token) -> bool:
    """Whether a word is a named entity all by itself: "Mexico", but not the one in "New Mexico"."""
    return token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor(1).ent_iob_ != "I")


def is_hyphenated(name: Span) -> bool:
    """Whether a name is hyphenated to a participle, so that it is not who acts: "Iran-backed", but not "U.S.-led"."""
    behind = name.doc[name.end : name.end + 2]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].tag_ in {"VBN", "VBD"} and behind[1].lower_ != "led"


def phrase_of(token: Token) -> tuple[int, int]:
    """Offsets of the plain noun phrase of a noun: from its first modifier to itself, articles left out.

    The words behind it ("of Iran") are left out too: a party's print is short.
    """
    first = token
    for child in token.children:
        if child.dep_ in {*grammar.MODIFIERS, "poss", "nummod"} and child.i < token.i:
            first = min(first, child.left_edge, key=lambda word: word.i)
    for word in token.doc[first.i : token.i]:  # "LIMA (Reuters) - Fighters": a dateline is no modifier
        if word.text in {"-", "--", "–", "—", ":"} and word.nbor(-1).whitespace_:
            first = word.nbor(1)
    return first.idx, token.idx + len(token)
