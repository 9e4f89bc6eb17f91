from __future__ import annotations

import datetime as dt
import io
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.collect import Collected, Outcome, Step, collect
from foreigndesk.errors import CaseFileError
from foreigndesk.intake import Overrides
from foreigndesk.model import Reading, Report, report_id
from tests.desk.clerk import Clerk

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds after which a process that hangs is killed, so that a test fails rather than hangs

TALKS = (
    "The envoy of Norland said on Tuesday that the talks in the capital would go on until the end of the week.\n\n"
    "Nobody else would speak about the pact, which has been in preparation for months.\n"
)
PACT = (
    "The foreign ministry of Sudmark said that the pact was ready and that it would be signed before the winter.\n\n"
    "Fishermen on both sides of the strait have waited for it for years.\n"
)
FAILING = "The failing harvest in the south of Norland was on everybody's mind, the minister said after the meeting.\n"
FRENCH = (
    "Le ministre a annoncé mardi que les négociations se poursuivraient jusqu'à la fin de la semaine dans la capitale,"
    " où les envoyés des deux pays se sont retrouvés pour la deuxième fois depuis le début du mois.\n"
)

MONDAY = dt.datetime(2024, 11, 4, 8, tzinfo=dt.UTC)
FRIDAY = dt.datetime(2024, 11, 8, 8, tzinfo=dt.UTC)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    with open_case(tmp_path / "desk.db", write=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "pact.txt").write_text(PACT, encoding="utf-8")
    (made / "talks.txt").write_text(TALKS, encoding="utf-8")
    return made


def run(
    case: CaseFile,
    *paths: Path,
    reader: Clerk | None = None,
    now: dt.datetime = MONDAY,
    published: str | None = None,
    outlet: str | None = None,
) -> tuple[Collected, list[Step]]:
    steps: list[Step] = []
    given = Overrides(published=published, outlet=outlet)
    collected = collect(case, [str(path) for path in paths], given, reader or Clerk(), steps.append, now=now)
    return collected, steps


def texts(case: CaseFile) -> list[str]:
    return sorted(report.text for report in case.load_reports())


# -- new, known, read again --------------------------------------------------------------------------------------------


def test_new_reports_are_kept_with_their_bytes_and_readings_and_every_step_is_told(
    case: CaseFile, folder: Path
) -> None:
    collected, steps = run(case, folder)
    assert collected == Collected(new=2)
    assert texts(case) == [TALKS, PACT]
    assert [(step.path, step.outcome) for step in steps] == [
        (str(folder / "pact.txt"), Outcome.NEW),
        (str(folder / "talks.txt"), Outcome.NEW),
    ]
    for step, text in zip(steps, (PACT, TALKS), strict=True):
        assert step.report is not None
        assert step.seconds > 0
        assert case.load_raw(step.report) == text.encode()
        reading = case.load_reading(step.report)
        assert reading is not None
        assert (reading.report.text, len(reading.statements)) == (text, 1)


def test_the_same_files_again_are_known_change_nothing_and_are_not_read(case: CaseFile, folder: Path) -> None:
    run(case, folder)
    before = [*case.load_readings()]
    reader = Clerk()
    collected, steps = run(case, folder, reader=reader, now=FRIDAY)
    assert collected == Collected(known=2)
    assert [step.outcome for step in steps] == [Outcome.KNOWN, Outcome.KNOWN]
    assert [*case.load_readings()] == before
    assert reader.given == []


def test_a_file_that_was_moved_is_known(case: CaseFile, folder: Path, tmp_path: Path) -> None:
    run(case, folder)
    before = case.load_reports()
    collected, _ = run(case, folder.rename(tmp_path / "archive"))
    assert collected == Collected(known=2)
    assert case.load_reports() == before


def test_a_file_that_an_older_intake_took_another_text_from_is_known_and_stays_as_it_is(
    case: CaseFile, folder: Path
) -> None:
    older = Report(report_id(TALKS[:50], None), str(folder / "talks.txt"), TALKS[:50], language="en")
    case.save_report(older, TALKS.encode(), MONDAY)
    case.save_reading(Clerk().read(older), MONDAY)
    assert run(case, folder / "talks.txt")[0] == Collected(known=1)
    assert case.load_reports() == [older]


