"""The people whom a report names in full, and whom "Campbell" or "Mr. Kim" means in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.given_names import gender_of, load_given_names
from foreigndesk.lexicon.persons import SUFFIXES, Group, groups_of, short_names
from foreigndesk.model import Actor, Reason
from foreigndesk.reading.names.found import Found, Kind
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.titles import gender_of_title, tells


@dataclass(slots=True)
class Person:
    """A person named in full: the name as printed, the known actor, and where the full name stands (word indices)."""

    printed: str
    groups: list[Group]
    actor: Actor | None
    places: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The known name, else the printed one."""
        return self.actor.name if self.actor else self.printed

    @property
    def key(self) -> str:
        """First and last part of the name: the same with and without a middle name."""
        return self.actor.id if self.actor else f"{'-'.join(self.groups[0])} {'-'.join(self.groups[-1])}"


class People:
    """Those named in full in one report, by what they are called for short."""

    def __init__(self, scene: Scene, found: Iterable[Found]) -> None:
        """Collect who is named in full."""
        self.scene = scene
        self.short: dict[Group, list[Person]] = {}
        self.given: dict[Group, list[Person]] = {}
        for person in named_in_full(scene, found):
            for group in called(person):
                self.short.setdefault(group, []).append(person)
            if person.groups[0][0] in load_given_names():
                self.given.setdefault(person.groups[0], []).append(person)
        self.longest = max((len(group) for group in (*self.short, *self.given)), default=0)
        self.openings = {group[0] for group in (*self.short, *self.given)}

    def meant(self, first: int, end: int) -> tuple[Person, Reason] | None:
        """The person a short form means, and why; None if nobody named in full goes by it.

        A given name alone counts only if nobody else in the report bears it.
        """
        group = self.scene.words.slice(first, end)
        title = self.scene.title_before(first)
        gender = gender_of_title(title[-1]) if title else None
        for people, several in ((self.short.get(group, []), True), (self.given.get(group, []), False)):
            fitting = [person for person in people if fits(person, gender)]
            if fitting and (several or len(fitting) == 1):
                person = self._choose(fitting, first, title)
                return person, self._reason(person, fitting, first, end)
        return None

    def _choose(self, people: Sequence[Person], first: int, title: tuple[str, ...]) -> Person:
        """Of several with one surname: whose office the title names, else who is named in full most, else first."""
        if len(people) > 1 and title:
            people = [person for person in people if in_office(person, title, self.scene)] or people
        before = [person for person in people if person.places[0] < first] or people
        return max(before, key=lambda person: (len(person.places), -person.places[0]))

    def _reason(self, person: Person, people: Sequence[Person], first: int, end: int) -> Reason:
        words = self.scene.words
        short = words.text[words.starts[first] : words.ends[end - 1]]
        others = [other.printed for other in people if other is not person]
        doubt = f" It could also be {' or '.join(others)}, who is named less." if others else ""
        return Reason("short-form", f"“{short}” is short for “{person.printed}”, named in full in this report.{doubt}")


def named_in_full(scene: Scene, found: Iterable[Found]) -> list[Person]:
    """The persons whose name is printed in at least two parts, each once."""
    people: dict[str, Person] = {}
    for name in found:
        printed = name.printed(scene.words)
        if name.kind is Kind.PERSON and len(groups_of(printed)) > 1:
            person = Person(printed, groups_of(name.actor.name if name.actor else printed), name.actor)
            people.setdefault(person.key, person).places.append(name.first)
    everybody = list(people.values())
    return [person for person in everybody if person.actor or not any(tail(person, other) for other in everybody)]


def called(person: Person) -> set[Group]:
    """What a person is called for short, by the printed name and by the known one; "Trump Jr." for a son."""
    country = person.actor.country if person.actor else None
    groups = {tuple(short.split()) for name in {person.printed, person.name} for short in short_names(name, country)}
    suffix = normal_words(person.printed)[-1]
    return groups | {(*group, suffix) for group in groups} if suffix in SUFFIXES else groups


def tail(person: Person, other: Person) -> bool:
    """Whether a name is another without its first part: "Guajardo Villarreal" of "Ildefonso Guajardo Villarreal"."""
    return len(person.groups) < len(other.groups) and other.groups[-len(person.groups) :] == person.groups


def fits(person: Person, gender: str | None) -> bool:
    """Whether a person can be a Mr. or a Ms."""
    return gender is None or gender_of(person.name) in {None, gender}


def in_office(person: Person, title: tuple[str, ...], scene: Scene) -> bool:
    """Whether a title is that of the post a person held on the day of the report."""
    post = person.actor.post_on(scene.day) if person.actor else None
    return post is not None and tells(title, post.title)
