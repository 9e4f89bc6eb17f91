"""Kinship in the case file: the index under which kin are looked up, what was found, and analysts' letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foreigndesk.casefile.store import Store
from foreigndesk.model import Kinship, Reliability
from foreigndesk.record import decode, encode

# Reports under one band that a look-up sees: a key that more have is furniture, and its first bearers are enough to
# find the family. It bounds the cost of placing a report, however many are kept.
MOST_UNDER_A_BAND = 64


@dataclass(frozen=True, slots=True)
class Tie:
    """Who owes whom, and how: a kinship without its passages."""

    id: str
    debtor: str
    creditor: str
    kind: str


def load_unplaced(store: Store, method: str) -> list[str]:
    """The ids of reports that were read and have no place by this method yet, oldest first."""
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
        count = store.row("SELECT count(*) FROM sketches WHERE method <> ?", method)
        others = int(count[0]) if count else 0
        if others:
            for table in ("kinships", "bands", "sketches"):  # one method at a time: all that is kept was placed by it
                store.write(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    return others


def load_band_mates(store: Store, bands: Iterable[int]) -> list[list[str]]:
    """For each band that is kept, the ids of the reports under it, the first MOST_UNDER_A_BAND kept."""
    return [
        [report for (report,) in rows]
        for band in bands
        if (
            rows := store.rows(
                "SELECT report FROM (SELECT sketch FROM bands WHERE band = ? LIMIT ?) JOIN sketches ON row = sketch",
                band,
                MOST_UNDER_A_BAND,
            )
        )
    ]


def save_place(store: Store, report: str, method: str, bands: Sequence[int], kinships: Iterable[Kinship]) -> None:
    """Keep the place of a report and its kinships, in place of former ones."""
    with store.together():
        forget_place(store, report)
        row = store.write("INSERT INTO sketches (report, method) VALUES (?, ?)", report, method)
        store.write_all("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, row) for band in bands])
        store.write_all(
            "INSERT OR REPLACE INTO kinships VALUES (?, ?, ?, ?, ?)",
            [(k.id, k.debtor, k.creditor, k.kind.value, encode(k).decode()) for k in kinships],
        )


def forget_place(store: Store, report: str) -> None:
    """Forget the place of a report and all its kinships."""
    store.write("DELETE FROM sketches WHERE report = ?", report)
    store.write("DELETE FROM kinships WHERE debtor = ?1 OR creditor = ?1", report)


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
