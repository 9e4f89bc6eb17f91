"""A text as numbers: words, sentences, quotations, names and figures."""

from foreigndesk.weighing.kinship.words import Words, fold, words_of


def printed(text: str, words: Words) -> list[str]:
    """The words as they stand in the text."""
    return [text[start:end] for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]


def chosen(text: str, mark: str) -> list[str]:
    """The words that bear a mark."""
    words = words_of(text)
    marks = getattr(words, mark).tolist()
    return [word for word, marked in zip(printed(text, words), marks, strict=True) if marked]


def test_abbreviations_figures_and_writing_without_spaces_are_cut_as_printed() -> None:
    text = "The U.S. sent 10,000 to 北京’s airport—it’s said."
    assert printed(text, words_of(text)) == [
        "The", "U.S.", "sent", "10,000", "to", "北", "京", "s", "airport", "it’s", "said",
    ]  # fmt: skip


def test_the_state_and_the_pronoun_are_told_apart() -> None:
    assert fold("U.S.") != fold("us")


def test_numbers_in_words_and_in_figures_are_the_same() -> None:
    one, other = words_of("Eleven envoys"), words_of("11 envoys")
    assert one.forms.tolist() == other.forms.tolist()


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    assert words_of("Gov. Ann B. Lund met Mr. Moe. He left.").sentences.tolist() == [0, 0, 0, 0, 0, 0, 0, 1, 1]


def test_names_are_known_by_a_capital_inside_a_sentence_wherever_they_stand() -> None:
    assert chosen("Lund spoke. Nobody had asked Lund about Oslo.", "sharp") == ["Lund", "Lund", "Oslo"]


def test_a_headline_in_capitals_tells_no_names() -> None:
    assert chosen("Envoy Leaves Talks Without Pact\nThe envoy left talks.", "sharp") == []


def test_a_quotation_ends_at_its_mark_or_with_its_paragraph() -> None:
    text = "He said “no way. \nShe left.” ''Never again,'' he said; \"maybe\" not."
    assert chosen(text, "quoted") == ["no", "way", "Never", "again", "maybe"]


def test_a_text_without_words_has_none() -> None:
    assert len(words_of(" \n—")) == 0
