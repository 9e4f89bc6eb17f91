"""Names restored beside their print. All persons are invented."""

import re
from itertools import pairwise

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Name, Report, Spun
from foreigndesk.reading.names import find_names
from foreigndesk.reading.names.restored import restore, with_elsewhere
from foreigndesk.reading.parse import parse

SPUN = Spun((), 1.0)


def names(text: str, spun: Spun | None = SPUN) -> tuple[Name, ...]:
    """The names of a text, restored."""
    doc = parse(text)
    return restore(find_names(doc, Report("r", "", text), load_actors()), doc, spun, load_actors())


def restored(text: str, spun: Spun | None = SPUN) -> dict[str, tuple[str | None, str | None]]:
    """Printed name -> restored name and actor, of those that are restored."""
    return {name.printed: (name.restored, name.actor) for name in names(text, spun) if name.restored}


def test_a_known_institute_is_restored_with_its_actor() -> None:
    text = "An analyst of the Stimson Heart mentioned the talks."
    assert restored(text) == {"Stimson Heart": ("Stimson Center", "stimson-center")}


def test_a_body_named_by_its_state_is_restored_whole() -> None:
    text = "Japan's overseas ministry mentioned that it had protested."
    assert restored(text) == {"Japan's overseas ministry": ("Japan's foreign ministry", "jpn-foreign-ministry")}


def test_printed_words_and_offsets_never_change() -> None:
    text = "The White Home and the Brookings Establishment spoke to Edmund Frosty on Monday. Frosty was content."
    assert all(text[name.start : name.end] == name.printed for name in names(text))


def test_names_never_overlap() -> None:
    text = "The Worldwide Atomic Power Company met China's Overseas Ministry and the Safety Council."
    found = names(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_person_is_restored_everywhere_once_named_in_full() -> None:
    text = "“It is over,” mentioned Edmund Frosty, an envoy. On Monday, Mr. Frosty left. Nobody followed."
    found = restored(text)
    assert found["Edmund Frosty"] == ("Edmund Frost", None)
    assert found["Frosty"] == ("Frost", None)


def test_in_a_report_that_is_not_spun_nothing_is_restored() -> None:
    text = "Edmund Frosty of the Stimson Heart met Teresa Solar at the White Home."
    assert restored(text, spun=None) == {}


def test_a_name_is_restored_as_the_report_prints_it_elsewhere() -> None:
    full = Name("Harbor Center", None, None, 0, 13, kind="body")
    again = Name("Harbor Center", None, None, 20, 33, kind="body")
    broken = Name("Harbor Heart", None, None, 40, 52, kind="body")
    assert [name.restored for name in with_elsewhere([full, again, broken])] == [None, None, "Harbor Center"]


def test_a_restored_name_says_why() -> None:
    reasons = [reason.sentence for name in names("He spoke at the Stimson Heart.") for reason in name.reasons]
    assert any(re.search("“Heart” stands for “cent(er|re)”; “Stimson Center” is a known", each) for each in reasons)
