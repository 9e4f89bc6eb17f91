"""The commands `export` and `merge`."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

import foreigndesk
from foreigndesk.casefile import open_case
from foreigndesk.cli import desk
from foreigndesk.desk.collect import collect
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader

TEXT = (
    "China's foreign minister Wang Yi met his South Korean counterpart in Seoul on Tuesday, officials said.\n\n"
    "Russia sent food aid to North Korea in May, and Beijing criticised Tokyo on Monday.\n"
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    with open_case(folder / "case.db", write=True) as kept:
        given = Overrides(published="2024-10-31", outlet="Fjord Wire")
        collect(kept, [str(folder / "one.txt")], given, Reader(), lambda _: None)
    return str(folder / "case.db")


def export(case: str, *words: str) -> Result:
    return CliRunner().invoke(desk, ["export", *words, "--case", case])


def test_the_network_holds_those_who_did_something_to_each_other(case: str) -> None:
    root = ET.fromstring(export(case, "graphml").stdout)
    ends = {(one.get("source"), one.get("target")) for one in root.iter() if one.tag.endswith("}edge")}
    assert ("RUS", "PRK") in ends
    only = ET.fromstring(export(case, "gexf", "--actor", "Japan").stdout)
    assert all("JPN" in (one.get("source"), one.get("target")) for one in only.iter() if one.tag.endswith("}edge"))


@pytest.mark.parametrize(("layout", "begins"), [("csl", "["), ("bibtex", "@misc{r-"), ("ftm", '{"id"')])
def test_text_goes_to_standard_output_or_to_a_file(case: str, tmp_path: Path, layout: str, begins: str) -> None:
    out = tmp_path / "out"
    text = export(case, layout).stdout
    assert text.startswith(begins)
    assert export(case, layout, "--out", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8") == text


def test_parquet_files_hold_what_python_gets_in_one_line(case: str, tmp_path: Path) -> None:
    assert export(case, "parquet", "--out", str(tmp_path / "tables")).exit_code == 0
    tables = foreigndesk.tables(case)
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(tables)
    for name, table in tables.items():
        assert pq.read_table(tmp_path / "tables" / f"{name}.parquet").to_pylist() == table.to_pylist()
    assert len(tables["events"].to_pandas()) > 0


def test_a_packed_case_is_merged_and_placed(case: str, tmp_path: Path) -> None:
    zipped = str(tmp_path / "case.zip")
    assert export(case, "case", "--out", zipped).exit_code == 0
    other = str(tmp_path / "other.db")
    said = CliRunner().invoke(desk, ["merge", zipped, "--case", other])
    assert said.stdout == "1 reports new, 0 known; 0 acts of review and 0 signed words added\n"
    mine, theirs = (json.loads(export(one, "plover").stdout.splitlines()[0]) for one in (case, other))
    assert mine == theirs


def test_what_is_no_text_needs_a_place(case: str) -> None:
    result = export(case, "parquet")
    assert result.exit_code == 2
    assert "--out" in result.stderr
