"""The commands `watch` and `silences`."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from foreigndesk.casefile import open_case
from foreigndesk.cli.watch import silences, watch
from foreigndesk.desk.collect import collect
from foreigndesk.intake import Overrides
from foreigndesk.reading.reader import Reader

TEXT = "Sweden will close the strait by March 12, the colonel Ivar Lund said.\n"


@pytest.fixture
def case(tmp_path: Path) -> str:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    now = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
    with open_case(tmp_path / "case.db", write=True) as kept:
        given = Overrides(published="2025-03-07", outlet="Fjord Wire")
        collect(kept, [str(tmp_path / "one.txt")], given, Reader(), lambda _: None, now=now)
    return str(tmp_path / "case.db")


def test_a_forecast_is_listed_confirmed_and_counted(case: str) -> None:
    run = CliRunner().invoke
    (row,) = json.loads(run(watch, ["--case", case, "--on", "2025-04-01", "--format", "json"]).stdout)
    assert (row["speaker"], row["due"], row["proposed"]) == ("Ivar Lund", "2025-03-12", "lapsed")
    said = run(watch, ["confirm", row["forecast"], "come about", "--analyst", "ada", "--case", case])
    assert said.stdout == f"{row['forecast']}: come about, says ada\n"
    (account,) = json.loads(run(watch, ["--ledger", "--case", case, "--format", "json"]).stdout)
    assert (account["come_about"], account["confirmed"]) == (1, 1)


@pytest.mark.parametrize("form", ["table", "md", "csv", "json"])
def test_silences_are_told_in_every_format(case: str, form: str) -> None:
    result = CliRunner().invoke(silences, ["--about", "Norway", "--case", case, "--format", form])
    assert result.exit_code == 0, result.output
    assert "not in this case file" in result.stdout or "Norway" in result.stdout
