"""What is looked at in words: how they hang on each other, under the names they are given."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from foreigndesk.reading.learned.features import governors, of_sentence, of_word
from foreigndesk.reading.parse import parse


def lemma(token: Token) -> tuple[str, ...]:
    return (token.lemma_.lower(),)


def test_a_sentence_shows_its_words_and_who_governs_whom() -> None:
    found = of_sentence(next(parse("The ministry declined comment.").sents), lemma)
    assert {"ministry", "decline>nsubj>ministry", "decline>dobj>comment", "root decline"} <= found


def test_a_noun_hangs_on_its_preposition_and_on_what_governs_that() -> None:
    doc = parse("There was no word from Tunis.")
    (preposition, first), (_above, second) = governors(doc[5])
    assert (preposition.lower_, first, second) == ("from", "pobj", "from")


def test_a_subject_hangs_on_each_verb_that_shares_it() -> None:
    doc = parse("The minister left the hall and took no questions.")
    assert ("took", "nsubj&") in [(above.lower_, way) for above, way in governors(doc[1])]


@pytest.mark.parametrize("text", ["Silence.", "“No.”", "Whose fleet is that?"])
def test_every_word_has_features_of_its_own(text: str) -> None:
    doc = parse(text)
    assert all(f"= {token.lemma_.lower()}" in of_word(token, lemma) for token in doc)
