"""A whole case as a zip, taken in by another desk."""

import json
import zipfile
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, StatementQuery, open_case
from foreigndesk.desk import review
from foreigndesk.desk.collect import collect
from foreigndesk.errors import CaseFileError
from foreigndesk.intake import Overrides
from foreigndesk.model import Force, Reliability
from tests.desk.clerk import Clerk

TEXT = "The minister said that talks would resume. A pilot said he saw nothing of the kind.\n"
ANA = review.Analyst("Ana Ortiz", "2026-11-30T09:00:00+00:00")
BEN = review.Analyst("Ben Okafor", "2026-11-30T10:00:00+00:00")


def case_of(folder: Path, name: str, *texts: str) -> Path:
    path = folder / f"{name}.db"
    with open_case(path, write=True) as case:
        for number, text in enumerate(texts):
            (folder / f"{name}-{number}.txt").write_text(text, encoding="utf-8")
            given = Overrides(outlet="Harbour Courier", published="2024-10-31")
            collect(case, [str(folder / f"{name}-{number}.txt")], given, Clerk(), lambda _: None)
    return path


def forces(case: CaseFile) -> list[Force]:
    return [one.statement.force for one in case.load_statements(StatementQuery())]


def packed(path: Path) -> Path:
    zipped = path.with_suffix(".zip")
    with open_case(path) as case:
        case.pack(zipped)
    return zipped


def test_a_case_comes_out_as_it_went_in(tmp_path: Path) -> None:
    first = case_of(tmp_path, "first", TEXT)
    with open_case(first, write=True) as case:
        review.edit(case, case.load_statements()[0].statement.id, {"force": "deny"}, ANA)
        case.save_reliability(Reliability("outlet:Harbour Courier", "C", "Ana Ortiz", ANA.moment))
        case.save_hypothesis("port", "an accident", "Ana Ortiz", ANA.moment)
        report = case.load_reports()[0]
        raw = case.load_raw(report.id)
        readings = list(case.load_readings())
    with open_case(tmp_path / "second.db", write=True) as case:
        done = case.merge(packed(first))
        assert (done.reports, done.known, done.acts, done.signed, done.boards) == (1, 0, 1, 1, ("port",))
        assert list(case.load_readings()) == readings
        assert case.load_raw(report.id) == raw
        assert case.load_original(report.id).statements[0].force is Force.ASSERT  # type: ignore[union-attr]
        assert [one.letter for one in case.load_reliabilities()] == ["C"]
        again = case.merge(first.with_suffix(".zip"))
        assert (again.reports, again.known, again.acts, again.signed, again.boards) == (0, 1, 0, 0, ())


def test_two_desks_that_merge_each_other_hold_the_same(tmp_path: Path) -> None:
    one, other = case_of(tmp_path, "one", TEXT), case_of(tmp_path, "other", TEXT, "A captain said the sea was calm.\n")
    with open_case(one, write=True) as case:
        review.edit(case, case.load_statements()[0].statement.id, {"force": "deny"}, ANA)
    with open_case(other, write=True) as case:
        first = next(each for each in case.load_statements() if "resume" in each.statement.words).statement
        review.edit(case, first.id, {"force": "doubt"}, BEN)
        case.save_hypothesis("port", "sabotage", "Ben Okafor", BEN.moment)
    with open_case(one, write=True) as case:
        case.save_hypothesis("port", "an accident", "Ana Ortiz", ANA.moment)
    mine, theirs = packed(one), packed(other)
    with open_case(one, write=True) as here, open_case(other, write=True) as there:
        here.merge(theirs)
        there.merge(mine)
        assert sorted(forces(here)) == sorted(forces(there)) == ["assert", "assert", "doubt"]
        assert {act.id for act in here.load_acts()} == {act.id for act in there.load_acts()}
        assert len(here.load_boards()) == len(there.load_boards()) == 2


def test_what_one_desk_has_undone_is_undone_at_the_other(tmp_path: Path) -> None:
    first = case_of(tmp_path, "first", TEXT)
    with open_case(first, write=True) as case:
        act = review.reject(case, case.load_statements()[0].statement.id, ANA)
    before = packed(first)
    with open_case(first, write=True) as case:
        review.undo(case, act.id, BEN)
    after = packed(first.rename(tmp_path / "later.db"))
    with open_case(tmp_path / "second.db", write=True) as case:
        case.merge(before)
        assert len(forces(case)) == 1
        case.merge(after)
        assert len(forces(case)) == 2
        assert [one.undone_by for one in case.load_acts()] == ["Ben Okafor"]


@pytest.mark.parametrize("damage", ["no zip", "other schema", "changed bytes", "other table", "no member"])
def test_a_damaged_zip_is_refused_as_a_whole(tmp_path: Path, damage: str) -> None:
    zipped = packed(case_of(tmp_path, "first", TEXT))
    members = {name: zipfile.ZipFile(zipped).read(name) for name in zipfile.ZipFile(zipped).namelist()}
    match damage:
        case "no zip":
            zipped.write_bytes(b"PK\x03\x04 not so")
        case "other schema":
            members["manifest.json"] = b'{"schema": "somebody.else/9"}'
        case "changed bytes":
            members[next(name for name in members if name.startswith("raw/"))] = b"something else"
        case "other table":
            members["signed.jsonl"] = json.dumps({"table": "reports", "row": {"id": "r-1"}}).encode()
        case _:
            del members["readings.jsonl"]
    if damage != "no zip":
        with zipfile.ZipFile(zipped, "w") as made:
            for name, content in members.items():
                made.writestr(name, content)
    with open_case(tmp_path / "second.db", write=True) as kept:
        with pytest.raises(CaseFileError):
            kept.merge(zipped)
        assert kept.counts().reports == 0