def test_a_reader_of_another_version_reads_all_reports_again(case: CaseFile, folder: Path) -> None:
    run(case, folder)
    reports = case.load_reports()
    collected, _ = run(case, folder, reader=Clerk("clerk/2"))
    assert collected == Collected(reread=2)
    assert case.readers() == {"clerk/2": 2}
    assert case.load_reports() == reports


def test_only_what_was_not_there_before_is_read(case: CaseFile, folder: Path) -> None:
    run(case, folder)
    (folder / "more.txt").write_text(TALKS.replace("Tuesday", "Friday"), encoding="utf-8")
    collected, _ = run(case, folder)
    assert collected == Collected(new=1, known=2)


def test_the_same_text_in_another_file_is_the_same_report_and_both_files_are_known_by_their_bytes(
    case: CaseFile, folder: Path
) -> None:
    run(case, folder)
    (folder / "with-a-mark.txt").write_bytes(b"\xef\xbb\xbf" + TALKS.encode())
    collected, steps = run(case, folder)
    assert collected == Collected(known=3)
    assert steps[1].report == steps[2].report
    kept = case.load_report(str(steps[1].report))
    assert kept is not None
    assert case.load_same(kept, b"\xef\xbb\xbf" + TALKS.encode()) == case.load_same(kept, TALKS.encode()) == kept


# -- setbacks ----------------------------------------------------------------------------------------------------------


def test_a_report_that_the_reader_fails_on_is_kept_with_a_setback_and_costs_no_other(
    case: CaseFile, folder: Path
) -> None:
    (folder / "failing.txt").write_text(FAILING, encoding="utf-8")
    collected, steps = run(case, folder)
    assert collected == Collected(new=2, setbacks=1)
    (setback,) = case.load_setbacks()
    assert setback.stage == "reading"
    assert setback.path == str(folder / "failing.txt")
    assert setback.what == "the reader failed: ZeroDivisionError: no sentence to divide by"
    assert setback.where.startswith("clerk.py, line ")
    assert setback.hint
    assert setback.report == report_id(FAILING, None)
    assert texts(case) == sorted([FAILING, PACT, TALKS])
    assert [step.setbacks for step in steps if step.outcome == Outcome.SETBACK] == [(setback,)]


def test_a_report_that_could_not_be_read_is_tried_again_and_its_setback_goes_when_it_is_read(
    case: CaseFile, folder: Path
) -> None:
    class Better(Clerk):
        def read(self, report: Report) -> Reading:
            return Reading(report, self.version)

    (folder / "failing.txt").write_text(FAILING, encoding="utf-8")
    run(case, folder)
    reader = Clerk()
    assert run(case, folder, reader=reader)[0] == Collected(known=2, setbacks=1)
    assert [report.text for report in reader.given] == [FAILING]
    assert case.counts().setbacks == 1
    assert run(case, folder, reader=Better())[0] == Collected(known=2, reread=1)
    assert case.load_setbacks() == []


def test_a_reading_that_cannot_be_written_down_is_a_fault_of_the_reader(case: CaseFile, folder: Path) -> None:
    class Garbling(Clerk):
        def read(self, report: Report) -> Reading:
            return Reading(report, "\ud800" if "envoy" in report.text else self.version)

    assert run(case, folder, reader=Garbling())[0] == Collected(new=1, setbacks=1)
    assert "UnicodeEncodeError" in case.load_setbacks()[0].what
    assert texts(case) == [TALKS, PACT]


def test_a_reading_stays_when_a_later_reader_fails_on_the_report(case: CaseFile, folder: Path) -> None:
    class Worse(Clerk):
        def read(self, report: Report) -> Reading:
            raise RecursionError(report.id)

    run(case, folder)
    assert run(case, folder, reader=Worse("clerk/2"))[0] == Collected(setbacks=2)
    assert case.readers() == {"clerk/1": 2}


