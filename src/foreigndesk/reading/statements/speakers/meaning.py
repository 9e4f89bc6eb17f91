"""Whom a word of a report means, and everybody whom its words can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.reading.statements.speakers.member import Kind, Member, person

NAMED = "The speaker is named: {}."


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a word means, by which rule and why, and what is doubtful."""

    member: Member | None
    rule: str
    why: str
    doubt: str | None = None


def named(member: Member) -> Meaning:
    """The meaning of a name."""
    return Meaning(member, "named", NAMED.format(member.name))


class Roster:
    """Everybody a report speaks of, findable by what they are called."""

    def __init__(self, members: Iterable[Member]) -> None:
        """Begin with those who go by a name."""
        self.everybody: list[Member] = []
        self.people: list[Member] = []  # whom "he" and "she" can mean
        self.several: list[Member] = []  # whom "they" can mean
        self.things: list[Member] = []  # what "it" can mean
        self.unnamed: list[Member] = []  # in the order they are introduced
        self.by_word: dict[str, list[Member]] = defaultdict(list)
        self.by_name: dict[str, Member] = {}  # those who are several: "analysts", "A and B"
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """Take in one more."""
        self.everybody.append(member)
        if person(member):
            self.people.append(member)
        elif member.plural or member.kind in {Kind.BODY, Kind.PEOPLE}:
            self.several.append(member)
        if member.kind is not Kind.PERSON and not member.plural:
            self.things.append(member)
        if not member.named:
            self.unnamed.append(member)
        if member.plural:
            self.by_name.setdefault(member.name, member)
        for word in member.called:
            self.by_word[word].append(member)
