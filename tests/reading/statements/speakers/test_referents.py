import pytest

from tests.reading.statements.resolving import name, resolve

OFFICIALS = (
    "A senior administration official said that talks had begun. A second U.S. official said that they had failed. "
    "Both sides met in Geneva. The {} official said that they would meet again."
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("first", "senior administration official"),
        ("primary", "senior administration official"),  # what a machine makes of "first"
        ("first U.S.", "senior administration official"),
        ("second", "second U.S. official"),
    ],
)
def test_the_first_official_is_the_one_introduced_first(word: str, expected: str) -> None:
    assert name(OFFICIALS.format(word), f"The {word} official") == expected


def test_the_country_told_of_an_official_later_is_his_from_the_start() -> None:
    assert resolve(OFFICIALS.format("first U.S."), "A senior administration official")[0].mention.country == "USA"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ada Lund, the finance minister, resigned. The U.N. envoy said that it was over.", "The U.N. envoy",
         "U.N. envoy"),
        ("Ada Lund, a poet, spoke. The governor said that it was over.", "The governor", "governor"),
        ("Ada Lund resigned. The retired neurosurgeon said that it was over.", "The retired neurosurgeon", "Ada Lund"),
        ("Ada Lund resigned on Monday. “It is over,” Sweden's former envoy said.", "Sweden's former envoy", "Ada Lund"),
        ("Ada Lund resigned on Monday. “It is over,” Sweden's envoy's lawyer said.", "Sweden's envoy's lawyer",
         "Sweden's envoy's lawyer"),
    ],
)  # fmt: skip
def test_a_new_word_means_whom_the_report_speaks_of_but_not_by_anothers_office(
    text: str, words: str, expected: str
) -> None:
    assert name(text, words) == expected


def test_a_ministry_is_not_another_ministry() -> None:
    text = "The Hungarian foreign ministry declined to comment. In Bishkek, the economy ministry said that it knew."
    assert name(text, "the economy ministry") == "economy ministry"


def test_both_men_are_the_two_named_together() -> None:
    text = "Ivan Petrov and Boris Smirnov signed the pact. Both men said that it would last."
    assert name(text, "Both men") == "Ivan Petrov and Boris Smirnov"


def test_words_that_the_report_did_not_use_before_are_in_doubt() -> None:
    text = "Ada Lund, a Swedish envoy, resigned. The weary envoy said that it was over."
    mention = resolve(text, "The weary envoy")[0].mention
    assert (mention.name, mention.doubt) == ("Ada Lund", "this report describes nobody in just these words before")
