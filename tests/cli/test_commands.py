"""The command line, called as people and scripts call it. People and papers in the reports are invented."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from docs import generate
from foreigndesk.casefile import open_case
from foreigndesk.cli import STOPPED, desk, main
from foreigndesk.model import READING_SCHEMA

REPORT = """Envoys meet in Geneva

GENEVA, Oct. 31, 2024 — Envoys of China and Japan met in Geneva on Tuesday, the Chinese Foreign Ministry said.

Japan imposed sanctions on three shipping firms in North Korea on Monday.

“We may meet again before winter,” said Edda Thorne, a spokeswoman for the talks.
"""
OTHER = """Talks go on

TOKYO, Nov. 2, 2024 — Japan denied that the talks with China had failed, a senior official said on Saturday.
"""

Call = Callable[..., tuple[int, str, str]]  # exit status, standard output, standard error

COMMANDS = sorted(desk.commands)
LISTINGS = ("reports", "statements", "events", "actors", "timeline", "setbacks", "brief")
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "100"}


def run(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "foreigndesk", *args]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file with two reports and one setback, made by the command itself."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in" / "geneva.txt").write_text(REPORT, encoding="utf-8")
    (folder / "in" / "tokyo.txt").write_text(OTHER, encoding="utf-8")
    (folder / "in" / "empty.txt").write_bytes(b"")
    assert main(["collect", str(folder / "in"), "--case", str(folder / "case.db")]) == 0
    return folder / "case.db"


@pytest.fixture
def call(case: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call a command on the case file: exit status, standard output, standard error."""

    def called(*args: str) -> tuple[int, str, str]:
        status = main([*args, "--case", str(case)])
        out, err = capsys.readouterr()
        return status, out, err

    return called


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# -- help --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Example" in shown
    assert f"  foreigndesk {command}" in shown.partition("Example")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(command: str) -> None:
    options = [one for one in desk.commands[command].params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("--help", {"rich", "msgspec", "sqlite3", "numpy", "foreigndesk.desk"}),
        ("statements", {"rich.console", "jinja2", "numpy"}),
        ("brief", {"jinja2"}),  # counting voices compares texts as arrays
        ("show", {"jinja2", "numpy"}),
    ],
)
def test_what_needs_no_parser_does_not_wait_for_one(case: Path, command: str, unwanted: set[str]) -> None:
    script = "import sys; from foreigndesk.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    args = [command] if command == "--help" else [command, *(["r-"] if command == "show" else []), "--case", str(case)]
    done = subprocess.run([sys.executable, "-c", script, *args], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & (unwanted | {"spacy", "trafilatura", "onnxruntime", "lxml"})


def test_the_version_is_that_of_desk_and_reader(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("foreigndesk 0.")
    assert second.startswith("reader ")


@pytest.mark.parametrize("page", ["cli.md", "reading.schema.json"])
def test_the_generated_pages_are_current(page: str) -> None:
    kept = (Path(generate.__file__).parent / page).read_text(encoding="utf-8")
    assert kept == generate.pages()[page], "run `make docs`"


# -- taking in ---------------------------------------------------------------------------------------------------------


def test_collect_tells_each_report_and_the_sum(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collect", str(case.parent / "in"), "--case", str(case)]) == 0
    out, err = capsys.readouterr()
    assert out == "0 new reports, 2 known, 0 read again; 1 setback: see foreigndesk setbacks\n"
    assert [line.split()[0] for line in err.splitlines()] == ["setback", "known", "known"]


def test_collect_as_data_is_one_row(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collect", str(case.parent / "in" / "geneva.txt"), "--case", str(case), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"new": 0, "known": 1, "reread": 0, "setbacks": 0}]


def test_where_nothing_could_be_read_the_status_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for command in (["collect", "--case", str(tmp_path / "case.db")], ["read"]):
        assert main([command[0], str(tmp_path / "empty.txt"), *command[1:]]) == 1
        assert "empty.txt" in capsys.readouterr().err


def test_read_writes_one_documented_reading_a_line(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(case.parent / "in")]) == 0
    out, err = capsys.readouterr()
    readings = [json.loads(line) for line in out.splitlines()]
    assert [reading["schema"] for reading in readings] == [READING_SCHEMA] * 2
    assert [reading["report"]["published"][:10] for reading in readings] == ["2024-10-31", "2024-11-02"]
    assert "empty.txt" in err


def test_read_as_json_is_one_list(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(case.parent / "in"), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_schema_is_that_of_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$defs"]["Reading"]["properties"]["schema"]["const"] == READING_SCHEMA


def test_ctrl_c_leaves_a_sound_case_file_and_one_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"headline": f"Talk {n}", "text": f"{REPORT} Round {n}.", "published": "2024-10-31"})
        for n in range(400)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "foreigndesk", "collect", "many.jsonl", "--case", "case.db"]
    running = subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    told = [running.stderr.readline() for _ in range(2)]
    running.send_signal(signal.SIGINT)
    _, rest = running.communicate(timeout=60)
    assert running.returncode == STOPPED
    assert [line.split()[0] for line in told] == ["new", "new"]
    last = [line for line in rest.splitlines() if not line.startswith("new ")]
    assert last == ["foreigndesk: stopped; every report finished before is kept in case.db"]
    with open_case(tmp_path / "case.db") as kept:
        reports = kept.load_reports()
        assert 2 <= len(reports) < 400
        assert all(kept.load_reading(report.id) is not None for report in reports)


# -- listings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", LISTINGS)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_listing_has_every_format(call: Call, command: str, form: str) -> None:
    status, out, _ = call(command, "--format", form)
    assert status == 0
    if form == "json":
        json.loads(out)
    elif form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
    elif form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(out))}) == 1
    assert out.endswith("\n")
    assert "\x1b" not in out


