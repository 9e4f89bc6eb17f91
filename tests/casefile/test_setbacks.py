from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.casefile import open_case
from foreigndesk.model import Setback
from tests import strategies
from tests.casefile.examples import LATER, NOON, fresh_case, report

TROUBLE = Setback("reports/bad.html", "intake", "it has no text", hint="open it")


@settings(max_examples=25, deadline=None)
@given(st.lists(strategies.setbacks() | strategies.setbacks(report("Talks.")), max_size=3))
def test_setbacks_come_back_as_they_were_in_a_fixed_order(drawn: list[Setback]) -> None:
    with fresh_case() as case:
        for setback in drawn:
            case.save_setback(setback, NOON)
        last = {setback.id: setback for setback in drawn}
        assert case.load_setbacks() == sorted(last.values(), key=lambda each: (each.path, each.stage, each.id))


def test_the_same_trouble_met_again_is_kept_once_with_its_last_hint() -> None:
    with fresh_case() as case:
        case.save_setback(TROUBLE, NOON)
        case.save_setback(replace(TROUBLE, hint="save it again"), LATER)
        assert case.load_setbacks() == [replace(TROUBLE, hint="save it again")]
        assert case.counts().setbacks == 1


def test_former_setbacks_of_intake_are_forgotten_at_and_below_a_path() -> None:
    with fresh_case() as case:
        line = Setback("archive.jsonl:12", "intake", "no JSON")
        archive = Setback("archive.jsonl", "intake", "cut short")
        like_it = Setback("archive.jsonl.old", "intake", "no text")
        folder = Setback("reports", "intake", "no permission")
        elsewhere = Setback("reports-2/bad.html", "intake", "no text")
        failed = Setback("reports/bad.html", "reading", "the reader failed", report="r-1")
        for setback in (TROUBLE, line, archive, like_it, folder, elsewhere, failed):
            case.save_setback(setback, NOON)
        case.forget_setbacks(["reports/", "archive.jsonl"], before=LATER)
        assert case.load_setbacks() == [like_it, elsewhere, failed]


def test_a_setback_seen_again_since_is_not_forgotten() -> None:
    with fresh_case() as case:
        case.save_setback(TROUBLE, NOON)
        case.save_setback(TROUBLE, LATER)
        case.forget_setbacks([TROUBLE.path], before=LATER)
        assert case.load_setbacks() == [TROUBLE]


def test_setbacks_follow_their_report_to_another_id() -> None:
    with fresh_case() as case:
        former, latter = report("Talks."), report("Talks.", outlet="The Weekly")
        case.save_report(former, b"", NOON)
        guessed = Setback("a.txt", "intake", "the encoding was guessed", report=former.id)
        case.save_setback(guessed, NOON)
        case.save_setback(Setback("a.txt", "reading", "the reader failed", report=former.id), NOON)
        case.save_metadata(former.id, latter)
        assert case.load_setbacks() == [replace(guessed, report=latter.id)]
        with open_case(case.path) as reader:
            assert reader.find_id(guessed.id).report == latter.id