def test_a_report_in_another_language_is_kept_with_a_setback_and_known_the_next_time(
    case: CaseFile, tmp_path: Path
) -> None:
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    collected, steps = run(case, tmp_path / "french.txt")
    assert collected.new == 1
    assert texts(case) == [FRENCH]
    (setback,) = (each for each in case.load_setbacks() if each.stage == "reading")
    assert setback.report == report_id(FRENCH, None)
    assert (steps[0].outcome, steps[0].setbacks) == (Outcome.NEW, (setback,))
    reader = Clerk()
    assert run(case, tmp_path / "french.txt", reader=reader)[0].known == 1
    assert reader.given == []
    assert setback in case.load_setbacks()


def test_what_cannot_be_taken_in_is_a_setback_until_the_file_is_put_right(case: CaseFile, folder: Path) -> None:
    bad = folder / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02" * 100)
    collected, steps = run(case, folder)
    assert collected == Collected(new=2, setbacks=1)
    assert [(step.path, step.outcome, step.report) for step in steps if step.setbacks] == [
        (str(bad), Outcome.SETBACK, None)
    ]
    assert [setback.path for setback in case.load_setbacks()] == [str(bad)]
    bad.write_text(TALKS.replace("Tuesday", "Friday"), encoding="utf-8")
    assert run(case, folder, now=FRIDAY)[0] == Collected(new=1, known=2)
    assert case.load_setbacks() == []


def test_the_setback_of_a_file_that_is_gone_goes_when_its_folder_is_gone_through_again(
    case: CaseFile, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    for bad in (folder / "bad.txt", other):
        bad.write_bytes(b"\x00\x01\x02" * 100)
    run(case, folder, other)
    (folder / "bad.txt").unlink()
    run(case, folder, now=FRIDAY)
    assert [setback.path for setback in case.load_setbacks()] == [str(other)]


def test_a_setback_of_standard_input_stays_when_something_else_comes_in_there(
    case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, document in enumerate((b"\x00\x01\x02" * 100, TALKS.encode())):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(document)))
        run(case, Path("-"), now=MONDAY + number * dt.timedelta(days=1))
    assert texts(case) == [TALKS]
    assert [setback.path for setback in case.load_setbacks()] == ["-"]


def test_trouble_with_a_report_that_was_taken_in_stays_in_view_as_long_as_it_is_met(
    case: CaseFile, folder: Path
) -> None:
    broken = folder / "broken.txt"
    broken.write_text(TALKS.replace("capital", "capit\ufffdl"), encoding="utf-8")
    run(case, folder, outlet="The Daily")
    collected, _ = run(case, folder, now=FRIDAY)  # by itself the report would have another id now
    assert collected == Collected(known=3, setbacks=1)
    (setback,) = case.load_setbacks()
    assert setback.report == report_id(broken.read_text(encoding="utf-8"), "The Daily")


# -- metadata given by hand --------------------------------------------------------------------------------------------


def test_an_outlet_given_later_replaces_the_kept_one_and_the_report_is_kept_once(case: CaseFile, folder: Path) -> None:
    run(case, folder)
    reader = Clerk()
    collected, steps = run(case, folder, reader=reader, outlet="The Norland Daily")
    assert collected == Collected(reread=2)
    assert texts(case) == [TALKS, PACT]
    assert {report.outlet for report in case.load_reports()} == {"The Norland Daily"}
    assert {report.outlet for report in reader.given} == {"The Norland Daily"}
    assert sorted(str(step.report) for step in steps) == sorted(
        report_id(text, "The Norland Daily") for text in (PACT, TALKS)
    )
    assert case.counts().statements == 2


def test_what_was_given_stays_when_it_is_not_given_again(case: CaseFile, folder: Path) -> None:
    run(case, folder, outlet="The Norland Daily", published="2024-10-31")
    before = case.load_reports()
    assert run(case, folder)[0] == Collected(known=2)
    assert case.load_reports() == before


