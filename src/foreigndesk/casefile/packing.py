"""A whole case as one zip: reports with their bytes, readings, what analysts said; and merging one into a case file.

The zip holds JSON lines that any tool reads, not SQLite: `manifest.json`, `reports.jsonl`, `readings.jsonl` (the
reader's own), `acts.jsonl` (corrections, also those undone), `signed.jsonl` (letters, confirmations), `boards.jsonl`
and `raw/SHA256`. Merging adds what is not here yet; of what analysts said nothing is replaced, so that merging twice,
or the two desks in either order, gives the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foreigndesk.casefile.corrections import load_acts, load_original, merge_acts, save_reading
from foreigndesk.casefile.reports import load_report, save_report
from foreigndesk.casefile.store import Row, Store
from foreigndesk.errors import CaseFileError
from foreigndesk.model import Act, Reading, Report
from foreigndesk.record import decode, encode

SCHEMA = "foreigndesk.case/1"
# Tables of what analysts signed, as they are: no row is ever changed, so rows are added where they are not yet.
SIGNED = ("reliabilities", "confirmations")
BOARDS = ("hypotheses", "evidence", "marks")
NUMBERS = frozenset({"row"})  # columns that number rows in one file and mean nothing in another
LARGEST = 1 << 28  # bytes of one member unpacked: a quarter of a gigabyte is no report, and no case for one machine
AGAIN = "ask for the zip again: it must come from `foreigndesk export case`"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge added, and how many reports were here already."""

    reports: int
    known: int
    acts: int
    signed: int
    boards: tuple[str, ...]


