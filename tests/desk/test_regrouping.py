"""Claims as analysts regroup them."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import claims, review
from foreigndesk.desk.claims import Asked
from foreigndesk.errors import DeskError
from foreigndesk.model import Claim, Stance
from tests.desk.test_claims import case_path

__all__ = ["case_path"]

ANA = review.Analyst("Ana Ortiz", "2026-11-30T09:00:00+00:00")
BEN = review.Analyst("Ben Okafor", "2026-11-30T10:00:00+00:00")


@pytest.fixture
def case(case_path: Path, tmp_path: Path) -> Iterator[CaseFile]:
    with open_case(Path(copy(case_path, tmp_path / "case.db")), write=True) as kept:
        yield kept


def cable(case: CaseFile) -> Claim:
    return next(claim for claim in claims.claims(case) if len(claim.positions) == 3)


def test_a_statement_taken_out_of_a_claim_no_longer_contests_it(case: CaseFile) -> None:
    claim = cable(case)
    denial = next(one for one in claim.positions if one.stance is Stance.DENY)
    act = review.take_out(case, claim.id, [denial.statement], ANA, note="another cable")
    found = claims.claim_of(case, claim.id)
    assert {one.statement for one in found.positions} == {one.statement for one in claim.positions} - {denial.statement}
    assert claims.contests(case) == []
    assert found.reasons[-1].sentence == "Ana Ortiz took 1 statement out of it on 2026-11-30. another cable"
    review.undo(case, act.id, BEN)
    assert cable(case).positions == claim.positions
    assert len(claims.contests(case)) == 1


def test_two_claims_are_made_one_and_their_voices_with_them(case: CaseFile) -> None:
    claim = cable(case)
    other = next(one for one in claims.claims(case, Asked(single=True)) if one.id != claim.id)
    review.put_together(case, claim.id, other.id, ANA)
    found = claims.claim_of(case, claim.id)
    assert {one.statement for one in found.positions} == {
        one.statement for each in (claim, other) for one in each.positions
    }
    assert other.id not in {one.id for one in claims.claims(case, Asked(single=True))}


def test_a_claim_whose_words_were_taken_out_is_told_in_others(case: CaseFile) -> None:
    claim = cable(case)
    said = next(one for one in claim.positions if one.cite == claim.cite)
    review.take_out(case, claim.id, [said.statement], ANA)
    found = claims.claim_of(case, claim.id)
    assert found.cite != claim.cite
    report = case.load_report(found.cite.report)
    assert report is not None
    assert found.words == report.text[found.cite.start : found.cite.end]


def test_what_does_not_tell_a_claim_cannot_be_taken_out(case: CaseFile) -> None:
    with pytest.raises(DeskError, match="not all of these tell"):
        review.take_out(case, cable(case).id, ["s-ffffffffffff"], ANA)
    with pytest.raises(DeskError, match="one claim"):
        review.put_together(case, cable(case).id, cable(case).id, ANA)
