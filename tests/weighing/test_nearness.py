"""How near wordings are: as close as their contents, less weeks apart."""

from __future__ import annotations

from foreigndesk.weighing.candidates import SOON
from foreigndesk.weighing.contents import closeness, content_of, outline_of
from foreigndesk.weighing.nearness import LATER, Nearness

TOLD = {
    "a": "North Korea sent about 10,000 soldiers to Russia for training in October",
    "b": "North Korea has sent some 10,000 soldiers to Russia for training in October",
    "c": "Norway has closed its ports to trawlers from Iceland until the spring",
}


def near(*days: int | None) -> Nearness:
    spans = [(day, day) for day in days]
    return Nearness([*TOLD], [outline_of(content_of(text)) for text in TOLD.values()], spans)


def test_a_pair_is_as_near_as_its_contents_are_close_and_less_weeks_later() -> None:
    close = closeness(content_of(TOLD["a"]), content_of(TOLD["b"]))
    assert near(0, SOON, 0).between([("a", "b"), ("b", "a"), ("a", "c")]) == [close, close, 0.0]
    assert near(0, None, 0).between([("a", "b")]) == [close]
    assert near(0, SOON + 1, 0).between([("a", "b")]) == [close - LATER]


def test_only_pairs_with_a_fresh_one_that_are_near_are_tied() -> None:
    assert [(tie.one, tie.other) for tie in near(0, 0, 0).ties()] == [("a", "b")]
    assert [(tie.one, tie.other) for tie in near(0, 0, 0).ties(["b"])] == [("a", "b")]
    assert [*near(0, 0, 0).ties(["c"])] == []


def test_how_many_pairs_are_compared_is_told() -> None:
    steps: list[tuple[int, int]] = []
    assert [*near(0, 0, 0).ties(None, lambda *step: steps.append(step))]
    assert steps == [(0, 1)]
