"""The errand of review: an analyst accepts, rejects, changes, adds, splits and merges findings, and takes it back.

Nothing that is written here is ever changed: an act that is undone stays on record. What the desk had read stays under
the corrections, and they are laid over whatever it reads later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from foreigndesk.casefile import CaseFile
from foreigndesk.corrections import (
    PLACES,
    check_words,
    correction_of,
    id_of,
)
from foreigndesk.desk.claims import claim_of
from foreigndesk.desk.typed import mention, passages, typed
from foreigndesk.errors import DeskError, UnknownId
from foreigndesk.model import (
    Act,
    Certainty,
    Claim,
    Correction,
    Force,
    Kinship,
    Name,
    Reading,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    Subject,
    Verdict,
    name_id,
)
from foreigndesk.record import decode, encode


@dataclass(frozen=True, slots=True)
class Analyst:
    """Whose word it is, and when it was given (ISO 8601, UTC)."""

    name: str
    moment: str

    @property
    def seen(self) -> dt.datetime:
        """The moment as a time."""
        return dt.datetime.fromisoformat(self.moment)


def analyst(name: str, now: dt.datetime | None = None) -> Analyst:
    """An analyst at a moment (None: now). Raises DeskError for no name."""
    if not name.strip():
        raise DeskError("a correction is signed, and there is no name", "give --analyst NAME")
    return Analyst(name.strip(), (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat())


def accept(case: CaseFile, prefix: str, by: Analyst, note: str = "") -> Act:
    """Say that a finding is right, by the beginning of its id. Raises UnknownId."""
    return judged(case, prefix, Verdict.ACCEPT, by, note)


def reject(case: CaseFile, prefix: str, by: Analyst, note: str = "") -> Act:
    """Say that a finding is wrong and is not to be shown or counted. Raises UnknownId."""
    return judged(case, prefix, Verdict.REJECT, by, note)


def edit(case: CaseFile, prefix: str, fields: Mapping[str, str], by: Analyst, note: str = "") -> Act:
    """Put other values into fields of a finding, each as people type it (`typed`). Raises UnknownId, DeskError."""
    if not fields:
        raise DeskError("nothing to change", "name a field and its value, as --force deny")
    reading, finding = looked_up(case, prefix)
    if isinstance(finding, Kinship):
        after = typed(reading.report, finding, fields)
        return kept(case, [of_kinship(finding, Verdict.EDIT, act_id(prefix, by), by, after, tuple(fields), note)], by)
    after = typed(reading.report, finding, fields)
    check_words(reading.report.text, after)
    made = correction_of(
        act_id(prefix, by),
        Verdict.EDIT,
        reading,
        finding,
        by.name,
        by.moment,
        after=after,
        fields=tuple(fields),
        note=note,
    )
    return kept(case, [made], by)


def add_statement(case: CaseFile, report: str, fields: Mapping[str, str], by: Analyst, note: str = "") -> Act:
    """Add a statement that the desk has not found; `content` and `speaker` are needed. Raises UnknownId, DeskError."""
    reading = read(case, report)
    missing = {"content", "speaker"} - {name for name, value in fields.items() if value.strip()}
    if missing:
        raise DeskError(f"a statement needs its {' and '.join(sorted(missing))}", "name them, in words of the report")
    speaker = mention(reading.report, fields["speaker"])
    at = reading.report.text.find(fields["speaker"].strip())
    if at >= 0:
        end = at + len(fields["speaker"].strip())
        speaker = replace(speaker, printed=reading.report.text[at:end], start=at, end=end)
    content = passages(reading.report, fields["content"])
    bare = Statement(
        id=name_id("s", reading.report.id, "", [(one.start, one.end) for one in content]),
        kind=StatementKind.STATEMENT,
        speaker=speaker,
        cue=None,
        content=content,
        force=Force.ASSERT,
        certainty=Certainty(),
        sourcing=Sourcing(SourcingKind.NAMED if speaker.actor else SourcingKind.TITLE),
    )
    rest = {name: value for name, value in fields.items() if name not in {"content", "speaker"}}
    return added(case, reading, typed(reading.report, bare, rest), by, note)


def add_name(case: CaseFile, report: str, fields: Mapping[str, str], by: Analyst, note: str = "") -> Act:
    """Add a name that the desk has not found: `words` as printed, and the `actor` it names."""
    reading = read(case, report)
    where = passages(reading.report, fields.get("words", ""))[0]
    bare = Name(where.text, None, None, where.start, where.end)
    rest = {name: value for name, value in fields.items() if name != "words"}
    return added(case, reading, typed(reading.report, bare, rest), by, note)


def split(case: CaseFile, prefix: str, parts: Sequence[str], by: Analyst, note: str = "") -> Act:
    """Make several statements of one: a content for each, as words or offsets. Raises UnknownId, DeskError."""
    reading, finding = looked_up(case, prefix)
    if not isinstance(finding, Statement) or len(parts) < len(("one", "other")):
        raise DeskError("only a statement can be split, into two parts or more", "give the words of each part")
    act = act_id(prefix, by)
    made = [correction_of(act, Verdict.REJECT, reading, finding, by.name, by.moment, note=note)]
    for part in parts:
        content = passages(reading.report, part)
        new_id = name_id("s", reading.report.id, finding.id, [(one.start, one.end) for one in content])
        new = replace(finding, id=new_id, content=content)
        made.append(correction_of(act, Verdict.ADD, reading, new, by.name, by.moment, note=note))
    return kept(case, made, by)


def merge(case: CaseFile, prefixes: Sequence[str], by: Analyst, note: str = "") -> Act:
    """Make one statement of several of one report: the first, with the contents of all. Raises UnknownId, DeskError."""
    found = [looked_up(case, prefix) for prefix in prefixes]
    statements = [finding for _, finding in found if isinstance(finding, Statement)]
    reading = found[0][0] if found else None
    if reading is None or len({one.id for one in statements}) < len(("one", "other")) or len(statements) < len(found):
        raise DeskError("two statements or more make one", "name their ids")
    if len({each.report.id for each, _ in found}) > 1:
        raise DeskError("these statements stand in several reports", "only statements of one report make one")
    first, rest = statements[0], statements[1:]
    act = act_id(first.id, by)
    spans = sorted({passage for one in statements for passage in one.content})
    after = replace(first, content=tuple(spans))
    made = [
        correction_of(
            act, Verdict.EDIT, reading, first, by.name, by.moment, after=after, fields=("content",), note=note
        )
    ]
    made += [correction_of(act, Verdict.REJECT, reading, one, by.name, by.moment, note=note) for one in rest]
    return kept(case, made, by)


def take_out(case: CaseFile, prefix: str, statements: Sequence[str], by: Analyst, note: str = "") -> Act:
    """Take statements out of a claim they do not tell, by the beginnings of their ids. Raises UnknownId, DeskError."""
    claim = claim_of(case, prefix)
    inside = [one.statement for one in claim.positions]
    told = [each for one in statements for each in inside if each.startswith(one)]
    if not told or len(told) < len(statements):
        raise DeskError(f"not all of these tell {claim.id}", f"its tellings: {', '.join(inside[:8])}")
    return kept(case, [of_claim(claim, Verdict.REJECT, told, by, note)], by)


def put_together(case: CaseFile, prefix: str, other: str, by: Analyst, note: str = "") -> Act:
    """Make one claim of two: the first, with all that tells the other. Raises UnknownId, DeskError."""
    claim, further = claim_of(case, prefix), claim_of(case, other)
    if claim.id == further.id:
        raise DeskError(f"{prefix} and {other} are one claim", "name two")
    told = [one.statement for one in further.positions]
    return kept(case, [of_claim(claim, Verdict.ADD, told, by, note)], by)


def undo(case: CaseFile, act: str, by: Analyst) -> Act:
    """Take back what was done under an act's id, or its beginning; it stays on record. Raises UnknownId."""
    found = [one for one in case.load_acts() if one.id.startswith(act) and one.undone is None]
    if len(found) != 1:
        several = f"{len(found)} acts begin with {act!r}" if found else f"nothing to undo under {act!r}"
        raise UnknownId(several, "`foreigndesk review log` lists what was done")
    case.undo_act(found[0].id, by.name, by.moment, by.seen)
    return case.load_acts(found[0].id)[0]


