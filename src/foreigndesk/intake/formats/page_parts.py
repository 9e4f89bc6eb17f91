"""The parts of a page that speak of its own report, apart from those that belong to other reports or to the outlet."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from foreigndesk.intake.formats.markup import block_lines

ELSEWHERE = frozenset(["footer", "nav", "aside", "form"])
ELSEWHERE_ROLES = frozenset(["contentinfo", "navigation", "complementary", "search", "banner"])
ELSEWHERE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:footer|copyright|related|sidebar|comments?|promo|recommend\w*|most-?read|most-?popular|trending"
    r"|teasers?|newsletter|colophon|imprint|cookie\w*|breadcrumbs?|read-?more|more-?(?:news|stories)|ticker|archive)(?:$|[\s_-])",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b).{0,40}\d{4}|all rights reserved", re.IGNORECASE)
MOST_LINES = 400
"""Visible lines of a page that are looked at: the head of an article lies in them even behind a long menu."""


def visible_lines(tree: HtmlElement) -> list[str]:
    """The lines of a page that a reader sees, without the parts that are not of its report; at most the first 400.

    Where no element says that it is the footer, a line of copyright in the lower half of the page begins it.
    """
    lines = list(islice(block_lines(tree, leave_out=_begins_elsewhere, between=" "), MOST_LINES))
    lower = range(len(lines) // 2, len(lines))
    footer = next((number for number in lower if RIGHTS.search(lines[number])), len(lines))
    return lines[:footer]


def find_elements(tree: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements at an XPath, without those in parts of the page that are not of its report."""
    found = tree.xpath(path)
    return [each for each in found if isinstance(each, HtmlElement) and not is_elsewhere(each)]


def headings(tree: HtmlElement) -> list[str]:
    """The words of the page's headings of the first level."""
    return [words_of(heading) for heading in find_elements(tree, "//h1")]


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a part of the page that is not of its report: footer, menu, related reports."""
    return _begins_elsewhere(element) or any(_begins_elsewhere(each) for each in element.iterancestors())


def _begins_elsewhere(element: HtmlElement) -> bool:
    if element.tag in {"html", "body", "main", "article"}:
        return False  # "has-sidebar", "comments-open": their classes speak of the whole page
    return (
        element.tag in ELSEWHERE
        or element.get("role") in ELSEWHERE_ROLES
        or bool(ELSEWHERE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
    )


def words_of(element: HtmlElement) -> str:
    """The words in an element on one line, comments left out."""
    return " ".join(" ".join(str(words) for words in element.itertext("*")).split())
