"""The errand of "who is that?": one actor with all that a case file holds of it, a page at a time."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile, Done, Told
from foreigndesk.desk.answer import actor_ids
from foreigndesk.errors import UnknownActor
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Actor
from foreigndesk.showing.listings import ActorCount

MOST_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """Another actor in the same events, with how many these are."""

    actor: Actor
    events: int


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor, or a speaker whom no table knows (`actor` None): pages of statements and events, and who else has part.

    `acting` is how many known actors act for it and are counted with it: a state's ministries, leaders and officials.
    """

    name: str
    actor: Actor | None
    acting: int
    statements: tuple[Told, ...]
    all_statements: int
    events: tuple[Done, ...]
    all_events: int
    beside: tuple[Beside, ...]


def profile(case: CaseFile, asked: str, most: int = 20, statements_after: int = 0, events_after: int = 0) -> Profile:
    """An actor by id or name; a speaker whom no table knows by the name it has in this case file.

    Raises UnknownActor for a name that neither the tables nor the case file have.
    """
    known = load_actors()
    with case.together():
        try:
            actor = known.find(asked)
        except UnknownActor:
            total, said = case.leafing.statements(frozenset(), asked, most, statements_after)
            if not total:
                raise
            return Profile(asked, None, 0, tuple(said), total, (), 0, ())
        ids = actor_ids([actor.id], known)
        total, said = case.leafing.statements(ids, "", most, statements_after)
        events, done = case.leafing.events(ids, most, events_after)
        others = [(known.get(one), count) for one, count in case.leafing.beside(ids)]
    beside = [Beside(one, count) for one, count in others if one is not None and one.id not in ids]
    return Profile(
        actor.name, actor, len(ids) - 1, tuple(said), total, tuple(done), events, tuple(beside[:MOST_BESIDE])
    )


def named(case: CaseFile, most: int = 500) -> list[ActorCount]:
    """The known actors that the reports name, with counts, those that most reports name first."""
    known = load_actors()
    return [
        ActorCount(actor, one.reports, one.statements, one.events)
        for one in case.leafing.actors(most)
        if (actor := known.get(one.actor)) is not None
    ]


def named_like(case: CaseFile, words: str, most: int = 12) -> list[ActorCount]:
    """The known actors of a case file whose name, or one of whose names, has all of these words."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    # a look at all forms at once leaves few actors whose forms are looked at one by one
    near = [(actor, forms) for actor, forms in printed_forms() if all(word in forms for word in wanted)]
    like = [actor for actor, forms in near if any(all(word in form for word in wanted) for form in forms.split("\n"))]
    known = load_actors()
    return [
        ActorCount(actor, one.reports, one.statements, one.events)
        for one in case.leafing.actors(most, frozenset(like))
        if (actor := known.get(one.actor)) is not None
    ]


@functools.cache
def printed_forms() -> tuple[tuple[str, str], ...]:
    """Each known actor's id with every form of its name, a line each, as it is looked for."""
    return tuple(
        (actor.id, "\n".join({form.casefold() for form in (actor.name, *actor.forms)})) for actor in load_actors()
    )
