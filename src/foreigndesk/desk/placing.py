"""The errand after reading: place a report among those kept, so that copies of it count as one voice."""

from __future__ import annotations

import functools
from dataclasses import replace

from foreigndesk.casefile import CaseFile
from foreigndesk.model import Kinship, KinshipKind, Report, Spun
from foreigndesk.reading.spun.mentions import restore_mentions
from foreigndesk.weighing.kinship import METHOD, Kin, judge_kinship, kin_of, ranked
from foreigndesk.weighing.restoring import restore_by_kin

# Reports kept ready for comparison: a new report's candidates are mostly those of the last days.
NEIGHBOURS = 512


class Placer:
    """Places reports in one case file. Make one for a run: it keeps the last reports ready for comparison."""

    def __init__(self, case: CaseFile) -> None:
        """Place in this case file; what another method has placed before is forgotten, to be placed again."""
        self._case = case
        self._ready = functools.lru_cache(maxsize=NEIGHBOURS)(self._load)
        case.forget_other_methods(METHOD)

    def place(self, report: Report, spun: Spun | None = None) -> int:
        """Find the kin of a report among those placed before, and keep it with them; how many were found."""
        kin = kin_of(report, spun)
        near = (self._ready(each) for each in ranked(self._case.load_band_mates(kin.sketch.bands)) if each != report.id)
        found = [kinship for other in near if other and (kinship := judge_kinship(kin, other))]
        self._case.save_place(report.id, METHOD, kin.sketch.bands, found)
        for kinship in found:
            if kinship.kind is KinshipKind.SPUN:
                self._restore(kinship)
        return len(found)

    def place_rest(self) -> int:
        """Place the reports that were read and have no place yet, oldest first; how many those were."""
        unplaced = self._case.load_unplaced(METHOD)
        for each in unplaced:
            report = self._case.load_report(each)
            if report is not None:
                self.place(report, self._case.load_spun(each))
        return len(unplaced)

    def _restore(self, kinship: Kinship) -> None:
        """Restore the names of a spun report from the one it was spun from, and keep its reading so."""
        child, parent = self._case.load_original(kinship.debtor), self._case.load_reading(kinship.creditor)
        if child is None or parent is None:
            return
        names = restore_by_kin(kinship, child.report, child.names, parent.report, parent.names)
        if names != child.names:
            statements = restore_mentions(child.statements, names)
            self._case.save_reading(replace(child, names=names, statements=statements))

    def _load(self, report: str) -> Kin | None:
        kept = self._case.load_report(report)
        return kin_of(kept, self._case.load_spun(report)) if kept is not None else None
