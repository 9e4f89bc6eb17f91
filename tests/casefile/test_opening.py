from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.casefile.migrations import load_migrations
from foreigndesk.casefile.opening import APPLICATION_ID, migrate
from foreigndesk.errors import CaseFileBusy, CaseFileError
from foreigndesk.model import Reading
from tests.casefile.examples import NOON, report, statement

ROOT = Path(__file__).parents[2]
TALKS = report("Talks went on.")
PATIENCE = 30  # seconds after which a process that hangs is killed, so that a test fails rather than hangs


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def ask(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as beside:
        return beside.execute(sql).fetchone()[0]


@contextmanager
def writing(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A desk that writes in a process of its own; killed in the end whatever happens."""
    command = [sys.executable, "-m", "tests.casefile.writer", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as desk:
        late = threading.Timer(PATIENCE, desk.kill)
        late.start()
        try:
            assert lines(desk, 1) == ["open"]
            yield desk
        finally:
            late.cancel()
            desk.kill()


def lines(desk: subprocess.Popen[str], number: int) -> list[str]:
    assert desk.stdout is not None
    return [desk.stdout.readline().strip() for _ in range(number)]


# -- what is a case file -----------------------------------------------------------------------------------------------


def test_a_new_file_tells_whose_it_is_and_which_schema_it_has(path: Path) -> None:
    with open_case(path, write=True) as case:
        assert case.counts().reports == 0
    assert ask(path, "PRAGMA application_id") == APPLICATION_ID == int.from_bytes(b"FDSK")
    assert ask(path, "PRAGMA user_version") == len(load_migrations())
    assert ask(path, "PRAGMA journal_mode") == "wal"


def test_what_was_kept_is_there_when_the_file_is_opened_again(path: Path) -> None:
    with open_case(path, write=True) as case:
        case.save_report(TALKS, b"Talks", NOON)
    for write in (False, True):
        with open_case(path, write=write) as case:
            assert case.load_reports() == [TALKS]


def test_an_empty_file_can_be_begun_but_not_read(path: Path) -> None:
    path.touch()
    with pytest.raises(CaseFileError, match="is empty"):
        open_case(path)
    with open_case(path, write=True) as case:
        assert case.load_reports() == []


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "the desk?mode=ro#1 %41 北京.db"
    with open_case(path, write=True) as case:
        case.save_report(TALKS, b"", NOON)
    with open_case(path) as case:
        assert case.load_reports() == [TALKS]
    assert path.exists()


def test_reading_a_file_that_is_missing_fails_and_makes_none(path: Path) -> None:
    with pytest.raises(CaseFileError, match="there is no case file") as caught:
        open_case(path)
    assert "collect" in caught.value.hint
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_or_a_path_in_a_missing_folder_is_no_case_file(tmp_path: Path, write: bool) -> None:
    for path in (tmp_path, tmp_path / "missing" / "desk.db"):
        with pytest.raises(CaseFileError, match="cannot be a case file") as caught:
            open_case(path, write=write)
        assert caught.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [False, True])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: Path, write: bool) -> None:
    path.write_bytes(b"Talks went on.\n" * 100)
    with pytest.raises(CaseFileError, match="not a database") as caught:
        open_case(path, write=write)
    assert "name a case file" in caught.value.hint
    assert path.read_bytes() == b"Talks went on.\n" * 100


@pytest.mark.parametrize("write", [False, True])
def test_the_database_of_another_application_is_refused_and_left_as_it_is(path: Path, write: bool) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    with pytest.raises(CaseFileError, match="another application") as caught:
        open_case(path, write=write)
    assert caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_file_of_a_newer_desk_is_refused_with_the_hint_to_upgrade(path: Path, write: bool) -> None:
    open_case(path, write=True).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseFileError, match="made by a newer desk \\(its schema is number 99") as caught:
        open_case(path, write=write)
    assert caught.value.hint == "upgrade foreigndesk"
    assert ask(path, "PRAGMA user_version") == 99


@pytest.mark.parametrize("write", [False, True])
def test_a_damaged_file_is_an_error_of_the_desk(path: Path, write: bool) -> None:
    with open_case(path, write=True) as case:
        case.save_report(TALKS, b"", NOON)
    sound = path.read_bytes()
    path.write_bytes(sound[:4096] + b"\xff" * (len(sound) - 4096))
    with pytest.raises(CaseFileError, match="malformed") as caught, open_case(path, write=write) as case:
        case.load_reports()
    assert "a copy that is sound" in caught.value.hint


def test_a_file_opened_for_reading_takes_nothing(path: Path) -> None:
    open_case(path, write=True).close()
    with open_case(path) as case, pytest.raises(CaseFileError, match="readonly"):
        case.save_report(TALKS, b"", NOON)


def test_a_closed_file_says_so(path: Path) -> None:
    case = open_case(path, write=True)
    case.close()
    case.close()
    with pytest.raises(CaseFileError, match="closed"):
        case.load_reports()


# -- migrations --------------------------------------------------------------------------------------------------------


def test_migrations_are_numbered_without_a_gap() -> None:
    folder = ROOT / "src/foreigndesk/casefile/migrations"
    numbers = sorted(int(file.name[:4]) for file in folder.glob("*.sql"))
    assert numbers == list(range(1, len(load_migrations()) + 1))


def test_steps_run_in_order_each_once_and_count_up(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        steps = ("CREATE TABLE a (x);", "INSERT INTO a VALUES (1);", "INSERT INTO a SELECT x + 1 FROM a;")
        migrate(file, steps[:2], since=0)
        migrate(file, steps, since=2)
        migrate(file, steps, since=3)
        assert file.execute("SELECT x FROM a").fetchall() == [(1,), (2,)]
    assert ask(path, "PRAGMA user_version") == 3


def test_a_step_that_fails_leaves_the_file_at_the_step_before(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file, pytest.raises(sqlite3.OperationalError):
        migrate(file, ("CREATE TABLE a (x);", "CREATE TABLE b (x); CREATE TABLE a (x);"), since=0)
    assert ask(path, "PRAGMA user_version") == 1
    assert ask(path, "SELECT group_concat(name) FROM sqlite_schema") == "a"


# -- one writer, many readers ------------------------------------------------------------------------------------------


def test_a_second_writer_is_told_at_once_who_holds_the_file(path: Path) -> None:
    with open_case(path, write=True):
        with pytest.raises(CaseFileBusy) as caught:
            open_case(path, write=True)
        assert str(path) in caught.value.message
        assert f"{path}.lock" in caught.value.hint
    open_case(path, write=True).close()


def test_a_file_that_could_not_be_opened_is_not_locked(path: Path) -> None:
    path.write_bytes(b"Talks went on.\n" * 100)
    for _ in range(2):
        with pytest.raises(CaseFileError) as caught:
            open_case(path, write=True)
        assert not isinstance(caught.value, CaseFileBusy)


def test_readers_see_what_is_done_while_another_process_writes_and_no_second_one_may_write(path: Path) -> None:
    with writing(path) as desk, open_case(path) as case:
        seen = [case.counts().reports]
        for _ in range(5):
            (report_id,) = lines(desk, 1)
            assert case.load_report(report_id) is not None
            assert case.has_reading(report_id, "reader/1")
            assert len(case.search_text('"day 0"')) == 50
            seen.append(case.counts().reports)
            with pytest.raises(CaseFileBusy):
                open_case(path, write=True)
        assert seen == sorted(seen)
        assert seen[-1] >= 5


def test_a_reader_sees_one_state_of_the_file_for_as_long_as_it_wants(path: Path) -> None:
    with open_case(path, write=True) as case, open_case(path) as reader:
        with reader.together():
            assert reader.counts().reports == 0
            case.save_report(TALKS, b"", NOON)
            assert reader.counts().reports == 0
        assert reader.counts().reports == 1


def test_reading_leaves_the_file_as_it_is(path: Path) -> None:
    with open_case(path, write=True) as case:
        case.save_report(TALKS, b"", NOON)
    before = path.read_bytes()
    with open_case(path) as case:
        assert case.load_reports() == [TALKS]
    assert path.read_bytes() == before


# -- what a crash leaves -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reports", [1, 7, 40])
def test_a_killed_writer_leaves_a_sound_file_with_all_that_was_committed(path: Path, reports: int) -> None:
    with writing(path) as desk:
        told = lines(desk, reports)
        desk.send_signal(signal.SIGKILL)
        desk.wait(PATIENCE)
        assert desk.stdout is not None
        # the last line may be cut short; every whole one was printed behind its commit
        told += [line.strip() for line in desk.stdout if line.endswith("\n")]
    with open_case(path) as case:  # before anyone repairs anything
        assert [each for each in told if not case.has_reading(each, "reader/1")] == []
    with open_case(path, write=True) as case:
        counts = case.counts()
        assert len(told) <= counts.reports == counts.statements <= len(told) + 1
        case.save_report(TALKS, b"", NOON)
    assert ask(path, "PRAGMA integrity_check") == "ok"
    assert ask(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0


def test_what_fails_in_the_middle_is_not_kept_in_part(path: Path) -> None:
    reading = Reading(TALKS, "reader/1", statements=(statement(TALKS, "Talks"),))

    def keep_and_stop(case: CaseFile) -> None:
        with case.together():
            case.save_report(TALKS, b"", NOON)
            case.save_reading(reading, NOON)
            raise KeyboardInterrupt

    with open_case(path, write=True) as case:
        with pytest.raises(KeyboardInterrupt):
            keep_and_stop(case)
        assert case.counts().reports == 0
        case.save_report(TALKS, b"", NOON)
        assert case.load_reports() == [TALKS]
