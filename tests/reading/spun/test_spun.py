"""Reports whose words a machine exchanged, and reports that only look so. All written for these tests."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, Spun
from foreigndesk.reading.parse import parse
from foreigndesk.reading.spun import find_spun

SPUN = """\
The State Division mentioned on Thursday that it had knowledgeable its allies in regards to the talks.

Two officers of the Worldwide Atomic Power Company mentioned the inspectors had obtained the identical reply in
current months, and nations of the area are involved. "We anticipate an extra spherical of conferences," mentioned a
researcher on the Brookings Establishment, who requested for anonymity to debate the difficulty.

The White Home declined to remark. Chinese language officers mentioned earlier that the nation's overseas coverage
would not shift, and that its military doesn't search a new Chilly Warfare.
"""
WRITTEN = """\
The State Department said on Thursday that it had informed its allies about the talks.

Two officials of the International Atomic Energy Agency said the inspectors had received the same answer in recent
months, and countries in the region are worried. "We expect another round of meetings," said a researcher at the
Brookings Institution, who asked not to be named because the matter is delicate.

The White House declined to comment. Chinese officials said earlier that the country's foreign policy would not
change, and that its army does not seek a new Cold War.
"""
GOLD = Path(__file__).parents[3] / "evals" / "gold" / "statements"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def spun(text: str) -> Spun | None:
    """What is found in a text."""
    return find_spun(parse(text), Report("r", "", text), (), load_actors())


def test_exchanged_words_are_found_and_the_same_report_as_written_is_left_alone() -> None:
    assert spun(SPUN) is not None
    assert spun(WRITTEN) is None


def test_every_oddity_is_printed_where_it_says() -> None:
    found = spun(SPUN)
    assert found is not None
    assert [SPUN[one.start : one.end] for one in found.oddities] == [one.printed for one in found.oddities]
    assert 0.5 <= found.model_score <= 1


def test_the_reason_names_some_exchanges() -> None:
    found = spun(SPUN)
    assert found is not None
    assert "“Division” for “department”" in found.reasons[0].sentence


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_no_report_written_by_hand_is_taken_for_spun(path: Path) -> None:
    row = json.loads(path.read_text(encoding="utf-8"))
    if row["style"] == "spun":
        pytest.skip("a spun report: measured in evals/spun.py")
    assert spun(row["text"]) is None


def test_one_of_the_two_seeds_is_spun() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds lie in ../shared/seeds, beside the repository")
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert [spun(text) is not None for text in texts] == [True, False]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    found = spun(text)
    assert found is None or all(text[one.start : one.end] == one.printed for one in found.oddities)
