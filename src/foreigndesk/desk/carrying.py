"""The errand of a later version: what analysts said of a report, proposed for its update where the words are the same.

Nothing is carried silently: each proposal is accepted by an analyst, and becomes a correction of the update with that
analyst's name. One that is not wanted goes once anything is said of the finding there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from foreigndesk.casefile import CaseFile
from foreigndesk.corrections import (
    PLACES,
    Finding,
    anchor_of,
    correction_of,
    extent,
    find_anchor,
    id_of,
    overlaid,
    passages_in,
    subject_of,
)
from foreigndesk.desk.review import Analyst, act_id, kept
from foreigndesk.errors import UnknownId
from foreigndesk.model import Act, Cite, Correction, KinshipKind, Name, Reading, Span, Verdict


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was said of a finding in a former version, ready to be said of the same finding in its update.

    `before` is the finding as it is read in the update, `after` as it would be, with other `fields`. `former` is the
    report that was corrected, `analyst` and `made` tell by whom last and when.
    """

    reading: Reading
    verdict: Verdict
    before: Finding
    after: Finding
    fields: tuple[str, ...]
    former: str
    analyst: str
    made: str

    @property
    def finding(self) -> str:
        """The id of the finding in the update."""
        return id_of(self.reading.report.id, self.before)

    @property
    def cite(self) -> Cite:
        """Where it stands there."""
        span = extent(self.before)
        return Cite(self.reading.report.id, span.start, span.end)

    @property
    def words(self) -> str:
        """Its words as printed."""
        return self.reading.report.text[self.cite.start : self.cite.end]


def proposals(case: CaseFile) -> list[Proposal]:
    """What can be carried from reports to their updates and was not, by report and place."""
    said: defaultdict[str, defaultdict[str, list[Correction]]] = defaultdict(lambda: defaultdict(list))
    for one in case.load_corrections():
        if one.report and one.subject in PLACES:
            said[one.report][one.finding].append(one)
    if not said:
        return []
    found = [
        one
        for tie in case.load_ties()
        if tie.kind == KinshipKind.UPDATE and tie.creditor in said
        for one in between(case, tie.creditor, tie.debtor, said[tie.creditor])
        if one.finding not in said[tie.debtor]
    ]
    return sorted(found, key=lambda one: (one.cite, one.finding))


def carry(case: CaseFile, finding: str, by: Analyst) -> Act:
    """Say of a finding in an update what was said of it in the former version, by its whole id. Raises UnknownId."""
    for one in proposals(case):
        if one.finding == finding:
            made = correction_of(
                act_id(finding, by),
                one.verdict,
                one.reading,
                one.before,
                by.name,
                by.moment,
                after=one.after if one.verdict is Verdict.EDIT else None,
                fields=one.fields,
                note=f"Carried over from {one.former}, where {one.analyst} said so on {one.made[:10]}.",
            )
            return kept(case, [made], by)
    raise UnknownId(f"nothing is proposed for {finding}", "`foreigndesk review carry` lists what is")


def between(case: CaseFile, former: str, later: str, said: Mapping[str, Sequence[Correction]]) -> Iterator[Proposal]:
    """What can be carried from one report to another."""
    read, corrected, update = case.load_original(former), case.load_reading(former), case.load_reading(later)
    if read is None or corrected is None or update is None:
        return
    for finding, several in said.items():
        before, wanted, last = finding_in(read, finding), finding_in(corrected, finding), several[-1]
        there = before and same_in(update, read, before)
        if before is None or not there:
            continue
        if last.verdict is Verdict.REJECT:
            yield Proposal(update, Verdict.REJECT, there, there, (), former, last.analyst, last.made)
        elif wanted is not None:
            changed = tuple(dict.fromkeys(name for one in several for name in one.fields))
            by = extent(there).start - extent(before).start
            after = moved(wanted, by, read, there, update, changed)
            if after is not None:
                verdict = Verdict.EDIT if changed else Verdict.ACCEPT
                yield Proposal(update, verdict, there, after, changed, former, last.analyst, last.made)


def finding_in(reading: Reading, finding: str) -> Finding | None:
    """The finding of a reading that has the id."""
    every: Iterator[Finding] = (one for place, _ in PLACES.values() for one in getattr(reading, place))
    return next((one for one in every if id_of(reading.report.id, one) == finding), None)


def same_in(update: Reading, read: Reading, finding: Finding) -> Finding | None:
    """The finding of an update that rests on the same words in the same place; None if they do not stand there."""
    place = find_anchor(update.report.text, anchor_of(read.report.text, extent(finding)))
    several: Sequence[Finding] = getattr(update, PLACES[subject_of(finding)][0])
    return next((one for one in several if extent(one) == place and words_of(one) == words_of(finding)), None)


def words_of(finding: Finding) -> tuple[str, ...]:
    """The words that a finding rests on."""
    return (finding.printed,) if isinstance(finding, Name) else tuple(one.text for one in passages_in(finding))


def moved(
    wanted: Finding, by: int, read: Reading, there: Finding, update: Reading, changed: Sequence[str]
) -> Finding | None:
    """A finding of an update with the fields that were changed; None where one rests on words that are others there.

    What stands in the former text stands so many characters later in that of the update.
    """
    for span in (span for name in changed for span in spans_in(getattr(wanted, name.partition(".")[0]))):
        if read.report.text[span.start : span.end] != update.report.text[span.start + by : span.end + by]:
            return None
    made: Finding = overlaid(there, shifted(wanted, by), changed)
    return made


def spans_in(value: Any) -> Iterator[Span]:
    """Every stretch of a text within a value of the model."""
    if isinstance(value, tuple):
        for one in value:
            yield from spans_in(one)
    elif is_dataclass(value):
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if start is not None and end is not None:
            yield Span(start, end)
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))


def shifted(value: Any, by: int) -> Any:
    """A value of the model whose stretches of a text all begin so many characters later."""
    if isinstance(value, tuple):
        return tuple(shifted(one, by) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    moved_fields = {field.name: shifted(getattr(value, field.name), by) for field in fields(value)}
    for name in ("start", "end"):
        if isinstance(moved_fields.get(name), int):
            moved_fields[name] += by
    return replace(value, **moved_fields)
