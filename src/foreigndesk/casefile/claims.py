"""Claims in the case file: what was told in which words, which words are close, and the claims these make."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from foreigndesk.casefile.ids import LAST
from foreigndesk.casefile.store import Store
from foreigndesk.model import Cite, Claim, Force, SourcingKind
from foreigndesk.record import decode, encode

TABLES = ("gathered", "gatherings", "tellings", "lost", "wordings", "closenesses", "claims", "lineages")


@dataclass(frozen=True, slots=True)
class Heard:
    """A telling as it is kept: which statement or event tells which wording, who speaks, how and where.

    `printed` are the words at the cite, `spun` tells that a machine exchanged words of the report; `refers` is the
    telling for whose words they stand, if they do.
    """

    id: str
    wording: str
    speaker: str
    actor: str | None
    force: Force
    sourcing: SourcingKind
    day: str | None
    cite: Cite
    printed: str
    refers: str | None
    spun: bool = False


@dataclass(frozen=True, slots=True)
class Worded:
    """What a wording is made of: the words, their force, those of telling, the state of who speaks, and the gist."""

    text: str
    force: Force | None
    telling: str | None
    speaker: str | None
    gist: bytes


class Numbers(NamedTuple):
    """A wording as numbers: what it is looked up and compared by, its gist among it."""

    keys: bytes
    terms: bytes
    facets: bytes
    head: bytes
    gist: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A wording as it stood when it was last gathered, and how it stands now: how often told, first and last day."""

    key: str
    claim: str | None
    before: tuple[int, str | None, str | None]
    now: tuple[int, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Made:
    """A claim as gathered: its id and wordings; if told more than once, its value, and whether it is contested."""

    id: str
    wordings: tuple[str, ...]
    claim: Claim | None
    contested: bool = False


class Gathering:
    """What is gathered in one case file. What writes needs it opened for writing, or its claims on copies."""

    def __init__(self, store: Store) -> None:
        """Of this store."""
        self._store = store

    def is_gathered(self, method: str) -> bool:
        """Whether all that is read has been gathered by that method, and nothing has changed since."""
        row = self._store.row(
            "SELECT (method, readings, tellings, kinships) = (?, (SELECT count(*) FROM readings),"
            " (SELECT count(*) FROM tellings), (SELECT count(*) FROM kinships)) AND"
            " readings = (SELECT count(*) FROM gathered) FROM gatherings",
            method,
        )
        return row is not None and bool(row[0])

    def forget_gathering(self, method: str) -> bool:
        """Forget all that another method than this has gathered; whether there was anything."""
        row = self._store.row("SELECT 1 FROM gatherings WHERE method <> ?", method)
        if row is None:
            return False
        for table in TABLES:
            self._store.write(f"DELETE FROM {table}")  # noqa: S608 (our own names)
        return True

    def save_gathering(self, method: str) -> None:
        """Keep that all has been gathered, as it stands."""
        self._store.write("DELETE FROM gatherings")
        self._store.write(
            "INSERT INTO gatherings SELECT ?, (SELECT count(*) FROM readings), (SELECT count(*) FROM tellings),"
            " (SELECT count(*) FROM kinships)",
            method,
        )

    def load_ungathered(self) -> list[str]:
        """The ids of the reports that were read, and whose tellings are not kept yet, oldest first."""
        rows = self._store.rows(
            "SELECT id FROM reports JOIN readings ON readings.report = id LEFT JOIN gathered ON gathered.report = id"
            " WHERE gathered.report IS NULL ORDER BY published IS NULL, published, id"
        )
        return [report for (report,) in rows]

    def save_tellings(
        self,
        reports: Iterable[str],
        tellings: Iterable[tuple[Heard, str]],
        wordings: Mapping[str, tuple[Worded, Numbers]],
    ) -> None:
        """Keep all tellings of some reports, each with the id of the claim that it would begin, and their wordings."""
        with self._store.together():
            self._store.write_all("INSERT OR REPLACE INTO gathered VALUES (?)", [(report,) for report in reports])
            self._store.write_all(
                "INSERT OR IGNORE INTO wordings"
                " (key, text, force, telling, speaker, keys, terms, facets, head, gist, told)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                [
                    (key, one.text, one.force, one.telling, one.speaker, *numbers)
                    for key, (one, numbers) in wordings.items()
                ],
            )
            self._store.write_all(
                "INSERT OR REPLACE INTO tellings VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (one.cite.report, one.id, one.wording, claim, one.day, one.refers is None, encode(one).decode())
                    for one, claim in tellings
                ],
            )

    def load_tellings(self, wordings: Iterable[str]) -> list[Heard]:
        """The tellings of some wordings, by report and id."""
        rows = self._store.rows(
            "SELECT json FROM tellings WHERE wording IN (SELECT value FROM json_each(?)) ORDER BY report, id",
            json.dumps(sorted(wordings)),
        )
        return [decode(value, Heard) for (value,) in rows]

    def load_tellings_in(self, report: str) -> list[Heard]:
        """The tellings of a report, by id."""
        return [
            decode(value, Heard)
            for (value,) in self._store.rows("SELECT json FROM tellings WHERE report = ? ORDER BY id", report)
        ]

    def forget_tellings(self, report: str) -> None:
        """Forget the tellings of a report."""
        self._store.write("DELETE FROM tellings WHERE report = ?", report)
        self._store.write("DELETE FROM gathered WHERE report = ?", report)

    def load_changed(self, touched: Iterable[str]) -> list[Kept]:
        """The wordings that lost a telling since they were gathered, and those touched, by key."""
        lost = {key for (key,) in self._store.rows("SELECT wording FROM lost")}
        rows = self._store.rows(
            "SELECT key, w.claim, told, first, last, count(t.id), min(t.day), max(t.day) FROM wordings w"
            " LEFT JOIN tellings t ON t.wording = key WHERE key IN (SELECT value FROM json_each(?))"
            " GROUP BY key ORDER BY key",
            json.dumps(sorted(lost.union(touched))),
        )
        return [Kept(key, claim, (told, first, last), tuple(now)) for key, claim, told, first, last, *now in rows]

    def load_numbers(self) -> list[tuple[str, Numbers, str | None, str | None]]:
        """Every wording by key, as numbers, with its first and last day."""
        rows = self._store.rows("SELECT key, first, last, keys, terms, facets, head, gist FROM wordings ORDER BY key")
        return [(key, Numbers(*numbers), first, last) for key, first, last, *numbers in rows]

    def load_worded(self, wordings: Iterable[str]) -> dict[str, Worded]:
        """What some wordings are made of, by key."""
        rows = self._store.rows(
            "SELECT key, text, force, telling, speaker, gist FROM wordings"
            " WHERE key IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(wordings)),
        )
        return {
            key: Worded(text, Force(force) if force else None, telling, speaker, gist)
            for key, text, force, telling, speaker, gist in rows
        }

    def save_wordings(self, changed: Sequence[Kept]) -> None:
        """Keep how often and when wordings are told now; those that are told no more are forgotten."""
        self._store.write("DELETE FROM lost")
        told = [(*one.now, one.key) for one in changed if one.now[0]]
        self._store.write_all("UPDATE wordings SET told = ?, first = ?, last = ? WHERE key = ?", told)
        gone = [(one.key,) for one in changed if not one.now[0]]
        self._store.write_all("DELETE FROM wordings WHERE key = ?", gone)

    def forget_closenesses(self, wordings: Iterable[str]) -> set[str]:
        """Forget the ties of some wordings; the wordings that these were tied to."""
        near = set()
        for key in wordings:
            for column, other in (("one", "other"), ("other", "one")):
                rows = self._store.rows(f"SELECT {other} FROM closenesses WHERE {column} = ?", key)  # noqa: S608 (our own names)
                near |= {each for (each,) in rows}
                if rows:
                    self._store.write(f"DELETE FROM closenesses WHERE {column} = ?", key)  # noqa: S608 (our own names)
        return near

    def save_closenesses(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        """Keep how close pairs of wordings are, the lesser key first."""
        self._store.write_all("INSERT OR REPLACE INTO closenesses VALUES (?, ?, ?)", list(pairs))

    def load_closenesses(self, wordings: Iterable[str]) -> list[tuple[str, str, float]]:
        """The pairs that are close of which one is among some wordings, each once, with how close they are."""
        return [
            (one, other, close)
            for one, other, close in self._store.rows(
                "WITH some (key) AS (SELECT value FROM json_each(?))"
                " SELECT one, other, closeness FROM some JOIN closenesses ON one = key"
                " UNION ALL SELECT one, other, closeness FROM some JOIN closenesses ON other = key"
                " WHERE one NOT IN (SELECT key FROM some)",
                json.dumps(sorted(wordings)),
            )
        ]

    def load_companions(self, wordings: Iterable[str]) -> dict[str, str | None]:
        """Some wordings and all that are in one claim with them, each with its claim, by key."""
        rows = self._store.rows(
            "WITH some (key) AS (SELECT value FROM json_each(?))"
            " SELECT key, claim FROM some JOIN wordings USING (key)"
            " UNION SELECT key, claim FROM wordings WHERE claim IN"
            " (SELECT claim FROM some JOIN wordings USING (key)) ORDER BY key",
            json.dumps(sorted(wordings)),
        )
        return dict(rows)

    def load_members(self, claims: Iterable[str] | None = None) -> dict[str, str | None]:
        """The claim that each wording belongs to; of some claims alone, or of all (None)."""
        if claims is None:
            return dict(self._store.rows("SELECT key, claim FROM wordings ORDER BY key"))
        rows = self._store.rows(
            "SELECT key, claim FROM wordings WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY key",
            json.dumps(sorted(claims)),
        )
        return dict(rows)

    def save_claims(self, former: Iterable[str], made: Iterable[Made]) -> None:
        """Keep claims in place of former ones."""
        kept = list(made)
        several = [(one.claim, one.contested) for one in kept if one.claim is not None]
        with self._store.together():
            self._store.write_all("DELETE FROM claims WHERE id = ?", [(each,) for each in former])
            self._store.write_all(
                "UPDATE wordings SET claim = ? WHERE key = ?", [(one.id, key) for one in kept for key in one.wordings]
            )
            self._store.write_all(
                "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?)",
                [(one.id, contested, last_day(one), encode(one).decode()) for one, contested in several],
            )

    def load_claims(self, since: dt.date | None = None, *, contested: bool = False) -> list[Claim]:
        """The claims that are told more than once: told on that day or later, and contested, if that is asked."""
        rows = self._store.rows(
            "SELECT json FROM claims WHERE (?1 IS NULL OR last >= ?1) AND contested >= ?2 ORDER BY id",
            since and since.isoformat(),
            contested,
        )
        return [decode(value, Claim) for (value,) in rows]

    def load_claim(self, claim: str) -> Claim | None:
        """The claim of an id; None for one that is told once, or not kept."""
        row = self._store.row("SELECT json FROM claims WHERE id = ?", claim)
        return decode(row[0], Claim) if row else None

    def load_claims_of(self, tellings: Iterable[str]) -> list[str]:
        """The ids of the claims that hold some tellings, in order."""
        rows = self._store.rows(
            "SELECT DISTINCT w.claim FROM tellings t JOIN wordings w ON w.key = t.wording"
            " WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY 1",
            json.dumps(sorted(tellings)),
        )
        return [claim for (claim,) in rows]

    def find_claims(self, prefix: str) -> list[str]:
        """The ids of the claims that begin with this, or hold a telling whose own claim would; in order."""
        begin = f"c-{prefix.strip().lower().removeprefix('c-')}"
        rows = self._store.rows(
            "SELECT DISTINCT w.claim FROM tellings t JOIN wordings w ON w.key = t.wording"
            " WHERE t.claim >= ? AND t.claim < ? AND w.claim IS NOT NULL ORDER BY 1",
            begin,
            begin + LAST,
        )
        return [claim for (claim,) in rows]

    def save_lineages(self, families: Iterable[tuple[Iterable[str], str, str]]) -> None:
        """Keep the lineages of all families of reports: the reports, the lineage, the ties that it was judged by."""
        with self._store.together():
            self._store.write("DELETE FROM lineages")
            self._store.write_all(
                "INSERT INTO lineages VALUES (?, ?, ?)",
                [(report, lineage, ties) for reports, lineage, ties in families for report in reports],
            )

    def load_lineages(self) -> dict[str, tuple[str, str]]:
        """The lineage of each report that has kin, and the ties of its family that this was judged by."""
        return {report: (lineage, ties) for report, lineage, ties in self._store.rows("SELECT * FROM lineages")}


def last_day(claim: Claim) -> str | None:
    """The last day on which a claim is told."""
    return max((position.day for position in claim.positions if position.day), default=None)
