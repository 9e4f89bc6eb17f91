import pytest

from tests.reading.statements.resolving import name


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The embassy referred to remarks by Ada Lund, an envoy. Asked about it, she said no more.", "she", "Ada Lund"),
        ("The managers hire whom they want. They said so.", "They", "managers"),
        ("Ivan Petrov is a lawyer who fears a war.", "who", "Ivan Petrov"),
        ("Ivan Petrov, whose term ends in May, blamed Boris Smirnov for his fall. “I warned,” he said.", "he",
         "Ivan Petrov"),
    ],
)  # fmt: skip
def test_a_pronoun_means_the_one_nearest_to_mind(text: str, words: str, expected: str) -> None:
    assert name(text, words, nth=text.count(words) if words == "he" else 1) == expected
