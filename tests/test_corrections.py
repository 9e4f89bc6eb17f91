"""Corrections laid over readings, pure."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.corrections import (
    anchor_of,
    correct,
    correction_of,
    extent,
    find_anchor,
    id_of,
    is_reviewed,
    passages_in,
)
from foreigndesk.model import Correction, Force, Reading, Span, Statement, Verdict
from tests.strategies import readings

MOMENT = "2026-11-30T09:00:00+00:00"
LATER = "2026-11-30T10:00:00+00:00"


def judged(reading: Reading, verdict: Verdict, fields: tuple[str, ...] = ()) -> list[Correction]:
    return [
        correction_of("a-1", verdict, reading, one, "Ana Ortiz", MOMENT, fields=fields) for one in reading.statements
    ]


@given(readings())
def test_without_corrections_a_reading_stays_as_it_is(reading: Reading) -> None:
    assert correct(reading, []).reading == reading


@given(readings())
def test_what_is_rejected_is_gone_and_nothing_else(reading: Reading) -> None:
    corrected = correct(reading, judged(reading, Verdict.REJECT)).reading
    assert corrected.statements == ()
    assert len(corrected.events) == len(reading.events)
    assert all(event.statement is None or event.statement not in ids(reading) for event in corrected.events)


def ids(reading: Reading) -> set[str]:
    return {one.id for one in reading.statements}


@given(readings())
def test_what_is_accepted_says_whose_word_it_is(reading: Reading) -> None:
    corrected = correct(reading, judged(reading, Verdict.ACCEPT)).reading
    assert all(is_reviewed(one) for one in corrected.statements)
    assert bare(corrected) == bare(reading)


def bare(reading: Reading) -> dict[str, Statement]:
    return {one.id: replace(one, reasons=()) for one in reading.statements}


@given(readings(), st.sampled_from(Force), st.sampled_from(Force))
def test_of_two_words_on_one_field_the_last_counts(reading: Reading, first: Force, last: Force) -> None:
    made = [
        correction_of(
            f"a-{moment}", Verdict.EDIT, reading, one, by, moment, after=replace(one, force=force), fields=("force",)
        )
        for one in reading.statements
        for moment, by, force in ((LATER, "Ben Okafor", last), (MOMENT, "Ana Ortiz", first))
    ]
    assert {one.force for one in correct(reading, made).reading.statements} <= {last}


@given(readings())
def test_an_edit_outlives_a_reader_that_no_longer_finds_it(reading: Reading) -> None:
    made = judged(reading, Verdict.EDIT, fields=("force",))
    corrected = correct(replace(reading, statements=()), made)
    assert {one.id for one in corrected.reading.statements} == ids(reading)
    assert {one.finding for one in corrected.put_back} == ids(reading)


@given(readings())
def test_a_finding_with_another_id_at_the_same_place_is_the_same(reading: Reading) -> None:
    first = next(iter(reading.statements), None)
    if first is None or extent(first).start == extent(first).end:
        return
    alone = replace(reading, statements=(first,))
    renamed = replace(reading, statements=(replace(first, id="s-000000000000"),))
    corrected = correct(renamed, judged(alone, Verdict.REJECT))
    assert corrected.reading.statements == ()


@given(readings())
def test_every_passage_of_a_corrected_reading_is_the_words_of_its_text(reading: Reading) -> None:
    corrected = correct(reading, judged(reading, Verdict.ACCEPT)).reading
    text = reading.report.text
    assert all(text[one.start : one.end] == one.text for one in passages_in(corrected.statements))


@given(st.text(min_size=1, max_size=60), st.text(max_size=60), st.data())
def test_an_anchor_finds_its_words_again_behind_new_text(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find_anchor(new + text, anchor_of(text, Span(start, end)))
    assert found is not None
    assert (new + text)[found.start : found.end] == text[start:end]


def test_an_anchor_whose_words_are_gone_finds_nothing() -> None:
    assert find_anchor("Something else.", anchor_of("Talks went on.", Span(6, 10))) is None


@given(readings())
def test_names_are_told_apart_by_their_places(reading: Reading) -> None:
    places = {(name.start, name.end) for name in reading.names}
    assert len({id_of(reading.report.id, name) for name in reading.names}) == len(places)
