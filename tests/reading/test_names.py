"""The names of a report: who is named, by which rule, and whom a short form stands for. Invented persons throughout."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Name, Report
from foreigndesk.reading.names import find_names, full_name
from foreigndesk.reading.parse import parse

ACTORS = load_actors()
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def names_in(text: str, published: str | None = "2024-10-31", outlet: str | None = None) -> tuple[Name, ...]:
    return find_names(parse(text), Report("r", "here", text, published=published, outlet=outlet), ACTORS)


def named(text: str, published: str | None = "2024-10-31", outlet: str | None = None) -> list[tuple[str, str | None]]:
    return [(name.printed, name.actor) for name in names_in(text, published, outlet)]


# -- states and bodies -------------------------------------------------------------------------------------------------


def test_states_go_by_name_adjective_people_and_capital() -> None:
    found = named("Beijing and Moscow told North Koreans that Chinese and U.S. officials met in Britain.")
    assert found == [
        ("Beijing", "CHN"),
        ("Moscow", "RUS"),
        ("North Koreans", "PRK"),
        ("Chinese", "CHN"),
        ("U.S.", "USA"),
        ("Britain", "GBR"),
    ]


def test_a_state_and_an_office_make_one_body_in_either_order() -> None:
    found = named(
        "The Chinese Foreign Ministry, China’s Ministry of Defence, Japan's defence ministry, "
        "the foreign ministry of Laos and Beijing's foreign ministry said so."
    )
    assert found == [
        ("Chinese Foreign Ministry", "chn-foreign-ministry"),
        ("China’s Ministry of Defence", "chn-defence-ministry"),
        ("Japan's defence ministry", "jpn-defence-ministry"),
        ("foreign ministry of Laos", "lao-foreign-ministry"),
        ("Beijing's foreign ministry", "chn-foreign-ministry"),
    ]


def test_military_is_a_body_only_as_a_noun_of_its_own() -> None:
    assert named("The Peruvian military said that it got Peruvian military aid.") == [
        ("Peruvian military", "per-armed-forces"),
        ("Peruvian", "PER"),
    ]


def test_a_government_is_its_state_and_a_city_keeps_its_own_police() -> None:
    assert named("The Swedish government praised the London police.") == [
        ("Swedish government", "SWE"),
        ("London", "GBR"),
    ]


def test_seats_of_power_stand_for_bodies() -> None:
    found = dict(
        named("The Kremlin, the White House, the Pentagon, Downing Street, the Élysée and the Blue House agreed.")
    )
    assert found == {
        "Kremlin": "rus-presidency",
        "White House": "white-house",
        "Pentagon": "us-defense-department",
        "Downing Street": "gbr-prime-minister-office",
        "Élysée": "fra-presidency",
        "Blue House": "kor-presidency",
    }


def test_brussels_is_the_european_union_only_where_the_report_names_it() -> None:
    assert ("Brussels", "european-union") in named("The EU met. Brussels wants more sanctions.")
    assert ("Brussels", "BEL") in named("The EU met in Brussels.")
    assert ("Brussels", "BEL") in named("Brussels raised its flag.")


def test_an_acronym_counts_in_capitals_and_not_as_a_word() -> None:
    assert named("It told us who is at the WHO, and who let the rebels in.") == [("WHO", "who")]


def test_an_acronym_that_the_report_introduces_means_what_the_report_says() -> None:
    found = named("The Rapid Support Forces (RSF) advanced. Reporters Without Borders kept silent. The RSF denied it.")
    assert [actor for printed, actor in found if printed == "RSF"] == ["rapid-support-forces", "rapid-support-forces"]


def test_congress_is_american_only_in_a_report_that_names_the_united_states() -> None:
    assert ("Congress", "us-congress") in named("The United States waits. Congress must approve the pact.")
    assert ("Congress", "us-congress") not in named("Peru waits. Congress must approve the pact in Lima.")


def test_a_body_is_called_by_its_last_word_after_it_was_named_in_full() -> None:
    found = named(
        "The European Commission met. The Commission said the Institute of Nowhere had left. The Institute agreed."
    )
    assert found == [
        ("European Commission", "european-commission"),
        ("Commission", "european-commission"),
        ("Institute of Nowhere", None),
        ("Institute", None),
    ]


def test_the_times_is_the_outlet_of_the_report_or_the_one_it_named_before() -> None:
    text = "An official told The Times that talks would go on."
    assert ("Times", "nyt") in named(text, outlet="The New York Times")
    assert ("Times", "nyt") not in named(text, outlet="The Washington Post")
    assert ("Times", "japan-times") in named(f"The Japan Times asked. {text}", outlet="The Washington Post")


# -- what means something else -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Ships sailed through the South China Sea and the East China Sea.",
        "He fought in the Korean War and lives in Latin America.",
        "They polish boots; turkey is served on china.",
    ],
)
def test_seas_wars_continents_and_plain_words_name_no_state(text: str) -> None:
    assert [name for name in named(text) if name[1] is not None] == []


def test_a_longer_name_wins_over_the_state_inside_it() -> None:
    found = named("The Bank of China and Warsaw Business School signed.")
    assert [actor for _, actor in found] == [None, None]


def test_jordan_is_a_state_and_a_person_side_by_side() -> None:
    found = names_in("Leila Jordan flew from Jordan to Egypt. Ms. Jordan said the trip was long.")
    assert [(n.printed, n.actor, full_name(n, found)) for n in found if n.printed.endswith("Jordan")] == [
        ("Leila Jordan", None, "Leila Jordan"),
        ("Jordan", "JOR", "Jordan"),
        ("Jordan", None, "Leila Jordan"),
    ]


def test_georgia_is_what_the_nearest_words_make_it() -> None:
    found = named("Protesters marched in Tbilisi, and Georgia closed the border with Russia.")
    assert ("Georgia", "GEO") in found
    assert ("Georgia", "GEO") not in named("Voters in Ohio, Georgia and Florida went to the polls.")


def test_korean_is_of_the_korea_that_the_report_names() -> None:
    assert ("Korean", "PRK") in named("North Korea and Pyongyang said the Korean people stand firm.")
    assert ("Korean", "KOR") in named("South Korea and Seoul said the Korean economy grew.")


# -- persons -----------------------------------------------------------------------------------------------------------


def test_a_known_person_is_known_with_a_middle_initial_and_a_suffix() -> None:
    assert named("Defense Secretary Lloyd J. Austin III met Antony J. Blinken.") == [
        ("Lloyd J. Austin III", "lloyd-austin"),
        ("Antony J. Blinken", "antony-blinken"),
    ]


def test_a_son_or_a_wife_is_not_the_known_person() -> None:
    found = named("Donald Trump Jr. spoke after Mrs. Trump. President Trump listened.")
    assert found == [("Donald Trump Jr.", None), ("Trump", None), ("Trump", "donald-trump")]


def test_a_surname_stands_for_the_person_named_in_full_also_before() -> None:
    found = names_in("Quill meets envoys\n\nBoras Quill, an envoy, met Ada Quist. Quist said Mr. Quill was late.")
    assert [(name.printed, full_name(name, found)) for name in found] == [
        ("Quill", "Boras Quill"),
        ("Boras Quill", "Boras Quill"),
        ("Ada Quist", "Ada Quist"),
        ("Quist", "Ada Quist"),
        ("Quill", "Boras Quill"),
    ]


def test_a_short_form_says_whom_it_stands_for_and_who_else_it_could_be() -> None:
    found = names_in("Boras Quill met his brother Tam Quill. Boras Quill left. Quill said nothing.")
    reason = found[-1].reasons[0]
    assert reason.rule == "short-form"
    assert reason.sentence == (
        "“Quill” is short for “Boras Quill”, named in full in this report. "
        "It could also be Tam Quill, who is named less."
    )


def test_a_courtesy_title_tells_two_of_one_surname_apart() -> None:
    found = names_in("Peter Quist and Anna Quist arrived. Ms. Quist spoke first, then Mr. Quist.")
    assert [full_name(name, found) for name in found if name.printed == "Quist"] == ["Anna Quist", "Peter Quist"]


def test_a_title_and_a_surname_mean_who_held_the_post_on_the_day() -> None:
    assert ("Yoon", "yoon-suk-yeol") in named("President Yoon spoke in Seoul.", "2024-10-31")
    assert ("Yoon", "yoon-suk-yeol") not in named("President Yoon spoke in Seoul.", "2015-10-31")
    assert ("Wang", "wang-yi") in named("Chinese Foreign Minister Wang spoke.", "2024-10-31")


def test_a_surname_alone_means_nobody_unless_only_one_goes_by_it() -> None:
    found = named("Putin waited for Campbell.")
    assert found[0] == ("Putin", "vladimir-putin")
    assert ("Campbell", "kurt-campbell") not in found


def test_a_known_person_named_in_full_lends_the_surname_to_the_report() -> None:
    found = names_in("Kurt Campbell spoke. Campbell said the talks went on.")
    assert [(name.printed, name.actor) for name in found] == [
        ("Kurt Campbell", "kurt-campbell"),
        ("Campbell", "kurt-campbell"),
    ]


def test_titles_stay_outside_of_a_name() -> None:
    assert named("Prof Ada Quist and Gen. Boras Quill met historian Tam Orlo.") == [
        ("Ada Quist", None),
        ("Boras Quill", None),
        ("Tam Orlo", None),
    ]


def test_words_run_together_by_a_broken_page_are_parted_at_a_given_name() -> None:
    assert ("Dennis Quill", None) in named("More ShortsDennis Quill, a former official, agreed.")


# -- the contract ------------------------------------------------------------------------------------------------------

WORDS = (
    "Mr. Ms. President Kim Jong-un Xi Campbell U.S. US the The of and China's China ’s Chinese Foreign Ministry Sea "
    "South (RSF) , . “ ” Trump Jr. al-Assad bin Georgia Bank MS-13 RFE/RL J. ShortsDennis Wilder said 5 é ＡＢ"
)
PIECES = st.sampled_from([*WORDS.split(), "\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_names_are_sorted_apart_and_at_their_offsets_in_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = names_in(text)
    assert [text[name.start : name.end] for name in found] == [name.printed for name in found]
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(name.reasons and name.printed.strip() for name in found)


def test_an_empty_report_has_no_names() -> None:
    assert names_in("") == ()


@pytest.mark.skipif(not SEEDS.exists(), reason="the two seed reports are not here (../shared/seeds)")
def test_the_seeds_name_their_officials_and_experts() -> None:
    found = {
        name.printed: name.actor for path in sorted(SEEDS.glob("*.txt")) for name in names_in(path.read_text("utf-8"))
    }
    assert {"kurt-campbell", "kim-jong-un", "xi-jinping", "vladimir-putin", "us-cia", "csis"} <= set(found.values())
    assert {"Ali Wyne", "Emi Mifune", "Dennis Wilder", "Yun Solar"} <= {
        p for p, actor in found.items() if actor is None
    }
