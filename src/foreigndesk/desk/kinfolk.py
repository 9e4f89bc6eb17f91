"""The lineages of a case file while its contents are weighed, with the readings and gists that were looked at."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.gists import Gists
from foreigndesk.errors import UnknownId
from foreigndesk.model import KinshipKind, Lineage, Report, Span, Statement, name_id
from foreigndesk.weighing.introductions import is_described, name_given
from foreigndesk.weighing.lineages import families, judge_lineage
from foreigndesk.weighing.origins import Telling

NEIGHBOURS = 256  # readings kept at hand while the voices of one brief are counted


class Kinfolk:
    """The lineages of one case file as it stands when this is made."""

    def __init__(self, case: CaseFile) -> None:
        """Gather who is tied to whom."""
        self._case = case
        ties = [(tie.debtor, tie.creditor) for tie in case.load_ties() if tie.kind != KinshipKind.QUOTES]
        self._families = families(ties)
        self._family = {report: family for family in self._families for report in family}
        self._judged: dict[frozenset[str], Lineage] = {}
        self.gists = Gists(case, make=case.writes)
        self.reading = functools.lru_cache(maxsize=NEIGHBOURS)(case.load_reading)

    def of(self, report: str) -> Lineage:
        """The lineage of a report; of one without kin, itself alone. Raises UnknownId for a report that is not kept."""
        return self.judge(self._family.get(report, frozenset({report})))

    def id_of(self, report: str) -> str:
        """The id of a report's lineage; a report without kin need not be looked at for it."""
        family = self._family.get(report)
        return self.judge(family).id if family else name_id("l", report)

    def judge(self, family: frozenset[str]) -> Lineage:
        """The lineage of a family of reports."""
        if family not in self._judged:
            reports = [report for one in sorted(family) if (report := self._case.load_report(one))]
            if not reports:
                raise UnknownId(f"no report {min(family)} in {self._case.path}", "`foreigndesk reports` lists them")
            ties = {tie.id: tie for one in family for tie in self._case.load_kinships(one)} if len(family) > 1 else {}
            self._judged[family] = judge_lineage(reports, ties.values())
        return self._judged[family]

    def telling(self, report: Report, statement: Statement | None, place: Span) -> Telling:
        """A place of a report where something is told, with the statement that tells it."""
        reading = self.reading(report.id) if statement is not None and is_described(statement) else None
        named = name_given(statement, reading) if statement is not None and reading is not None else None
        return Telling(report, self.of(report.id), place, statement, named)

    def several(self) -> Iterator[Lineage]:
        """The lineages of two reports and more, the largest first."""
        return map(self.judge, self._families)
