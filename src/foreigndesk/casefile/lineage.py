"""Kinship in the case file: the lists in which kin are looked up, what was found, and analysts' letters."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foreigndesk.casefile.store import Store
from foreigndesk.model import Kinship, Reliability
from foreigndesk.record import decode, encode

KEY_BYTES = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A report's place among the others: its number in the lists, its family's, and whether it had traces of spinning.

    The family is the number of the report that it was first found to be kin of, or its own.
    """

    number: int
    report: str
    family: int
    spun: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Who owes whom, and how: a kinship without its passages."""

    id: str
    debtor: str
    creditor: str
    kind: str


def load_unplaced(store: Store, method: str) -> list[str]:
    """The ids of reports that were read and have no place by this method yet, oldest first."""
    counted = store.row(
        "SELECT (SELECT count(*) FROM readings), (SELECT count(*) FROM sketches WHERE method = ?)", method
    )
    if counted and counted[0] == counted[1]:
        return []  # the counts are a hundredth of the work, and this is asked at the beginning of every run
    rows = store.rows(
        "SELECT r.id FROM reports r JOIN readings ON readings.report = r.id"
        " LEFT JOIN sketches s ON s.report = r.id AND s.method = ?"
        " WHERE s.row IS NULL ORDER BY r.published IS NULL, r.published, r.id",
        method,
    )
    return [report for (report,) in rows]


def forget_other_methods(store: Store, method: str) -> int:
    """Forget all that other methods have placed, with their kinships; how many reports that were."""
    with store.together():
        count = store.row("SELECT count(*) FROM sketches WHERE method < ?1 OR method > ?1", method)
        others = int(count[0]) if count else 0
        if others:
            for table in ("kinships", "listed", "sketches"):  # one method at a time: all that is kept was placed by it
                store.write(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    return others


def load_lists(store: Store, keys: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """For each of these keys the numbers of the reports listed under it, the last kept last; an empty list for none."""
    rows = store.rows("SELECT key, reports FROM listed WHERE key IN (SELECT value FROM json_each(?))", str([*keys]))
    return dict.fromkeys(keys, ()) | {key: numbers_in(reports) for key, reports in rows}


def load_place(store: Store, number: int) -> Place | None:
    """The place of a number in the lists, None if it is kept no more."""
    row = store.row("SELECT row, report, family, spun FROM sketches WHERE row = ?", number)
    return Place(row[0], row[1], row[2], bool(row[3])) if row else None


def find_place(store: Store, report: str, method: str) -> Place | None:
    """The place that a method gave a report, None if it has none."""
    row = store.row("SELECT row, report, family, spun FROM sketches WHERE report = ? AND method = ?", report, method)
    return Place(row[0], row[1], row[2], bool(row[3])) if row else None


def save_place(
    store: Store,
    report: str,
    method: str,
    keys: Sequence[int],
    joins: Mapping[int, Sequence[int]],
    kinships: Iterable[Kinship],
    family: int | None = None,
    *,
    spun: bool = False,
) -> None:
    """Keep the place of a report and its kinships, in place of former ones.

    `keys` are all of its sketch, `joins` the lists at whose end it is put, shortened so that there is room.
    """
    with store.together():
        forget_place(store, report)
        number = store.write(
            "INSERT INTO sketches (report, method, family, spun, keys) VALUES (?, ?, ?, ?, ?)",
            report,
            method,
            family or 0,
            int(spun),
            b"".join(key.to_bytes(KEY_BYTES, "big") for key in keys),
        )
        if family is None:
            store.write("UPDATE sketches SET family = row WHERE row = ?", number)
        save_lists(store, {key: (*others, number) for key, others in joins.items()})
        insert_kinships(store, kinships)


def save_kinships(store: Store, report: str, kinships: Iterable[Kinship], *, spun: bool) -> None:
    """Keep the kinships of a report in place of former ones, and whether it has traces of spinning; its place stays."""
    with store.together():
        store.write("UPDATE sketches SET spun = ? WHERE report = ?", int(spun), report)
        store.write("DELETE FROM kinships WHERE debtor = ?1 OR creditor = ?1", report)
        insert_kinships(store, kinships)


def load_alone(store: Store) -> list[str]:
    """The ids of reports that had kin which have all gone, in the order of their places."""
    return [report for (report,) in store.rows("SELECT report FROM sketches WHERE alone = 1 ORDER BY row")]


def save_looked_up(store: Store, report: str, kinships: Iterable[Kinship]) -> None:
    """Add the kinships that another look for a report's kin has found: it is not alone, or known to be."""
    with store.together():
        store.write("UPDATE sketches SET alone = 0 WHERE report = ?", report)
        insert_kinships(store, kinships)