def pack(store: Store, path: Path, made: dt.datetime) -> None:
    """Write the whole case into a zip. Raises OSError, CaseFileError."""
    with store.together(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        reports = [row[0] for row in store.rows("SELECT id FROM reports ORDER BY id")]
        manifest = {"schema": SCHEMA, "made": made.astimezone(dt.UTC).isoformat(), "reports": len(reports)}
        zipped.writestr("manifest.json", json.dumps(manifest) + "\n")
        zipped.writestr("reports.jsonl", lines(report_lines(store, reports)))
        readings = (one for report in reports if (one := load_original(store, report)) is not None)
        zipped.writestr("readings.jsonl", lines(encode(one) for one in readings))
        zipped.writestr("acts.jsonl", lines(encode(act) for act in reversed(load_acts(store))))
        for name, tables in (("signed", SIGNED), ("boards", BOARDS)):
            zipped.writestr(f"{name}.jsonl", lines(table_lines(store, tables)))
        for sha256, packed in store.rows("SELECT sha256, bytes FROM raws ORDER BY sha256"):
            zipped.writestr(f"raw/{sha256}", zlib.decompress(packed))


def lines(values: Iterator[bytes] | Any) -> bytes:
    """Values as JSON lines."""
    return b"".join(value + b"\n" for value in values)


def report_lines(store: Store, reports: list[str]) -> Iterator[bytes]:
    """Each report with the files it was found in."""
    for report in reports:
        files = store.rows("SELECT sha256, path, taken_in FROM files WHERE report = ? ORDER BY taken_in", report)
        yield encode({"report": load_report(store, report), "files": files})


def table_lines(store: Store, tables: tuple[str, ...]) -> Iterator[bytes]:
    """The rows of some tables, each with its table and the names of its columns."""
    for table in tables:
        names = columns(store, table)
        for row in store.rows(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608 (our own names)
            yield encode({"table": table, "row": dict(zip(names, row, strict=True))})


def columns(store: Store, table: str) -> list[str]:
    """The columns of a table that mean the same in every file."""
    return [name for _, name, *_ in store.rows(f"PRAGMA table_info({table})") if name not in NUMBERS]


# -- merging -----------------------------------------------------------------------------------------------------------


def merge(store: Store, path: Path, now: dt.datetime) -> Merged:
    """Add what a zip holds to the case file, all of it or nothing. Raises CaseFileError for a zip that is not one."""
    try:
        with zipfile.ZipFile(path) as zipped, store.together():
            return _merge(store, Zip(path, zipped), now)
    except (zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError) as error:
        raise CaseFileError(f"{path} is no case: {error}", AGAIN) from error


class Zip:
    """The members of one zip, none larger than LARGEST."""

    def __init__(self, path: Path, zipped: zipfile.ZipFile) -> None:
        """Read members from an open zip."""
        self._path, self._zipped = path, zipped

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises CaseFileError for one that is too large."""
        if self._zipped.getinfo(name).file_size > LARGEST:
            raise CaseFileError(f"{self._path}: {name} is larger than {LARGEST >> 20} MB", AGAIN)
        return self._zipped.read(name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The JSON lines of a member."""
        return [json.loads(line) for line in self.read(name).splitlines() if line]

    def of_tables(self, name: str, tables: tuple[str, ...]) -> list[dict[str, Any]]:
        """The rows of a member that belong to some tables. Raises CaseFileError for a row of another."""
        rows = self.rows(name)
        for row in rows:
            if row["table"] not in tables:
                raise CaseFileError(f"{self._path}: no table {row['table']!r} is merged", AGAIN)
        return rows


def _merge(store: Store, zipped: Zip, now: dt.datetime) -> Merged:
    manifest = json.loads(zipped.read("manifest.json"))
    if manifest.get("schema") != SCHEMA:
        raise CaseFileError(f"a case of another make: {manifest.get('schema')!r}", "upgrade foreigndesk, or ask again")
    new, known = set[str](), 0
    for row in zipped.rows("reports.jsonl"):
        report = decode(json.dumps(row["report"]), Report)
        added = False
        for sha256, file_path, taken_in in row["files"]:
            raw = zipped.read(f"raw/{sha256}")
            if hashlib.sha256(raw).hexdigest() != sha256:
                raise CaseFileError(f"the bytes of {file_path} are not those that were packed", AGAIN)
            as_found = Report(**{**fields_of(report), "path": file_path})
            added |= save_report(store, as_found, raw, dt.datetime.fromisoformat(taken_in))
        if added:
            new.add(report.id)
        known += not added
    # corrections before readings: a reading is kept with them laid over it
    acts = merge_acts(store, [decode(json.dumps(row), Act) for row in zipped.rows("acts.jsonl")], now)
    for row in zipped.rows("readings.jsonl"):
        reading = decode(json.dumps(row), Reading)
        if reading.report.id in new:
            save_reading(store, reading, now)
    signed = sum(add_row(store, row["table"], row["row"]) for row in zipped.of_tables("signed.jsonl", SIGNED))
    return Merged(len(new), known, acts, signed, merge_boards(store, zipped.of_tables("boards.jsonl", BOARDS), now))


def fields_of(report: Report) -> dict[str, Any]:
    """A report's fields by name."""
    return {name: getattr(report, name) for name in Report.__dataclass_fields__}


def add_row(store: Store, table: str, row: dict[str, Any]) -> bool:
    """Add a row to a table of what analysts signed unless the same is there; whether it was added."""
    names = [name for name in columns(store, table) if name in row]
    values: Row = tuple(row[name] for name in names)
    same = " AND ".join(f"{name} IS ?" for name in names)
    if store.row(f"SELECT 1 FROM {table} WHERE {same}", *values):  # noqa: S608 (columns of our own table)
        return False
    marks = ", ".join("?" for _ in names)
    store.write(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", *values)  # noqa: S608 (likewise)
    return True


def merge_boards(store: Store, rows: list[dict[str, Any]], now: dt.datetime) -> tuple[str, ...]:
    """Add boards of competing hypotheses; one whose name stands for other hypotheses here gets a name of its own."""
    by_board: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in rows:
        by_board[each["row"]["board"]].append(each)
    added = []
    for board, theirs in by_board.items():
        name = board if agrees(store, board, theirs) else f"{board} (merged {now.date().isoformat()})"
        if sum(add_row(store, each["table"], {**each["row"], "board": name}) for each in theirs):
            added.append(name)
    return tuple(added)


def agrees(store: Store, board: str, theirs: list[dict[str, Any]]) -> bool:
    """Whether no place of a board holds other words here than there."""
    for each in theirs:
        if "rank" in each["row"]:
            here = store.row(
                f"SELECT words FROM {each['table']} WHERE board = ? AND rank = ?",  # noqa: S608 (our own names: see of_tables)
                board,
                each["row"]["rank"],
            )
            if here is not None and here[0] != each["row"]["words"]:
                return False
    return True
