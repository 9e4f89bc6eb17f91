import pytest

from tests.reading.statements.resolving import name, resolve


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Iran rejected the report. Its envoy in Vienna said that it was biased.", "Its envoy in Vienna",
         ("Iran’s envoy in Vienna", "IRN")),
        ("Officials met in Vienna. A diplomat in Vienna said that talks had failed.", "A diplomat in Vienna",
         ("diplomat in Vienna", None)),
        ("The Kremlin was silent on Monday. Its spokesman said that nobody had called.", "Its spokesman",
         ("Kremlin", "RUS")),
    ],
)  # fmt: skip
def test_whose_an_envoy_or_spokesman_is_gives_him_name_and_country(
    text: str, words: str, expected: tuple[str, str | None]
) -> None:
    mention = resolve(text, words)[0].mention
    assert (mention.name, mention.country) == expected


def test_a_spokesman_of_the_commission_speaks_for_the_one_told_of() -> None:
    text = "Norway's electoral commission met on Monday. A commission spokeswoman said that all votes were counted."
    resolved, sourcing = resolve(text, "A commission spokeswoman")
    assert (resolved.mention.name, sourcing.speaks_for) == ("Norway's electoral commission", "commission")


def test_a_spokeswoman_of_nobody_is_taken_to_speak_for_the_body_named_last_and_says_so() -> None:
    text = "The World Bank published its forecast on Monday. Growth will slow, a spokeswoman said."
    mention = resolve(text, "a spokeswoman")[0].mention
    assert (mention.name, mention.doubt) == (
        "World Bank",
        "taken to speak for the body this report named last",
    )


def test_the_author_of_a_report_speaks_in_it() -> None:
    text = "Two Norwegian researchers studied the images. Their report says that work began in October."
    resolved, sourcing = resolve(text, "Their report")
    assert (resolved.mention.name, sourcing.kind) == ("Two Norwegian researchers", "document")


def test_a_name_that_only_the_parser_sees_is_a_name() -> None:
    text = "“It is over,” said Grethe Vestermark-Lund, the head of the service. Vestermark-Lund left."
    assert resolve(text, "Grethe Vestermark-Lund, the head of the service")[1].kind == "named"
    assert name(text, "Grethe Vestermark-Lund, the head of the service") == "Grethe Vestermark-Lund"
