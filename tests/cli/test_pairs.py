import json
from pathlib import Path

import pytest

from foreigndesk.cli.pairs import COLUMNS, code_pairs


def run(path: Path, *options: str) -> object:
    return code_pairs.main([*options, str(path)], standalone_mode=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text("marked_sentence\n<s>Ghana</s> condemned <t>Togo</t>.\nno marks\n", encoding="utf-8")
    return path


def test_each_row_that_goes_in_comes_out_in_its_place(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(table) == 0
    head, coded, bad = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert tuple(head) == COLUMNS
    assert (coded[0], coded[1], coded[2]) == ("2", "ACCUSE", "3")
    assert (bad[0], bad[1], bad[-1]) == ("3", "", "nobody is marked")


def test_a_bad_row_is_told_with_its_line(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(table)
    assert "line 3: nobody is marked" in capsys.readouterr().err


def test_json_lines_have_the_same_fields(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(table, "--jsonl")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [tuple(row) for row in rows] == [COLUMNS, COLUMNS]
    assert (rows[0]["actor"], rows[0]["recipient"], rows[0]["error"]) == ("Ghana", "Togo", None)


def test_a_table_of_bad_rows_alone_ends_with_status_1(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("marked_sentence\nno marks\n", encoding="utf-8")
    assert run(path) == 1


def test_the_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    code_pairs.main(["--help"], standalone_mode=False)
    assert "foreigndesk code-pairs pairs.tsv > coded.tsv" in capsys.readouterr().out
