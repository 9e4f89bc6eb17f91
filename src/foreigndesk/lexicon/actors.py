"""The actors known beforehand, by id and by every form their names are printed in."""

from __future__ import annotations

import datetime as dt
import difflib
import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foreigndesk.errors import UnknownActor
from foreigndesk.lexicon.forms import FormKind, cases_of, normal_form, normal_words
from foreigndesk.lexicon.persons import short_names
from foreigndesk.lexicon.roles import GOVERNMENT, Role, load_roles, roles_by_phrase, split_role_id
from foreigndesk.lexicon.rows import Form, actor_of, forms_of_state, load_persons, names_of, read_extra, state_of
from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import Actor, ActorKind, Post

TABLES = {
    "bodies": ActorKind.BODY,
    "organisations": ActorKind.ORGANISATION,
    "groups": ActorKind.GROUP,
    "institutes": ActorKind.INSTITUTE,
    "media": ActorKind.MEDIA,
}
# Who is meant by a surname alone, if several could be.
HEADS = ("supreme leader", "president", "general secretary", "king", "prime minister", "premier", "chancellor")


class Actors:
    """All known actors. Look-ups ignore case, "the", "Mr.", full stops, accents and the kind of apostrophe."""

    def __init__(self, actors: Iterable[Actor], forms: Iterable[Form], rows: Iterable[dict[str, str]] = ()) -> None:
        """Index the actors; of two forms that are alike the one given first counts as the better.

        `rows` are rows with an id and, where they have one, a role and an entity code.
        """
        self._actors = {actor.id: actor for actor in actors}
        self._forms: dict[str, tuple[Form, ...]] = {}
        for form in forms:
            key = normal_form(form.printed)
            before = self._forms.get(key, ())
            if key and all(
                known.actor != form.actor or cases_of(known.printed) != cases_of(form.printed) for known in before
            ):
                self._forms[key] = (*before, form)
        self._short: dict[str, tuple[str, ...]] = {}
        for actor in self._actors.values():
            if actor.kind is ActorKind.PERSON:
                for key in short_names(actor.name, actor.country):
                    self._short[key] = (*self._short.get(key, ()), actor.id)
        self._adjectives: dict[str, str] = {}
        for known in (form for same in self._forms.values() for form in same if form.kind is FormKind.ADJECTIVE):
            self._adjectives.setdefault(known.actor, known.printed)
        self._in_role: dict[tuple[str, str], str] = {}
        self._entities: dict[str, str] = {}
        for row in rows:
            if row.get("role"):
                self._in_role.setdefault((row["country"], row["role"]), row["id"])
            if row.get("entity"):
                self._entities[row["id"]] = row["entity"]

    def __iter__(self) -> Iterator[Actor]:
        """Every actor of the tables: states first, persons last."""
        return iter(self._actors.values())

    def __len__(self) -> int:
        """How many actors the tables hold."""
        return len(self._actors)

    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """Normal form -> the ids of the actors that go by it, best first."""
        return {key: tuple(dict.fromkeys(form.actor for form in forms)) for key, forms in self._forms.items()}

    def known_forms(self) -> Mapping[str, tuple[Form, ...]]:
        """Normal form -> the forms as printed in the tables, with their actors, best first."""
        return self._forms

    def get(self, actor: str) -> Actor | None:
        """The actor with that id; also of a body that is named by rule ("lao-foreign-ministry"). None if unknown."""
        known = self._actors.get(actor)
        parts = None if known else split_role_id(actor)
        return self.body_of(parts[0], parts[1].id) if parts else known

    def state(self, code: str) -> Actor | None:
        """The state with that ISO alpha-3 code; None if there is none."""
        actor = self._actors.get(code.upper())
        return actor if actor and actor.kind is ActorKind.STATE else None

    def body_of(self, state: str, role: str) -> Actor | None:
        """The body that fills a role in a state: ("CHN", "foreign-ministry").

        If no table has it, its id is made by rule. The government of a state is the state itself. None for an unknown
        state or role.
        """
        owner, known_role = self.state(state), load_roles().get(role)
        if owner is None or known_role is None:
            return None
        if filled := self._in_role.get((owner.id, role)):
            return self._actors[filled]
        return owner if role == GOVERNMENT else by_rule(owner, self._adjectives.get(owner.id, owner.name), known_role)

    def entity_code(self, actor: str) -> str | None:
        """The PLOVER entity code: the state an actor belongs to, or UNO, EUR, IGO, NGO for organisations."""
        known = self.get(actor)
        return self._entities.get(actor) or (known.country if known else None)

    def named(self, form: str, on: dt.date | None = None) -> tuple[Actor, ...]:
        """The actors that go by a name, best first; () if unknown.

        Persons also go by their surname; see `surnamed`.

        >>> [actor.id for actor in load_actors().named("the Chinese foreign ministry")]
        ['chn-foreign-ministry']
        """
        key = normal_form(form)
        found = [self._actors[actor] for actor in dict.fromkeys(known.actor for known in self._forms.get(key, ()))]
        if on is not None:
            found.sort(key=lambda actor: actor.kind is ActorKind.PERSON and actor.post_on(on) is None)
        found += [actor for actor in self.surnamed(key, on) if actor not in found]
        if not found and (body := self.body_named(normal_words(form))):
            found = [body]
        return tuple(found)

    def surnamed(self, surname: str, on: dt.date | None = None) -> tuple[Actor, ...]:
        """The known persons with that surname: who held a post on the day, then heads of state, then the latest."""
        people = [self._actors[actor] for actor in self._short.get(normal_form(surname), ())]
        latest = {actor.id: max((post.since for post in actor.posts), default="") for actor in people}
        people.sort(key=lambda actor: latest[actor.id], reverse=True)
        people.sort(key=lambda actor: (on is None or actor.post_on(on) is None, rank_of(actor.post_on(on))))
        return tuple(people)

    def body_named(self, words: tuple[str, ...]) -> Actor | None:
        """The body that plain words name by rule: "chinese foreign ministry", "foreign ministry of china"."""
        words = words[1:] if words[:1] == ("the",) else words
        for cut in range(1, len(words)):
            before, behind = words[:cut], words[cut:]
            if role := roles_by_phrase().get(behind):
                if state := self.state_named(before[:-1] if before[-1] == "s" else before):
                    return self.body_of(state.id, role.id)
            elif behind[0] == "of" and (role := roles_by_phrase().get(before)):
                if state := self.state_named(behind[1:]):
                    return self.body_of(state.id, role.id)
            elif state := self.state_named(before[:-1] if before[-1] == "s" else before):
                for form in self._forms.get(" ".join(behind), ()):
                    if self._actors[form.actor].country == state.id:
                        return self._actors[form.actor]
        return None

    def state_named(self, words: tuple[str, ...]) -> Actor | None:
        """The state that goes by these plain words."""
        for form in self._forms.get(normal_form(" ".join(words)), ()):
            if self._actors[form.actor].kind is ActorKind.STATE:
                return self._actors[form.actor]
        return None

    def find(self, name: str) -> Actor:
        """The actor with that id or name, the best if there are several. Raises UnknownActor, with near names as hint.

        >>> load_actors().find("Beijing").id, load_actors().find("chn").id
        ('CHN', 'CHN')
        """
        for spelling in (name, name.upper(), name.lower()):
            if actor := self.get(spelling.strip()):
                return actor
        if named := self.named(name):
            return named[0]
        # 0.7: at the default of 0.6 "Chna" already brings up "Chad" and "Ghana" with "China".
        near = difflib.get_close_matches(normal_form(name), self._forms, n=4, cutoff=0.7)
        names = dict.fromkeys(self._actors[self._forms[key][0].actor].name for key in near)
        hint = f"Did you mean {' or '.join(names)}?" if names else "Give a name, a capital or an ISO alpha-3 code."
        raise UnknownActor(f"no actor is known as {name!r}", hint)