def test_ids_are_stable_across_runs(call: Call, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = tmp_path / "again.db"
    assert main(["collect", str(case.parent / "in"), "--case", str(again)]) == 0
    capsys.readouterr()
    for command in ("reports", "statements", "events", "setbacks"):
        assert main([command, "--case", str(again), "--format", "csv"]) == 0
        ids = [row["id"] for row in rows(capsys.readouterr().out)]
        assert ids == [row["id"] for row in rows(call(command, "--format", "csv")[1])]
        assert ids


def test_actors_may_be_named_as_people_name_them(call: Call) -> None:
    answers = {call("timeline", "--about", name, "--format", "csv")[1] for name in ("China", "CHN", "Beijing")}
    assert len(answers) == 1
    assert len(rows(answers.pop())) > 1


def test_what_show_prints_stands_at_the_cite_that_a_listing_gives(call: Call) -> None:
    for row in rows(call("statements", "--format", "csv")[1]):
        status, shown, complaint = call("show", row["id"])
        assert (status, complaint) == (0, "")
        assert f"¶{row['paragraph']}" in shown
        assert call("show", f"{row['report']}:{row['paragraph']}")[0] == 0
        assert call("why", row["id"])[0] == 0


def test_every_cite_of_the_brief_can_be_opened(call: Call) -> None:
    brief = json.loads(call("brief", "--format", "json")[1])
    refs = [ref for part in brief["speakers"] for line in part["lines"] for ref in line["cites"]]
    refs += [ref for line in brief["events"] for ref in line["cites"]]
    assert refs
    for ref in refs:
        assert call("show", f"[{ref['label']}]")[0] == 0


def test_brief_writes_the_dossier_and_says_where(call: Call, tmp_path: Path) -> None:
    status, out, err = call("brief", "--html", str(tmp_path / "brief.html"))
    assert (status, err) == (0, f"written: {tmp_path / 'brief.html'}\n")
    assert out.startswith("Brief: all reports\n")
    assert "Edda Thorne" in (tmp_path / "brief.html").read_text(encoding="utf-8")


def test_a_month_begins_at_its_first_day_and_ends_at_its_last(call: Call) -> None:
    october = rows(call("reports", "--since", "2024-10", "--until", "2024-10", "--format", "csv")[1])
    assert [row["published"] for row in october] == ["2024-10-31"]


# -- what goes wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ["brief", "--since", "yesterday"],
        ["events", "--since", "2024-13"],
        ["events", "--type", "MEETING"],
        ["statements", "--force", "shout"],
        ["reports", "--format", "xml"],
        ["collect"],
        ["collect", "report.txt", "--published", "last week"],
        ["dance"],
        [],
    ],
)
def test_a_wrong_call_has_status_2_and_says_what_is_wrong(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Usage: foreigndesk" in err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["statements", "--speaker", "Chnia"], "China"),
        (["brief", "--about", "Nobody At All"], "alpha-3"),
        (["show", "r-000000"], "ids stand beside"),
        (["why", "nonsense"], "ids stand beside"),
    ],
)
def test_what_is_not_found_has_status_1_two_lines_and_a_hint(call: Call, args: list[str], words: str) -> None:
    status, out, err = call(*args)
    first, second = err.splitlines()
    assert (status, out) == (1, "")
    assert first.startswith("foreigndesk: ")
    assert second.startswith("hint: ")
    assert words in second


def test_a_missing_case_file_is_told_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--case", str(tmp_path / "none.db")]) == 1
    err = capsys.readouterr().err
    assert "none.db" in err
    assert "Traceback" not in err


def test_a_dossier_that_cannot_be_written_is_told_with_a_hint(call: Call, tmp_path: Path) -> None:
    status, _, err = call("brief", "--html", str(tmp_path / "no" / "brief.html"))
    assert status == 1
    assert err.splitlines()[-1].startswith("hint: ")


def test_a_reader_that_goes_away_is_no_traceback(case: Path) -> None:
    command = f'"{sys.executable}" -m foreigndesk statements --case "{case}" --format jsonl | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.stdout == "{"
    assert "Traceback" not in done.stderr


def test_outside_a_terminal_there_is_no_colour_and_no_bar(case: Path) -> None:
    done = run("brief", "--case", str(case))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr


def test_the_module_can_be_run(case: Path) -> None:
    assert run("setbacks", "--case", str(case)).stdout.count("empty.txt") == 1
