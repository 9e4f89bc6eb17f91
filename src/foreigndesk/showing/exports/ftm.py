"""The record as FollowTheMoney entities, one JSON object a line: actors, articles, who is named there, events, notes.

Schemata and property names are those of FollowTheMoney 4 (https://followthemoney.tech/explorer/schemata/). What it
calls a "statement" is a claim about one property of an entity; the desk's statements, who said what, are its Notes.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable

from foreigndesk.lexicon.alpha2 import load_alpha2
from foreigndesk.model import Actor, ActorKind, Event, Mention, Party, Reading, Report, Statement, name_id

SCHEMATA = {
    ActorKind.STATE: "PublicBody",
    ActorKind.BODY: "PublicBody",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GROUP: "Organization",
    ActorKind.MEDIA: "Organization",
    ActorKind.INSTITUTE: "Organization",
    ActorKind.PERSON: "Person",
}
ENGLISH = "eng"  # FollowTheMoney takes the three letters of ISO 639-3

Entity = dict[str, object]


def show_ftm(readings: Iterable[Reading], actor_of: Callable[[str], Actor | None]) -> str:
    """All entities of some readings as JSON lines, actors first; `actor_of` gives a known actor by id."""
    actors: dict[str, Actor] = {}
    rest: list[Entity] = []
    for reading in readings:
        report = reading.report
        rest.append(article(report))
        for known in sorted({name.actor for name in reading.names if name.actor}):
            actor = actor_of(known)
            if actor is not None:
                actors[known] = actor
                rest.append(mention(report, actor))
        for said in reading.statements:
            speaking = known_among([said.speaker], actor_of)
            rest.append(note(report, said, speaking))
            actors |= speaking
        for event in reading.events:
            if event.auxiliary_mode in {None, "historical"}:  # what is to come, supposed or denied is no event there
                involved = known_among([*event.actor, *event.recipient], actor_of)
                rest.append(event_of(report, event, involved))
                actors |= involved
    lines = [entity_of(actor) for _, actor in sorted(actors.items())] + rest
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)


def known_among(meant: Iterable[Mention | Party], actor_of: Callable[[str], Actor | None]) -> dict[str, Actor]:
    """The known actors among some people or parties, by id."""
    found = {one.actor: actor_of(one.actor) for one in meant if one.actor}
    return {known: actor for known, actor in found.items() if actor is not None}


def entity(schema: str, key: str, **properties: str | Iterable[str | None] | None) -> Entity:
    """An entity; each property a list of strings, empty ones left out.

    >>> entity("Person", "a-1", name="Jana Roth", alias=[])
    {'id': 'a-1', 'schema': 'Person', 'properties': {'name': ['Jana Roth']}}
    """
    lists = {name: [value] if isinstance(value, str) else list(value or ()) for name, value in properties.items()}
    kept = {name: [each for each in value if each] for name, value in lists.items()}
    return {"id": key, "schema": schema, "properties": {name: value for name, value in kept.items() if value}}


def actor_key(actor: str) -> str:
    """The id of a known actor among entities, which knows no two kinds of ids."""
    return name_id("actor", actor)


def country_of(alpha3: str | None) -> str | None:
    """A state as FollowTheMoney writes it: two small letters."""
    letters = load_alpha2().get(alpha3 or "")
    return letters.lower() if letters else None


def entity_of(actor: Actor) -> Entity:
    """A known actor as an entity."""
    is_person = actor.kind is ActorKind.PERSON
    return entity(
        SCHEMATA[actor.kind],
        actor_key(actor.id),
        name=actor.name,
        alias=sorted({form for form in actor.forms if form != actor.name}),
        country=country_of(actor.country),
        position=[post.title for post in actor.posts] if is_person else None,
    )


def in_utc(published: str | None) -> str | None:
    """A date as it is, a time in UTC without a zone, as FollowTheMoney writes it.

    >>> in_utc("2024-10-31T09:12:00+09:00"), in_utc("2024-10")
    ('2024-10-31T00:12:00', '2024-10')
    """
    if not published or "T" not in published:
        return published
    moment = dt.datetime.fromisoformat(published)
    return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat(timespec="seconds")


def article(report: Report) -> Entity:
    """A report as an Article."""
    return entity(
        "Article",
        report.id,
        title=report.headline,
        author=report.byline,
        publisher=report.outlet,
        publishedAt=in_utc(report.published),
        sourceUrl=report.url,
        language=ENGLISH if report.language == "en" else None,
        bodyText=report.text,
    )


def mention(report: Report, actor: Actor) -> Entity:
    """That a report names an actor."""
    return entity(
        "Mention",
        name_id("mention", report.id, actor.id),
        document=report.id,
        resolved=actor_key(actor.id),
        name=actor.name,
        detectedSchema=SCHEMATA[actor.kind],
    )


def note(report: Report, said: Statement, speaking: Iterable[str]) -> Entity:
    """A statement as a Note on its speaker, if that is a known actor, with the report as its proof."""
    who = said.speaker.name or said.speaker.printed or "somebody"
    return entity(
        "Note",
        said.id,
        name=f"{who} ({said.sourcing.kind.value}, {said.force.value})",
        description=said.words,
        entity=map(actor_key, speaking),
        proof=report.id,
        publisher=report.outlet,
    )


def event_of(report: Report, event: Event, involved: Iterable[str]) -> Entity:
    """An event as an Event, with the known actors among its parties as those involved, the report as its proof."""
    return entity(
        "Event",
        event.id,
        name=f"{event.type}: {event.trigger.text}",
        summary=event.passage.text,
        keywords=[event.type, *event.mode, *event.context],
        involved=map(actor_key, involved),
        startDate=event.when.earliest if event.when else None,
        endDate=event.when.latest if event.when else None,
        location=event.place.printed if event.place else None,
        country=country_of(event.place.country) if event.place else None,
        proof=report.id,
    )
