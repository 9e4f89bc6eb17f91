"""A name on its way: which words, whom it names, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.forms import FormKind
from foreigndesk.model import Actor, ActorKind, Name, Reason
from foreigndesk.reading.names.words import Words


class Kind(StrEnum):
    """What a name names, as far as its form tells."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"  # any body, group, organisation or outlet
    PLACE = "place"
    PEOPLE = "people"


@dataclass(slots=True)
class Found:
    """Words first..end as a name."""

    first: int
    end: int
    kind: Kind
    actor: Actor | None
    reasons: tuple[Reason, ...]
    form: FormKind | None = None

    def stop(self, words: Words) -> int:
        """Where the name ends, as an offset; the full stop of "Jr." belongs to it."""
        end = words.ends[self.end - 1]
        return end + 1 if words.normals[self.end - 1] in {"jr", "sr"} and words.text[end : end + 1] == "." else end

    def printed(self, words: Words) -> str:
        """The name as printed."""
        return words.text[words.starts[self.first] : self.stop(words)]

    def as_name(self, words: Words) -> Name:
        """The name as it is kept."""
        return Name(
            printed=self.printed(words),
            restored=None,
            actor=self.actor.id if self.actor else None,
            start=words.starts[self.first],
            end=self.stop(words),
            reasons=self.reasons,
            kind=self.kind.value,
        )


def kind_of(actor: Actor) -> Kind:
    """What the names of an actor name."""
    if actor.kind is ActorKind.PERSON:
        return Kind.PERSON
    return Kind.STATE if actor.kind is ActorKind.STATE else Kind.BODY


def reason_for(form: FormKind, printed: str, actor: Actor) -> Reason:
    """Why a known form names an actor."""
    match form:
        case FormKind.ADJECTIVE:
            return Reason("adjective", f"“{printed}” is said of {actor.name}.")
        case FormKind.PEOPLE:
            return Reason("people", f"“{printed}” are people of {actor.name}.")
        case FormKind.CAPITAL:
            return Reason("capital", f"“{printed}” is a capital and can stand for its government: {actor.name}.")
        case FormKind.SHORT:
            return Reason("known-short", f"Of the known persons only {actor.name} goes by “{printed}” alone.")
        case _ if printed == actor.name:
            return Reason("known", f"“{printed}” is the name of a known {actor.kind}.")
        case _:
            return Reason("known", f"“{printed}” is a known name of {actor.name}.")


RULES = {
    Kind.PERSON: ("unknown-person", "reads as a person's name, but no table knows it."),
    Kind.BODY: ("unknown-body", "reads as the name of an organisation, but no table knows it."),
    Kind.PEOPLE: ("unknown-people", "reads as the name of a group of people, but no table knows it."),
    Kind.PLACE: ("unknown-place", "reads as the name of a place, but no table knows it."),
}


def unknown(words: Words, first: int, end: int, kind: Kind, rule: str = "", why: str = "") -> Found:
    """A name that no table knows, with its reason."""
    found = Found(first, end, kind, None, ())
    usual_rule, usual_why = RULES[kind]
    found.reasons = (Reason(rule or usual_rule, f"“{found.printed(words)}” {why or usual_why}"),)
    return found
