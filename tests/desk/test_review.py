"""What an analyst says of findings: kept, laid over what is read, taken back, never lost."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, StatementQuery, open_case
from foreigndesk.desk import review
from foreigndesk.desk.collect import collect
from foreigndesk.errors import DeskError, UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import Force, SourcingKind, Statement
from tests.desk.clerk import Clerk

TEXT = (
    "The minister said that talks would resume. A spokesman said no talks were planned, and a pilot said he saw"
    " nothing.\n\nThe port was calm. Ilse Brandt of the pilots' union warned of a strike.\n"
)
LONG = """\
The harbour of Vastholm stayed shut for a third day after the storm tore two cranes from their rails.

Dockers gathered at the northern mole in the morning and left before noon without a word to the board. The board had
offered them double wages for the night shift, but nobody came to the gate when the sirens went at ten.

A grain carrier under the flag of Malta drifted towards the shoals and was caught by tugs a mile from the lighthouse.
Its crew of nineteen is well. Insurers put the damage at four million crowns, a sum that the owners call far too low.

The town council meets again on Thursday to hear the harbour master, whose report on the cranes has been due since May.
"""
ANA = review.Analyst("Ana Ortiz", "2026-11-30T09:00:00+00:00")
BEN = review.Analyst("Ben Okafor", "2026-11-30T10:00:00+00:00")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, report: Path) -> Iterator[CaseFile]:
    with open_case(tmp_path / "case.db", write=True) as made:
        read_by(made, report, "clerk/1")
        yield made


def read_by(case: CaseFile, report: Path, version: str, outlet: str | None = None) -> None:
    collect(case, [str(report)], Overrides(outlet=outlet), Clerk(version), lambda _: None)


def told(case: CaseFile) -> list[Statement]:
    return [one.statement for one in case.load_statements(StatementQuery())]


def test_an_edited_speaker_is_what_every_listing_shows(case: CaseFile) -> None:
    first = told(case)[0]
    review.edit(case, first.id, {"speaker": "Wang Yi", "force": "deny", "sourcing": "named"}, ANA)
    edited = told(case)[0]
    assert (edited.speaker.actor, edited.force, edited.sourcing.kind) == ("wang-yi", Force.DENY, SourcingKind.NAMED)
    assert edited.reasons[-1].sentence == "Ana Ortiz changed speaker and force and sourcing on 2026-11-30."
    assert case.load_statements(StatementQuery(force=Force.DENY))[0].statement == edited


def test_corrections_survive_another_reader(case: CaseFile, report: Path) -> None:
    first, second = told(case)
    review.edit(case, first.id, {"force": "deny"}, ANA)
    review.reject(case, second.id, ANA)
    read_by(case, report, "clerk/2")
    assert case.readers() == {"clerk/2": 1}
    assert [one.force for one in told(case)] == [Force.DENY]


def test_corrections_follow_a_report_that_gets_another_outlet(case: CaseFile, report: Path) -> None:
    review.reject(case, told(case)[1].id, ANA)
    read_by(case, report, "clerk/1", outlet="Harbour Courier")
    assert [report.outlet for report in case.load_reports()] == ["Harbour Courier"]
    assert len(told(case)) == 1


def test_what_is_undone_is_as_it_was_and_stays_on_record(case: CaseFile) -> None:
    before = told(case)
    act = review.reject(case, before[0].id, ANA, note="a heading")
    assert len(told(case)) == 1
    undone = review.undo(case, act.id, BEN)
    assert told(case) == before
    assert (undone.undone_by, undone.undone) == ("Ben Okafor", BEN.moment)
    assert [one.id for one in case.load_acts()] == [act.id]
    with pytest.raises(UnknownId):
        review.undo(case, act.id, BEN)


def test_the_last_of_two_analysts_counts(case: CaseFile) -> None:
    first = told(case)[0]
    review.edit(case, first.id, {"force": "deny"}, ANA)
    review.edit(case, first.id, {"force": "doubt"}, BEN)
    assert told(case)[0].force is Force.DOUBT
    review.reject(case, first.id, ANA)
    review.accept(case, first.id, review.Analyst("Ben Okafor", "2026-11-30T11:00:00+00:00"))
    assert told(case)[0].force is Force.DOUBT


def test_a_statement_is_split_into_its_parts_and_the_parts_become_one_again(case: CaseFile) -> None:
    second = told(case)[1]
    act = review.split(case, second.id, ["no talks were planned", "he saw nothing"], ANA)
    parts = [one for one in told(case) if one.words in {"no talks were planned", "he saw nothing"}]
    assert len(parts) == 2
    assert second.id not in {one.id for one in told(case)}
    review.merge(case, [one.id for one in parts], BEN)
    assert [one.words for one in told(case)][1:] == ["no talks were planned … he saw nothing"]
    review.undo(case, case.load_acts()[0].id, BEN)
    review.undo(case, act.id, ANA)
    assert second.id in {one.id for one in told(case)}


def test_an_added_statement_is_found_by_its_words(case: CaseFile) -> None:
    fields = {"content": "warned of a strike", "speaker": "Ilse Brandt", "force": "predict"}
    review.add_statement(case, case.load_reports()[0].id, fields, ANA)
    found = case.load_statements(StatementQuery(text="strike"))
    assert [(one.statement.speaker.name, one.statement.force) for one in found] == [("Ilse Brandt", Force.PREDICT)]
    with pytest.raises(DeskError, match="stands there already"):
        review.add_statement(case, case.load_reports()[0].id, fields, BEN)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"force": "shout"}, "none of them"),
        ({"content": "the moon"}, "does not stand"),
        ({"content": "said"}, "more than once"),
        ({"content": "0-99999"}, "no stretch"),
        ({"when": "Tuesday"}, "no date"),
        ({"colour": "red"}, "no field"),
        ({}, "nothing to change"),
    ],
)
def test_a_wrong_edit_says_why_and_changes_nothing(case: CaseFile, fields: dict[str, str], why: str) -> None:
    before = told(case)
    with pytest.raises(DeskError, match=why):
        review.edit(case, before[0].id, fields, ANA)
    assert told(case) == before
    assert case.load_acts() == []


def test_a_rejected_kinship_makes_no_family(case: CaseFile, tmp_path: Path) -> None:
    for name, outlet in (("one", "Courier"), ("two", "Ledger")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{LONG}\n({outlet})\n", encoding="utf-8")
        read_by(case, path, "clerk/1", outlet=outlet)
    (tie,) = case.load_ties()
    act = review.reject(case, tie.id, ANA)
    assert case.load_ties() == []
    review.undo(case, act.id, ANA)
    review.edit(case, tie.id, {"kind": "rewrite"}, ANA)
    assert [one.kind for one in case.load_ties()] == ["rewrite"]
    assert case.load_kinship(tie.id).reasons[-1].rule == "review"  # type: ignore[union-attr]


def test_corrections_outlast_their_report(case: CaseFile, report: Path) -> None:
    first = told(case)[0]
    review.reject(case, first.id, ANA)
    case.remove_report(case.load_reports()[0].id)
    assert told(case) == []
    read_by(case, report, "clerk/1")
    assert first.id not in {one.id for one in told(case)}


def test_a_correction_is_signed() -> None:
    with pytest.raises(DeskError, match="signed"):
        review.analyst("  ")
    assert review.analyst("Ana", dt.datetime(2026, 1, 2, tzinfo=dt.UTC)).moment == "2026-01-02T00:00:00+00:00"
