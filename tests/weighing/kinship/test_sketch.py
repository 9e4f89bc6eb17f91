"""Kin share keys, strangers do not, and a sketch stays small."""

import pytest

from foreigndesk.weighing.kinship import SHARED_BANDS, Index, sketch_of
from foreigndesk.weighing.kinship.index import MOST_KEPT
from foreigndesk.weighing.kinship.sketch import PAIRS, QUOTATIONS, QUOTED, TRIPLES
from tests.weighing.kinship.examples import INDEPENDENT, REWRITE, WIRE, first, kin, spun

PARAGRAPHS = WIRE.split("\n\n")


@pytest.mark.parametrize(
    "text", [WIRE.upper(), REWRITE, spun(WIRE), "\n\n".join(PARAGRAPHS[2:4]), "\n\n".join(reversed(PARAGRAPHS))]
)
def test_every_sort_of_kin_is_a_candidate(text: str) -> None:
    assert sketch_of(text).shared(sketch_of(WIRE)) >= SHARED_BANDS


def test_one_long_quotation_makes_a_candidate() -> None:
    quotation = '"They knew our shifts better than my wife does," said a man.'
    assert sketch_of(f"{quotation} {INDEPENDENT[400:]}").shared(sketch_of(WIRE)) >= SHARED_BANDS


def test_a_sketch_of_a_book_is_no_larger_than_the_bound() -> None:
    book = " ".join(f"{word} {number}" for number in range(400) for word in WIRE.split()[:20])
    assert len(sketch_of(book).bands) <= TRIPLES + PAIRS + QUOTATIONS * QUOTED


def test_the_keys_are_the_same_in_every_run_and_on_every_machine() -> None:
    assert sketch_of("Norland opened the border at Vartius.").bands[:2] == (4260848749869133722, -8455231887101620960)


def test_an_index_gives_the_nearest_first_and_no_stranger() -> None:
    index = Index()
    for each in (kin(INDEPENDENT, "r-own"), kin(REWRITE, "r-rewrite"), kin(WIRE, "r-copy")):
        index.add(each)
    assert [each.report.id for each in index.candidates(first().sketch)][:2] == ["r-copy", "r-rewrite"]
    assert index.candidates(sketch_of("Copper prices fell in thin trade.")) == []


def test_of_many_copies_the_first_are_found() -> None:
    index = Index()
    for number in range(MOST_KEPT + 20):
        index.add(kin(WIRE, f"r-{number:03}"))
    assert len(index) == MOST_KEPT + 20
    assert index.candidates(first().sketch, most=1)[0].report.id == "r-000"
