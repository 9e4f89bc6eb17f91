"""Families of kin and their likely first. Outlets and persons are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.model import Cite, Kinship, KinshipKind, Reason, Report, Shared
from foreigndesk.weighing.lineages import families, judge_lineage

FIRST = Report("r-1", "1.txt", "Envoys met.", outlet="Wire", published="2024-10-31T08:00:00+00:00")
COPY = Report("r-2", "2.txt", "Envoys met.", outlet="Paper", published="2024-10-31T09:00:00+00:00")
CUT = Report("r-3", "3.txt", "Envoys", outlet="Radio", published="2024-10-31T07:00:00+00:00")


def tie(debtor: Report, creditor: Report, kind: KinshipKind = KinshipKind.COPY) -> Kinship:
    shared = Shared(Cite(debtor.id, 0, 6), Cite(creditor.id, 0, 6))
    return Kinship(debtor.id, creditor.id, kind, 1.0, (shared,), (Reason("copy", "It is a copy."),))


def test_first_is_who_owes_nobody_even_if_another_is_dated_earlier() -> None:
    lineage = judge_lineage([CUT, COPY, FIRST], [tie(COPY, FIRST), tie(CUT, FIRST, KinshipKind.EXCERPT)])
    assert lineage.first == FIRST.id
    assert lineage.reports == ("r-1", "r-3", "r-2")
    assert lineage.reasons[0].rule == "owes-nobody"
    assert lineage.cites


def test_a_report_without_kin_is_a_lineage_of_itself_with_a_cite() -> None:
    lineage = judge_lineage([COPY], [])
    assert (lineage.reports, lineage.reasons[0].rule) == (("r-2",), "no-kin")
    assert lineage.cites == (Cite("r-2", 0, len(COPY.text)),)


def test_a_quotation_taken_over_ties_no_family() -> None:
    lineage = judge_lineage([FIRST, COPY], [tie(COPY, FIRST, KinshipKind.QUOTES)])
    assert lineage.kinships == ()


def test_of_reports_that_owe_each_other_the_earliest_is_first() -> None:
    lineage = judge_lineage([FIRST, COPY], [tie(COPY, FIRST), replace(tie(FIRST, COPY), kind=KinshipKind.REWRITE)])
    assert lineage.first == FIRST.id


def test_a_lineage_has_at_least_one_report() -> None:
    with pytest.raises(ValueError, match="at least one"):
        judge_lineage([], [])


PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


@given(PAIRS)
def test_families_share_no_report_and_hold_both_ends_of_every_tie(pairs: list[tuple[str, str]]) -> None:
    found = families(pairs)
    assert sum(map(len, found)) == len({one for pair in pairs for one in pair})
    assert all(any({one, other} <= family for family in found) for one, other in pairs)


@given(PAIRS, st.randoms())
def test_families_do_not_depend_on_the_order_of_ties(pairs: list[tuple[str, str]], random: object) -> None:
    mixed = list(pairs)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert families(mixed) == families(pairs)
