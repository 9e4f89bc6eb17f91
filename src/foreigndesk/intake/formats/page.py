"""What a saved page says of its report outside JSON-LD: meta elements, microdata, time elements, visible lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from foreigndesk.intake.byline import is_byline
from foreigndesk.intake.formats.page_dates import find_dates
from foreigndesk.intake.formats.page_parts import find_elements, headings, visible_lines, words_of
from foreigndesk.intake.head import header_parts, line_date
from foreigndesk.intake.url import read_url
from foreigndesk.lexicon.outlets import Outlets
from foreigndesk.model import DateFound

META_AUTHORS = (
    "author article:author parsely-author dc.creator dcterms.creator sailthru.author citation_author byl".split()
)
META_OUTLETS = "og:site_name application-name dc.publisher citation_journal_title".split()

HUNG_ON = re.compile(r"(?P<title>.+)\s+[|–—-]\s+(?P<tail>.+)")
SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)(?P<url>https?://\S+)|SingleFile[^\n]*\s+url:\s*(?P<single>https?://\S+)"
)
LONGEST_TITLE = 500
SAVED_WITHIN = 2500  # characters of a comment, in which a URL of the longest length has room
AUTHOR_PATHS = (
    "//*[@itemprop='author']",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
    "//*[contains(concat(' ', @class, ' '), ' byline ') or contains(concat(' ', @class, ' '), ' author ')]",
)

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page states of its report, in meta elements, in markup and in visible lines.

    `authors` are the author lines of one place each, the most trusted place first; `header` are the visible lines that
    hold an author or a date and are no part of the article.
    """

    title: str | None
    outlet: str | None
    authors: tuple[Lines, ...]
    dates: tuple[DateFound, ...]
    url: str | None
    header: Lines


def read_page(tree: HtmlElement, outlets: Outlets) -> Page:
    """What a page's markup and its visible lines state of its report."""
    meta = list(_meta(tree))
    visible = visible_lines(tree)
    outlet = _stated(meta, META_OUTLETS) or _hung_on(tree, outlets)
    return Page(
        title=_title(tree, meta, outlet),
        outlet=outlet,
        authors=tuple(_authors(tree, meta, visible, outlets)),
        dates=tuple(find_dates(tree, meta, visible)),
        url=_url(tree, meta),
        header=tuple(
            line for line in visible if any(line_date(part) or is_byline(part, outlets) for part in header_parts(line))
        ),
    )


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            # some newsrooms escape twice
            yield name.strip().lower(), html.unescape(" ".join(content.split()))


def _stated(meta: Iterable[tuple[str, str]], names: Iterable[str]) -> str | None:
    return next((content for wanted in names for name, content in meta if name == wanted), None)


def _hung_on(tree: HtmlElement, outlets: Outlets) -> str | None:
    """The known outlet that the title element ends with: "Envoy leaves | Reuters"."""
    hung = HUNG_ON.fullmatch(" ".join((tree.findtext(".//title") or "")[:LONGEST_TITLE].split()))
    known = outlets.named(hung["tail"]) if hung else None
    return known.name if known else None


def without_outlet(title: str, outlet: str | None) -> str:
    """A headline without the outlet's name at its end.

    >>> without_outlet("Envoy leaves - Meridian Post", "Meridian Post")
    'Envoy leaves'
    """
    hung = HUNG_ON.fullmatch(title)
    return hung["title"] if hung and hung["tail"].casefold() == (outlet or "").casefold() else title


def _title(tree: HtmlElement, meta: list[tuple[str, str]], outlet: str | None) -> str | None:
    """The headline, without the outlet that many pages hang on it."""
    stated = _stated(meta, ["og:title", "twitter:title", "dc.title", "headline"])
    printed = headings(tree)
    title = stated or (printed[0] if len(printed) == 1 else None) or tree.findtext(".//title") or ""
    title = " ".join(title[:LONGEST_TITLE].split())
    hung = HUNG_ON.fullmatch(title)
    if hung is None or title in printed:
        return title or None
    shed = without_outlet(title, outlet)
    return hung["title"] if hung["title"] in printed or not stated else shed


def _authors(tree: HtmlElement, meta: list[tuple[str, str]], visible: list[str], outlets: Outlets) -> Iterator[Lines]:
    """Author lines, each place's together: meta, itemprop, rel=author, a class named byline or author, a "By" line."""
    yield tuple(
        content for wanted in META_AUTHORS for name, content in meta if name == wanted and not read_url(content)
    )
    for path in AUTHOR_PATHS:
        marked = [words_of(element) for element in find_elements(tree, path)]
        yield tuple(part for words in marked for part in header_parts(words) if not line_date(part))
    yield tuple(part for line in visible for part in header_parts(line) if is_byline(part, outlets))[:1]


def _url(tree: HtmlElement, meta: list[tuple[str, str]]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    stated = [*links, _stated(meta, ["og:url", "twitter:url"])]
    comments = (
        SAVED_FROM.search((comment.text or "")[:SAVED_WITHIN]) for comment in tree.getroottree().xpath("//comment()")
    )
    saved = next((found["url"] or found["single"] for found in comments if found), None)
    return next((url for words in [*stated, saved] if (url := read_url(words))), None)
