"""What the workbench gives away as files."""

import io
import json
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foreigndesk.casefile import open_case
from foreigndesk.showing.exports.frames import TABLES
from tests.workbench.desk import MERIDIAN, Pages


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_in_every_form(pages: Pages, name: str) -> None:
    rows = json.loads(pages.client.get(f"/take/tables/{name}.json").content)
    parquet = pq.read_table(io.BytesIO(pages.client.get(f"/take/tables/{name}.parquet").content))
    assert parquet.to_pylist() == rows
    lines = pages.client.get(f"/take/tables/{name}.csv").text.splitlines()
    assert lines[0].split(",") == parquet.column_names
    assert len(lines) >= len(rows) + 1


@pytest.mark.parametrize(
    "name", ["network.graphml", "network.gexf", "reports.csl.json", "reports.bib", "entities.ftm.jsonl"]
)
def test_files_are_sent_to_be_kept_and_not_shown(pages: Pages, name: str) -> None:
    answer = pages.client.get(f"/take/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content


def test_the_whole_case_is_taken_in_by_another_desk(pages: Pages, tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    path.write_bytes(pages.client.get("/take/case.zip").content)
    assert "manifest.json" in zipfile.ZipFile(path).namelist()
    with open_case(tmp_path / "other.db", write=True) as other:
        other.merge(path)
        assert other.load_reading(MERIDIAN.report.id) is not None


def test_what_is_not_there_is_not_found(pages: Pages) -> None:
    for place in ("/take/passwords.txt", "/take/tables/raws.csv", "/take/tables/reports.exe", "/take/..%2Fcase.db"):
        pages.get(place, 404)
