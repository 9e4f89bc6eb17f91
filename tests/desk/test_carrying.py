"""What was said of a report, proposed for its update: only where the words are the same, and never by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, StatementQuery, open_case
from foreigndesk.cli import main
from foreigndesk.desk import carrying, review
from foreigndesk.desk.collect import collect
from foreigndesk.errors import UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import Force, KinshipKind, Statement, Verdict
from tests.desk.clerk import Clerk
from tests.desk.test_review import ANA, LONG

SAID = "The harbour master Ilse Brandt said that the port would open on Friday. A pilot said that nobody had asked him."
BODY = f"{LONG}\n{SAID}\n"
UPDATED = "UPDATE: The crew of the carrier has gone ashore.\n\n" + BODY.replace("on Friday", "on Sunday")
BEN = review.Analyst("Ben Okafor", "2026-12-01T10:00:00+00:00")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with open_case(tmp_path / "case.db", write=True) as made:
        take_in(made, tmp_path / "first.txt", BODY, "2024-10-30")
        yield made


def take_in(case: CaseFile, file: Path, text: str, published: str) -> str:
    file.write_text(text, encoding="utf-8")
    collect(
        case, [str(file)], Overrides(outlet="Harbour Courier", published=published), Clerk("clerk/1"), lambda _: None
    )
    return max(case.load_reports(), key=lambda one: one.published or "").id


def told(case: CaseFile, words: str) -> Statement:
    """The statement with these words, in the report taken in last."""
    latest = max(case.load_reports(), key=lambda one: one.published or "").id
    query = StatementQuery(reports=frozenset({latest}))
    return next(one.statement for one in case.load_statements(query) if words in one.statement.words)


def update(case: CaseFile, tmp_path: Path) -> str:
    later = take_in(case, tmp_path / "second.txt", UPDATED, "2024-10-31")
    assert [tie.kind for tie in case.load_ties()] == [KinshipKind.UPDATE]
    return later


def test_what_was_changed_is_proposed_where_the_words_are_the_same(case: CaseFile, tmp_path: Path) -> None:
    pilot = told(case, "A pilot")
    review.edit(case, pilot.id, {"force": "deny", "speaker": "A pilot"}, ANA)
    review.edit(case, told(case, "Ilse Brandt").id, {"force": "promise"}, ANA)
    later = update(case, tmp_path)
    (proposal,) = carrying.proposals(case)
    assert (proposal.verdict, proposal.fields) == (Verdict.EDIT, ("force", "speaker"))
    assert (proposal.cite.report, proposal.words) == (later, pilot.words)
    assert told(case, "A pilot").force is Force.ASSERT, "nothing is carried by itself"
    act = carrying.carry(case, proposal.finding, BEN)
    carried = told(case, "A pilot")
    assert carried.force is Force.DENY
    assert carried.speaker.name == "A pilot"
    assert act.corrections[0].analyst == "Ben Okafor"
    assert "where Ana Ortiz said so on 2026-11-30" in carried.reasons[-1].sentence
    assert carrying.proposals(case) == []
    review.undo(case, act.id, BEN)
    assert told(case, "A pilot").force is Force.ASSERT
    assert len(carrying.proposals(case)) == 1


def test_what_was_found_wrong_or_right_is_proposed_as_such(case: CaseFile, tmp_path: Path) -> None:
    review.reject(case, told(case, "A pilot").id, ANA)
    update(case, tmp_path)
    (proposal,) = carrying.proposals(case)
    assert proposal.verdict is Verdict.REJECT
    carrying.carry(case, proposal.finding, BEN)
    with pytest.raises(StopIteration):
        told(case, "A pilot")


def test_a_changed_content_stands_in_its_place_in_the_update(case: CaseFile, tmp_path: Path) -> None:
    review.edit(case, told(case, "A pilot").id, {"content": "that nobody had asked him"}, ANA)
    update(case, tmp_path)
    carrying.carry(case, carrying.proposals(case)[0].finding, BEN)
    (passage,) = told(case, "nobody had asked").content
    assert UPDATED[passage.start : passage.end] == "that nobody had asked him"


def test_whatever_else_is_said_of_the_finding_ends_the_proposal(case: CaseFile, tmp_path: Path) -> None:
    review.edit(case, told(case, "A pilot").id, {"force": "deny"}, ANA)
    update(case, tmp_path)
    review.accept(case, told(case, "A pilot").id, BEN)
    assert carrying.proposals(case) == []


def test_what_was_undone_is_not_proposed_and_what_nobody_proposed_is_not_carried(
    case: CaseFile, tmp_path: Path
) -> None:
    act = review.reject(case, told(case, "A pilot").id, ANA)
    review.undo(case, act.id, ANA)
    update(case, tmp_path)
    assert carrying.proposals(case) == []
    with pytest.raises(UnknownId, match="nothing is proposed"):
        carrying.carry(case, told(case, "A pilot").id, BEN)


def test_the_command_lists_proposals_and_carries_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.db"
    with open_case(path, write=True) as case:
        take_in(case, tmp_path / "first.txt", BODY, "2024-10-30")
        review.edit(case, told(case, "A pilot").id, {"force": "deny"}, ANA)
        update(case, tmp_path)
        finding = carrying.proposals(case)[0].finding
    assert main(["review", "carry", "--case", str(path), "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert finding in out
    assert "Ana Ortiz changed force in r-" in out
    assert main(["review", "carry", finding, "--analyst", "Ben", "--case", str(path)]) == 0
    with open_case(path) as case:
        assert told(case, "A pilot").force is Force.DENY
