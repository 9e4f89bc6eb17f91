"""How two actors stand over time. The events are invented."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Event, Party, Passage
from foreigndesk.weighing.relations import Act, Step, go_betweens, judge_relation, mean_with_bounds, spans_over

DAY = dt.date(2024, 3, 4)
WORDS = Passage(0, 4, "sent")


def act(kind: str, day: dt.date, lineage: str = "l-1", auxiliary: str | None = None, name: str = "e") -> Act:
    one = Party("NOR", None, "Norway", "NOR", 0, 6, "NOR")
    event = Event(f"{name}-{kind}-{day}", kind, (), (), (one,), (), WORDS, WORDS, auxiliary_mode=auxiliary)
    return Act(event, day, lineage, Cite("r-1", 0, 4))


def test_ten_copies_of_one_attack_are_no_more_hostile_than_one() -> None:
    once = judge_relation("A", "B", [act("ASSAULT", DAY)], [], [])
    copied = judge_relation("A", "B", [act("ASSAULT", DAY, name=str(n)) for n in range(10)], [], [])
    assert once.points == copied.points
    assert once.points[0].scale == -9.3


def test_more_reports_of_other_things_leave_the_scale_as_it_is_but_show() -> None:
    few = judge_relation("A", "B", [act("AID", DAY)], [], [DAY]).points[0]
    many = judge_relation("A", "B", [act("AID", DAY)], [], [DAY] * 50).points[0]
    assert (few.scale, many.scale, few.reports, many.reports) == (7.4, 7.4, 1, 50)


def test_what_has_not_happened_does_not_count() -> None:
    relation = judge_relation("A", "B", [act("ASSAULT", DAY, auxiliary="hypothetical")], [], [])
    assert relation.points == ()
    assert relation.reasons[0].rule == "nothing"


def test_a_turn_is_found_where_the_events_turn_and_explained() -> None:
    months = [dt.date(2024, month, 10) for month in range(1, 13)]
    acts = [
        act("AID" if month < 7 else "ASSAULT", day + dt.timedelta(n), f"l-{n}")
        for month, day in enumerate(months, start=1)
        for n in range(6)
    ]
    relation = judge_relation("A", "B", acts, [], [])
    assert relation.changes == ("2024-07-01",)
    assert relation.reasons[-1].sentence == "From 2024-07-01 on it is more hostile: -9.3 after +7.4 on the scale."


def test_a_relation_that_does_not_turn_has_no_turn() -> None:
    acts = [act("CONSULT", dt.date(2024, month, 3), f"l-{month}") for month in range(1, 13)]
    assert judge_relation("A", "B", acts, [], []).changes == ()


def test_fewer_events_have_wider_bounds() -> None:
    _, low_one, high_one = mean_with_bounds([2.0])
    _, low_many, high_many = mean_with_bounds([2.0] * 40)
    assert low_one is not None
    assert high_one is not None
    assert low_many is not None
    assert high_many is not None
    assert high_one - low_one > high_many - low_many


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 900), st.sampled_from(Step))
def test_spans_cover_every_day_once(first: dt.date, length: int, step: Step) -> None:
    last = first + dt.timedelta(length)
    spans = spans_over(first, last, step)
    assert spans[0][0] <= first
    assert last <= spans[-1][1]
    assert all(a[1] + dt.timedelta(1) == b[0] for a, b in itertools.pairwise(spans))


KINDS = st.sampled_from(["AID", "ASSAULT", "CONSULT", "ACCUSE"])


@given(st.lists(st.tuples(KINDS, st.integers(0, 300), st.sampled_from("abc")), max_size=12), st.randoms())
def test_a_relation_does_not_depend_on_the_order_of_events(drawn: list[tuple[str, int, str]], random: object) -> None:
    acts = [act(kind, DAY + dt.timedelta(days), lineage) for kind, days, lineage in drawn]
    mixed = list(acts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert judge_relation("A", "B", mixed, [], []) == judge_relation("A", "B", acts, [], [])


def test_go_betweens_are_counted_once_for_each_message() -> None:
    assert go_betweens([("Oman", "s-1"), ("Oman", "s-1"), ("Qatar", "s-2")]) == ("Oman (1)", "Qatar (1)")
