"""Blocks are what two texts share in order; gaps tell how they differ."""

from foreigndesk.weighing.kinship.align import Block, align
from foreigndesk.weighing.kinship.words import words_of

LINE = "the envoy of Norland left the talks in Sudmark on Tuesday without a word about the border"
OTHER = "prices for grain and copper fell again while dealers waited for the harvest figures from the south"


def blocks(one: str, other: str) -> list[Block]:
    """The blocks of two texts."""
    return align(words_of(one), words_of(other))


def test_the_same_text_is_one_block_without_gaps() -> None:
    (block,) = blocks(LINE, LINE)
    assert (block.one, block.other, block.gaps.tolist()) == ((0, 17), (0, 17), [])


def test_a_word_for_a_word_is_a_gap_of_one_on_both_sides() -> None:
    (block,) = blocks(LINE, LINE.replace("talks", "parleys"))
    assert block.gaps.tolist() == [[6, 7, 6, 7]]
    assert len(block) == 16


def test_what_changed_places_is_two_blocks() -> None:
    found = blocks(f"{LINE} {OTHER}", f"{OTHER} {LINE}")
    assert [(block.one, block.other) for block in found] == [((0, 17), (17, 34)), ((17, 34), (0, 17))]


def test_equal_words_inside_a_gap_are_paired() -> None:
    (block,) = blocks(LINE, LINE.replace("talks in Sudmark on", "meeting in Westmar on"))
    assert len(block) == 15


def test_unrelated_texts_share_no_block() -> None:
    assert blocks(LINE, OTHER) == []


def test_function_words_alone_make_no_block() -> None:
    assert blocks("this is what it was all about", "so this is what it was all for") == []
