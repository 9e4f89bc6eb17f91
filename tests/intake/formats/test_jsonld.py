"""JSON-LD as pages print it."""

from __future__ import annotations

import json

import pytest

from foreigndesk.intake.formats.jsonld import Linked, read_jsonld
from foreigndesk.intake.formats.markup import read_tree


def linked(*blocks: str) -> Linked:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    tree = read_tree(f"<html><head>{scripts}</head><body><p>Words.</p></body></html>")
    assert tree is not None
    return read_jsonld(tree)


ARTICLE = {"@type": "NewsArticle", "headline": "Envoy leaves", "datePublished": "2024-10-31"}


@pytest.mark.parametrize(
    "block",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite", "name": "x"}, ARTICLE]),
        json.dumps({"@graph": [{"@type": "WebPage", "name": "x"}, ARTICLE]}),
        json.dumps(ARTICLE | {"@type": ["Article", "NewsArticle"]}),
        json.dumps(ARTICLE | {"@type": "http://schema.org/ReportageNewsArticle"}),
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE | {"headline": "Envoy&#32;leaves"}),
        json.dumps(ARTICLE).replace("Envoy leaves", "Envoy\n leaves"),
    ],
)
def test_the_article_is_found_in_every_shape_of_block(block: str) -> None:
    found = linked("{ broken", block)
    assert found.headline == "Envoy leaves"
    assert [date.value for date in found.dates] == ["2024-10-31"]


def test_an_article_that_hangs_on_another_thing_is_another_report() -> None:
    assert linked(json.dumps({"@type": "ItemList", "itemListElement": [ARTICLE]})) == Linked()


def test_without_an_article_a_web_page_serves() -> None:
    found = linked(json.dumps({"@type": "WebPage", "name": "Envoy leaves", "datePublished": "2024-10-31T09:00:00Z"}))
    assert (found.headline, found.dates[0].origin) == ("Envoy leaves", "json-ld")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ({"name": "Jane Doe"}, ("Jane Doe",)),
        ([{"name": ["Jane Doe", "Li Wei"]}, "Ana Cruz"], ("Jane Doe", "Li Wei", "Ana Cruz")),
        ({"@id": "#nobody"}, ()),
        (7, ()),
        (None, ()),
    ],
)
def test_authors_come_as_words_objects_lists_and_references(author: object, names: tuple[str, ...]) -> None:
    assert linked(json.dumps(ARTICLE | {"author": author})).authors == names


@pytest.mark.parametrize("block", ["[" * 100_000, "null", "7", '{"@graph": 7}', '{"@type": 7}', ""])
def test_what_is_no_json_ld_is_passed_over(block: str) -> None:
    assert linked(block) == Linked()