def rank_of(post: Post | None) -> int:
    """How high a post stands among those who are called by their surname alone: heads of state, heads of government."""
    title = post.title.lower() if post else ""
    return next((rank for rank, head in enumerate(HEADS) if title.startswith(head)), len(HEADS))


def by_rule(state: Actor, adjective: str, role: Role) -> Actor:
    """The body that fills a role in a state, where no table has it."""
    return Actor(
        id=f"{state.id.lower()}-{role.id}",
        kind=ActorKind.BODY,
        name=f"{adjective} {role.name}",
        country=state.id,
        sector=role.sector,
        forms=(f"{adjective} {role.name}",),
        origin="by rule, from the state and lexicon/data/roles.csv",
    )


@functools.cache
def load_packaged() -> Actors:
    """The actors of the packaged tables."""
    return read_actors(())


def load_actors(extra: Path | None = None) -> Actors:
    """The known actors; `extra` is a CSV file of one's own, whose rows win over the packaged ones with the same id.

    Its columns are id, kind, name, country, sector, forms (parted by "|") and origin. Raises DeskError if it cannot be
    read as such.
    """
    return load_packaged() if extra is None else read_actors(read_extra(extra))


def read_actors(extra: Iterable[dict[str, str]]) -> Actors:
    """All tables as one lexicon, a user's rows first."""
    actors: list[Actor] = []
    forms: list[Form] = []
    own = [(actor_of(row, ActorKind(row["kind"])), row) for row in extra]
    taken = {actor.id for actor, _ in own}
    for actor, _ in own:
        forms += names_of(actor)
    states = [(state_of(row), row) for row in load_table("states") if row["id"] not in taken]
    for state, row in states:
        forms += forms_of_state(state, row)
    known = [
        (actor_of(row, kind), row)
        for table, kind in TABLES.items()
        for row in load_table(table)
        if row["id"] not in taken
    ]
    people = [actor for actor in load_persons() if actor.id not in taken]
    for actor in (*(actor for actor, _ in known), *people):
        forms += names_of(actor)
    actors = [*(actor for actor, _ in (*states, *known)), *people, *(actor for actor, _ in own)]
    return Actors(actors, forms, (row for _, row in (*own, *known)))
