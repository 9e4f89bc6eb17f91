"""The same act told twice is kept once."""

from __future__ import annotations

from dataclasses import replace

from foreigndesk.model import Event, Granularity, Party, Passage, When
from foreigndesk.reading.events.once import keep_once

CHAD = Party("TCD", None, "Chad", "TCD", 0, 4, "TCD")
NIGER = Party("NER", None, "Niger", "NER", 0, 5, "NER")
MALI = Party("MLI", None, "Mali", "MLI", 0, 4, "MLI")
ENVOY = Party("TCD", "GOV", "Adam Brahe", "adam-brahe", 0, 10, "TCD")
MINISTER = Party("TCD", "GOV", "Otto Falk", "otto-falk", 0, 9, "TCD")


def event(
    kind: str, at: int, actor: tuple[Party, ...], recipient: tuple[Party, ...] = (), *, sentence: int = 0, day: str = ""
) -> Event:
    when = When(day, day, day, Granularity.DAY, "printed", at, at + 1) if day else None
    passage, trigger = Passage(sentence, sentence + 100, "s" * 100), Passage(at, at + 1, "t")
    return Event(f"e{at}", kind, (), (), actor, recipient, passage, trigger, when=when)


def test_the_same_parties_and_type_are_the_same_act() -> None:
    kept = keep_once([event("ASSAULT", 5, (CHAD,), (NIGER,)), event("ASSAULT", 205, (CHAD,), (NIGER,), sentence=200)])
    assert [one.id for one in kept] == ["e5"]
    assert kept[0].reasons[-1].rule == "plover/told-twice"
    assert [(place.start, place.end) for place in kept[0].also] == [(200, 300)]


def test_dates_that_clash_make_two_acts() -> None:
    first = event("ASSAULT", 5, (CHAD,), (NIGER,), day="2024-10-01")
    assert len(keep_once([first, event("ASSAULT", 205, (CHAD,), (NIGER,), sentence=200, day="2024-10-02")])) == 2


def test_another_ministers_meeting_is_another_meeting() -> None:
    first, second = event("CONSULT", 5, (ENVOY, NIGER)), event("CONSULT", 205, (MINISTER, NIGER), sentence=200)
    assert len(keep_once([first, second])) == 2


def test_in_one_sentence_the_fuller_telling_is_kept() -> None:
    (kept,) = keep_once([event("ASSAULT", 5, (CHAD,)), event("ASSAULT", 50, (CHAD,), (NIGER,))])
    assert kept.recipient == (NIGER,)


def test_moving_forces_inside_an_attack_is_no_event_of_its_own() -> None:
    kept = keep_once([event("MOBILIZE", 5, (CHAD,)), event("ASSAULT", 50, (CHAD,), (NIGER,))])
    assert [one.type for one in kept] == ["ASSAULT"]


def test_different_recipients_are_different_acts() -> None:
    first, second = event("ACCUSE", 5, (CHAD,), (NIGER,)), event("ACCUSE", 205, (CHAD,), (MALI,), sentence=200)
    assert len(keep_once([first, second])) == 2


def test_what_is_told_elsewhere_without_doubt_is_not_in_doubt() -> None:
    doubted = replace(event("ASSAULT", 5, (CHAD,), (NIGER,)), uncertain="told by an official", statement="s1")
    (kept,) = keep_once([doubted, event("ASSAULT", 205, (CHAD,), (NIGER,), sentence=200)])
    assert (kept.uncertain, kept.statement) == (None, None)


def test_two_groups_that_no_table_knows_are_told_apart_by_their_words() -> None:
    miners, students = Party(None, "CVL", "miners", None, 0, 6), Party(None, "CVL", "students", None, 0, 8)
    assert len(keep_once([event("PROTEST", 5, (miners,)), event("PROTEST", 205, (students,), sentence=200)])) == 2
