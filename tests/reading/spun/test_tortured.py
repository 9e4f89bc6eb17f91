"""Known names whose words were exchanged."""

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.persons import given_name_behind, surname_behind
from foreigndesk.reading.spun.tortured import find_tortured


def names(text: str) -> list[tuple[str, str]]:
    """Printed and known names of a text."""
    words = Words(text)
    return [
        (text[words.starts[found.first] : words.ends[found.end - 1]], found.meaning.printed)
        for found in find_tortured(words, load_actors())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He works at the Stimson Heart in Washington.", [("Stimson Heart", "Stimson Center")]),
        ("The World Financial institution will pay.", [("World Financial institution", "World Bank")]),
        ("It was the Chilly Warfare again.", [("Chilly Warfare", "Cold War")]),
        ("Japan's overseas ministry protested.", [("overseas ministry", "foreign ministry")]),
        ("The Worldwide Disaster Group warned him.", [("Worldwide Disaster Group", "International Crisis Group")]),
        (
            "It is the Nationwide Safety Company (NSA) again.",
            [("Nationwide Safety Company", "National Security Agency")],
        ),
    ],
)
def test_a_known_name_is_seen_behind_its_neighbours(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He works at the Stimson Center in Washington.",  # as it is known
        "The White House Garden was open.",
        "The Bureau of Labor Statistics counted them.",  # a longer name of its own
        "The National Guard and the Coast Guard came.",
        "It was a chilly war of words.",
        "The Trade Division met.",  # commerce or trade, a department or a ministry
        "The Ministry of Public Health closed it.",  # another office, not the Ministry of Public Security
    ],
)
def test_names_as_they_are_known_and_longer_ones_are_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("printed", "expected"), [("frosty", "frost"), ("wealthy", "rich"), ("younger", "young")])
def test_a_surname_is_seen_behind_a_word(printed: str, expected: str) -> None:
    found = surname_behind(printed)
    assert found is not None
    assert found[0] == expected


def test_an_eastern_family_name_is_seen_in_an_eastern_name() -> None:
    found = surname_behind("solar", eastern=True)
    assert found is not None
    assert found[0] == "sun"


@pytest.mark.parametrize("name", ["young", "green", "cook", "petrov"])
def test_a_surname_that_many_bear_stays(name: str) -> None:
    assert surname_behind(name) is None


def test_a_given_name_is_seen_behind_a_word() -> None:
    found = given_name_behind("invoice")
    assert found is not None
    assert found[0] == "bill"
    assert given_name_behind("mark") is None