# -- how it is made ----------------------------------------------------------------------------------------------------


def judged(case: CaseFile, prefix: str, verdict: Verdict, by: Analyst, note: str) -> Act:
    """A finding accepted or rejected."""
    reading, finding = looked_up(case, prefix)
    act = act_id(prefix, by)
    if isinstance(finding, Kinship):
        made = of_kinship(finding, verdict, act, by, None if verdict is Verdict.REJECT else finding, (), note)
    else:
        made = correction_of(act, verdict, reading, finding, by.name, by.moment, note=note)
    return kept(case, [made], by)


def added(case: CaseFile, reading: Reading, finding: Any, by: Analyst, note: str) -> Act:
    """A finding put to a reading; one that stands there already is refused."""
    check_words(reading.report.text, finding)
    key = id_of(reading.report.id, finding)
    for place, _ in PLACES.values():
        if any(id_of(reading.report.id, one) == key for one in getattr(reading, place)):
            raise DeskError(f"{key} stands there already", "edit it instead")
    act = act_id(key, by)
    return kept(case, [correction_of(act, Verdict.ADD, reading, finding, by.name, by.moment, note=note)], by)


def of_kinship(
    kinship: Kinship,
    verdict: Verdict,
    act: str,
    by: Analyst,
    after: Kinship | None,
    fields: tuple[str, ...],
    note: str,
) -> Correction:
    """A correction of a kinship."""
    return Correction(
        id=name_id("v", act, kinship.id, verdict),
        act=act,
        subject=Subject.KINSHIP,
        report=kinship.debtor,
        finding=kinship.id,
        verdict=verdict,
        analyst=by.name,
        made=by.moment,
        before=encode(kinship).decode(),
        after=encode(after).decode() if after else None,
        fields=fields,
        note=note,
    )


