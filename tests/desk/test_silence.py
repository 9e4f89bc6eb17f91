"""Silences, told and observed, asked of a real case file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.desk.collect import collect
from foreigndesk.desk.silence import silences
from foreigndesk.intake import Overrides
from foreigndesk.model import SilenceKind
from foreigndesk.reading.reader import Reader

TEXT = """Norwegian police arrested two Russian sailors in Tromso on Tuesday.

Russia's foreign ministry declined to comment on the arrests.
"""


def test_a_silence_that_a_report_tells_comes_with_its_cite(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    now = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
    with open_case(tmp_path / "case.db", write=True) as case:
        given = Overrides(published="2024-10-31", outlet="Fjord Wire")
        collect(case, [str(tmp_path / "one.txt")], given, Reader(), lambda _: None, now=now)
        found = silences(case)
        report = case.load_reports()[0]
    told = [one for one in found if one.kind is SilenceKind.REPORTED]
    assert [one.since for one in told] == ["2024-10-31"]
    assert "declined to comment" in report.text[told[0].cites[0].start : told[0].cites[0].end + 60]
