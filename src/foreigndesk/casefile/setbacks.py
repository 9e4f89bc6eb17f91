"""Setbacks in the case file: what could not be taken in or read stays in view until it can."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from foreigndesk.casefile.store import Store
from foreigndesk.model import Setback
from foreigndesk.record import decode, encode

READING = "reading"  # the stage whose setbacks come and go with a report's reading; all others with its file


def save_setback(store: Store, setback: Setback, seen: dt.datetime) -> None:
    """Keep a setback; the same trouble met again is kept once, with its last hint and the last time it was seen."""
    store.write(
        "INSERT OR REPLACE INTO setbacks VALUES (?, ?, ?, ?, ?, ?)",
        setback.id,
        setback.report,
        setback.path,
        setback.stage,
        seen.astimezone(dt.UTC).isoformat(),
        encode(setback).decode(),
    )


def load_setbacks(store: Store) -> list[Setback]:
    """All setbacks, by path, stage and id."""
    return [decode(json, Setback) for (json,) in store.rows("SELECT json FROM setbacks ORDER BY path, stage, id")]


def forget_setbacks(store: Store, paths: Iterable[str], before: dt.datetime) -> None:
    """Forget the setbacks of intake at or below these paths that were last seen before a moment.

    Below a folder lie its files, below a file its parts ("archive.jsonl:12").
    """
    places = tuple(path.rstrip("/\\") for path in paths)
    below = tuple(place + sign for place in places for sign in "/\\:")
    moment = before.astimezone(dt.UTC).isoformat()
    with store.together():
        former = store.rows("SELECT id, path FROM setbacks WHERE stage <> ? AND last_seen < ?", READING, moment)
        over = [(setback,) for setback, path in former if path in places or path.startswith(below)]
        store.write_all("DELETE FROM setbacks WHERE id = ?", over)


def drop_of_reading(store: Store, report: str) -> None:
    """Forget the setbacks met in reading a report."""
    store.write("DELETE FROM setbacks WHERE report = ? AND stage = ?", report, READING)


def move_setbacks(store: Store, former: str, report: str) -> None:
    """Let the setbacks of a report follow it to another id."""
    store.write(
        "UPDATE setbacks SET report = ?1, json = json_set(json, '$.report', ?1) WHERE report = ?2", report, former
    )
