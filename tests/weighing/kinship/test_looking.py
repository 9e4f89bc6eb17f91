"""Kin are found among many, strangers are not looked at, and lists stay short whatever is kept."""

from itertools import combinations

from foreigndesk.model import Kinship, KinshipKind
from foreigndesk.weighing.kinship import MOST_LISTED, OF_ONE_FAMILY, Index, Placed, joined, ranked, sketch_of
from foreigndesk.weighing.lineages import families
from tests.weighing.kinship.examples import INDEPENDENT, REWRITE, WIRE, first, kin

COPIES = 3 * MOST_LISTED


def others(found: tuple[Kinship, ...], name: str) -> list[str]:
    """The reports on the other side."""
    return [tie.creditor if tie.debtor == name else tie.debtor for tie in found]


def test_the_nearest_kin_come_first_and_strangers_not_at_all() -> None:
    index = Index()
    for each in (kin(INDEPENDENT, "r-own"), kin(REWRITE, "r-rewrite"), kin(WIRE, "r-copy")):
        index.place(each)
    assert others(index.place(first()), "r-wire") == ["r-copy", "r-rewrite"]
    assert index.place(kin("Copper prices fell in thin trade.", "r-copper")) == ()


def test_rare_keys_outweigh_common_ones() -> None:
    common = [tuple(range(MOST_LISTED))] * 10
    assert ranked([*common, (99,), (99,), (99, 100)])[0] == 99
    assert ranked(common) == []


def test_of_a_large_family_each_key_lists_a_few_and_a_new_copy_is_tied_to_as_many() -> None:
    index = Index()
    for number in range(COPIES):
        assert len(index.place(kin(WIRE, f"r-{number:03}"))) == min(number, OF_ONE_FAMILY)
    assert {len(under) for under in index.lists(sketch_of(WIRE)).values()} == {OF_ONE_FAMILY}
    assert others(index.place(first()), "r-wire")[0] == "r-000"


def test_a_large_family_holds_together_though_few_of_its_reports_are_compared() -> None:
    index, ties = Index(), list[Kinship]()
    for number in range(COPIES):
        text = f"Edition {number} of our paper, printed in Oulu and Turku.\n\n{WIRE}"
        ties += index.place(kin(text, f"r-{number:03}"))
    assert [len(family) for family in families((tie.debtor, tie.creditor) for tie in ties)] == [COPIES]


def test_a_key_that_many_strangers_have_lists_the_last_of_them() -> None:
    placed = joined({7: tuple(range(MOST_LISTED)), 8: (3,)}, Placed())
    assert placed == {7: tuple(range(1, MOST_LISTED)), 8: (3,)}


def test_who_quotes_a_listed_report_is_not_listed_under_its_words() -> None:
    index = Index()
    index.place(first())
    quotes = f'{INDEPENDENT}\n\n"They knew our shifts better than my wife does," a lieutenant told Harbour Wire.'
    mirror = kin(quotes, "r-mirror", "Lapland Mirror")
    assert [found.kind for found in index.place(mirror)] == [KinshipKind.QUOTES]
    under = index.lists(mirror.sketch).values()
    assert all(len(places) == 1 for places in under)


def test_whatever_the_order_each_pair_of_a_small_family_is_found() -> None:
    texts = {"r-a": WIRE, "r-b": WIRE + "\n\nOulu, by our staff.", "r-c": REWRITE}
    index, found = Index(), set[frozenset[str]]()
    for name, text in texts.items():
        found |= {frozenset((tie.debtor, tie.creditor)) for tie in index.place(kin(text, name))}
    assert found == {frozenset(pair) for pair in combinations(texts, 2)}
