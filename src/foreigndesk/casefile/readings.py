"""Readings in the case file: each finding a row with what queries ask for, and put together again as they were."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from foreigndesk.casefile.reports import load_report
from foreigndesk.casefile.setbacks import drop_of_reading, save_setback
from foreigndesk.casefile.store import Store
from foreigndesk.errors import UnknownId
from foreigndesk.model import Event, Forecast, Name, Party, Reading, Silence, Span, Spun, Statement, When
from foreigndesk.record import decode, encode

FINDINGS = ("names", "statements", "events", "forecasts")


def write_reading(store: Store, reading: Reading, seen: dt.datetime) -> None:
    """Keep a reading in place of a former one of the same report, and its setbacks in place of the report's former.

    Raises UnknownId if the report is not kept.
    """
    report = reading.report.id
    with store.together():
        if not store.row("SELECT 1 FROM reports WHERE id = ?", report):
            raise UnknownId(f"no report {report} in {store.path}", "keep it with `save_report` first")
        store.write("DELETE FROM readings WHERE report = ?", report)
        drop_of_reading(store, report)
        rest = replace(
            reading, report=replace(reading.report, text=""), names=(), statements=(), events=(), forecasts=()
        )
        store.write("INSERT INTO readings VALUES (?, ?, ?)", report, reading.reader, encode(rest).decode())
        store.write_all(
            "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
            [(report, rank, name.printed, name.actor, _json(name)) for rank, name in enumerate(reading.names)],
        )
        for rank, statement in enumerate(reading.statements):
            _save_statement(store, reading, rank, statement)
        for rank, event in enumerate(reading.events):
            _save_event(store, reading.report.id, _day(event.when, reading), rank, event)
        store.write_all(
            "INSERT INTO forecasts VALUES (?, ?, ?, ?)",
            [(report, rank, forecast.id, _json(forecast)) for rank, forecast in enumerate(reading.forecasts)],
        )
        for setback in reading.setbacks:
            save_setback(store, replace(setback, report=setback.report or report), seen)


def load_reading(store: Store, report: str) -> Reading | None:
    """The reading of a report, None if it has not been read."""
    with store.together():
        row = store.row("SELECT json FROM readings WHERE report = ?", report)
        kept = load_report(store, report)
        if row is None or kept is None:
            return None
        names, statements, events, forecasts = (
            store.rows(f"SELECT json FROM {table} WHERE report = ? ORDER BY rank", report)  # noqa: S608 (our own names)
            for table in FINDINGS
        )
    return replace(
        decode(row[0], Reading),
        report=kept,
        names=decode(_list(names), tuple[Name, ...]),
        statements=decode(_list(statements), tuple[Statement, ...]),
        events=decode(_list(events), tuple[Event, ...]),
        forecasts=decode(_list(forecasts), tuple[Forecast, ...]),
    )


def load_spun(store: Store, report: str) -> Spun | None:
    """The traces of spinning that were read in a report, None if there are none, or it has not been read."""
    row = store.row("SELECT json FROM readings WHERE report = ?", report)
    return decode(row[0], Reading).spun if row else None


def load_spun_ids(store: Store, reports: Iterable[str] | None) -> set[str]:
    """The ids of the reports, of some or of all (None), in which traces of spinning were read."""
    rows = store.rows(
        "SELECT report FROM readings WHERE (?1 IS NULL OR report IN (SELECT value FROM json_each(?1)))"
        " AND json_extract(json, '$.spun') NOT NULL",
        None if reports is None else json.dumps(sorted(reports)),
    )
    return {report for (report,) in rows}


def load_readings(store: Store, since: dt.date | None = None) -> Iterator[Reading]:
    """All readings one after the other, by date of publication of their reports, then id; undated ones last.

    With a day given, those of reports that were surely published before it are left out.
    """
    rows = store.rows(
        "SELECT id FROM reports JOIN readings ON report = id"
        " WHERE ?1 IS NULL OR published_day IS NULL OR published_day >= ?1 ORDER BY published IS NULL, published, id",
        since and since.isoformat(),
    )
    for (report,) in rows:
        reading = load_reading(store, report)
        if reading:
            yield reading


def load_silences(store: Store) -> list[tuple[Silence, str | None]]:
    """The silences that reports tell, each with its report's day of publication (ISO 8601), by that day, then id.

    A look at the bytes spares taking apart the readings that have none: nearly all.
    """
    rows = store.rows(
        "SELECT r.published_day, json_extract(d.json, '$.silences') FROM readings d JOIN reports r ON r.id = d.report"
        """ WHERE instr(d.json, '"silences":[{') ORDER BY r.published IS NULL, r.published, r.id"""
    )
    return [(silence, day) for day, several in rows for silence in decode(several, tuple[Silence, ...])]


def has_reading(store: Store, report: str, reader: str) -> bool:
    """Whether a report has been read by that version of the reader."""
    return store.row("SELECT 1 FROM readings WHERE report = ? AND reader = ?", report, reader) is not None


def load_readers(store: Store) -> dict[str, int]:
    """How many readings each version of the reader has made, by version."""
    return dict(store.rows("SELECT reader, count(*) FROM readings GROUP BY reader ORDER BY reader"))


def subjects(statement: Statement, names: Iterable[Name]) -> tuple[str, ...]:
    """The ids of the actors that are named in what is said, sorted."""
    named = {
        name.actor
        for name in names
        if name.actor and any(said.covers(Span(name.start, name.end)) for said in statement.content)
    }
    return tuple(sorted(named))


def _save_statement(store: Store, reading: Reading, rank: int, statement: Statement) -> None:
    starts = [passage.start for passage in (*statement.content, statement.cue) if passage]
    row = store.write(
        "INSERT INTO statements (report, rank, id, kind, speaker, country, sourcing, force, day, start, content, json)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        reading.report.id,
        rank,
        statement.id,
        statement.kind,
        statement.speaker.actor,
        statement.speaker.country,
        statement.sourcing.kind,
        statement.force,
        _day(statement.when, reading),
        min(starts, default=0),
        statement.words,
        _json(statement),
    )
    store.write_all(
        "INSERT INTO subjects VALUES (?, ?)", [(actor, row) for actor in subjects(statement, reading.names)]
    )


def _save_event(store: Store, report: str, day: str | None, rank: int, event: Event) -> None:
    row = store.write(
        "INSERT INTO events (report, rank, id, type, day, start, json) VALUES (?, ?, ?, ?, ?, ?, ?)",
        report,
        rank,
        event.id,
        event.type,
        day,
        event.passage.start,
        _json(event),
    )
    taking_part = [("actor", party, row) for party in _asked_for(event.actor)]
    suffering = [("recipient", party, row) for party in _asked_for(event.recipient)]
    store.write_all("INSERT INTO parties VALUES (?, ?, ?)", taking_part + suffering)


def _asked_for(parties: tuple[Party, ...]) -> list[str]:
    return sorted({key for party in parties for key in (party.actor, party.code, party.country) if key})


def _day(when: When | None, reading: Reading) -> str | None:
    published = reading.report.published_day
    if when and when.earliest:
        return when.earliest
    return published.isoformat() if published else None


def _json(value: object) -> str:
    return encode(value).decode()


def _list(rows: list[tuple[str]]) -> str:
    return f"[{','.join(json for (json,) in rows)}]"
