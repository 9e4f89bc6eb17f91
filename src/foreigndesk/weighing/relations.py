"""How two actors stand to each other over time: deeds on PLOVER's scale, with bounds, and where it turned.

A deed counts once, however many reports tell it: copies add nothing, independent reports add voices to it and no
hostility. The mean of a span does not grow with coverage, and rates are per hundred voices that name either actor, so
that a month with ten times the reports is not ten times as hostile.
"""

from __future__ import annotations

import bisect
import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import (
    Carrier,
    Change,
    Cite,
    Event,
    Milestone,
    MilestoneKind,
    Reason,
    Relation,
    RelationPoint,
    Remark,
    Way,
)
from foreigndesk.weighing.bounds import mean_with_bounds, rate_of
from foreigndesk.weighing.changes import CHANCE, FEWEST, SHUFFLES, find_changes

# What has not simply happened does not count to how two actors stand.
NOT_HAPPENED = frozenset({"future", "hypothetical", "negation", "historical"})
TREATY = re.compile(
    r"\b(?:treat(?:y|ies)|pacts?|accords?|agreements?|conventions?|memorand\w+|partnerships?)\b", re.IGNORECASE
)


class Step(StrEnum):
    """How long a span is."""

    WEEK = "week"
    MONTH = "month"


class Path(StrEnum):
    """Which way something goes between two actors, as they were asked for."""

    THERE = "there"
    BACK = "back"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Act:
    """An event between the two, on a day, with the lineage of the report that tells it."""

    event: Event
    day: dt.date
    lineage: str
    cite: Cite
    path: Path = Path.TOGETHER

    @property
    def order(self) -> tuple[object, ...]:
        """By day, then by what it is and where it stands."""
        return self.day, self.event.type, self.path, self.cite, self.event.id


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened between the two on a day, once, with every act that tells it, those of each lineage once."""

    day: dt.date
    type: str
    path: Path
    acts: tuple[Act, ...]

    @property
    def scale(self) -> float:
        """Its place on PLOVER's scale, -10 to 10."""
        return load_types()[self.type].scale

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where it is told, in each lineage once."""
        return tuple(act.cite for act in self.acts)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of the case file: its day, its lineage, and whether it names either actor."""

    day: dt.date
    lineage: str
    naming: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A remark of one of the two about the other, with the report it stands in and which way it goes."""

    remark: Remark
    report: str
    path: Path


def judge_relation(
    one: str,
    other: str,
    acts: Iterable[Act],
    said: Iterable[Said] = (),
    reported: Sequence[Reported] = (),
    carriers: Sequence[Carrier] = (),
    step: Step = Step.MONTH,
    undated: int = 0,
) -> Relation:
    """How two actors stood to each other, by span; the order of what is given does not matter.

    `acts` are the events between them, `said` what one said about the other, `reported` all reports of the case file,
    `carriers` who carried messages between them; `undated` events had no day and are left out.
    """
    every = sorted(acts, key=lambda act: act.order)
    deeds = deeds_of(act for act in every if act.event.auxiliary_mode not in NOT_HAPPENED)
    remarks = fullest(said)
    days = [deed.day for deed in deeds] + [day for one_said in remarks if (day := day_of_remark(one_said))]
    milestones = milestones_of(every, one, other)
    between = tuple(f"{carrier.name} ({carrier.there + carrier.back + carrier.mediated})" for carrier in carriers)
    if not days:
        said_nothing = "The case file holds no event between them and no statement of one about the other"
        reason = Reason("nothing", f"{said_nothing}{' that has a day' if undated else ''}.")
        return Relation(one, other, (), (), between, (), (reason,), milestones=milestones, carriers=tuple(carriers))
    spans = spans_over(min(days), max(days), step)
    points = tuple(points_of(spans, deeds, remarks, reported))
    turns, tested = turns_of(deeds, spans)
    reasons = [
        Reason(
            "scale",
            "Each point is the mean of PLOVER's conflict-cooperation scores (manual 1.3, 2.5), a deed counted once"
            " however many tell it; the bounds are 90 % t bounds for that many deeds.",
        ),
        Reason(
            "rate",
            "Rates are tellings of deeds, one for each lineage, per hundred lineages of the span that name either,"
            " with 90 % Poisson bounds: more coverage alone does not raise them.",
        ),
        tested,
        *(Reason("turn", turn_words(turn)) for turn in turns),
    ]
    if undated:
        reasons.append(Reason("undated", f"Events without a day are left out: {undated}."))
    return Relation(
        one,
        other,
        points,
        tuple(turn.start for turn in turns),
        between,
        tuple(cite for deed in deeds for cite in deed.cites),
        tuple(reasons),
        ways=(
            way_of(one, other, Path.THERE, deeds, remarks),
            way_of(other, one, Path.BACK, deeds, remarks),
        ),
        turns=turns,
        milestones=milestones,
        carriers=tuple(carriers),
    )


def deeds_of(acts: Iterable[Act]) -> list[Deed]:
    """The deeds that some acts tell, by day: acts of one type, day and way are one deed, each lineage tells it once."""
    found: defaultdict[tuple[dt.date, str, Path], dict[str, Act]] = defaultdict(dict)
    for act in sorted(acts, key=lambda act: act.order):
        found[act.day, act.event.type, act.path].setdefault(act.lineage, act)
    return [Deed(*key, tuple(acts.values())) for key, acts in sorted(found.items())]


def fullest(said: Iterable[Said]) -> list[Said]:
    """What was said, by day; of each lineage and way only what the report that tells most of it tells."""
    by_report: defaultdict[tuple[str, Path], defaultdict[str, set[Said]]] = defaultdict(lambda: defaultdict(set))
    for one in said:
        by_report[one.remark.lineage, one.path][one.report].add(one)
    kept = [max(several.items(), key=lambda item: (len(item[1]), item[0]))[1] for several in by_report.values()]
    return sorted((one for several in kept for one in several), key=lambda one: (one.remark.day or "", one.remark.cite))


def day_of_remark(said: Said) -> dt.date | None:
    """The day of a remark; None without one."""
    return dt.date.fromisoformat(said.remark.day) if said.remark.day else None


def spans_over(first: dt.date, last: dt.date, step: Step) -> list[tuple[dt.date, dt.date]]:
    """The weeks (from Monday) or months that cover two days, each with its first and last day.

    >>> [str(start) for start, _ in spans_over(dt.date(2024, 10, 31), dt.date(2024, 12, 1), Step.MONTH)]
    ['2024-10-01', '2024-11-01', '2024-12-01']
    """
    spans = []
    start = first - dt.timedelta(first.weekday()) if step is Step.WEEK else first.replace(day=1)
    while start <= last:
        length = 7 if step is Step.WEEK else calendar.monthrange(start.year, start.month)[1]
        end = start + dt.timedelta(length - 1)
        spans.append((start, end))
        start = end + dt.timedelta(1)
    return spans


# -- points ------------------------------------------------------------------------------------------------------------


def points_of(
    spans: Sequence[tuple[dt.date, dt.date]],
    deeds: Iterable[Deed],
    remarks: Iterable[Said],
    reported: Iterable[Reported],
) -> Iterable[RelationPoint]:
    """A point for each span."""
    starts = {start + dt.timedelta(n): start for start, end in spans for n in range((end - start).days + 1)}
    done: defaultdict[dt.date | None, list[Deed]] = defaultdict(list)
    told: defaultdict[dt.date | None, list[Said]] = defaultdict(list)
    kept: defaultdict[dt.date | None, list[Reported]] = defaultdict(list)
    for deed in deeds:
        done[starts.get(deed.day)].append(deed)
    for said in remarks:
        day = day_of_remark(said)
        told[starts.get(day) if day else None].append(said)
    for report in reported:
        kept[starts.get(report.day)].append(report)
    return [point(span, done[span[0]], told[span[0]], kept[span[0]]) for span in spans]


def point(
    span: tuple[dt.date, dt.date], deeds: Sequence[Deed], remarks: Sequence[Said], reported: Sequence[Reported]
) -> RelationPoint:
    """One span, from what falls in it."""
    friendly = [deed for deed in deeds if load_types()[deed.type].friendly]
    hostile = [deed for deed in deeds if not load_types()[deed.type].friendly]
    there, back = ([deed.scale for deed in deeds if deed.path is path] for path in (Path.THERE, Path.BACK))
    naming = len({report.lineage for report in reported if report.naming})
    return RelationPoint(
        span[0].isoformat(),
        span[1].isoformat(),
        len(deeds),
        *mean_with_bounds([deed.scale for deed in deeds]),
        friendly=len(friendly),
        hostile=len(hostile),
        statements=len(remarks),
        reports=len(reported),
        cites=tuple(dict.fromkeys(cite for deed in deeds for cite in deed.cites)),
        there=len(there),
        there_scale=mean_with_bounds(there)[0],
        back=len(back),
        back_scale=mean_with_bounds(back)[0],
        naming=naming,
        friendly_rate=rate_of(sum(len(deed.acts) for deed in friendly), naming),
        hostile_rate=rate_of(sum(len(deed.acts) for deed in hostile), naming),
    )


def way_of(actor: str, recipient: str, path: Path, deeds: Iterable[Deed], remarks: Iterable[Said]) -> Way:
    """What one does to the other and says of it."""
    scales = [deed.scale for deed in deeds if deed.path is path]
    return Way(
        actor,
        recipient,
        len(scales),
        *mean_with_bounds(scales),
        remarks=tuple(said.remark for said in remarks if said.path is path),
    )


# -- turns -------------------------------------------------------------------------------------------------------------


def turns_of(deeds: Sequence[Deed], spans: Sequence[tuple[dt.date, dt.date]]) -> tuple[tuple[Change, ...], Reason]:
    """Where the deeds turned, at the beginning of a span, and a sentence on how that was looked for."""
    ordered = sorted(deeds, key=lambda deed: (deed.day, deed.scale, deed.path))
    if len(ordered) < FEWEST:
        few = f"Too few deeds to tell a turn from chance: {len(ordered)}, and {FEWEST} are needed."
        return (), Reason("too-few", few)
    begins = [start for start, _ in spans]
    first: dict[dt.date, int] = {}
    for place, deed in enumerate(ordered):
        first.setdefault(begins[bisect.bisect_right(begins, deed.day) - 1], place)
    starts = {place: start for start, place in first.items()}
    splits = find_changes([deed.scale for deed in ordered], list(starts))
    edges = [0, *(split.place for split in splits), len(ordered)]
    turns = tuple(
        Change(
            starts[split.place].isoformat(),
            split.was,
            split.now,
            split.p,
            before=tuple(cite for deed in ordered[edges[n] : split.place] for cite in deed.cites),
            cites=tuple(cite for deed in ordered[split.place : edges[n + 2]] for cite in deed.cites),
        )
        for n, split in enumerate(splits)
    )
    how = f"binary segmentation of {len(ordered)} deeds, each split tested by {SHUFFLES} shuffles, kept at p ≤ {CHANCE}"
    return turns, Reason("tested", f"Turns are looked for by {how}{'' if turns else ': none was found'}.")


def turn_words(turn: Change) -> str:
    """A turn in a sentence."""
    how = "friendlier" if turn.now > turn.was else "more hostile"
    return f"From {turn.start} on it is {how}: {turn.now:+.1f} after {turn.was:+.1f} on the scale (p = {turn.p:.3f})."


# -- treaties, sanctions, visits ---------------------------------------------------------------------------------------


def milestones_of(acts: Iterable[Act], one: str, other: str) -> tuple[Milestone, ...]:
    """The treaties, sanctions and visits among some acts, by day, those announced, denied or long past marked."""
    sides = {Path.THERE: (one, other), Path.BACK: (other, one), Path.TOGETHER: (one, other)}
    found: defaultdict[tuple[dt.date, MilestoneKind, Path, str], dict[str, Act]] = defaultdict(dict)
    for act in acts:
        kind = milestone_kind(act.event)
        if kind is not None:
            found[act.day, kind, act.path, act.event.auxiliary_mode or ""].setdefault(act.lineage, act)
    return tuple(
        Milestone(
            kind,
            day.isoformat(),
            *sides[path],
            words=next(iter(told.values())).event.passage.text,
            status=status or None,
            voices=len(told),
            cites=tuple(act.cite for act in told.values()),
        )
        for (day, kind, path, status), told in sorted(found.items())
    )


def milestone_kind(event: Event) -> MilestoneKind | None:
    """What an event is listed as, if at all."""
    if event.type == "SANCTION":
        return MilestoneKind.SANCTION
    if event.type == "CONSULT" and "visit" in event.mode:
        return MilestoneKind.VISIT
    if event.type in {"SUPPORT", "AGREE"} and TREATY.search(event.passage.text):
        return MilestoneKind.TREATY
    return None