def test_what_is_given_again_as_it_was_changes_nothing(case: CaseFile, folder: Path) -> None:
    run(case, folder, outlet="The Norland Daily", published="2024-10-31")
    assert run(case, folder, outlet="The Norland Daily", published="2024-10-31")[0] == Collected(known=2)


def test_a_date_given_later_leaves_the_outlet_that_was_given_before(case: CaseFile, folder: Path) -> None:
    run(case, folder, outlet="The Norland Daily")
    assert run(case, folder, published="2024-10-31")[0] == Collected(reread=2)
    assert {(report.outlet, report.published) for report in case.load_reports()} == {
        ("The Norland Daily", "2024-10-31")
    }
    assert run(case, folder, published="2024-11-01")[0] == Collected(reread=2)
    assert {report.published for report in case.load_reports()} == {"2024-11-01"}


def test_a_date_that_intake_refuses_leaves_the_one_that_was_given_before(case: CaseFile, folder: Path) -> None:
    run(case, folder / "talks.txt", published="2024-10-31")
    collected, _ = run(case, folder / "talks.txt", published="2031-10-31")
    assert collected == Collected(known=1, setbacks=1)
    assert [report.published for report in case.load_reports()] == ["2024-10-31"]


def test_a_report_given_the_outlet_of_another_with_its_text_becomes_one_with_it(case: CaseFile, folder: Path) -> None:
    marked = folder / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbf" + TALKS.encode())
    run(case, folder / "talks.txt", outlet="The Norland Daily", published="2024-10-31")
    assert run(case, marked)[0] == Collected(new=1)
    assert texts(case) == [TALKS, TALKS]
    run(case, marked, outlet="The Norland Daily")
    assert [(report.text, report.published) for report in case.load_reports()] == [(TALKS, "2024-10-31")]
    for path in (marked, folder / "talks.txt"):
        assert run(case, path)[0] == Collected(known=1)


# -- what ends a run ---------------------------------------------------------------------------------------------------


def test_an_interrupt_goes_on_to_the_caller_and_what_was_done_is_kept(tmp_path: Path, folder: Path) -> None:
    class Interrupted(Clerk):
        def read(self, report: Report) -> Reading:
            if self.given:
                raise KeyboardInterrupt
            return super().read(report)

    path = tmp_path / "desk.db"
    with pytest.raises(KeyboardInterrupt), open_case(path, write=True) as case:
        run(case, folder, reader=Interrupted())
    with open_case(path, write=True) as case:
        assert texts(case) == [PACT]
        assert case.load_setbacks() == []
        assert run(case, folder)[0] == Collected(new=1, known=1)


def test_ctrl_c_in_the_middle_leaves_a_sound_file_with_all_that_was_told(tmp_path: Path, folder: Path) -> None:
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(TALKS.replace("Tuesday", f"day {number}"), encoding="utf-8")
    path = tmp_path / "desk.db"
    command = [sys.executable, "-m", "tests.desk.clerk", str(path), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as desk:
        late = threading.Timer(PATIENCE, desk.kill)
        late.start()
        assert desk.stdout is not None
        told = [desk.stdout.readline().strip() for _ in range(5)]
        desk.send_signal(signal.SIGINT)
        rest, errors = desk.communicate()
        late.cancel()
    told += rest.split()
    assert desk.returncode == -signal.SIGINT
    assert errors.rstrip().endswith("KeyboardInterrupt")
    with open_case(path) as case:
        assert [report for report in told if not case.has_reading(report, "clerk/1")] == []
        assert len(told) <= case.counts().reports < 200
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_report_and_its_reading_are_kept_together_or_not_at_all(case: CaseFile, folder: Path) -> None:
    with closing(sqlite3.connect(case.path)) as beside:
        beside.execute(
            "CREATE TRIGGER full BEFORE INSERT ON readings BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    with pytest.raises(CaseFileError, match="the disk is full"):
        run(case, folder)
    assert case.load_reports() == []


def test_a_case_file_that_takes_nothing_ends_the_run(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "desk.db"
    open_case(path, write=True).close()
    with open_case(path) as case, pytest.raises(CaseFileError):
        run(case, folder)
