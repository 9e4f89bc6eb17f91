"""What a page's markup and visible lines say of its report."""

from __future__ import annotations

import pytest

from foreigndesk.intake.formats.markup import read_tree
from foreigndesk.intake.formats.page import Page, read_page
from foreigndesk.lexicon.outlets import load_outlets


def page(markup: str) -> Page:
    tree = read_tree(markup)
    assert tree is not None
    return read_page(tree, load_outlets())


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Envoy leaves | The Post</title><h1>Envoy leaves</h1>",
        "<title>Envoy leaves - The Post</title><p>x</p>",
        '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Envoy leaves – The Post">',
        '<meta property="og:title" content="Envoy leaves"><title>The Post</title>',
        '<meta property="og:title" content="Envoy&amp;#32;leaves">',
        "<title>The Post</title><h1>Envoy <em>leaves</em></h1>",
    ],
)
def test_the_headline_is_told_from_the_outlet_that_hangs_on_it(markup: str) -> None:
    assert page(markup).title == "Envoy leaves"


def test_a_dash_that_belongs_to_the_headline_stays() -> None:
    markup = "<title>Envoy leaves - for good</title><h1>Envoy leaves - for good</h1>"
    assert page(markup).title == "Envoy leaves - for good"


def test_a_known_outlet_at_the_end_of_the_title_is_the_outlet() -> None:
    assert page("<title>Envoy leaves | Reuters</title><p>x</p>").outlet == "Reuters"
    assert page("<title>Envoy leaves | World</title><p>x</p>").outlet is None


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="author" content="Jane Doe"><p>x</p>',
        '<meta name="parsely-author" content="Jane Doe"><meta property="article:author" content="https://x.example/j">',
        '<p>By <span itemprop="author"><b>Jane Doe</b></span></p>',
        '<p>By <a rel="author nofollow" href="/j">Jane Doe</a></p>',
        '<div class="meta byline">Jane Doe</div>',
        "<h1>Title</h1><p>By Jane Doe</p>",
    ],
)
def test_the_author_is_found_wherever_it_is_marked(markup: str) -> None:
    lines = [line for place in page(markup).authors for line in place]
    assert lines[0].removeprefix("By ") == "Jane Doe"


def test_the_author_of_a_related_report_is_not_the_author() -> None:
    markup = '<h1>Title</h1><aside><p class="byline">Jane Doe</p></aside><div class="related"><p>By Li Wei</p></div>'
    assert [line for place in page(markup).authors for line in place] == []


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="canonical" href="https://x.example/a">',
        '<link rel="canonical" href="/a"><meta property="og:url" content="https://x.example/a">',
        "<!-- saved from url=(0019)https://x.example/a --><p>x</p>",
        "<!--\n Page saved with SingleFile \n url: https://x.example/a \n saved date: x\n--><p>x</p>",
    ],
)
def test_the_address_is_the_canonical_one_or_where_the_page_was_saved_from(markup: str) -> None:
    assert page(markup).url == "https://x.example/a"


@pytest.mark.parametrize(
    ("markup", "origin"),
    [
        ('<meta property="article:published_time" content="2024-10-31">', "opengraph"),
        ('<meta name="DC.date.issued" content="2024-10-31">', "meta"),
        ('<meta itemprop="datePublished" content="2024-10-31">', "microdata"),
        ('<h1>T</h1><span itemprop="datePublished">31 October 2024</span>', "microdata"),
        ('<h1>T</h1><time datetime="2024-10-31">Thursday</time>', "time-element"),
        ("<h1>T</h1><ul><li><time>31 October 2024</time></li></ul>", "time-element"),
        ('<h1>T</h1><a rel="bookmark" href="/t"><time datetime="2024-10-31">x</time></a>', "time-element"),
        (
            '<p><time datetime="2024-10-31">x</time></p><h1>T</h1><a href="/b"><time datetime="2024-10-29"></time></a>',
            "time-element",
        ),
        ("<h1>T</h1><p>by our desk</p><p>31 October 2024</p>", "byline-text"),
        ("<h1>T</h1><p>a</p>" + "<p>More of the menu.</p>" * 9 + "<p>By Jane Doe 31 October 2024</p>", "byline-text"),
        ("<p>Posted on 31 October 2024</p><h1>T</h1>", "byline-text"),
        ("<h1>T</h1><p>Written: 2024-10-31 / Updated: 2024-11-02</p>", "byline-text"),
        ('<h1>T</h1><p>Updated <time datetime="2024-10-31">Thursday</time></p>', "time-element-modified"),
    ],
)
def test_a_date_keeps_the_place_it_was_found_in(markup: str, origin: str) -> None:
    first = page(markup).dates[0]
    assert (first.value, first.origin) == ("2024-10-31", origin)


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>T</h1><p>Words.</p><p>Copyright 31 October 2024</p>",
        "<h1>T</h1><footer><p>Published 31 October 2024</p></footer>",
        '<h1>T</h1><div role="contentinfo">31 October 2024</div>',
        '<h1>T</h1><div id="site-footer"><time datetime="2024-10-31">x</time></div>',
        '<h1>T</h1><ul><li><a href="/b">Another</a> <time datetime="2024-10-31">x</time></li></ul>',
        "<p>31 October 2024</p><p>Words.</p>",
        "<h1>T</h1><p>Words.</p><p>Words.</p><p>Words.</p><p>© 2026 The Post</p><p>Updated 31 October 2024</p>",
        "<h1>T</h1><script>Published: 31 October 2024</script>",
        '<h1>T</h1><meta name="copyright" content="2024">',
    ],
)
def test_dates_of_the_footer_of_other_reports_and_of_the_day_are_no_candidates(markup: str) -> None:
    assert page(markup).dates == ()
