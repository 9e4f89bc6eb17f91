"""How two actors stand over time. The events are invented."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Event, Force, MilestoneKind, Party, Passage, Remark, Tone
from foreigndesk.weighing.relations import (
    Act,
    Path,
    Reported,
    Said,
    Step,
    fullest,
    judge_relation,
    spans_over,
)

DAY = dt.date(2024, 3, 4)
WORDS = Passage(0, 4, "sent")


def act(
    kind: str,
    day: dt.date,
    lineage: str = "l-1",
    auxiliary: str | None = None,
    name: str = "e",
    path: Path = Path.THERE,
    words: str = "sent",
) -> Act:
    one = Party("NOR", None, "Norway", "NOR", 0, 6, "NOR")
    passage = Passage(0, len(words), words)
    event = Event(f"{name}-{kind}-{day}", kind, (), (), (one,), (), passage, WORDS, auxiliary_mode=auxiliary)
    return Act(event, day, lineage, Cite(f"r-{lineage}", 0, 4), path)


def said(day: dt.date, lineage: str = "l-1", report: str = "r-1", start: int = 0, path: Path = Path.THERE) -> Said:
    cite = Cite(report, start, start + 5)
    remark = Remark("s-1", "Norway", Force.ASSERT, Tone.PLAIN, (), day.isoformat(), lineage, cite)
    return Said(remark, report, path)


def kept(days: list[dt.date], naming: bool = True) -> list[Reported]:
    return [Reported(day, f"l-{number}", naming) for number, day in enumerate(days)]


def test_ten_copies_of_one_attack_are_no_more_hostile_than_one() -> None:
    once = judge_relation("A", "B", [act("ASSAULT", DAY)])
    copied = judge_relation("A", "B", [act("ASSAULT", DAY, name=str(n)) for n in range(10)])
    assert once.points == copied.points
    assert once.points[0].scale == -9.3


def test_independent_reports_of_one_attack_are_one_deed_with_a_cite_for_each() -> None:
    point = judge_relation("A", "B", [act("ASSAULT", DAY, f"l-{n}") for n in range(10)]).points[0]
    assert (point.events, point.hostile, len(point.cites)) == (1, 1, 10)


def test_more_reports_of_other_things_leave_the_scale_as_it_is_but_show() -> None:
    few = judge_relation("A", "B", [act("AID", DAY)], reported=kept([DAY])).points[0]
    many = judge_relation("A", "B", [act("AID", DAY)], reported=kept([DAY] * 50, naming=False)).points[0]
    assert (few.scale, many.scale, few.reports, many.reports) == (7.4, 7.4, 1, 50)


@given(st.integers(1, 5), st.integers(1, 20))
def test_ten_times_the_coverage_leaves_rates_and_mean_alone(deeds: int, voices: int) -> None:
    def month(times: int) -> tuple[list[Act], list[Reported]]:
        acts = [
            act("ACCUSE", DAY + dt.timedelta(n), f"l-{v}-{t}")
            for n in range(deeds)
            for v in range(voices)
            for t in range(times)
        ]
        return acts, [Reported(DAY, f"l-{v}-{t}", True) for v in range(voices) for t in range(times)]

    once, often = (judge_relation("A", "B", acts, (), reported).points[0] for acts, reported in (month(1), month(10)))
    assert (once.scale, once.low, once.high, once.events) == (often.scale, often.low, often.high, often.events)
    assert once.hostile_rate
    assert often.hostile_rate
    assert once.hostile_rate.per_hundred == often.hostile_rate.per_hundred


def test_what_has_not_happened_does_not_count() -> None:
    relation = judge_relation("A", "B", [act("ASSAULT", DAY, auxiliary="hypothetical")])
    assert relation.points == ()
    assert relation.reasons[0].rule == "nothing"


def test_a_turn_is_found_where_the_events_turn_and_explained_with_its_chance() -> None:
    months = [dt.date(2024, month, 10) for month in range(1, 13)]
    acts = [
        act("AID" if month < 7 else "ASSAULT", day + dt.timedelta(n), f"l-{n}")
        for month, day in enumerate(months, start=1)
        for n in range(6)
    ]
    relation = judge_relation("A", "B", acts)
    assert relation.changes == ("2024-07-01",)
    told = "From 2024-07-01 on it is more hostile: -9.3 after +7.4 on the scale (p = 0.001)."
    assert relation.reasons[-1].sentence == told
    assert (len(relation.turns[0].before), len(relation.turns[0].cites)) == (36, 36)


def test_a_relation_that_does_not_turn_has_no_turn() -> None:
    acts = [act("CONSULT", dt.date(2024, month, 3), f"l-{month}") for month in range(1, 13)]
    assert judge_relation("A", "B", acts).changes == ()


def test_too_few_deeds_for_a_turn_are_said_to_be_too_few() -> None:
    acts = [act("AID", DAY), act("ASSAULT", DAY + dt.timedelta(40))]
    rules = [reason.rule for reason in judge_relation("A", "B", acts).reasons]
    assert "too-few" in rules


def test_each_way_is_kept_apart() -> None:
    acts = [act("AID", DAY, path=Path.THERE), act("ASSAULT", DAY, path=Path.BACK)]
    there, back = judge_relation("A", "B", acts).ways
    assert (there.actor, there.scale, back.actor, back.scale) == ("A", 7.4, "B", -9.3)


def test_treaties_sanctions_and_visits_are_listed_those_announced_and_long_past_marked() -> None:
    acts = [
        act("SUPPORT", DAY, words="They signed a treaty."),
        act("SUPPORT", DAY, words="They praised the match.", name="f", path=Path.BACK),
        act("SANCTION", DAY, auxiliary="future"),
        act("SANCTION", DAY, "l-2", auxiliary="future"),
    ]
    found = [(one.kind, one.status, one.voices) for one in judge_relation("A", "B", acts).milestones]
    assert found == [(MilestoneKind.SANCTION, "future", 2), (MilestoneKind.TREATY, None, 1)]


def test_of_a_lineage_the_report_that_tells_most_speaks_for_all() -> None:
    first = [said(DAY, report="r-1", start=start) for start in (0, 10, 20)]
    cut = [said(DAY, report="r-2", start=start) for start in (0, 10)]
    other = [said(DAY, "l-2", "r-3")]
    assert fullest([*cut, *first, *other]) == [*first, *other]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 900), st.sampled_from(Step))
def test_spans_cover_every_day_once(first: dt.date, length: int, step: Step) -> None:
    last = first + dt.timedelta(length)
    spans = spans_over(first, last, step)
    assert spans[0][0] <= first
    assert last <= spans[-1][1]
    assert all(a[1] + dt.timedelta(1) == b[0] for a, b in itertools.pairwise(spans))


KINDS = st.sampled_from(["AID", "ASSAULT", "CONSULT", "ACCUSE"])
DRAWN = st.lists(st.tuples(KINDS, st.integers(0, 300), st.sampled_from("abc"), st.sampled_from(Path)), max_size=14)


def acts_of(drawn: list[tuple[str, int, str, Path]]) -> list[Act]:
    return [act(kind, DAY + dt.timedelta(days), lineage, path=path) for kind, days, lineage, path in drawn]


@given(DRAWN, st.randoms())
def test_a_relation_does_not_depend_on_the_order_of_events(
    drawn: list[tuple[str, int, str, Path]], chance: random.Random
) -> None:
    acts = acts_of(drawn)
    mixed = list(acts)
    chance.shuffle(mixed)
    assert judge_relation("A", "B", mixed) == judge_relation("A", "B", acts)


MIRRORED = {Path.THERE: Path.BACK, Path.BACK: Path.THERE, Path.TOGETHER: Path.TOGETHER}


@given(DRAWN)
def test_asked_the_other_way_round_a_relation_is_the_same_with_its_ways_exchanged(
    drawn: list[tuple[str, int, str, Path]],
) -> None:
    acts = acts_of(drawn)
    there = judge_relation("A", "B", acts)
    back = judge_relation("B", "A", [replace(act, path=MIRRORED[act.path]) for act in acts])
    assert there.changes == back.changes
    assert [turn.p for turn in there.turns] == [turn.p for turn in back.turns]
    assert [(p.start, p.events, p.scale, p.there, p.back) for p in there.points] == [
        (p.start, p.events, p.scale, p.back, p.there) for p in back.points
    ]
    assert [(way.actor, way.scale) for way in there.ways] == [(way.actor, way.scale) for way in reversed(back.ways)]


@given(DRAWN)
def test_copies_add_nothing(drawn: list[tuple[str, int, str, Path]]) -> None:
    acts = acts_of(drawn)
    copies = [replace(act, cite=Cite("r-z", 9, 12)) for act in acts]
    once, copied = judge_relation("A", "B", acts), judge_relation("A", "B", [*acts, *copies])
    assert once == copied