def of_claim(claim: Claim, verdict: Verdict, statements: Sequence[str], by: Analyst, note: str) -> Correction:
    """A correction of which statements tell a claim."""
    act = act_id(claim.id, by)
    return Correction(
        id=name_id("v", act, claim.id, verdict),
        act=act,
        subject=Subject.CLAIM,
        report=None,
        finding=claim.id,
        verdict=verdict,
        analyst=by.name,
        made=by.moment,
        statements=tuple(statements),
        note=note,
    )


def kept(case: CaseFile, made: Sequence[Correction], by: Analyst) -> Act:
    """What was done, kept."""
    case.save_act(made, by.seen)
    return Act(made[0].act, tuple(made))


def act_id(about: str, by: Analyst) -> str:
    """The id of what an analyst does at a moment."""
    return name_id("a", about, by.name, by.moment)


def read(case: CaseFile, prefix: str) -> Reading:
    """The reading of a report by the beginning of its id. Raises UnknownId."""
    found = case.find_id(prefix)
    reading = case.load_reading(found.id) if found.kind == "report" else None
    if reading is None:
        raise UnknownId(f"{prefix} is no report that was read", "name a report: its id begins with r-")
    return reading


def looked_up(case: CaseFile, prefix: str) -> tuple[Reading, Any]:
    """The finding that an id means, as it stands corrected, and its reading.

    A rejected one is given too, so that another analyst can take it back in. Raises UnknownId.
    """
    if prefix.startswith("n-"):
        return named(case, prefix)
    try:
        found = case.find_id(prefix)
    except UnknownId:
        rejected = of_rejected(case, prefix)
        if rejected is None:
            raise
        return rejected
    reading = case.load_reading(found.report) if found.report else None
    if reading is None or found.kind not in {"statement", "event", "forecast", "kinship"}:
        raise UnknownId(
            f"{found.id} is a {found.kind}", "statements, events, forecasts, names and kinships are reviewed"
        )
    if found.kind == "kinship":
        return reading, case.load_kinship(found.id) or rejected_kinship(case, found.id)
    return reading, in_reading(reading, found.id)


def named(case: CaseFile, name: str) -> tuple[Reading, Name]:
    """A name by its whole id, and its reading: "n-REPORT-START-END" as pages write it. Raises UnknownId."""
    parts = name.split("-")
    if len(parts) == len(("n", "report", "start", "end")) and parts[2].isdigit() and parts[3].isdigit():
        reading = read(case, f"r-{parts[1]}")
        place = Span(*sorted((int(parts[2]), int(parts[3]))))
        for one in reading.names:
            if (one.start, one.end) == (place.start, place.end):
                return reading, one
    raise UnknownId(f"no name {name}", "a name is n-REPORT-START-END: n-3ea2c3-120-127")


def of_rejected(case: CaseFile, prefix: str) -> tuple[Reading, Any] | None:
    """A finding that was rejected, by the beginning of its id, as the desk had read it."""
    for one in case.load_corrections():
        if one.finding.startswith(prefix) and one.verdict is Verdict.REJECT and one.report and one.subject in PLACES:
            original = case.load_original(one.report)
            if original is not None:
                return original, in_reading(original, one.finding)
    return None


def rejected_kinship(case: CaseFile, kinship: str) -> Kinship:
    """A kinship that was rejected, as the desk had judged it. Raises UnknownId."""
    for one in reversed(case.load_corrections(subject=Subject.KINSHIP)):
        if one.finding == kinship and one.before:
            return decode(one.before, Kinship)
    raise UnknownId(f"{kinship} is no longer in {case.path}", "the report was placed again just now: ask once more")


def in_reading(reading: Reading, finding: str) -> Any:
    """The finding of a reading that has the id. Raises UnknownId."""
    for place, _ in PLACES.values():
        for one in getattr(reading, place):
            if id_of(reading.report.id, one) == finding:
                return one
    raise UnknownId(f"{finding} is not in its report's reading", "the report was read again just now: ask once more")
