"""HTML as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.intake.formats.markup import plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two &ndash; <b>b</b>old.</p>", "One.\n\nTwo – bold."),
        ("One.<br><br/>Two.", "One.\n\nTwo."),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>One<!-- not this --> two</p><script>no</script><style>no</style>", "One two"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("AT&amp;T &#8217;s &#x2014;", "AT&T ’s —"),
        ("<p></p>", ""),
    ],
)
def test_html_becomes_paragraphs_and_entities_become_characters(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize(
    "words", ["a < b and c > d", "5 <10", "x <jane@example.org> y", "R&D", "  two  spaces\n\n", "<3"]
)
def test_what_is_not_html_stays_as_it_is(words: str) -> None:
    assert plain_text(words) == words


@given(st.text(max_size=200))
def test_any_words_become_text(words: str) -> None:
    plain_text(words)
    plain_text(f"<p>{words}</p>")
