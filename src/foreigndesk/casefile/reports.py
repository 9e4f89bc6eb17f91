"""Reports in the case file: the value, its text, its words, and the bytes of every file it was found in."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from foreigndesk.casefile.lineage import forget_place
from foreigndesk.casefile.setbacks import drop_of_reading, move_setbacks
from foreigndesk.casefile.store import Store
from foreigndesk.casefile.words import match_any, match_of
from foreigndesk.errors import UnknownId
from foreigndesk.model import Cite, Report, Span, paragraphs
from foreigndesk.record import decode, encode

# A search that hits a headline cites this: the report, and none of its text.
HEADLINE = Span(0, 0)

# Tables of findings that rest on a report, and how they name it.
RESTING = {
    "statements": "report = ?",
    "events": "report = ?",
    "forecasts": "report = ?",
    "kinships": "debtor = ?1 OR creditor = ?1",
}


def save_report(store: Store, report: Report, raw: bytes, taken_in: dt.datetime) -> bool:
    """Keep a report and the bytes it came from; True if it is new.

    A report that is kept already stays as it is; its bytes are added if they are other ones.
    """
    with store.together():
        new = not store.row("SELECT 1 FROM reports WHERE id = ?", report.id)
        if new:
            _insert(store, report, _utc(taken_in))
        digest = hashlib.sha256(raw).hexdigest()
        if not store.row("SELECT 1 FROM raws WHERE sha256 = ?", digest):
            store.write("INSERT INTO raws VALUES (?, ?)", digest, zlib.compress(raw))
        store.write("INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?)", report.id, digest, report.path, _utc(taken_in))
    return new


def save_metadata(store: Store, former: str, report: Report) -> None:
    """Put other metadata in place of those of the report that was `former`: same text, maybe another id.

    Its files go with it. Its reading goes: it rests on the former metadata. If the new id is kept already, the two
    become one report. Raises UnknownId if `former` is not kept.
    """
    with store.together():
        first = store.row("SELECT taken_in FROM reports WHERE id = ?", former)
        if first is None:
            raise UnknownId(f"no report {former} in {store.path}", "keep it with `save_report` first")
        files = store.rows("SELECT sha256, path, taken_in FROM files WHERE report IN (?, ?)", former, report.id)
        for each in {former, report.id}:
            _drop(store, each)
        _insert(store, report, first[0])
        move_setbacks(store, former, report.id)
        store.write_all("INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?)", [(report.id, *file) for file in files])


@dataclass(frozen=True, slots=True)
class Removed:
    """What went with a report: the ids of all that rested on it."""

    report: str
    statements: tuple[str, ...]
    events: tuple[str, ...]
    forecasts: tuple[str, ...]
    kinships: tuple[str, ...]


def remove_report(store: Store, report: str) -> Removed:
    """Forget a report, the bytes that only it came from, and every finding that rested on it; these come back.

    Raises UnknownId if it is not kept.
    """
    with store.together():
        if store.row("SELECT 1 FROM reports WHERE id = ?", report) is None:
            raise UnknownId(f"no report {report} in {store.path}", "`foreigndesk reports` lists those it has")
        rested = {
            table: tuple(each for (each,) in store.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id", report))  # noqa: S608 (our own names)
            for table, where in RESTING.items()
        }
        files = store.rows("SELECT sha256 FROM files WHERE report = ?", report)
        _drop(store, report)
        store.write("DELETE FROM setbacks WHERE report = ?", report)
        store.write_all(
            "DELETE FROM raws WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM files WHERE sha256 = ?1)", files
        )
    return Removed(report, **rested)


def load_report(store: Store, report: str) -> Report | None:
    """The report of an id, None if it is not kept."""
    row = store.row("SELECT json, text FROM reports JOIN texts ON report = id WHERE id = ?", report)
    return _report(*row) if row else None


def load_same(store: Store, report: Report, raw: bytes) -> Report | None:
    """The report kept of the same document, whatever its metadata: of the same bytes, with the same text or path.

    The path counts because a newer intake may take another text out of the same bytes; bytes alone do not, because one
    file (a feed) may hold several reports, each with a path of its own ("feed.xml:3").
    """
    row = store.row(
        "SELECT report FROM files JOIN texts USING (report) WHERE sha256 = ?1 AND (text = ?2 OR path = ?3)"
        " ORDER BY text = ?2 DESC",
        hashlib.sha256(raw).hexdigest(),
        report.text,
        report.path,
    )
    return load_report(store, row[0]) if row else None


def load_reports(store: Store, since: dt.date | None, until: dt.date | None) -> list[Report]:
    """The reports published between two days, both included, by date of publication, then id; undated ones last.

    With a bound given, a report whose day of publication is not known is left out.
    """
    rows = store.rows(
        "SELECT json, text FROM reports JOIN texts ON report = id"
        " WHERE (?1 IS NULL OR published_day >= ?1) AND (?2 IS NULL OR published_day <= ?2)"
        " ORDER BY published IS NULL, published, id",
        since and since.isoformat(),
        until and until.isoformat(),
    )
    return [_report(*row) for row in rows]


def load_outlets(store: Store, reports: Iterable[str] | None) -> dict[str, str]:
    """Who published each report, of some or of all (None): its outlet, else the wire it credits, if it has one."""
    rows = store.rows(
        "SELECT id, coalesce(outlet, wire) FROM reports WHERE coalesce(outlet, wire) IS NOT NULL"
        " AND (?1 IS NULL OR id IN (SELECT value FROM json_each(?1)))",
        None if reports is None else json.dumps(sorted(reports)),
    )
    return dict(rows)


def load_raw(store: Store, report: str) -> bytes | None:
    """The bytes that a report was first taken from, None if it is not kept."""
    row = store.row(
        "SELECT bytes FROM files f JOIN raws USING (sha256) JOIN reports r ON r.id = f.report WHERE f.report = ?"
        " ORDER BY f.sha256 = r.sha256 DESC, f.taken_in, f.sha256",
        report,
    )
    return zlib.decompress(row[0]) if row else None


def search_text(store: Store, words: str) -> list[Cite]:
    """The paragraphs that have all of these words, by date of publication, report, start; undated reports last.

    A headline that has them is cited as [0, 0), the empty span at the beginning of its report.
    """
    match = match_of(words)
    rows = match and store.rows(
        'SELECT p.report, p.start, p."end" FROM passages p JOIN reports r ON r.id = p.report'
        " WHERE p.row IN (SELECT rowid FROM passage_words WHERE passage_words MATCH ?)"
        ' ORDER BY r.published IS NULL, r.published, p.report, p.start, p."end"',
        match,
    )
    return [Cite(*row) for row in rows or ()]


def search_any(store: Store, words: Iterable[str], most: int) -> list[Cite]:
    """The paragraphs that have any of these words, at most so many: those with the most and rarest words first."""
    match = match_any(words)
    rows = match and store.rows(
        'SELECT p.report, p.start, p."end" FROM passage_words w JOIN passages p ON p.row = w.rowid'
        ' WHERE passage_words MATCH ? AND p."end" > 0 ORDER BY w.rank LIMIT ?',
        match,
        most,
    )
    return [Cite(*row) for row in rows or ()]


def _insert(store: Store, report: Report, taken_in: str) -> None:
    day = report.published_day
    store.write(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report.id,
        report.sha256,
        report.headline,
        report.outlet,
        report.wire,
        report.language,
        report.published,
        day and day.isoformat(),
        taken_in,
        encode(replace(report, text="")).decode(),
    )
    store.write("INSERT INTO texts VALUES (?, ?)", report.id, report.text)
    for span in (HEADLINE, *paragraphs(report.text)):
        row = store.write(
            'INSERT INTO passages (report, start, "end") VALUES (?, ?, ?)', report.id, span.start, span.end
        )
        store.write("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", row, _words(report, span))


def _drop(store: Store, report: str) -> None:
    """Forget a report and all that was read in it; the bytes it came from stay."""
    kept = load_report(store, report)
    if kept is None:
        return
    # An index without content must be told the words that it is to forget (https://sqlite.org/fts5.html, 4.4.1).
    for row, start, end in store.rows('SELECT row, start, "end" FROM passages WHERE report = ?', report):
        store.write(
            "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', ?, ?)",
            row,
            _words(kept, Span(start, end)),
        )
    drop_of_reading(store, report)
    forget_place(store, report)
    store.write("DELETE FROM reports WHERE id = ?", report)


def _words(report: Report, span: Span) -> str:
    return report.headline or "" if span == HEADLINE else report.text[span.start : span.end]


def _report(json: str, text: str) -> Report:
    return replace(decode(json, Report), text=text)


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat()
