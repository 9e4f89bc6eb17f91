"""Files dropped on a page, read by a real process of their own."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from foreigndesk.casefile import open_case
from foreigndesk.errors import DeskError
from foreigndesk.workbench.dropping import Drop, Dropped, Drops, safe
from tests.workbench.desk import ADDRESS, OWN, pages_of

TEXT = "The harbour master Ilse Brandt said on Tuesday that the port would stay shut.\n"
PATIENCE = 120  # seconds for a process that loads the reading model on a busy machine


def waited(drop: Drop) -> Drop:
    end = time.monotonic() + PATIENCE
    while not drop.done and time.monotonic() < end:
        time.sleep(0.05)
    assert drop.done
    return drop


def test_each_file_is_told_and_one_that_fails_costs_only_itself(tmp_path: Path) -> None:
    drops = Drops(tmp_path / "case.db")
    given_files = [Dropped("../port.txt", TEXT.encode()), Dropped("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00")]
    drop = waited(drops.begin(given_files, "Harbour Courier", "2024-10-31"))
    assert drop.trouble == ""
    assert {step.path: step.outcome for step in drop.steps} == {"port.txt": "new", "picture.txt": "setback"}
    assert next(step.setbacks for step in drop.steps if step.path == "picture.txt")
    with open_case(tmp_path / "case.db") as case:
        (report,) = case.load_reports()
        assert (report.outlet, report.published, report.path) == ("Harbour Courier", "2024-10-31", "dropped/port.txt")
        assert len(case.load_setbacks()) == 1


def test_while_another_desk_writes_a_drop_says_so_and_reads_nothing(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db", write=True):
        drop = waited(Drops(tmp_path / "case.db").begin([Dropped("port.txt", TEXT.encode())]))
    assert "another desk is writing" in drop.trouble
    assert drop.steps == []


def test_a_pasted_text_is_a_report(tmp_path: Path) -> None:
    app = pages_of(tmp_path / "case.db")
    with open_case(tmp_path / "case.db", write=True):
        pass
    with TestClient(app, base_url=ADDRESS) as client:
        answer = client.post("/drop", data={"text": TEXT, "published": "2024-10-31"}, headers=OWN)
        assert answer.status_code == 200
        place = str(answer.url)
        end = time.monotonic() + PATIENCE
        while "Taken in" not in answer.text and time.monotonic() < end:
            time.sleep(0.2)
            answer = client.get(place)
        assert "pasted.txt" in answer.text
        assert client.post("/drop", data={"text": ""}, headers=OWN).status_code == 400
        assert client.post("/drop", data={"text": TEXT, "published": "soon"}, headers=OWN).status_code == 400
        assert client.post("/drop", data={"text": TEXT}).status_code == 403
        assert client.get("/drop/d-unknown").status_code == 404
    app.close()


def test_nothing_dropped_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="nothing was dropped"):
        Drops(tmp_path / "case.db").begin([Dropped("empty.txt", b"")])


@given(st.text(max_size=300))
def test_a_name_never_leads_out_of_its_folder(name: str) -> None:
    made = safe(name)
    assert made
    assert not set(made) & set('/\\:\0"<>|*?')
    assert made not in {".", ".."}
    assert len(made) <= 201
