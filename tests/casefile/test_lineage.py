"""Kinship and letters kept in real case files. Papers and texts are invented."""

from __future__ import annotations

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.lineage import Place, Tie
from foreigndesk.model import Cite, Kinship, KinshipKind, Reading, Reason, Reliability, Report, Shared
from tests.casefile.examples import NOON, fresh_case, report

ONE, TWO = report("Envoys met in the port.", outlet="Wire"), report("Envoys met in the port.", outlet="Paper")
TIE = Kinship(
    TWO.id,
    ONE.id,
    KinshipKind.COPY,
    1.0,
    (Shared(Cite(TWO.id, 0, 6), Cite(ONE.id, 0, 6)),),
    (Reason("copy", "It is a copy."),),
)


def keep(case: CaseFile, *reports: Report) -> None:
    for one in reports:
        case.save_report(one, one.text.encode(), NOON)
        case.save_reading(Reading(one, "test/1"), NOON)


def place(case: CaseFile, one: Report, keys: list[int], *kinships: Kinship, listed: list[int] | None = None) -> None:
    """Place a report at the end of the lists of its keys, or of some of them."""
    lists = case.load_lists(keys if listed is None else listed)
    case.save_place(one.id, "m-1", keys, lists, kinships)


def under(case: CaseFile, key: int) -> list[str]:
    """The reports listed under a key."""
    found = (case.load_place(number) for number in case.load_lists([key])[key])
    return [each.report for each in found if each]


def test_a_report_is_found_under_its_keys_in_the_order_of_keeping() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1, 2**48 - 1])
        place(case, TWO, [1])
        assert (under(case, 1), under(case, 2**48 - 1), under(case, 5)) == ([ONE.id, TWO.id], [ONE.id], [])


def test_a_report_begins_a_family_or_joins_one() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1])
        first = case.find_place(ONE.id, "m-1")
        assert first is not None
        assert first == case.load_place(first.family) == Place(first.number, ONE.id, first.number, spun=False)
        case.save_place(TWO.id, "m-1", [1], {}, [TIE], first.family, spun=True)
        second = case.find_place(TWO.id, "m-1")
        assert second is not None
        assert (second.family, second.spun) == (first.number, True)
        assert case.find_place(TWO.id, "m-2") is None


def test_when_a_listed_report_goes_its_kin_that_was_left_out_takes_its_place() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1, 2, 3])
        place(case, TWO, [2, 3, 4], TIE, listed=[3, 4])
        case.remove_report(ONE.id)
        assert [under(case, key) for key in (1, 2, 3, 4)] == [[], [TWO.id], [TWO.id], [TWO.id]]


def test_no_stranger_takes_the_place_of_a_report_that_goes() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1])
        place(case, TWO, [1], listed=[])
        case.remove_report(ONE.id)
        assert under(case, 1) == []


def test_kinships_judged_anew_leave_the_place_as_it_is() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1])
        place(case, TWO, [1], TIE)
        case.save_kinships(TWO.id, [], spun=True)
        assert case.load_kinships(ONE.id) == []
        assert under(case, 1) == [ONE.id, TWO.id]
        known = case.find_place(TWO.id, "m-1")
        assert known is not None
        assert known.spun


def test_kinships_come_back_from_both_sides_and_as_ties() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, TWO, [1], TIE)
        assert case.load_kinships(ONE.id) == case.load_kinships(TWO.id) == [TIE]
        assert case.load_kinship(TIE.id) == TIE
        assert case.load_ties() == [Tie(TIE.id, TWO.id, ONE.id, "copy")]
        assert case.find_id(TIE.id[:8]).kind == "kinship"


def test_placing_a_report_again_forgets_its_former_kin() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, TWO, [1], TIE)
        place(case, TWO, [2])
        assert case.load_ties() == []
        assert (under(case, 1), under(case, 2)) == ([], [TWO.id])


def test_another_method_has_every_report_placed_again() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, ONE, [1])
        place(case, TWO, [1], TIE)
        assert case.load_unplaced("m-1") == []
        assert case.forget_other_methods("m-2") == 2
        assert sorted(case.load_unplaced("m-2")) == sorted([ONE.id, TWO.id])
        assert case.load_ties() == []
        assert case.forget_other_methods("m-2") == 0


def test_removing_a_report_removes_what_rested_on_it_and_says_what() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        place(case, TWO, [1], TIE)
        gone = case.remove_report(ONE.id)
        assert gone.kinships == (TIE.id,)
        assert case.load_report(ONE.id) is None
        assert case.load_raw(ONE.id) is None
        assert case.load_report(TWO.id) == TWO
        assert case.load_raw(TWO.id) == TWO.text.encode()
        assert case.load_ties() == []


def test_the_last_letter_counts_and_the_former_are_kept() -> None:
    with fresh_case() as case:
        first = Reliability("outlet:The Daily", "C", "A. Novak", "2024-11-04T12:00:00+00:00", "young paper")
        last = Reliability("outlet:The Daily", "B", "A. Novak", "2024-12-04T12:00:00+00:00")
        case.save_reliability(first)
        case.save_reliability(last)
        assert case.load_reliabilities() == [last]
        assert case.load_reliabilities(history=True) == [first, last]
