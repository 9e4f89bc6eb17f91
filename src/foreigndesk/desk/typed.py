"""What an analyst types into a field of a finding, as the value that the field holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from foreigndesk.errors import DeskError, UnknownActor
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.lexicon.codebook.book import load_types
from foreigndesk.model import (
    Event,
    Force,
    Forecast,
    Granularity,
    Kinship,
    KinshipKind,
    Mention,
    Name,
    Party,
    Passage,
    Report,
    SourcingKind,
    Statement,
    StatementKind,
    When,
    day_of,
)

Kind = TypeVar("Kind", bound=Enum)
SPANS = re.compile(r"\s*(\d+)\s*-\s*(\d+)\s*(?:,|$)")
BY_HAND = "analyst"  # the rule of a date that was typed


def typed(report: Report, finding: Any, fields: Mapping[str, str]) -> Any:
    """The finding with each named field as typed; the names are those of FIELDS for its kind.

    Raises DeskError for a field that it has not, and for a value that the field cannot hold, with those it can.
    """
    known = FIELDS[type(finding)]
    for field, value in fields.items():
        if field not in known:
            kind = type(finding).__name__.lower()
            raise DeskError(f"a {kind} has no field {field!r}", f"its fields are {', '.join(known)}")
        finding = replace(finding, **{field: known[field](report, finding, value.strip())})
    return finding


def passages(report: Report, value: str) -> tuple[Passage, ...]:
    """The passages of "120-180, 200-220", offsets in characters from 0, ends exclusive; or the one with these words.

    Raises DeskError for words that the report has not, or has twice.
    """
    spans = [(int(start), int(end)) for start, end in SPANS.findall(value)]
    if spans and not SPANS.sub("", value).strip():
        for start, end in spans:
            if not start < end <= len(report.text):
                raise DeskError(f"{start}-{end} is no stretch of {report.id}", f"its text ends at {len(report.text)}")
        return tuple(Passage(start, end, report.text[start:end]) for start, end in sorted(spans))
    found = report.text.find(value) if value else -1
    if found < 0 or report.text.find(value, found + 1) >= 0:
        how_often = "does not stand" if found < 0 else "stands more than once"
        raise DeskError(f"“{value}” {how_often} in {report.id}", "copy more of the words, or write offsets: 120-180")
    return (Passage(found, found + len(value), value),)


def mention(report: Report, value: str, printed: Mention | None = None, actors: Actors | None = None) -> Mention:
    """Who is meant by a typed name: a known actor with the post of the day, else a name the desk does not know."""
    where = printed or Mention()
    bare = Mention(printed=where.printed, start=where.start, end=where.end)
    try:
        actor = (actors or load_actors()).find(value)
    except UnknownActor:
        return replace(bare, name=value)
    post = actor.post_on(day_of(report.published))
    return replace(bare, actor=actor.id, name=actor.name, country=actor.country, post=post.title if post else None)


def mentions(report: Report, value: str) -> tuple[Mention, ...]:
    """Those named, between semicolons."""
    return tuple(mention(report, one.strip()) for one in value.split(";") if one.strip())


def parties(report: Report, value: str, former: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who take part, between semicolons; one who took part already keeps the printed words."""
    known = load_actors()
    found = []
    for name in (one.strip() for one in value.split(";") if one.strip()):
        start = max(report.text.find(name), 0)
        end = start + len(name) if report.text[start : start + len(name)] == name else start
        try:
            actor = known.find(name)
        except UnknownActor:
            found.append(Party(None, None, name, None, start, end))
            continue
        same = next((one for one in former if one.actor == actor.id), None)
        code = known.entity_code(actor.id)
        found.append(same or Party(code, actor.sector, name, actor.id, start, end, actor.country))
    return tuple(found)


def when(value: str) -> When | None:
    """The day of 2024-10-31, or the days of 2024-10-01/2024-10-31; nothing for an empty value."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        earliest, latest = dt.date.fromisoformat(first.strip()), dt.date.fromisoformat((last or first).strip())
    except ValueError:
        raise DeskError(f"{value!r} is no date", "write 2024-10-31, or 2024-10-01/2024-10-31") from None
    exact = Granularity.DAY if earliest == latest else Granularity.VAGUE
    return When(earliest.isoformat(), latest.isoformat(), "", exact, BY_HAND, 0, 0)


def one_of(kind: type[Kind], value: str) -> Kind:
    """The member of an enumeration that has the value. Raises DeskError with those there are."""
    try:
        return kind(value.lower())
    except ValueError:
        raise DeskError(f"{value!r} is none of them", f"one of {', '.join(each.value for each in kind)}") from None


def event_type(value: str) -> str:
    """A PLOVER type. Raises DeskError."""
    known = load_types()
    if value.upper() not in known:
        raise DeskError(f"{value!r} is no PLOVER type", f"one of {', '.join(known)}")
    return value.upper()


def words(value: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(one.strip() for one in value.split(",") if one.strip())


def known_actor(value: str) -> str | None:
    """The id of a known actor; None for an empty value. Raises UnknownActor."""
    return load_actors().find(value).id if value else None


Field = Callable[[Report, Any, str], Any]

FIELDS: dict[type[Any], dict[str, Field]] = {
    Statement: {
        "speaker": lambda report, one, value: mention(report, value, one.speaker),
        "content": lambda report, _, value: passages(report, value),
        "cue": lambda report, _, value: passages(report, value)[0] if value else None,
        "force": lambda _r, _f, value: one_of(Force, value),
        "kind": lambda _r, _f, value: one_of(StatementKind, value),
        "sourcing": lambda _r, one, value: replace(one.sourcing, kind=one_of(SourcingKind, value)),
        "addressees": lambda report, _, value: mentions(report, value),
        "via": lambda report, _, value: mentions(report, value),
        "when": lambda _r, _f, value: when(value),
    },
    Event: {
        "type": lambda _r, _f, value: event_type(value),
        "mode": lambda _r, _f, value: words(value),
        "context": lambda _r, _f, value: words(value),
        "actor": lambda report, one, value: parties(report, value, one.actor),
        "recipient": lambda report, one, value: parties(report, value, one.recipient),
        "auxiliary_mode": lambda _r, _f, value: value or None,
        "when": lambda _r, _f, value: when(value),
    },
    Forecast: {
        "outcome": lambda report, _, value: passages(report, value)[0],
        "condition": lambda report, _, value: passages(report, value)[0] if value else None,
        "horizon": lambda _r, _f, value: when(value),
    },
    Name: {
        "actor": lambda _r, _f, value: known_actor(value),
        "restored": lambda _r, _f, value: value or None,
    },
    Kinship: {
        "kind": lambda _r, _f, value: one_of(KinshipKind, value),
        "debtor": lambda _r, _f, value: value,
        "creditor": lambda _r, _f, value: value,
    },
}
