"""Saved pages: the main text by trafilatura, and what JSON-LD, markup and visible lines say of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from foreigndesk.errors import IntakeError
from foreigndesk.intake.byline import read_byline
from foreigndesk.intake.draft import Draft
from foreigndesk.intake.encoding import decode
from foreigndesk.intake.formats.jsonld import read_jsonld
from foreigndesk.intake.formats.markup import LIBRARY_ERRORS, read_tree
from foreigndesk.intake.formats.page import read_page, without_outlet
from foreigndesk.lexicon.outlets import Outlets, load_outlets

PICTURE = re.compile(r"data:[a-z]+/[\w.+-]+;base64,[A-Za-z0-9+/=\s]{200,}")
SENTENCE = 12
"""Words of a line that is a sentence of an article: headlines in lists of links are shorter or have no full stop."""
SENTENCES = 25
"""Words of all sentences of the shortest report, a brief of one paragraph."""
HEADER_LINES = 6
STRAY = 1000  # NUL bytes are stray if they are fewer than one in so many; text in UTF-16 has one in two
MOST_ELEMENTS = 30_000
"""Elements of a page, five times those of a heavy one: the search for the main text takes up to 0.4 ms for each."""


def open_html(raw: bytes) -> Iterator[Draft]:
    """The one draft that a saved page makes: its main text, paragraphs parted by blank lines.

    JSON-LD is trusted before meta elements, these before microdata, time elements and visible lines. Raises
    IntakeError if the page has no article, or is no page.
    """
    decoded = decode(_without_stray_nul(raw), declares=True)
    # pages saved in one file carry their pictures with them: nine tenths of their bytes
    tree = read_tree(PICTURE.sub("data:,", decoded.text))
    if tree is None:
        raise IntakeError("no page: there is no element of HTML in it", "if it is plain text, call it .txt")
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise IntakeError(f"a page of over {MOST_ELEMENTS:,} elements", "copy the report itself to a .txt file")
    outlets = load_outlets()
    linked = read_jsonld(tree)
    page = read_page(tree, outlets)
    outlet = linked.outlet or page.outlet
    title = without_outlet(linked.headline, outlet) if linked.headline else page.title
    text = "\n\n".join(_without_header(main_lines(tree), (title or "", *page.header)))
    if not _has_sentences(text.split("\n")):
        raise IntakeError(
            "a page without an article",
            "an index, a login or a video page; if a browser shows the article, save it complete, or copy it to .txt",
        )
    yield Draft(
        text=text,
        raw=raw,
        encoding=decoded.encoding,
        title=title,
        outlet=outlet,
        authors=_authors((linked.authors, *page.authors), outlets),
        dates=(*linked.dates, *page.dates),
        url=page.url or linked.url,
        troubles=decoded.troubles,
    )


def _authors(places: Iterable[tuple[str, ...]], outlets: Outlets) -> tuple[str, ...]:
    """The author lines down to the first place that names a person; those before it may credit an agency."""
    lines: tuple[str, ...] = ()
    for place in places:
        lines += place
        if read_byline(place, outlets).persons:
            break
    return lines


def _without_stray_nul(raw: bytes) -> bytes:
    """The bytes of a page without NUL, which browsers pass over where a template has left a few."""
    return raw.replace(b"\0", b"") if raw.count(b"\0") * STRAY < len(raw) and b"<" in raw[:1000] else raw


def main_lines(tree: HtmlElement) -> list[str]:
    """The paragraphs of a page's main text; [] if there is none. Tables are read only where they hold the article."""
    lines = _extracted(tree, tables=False)
    return lines if _has_sentences(lines) else _extracted(tree, tables=True)


def _extracted(tree: HtmlElement, *, tables: bool) -> list[str]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second, for those who read pages

    # what it cannot read is a Setback here, not a log line
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(tree, include_comments=False, include_tables=tables, with_metadata=False)
    except LIBRARY_ERRORS:
        return []
    text = (document.text or "") if document is not None and not isinstance(document, dict) else ""
    return [words for line in text.split("\n") if (words := " ".join(line.strip("|- ").split()))]


def _without_header(lines: list[str], header: Iterable[str]) -> list[str]:
    """The paragraphs without the headline, author and date lines that a page prints above them."""
    known = {"".join(line.split()) for line in header}
    return [line for number, line in enumerate(lines) if number >= HEADER_LINES or "".join(line.split()) not in known]


def _has_sentences(lines: Iterable[str]) -> bool:
    words = [len(line.split()) for line in lines if re.search(r"[.!?。][\"'”’)]*$", line)]
    return sum(count for count in words if count >= SENTENCE) >= SENTENCES
