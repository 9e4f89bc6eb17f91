"""The errand after reading: place a report among those kept, so that copies of it count as one voice."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.reports import Removed
from foreigndesk.desk.workers import spread
from foreigndesk.model import Kinship, KinshipKind, Report, Spun
from foreigndesk.reading.spun.mentions import restore_mentions
from foreigndesk.weighing.kinship import METHOD, Kin, Lists, Placed, find_kin, joined, judge_kinship, kin_of, ranked
from foreigndesk.weighing.restoring import restore_by_kin

# Reports kept ready for comparison: a new report's candidates are mostly those of the last days.
NEIGHBOURS = 512


class Placer:
    """Places reports in one case file. Make one for a run: it keeps the last reports ready for comparison."""

    def __init__(self, case: CaseFile) -> None:
        """Place in this case file; what another method has placed before is forgotten, to be placed again."""
        self._case = case
        self._ready = functools.lru_cache(maxsize=NEIGHBOURS)(self._at)
        case.forget_other_methods(METHOD)

    def place(self, report: Report, spun: Spun | None = None) -> int:
        """Find the kin of a report among those placed before, and keep it with them; how many were found.

        One that has a place keeps it: its words are the same, whatever is read in them now. Traces of spinning that
        came or went may turn its debts round, so these are judged again.
        """
        known = self._case.find_place(report.id, METHOD)
        if known is None:
            return self._place(kin_of(report, spun))
        kinships = self._case.load_kinships(report.id)
        if known.spun != (spun is not None):
            kin = kin_of(report, spun)
            others = {other for tie in kinships for other in (tie.debtor, tie.creditor)} - {report.id}
            near = (self._load(other) for other in sorted(others))
            kinships = [found for other in near if other and (found := judge_kinship(kin, other))]
            self._case.save_kinships(report.id, kinships, spun=spun is not None)
            self._ready.cache_clear()
        self._restore_names(kinships)
        return len(kinships)

    def place_rest(self, workers: int | None = None) -> int:
        """Place the reports that were read and have no place yet, oldest first; how many those were.

        Many are made ready in worker processes (None: one for each processor); what is found is the same. Reports whose
        kin have all been removed are looked up again.
        """
        count = 0
        for kin in spread(ready, self._unplaced(), workers):
            self._place(kin)
            count += 1
        for each in self._case.load_alone():
            alone = self._load(each)
            kinships = self._look_up(alone)[1].kinships if alone else ()
            self._case.save_looked_up(each, kinships)
            self._restore_names(kinships)
        return count

    def family(self, place: int) -> int:
        """The family of a report, by number."""
        known = self._case.load_place(place)
        return known.family if known else place

    def kin(self, place: int) -> Kin | None:
        """A report by number, made ready for comparison."""
        return self._ready(place)

    def _place(self, kin: Kin) -> int:
        lists, placed = self._look_up(kin)
        self._case.save_place(
            kin.report.id,
            METHOD,
            kin.sketch.keys,
            joined(lists, placed),
            placed.kinships,
            placed.family,
            spun=kin.spun is not None,
        )
        self._restore_names(placed.kinships)
        return len(placed.kinships)

    def _look_up(self, kin: Kin) -> tuple[Lists, Placed]:
        lists = self._case.load_lists(kin.sketch.keys)
        return lists, find_kin(kin, ranked(lists.values()), self)

    def _restore_names(self, kinships: Iterable[Kinship]) -> None:
        """Restore the names of spun reports from those they were spun from, and keep their readings so."""
        for kinship in kinships:
            if kinship.kind is KinshipKind.SPUN:
                self._restore(kinship)

    def _restore(self, kinship: Kinship) -> None:
        """Restore the names of a spun report from the one it was spun from, and keep its reading so."""
        child, parent = self._case.load_original(kinship.debtor), self._case.load_reading(kinship.creditor)
        if child is None or parent is None:
            return
        names = restore_by_kin(kinship, child.report, child.names, parent.report, parent.names)
        if names != child.names:
            statements = restore_mentions(child.statements, names)
            self._case.save_reading(replace(child, names=names, statements=statements))

    def _at(self, place: int) -> Kin | None:
        known = self._case.load_place(place)
        return self._load(known.report) if known else None

    def _load(self, report: str) -> Kin | None:
        kept = self._case.load_report(report)
        return kin_of(kept, self._case.load_spun(report)) if kept is not None else None

    def _unplaced(self) -> Iterator[tuple[Report, Spun | None]]:
        for each in self._case.load_unplaced(METHOD):
            report = self._case.load_report(each)
            if report is not None:
                yield report, self._case.load_spun(each)


def remove(case: CaseFile, report: str) -> Removed:
    """Forget a report and every finding that rested on it; the ids of these come back. Raises UnknownId.

    Reports that were kin through it alone are compared with each other.
    """
    with case.together():
        gone = case.remove_report(report)
        Placer(case).place_rest()
    return gone


def ready(read: tuple[Report, Spun | None]) -> Kin:
    """A report, with the traces of spinning read in it, made ready for comparison: what a worker does."""
    return kin_of(*read)
