"""Spoilt copies for training read like spoilt print, and never use a word that robustness is measured with."""

import csv
import random
from dataclasses import replace
from importlib.resources import files

import pytest

from evals.robustness import UNSEEN_STEMS
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.tagging import load_tagger
from foreigndesk.reading.statements.tagging.windows import sentence_words, split_words
from training.statements import spin
from training.statements.spin import Print, forms, resplit, spoil, spun

TEXT = (
    "“The harbour is shut,” Ada Lund said. She had warned of it.\n\nThe minister claimed “nothing’s lost.” "
    "Officials of the ministry told the reporters that quiet ships were waiting.\n\nAccording to Jon Berg, it rains."
)


def printed(text: str) -> Print:
    """A text as training has it, its verbs of saying being cues."""
    doc, words = parse(text), split_words(text, load_tagger().tagger.tokenizer)
    places = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    tags = {(token.idx, token.idx + len(token)): token.tag_ for token in doc}
    cues = {"said", "claimed", "told", "warned", "According"}
    return Print(
        [text[start:end] for start, end in places],
        words.shapes,
        [tags.get(place, "") for place in places],
        frozenset(n for n, (start, end) in enumerate(places) if text[start:end] in cues),
        sentence_words(words, [sentence.start_char for sentence in doc.sents]),
    )


CLEAN = printed(TEXT)
COPIES = [spoil(CLEAN, random.Random(seed)) for seed in range(400)]


def test_no_word_that_robustness_is_measured_with_is_ever_swapped_in() -> None:
    measured = {form for verbs in UNSEEN_STEMS.values() for verb in verbs.split() for form in forms(verb)}
    swapped_in = {form for rows in spin.WORDS.values() for row in rows for form in row}
    neighbours = {form for others in spin.SYNONYMS.values() for form in others}
    assert measured & (swapped_in | neighbours) == set()


def test_verbs_held_out_for_judging_are_never_swapped_in() -> None:
    held = {row[0] for row in spin.WORDS["held"]}
    verbs = {row[0] for kind in ("saying", "mind", "deed") for row in spin.WORDS[kind]}
    assert len(held) > 150
    assert held & verbs == set()


def test_many_verbs_of_saying_are_no_cue_in_the_training_reports() -> None:
    with (files("foreigndesk.lexicon") / "data" / "cues.csv").open(encoding="utf-8") as rows:
        cues = {word for row in csv.DictReader(rows) if int(row["cued"]) for word in row["lemma"].split()}
    assert len({row[0] for row in spin.WORDS["saying"]} - cues) > 400


@pytest.mark.parametrize("kind", ["saying", "mind", "deed", "held"])
def test_every_verb_has_four_forms(kind: str) -> None:
    assert {len(row) for row in spin.WORDS[kind]} == {4}


def test_verbs_double_their_consonants_and_drop_their_vowels() -> None:
    rows = {row[0]: row[1:] for kind in ("saying", "mind", "deed", "held") for row in spin.WORDS[kind]}
    assert rows["concede"] == ["concedes", "conceded", "conceding"]
    assert rows["deny"] == ["denies", "denied", "denying"]
    assert rows["abet"] == ["abets", "abetted", "abetting"]


def test_a_spun_cue_keeps_its_inflection() -> None:
    at = CLEAN.words.index("told")
    past = {row[2] for kind in ("saying", "mind") for row in spin.WORDS[kind]} | set(spin.SYNONYMS["told"]) | {"told"}
    assert {spun(CLEAN, at, random.Random(seed)) for seed in range(200)} <= past


def test_auxiliaries_and_according_stay() -> None:
    for word in ("had", "were", "According"):
        assert {copy.words[CLEAN.words.index(word)] for copy in COPIES} == {word}


def test_a_third_of_the_copies_is_clean() -> None:
    assert 0.3 < sum(copy is CLEAN for copy in COPIES) / len(COPIES) < 0.4


def test_lost_marks_leave_the_gaps_of_a_text_without_marks() -> None:
    bare = printed(TEXT.translate(dict.fromkeys(map(ord, spin.DOUBLE))))
    dropped = replace(CLEAN, words=["" if word in spin.DOUBLE else word for word in CLEAN.words])
    shapes = [shape for shape, word in zip(spin.closed_up(dropped), dropped.words, strict=True) if word]
    assert ([word for word in dropped.words if word], shapes) == (bare.words, bare.shapes)


def test_every_copy_has_a_place_for_each_word() -> None:
    for copy in COPIES:
        assert len(copy.words) == len(copy.shapes) == len(CLEAN.words)
        assert copy.sentences[0] == 0
        assert set(copy.sentences) <= set(CLEAN.sentences)


def test_wrong_splits_lose_stops_and_join_and_part_paragraphs() -> None:
    copies = [resplit(CLEAN, random.Random(seed)) for seed in range(400)]
    gaps = {(old // 4, new // 4) for copy in copies for old, new in zip(CLEAN.shapes, copy.shapes, strict=True)}
    assert {(1, 3), (3, 1)} <= gaps
    assert any(copy.words.count(".") < CLEAN.words.count(".") for copy in copies)
