"""The gazetteer: which place a name means, and where it lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.places import load_gazetteer
from foreigndesk.lexicon.tables import load_table


@pytest.mark.parametrize(
    ("printed", "name", "country"),
    [
        ("Kyiv", "Kyiv", "UKR"),
        ("Kiev", "Kyiv", "UKR"),
        ("Sana’a", "Sanaa", "YEM"),
        ("St. Petersburg", "Saint Petersburg", "RUS"),
        ("Rafah", "Rafah", "PSE"),
        ("the South China Sea", "South China Sea", None),
        ("Donetsk oblast", "Donetsk region", "UKR"),
        ("Medellín", "Medellín", "COL"),
    ],
)
def test_a_place_is_known_by_the_names_that_newspapers_print(printed: str, name: str, country: str | None) -> None:
    place = load_gazetteer().place(printed)
    assert place is not None
    assert (place.name, place.country) == (name, country)


def test_a_name_of_several_towns_of_like_size_means_none_without_a_country() -> None:
    gazetteer = load_gazetteer()
    assert len({place.country for place in gazetteer.named("Valencia")}) > 1
    assert gazetteer.place("Valencia") is None


def test_a_state_that_the_report_names_tells_which_town_is_meant() -> None:
    place = load_gazetteer().place("Valencia", near={"VEN", "USA"})
    assert place is not None
    assert place.country == "VEN"


def test_a_country_told_beside_the_name_leaves_no_place_elsewhere() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.place("Moscow", country="FRA") is None
    tripoli = gazetteer.place("Tripoli", country="LBN")
    assert tripoli is not None
    assert round(tripoli.lat) == 34


@given(st.text(max_size=20))
def test_no_name_breaks_the_gazetteer(name: str) -> None:
    assert all(place.name for place in load_gazetteer().named(name))


def test_every_region_lies_on_the_globe_in_a_state_that_the_desk_knows() -> None:
    for row in load_table("regions"):
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert not row["country"] or load_actors().state(row["country"]), row
        assert row["origin"], row
