"""Questions put to the case file, each one SQL query: who said what of whom, who did what to whom."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.casefile.store import Row, Store
from foreigndesk.casefile.words import match_any, match_of
from foreigndesk.model import Event, Force, SourcingKind, Statement, StatementKind
from foreigndesk.record import decode

Conditions = list[tuple[str, object]]  # each with its value, which it asks for with "?", once or more
# One of several values in one JSON parameter. As a list of its own it is taken apart once for a whole query; tied to a
# row it would be for every row.
ANY = "(SELECT value FROM json_each(?))"
PARTY = f"f.row IN (SELECT event FROM parties WHERE role = '{{}}' AND party IN {ANY})"  # noqa: S608 (fixed parts)


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements are asked for; every field that is not None must hold.

    `speaker` and `about` are ids of actors: any of them speaks, any of them is named in what is said. A state speaks
    through all who are of it: its ministries, leaders, officials. `since` and
    `until` bound, both included, the first day that the statement's own date can mean, else the day its report was
    published; what has neither date lies in no bounds. `text` are words that are all in what is said, phrases in
    quotation marks. `reports` are those in which it is told, `ids` its own.
    """

    speaker: frozenset[str] | None = None
    about: frozenset[str] | None = None
    sourcing: SourcingKind | None = None
    force: Force | None = None
    kind: StatementKind | None = StatementKind.STATEMENT
    since: dt.date | None = None
    until: dt.date | None = None
    text: str | None = None
    reports: frozenset[str] | None = None
    ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events are asked for; every field that is not None must hold.

    `actor` and `recipient` are ids of actors, PLOVER codes or countries (alpha-3): any party that is one of them, or
    belongs to it. `types` are PLOVER types, any of them. `since`, `until` and `reports` as for statements.
    """

    actor: frozenset[str] | None = None
    recipient: frozenset[str] | None = None
    types: frozenset[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    reports: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, with the report that tells it and that report's date of publication."""

    report: str
    published: str | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Done:
    """An event, with the report that tells it and that report's date of publication."""

    report: str
    published: str | None
    event: Event


def load_statements(store: Store, query: StatementQuery) -> list[Told]:
    """The statements asked for, by day, report, place in it; those without a day last."""
    rows = _load(store, "statements", _of_statements(query))
    return [Told(report, published, decode(value, Statement)) for report, published, value in rows]


def find_statements(store: Store, query: StatementQuery) -> set[str]:
    """The ids of the statements asked for."""
    return _find(store, "statements", _of_statements(query))


def _of_statements(query: StatementQuery) -> Conditions | None:
    """The conditions of a query; None for one that nothing can meet."""
    conditions: Conditions = [
        ("f.kind = ?", query.kind),
        ("f.sourcing = ?", query.sourcing),
        ("f.force = ?", query.force),
        (f"(f.speaker IN {ANY} OR f.country IN {ANY})", _any_of(query.speaker)),
        (f"f.row IN (SELECT statement FROM subjects WHERE actor IN {ANY})", _any_of(query.about)),  # noqa: S608 (fixed parts)
        *_between(query.since, query.until),
        (f"f.report IN {ANY}", _any_of(query.reports)),
        (f"f.id IN {ANY}", _any_of(query.ids)),
    ]
    if query.text is not None:
        match = match_of(query.text)
        if match is None:
            return None
        conditions.append(("f.row IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)", match))
    return conditions


def load_alike(store: Store, words: Iterable[str], most: int) -> list[Told]:
    """Statements whose content has any of these words, at most so many: those with the most and rarest words first."""
    match = match_any(words)
    rows = match and store.rows(
        "SELECT f.report, r.published, f.json FROM statement_words w"
        " JOIN statements f ON f.row = w.rowid JOIN reports r ON r.id = f.report"
        " WHERE statement_words MATCH ? ORDER BY w.rank LIMIT ?",
        match,
        most,
    )
    return [Told(report, published, decode(value, Statement)) for report, published, value in rows or ()]


def load_events(store: Store, query: EventQuery) -> list[Done]:
    """The events asked for, by day, report, place in it; those without a day last."""
    rows = _load(store, "events", _of_events(query))
    return [Done(report, published, decode(value, Event)) for report, published, value in rows]


def find_events(store: Store, query: EventQuery) -> set[str]:
    """The ids of the events asked for."""
    return _find(store, "events", _of_events(query))


def _of_events(query: EventQuery) -> Conditions:
    """The conditions of a query."""
    return [
        (PARTY.format("actor"), _any_of(query.actor)),
        (PARTY.format("recipient"), _any_of(query.recipient)),
        (f"f.type IN {ANY}", _any_of(query.types)),
        *_between(query.since, query.until),
        (f"f.report IN {ANY}", _any_of(query.reports)),
    ]


def load_days(store: Store, naming: frozenset[str] | None) -> list[tuple[str, str]]:
    """The id and day of publication of the reports that name any of these actors (None: of all), latest first.

    Reports whose day is not known are left out.
    """
    named = f"id IN (SELECT report FROM names WHERE actor IN {ANY})"  # noqa: S608 (fixed parts)
    rows = store.rows(
        "SELECT id, published_day FROM reports WHERE published_day IS NOT NULL"  # noqa: S608 (fixed parts)
        f" AND {'TRUE' if naming is None else named} ORDER BY published_day DESC, published DESC, id",
        *(() if naming is None else (_any_of(naming),)),
    )
    return [(report, day) for report, day in rows]


def _any_of(values: frozenset[str] | None) -> str | None:
    """A set as one JSON parameter: SQLite takes no lists, and a limited number of parameters."""
    return None if values is None else json.dumps(sorted(values))


def _between(since: dt.date | None, until: dt.date | None) -> list[tuple[str, object]]:
    return [("f.day >= ?", since and since.isoformat()), ("f.day <= ?", until and until.isoformat())]


def _load(store: Store, table: str, conditions: Conditions | None) -> list[Row]:
    where, values = _where(conditions)
    return store.rows(
        f"SELECT f.report, r.published, f.json FROM {table} f JOIN reports r ON r.id = f.report"  # noqa: S608 (fixed parts)
        f" WHERE {where} ORDER BY f.day IS NULL, f.day, f.report, f.start, f.rank",
        *values,
    )


def _find(store: Store, table: str, conditions: Conditions | None) -> set[str]:
    where, values = _where(conditions)
    return {one for (one,) in store.rows(f"SELECT f.id FROM {table} f WHERE {where}", *values)}  # noqa: S608 (fixed parts)


def _where(conditions: Conditions | None) -> tuple[str, list[object]]:
    """All conditions whose value is not None, as SQL, and the values, each as often as its condition asks for it.

    None cannot be met.
    """
    if conditions is None:
        return "FALSE", []
    asked = [(condition, value) for condition, value in conditions if value is not None]
    values = [value for condition, value in asked for _ in range(condition.count("?"))]
    return " AND ".join(condition for condition, _ in asked) or "TRUE", values
