"""What takes long is weighed once, kept while the case file stays as it is, and apart where the file is large."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.errors import UnknownId
from foreigndesk.workbench.weighed import StillWeighing, Weighed
from tests.workbench.desk import NOON, SETBACK, report

PATIENCE = 120  # seconds for a process of its own on a busy machine
CALLS: list[str] = []


def count(case: CaseFile, name: str = "") -> int:
    CALLS.append(name)
    return case.counts().reports


def where(_: CaseFile) -> int:
    return os.getpid()


def slowly(case: CaseFile) -> int:
    time.sleep(1.5)
    return case.counts().reports


def slowly_counted(case: CaseFile) -> int:
    time.sleep(0.2)
    return count(case, "slowly")


def never(_: CaseFile) -> int:
    time.sleep(600)
    return 0


def telling(case: CaseFile, place: str) -> int:
    begun = Path(place).with_suffix(".new")
    begun.write_text(str(os.getpid()))
    begun.rename(place)
    return never(case)


def failing(_: CaseFile) -> int:
    raise UnknownId("nothing here", "look elsewhere")


def faulty(_: CaseFile) -> int:
    raise ZeroDivisionError


def dying(_: CaseFile) -> int:
    os._exit(3)


def test_the_same_question_is_weighed_once_until_the_case_file_changes(case: Path) -> None:
    weighed = Weighed(case)
    CALLS.clear()
    assert [weighed.ask("it", count, ("a",)).value for _ in range(3)] == [4, 4, 4]
    assert CALLS == ["a"]
    with open_case(case, write=True) as writing:
        writing.save_report(report("One more.", "Evening Bell"), b"One more.", NOON)
    assert weighed.ask("it", count, ("a",)).value == 5
    assert CALLS == ["a", "a"]


def test_an_error_of_an_errand_reaches_the_page_and_is_not_kept(case: Path) -> None:
    for limit in (0, 10**9):
        weighed = Weighed(case, limit)
        for _ in range(2):
            with pytest.raises(UnknownId) as told:
                weighed.ask("it", failing, patience=PATIENCE)
            assert told.value.hint == "look elsewhere"
        weighed.close()


def test_a_large_case_file_is_weighed_in_another_process(case: Path) -> None:
    assert Weighed(case).ask("it", where).value == os.getpid()
    apart = Weighed(case, on_the_spot=0)
    assert apart.ask("it", where, patience=PATIENCE).value != os.getpid()
    apart.close()


def test_what_is_bounded_is_done_on_the_spot_however_large_the_case_file_is(case: Path) -> None:
    assert Weighed(case, on_the_spot=0).ask("it", where, bounded=True).value == os.getpid()


def test_who_asks_at_the_same_time_is_answered_by_one_weighing(case: Path) -> None:
    weighed = Weighed(case)
    CALLS.clear()
    threads = [threading.Thread(target=weighed.ask, args=("it", slowly_counted)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert CALLS == ["slowly"]


def test_what_takes_longer_than_patience_is_told_and_comes_later(case: Path) -> None:
    weighed = Weighed(case, on_the_spot=0)
    with pytest.raises(StillWeighing):
        weighed.ask("the whole", slowly, patience=0.05)
    assert weighed.ask("the whole", slowly, patience=PATIENCE).value == 4
    assert weighed.ask("the whole", slowly, patience=0.0).stale is False
    with open_case(case, write=True) as writing:
        writing.save_setback(SETBACK, NOON)
    former = weighed.ask("the whole", slowly, patience=0.05)
    assert (former.value, former.stale) == (4, True)
    weighed.close()


def test_a_glance_waits_for_nothing_long_and_has_the_answer_once_it_is_there(case: Path) -> None:
    weighed = Weighed(case, on_the_spot=0)
    assert weighed.glance("the whole", slowly) is None
    weighed.ask("the whole", slowly, patience=PATIENCE)
    found = weighed.glance("the whole", slowly)
    assert found is not None
    assert (found.value, found.stale) == (4, False)
    weighed.close()


def test_a_fault_or_an_end_of_the_other_process_is_an_error_and_no_page_hangs(case: Path) -> None:
    weighed = Weighed(case, on_the_spot=0)
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        weighed.ask("it", faulty, patience=PATIENCE)
    with pytest.raises(Exception, match="ended"):
        weighed.ask("it", dying, patience=PATIENCE)
    weighed.close()


def is_running(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processes are looked up in /proc")
def test_a_killed_workbench_leaves_no_process_behind_that_weighs(case: Path, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    lines = (
        "import sys",
        "from pathlib import Path",
        "from foreigndesk.workbench.weighed import Weighed",
        "from tests.workbench.test_weighed import telling",
        "if __name__ == '__main__':",
        f"    Weighed(Path({str(case)!r}), 0).ask('it', telling, ({str(told)!r},), patience=600)",
    )
    script = tmp_path / "weigh.py"
    script.write_text("\n".join(lines))
    root = str(Path(__file__).parents[2])
    with subprocess.Popen([sys.executable, str(script)], env={**os.environ, "PYTHONPATH": root}) as parent:
        wait_for(told.exists)
        weighing = int(told.read_text())
        assert is_running(weighing)
        parent.kill()
    wait_for(lambda: not is_running(weighing))


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < until:
        time.sleep(0.05)
    assert done()


def test_closing_ends_what_is_being_weighed(case: Path) -> None:
    weighed = Weighed(case, on_the_spot=0)
    with pytest.raises(StillWeighing):
        weighed.ask("for ever", never, patience=3)
    weighed.close()
    waiting = [thread for thread in threading.enumerate() if "_weigh_apart" in thread.name]
    for thread in waiting:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in waiting)
