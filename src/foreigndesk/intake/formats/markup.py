"""HTML as a tree, and its words as lines."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
SILENT = frozenset(
    "script style noscript template head iframe object embed svg math canvas button select textarea".split()
)
LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|img|blockquote|figure|table|tr|td|section|article|hr|pre|font|cite)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
LIBRARY_ERRORS = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError, etree.LxmlError)
"""What libraries that take HTML or XML apart are known to raise on documents made to break them."""
ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)


def read_tree(markup: str) -> HtmlElement | None:
    """The tree of an HTML document, or None if there is not one element in it."""
    # in bytes: lxml refuses characters that carry an encoding declaration of their own
    source = markup.encode("utf-8", "replace")
    try:
        return document_fromstring(source, parser=HTMLParser(encoding="utf-8", remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def plain_text(words: str) -> str:
    """A field that may be HTML as plain text, its blocks parted by blank lines; what is not HTML comes back unchanged.

    >>> plain_text("<p>One &amp; two.</p><p>Three<br>four.</p>")
    'One & two.\\n\\nThree\\n\\nfour.'
    >>> plain_text("a < b,  as it stands")
    'a < b,  as it stands'
    """
    if LOOKS_LIKE_HTML.search(words):
        return text_of(words)
    return html.unescape(words) if ENTITY.search(words) else words


def text_of(fragment: str) -> str:
    """The words of a piece of HTML, its blocks parted by blank lines."""
    tree = read_tree(f"<div>{fragment}</div>")
    return "" if tree is None else "\n\n".join(block_lines(tree))


def block_lines(
    tree: HtmlElement, *, leave_out: Callable[[HtmlElement], bool] = lambda _: False, between: str = ""
) -> Iterator[str]:
    """The words of a tree, one line for each block, white space collapsed, without scripts and what is left out.

    `between` goes between inline elements: " " where "<span>Jane Doe</span><span>Oct. 31</span>" should be two words.
    """
    line: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "start":
            block = element.tag not in INLINE
            if block and (words := _collapsed(line)):
                yield words
            if block:
                line.clear()
            if element.tag in SILENT or leave_out(element):
                walk.skip_subtree()
            else:
                line += [between, element.text or ""]
        else:
            if event == "end" and element.tag not in INLINE:
                if words := _collapsed(line):
                    yield words
                line.clear()
            line += [between, element.tail or ""]
    if words := _collapsed(line):
        yield words


def _collapsed(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
