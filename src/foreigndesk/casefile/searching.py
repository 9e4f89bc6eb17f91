"""Search of a case file as people look through it: the latest first, with the words around, and counts to narrow it.

Bounded work: of a word that stands everywhere the MOST_FOUND passages taken in last are looked at, and it says so.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from foreigndesk.casefile.store import Row, Store, telling
from foreigndesk.casefile.words import match_of
from foreigndesk.model import Span, Statement
from foreigndesk.record import decode

MOST_FOUND = 2_000  # enough to tell which outlets and months; 10,000 reports answer in a tenth of a second
MOST_FACETS = 10

# Around what was found in a passage: characters that no report's words have (private use area of Unicode).
MEMORY = Path(":memory:")
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with the words: its report and place, and which stretches of `text` were looked for."""

    report: str
    published: str | None
    outlet: str | None
    headline: str | None
    start: int
    end: int
    text: str
    found: tuple[Span, ...]
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: which field, its value, how many of the hits have it."""

    field: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits, of how many (`capped`: of at least so many), and how they may be narrowed."""

    total: int
    capped: bool
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to; "" for any. `month` is ISO ("2024-10"), `speaker` a name or an actor's id."""

    outlet: str = ""
    month: str = ""
    force: str = ""
    sourcing: str = ""
    speaker: str = ""


ANY = Narrowed()


# Where statements are taken from: with words to be found, the index of words leads and no other row is looked at.
WITH_WORDS = " statement_words w JOIN statements f ON f.row = w.rowid AND statement_words MATCH ?1"
WITHOUT_WORDS = " statements f"


class Searching:
    """Searches one case file."""

    def __init__(self, store: Store) -> None:
        """Search in this store."""
        self._store = store

    def text(self, words: str, narrowed: Narrowed = ANY, most: int = 20, after: int = 0) -> Hits:
        """The paragraphs and headlines that have all of these words, phrases in quotation marks, the latest first."""
        match = match_of(words)
        rows = match and self._store.rows(
            "SELECT p.row, r.published_day, r.outlet FROM passage_words w JOIN passages p ON p.row = w.rowid"
            " JOIN reports r ON r.id = p.report WHERE passage_words MATCH ?1"
            " AND (?2 = '' OR r.outlet = ?2) AND (?3 = '' OR substr(r.published_day, 1, 7) = ?3)"
            " ORDER BY w.rowid DESC LIMIT ?4",
            match,
            narrowed.outlet,
            narrowed.month,
            MOST_FOUND + 1,
        )
        kept = sorted(rows or (), key=lambda row: (row[1] or "", -row[0]), reverse=True)
        facets = [("outlet", row[2]) for row in kept] + [("month", (row[1] or "")[:7]) for row in kept]
        page = [self._passage(row[0]) for row in kept[:MOST_FOUND][after : after + most]]
        marked = found_in([row[-1] for row in page], match or "")
        hits = tuple(
            Hit(report, published, outlet, headline, start, end, text, spans)
            for (report, published, outlet, headline, start, end, _), (text, spans) in zip(page, marked, strict=True)
        )
        return Hits(min(len(kept), MOST_FOUND), len(kept) > MOST_FOUND, hits, counted(facets))

    def statements(self, words: str, narrowed: Narrowed = ANY, most: int = 20, after: int = 0) -> Hits:
        """The statements whose content has all of these words (any, for none), the latest first."""
        match = match_of(words) if words else None
        if words and match is None:
            return Hits(0, False, (), ())
        rows = self._store.rows(
            "SELECT f.row, r.published_day, r.outlet, f.force, f.sourcing, f.day FROM"
            + (WITH_WORDS if match else WITHOUT_WORDS)
            + " JOIN reports r ON r.id = f.report WHERE TRUE"
            " AND (?2 = '' OR r.outlet = ?2) AND (?3 = '' OR substr(f.day, 1, 7) = ?3)"
            " AND (?4 = '' OR f.force = ?4) AND (?5 = '' OR f.sourcing = ?5)"
            " AND (?6 = '' OR f.speaker = ?6 OR json_extract(f.json, '$.speaker.name') = ?6"
            " OR json_extract(f.json, '$.speaker.printed') = ?6)"
            " ORDER BY" + (" w.rowid" if match else " f.row") + " DESC LIMIT ?7",
            match,
            narrowed.outlet,
            narrowed.month,
            narrowed.force,
            narrowed.sourcing,
            narrowed.speaker,
            MOST_FOUND + 1,
        )
        kept = sorted(rows, key=lambda row: (row[5] or "", -row[0]), reverse=True)
        facets = [
            (field, value)
            for row in kept
            for field, value in (
                ("outlet", row[2]),
                ("month", (row[5] or "")[:7]),
                ("force", row[3]),
                ("sourcing", row[4]),
            )
        ]
        page = [self._statement(row[0]) for row in kept[:MOST_FOUND][after : after + most]]
        told = [decode(row[-1], Statement) for row in page]
        marked = found_in([one.words for one in told], match or "")
        hits = tuple(
            Hit(report, published, outlet, headline, *place(one), text, found=spans, statement=one)
            for (report, published, outlet, headline, _), one, (text, spans) in zip(page, told, marked, strict=True)
        )
        return Hits(min(len(kept), MOST_FOUND), len(kept) > MOST_FOUND, hits, counted(facets))

    def _passage(self, row: int) -> Row:
        return self._store.rows(
            'SELECT r.id, r.published, r.outlet, r.headline, p.start, p."end",'
            " CASE p.\"end\" WHEN 0 THEN coalesce(r.headline, '')"
            ' ELSE substr(t.text, p.start + 1, p."end" - p.start) END'
            " FROM passages p JOIN reports r ON r.id = p.report JOIN texts t ON t.report = r.id WHERE p.row = ?",
            row,
        )[0]

    def _statement(self, row: int) -> Row:
        return self._store.rows(
            "SELECT r.id, r.published, r.outlet, r.headline, f.json FROM statements f JOIN reports r ON r.id = f.report"
            " WHERE f.row = ?",
            row,
        )[0]


