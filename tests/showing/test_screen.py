from __future__ import annotations

import io

from rich.text import Text

from foreigndesk.showing.painting import show_on
from foreigndesk.showing.screen import Screen, bold, screen_of


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_no_terminal_gets_a_hundred_plain_columns() -> None:
    assert screen_of(io.StringIO(), {}) == Screen(100, terminal=False, colour=False)


def test_a_terminal_gets_colours_unless_it_says_no() -> None:
    assert [screen_of(Terminal(), env).colour for env in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"})] == [
        True,
        False,
        False,
    ]


def test_an_empty_no_color_says_nothing() -> None:
    assert screen_of(Terminal(), {"NO_COLOR": ""}).colour


def test_without_colours_there_is_no_escape_sequence() -> None:
    assert show_on(Screen(40), Text("bold", style="bold red")) == "bold\n"


def test_with_colours_there_is() -> None:
    assert "\x1b[" in show_on(Screen(40, terminal=True, colour=True), Text("bold", style="bold red"))


def test_words_in_brackets_are_no_markup() -> None:
    assert show_on(Screen(40), Text("[bold]sic[/bold] :smile:")) == "[bold]sic[/bold] :smile:\n"


def test_bold_type_is_for_screens_that_know_colours() -> None:
    assert [bold("id", Screen(colour=colour)) for colour in (False, True)] == ["id", "\x1b[1mid\x1b[0m"]
