"""What rests on a report, asked of a real case file. People and outlets are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.desk import ach, answer, claims
from foreigndesk.desk.gathering import METHOD, gather
from foreigndesk.desk.withdraw import withdrawn
from foreigndesk.errors import UnknownId
from foreigndesk.model import Effect, Force, Kinship, KinshipKind, Reading, Resting, SourcingKind, Withdrawal
from foreigndesk.showing.listings.withdrawal import list_withdrawal, show_direct
from foreigndesk.showing.tables import Format, show_table
from tests.desk.scribe import Line, reading_of
from tests.desk.test_gathering import CLOSED, DENIED, MORE, PLAIN, PORTS, TROOPS, keep

FIRST = reading_of([TROOPS, PORTS], "Fjord Wire", "2024-10-01")
SECOND = reading_of([MORE], "Lake Post", "2024-10-02")
AGAINST = reading_of([DENIED], "Radio North", "2024-10-03")
HARBOUR = reading_of([CLOSED], "Quay Times", "2024-10-04")
DEED = reading_of([PLAIN], "Ferry News", "2024-10-04")
EVERY = (FIRST, SECOND, AGAINST, HARBOUR, DEED)


def without(folder: Path, gone: Reading, readings: tuple[Reading, ...] = EVERY, *ties: Kinship) -> Withdrawal:
    """What rests on a report, asked twice: the case file and the answer stay as they are."""
    path = folder / "case.db"
    with open_case(path, write=True) as case:
        for reading in readings:
            keep(case, reading)
        for tie in ties:
            case.save_place(tie.debtor, "by hand", [], {}, [tie])
        gather(case)
    before = path.read_bytes()
    with open_case(path) as case:
        kept = claims.claims(case)
        found = withdrawn(case, gone.report.id[:8])
        assert claims.claims(case) == kept
        assert withdrawn(case, gone.report.id) == found
        assert case.gathering.is_gathered(METHOD)
    assert path.read_bytes() == before
    return found


def of_kind(withdrawal: Withdrawal, kind: Resting) -> list[Effect]:
    return [effect for effect in withdrawal.effects if effect.kind is kind]


def test_what_is_read_in_a_report_goes_with_it(tmp_path: Path) -> None:
    found = without(tmp_path, FIRST)
    told = of_kind(found, Resting.STATEMENT)
    assert {effect.id for effect in told} == {one.id for one in FIRST.statements}
    assert all(effect.after == "" and effect.cites[0].report == FIRST.report.id for effect in told)


def test_a_claim_loses_a_voice_and_its_words(tmp_path: Path) -> None:
    troops = next(e for e in of_kind(without(tmp_path, FIRST), Resting.CLAIM) if "soldiers" in e.words)
    assert troops.words == TROOPS.words
    assert troops.before == "3 voices in 3 reports"
    assert troops.after == f"2 voices in 2 reports, in the words “{MORE.words}”"


def test_a_claim_that_nobody_else_tells_is_gone(tmp_path: Path) -> None:
    (alone,) = of_kind(without(tmp_path, FIRST, (FIRST,)), Resting.CLAIM)[:1]
    assert alone.after == ""


def test_a_contest_ends_with_the_only_one_who_denies(tmp_path: Path) -> None:
    (ended,) = of_kind(without(tmp_path, AGAINST), Resting.CONTEST)
    assert (ended.before, ended.after) == ("2 assert, 1 deny", "")
    assert [cite.report for cite in ended.cites] == [AGAINST.report.id]


def test_nothing_is_told_of_a_claim_that_the_report_has_no_part_in(tmp_path: Path) -> None:
    assert not any("soldiers" in effect.words for effect in without(tmp_path, HARBOUR).effects)


def test_a_family_has_another_first(tmp_path: Path) -> None:
    copy = reading_of([TROOPS, PORTS], "Lake Post", "2024-10-02")
    tie = Kinship(copy.report.id, FIRST.report.id, KinshipKind.COPY, 1.0, (), ())
    found = without(tmp_path, FIRST, (FIRST, copy), tie)
    (family,) = of_kind(found, Resting.LINEAGE)
    assert family.before == f"2 reports, first {FIRST.report.id}"
    assert family.after == f"1 report, first {copy.report.id}"
    assert [effect.id for effect in of_kind(found, Resting.KINSHIP)] == [tie.id]


def test_evidence_on_a_board_loses_what_it_rests_on(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with open_case(path, write=True) as case:
        keep(case, FIRST)
        ach.suppose(case, "troops", "They were sent", "A. Novak")
        ach.adduce(case, "troops", FIRST.statements[0].id, "A. Novak")
    with open_case(path) as case:
        (item,) = of_kind(withdrawn(case, FIRST.report.id), Resting.EVIDENCE)
    assert item.id == FIRST.statements[0].id
    assert "resting on nothing" in item.after


def test_a_grade_changes_where_one_voice_is_left(tmp_path: Path) -> None:
    lines = [Line(TROOPS.words, speaker, Force.ASSERT, SourcingKind.NAMED) for speaker in ("Ana Lund", "Ivo Kern")]
    one, other = (reading_of([line], outlet, "2024-10-01") for line, outlet in zip(lines, "AB", strict=True))
    (graded,) = of_kind(without(tmp_path, one, (one, other)), Resting.GRADE)
    assert (graded.before, graded.after) == ("F1", "F6")


def test_removing_a_report_leaves_what_was_foretold(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    foretold = {effect.id for effect in of_kind(without(tmp_path, FIRST), Resting.CLAIM) if not effect.after}
    with open_case(path, write=True) as case:
        case.remove_report(FIRST.report.id)
        gather(case)
        left = claims.claims(case, claims.Asked(single=True))
    assert foretold.isdisjoint(claim.id for claim in left)
    assert next(claim for claim in left if "troops" in claim.words).words == MORE.words


def test_another_thing_than_a_report_cannot_be_withdrawn(tmp_path: Path) -> None:
    without(tmp_path, FIRST, (FIRST,))
    with open_case(tmp_path / "case.db") as case, pytest.raises(UnknownId, match="not a report"):
        withdrawn(case, FIRST.statements[0].id)


def test_it_is_listed_in_every_form(tmp_path: Path) -> None:
    found = without(tmp_path, FIRST)
    with open_case(tmp_path / "case.db") as case:
        labels = answer.labels(case, (cite.report for effect in found.effects for cite in effect.cites))
    assert show_direct(found) == f"With {FIRST.report.id} go 2 statements, 0 events, 0 forecasts."
    rows = show_table(list_withdrawal(found, labels), Format.CSV)
    short = show_table(list_withdrawal(found, labels, every=False), Format.MD)
    assert FIRST.statements[0].id in rows
    assert FIRST.statements[0].id not in short
    assert "gone" in rows
    assert '"effects":' in show_table(list_withdrawal(found, labels), Format.JSON)
