"""Where two actors stand, from a case file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.desk.collect import collect
from foreigndesk.desk.relation import relation
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader
from foreigndesk.weighing.relations import Step

TEXT = """Norwegian police arrested two Russian sailors in Tromso on Tuesday.

Russia said on Wednesday that Norway had no right to do so.
"""


def test_events_and_statements_between_two_states_make_their_relation(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    now = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
    with open_case(tmp_path / "case.db", write=True) as case:
        given = Overrides(published="2024-10-31", outlet="Fjord Wire")
        collect(case, [str(tmp_path / "one.txt")], given, Reader(), lambda _: None, now=now)
        found = relation(case, "Norway", "Russia", Step.WEEK)
    (point,) = found.points
    assert (point.start, point.reports, point.hostile) == ("2024-10-28", 1, point.events)
    assert point.events >= 1
    assert point.statements >= 1
    assert (found.one, found.other) == ("Norway", "Russia")
