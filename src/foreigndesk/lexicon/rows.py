"""The tables of actors: their rows as actors, and the forms their names are printed in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from foreigndesk.errors import DeskError
from foreigndesk.lexicon.forms import FormKind
from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import Actor, ActorKind, Post

EXTRA_COLUMNS = ("id", "kind", "name", "country", "sector", "forms", "origin")


@dataclass(frozen=True, slots=True)
class Form:
    """One way an actor is printed, and what it is: its name, an adjective, its people, its capital."""

    printed: str
    actor: str
    kind: FormKind


def read_extra(path: Path) -> list[dict[str, str]]:
    """The rows of a user's own table. Raises DeskError if it is missing or lacks a column."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError) as trouble:
        raise DeskError(
            f"{path}: the table of actors cannot be read: {trouble}", "Save it as CSV in UTF-8."
        ) from trouble
    kinds = [kind.value for kind in ActorKind]
    for number, row in enumerate(rows, start=2):
        missing = [column for column in EXTRA_COLUMNS if row.get(column) is None]
        if missing:
            raise DeskError(f"{path}, line {number}: no {', '.join(missing)}", f"Columns: {', '.join(EXTRA_COLUMNS)}")
        if row["kind"] not in kinds:
            raise DeskError(f"{path}, line {number}: unknown kind {row['kind']!r}", f"Kinds: {', '.join(kinds)}")
    return rows


def parts(cell: str) -> list[str]:
    """The items of a cell."""
    return [item.strip() for item in cell.split("|") if item.strip()]


def state_of(row: dict[str, str]) -> Actor:
    """A row of states.csv as an actor."""
    columns = ("name", "official", "forms", "adjectives", "demonyms", "capitals")
    forms = [form for column in columns for form in parts(row[column])]
    return Actor(
        row["id"], ActorKind.STATE, row["name"], row["country"], None, tuple(dict.fromkeys(forms)), (), row["origin"]
    )


def forms_of_state(state: Actor, row: dict[str, str]) -> Iterator[Form]:
    """The forms of a state, each with what it is."""
    for printed in (row["name"], *parts(row["official"]), *parts(row["forms"])):
        yield Form(printed, state.id, FormKind.NAME)
    for column, kind in (
        ("adjectives", FormKind.ADJECTIVE),
        ("demonyms", FormKind.PEOPLE),
        ("capitals", FormKind.CAPITAL),
    ):
        for printed in parts(row[column]):
            yield Form(printed, state.id, kind)


def actor_of(row: dict[str, str], kind: ActorKind) -> Actor:
    """A row of any other table as an actor."""
    forms = tuple(dict.fromkeys((row["name"], *parts(row["forms"]))))
    country, sector = row.get("country") or None, row.get("sector") or None
    return Actor(row["id"], kind, row["name"], country, sector, forms, (), row["origin"])


def names_of(actor: Actor) -> Iterator[Form]:
    """The forms of an actor that is no state."""
    for printed in actor.forms:
        short = actor.kind is ActorKind.PERSON and " " not in printed
        yield Form(printed, actor.id, FormKind.SHORT if short else FormKind.NAME)


def load_persons() -> list[Actor]:
    """The persons of persons.csv with their posts of posts.csv; the sector is that of the post taken up last."""
    posts: dict[str, list[Post]] = {}
    for row in load_table("posts"):
        post = Post(
            title=row["title"],
            body=row["body"] or None,
            country=row["country"] or None,
            sector=row["sector"] or None,
            since=row["since"],
            until=row["until"] or None,
            origin=row["origin"],
        )
        posts.setdefault(row["person"], []).append(post)
    people = []
    for row in load_table("persons"):
        held = tuple(sorted(posts.get(row["id"], ()), key=lambda post: post.since))
        person = replace(actor_of(row, ActorKind.PERSON), posts=held, sector=held[-1].sector if held else None)
        people.append(person)
    return people
