"""Long lists of a case file, a page at a time, and counts of what is too much to be listed: for pages that are read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.casefile.queries import Done, Told
from foreigndesk.casefile.store import Store
from foreigndesk.model import Event, Setback, Statement
from foreigndesk.record import decode


@dataclass(frozen=True, slots=True)
class Named:
    """A known actor's id, with how many reports name it, how many statements it makes, in how many events it acts."""

    actor: str
    reports: int
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as a line of a list: without its text."""

    id: str
    published: str | None
    outlet: str | None
    headline: str | None
    wire: str | None
    statements: int
    events: int
    kin: int
    is_read: int  # 1 or 0


@dataclass(frozen=True, slots=True)
class DayCount:
    """How much lies on a day (ISO): events of one PLOVER type, or statements of one force."""

    day: str
    kind: str
    count: int


# Who is known speaks by name; someone unknown goes with the country he or she belongs to.
SAID_BY = (
    "(f.speaker IN (SELECT value FROM json_each(?1))"
    " OR (f.speaker IS NULL AND f.country IN (SELECT value FROM json_each(?1))))"
)


FAR = 0.02  # share at either end that is taken for a look back or ahead ("since 1961") and not for the story's course


class Leafing:
    """Long lists of one case file."""

    def __init__(self, store: Store) -> None:
        """Read from this store."""
        self._store = store

    def actors(self, most: int = 500, among: frozenset[str] | None = None) -> list[Named]:
        """The known actors, of these if any are given, with what there is of each; who is named most comes first."""
        which = "actor IS NOT NULL" if among is None else "actor IN (SELECT value FROM json_each(?2))"
        rows = self._store.rows(
            f"WITH naming AS (SELECT actor, count(*) n FROM (SELECT DISTINCT actor, report FROM names WHERE {which})"  # noqa: S608 (fixed)
            " GROUP BY actor ORDER BY n DESC LIMIT ?1)"
            " SELECT actor, n, (SELECT count(*) FROM statements WHERE speaker = actor),"
            " (SELECT count(DISTINCT event) FROM parties WHERE role IN ('actor', 'recipient') AND party = actor)"
            " FROM naming ORDER BY 2 DESC, 4 DESC, 3 DESC, 1",
            *((most,) if among is None else (most, json_of(among))),
        )
        return [Named(*row) for row in rows]

    def speakers(self, most: int = 200) -> list[tuple[str, int]]:
        """Speakers by name whom no table knows, with how many statements they make, the most first."""
        rows = self._store.rows(
            "SELECT json_extract(json, '$.speaker.name') name, count(*) n FROM statements"
            " WHERE speaker IS NULL AND sourcing IN ('named', 'spokesperson') AND name IS NOT NULL"
            " GROUP BY name ORDER BY n DESC, name LIMIT ?",
            most,
        )
        return [(str(name), int(count)) for name, count in rows]

    def statements(
        self, speakers: frozenset[str], name: str = "", most: int = 20, after: int = 0
    ) -> tuple[int, list[Told]]:
        """How many statements these actors make, or one whom no table knows by that name, and a page of them.

        The latest first; those without a day last.
        """
        where, value = SAID_BY, json.dumps(sorted(speakers))
        if name:
            where, value = "f.speaker IS NULL AND json_extract(f.json, '$.speaker.name') = ?1", name
        total = self._store.rows(f"SELECT count(*) FROM statements f WHERE {where}", value)[0][0]  # noqa: S608 (fixed)
        rows = self._store.rows(
            f"SELECT f.report, r.published, f.json FROM statements f JOIN reports r ON r.id = f.report WHERE {where}"  # noqa: S608
            " ORDER BY f.day IS NULL, f.day DESC, f.report, f.start LIMIT ?2 OFFSET ?3",
            value,
            most,
            after,
        )
        return int(total), [Told(report, published, decode(text, Statement)) for report, published, text in rows]

    def events(self, parties: frozenset[str], most: int = 20, after: int = 0) -> tuple[int, list[Done]]:
        """How many events these actors have part in, and a page of them: the latest first, those without a day last."""
        where = "f.row IN (SELECT event FROM parties WHERE party IN (SELECT value FROM json_each(?1)))"
        value = json.dumps(sorted(parties))
        total = self._store.rows(f"SELECT count(*) FROM events f WHERE {where}", value)[0][0]  # noqa: S608 (fixed)
        rows = self._store.rows(
            f"SELECT f.report, r.published, f.json FROM events f JOIN reports r ON r.id = f.report WHERE {where}"  # noqa: S608
            " ORDER BY f.day IS NULL, f.day DESC, f.report, f.start LIMIT ?2 OFFSET ?3",
            value,
            most,
            after,
        )
        return int(total), [Done(report, published, decode(text, Event)) for report, published, text in rows]

    def beside(self, parties: frozenset[str], most: int = 40) -> list[tuple[str, int]]:
        """Who takes part in events together with these actors: ids, codes or countries, with how many events."""
        rows = self._store.rows(
            "SELECT party, count(DISTINCT event) n FROM parties"
            " WHERE event IN (SELECT event FROM parties WHERE party IN (SELECT value FROM json_each(?1)))"
            " AND party NOT IN (SELECT value FROM json_each(?1)) GROUP BY party ORDER BY n DESC, party LIMIT ?2",
            json.dumps(sorted(parties)),
            most,
        )
        return [(str(party), int(count)) for party, count in rows]

    def reports(self, outlet: str = "", most: int = 50, after: int = 0) -> tuple[int, list[Listed]]:
        """How many reports there are, of one outlet if given, and a page of them, the latest first."""
        total = self._store.rows("SELECT count(*) FROM reports WHERE ?1 = '' OR outlet = ?1", outlet)[0][0]
        rows = self._store.rows(
            "SELECT id, published, outlet, headline, wire,"
            " (SELECT count(*) FROM statements s WHERE s.report = reports.id),"
            " (SELECT count(*) FROM events e WHERE e.report = reports.id),"
            " (SELECT count(*) FROM kinships k WHERE k.debtor = reports.id)"
            " + (SELECT count(*) FROM kinships k WHERE k.creditor = reports.id),"
            " EXISTS (SELECT 1 FROM readings d WHERE d.report = reports.id)"
            " FROM reports WHERE ?1 = '' OR outlet = ?1"
            " ORDER BY published IS NULL, published DESC, id LIMIT ?2 OFFSET ?3",
            outlet,
            most,
            after,
        )
        return int(total), [Listed(*row) for row in rows]

    def outlets(self, most: int = 60) -> list[tuple[str, int]]:
        """The outlets with how many reports there are of each, the most first."""
        rows = self._store.rows(
            "SELECT outlet, count(*) n FROM reports WHERE outlet IS NOT NULL GROUP BY outlet"
            " ORDER BY n DESC, outlet LIMIT ?",
            most,
        )
        return [(str(outlet), int(count)) for outlet, count in rows]

    def setbacks(self, most: int = 50, after: int = 0) -> tuple[int, list[Setback]]:
        """How many setbacks there are, and a page of them by path."""
        total = self._store.rows("SELECT count(*) FROM setbacks")[0][0]
        rows = self._store.rows("SELECT json FROM setbacks ORDER BY path, stage, id LIMIT ? OFFSET ?", most, after)
        return int(total), [decode(text, Setback) for (text,) in rows]

    def setbacks_before(self, setback: str) -> int:
        """How many setbacks stand before one in the list; 0 for one that is not kept."""
        row = self._store.row(
            "SELECT count(*) FROM setbacks s, setbacks t WHERE t.id = ?"
            " AND (s.path, s.stage, s.id) < (t.path, t.stage, t.id)",
            setback,
        )
        return int(row[0]) if row else 0

    def day_of_latest(self, most: int) -> dt.date | None:
        """The day since which no more than so many reports, or a day's, were published; None if all are so few."""
        row = self._store.row(
            "SELECT published_day FROM reports WHERE published_day IS NOT NULL"
            " ORDER BY published_day DESC LIMIT 1 OFFSET ?",
            most,
        )
        return dt.date.fromisoformat(row[0]) + dt.timedelta(1) if row else None

    # -- days --------------------------------------------------------------------------------------------------------

    def days(self) -> tuple[str, str] | None:
        """The first and last day that anything lies on; None where nothing does."""
        row = self._store.row(
            "SELECT min(first), max(last) FROM (SELECT min(day) first, max(day) last FROM events"
            " UNION ALL SELECT min(day), max(day) FROM statements"
            " UNION ALL SELECT min(published_day), max(published_day) FROM reports)"
        )
        return (row[0], row[1]) if row and row[0] and row[1] else None

    def usual_days(self) -> tuple[str, str] | None:
        """The days between which nearly all statements and events lie: a far look back or ahead is left out."""
        every = (
            "SELECT day FROM events WHERE day IS NOT NULL UNION ALL SELECT day FROM statements WHERE day IS NOT NULL"
        )
        total = int(self._store.rows(f"SELECT count(*) FROM ({every})")[0][0])  # noqa: S608 (fixed)
        if not total:
            return None
        edge = int(total * FAR)
        rows = [
            self._store.rows(f"SELECT day FROM ({every}) ORDER BY day LIMIT 1 OFFSET ?", place)  # noqa: S608 (fixed)
            for place in (edge, total - 1 - edge)
        ]
        return rows[0][0][0], rows[1][0][0]

    def event_days(self, since: dt.date, until: dt.date, parties: frozenset[str] | None = None) -> list[DayCount]:
        """How many events of each type lie on each day, of these actors if any are given."""
        rows = self._store.rows(
            "SELECT day, type, count(*) FROM events f WHERE day >= ?1 AND day <= ?2 AND (?3 IS NULL OR"
            " row IN (SELECT event FROM parties WHERE party IN (SELECT value FROM json_each(?3))))"
            " GROUP BY day, type",
            since.isoformat(),
            until.isoformat(),
            json_of(parties),
        )
        return [DayCount(*row) for row in rows]

    def statement_days(self, since: dt.date, until: dt.date, speakers: frozenset[str] | None = None) -> list[DayCount]:
        """How many statements of each force lie on each day, of these speakers if any are given; attitudes aside."""
        rows = self._store.rows(
            "SELECT day, force, count(*) FROM statements WHERE kind = 'statement' AND day >= ?1 AND day <= ?2 AND"
            " (?3 IS NULL OR speaker IN (SELECT value FROM json_each(?3)) OR"
            " (speaker IS NULL AND country IN (SELECT value FROM json_each(?3)))) GROUP BY day, force",
            since.isoformat(),
            until.isoformat(),
            json_of(speakers),
        )
        return [DayCount(*row) for row in rows]

    def events_between(self, since: dt.date, until: dt.date, parties: frozenset[str] | None, most: int) -> list[Done]:
        """The events of some days, of these actors if any are given; of more than `most` the latest."""
        rows = self._store.rows(
            "SELECT f.report, r.published, f.json FROM events f JOIN reports r ON r.id = f.report"
            " WHERE f.day >= ?1 AND f.day <= ?2 AND (?3 IS NULL OR"
            " f.row IN (SELECT event FROM parties WHERE party IN (SELECT value FROM json_each(?3))))"
            " ORDER BY f.day DESC, f.report, f.start LIMIT ?4",
            since.isoformat(),
            until.isoformat(),
            json_of(parties),
            most,
        )
        return [Done(report, published, decode(text, Event)) for report, published, text in reversed(rows)]

    def statements_between(
        self, since: dt.date, until: dt.date, speakers: frozenset[str] | None, most: int
    ) -> list[Told]:
        """The statements of some days, of these speakers if any are given; of more than `most` the latest."""
        rows = self._store.rows(
            "SELECT f.report, r.published, f.json FROM statements f JOIN reports r ON r.id = f.report"
            " WHERE f.kind = 'statement' AND f.day >= ?1 AND f.day <= ?2 AND"
            " (?3 IS NULL OR f.speaker IN (SELECT value FROM json_each(?3)) OR"
            " (f.speaker IS NULL AND f.country IN (SELECT value FROM json_each(?3))))"
            " ORDER BY f.day DESC, f.report, f.start LIMIT ?4",
            since.isoformat(),
            until.isoformat(),
            json_of(speakers),
            most,
        )
        return [Told(report, published, decode(text, Statement)) for report, published, text in reversed(rows)]

    def carried_between(self, since: dt.date, until: dt.date, most: int) -> list[Told]:
        """The statements of some days that somebody carried for the speaker; of more than `most` the latest."""
        # A look at the bytes spares taking the JSON apart where nobody carried anything: ten times as fast.
        rows = self._store.rows(
            "SELECT f.report, r.published, f.json FROM statements f JOIN reports r ON r.id = f.report"
            " WHERE f.day >= ? AND f.day <= ?"
            """ AND instr(f.json, '"via":[{') AND json_array_length(f.json, '$.via') > 0"""
            " ORDER BY f.day DESC, f.report, f.start LIMIT ?",
            since.isoformat(),
            until.isoformat(),
            most,
        )
        return [Told(report, published, decode(text, Statement)) for report, published, text in reversed(rows)]


def json_of(values: Iterable[str] | None) -> str | None:
    """A set as one JSON parameter: SQLite takes no lists."""
    return None if values is None else json.dumps(sorted(values))
