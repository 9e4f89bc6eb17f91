"""The case file: everything the desk has taken in and read, in one SQLite file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from foreigndesk.casefile import (
    ach,
    corrections,
    expected,
    ids,
    lineage,
    packing,
    queries,
    readings,
    reports,
    setbacks,
    watch,
)
from foreigndesk.casefile.aside import aside
from foreigndesk.casefile.claims import Gathering
from foreigndesk.casefile.ids import Found
from foreigndesk.casefile.leafing import Leafing
from foreigndesk.casefile.lineage import Place, Tie
from foreigndesk.casefile.opening import open_store
from foreigndesk.casefile.packing import Merged
from foreigndesk.casefile.queries import Done, EventQuery, StatementQuery, Told
from foreigndesk.casefile.reports import Removed
from foreigndesk.casefile.searching import Searching
from foreigndesk.casefile.watch import Check, Confirmation, Foretold, Seen, Sought
from foreigndesk.model import (
    Act,
    Awaited,
    Board,
    BoardStep,
    Cite,
    Correction,
    Evidence,
    EvidenceKind,
    Hypothesis,
    Indicator,
    Kinship,
    Level,
    Marked,
    Reading,
    Reliability,
    Report,
    Setback,
    Silence,
    Spun,
    Subject,
)

EVERY_STATEMENT = StatementQuery()  # attitudes aside: see its `kind`
EVERY_EVENT = EventQuery()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each a case file holds."""

    reports: int
    statements: int
    events: int
    forecasts: int
    setbacks: int


def open_case(path: Path, *, write: bool = False) -> CaseFile:
    """Open a case file, to be closed again by `with` or `close`.

    For reading it must exist, and is never changed; any number of readers see what has been written so far while one
    desk writes. For writing it is made or upgraded, and locked through PATH.lock until it is closed.

    Raises CaseFileError if it is missing, no case file, damaged or made by a newer desk; CaseFileBusy, at once, if
    another desk writes to it.
    """
    return CaseFile(path, write=write)


