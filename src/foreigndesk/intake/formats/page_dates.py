"""The dates of a page outside JSON-LD: meta elements, microdata, time elements, visible lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from foreigndesk.intake.dates import candidate
from foreigndesk.intake.formats.page_parts import find_elements, headings, words_of
from foreigndesk.intake.head import LABELLED, header_parts, line_date
from foreigndesk.model import DateFound

META_DATES = {
    "article:published_time": "opengraph",
    "og:article:published_time": "opengraph",
    "og:published_time": "opengraph",
    "article:modified_time": "opengraph-modified",
    "og:updated_time": "opengraph-modified",
} | dict.fromkeys(
    (
        "date pubdate publishdate publish-date publish_date published published_time publication_date publicationdate"
        " citation_publication_date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued"
        " parsely-pub-date sailthru.date article.published article_date_original originalpublicationdate"
        " cxenseparse:recs:publishtime"
    ).split(),
    "meta",
)
ITEMPROP_DATES = {"datePublished": "microdata", "dateModified": "microdata-modified"}
UPDATED = re.compile(r"update|modif|edited", re.IGNORECASE)
MOST_OF_A_KIND = 4  # further down they are of comments and of other reports
NEAR_HEADLINE = 8
"""Lines below the headline in which a date that stands alone is the report's: kicker, author, place, share links."""


def find_dates(tree: HtmlElement, meta: list[tuple[str, str]], visible: list[str]) -> Iterator[DateFound]:
    """Every date that a page states in meta elements, microdata, time elements and visible lines, in this order."""
    for name, content in meta:
        if name in META_DATES and (date := candidate(content, META_DATES[name])):
            yield date
    for element in find_elements(tree, "//*[@itemprop='datePublished' or @itemprop='dateModified']")[:MOST_OF_A_KIND]:
        origin = ITEMPROP_DATES[element.get("itemprop") or ""]
        printed = element.get("content") or element.get("datetime") or words_of(element)
        if date := candidate(printed, origin):
            yield date
    yield from _times(tree)
    yield from _visible_dates(tree, visible)


def _times(tree: HtmlElement) -> Iterator[DateFound]:
    """Time elements below the headline (anywhere if there are none) that stand in no teaser of another report."""
    times = _outside_teasers(tree, "(//h1)[1]/following::time") or _outside_teasers(tree, "//time")
    for element in times[:MOST_OF_A_KIND]:
        parent = element.getparent()
        around = f"{element.get('class')} {words_of(element)} {(parent.text or '') if parent is not None else ''}"
        origin = "time-element-modified" if UPDATED.search(around) else "time-element"
        if date := candidate(element.get("datetime") or words_of(element), origin):
            yield date


def _outside_teasers(tree: HtmlElement, path: str) -> list[HtmlElement]:
    found = (element for element in find_elements(tree, path) if not element.get("itemprop"))
    return [element for element in found if not any(_is_teaser(each) for each in element.iterancestors("a", "li"))]


def _is_teaser(element: HtmlElement) -> bool:
    """Whether a link or list item leads to another report; rel=bookmark is a link to the report itself."""
    if element.tag == "a":
        return "bookmark" not in (element.get("rel") or "")
    return element.find(".//a") is not None


def _visible_dates(tree: HtmlElement, visible: list[str]) -> Iterator[DateFound]:
    """Dates in visible lines, from the headline on: alone only just below it, behind a label or author anywhere."""
    below = next((visible.index(heading) for heading in headings(tree) if heading in visible), None)
    lines = visible if below is None else visible[below:] + visible[:below]
    for number, line in enumerate(lines):
        near = (below is not None and number <= NEAR_HEADLINE) or line[:3].lower() == "by "
        for part in header_parts(line):
            if (date := line_date(part)) and (near or LABELLED.match(part)):
                yield date
