"""What analysts confirmed of forecasts, and when the desk looked for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.casefile.store import Store
from foreigndesk.model import Outcome


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an analyst said became of a forecast, and when (ISO 8601, UTC)."""

    forecast: str
    outcome: Outcome
    analyst: str
    made: str


@dataclass(frozen=True, slots=True)
class Check:
    """One look for a forecast: the day (ISO 8601), what the desk proposed then, and in how many places it was told."""

    forecast: str
    day: str
    outcome: Outcome
    seen: int


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
    """Every look for a forecast, by day."""
    rows = store.rows("SELECT forecast, day, outcome, seen FROM checks WHERE forecast = ? ORDER BY day", forecast)
    return [Check(row[0], row[1], Outcome(row[2]), row[3]) for row in rows]
