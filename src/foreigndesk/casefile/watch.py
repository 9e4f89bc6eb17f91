"""Forecasts that are followed: what analysts confirmed, when the desk looked, and where later reports tell of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.casefile.store import Store
from foreigndesk.model import Cite, Forecast, Outcome, Statement
from foreigndesk.record import decode

FEWEST_KEYS = 2  # of a sentence and of what is looked for in common: what is the same has more


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an analyst said became of a forecast, and when (ISO 8601, UTC)."""

    forecast: str
    outcome: Outcome
    analyst: str
    made: str


@dataclass(frozen=True, slots=True)
class Check:
    """One look for a forecast or indicator: the day (ISO 8601), what came of it, and in how many places it was told."""

    forecast: str
    day: str
    outcome: Outcome
    seen: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """A forecast with the report that tells it, that report's day, and the statement it stands under, if any."""

    report: str
    day: str | None
    forecast: Forecast
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: a forecast's outcome or condition, or an indicator; in reports after a day, up to one."""

    follows: str
    part: str
    report: str
    words: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where a later report tells of what is looked for, and the day that counts for it."""

    follows: str
    part: str
    cite: Cite
    day: str


def save_confirmation(store: Store, confirmation: Confirmation) -> None:
    """Keep an analyst's word; former ones of the same forecast stay as history."""
    store.write(
        "INSERT INTO confirmations (forecast, outcome, analyst, made) VALUES (?, ?, ?, ?)",
        confirmation.forecast,
        confirmation.outcome.value,
        confirmation.analyst,
        confirmation.made,
    )


def load_confirmations(store: Store) -> dict[str, Confirmation]:
    """The last confirmation of each forecast, by its id."""
    rows = store.rows("SELECT forecast, outcome, analyst, made FROM confirmations ORDER BY made, row")
    return {row[0]: Confirmation(row[0], Outcome(row[1]), row[2], row[3]) for row in rows}


def save_checks(store: Store, checks: Iterable[Check]) -> None:
    """Keep looks; another on the same day takes the place of the former."""
    store.write_all(
        "INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?)",
        [(check.forecast, check.day, check.outcome.value, check.seen) for check in checks],
    )


def load_checks(store: Store, forecast: str) -> list[Check]:
    """Every look for a forecast or indicator, by day."""
    rows = store.rows("SELECT forecast, day, outcome, seen FROM checks WHERE forecast = ? ORDER BY day", forecast)
    return [Check(row[0], row[1], Outcome(row[2]), row[3]) for row in rows]


def load_last_checks(store: Store) -> dict[str, Check]:
    """The last look for each forecast and indicator, by its id."""
    rows = store.rows("SELECT forecast, max(day), outcome, seen FROM checks GROUP BY forecast")
    return {row[0]: Check(row[0], row[1], Outcome(row[2]), row[3]) for row in rows}


def load_foretold(store: Store, *, new: bool = False) -> list[Foretold]:
    """The forecasts of all readings, by day of their reports, report and place; or those never looked for alone."""
    rows = store.rows(
        "SELECT f.report, r.published_day, f.json, s.json FROM forecasts f JOIN reports r ON r.id = f.report"
        " LEFT JOIN statements s ON s.report = f.report AND s.id = f.json ->> '$.statement'"
        " WHERE NOT ? OR f.id NOT IN (SELECT follows FROM sought)"
        " ORDER BY r.published IS NULL, r.published, f.report, f.rank",
        new,
    )
    return [
        Foretold(report, day, decode(forecast, Forecast), decode(statement, Statement) if statement else None)
        for report, day, forecast, statement in rows
    ]


# -- what is looked for, and where it was seen -------------------------------------------------------------------------


def load_looked_for(store: Store) -> set[str]:
    """The ids of the forecasts and indicators that have been looked for."""
    return {one for (one,) in store.rows("SELECT DISTINCT follows FROM sought")}


def load_last_gone_through(store: Store) -> str | None:
    """The day of the latest report that has been gone through."""
    row = store.row("SELECT max(published_day) FROM gone_through JOIN reports ON id = report")
    return row[0] if row else None


def load_unread(store: Store) -> list[str]:
    """The reports that have been read and not been gone through, oldest first."""
    rows = store.rows(
        "SELECT report FROM readings JOIN reports ON id = report WHERE report NOT IN (SELECT report FROM gone_through)"
        " ORDER BY published IS NULL, published, id"
    )
    return [report for (report,) in rows]


def load_sought_by(store: Store, keys: Iterable[str], day: str) -> list[Sought]:
    """What is looked for on a day that has at least FEWEST_KEYS of these keys."""
    rows = store.rows(
        "SELECT s.follows, s.part, s.report, s.words, s.since, s.until FROM"
        " (SELECT sought FROM sought_keys WHERE key IN (SELECT value FROM json_each(?1))"
        " GROUP BY sought HAVING count(*) >= ?2) JOIN sought s ON s.row = sought"
        " WHERE (s.since IS NULL OR s.since < ?3) AND (s.until IS NULL OR s.until >= ?3) ORDER BY s.row",
        json.dumps(sorted(keys)),
        FEWEST_KEYS,
        day,
    )
    return [Sought(*row) for row in rows]


def load_seen(store: Store, follows: str | None = None) -> list[Seen]:
    """Where later reports tell of what is looked for; of one forecast or indicator if it is given."""
    rows = store.rows(
        'SELECT follows, part, report, start, "end", day FROM sightings WHERE ?1 IS NULL OR follows = ?1'
        " ORDER BY follows, part, day, report, start",
        follows,
    )
    return [Seen(row[0], row[1], Cite(row[2], row[3], row[4]), row[5]) for row in rows]


def save_sought(store: Store, sought: Iterable[tuple[Sought, Iterable[str]]]) -> None:
    """Keep what is looked for, with the keys by which a sentence finds it."""
    for one, keys in sought:
        row = store.write(
            "INSERT INTO sought (follows, part, report, words, since, until) VALUES (?, ?, ?, ?, ?, ?)",
            one.follows,
            one.part,
            one.report,
            one.words,
            one.since,
            one.until,
        )
        store.write_all("INSERT INTO sought_keys VALUES (?, ?)", [(key, row) for key in sorted(set(keys))])


def save_seen(store: Store, seen: Iterable[Seen], gone_through: Iterable[str]) -> None:
    """Keep where it was seen, and which reports have been gone through."""
    store.write_all(
        "INSERT OR REPLACE INTO sightings VALUES (?, ?, ?, ?, ?, ?)",
        [(one.follows, one.part, one.cite.report, one.cite.start, one.cite.end, one.day) for one in seen],
    )
    store.write_all("INSERT OR IGNORE INTO gone_through VALUES (?)", [(report,) for report in gone_through])


def forget_gone(store: Store) -> None:
    """Forget what was looked for of forecasts that are in no reading any more, and of indicators taken off the list."""
    gone = " NOT IN (SELECT id FROM forecasts UNION ALL SELECT id FROM indicators WHERE removed IS NULL)"
    store.write(f"DELETE FROM sought WHERE follows{gone}")  # noqa: S608 (fixed parts)
    store.write(f"DELETE FROM sightings WHERE follows{gone}")  # noqa: S608 (fixed parts)
