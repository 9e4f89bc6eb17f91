"""The known formats: by the suffix of a file, or by the first bytes of a stream."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from foreigndesk.errors import IntakeError
from foreigndesk.intake.draft import Draft, Trouble
from foreigndesk.intake.formats.feed import open_feed
from foreigndesk.intake.formats.html import open_html
from foreigndesk.intake.formats.jsonl import open_jsonl
from foreigndesk.intake.formats.markdown import open_markdown
from foreigndesk.intake.formats.text import open_text

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST = 20_000_000
"""Bytes of a file that is read whole (all but JSON Lines): a page saved with its pictures has 1 to 10 MB."""
SNIFFED = 4096

Format = Callable[[BinaryIO], Iterator[Draft | Trouble]]


def whole(open_bytes: Callable[[bytes], Iterator[Draft | Trouble]]) -> Format:
    """A format that reads its file whole, with the refusal of one that is empty or too large."""

    def open_stream(stream: BinaryIO) -> Iterator[Draft | Trouble]:
        raw = stream.read(LARGEST + 1)
        if not raw:
            raise IntakeError("an empty file", "check that it was written to its end")
        if len(raw) > LARGEST:
            raise IntakeError(
                f"larger than {LARGEST // 1_000_000} MB",
                "split it; an archive goes in as JSON Lines, which may be of any size",
            )
        yield from open_bytes(raw)

    return open_stream


TEXT, MARKDOWN, HTML, FEED = whole(open_text), whole(open_markdown), whole(open_html), whole(open_feed)
FORMATS: dict[str, Format] = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": open_jsonl,
    ".ndjson": open_jsonl,
    ".xml": FEED,
    ".rss": FEED,
    ".atom": FEED,
}


class _Rejoined(io.RawIOBase):
    """A stream of which the first bytes were read already, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)
        chunk = self._head[: len(room)] or self._rest.read(len(room))
        self._head = self._head[len(chunk) :] if self._head else b""
        room[: len(chunk)] = chunk
        return len(chunk)


def open_sniffed(stream: BinaryIO) -> Iterator[Draft | Trouble]:
    """What the format makes of a stream that its first 4 KB look like: JSON Lines, a feed, a page, else plain text."""
    head = stream.read(SNIFFED)
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    form = TEXT
    if re.match(rb"\{\s*[\"}]", start):
        form = open_jsonl
    elif start.startswith(b"<"):
        if re.search(rb"<(?:rss|feed|rdf:rdf)[\s>]", start):
            form = FEED
        elif re.search(rb"<(?:!doctype html|html|head|body|meta|div|article|p)[\s>]", start):
            form = HTML
    return form(io.BufferedReader(_Rejoined(head, stream)))
