"""How two actors stand to each other over time: events on PLOVER's scale, with bounds, and where it turned.

The mean of a span's events does not grow with the number of reports, so that a month with ten times the reports is not
ten times as hostile; an event counts once for each lineage, so that copies do not either.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Cite, Event, Reason, Relation, RelationPoint

# What has not simply happened does not count to how two actors stand.
NOT_HAPPENED = frozenset({"future", "hypothetical", "negation", "historical"})
Z90 = 1.645  # normal quantile of a two-sided 90 % interval
# Standard deviation of PLOVER's scale over its sixteen types, taken for a span of one event, which shows none itself.
SPREAD = 5.6
# Bayesian information criterion for a change in mean: two parameters, the mean and the place (Yao 1988).
PARAMETERS = 2


class Step(StrEnum):
    """How long a span is."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Act:
    """An event between the two, on a day, with the lineage of the report that tells it."""

    event: Event
    day: dt.date
    lineage: str
    cite: Cite

    @property
    def scale(self) -> float:
        """Its place on PLOVER's scale, -10 to 10."""
        return load_types()[self.event.type].scale


def judge_relation(
    one: str,
    other: str,
    acts: Sequence[Act],
    said: Sequence[dt.date],
    reported: Sequence[dt.date],
    between: Sequence[str] = (),
    step: Step = Step.MONTH,
) -> Relation:
    """How two actors stood to each other, by span.

    `acts` are the events between them, `said` the days of statements of one about the other, `reported` those of all
    reports of the case file, `between` who carried messages for them.
    """
    counted = once(act for act in acts if act.event.auxiliary_mode not in NOT_HAPPENED)
    days = [act.day for act in counted] + list(said)
    if not days:
        reason = Reason("nothing", "The case file holds no event between them and no statement of one about the other.")
        return Relation(one, other, (), (), tuple(between), (), (reason,))
    spans = spans_over(min(days), max(days), step)
    points = tuple(point(span, counted, said, reported) for span in spans)
    changes = turns(points)
    reasons = [
        Reason(
            "scale",
            "Each point is the mean of PLOVER's conflict-cooperation scores (manual 1.3, 2.5), an event counted once"
            " for each lineage; the bounds are 90 % for that many events.",
        )
    ]
    reasons += [Reason("turn", turn_words(points, start)) for start in changes]
    cites = tuple(act.cite for act in counted)
    return Relation(one, other, points, changes, tuple(between), cites, tuple(reasons))


def once(acts: Iterable[Act]) -> list[Act]:
    """The acts by day, an event of one type, day and lineage once."""
    found: dict[tuple[object, ...], Act] = {}
    for act in sorted(acts, key=lambda act: (act.day, act.event.id)):
        sides = tuple(
            tuple(sorted(party.actor or party.name for party in side))
            for side in (act.event.actor, act.event.recipient)
        )
        found.setdefault((act.lineage, act.event.type, act.day, sides), act)
    return list(found.values())


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


def point(
    span: tuple[dt.date, dt.date], acts: Sequence[Act], said: Sequence[dt.date], reported: Sequence[dt.date]
) -> RelationPoint:
    """One span."""
    start, end = span
    here = [act for act in acts if start <= act.day <= end]
    scale, low, high = mean_with_bounds([act.scale for act in here])
    return RelationPoint(
        start.isoformat(),
        end.isoformat(),
        len(here),
        scale,
        low,
        high,
        friendly=sum(load_types()[act.event.type].friendly for act in here),
        hostile=sum(not load_types()[act.event.type].friendly for act in here),
        statements=sum(start <= day <= end for day in said),
        reports=sum(start <= day <= end for day in reported),
        cites=tuple(act.cite for act in here),
    )


def mean_with_bounds(scales: Sequence[float]) -> tuple[float | None, float | None, float | None]:
    """The mean and its 90 % bounds, within the scale; Nones for no events.

    The spread of few events is not known from them: it is taken as that of one more pair of events at SPREAD.

    >>> mean_with_bounds([])
    (None, None, None)
    """
    if not scales:
        return None, None, None
    mean = sum(scales) / len(scales)
    variance = (sum((scale - mean) ** 2 for scale in scales) + SPREAD**2) / len(scales)
    margin = Z90 * math.sqrt(variance / len(scales))
    return round(mean, 2), round(max(mean - margin, -10.0), 2), round(min(mean + margin, 10.0), 2)


def turns(points: Sequence[RelationPoint]) -> tuple[str, ...]:
    """The starts of spans at which the mean turned: the partition of least cost under the BIC (Killick et al. 2012).

    Spans without events say nothing and are passed over.
    """
    known = [(p.start, p.scale, p.events) for p in points if p.scale is not None]
    size = len(known)
    if size < 2:
        return ()
    penalty = PARAMETERS * SPREAD**2 * math.log(sum(events for _, _, events in known))
    cost = cost_of([(scale, events) for _, scale, events in known])
    best, back = [0.0] * (size + 1), [0] * (size + 1)
    for end in range(1, size + 1):
        choices = [(best[begin] + cost(begin, end) + penalty * (begin > 0), begin) for begin in range(end)]
        best[end], back[end] = min(choices)
    found, end = [], size
    while end > 0:
        end = back[end]
        if end > 0:
            found.append(known[end][0])
    return tuple(reversed(found))


def cost_of(known: Sequence[tuple[float, int]]) -> Callable[[int, int], float]:
    """Of any stretch [begin, end): the squared deviations from its mean, by events, in constant time."""
    sums = [(0.0, 0.0, 0.0)]
    for scale, events in known:
        weight, total, square = sums[-1]
        sums.append((weight + events, total + events * scale, square + events * scale**2))

    def cost(begin: int, end: int) -> float:
        weight, total, square = (after - before for before, after in zip(sums[begin], sums[end], strict=True))
        return square - total**2 / weight

    return cost


def turn_words(points: Sequence[RelationPoint], start: str) -> str:
    """A turn in a sentence."""
    before = [p for p in points if p.start < start and p.scale is not None]
    after = [p for p in points if p.start >= start and p.scale is not None]
    was, now = level(before), level(after)
    how = "friendlier" if now > was else "more hostile"
    return f"From {start} on it is {how}: {now:+.1f} after {was:+.1f} on the scale."


def level(points: Sequence[RelationPoint]) -> float:
    """The mean over spans, by events."""
    events = sum(p.events for p in points)
    return sum((p.scale or 0.0) * p.events for p in points) / events if events else 0.0


def go_betweens(carried: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Names of carriers with how often, the most frequent first, of (name, cite id) pairs.

    >>> go_betweens([("China", "a"), ("China", "b"), ("Oman", "c")])
    ('China (2)', 'Oman (1)')
    """
    times: defaultdict[str, set[str]] = defaultdict(set)
    for name, where in carried:
        times[name].add(where)
    return tuple(f"{name} ({len(times[name])})" for name in sorted(times, key=lambda name: (-len(times[name]), name)))
