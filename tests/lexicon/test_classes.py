"""Tables of classes of words."""

from __future__ import annotations

import pytest

from foreigndesk.lexicon.tables import classes_of, load_classes


@pytest.mark.parametrize("table", ["ahead", "silences"])
def test_every_word_is_found_under_each_of_its_classes(table: str) -> None:
    classes = load_classes(table)
    words = classes_of(classes)
    assert all(name in words[word] for name, several in classes.items() for word in several)
    assert all(words.values())
