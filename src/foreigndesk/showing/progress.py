"""How far a long errand has come: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from foreigndesk.showing.screen import Screen
from foreigndesk.showing.words import clean, clip

BAR = 20  # cells
OTHERS = 50  # cells that bar, numbers and time take; the rest of the line says what is being done


class Course(Protocol):
    """What an errand tells its steps to."""

    def step(self, line: str, doing: str, *, kept: bool = False) -> None:
        """One step is done: `line` tells it in a log, `doing` beside a bar; one to be kept stays above the bar."""

    def note(self, line: str) -> None:
        """Something to be kept that is no step."""


class Log:
    """Every line as it comes."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a stream."""
        self.stream = stream

    def step(self, line: str, doing: str, *, kept: bool = False) -> None:  # noqa: ARG002 (of a Course)
        """The line."""
        self.note(line)

    def note(self, line: str) -> None:
        """The line, seen at once."""
        self.stream.write(f"{clean(line)}\n")
        self.stream.flush()


class Bar:
    """A bar with the number of steps done, and above it the lines to be kept."""

    def __init__(self, progress: Progress, errand: str, total: int | None, room: int) -> None:
        """Begin at nothing of `total` steps, None if nobody knows how many."""
        self.progress, self.total, self.room = progress, total, room
        self.task = progress.add_task(errand, total=total)
        self.done = 0

    def step(self, line: str, doing: str, *, kept: bool = False) -> None:
        """Move on by one."""
        self.done += 1
        if self.total is not None and self.done > self.total:
            # A file may hold many reports: past the number of files there is at least one more step to come.
            self.total = self.done + 1
        self.progress.update(self.task, completed=self.done, total=self.total, description=clip(doing, self.room))
        if kept:
            self.note(line)

    def note(self, line: str) -> None:
        """A line above the bar."""
        self.progress.console.print(Text(clean(line)), soft_wrap=True)


SLOW = 2.0  # seconds: who waits longer wants to see that something moves


@contextmanager
def show_when_slow(stream: TextIO, screen: Screen, errand: str) -> Iterator[Callable[[str, int, int], None]]:
    """What to tell the steps of an errand to that mostly is done at once: only what goes on after a while is shown.

    A step is what is being done, how much of it is done, and of how much.
    """
    begun = time.monotonic()
    with ExitStack() as stack:
        courses: list[Course] = []

        def tell(doing: str, done: int, of: int) -> None:
            if not courses and time.monotonic() - begun > SLOW:
                courses.append(stack.enter_context(show_progress(stream, screen, errand)))
            for course in courses:
                course.step(f"{doing}: {done:,} of {of:,}", f"{doing}: {done:,} of {of:,}")

        yield tell


@contextmanager
def show_progress(stream: TextIO, screen: Screen, errand: str, total: int | None = None) -> Iterator[Course]:
    """What to tell the steps of an errand to: on a terminal they move a bar, elsewhere each is a line."""
    if not screen.terminal:
        yield Log(stream)
        return
    console = Console(
        file=stream,
        width=screen.width,
        force_terminal=True,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
    )
    words = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), BarColumn(BAR), MofNCompleteColumn(), TimeElapsedColumn(), words)
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bar(progress, errand, total, max(screen.width - OTHERS, 20))
