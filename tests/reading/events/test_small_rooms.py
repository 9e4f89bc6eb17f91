"""Places, contexts, eras, sport and referents: the smaller questions put to a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from foreigndesk.model import Granularity, When
from foreigndesk.reading.events.contexts import Surroundings
from foreigndesk.reading.events.eras import is_past_era
from foreigndesk.reading.events.games import SPORT
from foreigndesk.reading.events.places import find_place
from foreigndesk.reading.events.referents import means_several, sentence_before

from .conftest import cast_of, coder_of, word


@pytest.mark.parametrize(
    ("text", "deed", "place"),
    [
        ("Chad met Niger in Oslo on Monday.", "met", ("Oslo", "NOR")),
        ("Chad shelled a base near Faya on Monday.", "shelled", ("Faya", None)),
        ("Troops attacked a camp in the Chadian town of Faya.", "attacked", ("Faya", "TCD")),
        ("Chadian troops withdrew from Niger.", "withdrew", ("Niger", "NER")),
        ("Norway imposed sanctions on Chad.", "imposed", None),
        ("Chad attacked Niger in May.", "attacked", None),
    ],
)
def test_a_place_is_a_name_in_a_locative_phrase(text: str, deed: str, place: tuple[str, str | None] | None) -> None:
    coder = coder_of(text)
    found = find_place(coder.deeds[word(coder, deed).i], coder.cast)
    assert (None if found is None else (found.printed, found.country)) == place


def test_contexts_come_from_the_sentence_the_mode_the_parties_and_the_whole_report() -> None:
    report = Surroundings("The trade talks were about trade, and trade alone.")
    assert report.throughout == {"economic"}
    around = report.around("Hackers struck the ministry.", "cyber", {"MIL"})
    assert {"economic", "cyber", "military"} <= set(around)


def test_a_word_said_once_in_a_long_report_is_not_its_context() -> None:
    assert Surroundings("refugees " + "word " * 500).throughout == frozenset()


def test_ten_years_make_an_era_and_so_do_its_names(today: dt.date) -> None:
    def in_year(year: int) -> When:
        return When(f"{year}-01-01", f"{year}-12-31", str(year), Granularity.YEAR, "printed", 0, 4)

    assert is_past_era("It fell in 1999.", in_year(1999), today)
    assert not is_past_era("It fell in 2022.", in_year(2022), today)
    assert is_past_era("It fell in the Cold War.", None, today)
    assert is_past_era("It fell in 1956, when the canal was shut.", None, today)
    assert not is_past_era("It was built in 1956 and fell on Monday.", None, today)


@pytest.mark.parametrize(
    ("text", "sport"),
    [
        ("They met in the final in Rome.", True),
        ("Both played without their goalkeepers.", True),
        ("The final communique was signed.", False),
        ("Two ships were sailing near the island.", False),
        ("Officers went abroad to coach recruits.", False),
    ],
)
def test_sport_is_told_by_its_own_words(text: str, sport: bool) -> None:
    assert bool(SPORT.search(text)) is sport


def test_two_men_are_nobody_named_before_and_the_two_are() -> None:
    cast = cast_of("Two men left. The two men left.")
    assert [means_several(token) for token in cast.doc if token.text == "men"] == [False, True]


def test_the_sentence_before_is_found_over_blank_lines() -> None:
    doc = cast_of("Chad left.\n\nNiger stayed.").doc
    last = list(doc.sents)[-1]
    before = sentence_before(last)
    assert before is not None
    assert before.text.strip() == "Chad left."


@pytest.mark.parametrize(
    ("text", "deed", "point"),
    [
        ("Russian forces shelled Ukrainian troops in Bakhmut on Monday.", "shelled", (49, 38)),
        ("Chinese and Philippine ships collided, and China rammed a boat in the South China Sea.", "rammed", (13, 114)),
        ("Russian troops attacked Ukrainian forces in Ukraine.", "attacked", None),
    ],
)
def test_a_place_smaller_than_a_state_has_a_point(text: str, deed: str, point: tuple[int, int] | None) -> None:
    coder = coder_of(text)
    found = find_place(coder.deeds[word(coder, deed).i], coder.cast)
    assert found is not None
    assert (None if found.lat is None or found.lon is None else (round(found.lat), round(found.lon))) == point
