from __future__ import annotations

import io

import pytest

from foreigndesk.showing import progress
from foreigndesk.showing.progress import show_progress, show_when_slow
from foreigndesk.showing.screen import Screen


def test_in_a_log_every_step_is_a_plain_line() -> None:
    stream = io.StringIO()
    with show_progress(stream, Screen(), "reading") as course:
        course.step("new  a.txt", "a.txt")
        course.note("b.txt: \x1b[31mempty")
    assert stream.getvalue() == "new  a.txt\nb.txt: [31mempty\n"


def shown(colour: bool, total: int | None = None) -> str:
    stream = io.StringIO()
    with show_progress(stream, Screen(80, terminal=True, colour=colour), "reading", total) as course:
        course.step("new  a.txt", "a.txt")
        course.step("setback  b.txt: [bold] empty", "b.txt", kept=True)
        course.note("c.txt: in French")
    return stream.getvalue()


def test_on_a_terminal_lines_worth_keeping_stay_and_the_bar_goes() -> None:
    assert "setback  b.txt: [bold] empty\n" in shown(colour=False)
    assert "c.txt: in French\n" in shown(colour=False)


def test_without_colours_the_bar_has_none() -> None:
    assert "\x1b[3" not in shown(colour=False)


def test_the_bar_is_not_at_its_end_while_there_are_more_steps_than_files() -> None:
    assert "2/3" in shown(colour=False, total=1)
    assert "2/5" in shown(colour=False, total=5)


def test_only_an_errand_that_takes_a_while_shows_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    with show_when_slow(stream, Screen(), "weighing") as tell:
        tell("comparing", 1, 10)
        monkeypatch.setattr(progress, "SLOW", -1.0)
        tell("comparing", 2, 10)
    assert stream.getvalue() == "comparing: 2 of 10\n"
