"""From the beginning of an id, as people copy it, to the one thing in the case file that has it."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.casefile.store import Store
from foreigndesk.errors import UnknownId

KINDS = {
    "report": ("reports", "id"),
    "statement": ("statements", "report"),
    "event": ("events", "report"),
    "forecast": ("forecasts", "report"),
    "setback": ("setbacks", "report"),
    "indicator": ("indicators", "NULL"),
    "kinship": ("kinships", "debtor"),
}

SHOWN = 8  # of several that an id may mean: as many as are read at a glance

LAST = "\U0010ffff"  # sorts behind every character that an id can have


@dataclass(frozen=True, slots=True)
class Found:
    """What has an id: a report, statement, event, forecast, setback, kinship or indicator, and the report it is in."""

    kind: str
    id: str
    report: str | None


def find_id(store: Store, prefix: str) -> Found:
    """The one thing whose id begins so, with or without the letter in front ("s-4be1", "4be1").

    Raises UnknownId if there is none, or more than one: then the hint lists them.
    """
    begin = prefix.strip().lower()
    found = [Found(*row) for kind in KINDS for row in _begin_with(store, kind, begin)] if begin else []
    if not found:
        raise UnknownId(f"nothing in {store.path} has the id {prefix!r}", "ids stand beside everything the desk shows")
    if len(found) > 1:
        several = ", ".join(f"{each.kind} {each.id}" for each in found[:SHOWN])
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise UnknownId(f"{len(found)} ids begin with {prefix!r}", f"write more of the one you mean: {several}{more}")
    return found[0]


def _begin_with(store: Store, kind: str, begin: str) -> list[tuple[str, str, str | None]]:
    table, report = KINDS[kind]
    return [
        (kind, *row)
        for row in store.rows(
            f"SELECT id, {report} FROM {table} WHERE (id >= ?1 AND id < ?2)"  # noqa: S608 (fixed parts)
            " OR (substr(id, instr(id, '-') + 1) >= ?1 AND substr(id, instr(id, '-') + 1) < ?2) ORDER BY id, 2",
            begin,
            begin + LAST,
        )
    ]
