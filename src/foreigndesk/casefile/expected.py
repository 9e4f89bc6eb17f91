"""What analysts look for: indicators, and actors from whom they expect words. Both are kept when they are dropped."""

from __future__ import annotations

from foreigndesk.casefile.store import Store
from foreigndesk.model import Awaited, Indicator


def save_indicator(store: Store, one: Indicator) -> None:
    """Keep an indicator, in place of itself if it is kept already."""
    store.write(
        "INSERT OR REPLACE INTO indicators VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        one.id,
        one.words,
        one.analyst,
        one.made,
        one.since,
        one.until,
        one.note,
        one.forecast,
        one.removed,
        one.removed_by,
    )


def load_indicators(store: Store, *, history: bool = False) -> list[Indicator]:
    """The indicators by the time they were set; with `history` also those that were taken off the list."""
    rows = store.rows(
        "SELECT words, analyst, made, since, until, note, forecast, removed, removed_by FROM indicators"
        " WHERE ? OR removed IS NULL ORDER BY made, id",
        history,
    )
    return [Indicator(*row) for row in rows]


def save_awaited(store: Store, one: Awaited) -> None:
    """Keep that words of an actor are expected."""
    store.write(
        "INSERT INTO awaited (actor, about, since, analyst, made) VALUES (?, ?, ?, ?, ?)",
        one.actor,
        one.about,
        one.since,
        one.analyst,
        one.made,
    )


def load_awaited(store: Store) -> list[Awaited]:
    """From whom words are expected, by the time that was said."""
    rows = store.rows("SELECT actor, about, since, analyst, made FROM awaited WHERE dropped IS NULL ORDER BY made, row")
    return [Awaited(*row) for row in rows]


def drop_awaited(store: Store, actor: str, analyst: str, dropped: str) -> int:
    """Expect no more words of an actor; how many expectations that were. They stay as history."""
    many = store.row("SELECT count(*) FROM awaited WHERE actor = ? AND dropped IS NULL", actor)
    store.write(
        "UPDATE awaited SET dropped = ?, dropped_by = ? WHERE actor = ? AND dropped IS NULL", dropped, analyst, actor
    )
    return int(many[0]) if many else 0
