"""JSON Lines: one report a line, read one at a time, so that an archive may be larger than memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from foreigndesk.errors import IntakeError
from foreigndesk.intake.binary import refuse_binary
from foreigndesk.intake.draft import Draft, Trouble
from foreigndesk.intake.encoding import decode
from foreigndesk.intake.fields import read_fields
from foreigndesk.intake.formats.markup import plain_text

LONGEST_LINE = 4_000_000
"""Bytes: the longest text there may be (200,000 characters) is 1.2 MB as \\uXXXX escapes; HTML may triple it."""
LINES_TO_TELL = 100
"""If none of so many lines is a JSON object, the file is no JSON Lines file, and it is said once."""

UNPRINTABLE = re.compile("[\ud800-\udfff\0]")


def open_jsonl(stream: BinaryIO) -> Iterator[Draft | Trouble]:
    """A draft for each line of a JSON Lines file, or a Trouble that names the line. Fields: see intake/fields.py.

    Raises IntakeError if there is no line at all, or no JSON object in the first hundred.
    """
    waiting: list[Trouble] = []
    objects = 0
    for number, line in _lines(stream):
        made = _draft(line, number) if line is not None else _too_long(number)
        objects += isinstance(made, Draft) or made.what == NO_TEXT
        if objects:
            yield from waiting
            waiting.clear()
            yield made
        elif isinstance(made, Trouble):
            waiting.append(made)
            if len(waiting) == LINES_TO_TELL:
                raise IntakeError(f"no JSON Lines: not one JSON object in {LINES_TO_TELL} lines", HINT)
    if not objects and not waiting:
        raise IntakeError("an empty file", "check that it was written to its end")
    yield from waiting


HINT = "one JSON object a line, with the report in the field text; a JSON array becomes that by: jq -c '.[]'"
NO_TEXT = "a line without text"


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, numbered from 1; None for one that is too long, which is never held in memory."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if number == 1:
            refuse_binary(line[:16].replace(b"\0", b""))
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
            yield number, None
        elif line.strip():
            yield number, line.rstrip(b"\r\n")


def _too_long(number: int) -> Trouble:
    return Trouble(f"a line of over {LONGEST_LINE:,} bytes", HINT, f"line {number}")


def _draft(line: bytes, number: int) -> Draft | Trouble:
    where = f"line {number}"
    try:
        decoded = decode(line, declares=False)
        stated = json.loads(decoded.text)
    except IntakeError as error:
        return Trouble(error.message, error.hint, where)
    except json.JSONDecodeError as error:
        return Trouble(f"broken JSON: {error.msg} at character {error.pos}", HINT, where)
    except RecursionError:
        return Trouble("JSON nested too deeply", HINT, where)
    except ValueError as error:
        return Trouble(f"broken JSON: {error}", HINT, where)
    if not isinstance(stated, dict):
        return Trouble("no JSON object", HINT, where)
    fields = read_fields({key: _printable(value) for key, value in stated.items()})
    if fields.text is None or not (text := plain_text(fields.text)).strip():
        return Trouble(NO_TEXT, "it goes in a field named text, body or content", where)
    return Draft(
        text=text,
        raw=line,
        encoding=decoded.encoding,
        part=f":{number}",
        title=plain_text(fields.title) if fields.title else None,
        outlet=fields.outlet,
        authors=fields.authors,
        dateline=fields.dateline,
        dates=fields.dates,
        url=fields.url,
        language=fields.language,
        troubles=(*decoded.troubles, *fields.troubles),
    )


def _printable(value: object) -> object:
    """A value whose words can be stored: halves of surrogate pairs and NUL, which JSON can escape, become U+FFFD."""
    if isinstance(value, str):
        return UNPRINTABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_printable(each) for each in value]
    if isinstance(value, dict):
        return {_printable(key): _printable(each) for key, each in value.items()}
    return value
