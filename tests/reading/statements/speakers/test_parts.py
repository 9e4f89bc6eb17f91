import pytest

from tests.reading.statements.resolving import name, resolve


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Two officials briefed on the talks met. One of the officials said that they had failed.",
         "One of the officials", ("One of the officials", "unnamed", 1)),
        ("Two senators praised the bill. A third said that it was too late.", "A third", ("third senator", "title", 1)),
        ("A senior official praised the deal. Another said that it was too late.", "Another",
         ("Another senior official", "unnamed", 1)),
        ("A group of doctors said that it was too late.", "A group of doctors",
         ("group of doctors", "collective", None)),
    ],
)  # fmt: skip
def test_some_of_many_are_of_their_kind(text: str, words: str, expected: tuple[str, str, int | None]) -> None:
    resolved, sourcing = resolve(text, words)
    assert (resolved.mention.name, sourcing.kind, sourcing.count) == expected


def test_one_of_many_who_is_named_beside_is_the_one_named() -> None:
    text = "One of the bank's top executives, Ada Lund, said that it was too late."
    assert name(text, "One of the bank's top executives, Ada Lund") == "Ada Lund"


def test_two_joined_speak_together() -> None:
    text = "Ivan Petrov and Boris Smirnov said that the pact would last. They left on Tuesday."
    assert name(text, "Ivan Petrov and Boris Smirnov") == "Ivan Petrov and Boris Smirnov"
    assert name(text, "They") == "Ivan Petrov and Boris Smirnov"
