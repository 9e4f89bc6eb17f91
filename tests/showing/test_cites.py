from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Report, paragraphs
from foreigndesk.showing.cites import Labels, paragraph_at, short_ids

ids = st.sets(st.text("0123456789abcdef", min_size=12, max_size=12).map("r-{}".format), max_size=30)


@given(ids)
def test_short_ids_tell_all_reports_apart(known: set[str]) -> None:
    short = short_ids(known)
    assert len(set(short.values())) == len(known)
    assert all(whole.startswith(begin) for whole, begin in short.items())


def test_six_digits_are_enough_for_ids_that_differ_in_them() -> None:
    assert short_ids(["r-000000000000", "r-100000000000"])["r-100000000000"] == "r-100000"


def test_ids_that_share_six_digits_are_shown_longer() -> None:
    assert short_ids(["r-aaaaaa000000", "r-aaaaaa100000"])["r-aaaaaa100000"] == "r-aaaaaa1"


@given(st.text("a \n", max_size=40), st.data())
def test_an_offset_in_a_paragraph_gets_its_number(text: str, data: st.DataObject) -> None:
    for number, span in enumerate(paragraphs(text), start=1):
        assert paragraph_at(paragraphs(text), data.draw(st.integers(span.start, span.end - 1))) == number


def test_a_cite_is_labelled_with_report_and_paragraph() -> None:
    report = Report("r-3ea2c3f0a1b2", "a.txt", "One.\n\nTwo.\n\nThree.")
    ref = Labels([report]).ref(Cite(report.id, 6, 10))
    assert (ref.label, ref.opens) == ("r-3ea2c3 ¶2", "r-3ea2c3f0a1b2:2")


def test_a_label_is_not_the_beginning_of_another_reports_id() -> None:
    report = Report("r-3ea2c3f0a1b2", "a.txt", "One.")
    assert Labels([report], known=["r-3ea2c3f999999"]).ref(Cite(report.id, 0, 4)).label == "r-3ea2c3f0 ¶1"
