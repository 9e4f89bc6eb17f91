"""Paths become reports: files, folders and standard input, one report at a time."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from foreigndesk.errors import IntakeError
from foreigndesk.intake.draft import Trouble
from foreigndesk.intake.files import files_at, printable, unreadable
from foreigndesk.intake.formats.known import Format, open_sniffed
from foreigndesk.intake.printed_date import read_date
from foreigndesk.intake.report import NO_OVERRIDES, Overrides, Taken, make_report
from foreigndesk.model import Setback


def open_paths(
    paths: Iterable[str], overrides: Overrides = NO_OVERRIDES, *, now: dt.datetime | None = None
) -> Iterator[Taken | Setback]:
    """Every report at some paths, one at a time, and a Setback for everything that could not be taken in.

    Paths are taken in the order given; a folder is read through with its subfolders, in the order of names, hidden
    files and unknown formats left out; "-" is standard input. What is to be said beside a report (it is dated in the
    future, damaged) follows it as a Setback that carries the report's id. `now` (with a zone) is what
    dates count as future from; the clock's by default. Nothing in a document raises.
    """
    now = now or dt.datetime.now(dt.UTC)
    if overrides.published and read_date(overrides.published) is None:
        hint = "write it as 2024-10-31 or 2024-10-31T09:12:00+09:00"
        yield Setback("--published", "intake", f"no date: {overrides.published[:60]}", hint=hint)
        overrides = Overrides(None, overrides.outlet)
    for path in paths:
        for found in files_at(path):
            if isinstance(found, Setback):
                yield found
            else:
                yield from _open(*found, overrides, now)


def _open(path: str, form: Format | None, overrides: Overrides, now: dt.datetime) -> Iterator[Taken | Setback]:
    name = printable(path)
    try:
        with _stream(path) as stream:
            for made in form(stream) if form else open_sniffed(stream):
                if isinstance(made, Trouble):
                    yield Setback(name, "intake", made.what, made.where, made.hint)
                else:
                    yield from make_report(made, name, overrides, now)
    except IntakeError as error:
        yield Setback(name, "intake", error.message, error.where, error.hint)
    except OSError as error:
        yield unreadable(Path(path), error)


@contextmanager
def _stream(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as stream:
            yield stream
