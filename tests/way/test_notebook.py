"""The example notebook runs on a real case file, and its tables are what the case file holds."""

import runpy
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.desk.collect import collect
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_notebook_counts_lineages_and_leads_back_to_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = sorted((EXAMPLES / "reports").iterdir())[:4]
    path = tmp_path / "case.db"
    with open_case(path, write=True) as case:
        collect(case, [str(report) for report in reports], Overrides(), Reader(), lambda _: None)
        texts = {report.id: report.text for report in case.load_reports()}
    monkeypatch.setenv("FOREIGNDESK_CASE", str(path))
    app = runpy.run_path(str(EXAMPLES / "notebook.py"))["app"]
    _, made = app.run()
    assert (made["by_sourcing"]["lineages"] <= made["by_sourcing"]["statements"]).all()
    assert made["by_sourcing"]["statements"].sum() > 0
    assert len(made["between"]) > 0
    statements = made["statements"]
    for row in statements.itertuples():
        first = str(row.content).split(" … ", maxsplit=1)[0]
        start = int(row.start)
        assert texts[row.report][start : start + len(first)] == first
