"""The cast of a report: every person, body and unnamed speaker in it, with what the report says of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.given_names import gender_of
from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.model import Actor, ActorKind, Name, Reason, Span
from foreigndesk.reading.names import full_name
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.layout import Layout, head_of
from foreigndesk.reading.statements.phrases import (
    DESCRIBING,
    MODIFIERS,
    PLURAL,
    country_said,
    is_mouthpiece,
    spoken_for,
)


class Kind(StrEnum):
    """What a member of the cast is."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    PEOPLE = "people"
    THING = "thing"  # a report, a poll


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where a member is mentioned: the number of its token, and how it stands there."""

    token: int
    subject: float  # 1 for the subject of a main clause, less for that of another
    quotation: int  # -1: outside any
    aside: bool = False  # only a modifier: "Trump" in "the Trump campaign"


@dataclass(slots=True, eq=False)
class Member:
    """One of the cast: display name, known actor, and the words that describe it in this report.

    `noun` is the noun that introduces somebody unnamed, `intro` where that stands; `called` are the nouns by which it
    may be called afterwards, `current` the words of the post held on the day.
    """

    name: str
    kind: Kind
    actor: str | None = None
    country: str | None = None
    post: str | None = None
    gender: str | None = None
    leaning: int = 0  # of a gender not known: how often "he" was taken for it, less how often "she"
    plural: bool = False
    is_media: bool = False
    is_people: bool = False
    noun: str | None = None
    speaks_for: str | None = None
    count: int | None = None
    definite: bool = True
    is_mouthpiece: bool = False
    intro: Span | None = None
    words: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    current: set[str] = field(default_factory=set)
    mentions: list[Mentioned] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether it goes by a name."""
        return self.noun is None

    def call(self, nouns: Iterable[str]) -> None:
        """Take in nouns that it is called by, with what else one so called may be called."""
        known_nouns = load_nouns()
        for noun in nouns:
            self.words.add(noun)
            self.called.add(noun)
            known = known_nouns.get(noun)
            if known is not None:
                self.called |= known.also
                if self.kind is Kind.PERSON and known.kind is NounKind.PERSON:
                    self.gender = self.gender or known.gender


