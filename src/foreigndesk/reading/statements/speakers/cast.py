"""Who goes by a name in a report, and where: with the titles, appositions and parties that stand around the names."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.lexicon.places import load_gazetteer
from foreigndesk.model import Actor, ActorKind, Name, Reason, Span
from foreigndesk.reading.names import full_name
from foreigndesk.reading.statements.layout import Layout, head_of
from foreigndesk.reading.statements.phrases import (
    DESCRIBING,
    PLURAL,
    country_said,
    is_mouthpiece,
    roles_of,
    spoken_for,
)
from foreigndesk.reading.statements.speakers.around import (
    FEMALE_TITLES,
    MALE_TITLES,
    describing,
    learn_from_titles,
    works_in,
)
from foreigndesk.reading.statements.speakers.member import Kind, Member, country_of, new_member

PARTY = re.compile(r" \((?P<party>[RDI])(?:-[A-Z][A-Za-z.]*)?\)")
PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}


class Named:
    """Who is named in a report, and where: the members of its cast that go by a name."""

    def __init__(self, text: str, layout: Layout, names: Sequence[Name], actors: Actors, day: dt.date | None) -> None:
        """Read all names with what stands around them."""
        self.text, self.layout, self.names, self.actors, self.day = text, layout, names, actors, day
        self.members: dict[str, Member] = {}
        self.at: dict[int, Member] = {}  # by token, for every token of a name
        self.heads: dict[int, Name] = {}  # by token, for the head of each name
        self.countries: dict[int, str] = {}  # by token: the country of whom the name names
        self.states: Counter[str] = Counter()  # how often each state is named, or a body or person of it
        self.displays: dict[tuple[str, str | None, tuple[Reason, ...]], str] = {}
        self.parties: set[str] = set()  # the keys of the parties named
        for name in names:
            self.lay(name)
        self.put_places()
        for i in self.heads:
            member = self.at[i]
            if member.kind is Kind.BODY and member.actor is None and self.told_as_person(i):
                member.kind = Kind.PERSON
        for i in self.heads:
            if self.at[i].kind is Kind.PERSON:
                self.read_person(i)
        for member in self.members.values():
            if member.kind is Kind.PERSON:
                member.gender = member.gender or gender_of(member.name)

    def lay(self, name: Name) -> None:
        """Lay one name over the words it covers."""
        first, end = self.layout.between(Span(name.start, name.end))
        if first >= end:
            return
        key = (name.printed, name.actor, name.reasons)
        if key not in self.displays:
            self.displays[key] = self.display(name)
        head = head_of(self.layout.tokens[first:end]) or self.layout.tokens[first]
        self.heads[head.i] = name
        member = self.member(self.displays[key], name, head)
        self.at.update(dict.fromkeys(range(first, end), member))
        if member.country:
            self.countries.update(dict.fromkeys(range(first, end), member.country))
            self.states[member.country] += 1
        if name.actor is not None and is_party(self.actors.get(name.actor)):
            self.parties.add(name.actor)

    def put_places(self) -> None:
        """Give towns and regions that are no actors the state they lie in, where it is beyond doubt."""
        for i, name in self.heads.items():
            member = self.at[i]
            if name.kind == "place" and name.actor is None and member.country is None:
                place = load_gazetteer().place(name.printed, near=self.states.keys())
                if place is not None and place.country is not None:
                    member.country = place.country
                    first, end = self.layout.between(Span(name.start, name.end))
                    self.countries.update(dict.fromkeys(range(first, end), place.country))

    @functools.cached_property
    def bodies(self) -> frozenset[str]:
        """The keys of the bodies named, parties left out."""
        bodies = (member for member in self.members.values() if member.kind is Kind.BODY)
        return frozenset(member.actor or member.name.lower() for member in bodies) - self.parties

    def key(self, token: Token) -> str:
        """What a word of a description is compared by: whom it names, so that "GOP" is "Republican", else its lemma."""
        member = self.at.get(token.i)
        return token.lemma_.lower() if member is None else member.actor or member.name.lower()

    def places(self) -> Iterator[tuple[int, Member]]:
        """Where each name stands in the text, and whom it names, in order."""
        for i, name in self.heads.items():
            yield name.start, self.at[i]

    def told_as_person(self, i: int) -> bool:
        """Whether a name stands beside a noun for one person: "resident Ada Lund"."""
        name = self.heads[i]
        first, end = self.layout.between(Span(name.start, name.end))
        nouns = (load_nouns().get(phrase[0].lemma_.lower()) for phrase in describing(self.layout.tokens[i], first, end)
                 if phrase[0].tag_ not in PLURAL)  # fmt: skip
        return any(noun is not None and noun.kind is NounKind.PERSON for noun in nouns)

    def read_person(self, i: int) -> None:
        """Learn what stands around a person's name: titles, gender, country, whom he speaks for, party."""
        member, name = self.at[i], self.heads[i]
        first, end = self.layout.between(Span(name.start, name.end))
        for phrase in describing(self.layout.tokens[i], first, end):
            self.learn(member, phrase, first, end)
        member.country = member.country or country_said(self.layout.tokens[i], self.countries)
        member.country = member.country or works_in(self.layout.tokens[i], self.countries)
        learn_from_titles(member, self.layout.tokens[max(first - 3, 0) : end])
        if party := PARTY.match(self.text, name.end):
            member.call([PARTIES[party.group("party")]])
            member.words |= {actor.id for actor in self.actors.named(PARTIES[party.group("party")])[:1]}

    def learn(self, member: Member, phrase: Sequence[Token], first: int, end: int) -> None:
        """What a phrase beside a person's name (tokens first..end) tells of him."""
        for token in phrase:
            if token.pos_ in DESCRIBING and not first <= token.i < end:
                key = self.key(token)
                member.words.add(key)
                if key in self.parties:
                    member.called.add(token.lemma_.lower())  # "the Republican" of a Republican senator
                if is_mouthpiece(token):
                    member.is_mouthpiece = True
                    spoken = spoken_for(token)
                    member.speaks_for = member.speaks_for or (spoken[1] if spoken else None)
        member.call([phrase[0].lemma_.lower()])
        member.roles |= roles_of(phrase[0])
        member.country = member.country or country_said(phrase[0], self.countries)

    def add(self, head: Token, first: int, kind: Kind) -> Member:
        """A person or body whose name the parser alone shows: tokens first..head."""
        span = Span(self.layout.tokens[first].idx, head.idx + len(head))
        printed = self.text[span.start : span.end]
        member = self.members.get(printed)
        if member is None:
            member = self.members[printed] = Member(printed, kind)
            member.gender = gender_of(printed) if kind is Kind.PERSON else None
        for i in range(first, head.i + 1):
            self.at[i] = member
        for phrase in describing(head, first, head.i + 1):
            self.learn(member, phrase, first, head.i + 1)
        member.country = member.country or country_said(head, self.countries)
        return member

    def display(self, name: Name) -> str:
        """The name to show: the known actor's, else the fullest form the report prints."""
        actor = self.actors.get(name.actor) if name.actor else None
        return actor.name if actor else full_name(name, self.names)

    def member(self, display: str, name: Name, head: Token) -> Member:
        """The member that a name names; a people ("Russians") is another one than its state."""
        actor = self.actors.get(name.actor) if name.actor else None
        family = (
            name.kind == "person"
            and " " not in name.printed
            and self.text[max(name.start - 4, 0) : name.start].lower() == "the "
        )
        adherents = is_adherents(name, actor, head)
        people = name.kind == "people" or family or adherents or (head.tag_ in PLURAL and of_people(name))
        key = name.printed if people else display
        if key not in self.members:
            self.members[key] = (
                Member(
                    name.printed,
                    Kind.PEOPLE,
                    actor=name.actor if adherents else None,
                    country=country_of(actor),
                    plural=True,
                    is_people=True,
                )
                if people
                else new_member(display, name, actor, self.day)
            )
        member = self.members[key]
        if actor is None and member.kind is Kind.BODY and self.titled(name):
            member.kind = Kind.PERSON
        return member

    def titled(self, name: Name) -> bool:
        """Whether a courtesy title stands right before a name."""
        before = self.text[max(name.start - 5, 0) : name.start].split()
        return bool(before) and before[-1].lower() in MALE_TITLES | FEMALE_TITLES


def of_people(name: Name) -> bool:
    """Whether a name is an adjective or the name of a people: "Russians", "Republicans"."""
    return any(reason.rule in {"adjective", "people"} for reason in name.reasons)


def is_adherents(name: Name, actor: Actor | None, head: Token) -> bool:
    """Whether a party's name means its people: "Republicans", not "the Greens party"."""
    return (
        actor is not None
        and is_party(actor)
        and head.tag_ in PLURAL
        and name.printed != actor.name
        and not (head.dep_ == "compound" and head.head.pos_ in {"NOUN", "PROPN"})
    )


def is_party(actor: Actor | None) -> bool:
    """Whether an actor is a political party."""
    return actor is not None and actor.kind is ActorKind.BODY and actor.sector == "PTY"
