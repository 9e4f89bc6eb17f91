"""Events as PLOVER's JSON Lines (manual 1.3, chapter 6), one event a line, with the fields that the desk adds.

The specification asks for id, date, actor and event, and allows named fields beyond its own. The desk's are: via,
auxiliary_mode, statement, certainty, uncertain, model_score (the coder's own, never a likelihood), dated_by, evidence.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from foreigndesk import record
from foreigndesk.model import Party, Place
from foreigndesk.showing.exports.coded import CODEBOOK, Coded

SCHEMA_ID = "urn:foreigndesk:plover-event:1"


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, recipient or carrier in the layout of table 6.2; `code` is an alpha-3 code or one of IGO, UNO, ...

    `identifier_text` is the known actor's id in the desk's tables. Offsets are characters of the report's text.
    """

    code: str | None
    sector: str | None
    entity_text: str
    country_code: str | None
    identifier_text: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Location:
    """Where: printed and resolved name, point in degrees; `resolution` 4 for a town or region, 1 for a country."""

    extracted_place: str
    resolved_place: str | None
    country_code: str | None
    lat: float | None
    lon: float | None
    resolution: int | None


@dataclass(frozen=True, slots=True)
class TextInfo:
    """The sentence the event is coded from: offsets of the report's text, ends exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CiteInfo:
    """The report: where it came from, who published it and when, and who coded it by which codebook."""

    citation: str
    url: str | None
    title: str | None
    language: str | None
    publication: str | None
    published: str | None
    coder: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that name the deed: report and offsets of its text."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """One event. `date` is its first possible day, or with dated_by "report" the day it was published on.

    `certainty` are the hedging words of the speaker it is told by, `uncertain` says what the coder doubts.
    """

    id: str
    date: str
    actor: tuple[Entity, ...]
    event: tuple[str, ...]
    recipient: tuple[Entity, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    enddate: str | None
    event_loc: Location | None
    event_text: tuple[str, ...]
    text_info: TextInfo
    cite_info: CiteInfo
    coder: str
    via: tuple[Entity, ...]
    auxiliary_mode: str | None
    statement: str | None
    certainty: tuple[str, ...]
    uncertain: str | None
    model_score: float | None
    dated_by: str
    evidence: Evidence


def show_plover(coded: Iterable[Coded]) -> str:
    """One line of JSON an event. Events without any date are left out: the specification asks for one."""
    return "".join(record.encode(event_of(one, one.day)).decode() + "\n" for one in coded if one.day)


def event_of(one: Coded, day: str) -> PloverEvent:
    """The event as PLOVER's record."""
    event, report = one.event, one.report
    return PloverEvent(
        id=event.id,
        date=day,
        actor=entities_of(event.actor),
        event=(event.type,),
        recipient=entities_of(event.recipient),
        mode=event.mode,
        context=event.context,
        quad_code=one.quad,
        event_scale=one.scale,
        enddate=event.when.latest if event.when and one.dated_by == "event" else None,
        event_loc=location_of(event.place),
        event_text=(event.trigger.text,),
        text_info=TextInfo(event.passage.start, event.passage.end),
        cite_info=CiteInfo(
            report.id,
            report.url,
            report.headline,
            report.language,
            report.outlet,
            report.published,
            one.coder,
            CODEBOOK,
        ),
        coder=one.coder,
        via=entities_of(event.via),
        auxiliary_mode=event.auxiliary_mode,
        statement=event.statement,
        certainty=tuple(words.text for words in one.statement.certainty.words) if one.statement else (),
        uncertain=event.uncertain,
        model_score=event.model_score,
        dated_by=one.dated_by,
        evidence=Evidence(report.id, event.trigger.start, event.trigger.end),
    )


def entities_of(parties: Sequence[Party]) -> tuple[Entity, ...]:
    """The parties in PLOVER's layout."""
    return tuple(
        Entity(party.code, party.sector, party.name, party.country, party.actor, party.start, party.end)
        for party in parties
    )


def location_of(place: Place | None) -> Location | None:
    """The place in PLOVER's layout."""
    if place is None:
        return None
    resolution = 4 if place.lat is not None else 1 if place.country else None
    return Location(place.printed, place.name, place.country, place.lat, place.lon, resolution)


def plover_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line."""
    return record.schema_of(
        PloverEvent, SCHEMA_ID, "Foreign Desk: one event in PLOVER", inspect.cleandoc(__doc__ or "")
    )
