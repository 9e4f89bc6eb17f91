"""Who can act: names, described groups, pronouns, owners. Invented persons throughout."""

from __future__ import annotations

import datetime as dt

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Name
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.naming import find_datelines
from foreigndesk.reading.parse import parse

from .conftest import cast_of, codes, word


def code_of(text: str, token: str) -> str | None:
    cast = cast_of(text)
    party = cast.party(word(cast, token))
    return codes((party,))[0] if party is not None else None


@pytest.mark.parametrize(
    ("text", "token", "code"),
    [
        ("China left.", "China", "CHN"),
        ("Chinese officials left.", "officials", "CHN-GOV"),
        ("North Korean troops left.", "troops", "PRK-MIL"),
        ("European leaders left.", "leaders", "EUR-GOV"),
        ("The police in Oslo left.", "police", "NOR-COP"),
        ("The troops in Oslo left.", "troops", None),
        ("U.S.-led troops left.", "troops", "USA-MIL"),
        ("Iran-backed fighters left.", "fighters", None),
        ("Dozens of Chadian prisoners left.", "Dozens", "TCD-CVL"),
        ("Former Chadian officials left.", "officials", "TCD-ELI"),
        ("Chadian Foreign Minister Adam Brahe left.", "Brahe", "TCD-GOV"),
        ("The United Nations left.", "Nations", "UNO"),
        ("The weather changed.", "weather", None),
    ],
)
def test_a_word_is_a_party_if_it_names_or_describes_somebody_known(text: str, token: str, code: str | None) -> None:
    assert code_of(text, token) == code


def test_names_can_be_laid_over_words_by_hand() -> None:
    doc = parse("Brahe left.")
    cast = Cast(doc, [Name("Brahe", None, "TCD", 0, 5)], load_actors(), dt.date(2024, 10, 31))
    party = cast.party(doc[0])
    assert party is not None
    assert (party.code, party.actor, party.start, party.end) == ("TCD", "TCD", 0, 5)


def test_it_stands_for_the_state_that_speaks_and_not_for_a_person() -> None:
    assert code_of("Chad said it would leave.", "it") == "TCD"
    assert code_of("Adam Brahe said it would rain.", "it") is None


def test_he_stands_for_the_nearest_person_known_or_not() -> None:
    assert code_of("Chad's president met Adam Brahe. Adam Brahe left when he was ill.", "he") is None


def test_officials_of_two_states_are_two_parties() -> None:
    cast = cast_of("Officials from Norway and Chad left.")
    assert codes(cast.parties([word(cast, "Officials")])) == ["NOR-GOV", "TCD-GOV"]


def test_a_thing_belongs_to_the_state_its_words_name() -> None:
    cast = cast_of("Norway banned Chadian goods.")
    held = cast.holder(word(cast, "goods"), ("of",))
    assert held is not None
    assert (held.code, cast.doc.text[held.start : held.end]) == ("TCD", "Chadian goods")


def test_a_group_of_no_state_is_somebody_but_no_party() -> None:
    cast = cast_of("Around 20,000 civilians fled.")
    token = word(cast, "civilians")
    somebody = cast.somebody(token)
    assert cast.party(token) is None
    assert somebody is not None
    assert (somebody.code, somebody.sector) == (None, "CVL")


def test_nobody_acts_in_a_dateline() -> None:
    assert find_datelines("OSLO, Norway (Wire) -- The army left.") == ((0, 23),)
    assert code_of("OSLO, Norway -- The army left.", "Norway") is None