def insert_kinships(store: Store, kinships: Iterable[Kinship]) -> None:
    """Add kinships."""
    store.write_all(
        "INSERT OR REPLACE INTO kinships VALUES (?, ?, ?, ?, ?)",
        [(k.id, k.debtor, k.creditor, k.kind.value, encode(k).decode()) for k in kinships],
    )


def save_lists(store: Store, lists: Mapping[int, Sequence[int]]) -> None:
    """Keep the lists under some keys, in place of former ones; an empty one goes."""
    store.write_all(
        "INSERT INTO listed VALUES (?, ?) ON CONFLICT DO UPDATE SET reports = excluded.reports",
        [(key, struct.pack(f"<{len(numbers)}I", *numbers)) for key, numbers in lists.items() if numbers],
    )
    store.write_all("DELETE FROM listed WHERE key = ?", [(key,) for key, numbers in lists.items() if not numbers])


def forget_place(store: Store, report: str) -> None:
    """Forget the place of a report and all its kinships.

    In each list that named it, one of its kin takes its place that has the key and is not listed under it: it may have
    been left out because this one was there, and the family must still be found. A report that has no kin left is to be
    looked up again: it may only have been compared with those that have gone.
    """
    row = store.row("SELECT row, keys FROM sketches WHERE report = ?", report)
    if row is not None:
        number, keys = row[0], keys_in(row[1])
        lists = {key: numbers for key, numbers in load_lists(store, keys).items() if number in numbers}
        heirs = {heir: frozenset(keys_in(blob)) for heir, blob in store.rows(HEIRS, report)}
        for key, numbers in lists.items():
            rest = [other for other in numbers if other != number]
            heir = next((heir for heir, has in heirs.items() if key in has and heir not in rest), None)
            lists[key] = tuple(rest) if heir is None else tuple(sorted((*rest, heir)))
        save_lists(store, lists)
        store.write("DELETE FROM sketches WHERE row = ?", number)
        store.write("DELETE FROM kinships WHERE debtor = ?1 OR creditor = ?1", report)
        store.write_all(ALONE, [(heir,) for heir in heirs])


ALONE = (
    "UPDATE sketches SET alone = 1 WHERE row = ?"
    " AND NOT EXISTS (SELECT 1 FROM kinships WHERE debtor = report OR creditor = report)"
)
HEIRS = (
    "SELECT row, keys FROM kinships JOIN sketches ON report = CASE debtor WHEN ?1 THEN creditor ELSE debtor END"
    " WHERE debtor = ?1 OR creditor = ?1 ORDER BY row"
)


def keys_in(blob: bytes) -> list[int]:
    """The keys of a sketch as it is kept."""
    return [int.from_bytes(blob[at : at + KEY_BYTES], "big") for at in range(0, len(blob), KEY_BYTES)]


def numbers_in(blob: bytes) -> tuple[int, ...]:
    """The numbers of a list as it is kept."""
    return struct.unpack(f"<{len(blob) // 4}I", blob)


def load_kinships(store: Store, report: str) -> list[Kinship]:
    """The kinships of a report on either side, the closest first."""
    rows = store.rows("SELECT json FROM kinships WHERE debtor = ?1 OR creditor = ?1", report)
    found = [decode(json, Kinship) for (json,) in rows]
    return sorted(found, key=lambda kinship: (-kinship.score, kinship.id))


def load_kinship(store: Store, kinship: str) -> Kinship | None:
    """The kinship of an id, None if it is not kept."""
    row = store.row("SELECT json FROM kinships WHERE id = ?", kinship)
    return decode(row[0], Kinship) if row else None


def load_ties(store: Store) -> list[Tie]:
    """Who owes whom among all reports, by id."""
    return [Tie(*row) for row in store.rows("SELECT id, debtor, creditor, kind FROM kinships ORDER BY id")]


def save_reliability(store: Store, reliability: Reliability) -> None:
    """Keep the letter an analyst gave; the former ones stay as history."""
    store.write(
        "INSERT INTO reliabilities (subject, letter, analyst, given, note) VALUES (?, ?, ?, ?, ?)",
        reliability.of,
        reliability.letter,
        reliability.analyst,
        reliability.given,
        reliability.note,
    )


def load_reliabilities(store: Store, *, history: bool = False) -> list[Reliability]:
    """The letters by subject, each subject's last one alone, or with `history` all of them, oldest first."""
    rows = store.rows("SELECT subject, letter, analyst, given, note FROM reliabilities ORDER BY subject, given, row")
    every = [Reliability(*row) for row in rows]
    return every if history else list({one.of: one for one in every}.values())
