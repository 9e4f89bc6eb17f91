"""The commands of review, from the queue to gold."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foreigndesk.casefile import open_case
from foreigndesk.cli import desk
from foreigndesk.desk.collect import collect
from foreigndesk.intake import Overrides
from tests.desk.clerk import Clerk

TEXT = "The minister said that talks would resume. A pilot said he saw nothing, and Ilse Brandt warned of a strike.\n"


@pytest.fixture
def case(tmp_path: Path) -> str:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    with open_case(tmp_path / "case.db", write=True) as kept:
        collect(kept, [str(tmp_path / "one.txt")], Overrides(), Clerk(), lambda _: None)
    return str(tmp_path / "case.db")


def run(case: str, *words: str) -> Result:
    return CliRunner().invoke(desk, ["review", *words, "--case", case])


def rows(case: str, *words: str) -> list[dict[str, object]]:
    found = json.loads(run(case, *words, "--format", "json").stdout)
    assert isinstance(found, list)
    return found


def test_what_is_reviewed_leaves_the_queue_and_is_counted(case: str) -> None:
    first, second = (str(row["finding"]) for row in rows(case))
    assert run(case, "accept", first, "--analyst", "Ana").exit_code == 0
    assert run(case, "edit", second, "--set", "force=deny", "--analyst", "Ana").exit_code == 0
    assert run(case, "reject", first, "--analyst", "Ben", "--note", "no one is named").exit_code == 0
    assert rows(case) == []
    desk_row, pair = rows(case, "agreement")
    assert (desk_row["changed"], desk_row["wrong"], desk_row["fields"]) == (1, 1, [["force", 1]])
    assert (pair["one"], pair["other"], pair["both"], pair["alike"]) == ("Ana", "Ben", 1, 0.0)


def test_every_act_can_be_taken_back_by_the_id_it_printed(case: str) -> None:
    finding = str(rows(case)[0]["finding"])
    said = run(case, "reject", finding, "--analyst", "Ana").stdout
    act = said.split(":")[0]
    assert said == f"{act}: rejected statement {finding} (take it back: foreigndesk review undo {act})\n"
    assert run(case, "undo", act, "--analyst", "Ben").stdout == f"{act}: taken back by Ben\n"
    assert finding in {row["finding"] for row in rows(case)}
    assert [row["undone_by"] for row in rows(case, "log")] == ["Ben"]


def test_gold_is_what_analysts_left_also_as_brat(case: str, tmp_path: Path) -> None:
    report = json.loads(CliRunner().invoke(desk, ["reports", "--case", case, "--format", "json"]).stdout)[0]["id"]
    fields = ("--set", "content=warned of a strike", "--set", "speaker=Ilse Brandt")
    assert run(case, "add", report, *fields, "--analyst", "Ana").exit_code == 0
    reading = json.loads(run(case, "gold").stdout)
    assert [one["speaker"]["name"] for one in reading["statements"]][-1] == "Ilse Brandt"
    assert run(case, "gold", "--brat", str(tmp_path / "gold")).exit_code == 0
    assert run(case, "gold", "--whole").stdout == ""
    marks = (tmp_path / "gold" / f"{report}.ann").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1:] for line in marks[-4:-1]] == [
        ["Content 88 106", "warned of a strike"],
        ["Source 76 87", "Ilse Brandt"],
        ["Attribution 88 106", "warned of a strike"],
    ]
    assert marks[-1].startswith("E3\tAttribution:T")


@pytest.mark.parametrize(
    ("words", "status"),
    [(("edit", "s-", "--set", "force"), 2), (("accept", "s-ffffffffffff"), 1), (("undo", "a-ffffffffffff"), 1)],
)
def test_a_wrong_call_has_a_status_of_its_own(case: str, words: tuple[str, ...], status: int) -> None:
    result = run(case, *words)
    assert (2 if result.exit_code == 2 else 1) == status
    assert json.loads(run(case, "log", "--format", "json").stdout) == []
