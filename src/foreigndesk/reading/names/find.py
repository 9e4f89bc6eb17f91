"""The names of one report, in order."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.persons import groups_of
from foreigndesk.model import Name, Report
from foreigndesk.reading.names.bodies import find_known
from foreigndesk.reading.names.found import Found, Kind
from foreigndesk.reading.names.introduced import find_called_by_head, find_introduced
from foreigndesk.reading.names.people import People
from foreigndesk.reading.names.posts import by_post, not_another
from foreigndesk.reading.names.scene import Scene
from foreigndesk.reading.names.shorts import find_short_forms
from foreigndesk.reading.names.unknown import find_unknown


def find_names(doc: Doc, report: Report, actors: Actors) -> tuple[Name, ...]:
    """All names of a report, sorted by where they start, none overlapping.

    A name's actor is None where no table knows whom it names. Offsets are characters of `report.text`, which `doc` was
    parsed from. Every name says by which rule it was found, and a short form whom it stands for.
    """
    scene = Scene(doc, report, actors)
    known = [name for name in find_known(scene, actors) if not_another(scene, name)]
    names = find_introduced(scene, *find_unknown(scene, known))
    names = called_short(scene, actors, names)
    return tuple(found.as_name(scene.words) for found in sorted(names, key=lambda found: found.first))


def called_short(scene: Scene, actors: Actors, names: list[Found]) -> list[Found]:
    """The names with short forms resolved: those found before, and those found only because of a fuller form."""
    people = People(scene, names)
    resolved = [resolve(scene, actors, people, name, names) if short(scene, people, name) else name for name in names]
    words_of_heads = {name.first for name in resolved if name.actor is None and name.end - name.first == 1}
    taken = {index for name in resolved for index in range(name.first, name.end)}
    heads = find_called_by_head(scene, actors, resolved, taken - words_of_heads)
    replaced = {name.first for name in heads}
    resolved = [name for name in resolved if name.first not in replaced] + heads
    taken |= replaced
    for first, end in find_short_forms(scene, people, taken):
        if meant := people.meant(first, end):
            person, reason = meant
            resolved.append(Found(first, end, Kind.PERSON, person.actor, (reason,)))
    return resolved


def short(scene: Scene, people: People, name: Found) -> bool:
    """Whether an unknown name is so short that it can stand for a fuller one."""
    if name.actor is not None:
        return False
    return len(groups_of(name.printed(scene.words))) == 1 or scene.words.slice(name.first, name.end) in people.short


def resolve(scene: Scene, actors: Actors, people: People, name: Found, names: list[Found]) -> Found:
    """A short unknown name as the person it stands for, if the report or a post tells."""
    if meant := people.meant(name.first, name.end):
        person, reason = meant
        return replace(name, kind=Kind.PERSON, actor=person.actor, reasons=(reason,))
    if posted := by_post(scene, actors, name, names):
        actor, reason = posted
        return replace(name, kind=Kind.PERSON, actor=actor, reasons=(reason,))
    return name
