"""RSS and Atom files: each entry a report."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from foreigndesk.errors import IntakeError
from foreigndesk.intake.dates import candidate
from foreigndesk.intake.draft import Draft, Trouble
from foreigndesk.intake.encoding import decode
from foreigndesk.intake.formats.markup import LIBRARY_ERRORS, plain_text
from foreigndesk.intake.url import read_url
from foreigndesk.lexicon.outlets import Outlets, load_outlets
from foreigndesk.model import Encoding

SECTION = re.compile(r"\s*(?::|\||»|>|\s[-–—])\s+")  # "Reuters: World News"
ITEM = re.compile(rb"<((?:\w+:)?(?:item|entry))[\s>].*?</\1\s*>", re.DOTALL)


def open_feed(raw: bytes) -> Iterator[Draft | Trouble]:
    """A draft for each entry of a feed in its order (content before summary, as plain text), or a Trouble.

    The outlet is the one an aggregator credits, else the one at the entry's link, else the feed's title. The raw bytes
    of a report are its entry's, or its content where elements and entries cannot be paired. Raises IntakeError if it
    is no feed, or one without entries.
    """
    import feedparser  # noqa: PLC0415 - a tenth of a second, for those who read feeds

    decoded = decode(raw, declares=True)
    try:
        # a stream, for feedparser takes bytes to be the name of a file before it takes them for a feed
        stream = io.BytesIO(decoded.text.encode())
        feed: Any = feedparser.parse(stream, response_headers={"content-type": "application/xml; charset=utf-8"})
    except LIBRARY_ERRORS as error:
        raise IntakeError(
            f"a feed that cannot be read: {error}", "fetch it again, or save the pages it links to"
        ) from error
    if not feed.get("version") and not feed.entries:
        raise IntakeError("no feed: neither RSS nor Atom", "if it is a saved page, call it .html")
    if not feed.entries:
        raise IntakeError("a feed without entries", "fetch it again")
    yield from decoded.troubles
    outlets = load_outlets()
    slices = [found.group() for found in ITEM.finditer(raw)]
    for number, entry in enumerate(feed.entries, start=1):
        text = plain_text(_content(entry))
        if not text.strip():
            yield Trouble(
                "an entry without text", "the feed has only its headline; save the page it links to", f"entry {number}"
            )
            continue
        own = slices[number - 1] if len(slices) == len(feed.entries) else _content(entry).encode()
        yield _draft(entry, number, own, text, decoded.encoding, _outlet(entry, feed.feed, outlets))


def _draft(entry: Any, number: int, raw: bytes, text: str, encoding: Encoding, outlet: str | None) -> Draft:
    dates = [
        candidate(printed, origin)
        for name, origin in (("published", "feed"), ("created", "feed"), ("updated", "feed-updated"))
        if isinstance(printed := dict.get(entry, name), str)  # its own get() passes one date off as another
    ]
    names = [author.get("name") for author in entry.get("authors", ())]
    authors = names if len(names) > 1 else [entry.get("author")]
    return Draft(
        text=text,
        raw=raw,
        encoding=encoding,
        part=f":{number}",
        title=" ".join(plain_text(entry.get("title") or "").split()) or None,
        outlet=outlet,
        authors=tuple(author for author in authors if author),
        dates=tuple(date for date in dates if date),
        url=read_url(entry.get("link")),
    )


def _content(entry: Any) -> str:
    """The entry's words as the feed has them, HTML or not: its longest content, else its summary."""
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    longest = max(contents, key=len, default="")
    return longest if longest.strip() else str(entry.get("summary") or "")


def _outlet(entry: Any, feed: Any, outlets: Outlets) -> str | None:
    credited = (entry.get("source") or {}).get("title")
    if credited:
        return str(credited)
    if at := outlets.at(read_url(entry.get("link")) or ""):
        return str(at.name)
    title = plain_text(feed.get("title") or "")
    known = (outlets.named(part) for part in (title, *SECTION.split(title)))
    return next((str(outlet.name) for outlet in known if outlet), title or None)
