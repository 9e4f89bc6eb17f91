"""Kinship and letters kept in real case files. Papers and texts are invented."""

from __future__ import annotations

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.lineage import MOST_UNDER_A_BAND, Tie
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


def test_a_report_is_found_under_the_bands_it_was_placed_under() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        case.save_place(ONE.id, "m-1", [1, -(2**63), 2**63 - 1], [])
        assert case.load_band_mates([2**63 - 1, 5, -(2**63)]) == [[ONE.id], [ONE.id]]


def test_no_more_reports_are_looked_at_under_one_band_than_bound() -> None:
    with fresh_case() as case:
        many = [report(f"Text {n}.") for n in range(MOST_UNDER_A_BAND + 5)]
        keep(case, *many)
        for one in many:
            case.save_place(one.id, "m-1", [7], [])
        assert [len(mates) for mates in case.load_band_mates([7])] == [MOST_UNDER_A_BAND]


def test_kinships_come_back_from_both_sides_and_as_ties() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        case.save_place(TWO.id, "m-1", [1], [TIE])
        assert case.load_kinships(ONE.id) == case.load_kinships(TWO.id) == [TIE]
        assert case.load_kinship(TIE.id) == TIE
        assert case.load_ties() == [Tie(TIE.id, TWO.id, ONE.id, "copy")]
        assert case.find_id(TIE.id[:8]).kind == "kinship"


def test_placing_a_report_again_forgets_its_former_kin() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        case.save_place(TWO.id, "m-1", [1], [TIE])
        case.save_place(TWO.id, "m-1", [2], [])
        assert case.load_ties() == []
        assert case.load_band_mates([1, 2]) == [[TWO.id]]


def test_another_method_has_every_report_placed_again() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        case.save_place(ONE.id, "m-1", [1], [])
        case.save_place(TWO.id, "m-1", [1], [TIE])
        assert case.load_unplaced("m-1") == []
        assert case.forget_other_methods("m-2") == 2
        assert sorted(case.load_unplaced("m-2")) == sorted([ONE.id, TWO.id])
        assert case.load_ties() == []
        assert case.forget_other_methods("m-2") == 0


def test_removing_a_report_removes_what_rested_on_it_and_says_what() -> None:
    with fresh_case() as case:
        keep(case, ONE, TWO)
        case.save_place(TWO.id, "m-1", [1], [TIE])
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
