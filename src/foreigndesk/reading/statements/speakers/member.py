"""One of those a report speaks of: a person, body, state, crowd or document, with what the report says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.model import Actor, ActorKind, Name, Span


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
    aside: float = 0.0  # 1 for a modifier ("Trump" in "the Trump campaign"), less for a possessor


@dataclass(slots=True, eq=False)
class Member:
    """One of the cast: display name, known actor, and the words that describe it in this report.

    `roles` are the nouns of its posts and trades with what modifies them, without what else is told of it.
    `noun` is the noun that introduces somebody unnamed, `intro` where that stands; `called` are the nouns by which it
    may be called afterwards, `current` the words of the post held on the day. `words` are lemmas, and the keys of those
    named in its description (see `Named.key`). `parts` are those whom two names joined by "and" name; `revealed` is
    whom a description turns out to mean when the report names him later; `home_told_by` says why the country is known
    if the report does not say it of this member.
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
    doubt: str | None = None
    intro: Span | None = None
    words: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    current: set[str] = field(default_factory=set)
    mentions: list[Mentioned] = field(default_factory=list)
    outside: list[Mentioned] = field(default_factory=list)  # those outside quotations
    parts: tuple[Member, ...] = ()
    revealed: Member | None = None
    home_told_by: str | None = None

    @property
    def named(self) -> bool:
        """Whether it goes by a name."""
        return self.noun is None

    def mention(self, mentioned: Mentioned) -> None:
        """Note where it is mentioned; mentions come in the order of the text."""
        self.mentions.append(mentioned)
        if mentioned.quotation < 0:
            self.outside.append(mentioned)

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


def person(member: Member) -> bool:
    """Whether "he" or "she" can mean a member, its gender apart."""
    return member.kind is Kind.PERSON and not member.plural


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
OUTLET_WORDS = frozenset(
    "times post journal herald tribune gazette courier daily chronicle telegraph guardian dispatch sentinel globe news "
    "inquirer examiner broadcasting radio television tv magazine newspaper kurier zeitung monitor register".split()
)
CALLED_PLACE = frozenset("state city town region province county village".split())
CALLED_UNKNOWN = frozenset("company firm group organization organisation agency institution body".split())


def country_of(actor: Actor | None) -> str | None:
    """The country of an actor; a state is its own."""
    if actor is None:
        return None
    return actor.country or (actor.id if actor.kind is ActorKind.STATE else None)


def new_member(display: str, name: Name, actor: Actor | None, day: dt.date | None) -> Member:
    """A member as it is first met; a known one brings country, post, and what else it is called."""
    if actor is None:
        return unknown_member(display, name)
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
            member.words |= {held.body} if held.body else set()
            if held.until is not None and (day is None or held.until < day.isoformat()):
                member.words.add("former")
    if post is not None:
        member.current = words_of(post.title)
    return member


def unknown_member(display: str, name: Name) -> Member:
    """A member that no table knows, by the form of its name."""
    kind = Kind.PERSON if name.kind == "person" else Kind.STATE if name.kind == "place" else Kind.BODY
    member = Member(display, kind)
    if kind is Kind.STATE:
        member.called |= CALLED_PLACE
    if kind is Kind.BODY:
        member.is_media = is_outlet_name(display)
        words = {word.lower() for word in display.split()}
        member.call(words)
        if not words & load_nouns().keys():
            member.called |= CALLED_UNKNOWN
    return member


def is_outlet_name(display: str) -> bool:
    """Whether a name that no table knows is built like an outlet's: "Tampa Bay Times", "Radio Halden"."""
    words = display.lower().split()
    return len(words) > 1 and bool({words[0], words[-1]} & OUTLET_WORDS)


def words_of(title: str) -> set[str]:
    """The words of a post's title."""
    return set(title.lower().replace(",", " ").split())
