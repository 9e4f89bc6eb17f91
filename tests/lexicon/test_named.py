"""Names known as names only, words that one foreign word covers, fixed phrases."""

from foreigndesk.lexicon.named import load_named
from foreigndesk.lexicon.phrases import load_phrases
from foreigndesk.lexicon.pivots import load_pivots
from foreigndesk.lexicon.tables import load_table


def test_every_row_of_a_hand_written_table_names_its_origin() -> None:
    for name in ("named", "offices", "pivots", "phrases"):
        assert all(row["origin"] for row in load_table(name)), name


def test_names_have_two_words_at_least_and_stand_once() -> None:
    rows = [row["name"] for row in load_table("named")]
    assert all(" " in name for name in rows)
    assert len(rows) == len(set(rows))


def test_offices_are_named_in_the_ways_of_states_and_long_ones_never_in_front() -> None:
    names = {one.name for one in load_named() if one.kind == "office"}
    assert {"Health Ministry", "Department for Health", "Ministry of Agriculture, Forestry and Fisheries"} <= names
    assert "Agriculture, Forestry and Fisheries Ministry" not in names


def test_a_pivot_leads_both_ways_and_in_the_plural() -> None:
    pivots = load_pivots()
    assert "foreign" in pivots["overseas"]
    assert "overseas" in pivots["foreign"]
    assert "agencies" in pivots["companies"]


def test_phrases_are_of_known_kinds() -> None:
    assert set(load_phrases().values()) == {"date", "ordinal", "plain", "post"}