# What else an actor is called: by its kind, and by its sector.
CALLED_BY_KIND = {
    ActorKind.STATE: "country nation state government kingdom republic",
    ActorKind.ORGANISATION: "organization organisation body bloc alliance group agency",
    ActorKind.GROUP: "group organization organisation movement",
    ActorKind.INSTITUTE: "institute center centre group organization institution",
    ActorKind.MEDIA: "newspaper paper outlet network channel agency broadcaster magazine publication site website",
    ActorKind.BODY: "body",
}
CALLED_BY_SECTOR = {
    "BUS": "company firm business manufacturer",
    "PTY": "party",
    "EDU": "university school college institution",
    "REB": "militia rebel",
    "LEG": "lawmaker chamber",
    "MIL": "military force",
    "GOV": "agency department",
    "SPY": "agency service",
    "JUD": "court",
}
CALLED_PLACE = frozenset("state city town region province county village".split())
CALLED_UNKNOWN = frozenset("company firm group organization organisation agency institution body".split())
MALE_TITLES = frozenset("mr. mr sir lord king prince".split())
FEMALE_TITLES = frozenset("mrs. mrs ms. ms miss lady queen princess madam".split())
TITLES = {
    "sen.": "senator", "sens.": "senator", "rep.": "representative", "reps.": "representative", "gov.": "governor",
    "gen.": "general", "lt.": "lieutenant", "col.": "colonel", "adm.": "admiral", "amb.": "ambassador",
    "prof.": "professor", "dr.": "doctor", "maj.": "major", "capt.": "captain", "sgt.": "sergeant",
    "pres.": "president", "rev.": "pastor", "atty.": "attorney", "supt.": "superintendent",
}  # fmt: skip
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
        displays: dict[tuple[str, str | None, tuple[Reason, ...]], str] = {}
        for name in names:
            first, end = layout.between(Span(name.start, name.end))
            if first >= end:
                continue
            key = (name.printed, name.actor, name.reasons)
            if key not in displays:
                displays[key] = self.display(name)
            head = head_of(layout.tokens[first:end]) or layout.tokens[first]
            self.heads[head.i] = name
            member = self.member(displays[key], name, head)
            for i in range(first, end):
                self.at[i] = member
                if member.country:
                    self.countries[i] = member.country
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
            for token in phrase:
                if token.pos_ in DESCRIBING and not first <= token.i < end:
                    member.words.add(token.lemma_.lower())
                    if is_mouthpiece(token):
                        member.is_mouthpiece = True
                        spoken = spoken_for(token)
                        member.speaks_for = member.speaks_for or (spoken[1] if spoken else None)
            member.call([phrase[0].lemma_.lower()])
            member.country = member.country or country_said(phrase[0], self.countries)
        learn_from_titles(member, self.layout.tokens[max(first - 3, 0) : end])
        if party := PARTY.match(self.text, name.end):
            member.call([PARTIES[party.group("party")]])

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
        people = name.kind == "people" or family or (head.tag_ in PLURAL and of_people(name))
        key = name.printed if people else display
        if key not in self.members:
            self.members[key] = (
                Member(name.printed, Kind.PEOPLE, country=country_of(actor), plural=True, is_people=True)
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


def describing(head: Token, first: int, end: int) -> Iterator[list[Token]]:
    """The phrases that describe the name whose head this is: titles, appositions, what the name "is"; noun first."""
    for child in head.children:
        if not first <= child.i < end and child.dep_ in {"compound", "appos", "amod", "nmod"}:
            yield [child, *(token for token in child.subtree if token.i != child.i)]
    noun = head.head
    if head.dep_ in {"appos", "nsubj"} and noun.pos_ == "NOUN":
        yield [noun, *(t for c in noun.children if c.dep_ in MODIFIERS for t in c.subtree)]
    if head.dep_ in SUBJECTS and noun.lemma_ == "be":
        for child in noun.children:
            if child.dep_ == "attr":
                yield [child, *(t for c in child.children if c.dep_ in MODIFIERS | {"prep"} for t in c.subtree)]


def learn_from_titles(member: Member, tokens: Sequence[Token]) -> None:
    """What courtesy titles and abbreviated ranks right before a name tell: gender, "senator" of "Sen."."""
    for token in tokens:
        word = token.lower_
        if word in MALE_TITLES:
            member.gender = "m"
        elif word in FEMALE_TITLES:
            member.gender = "f"
        elif word in TITLES:
            member.call([TITLES[word]])


def of_people(name: Name) -> bool:
    """Whether a name is an adjective or the name of a people: "Russians", "Republicans"."""
    return any(reason.rule in {"adjective", "people"} for reason in name.reasons)


def country_of(actor: Actor | None) -> str | None:
    """The country of an actor; a state is its own."""
    if actor is None:
        return None
    return actor.country or (actor.id if actor.kind is ActorKind.STATE else None)


def new_member(display: str, name: Name, actor: Actor | None, day: dt.date | None) -> Member:
    """A member as it is first met; a known one brings country, post, and what else it is called."""
    if actor is None:
        kind = Kind.PERSON if name.kind == "person" else Kind.STATE if name.kind == "place" else Kind.BODY
        member = Member(display, kind)
        if kind is Kind.STATE:
            member.called |= CALLED_PLACE
        if kind is Kind.BODY:
            words = {word.lower() for word in display.split()}
            member.call(words)
            if not words & load_nouns().keys():
                member.called |= CALLED_UNKNOWN
        return member
    country = country_of(actor)
    if actor.kind is not ActorKind.PERSON:
        kind = Kind.STATE if actor.kind is ActorKind.STATE else Kind.BODY
        member = Member(display, kind, actor.id, country, is_media=actor.kind is ActorKind.MEDIA)
        member.call(word.lower() for form in {display, name.printed} for word in form.split())
        member.called |= set(CALLED_BY_KIND[actor.kind].split())
        member.called |= set(CALLED_BY_SECTOR.get(actor.sector or "", "").split())
        return member
    post = actor.post_on(day)
    member = Member(display, Kind.PERSON, actor.id, country, post.title if post else None)
    for held in actor.posts:
        if day is None or held.since <= day.isoformat():
            member.call(words_of(held.title))
            if held.until is not None and (day is None or held.until < day.isoformat()):
                member.words.add("former")
    if post is not None:
        member.current = words_of(post.title)
    return member


def words_of(title: str) -> set[str]:
    """The words of a post's title."""
    return set(title.lower().replace(",", " ").split())
