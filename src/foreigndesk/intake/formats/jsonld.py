"""What a page's JSON-LD says of its article (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from foreigndesk.intake.dates import candidate
from foreigndesk.model import DateFound

Node = Mapping[str, object]

ARTICLES = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|\w*BlogPosting|Report)")
PAGES = re.compile(r"(?:https?://schema\.org/)?(?:WebPage|ItemPage)")
DATES = (("datePublished", "json-ld"), ("dateCreated", "json-ld-created"), ("dateModified", "json-ld-modified"))
WRAPPERS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$"
)


@dataclass(frozen=True, slots=True)
class Linked:
    """What the JSON-LD of a page states of the article on it."""

    headline: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[DateFound, ...] = ()
    url: str | None = None


def read_jsonld(tree: HtmlElement) -> Linked:
    """What a page's JSON-LD states of its article: the first article at the top of a block or its @graph.

    Articles that hang on it further down (related ones, lists) are other reports. Broken blocks are passed over, and
    "@id" references are followed within the page. Without an article a WebPage serves.
    """
    nodes = list(_nodes(tree))
    article = _first_of(nodes, ARTICLES) or _first_of(nodes, PAGES)
    if article is None:
        return Linked()
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    dates = (candidate(_text(article.get(field)), origin) for field, origin in DATES)
    page = article.get("url") or article.get("mainEntityOfPage")
    return Linked(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        outlet=next(_names(article.get("publisher"), known), None),
        authors=tuple(_names(article.get("author") or article.get("creator"), known)),
        dates=tuple(date for date in dates if date),
        url=_text(page) or (_text(page.get("@id")) if isinstance(page, Mapping) else None),
    )


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = script.text or ""
        for _ in range(2):
            source = WRAPPERS.sub("", source)
        try:
            block = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in block if isinstance(block, list) else [block]:
            if isinstance(node, Mapping):
                yield node
                graph = node.get("@graph")
                yield from (each for each in (graph if isinstance(graph, list) else []) if isinstance(each, Mapping))


def _first_of(nodes: list[Node], kinds: re.Pattern[str]) -> Node | None:
    for node in nodes:
        kind = node.get("@type")
        if any(kinds.fullmatch(str(each)) for each in (kind if isinstance(kind, list) else [kind])):
            return node
    return None


def _names(value: object, known: Mapping[str, Node]) -> Iterator[str]:
    """The names of persons or organisations, given as words, as objects, as references, or as a list of these."""
    for each in value if isinstance(value, list) else [value]:
        node = each
        if isinstance(node, Mapping) and "name" not in node:
            node = known.get(str(node.get("@id")), node)
        name = node.get("name") if isinstance(node, Mapping) else node
        for words in name if isinstance(name, list) else [name]:
            if found := _text(words):
                yield found


def _text(value: object) -> str | None:
    # some newsrooms escape for HTML what is JSON
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None
