"""Kin share keys, strangers do not, and a sketch stays small."""

import pytest

from foreigndesk.weighing.kinship import SHARED_KEYS, sketch_of
from foreigndesk.weighing.kinship.sketch import PAIRS, QUOTATIONS, QUOTED, TRIPLES
from tests.weighing.kinship.examples import INDEPENDENT, REWRITE, WIRE, spun

PARAGRAPHS = WIRE.split("\n\n")


@pytest.mark.parametrize(
    "text", [WIRE.upper(), REWRITE, spun(WIRE), "\n\n".join(PARAGRAPHS[2:4]), "\n\n".join(reversed(PARAGRAPHS))]
)
def test_every_sort_of_kin_is_a_candidate(text: str) -> None:
    assert sketch_of(text).shared(sketch_of(WIRE)) >= SHARED_KEYS


def test_one_long_quotation_makes_a_candidate() -> None:
    quotation = '"They knew our shifts better than my wife does," said a man.'
    assert sketch_of(f"{quotation} {INDEPENDENT[400:]}").shared(sketch_of(WIRE)) >= SHARED_KEYS


def test_a_sketch_of_a_book_is_no_larger_than_the_bound() -> None:
    book = " ".join(f"{word} {number}" for number in range(400) for word in WIRE.split()[:20])
    assert len(sketch_of(book).keys) <= TRIPLES + PAIRS + QUOTATIONS * QUOTED


def test_the_keys_are_the_same_in_every_run_and_on_every_machine() -> None:
    assert sketch_of("Norland opened the border at Vartius.").keys[:2] == (65015392301469, 152458376870848)
