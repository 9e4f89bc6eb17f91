"""The screen something is shown on: how wide, and whether it knows colours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

PLAIN_WIDTH = 100  # columns where no terminal says how wide it is: a log, a pipe, a file
NARROWEST = 20  # below this no layout helps


@dataclass(frozen=True, slots=True)
class Screen:
    """Columns, whether it is a terminal, and whether colours are wanted."""

    width: int = PLAIN_WIDTH
    terminal: bool = False
    colour: bool = False


def screen_of(stream: TextIO, environ: Mapping[str, str] = os.environ) -> Screen:
    """The screen behind a stream. NO_COLOR (no-color.org: set and not empty) and TERM=dumb turn colours off."""
    if not stream.isatty():
        return Screen()
    plain = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    columns = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return Screen(max(columns, NARROWEST), terminal=True, colour=not plain)


def bold(text: str, screen: Screen) -> str:
    """The text in bold type where the screen knows colours (ECMA-48, SGR 1)."""
    return f"\x1b[1m{text}\x1b[0m" if screen.colour else text
