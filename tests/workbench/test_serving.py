"""The real server: begun by the command, asked over HTTP, ended by Ctrl-C."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from foreigndesk.casefile import open_case
from foreigndesk.cli import main
from foreigndesk.desk.gists import Gists
from foreigndesk.workbench.guarding import Door
from foreigndesk.workbench.serving import CannotListen, address_of, begin, listen
from tests.workbench.desk import MERIDIAN

PATIENCE = 120  # seconds for a process of its own on a busy machine


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, "-m", "foreigndesk", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r":(\d+)/", said)
        assert found, said + process.stderr.read()
        try:
            yield process, int(found[1])
        finally:
            process.kill()


def ask(port: int, address: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    words = answer.read().decode()
    connection.close()
    return answer.status, words


def test_it_serves_pages_and_ends_in_order_when_told_to(case: Path) -> None:
    with serving("--case", str(case)) as (process, port):
        assert ask(port, "/")[0] == 200
        assert "Mara Tolland" in ask(port, f"/report/{MERIDIAN.report.id}")[1]
        assert ask(port, "/", Host="desk.example")[0] == 421
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_a_killed_server_leaves_every_change_that_was_made(case: Path) -> None:
    with serving("--case", str(case)) as (process, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/ach", "board=kept&words=it+stays", headers)
        assert connection.getresponse().status == 303
        process.kill()
        process.wait(PATIENCE)
    with open_case(case, write=True) as opened:
        assert opened.load_board("kept").hypotheses[0].words == "it stays"


def test_serving_what_was_collected_loads_no_parser_and_no_model(case: Path) -> None:
    with open_case(case, write=True) as opened:
        for report in opened.load_reports():
            reading = opened.load_reading(report.id)
            if reading is not None:
                Gists(opened).keep(reading)
    lines = (
        "import sys",
        "from pathlib import Path",
        "from starlette.testclient import TestClient",
        "from foreigndesk.workbench.app import make_app",
        f"client = TestClient(make_app(Path({str(case)!r})), base_url='http://localhost')",
        "for place in ('/', '/story', '/claims', '/watch', '/actors', '/network', '/search?q=troops', '/ach'):",
        "    assert client.get(place).status_code == 200",
        "heavy = {'spacy', 'onnxruntime', 'tokenizers', 'trafilatura', 'thinc', 'torch'} & set(sys.modules)",
        "assert not heavy, heavy",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)


def test_a_port_that_is_taken_is_told_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CannotListen, match="is taken") as told:
            listen("127.0.0.1", other.getsockname()[1])
        assert "--port 0" in told.value.hint


def test_an_address_that_is_not_this_machines_is_told() -> None:
    with pytest.raises(CannotListen):
        listen("192.0.2.1", 0)
    with pytest.raises(CannotListen):
        listen("no.such.host.invalid", 0)


def test_the_command_ends_with_one_line_where_it_cannot_listen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["serve", "--case", str(tmp_path / "x.db"), "--port", port]) == 1
    assert "--port 0" in capsys.readouterr().err


def test_a_case_file_that_is_none_is_not_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"nothing of the kind" * 50)
    assert main(["serve", "--case", str(broken), "--port", "0"]) == 1
    assert "hint:" in capsys.readouterr().err


def test_a_case_file_that_is_not_there_is_begun_and_one_in_use_is_shown(tmp_path: Path, case: Path) -> None:
    begin(tmp_path / "new.db")
    with open_case(tmp_path / "new.db") as opened:
        assert opened.counts().reports == 0
    with open_case(case, write=True):
        begin(case)


def test_outside_of_this_machine_the_address_has_its_token() -> None:
    assert address_of(Door("192.168.1.20", "a b"), 80) == "http://192.168.1.20:80/?token=a%20b"
    assert address_of(Door("::1"), 8017) == "http://[::1]:8017/"


def test_help_has_examples() -> None:
    from foreigndesk.cli import desk

    words = CliRunner().invoke(desk, ["serve", "--help"]).output
    assert words.count("foreigndesk serve") >= 4