def place(statement: Statement) -> tuple[int, int]:
    """From the first to the last word of what is said."""
    spans = [(part.start, part.end) for part in statement.content]
    return min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0)


def counted(values: Iterable[tuple[str, str | None]]) -> tuple[Facet, ...]:
    """The most frequent values of each field, months by date."""
    counts = Counter((field, value) for field, value in values if value)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    fields = dict.fromkeys(field for (field, _), _ in ranked)
    kept = [
        Facet(field, value, count)
        for field in fields
        for (_, value), count in [item for item in ranked if item[0][0] == field][:MOST_FACETS]
    ]
    return tuple(sorted(kept, key=lambda one: (one.field, one.value if one.field == "month" else "")))


def found_in(texts: Sequence[str], match: str) -> list[tuple[str, tuple[Span, ...]]]:
    """Each text with the stretches in it that a query finds, as the index of words itself sees them.

    >>> found_in(["Sanctions were lifted."], '"sanction"')
    [('Sanctions were lifted.', (Span(start=0, end=9),))]
    """
    plain = [text.replace(OPEN, "").replace(CLOSE, "").replace("\0", " ") for text in texts]
    if not match or not plain:
        return [(text, ()) for text in plain]
    with telling(MEMORY), closing(sqlite3.connect(MEMORY)) as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5 (w, tokenize = 'porter unicode61 remove_diacritics 2')")
        index.executemany("INSERT INTO t (rowid, w) VALUES (?, ?)", enumerate(plain))
        marked = dict(index.execute("SELECT rowid, highlight(t, 0, ?, ?) FROM t WHERE t MATCH ?", (OPEN, CLOSE, match)))
    return [(text, spans_in(marked[rank]) if rank in marked else ()) for rank, text in enumerate(plain)]


def spans_in(marked: str) -> tuple[Span, ...]:
    """The stretches between marks, counted without them."""
    edges, at = [], 0
    for part in marked.replace(CLOSE, OPEN).split(OPEN)[:-1]:
        at += len(part)
        edges.append(at)
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