class CaseFile:
    """An open case file. Its `save_*` need it opened for writing; all of them raise CaseFileError if SQLite fails.

    Reports are told apart by their text and outlet (`model.report_id`). A file that is taken in again is recognised by
    its bytes (`load_same`), so that it is kept once, whatever outlet or date it is given later (`save_metadata`).
    `leafing` has long lists a page at a time, `searching` what has certain words.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        """Open the file: see `open_case`."""
        with ExitStack() as stack:
            self._store = open_store(path, stack, write=write)
            self._open = stack.pop_all()
        self.path = path
        self.writes = write
        self.gathering = Gathering(self._store)
        self.leafing = Leafing(self._store)
        self.searching = Searching(self._store)

    def __enter__(self) -> Self:
        """Itself; leaving the block closes it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file and let go of its lock."""
        self.close()

    def close(self) -> None:
        """Close the file and let go of its lock; closing twice does no harm."""
        self._open.close()

    def together(self) -> AbstractContextManager[None]:
        """One transaction: all that is saved within is kept, or nothing. Loads within see one state of the file."""
        return self._store.together()

    def aside(self, hidden: str | None = None) -> AbstractContextManager[None]:
        """The file as it would be without a report, and the claims on copies; the file stays as it is.

        For all within, of a case file that is opened for reading.
        """
        return aside(self._store, hidden)

    # -- keep --------------------------------------------------------------------------------------------------------

    def save_report(self, report: Report, raw: bytes, taken_in: dt.datetime) -> bool:
        """Keep a report and the bytes it came from; True if it is new. A report that is kept already stays as it is."""
        return reports.save_report(self._store, report, raw, taken_in)

    def save_metadata(self, former: str, report: Report) -> None:
        """Put other metadata in place of those of the report that was `former` (the id may be a new one).

        Its reading goes, since it rests on them. If the new id is kept already, the two become one report.
        """
        with self.together():
            reports.save_metadata(self._store, former, report)
            corrections.move_corrections(self._store, former, report.id)

    def save_reading(self, reading: Reading, seen: dt.datetime | None = None) -> None:
        """Keep a reader's reading in place of a former one of that report, setbacks as seen at a moment (None: now).

        What analysts corrected is laid over it: `load_reading` gives it so, `load_original` without.
        """
        corrections.save_reading(self._store, reading, seen or dt.datetime.now(dt.UTC))

    def save_setback(self, setback: Setback, seen: dt.datetime) -> None:
        """Keep a setback; the same trouble met again is kept once."""
        setbacks.save_setback(self._store, setback, seen)

    def forget_setbacks(self, paths: Iterable[str], before: dt.datetime) -> None:
        """Forget the setbacks of intake at or below these paths, files or folders, last seen before a moment."""
        setbacks.forget_setbacks(self._store, paths, before)

    def remove_report(self, report: str) -> Removed:
        """Forget a report and every finding that rested on it; the ids of these come back. Raises UnknownId."""
        return reports.remove_report(self._store, report)

    def save_place(
        self,
        report: str,
        method: str,
        keys: Sequence[int],
        joins: Mapping[int, Sequence[int]],
        kinships: Iterable[Kinship],
        family: int | None = None,
        *,
        spun: bool = False,
    ) -> None:
        """Keep where a method looks a report up, and its kinships, in place of former ones.

        `keys` are all of its sketch, `joins` the lists at whose end it is put; without a `family` it begins its own.
        """
        lineage.save_place(self._store, report, method, keys, joins, kinships, family, spun=spun)

    def save_kinships(self, report: str, kinships: Iterable[Kinship], *, spun: bool) -> None:
        """Keep the kinships of a placed report instead of former ones, and whether it has traces of spinning."""
        lineage.save_kinships(self._store, report, kinships, spun=spun)

    def save_looked_up(self, report: str, kinships: Iterable[Kinship]) -> None:
        """Add the kinships that another look for a report's kin has found; it is no longer among `load_alone`."""
        lineage.save_looked_up(self._store, report, kinships)

    def forget_other_methods(self, method: str) -> int:
        """Forget the places and kinships that other methods than this made; how many reports have none now."""
        return lineage.forget_other_methods(self._store, method)

    def save_reliability(self, reliability: Reliability) -> None:
        """Keep the letter an analyst gave an outlet or speaker; former ones stay as history."""
        lineage.save_reliability(self._store, reliability)

    def save_hypothesis(self, board: str, words: str, analyst: str, made: str) -> Hypothesis:
        """Add a hypothesis to a board of competing ones, which begins with its first."""
        return ach.save_hypothesis(self._store, board, words, analyst, made)

    def save_evidence(
        self,
        board: str,
        words: str,
        finding: str | None,
        analyst: str,
        made: str,
        kind: EvidenceKind = EvidenceKind.ASSUMPTION,
        cites: Sequence[Cite] = (),
    ) -> Evidence:
        """Add an item of evidence to a board: what a finding says with its passages, an absence, or an assumption."""
        return ach.save_evidence(self._store, board, words, finding, analyst, made, kind, cites)

    def save_board_change(
        self,
        board: str,
        part: str,
        rank: int,
        change: str,
        analyst: str,
        made: str,
        words: str | None = None,
        weights: tuple[Level, Level] | None = None,
    ) -> None:
        """Keep that a part of a board was reworded, weighed, removed or restored; former words stay as history."""
        ach.save_change(self._store, board, part, rank, change, analyst, made, words, weights)

    def save_mark(self, board: str, mark: Marked) -> None:
        """Keep an analyst's mark; former ones of the same cell stay as history."""
        ach.save_mark(self._store, board, mark)

    def save_confirmation(self, confirmation: Confirmation) -> None:
        """Keep what an analyst says became of a forecast; former words stay as history."""
        watch.save_confirmation(self._store, confirmation)

    def save_sought(self, sought: Iterable[tuple[Sought, Iterable[str]]]) -> None:
        """Keep what is looked for in later reports, with the keys by which a sentence finds it."""
        watch.save_sought(self._store, sought)

    def save_seen(self, seen: Iterable[Seen], gone_through: Iterable[str]) -> None:
        """Keep where it was seen, and which reports have been gone through."""
        watch.save_seen(self._store, seen, gone_through)

    def forget_gone(self) -> None:
        """Forget what was looked for of forecasts that no reading has any more, and of indicators off the list."""
        watch.forget_gone(self._store)

    def save_indicator(self, indicator: Indicator) -> None:
        """Keep an indicator, in place of itself if it is kept already."""
        expected.save_indicator(self._store, indicator)

    def save_awaited(self, awaited: Awaited) -> None:
        """Keep that words of an actor are expected."""
        expected.save_awaited(self._store, awaited)

    def drop_awaited(self, actor: str, analyst: str, dropped: str) -> int:
        """Expect no more words of an actor; how many expectations that were. They stay as history."""
        return expected.drop_awaited(self._store, actor, analyst, dropped)

    def save_checks(self, checks: Iterable[Check]) -> None:
        """Keep that forecasts were looked for on a day, seen or not; another look of that day replaces a former one."""
        watch.save_checks(self._store, checks)

    def save_act(self, corrections_made: Iterable[Correction], seen: dt.datetime | None = None) -> None:
        """Keep what an analyst did at one moment, and lay it over the readings it is about."""
        corrections.save_act(self._store, corrections_made, seen or dt.datetime.now(dt.UTC))

    def undo_act(self, act: str, analyst: str, undone: str, seen: dt.datetime | None = None) -> None:
        """Take back what was done together; it stays on record with who took it back. Raises UnknownId."""
        corrections.undo_act(self._store, act, analyst, undone, seen or dt.datetime.now(dt.UTC))

    def pack(self, path: Path, made: dt.datetime | None = None) -> None:
        """Write the whole case into a zip that another desk can merge. Raises OSError."""
        packing.pack(self._store, path, made or dt.datetime.now(dt.UTC))

    def merge(self, path: Path, now: dt.datetime | None = None) -> Merged:
        """Add what a packed case holds, all of it or nothing; what analysts said here stays. Raises CaseFileError."""
        return packing.merge(self._store, path, now or dt.datetime.now(dt.UTC))

    # -- find --------------------------------------------------------------------------------------------------------

    def load_report(self, report: str) -> Report | None:
        """The report of an id, None if it is not kept."""
        return reports.load_report(self._store, report)

    def load_same(self, report: Report, raw: bytes) -> Report | None:
        """The report kept of the same document, whatever its metadata: same bytes, and the same text or path."""
        return reports.load_same(self._store, report, raw)

    def load_reports(self, since: dt.date | None = None, until: dt.date | None = None) -> list[Report]:
        """The reports published between two days, both included, by date of publication, then id; undated ones last.

        With a bound given, a report whose day of publication is not known is left out.
        """
        return reports.load_reports(self._store, since, until)

    def load_outlets(self, of: Iterable[str] | None = None) -> dict[str, str]:
        """Who published each report, of some or of all (None): its outlet, else the wire it credits, if it has one."""
        return reports.load_outlets(self._store, of)

    def load_days(self, naming: frozenset[str] | None = None) -> list[tuple[str, str]]:
        """The id and day of reports that name any of these actors (None: of all), latest first, undated left out."""
        return queries.load_days(self._store, naming)

    def load_raw(self, report: str) -> bytes | None:
        """The bytes that a report was first taken from, None if it is not kept."""
        return reports.load_raw(self._store, report)

    def load_reading(self, report: str) -> Reading | None:
        """The reading of a report, None if it has not been read."""
        return readings.load_reading(self._store, report)

    def load_original(self, report: str) -> Reading | None:
        """The reader's own reading of a report, without corrections; None if it has not been read."""
        return corrections.load_original(self._store, report)

    def load_corrections(self, report: str | None = None, subject: Subject | None = None) -> list[Correction]:
        """The corrections in force, oldest first: of one report or subject if given."""
        return corrections.load_corrections(self._store, report, subject)

    def load_acts(self, act: str | None = None) -> list[Act]:
        """All that analysts did, latest first, undone acts too; or one act alone."""
        return corrections.load_acts(self._store, act)

    def load_spun(self, report: str) -> Spun | None:
        """The traces of spinning that were read in a report, None if there are none, or it has not been read."""
        return readings.load_spun(self._store, report)

    def load_spun_ids(self, reports: Iterable[str] | None = None) -> set[str]:
        """The ids of the reports, of some or of all (None), in which traces of spinning were read."""
        return readings.load_spun_ids(self._store, reports)

    def load_silences(self) -> list[tuple[Silence, str | None]]:
        """The silences that reports tell, each with its report's day of publication, by that day, then id."""
        return readings.load_silences(self._store)

    def load_readings(self, since: dt.date | None = None) -> Iterator[Reading]:
        """All readings one after the other, by date of publication of their reports, then id; undated ones last.

        With a day given, those of reports that were surely published before it are left out.
        """
        return readings.load_readings(self._store, since)

    def has_reading(self, report: str, reader: str) -> bool:
        """Whether a report has been read by that version of the reader."""
        return readings.has_reading(self._store, report, reader)

    def readers(self) -> dict[str, int]:
        """How many readings each version of the reader has made, by version."""
        return readings.load_readers(self._store)

    def load_setbacks(self) -> list[Setback]:
        """All setbacks, by path, stage and id."""
        return setbacks.load_setbacks(self._store)

    def load_statements(self, query: StatementQuery = EVERY_STATEMENT) -> list[Told]:
        """The statements asked for, by day, report, place in it; those without a day last."""
        return queries.load_statements(self._store, query)

    def load_alike(self, words: Iterable[str], most: int) -> list[Told]:
        """Statements whose content has any of these words, at most so many: most and rarest words first."""
        return queries.load_alike(self._store, words, most)

    def find_statements(self, query: StatementQuery) -> set[str]:
        """The ids of the statements asked for."""
        return queries.find_statements(self._store, query)

    def find_events(self, query: EventQuery) -> set[str]:
        """The ids of the events asked for."""
        return queries.find_events(self._store, query)

    def load_events(self, query: EventQuery = EVERY_EVENT) -> list[Done]:
        """The events asked for, by day, report, place in it; those without a day last."""
        return queries.load_events(self._store, query)

    def search_text(self, words: str) -> list[Cite]:
        """The paragraphs that have all of these words, by date of publication, report, start; undated reports last.

        Quotation marks hold a phrase together. A headline that has the words is cited as [0, 0).
        """
        return reports.search_text(self._store, words)

    def search_any(self, words: Iterable[str], most: int) -> list[Cite]:
        """The paragraphs that have any of these words, at most so many: most and rarest words first."""
        return reports.search_any(self._store, words, most)

    def load_unplaced(self, method: str) -> list[str]:
        """The ids of the reports that were read and have no place by this method yet, oldest first."""
        return lineage.load_unplaced(self._store, method)

    def load_lists(self, keys: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """The numbers of the reports listed under each of these keys, the last kept last."""
        return lineage.load_lists(self._store, keys)

    def load_place(self, number: int) -> Place | None:
        """The place of a number in the lists, None if it is kept no more."""
        return lineage.load_place(self._store, number)

    def find_place(self, report: str, method: str) -> Place | None:
        """The place that a method gave a report, None if it has none."""
        return lineage.find_place(self._store, report, method)

    def load_alone(self) -> list[str]:
        """The ids of placed reports that had kin which have all been removed since."""
        return lineage.load_alone(self._store)

    def load_kinships(self, report: str) -> list[Kinship]:
        """The kinships of a report on either side, the closest first."""
        return corrections.correct_kinships(self._store, lineage.load_kinships(self._store, report), report)

    def load_kinship(self, kinship: str) -> Kinship | None:
        """The kinship of an id, None if it is not kept."""
        found = lineage.load_kinship(self._store, kinship)
        return next(iter(corrections.correct_kinships(self._store, [found] if found else [])), None)

    def load_ties(self) -> list[Tie]:
        """Who owes whom among all reports, by id."""
        return corrections.correct_ties(self._store, lineage.load_ties(self._store))

    def load_reliabilities(self, *, history: bool = False) -> list[Reliability]:
        """The letters by subject: each one's last, or with `history` all of them, oldest first."""
        return lineage.load_reliabilities(self._store, history=history)

    def load_boards(self) -> list[str]:
        """The names of all boards of competing hypotheses."""
        return ach.load_boards(self._store)

    def load_board(self, name: str) -> Board:
        """A board by name, as it stands; one without hypotheses if there is none yet."""
        return ach.load_board(self._store, name)

    def load_board_history(self, name: str) -> list[BoardStep]:
        """All that analysts did on a board, in order of time."""
        return ach.load_history(self._store, name)

    def load_confirmations(self) -> dict[str, Confirmation]:
        """The last confirmation of each forecast, by its id."""
        return watch.load_confirmations(self._store)

    def load_last_checks(self) -> dict[str, Check]:
        """The last look for each forecast and indicator, by its id."""
        return watch.load_last_checks(self._store)

    def load_foretold(self, *, new: bool = False) -> list[Foretold]:
        """The forecasts of all readings, by day, report and place; or those never looked for alone."""
        return watch.load_foretold(self._store, new=new)

    def load_looked_for(self) -> set[str]:
        """The ids of the forecasts and indicators that have been looked for."""
        return watch.load_looked_for(self._store)

    def load_unread(self) -> list[str]:
        """The reports that have been read and not been gone through for what is looked for, oldest first."""
        return watch.load_unread(self._store)

    def load_last_gone_through(self) -> str | None:
        """The day of the latest report that has been gone through."""
        return watch.load_last_gone_through(self._store)

    def load_sought_by(self, keys: Iterable[str], day: str) -> list[Sought]:
        """What is looked for on a day that shares enough of these keys."""
        return watch.load_sought_by(self._store, keys, day)

    def load_seen(self, follows: str | None = None) -> list[Seen]:
        """Where later reports tell of what is looked for; of one forecast or indicator if it is given."""
        return watch.load_seen(self._store, follows)

    def load_indicators(self, *, history: bool = False) -> list[Indicator]:
        """The indicators by the time they were set; with `history` also those that were taken off the list."""
        return expected.load_indicators(self._store, history=history)

    def load_awaited(self) -> list[Awaited]:
        """From whom words are expected."""
        return expected.load_awaited(self._store)

    def load_checks(self, forecast: str) -> list[Check]:
        """Every look for a forecast, by day."""
        return watch.load_checks(self._store, forecast)

    def find_id(self, prefix: str) -> Found:
        """The one thing whose id begins so, with or without the letter in front; raises UnknownId for none, several."""
        return ids.find_id(self._store, prefix)

    def counts(self) -> Counts:
        """How many of each the file holds."""
        return Counts(
            *self._store.rows(
                "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM statements),"
                " (SELECT count(*) FROM events), (SELECT count(*) FROM forecasts), (SELECT count(*) FROM setbacks)"
            )[0]
        )
