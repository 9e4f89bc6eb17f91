"""The record as Arrow tables."""

from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import given

from foreigndesk.model import Reading
from foreigndesk.showing.exports.frames import OF_READINGS, TABLES, frames, write_parquet
from tests.strategies import readings


@given(readings())
def test_each_finding_is_one_row_in_the_table_of_its_kind(reading: Reading) -> None:
    tables = frames([reading], [], lambda report: f"l-{report}")
    assert tuple(tables) == TABLES
    assert tables["reports"].num_rows == 1
    for name, (field, _, _) in OF_READINGS.items():
        assert tables[name].num_rows == len(getattr(reading, field))
        assert set(tables[name]["lineage"].to_pylist()) <= {f"l-{reading.report.id}"}


@given(readings())
def test_offsets_find_the_words_in_the_text(reading: Reading) -> None:
    text = reading.report.text
    for row in frames([reading], [], str)["events"].to_pylist():
        assert text[row["start"] : row["end"]] == row["trigger"]


def test_tables_without_rows_keep_their_columns(tmp_path: Path) -> None:
    for path in write_parquet(frames([], [], str), tmp_path / "new" / "tables"):
        table = pq.read_table(path)
        assert table.num_rows == 0
        assert table.schema.metadata[b"foreigndesk"]
    assert "speaker_actor" in pq.read_schema(tmp_path / "new" / "tables" / "statements.parquet").names
