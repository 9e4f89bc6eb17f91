"""Spoilt texts carry their gold along exactly, and each spoiling spoils what it says and nothing else."""

import csv
import random
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from evals.polnear import GoldReport
from evals.robustness import (
    BETWEEN,
    BYLINES,
    DATELINES,
    SPOILINGS,
    STEMS,
    UNSEEN_STEMS,
    WHOLE,
    Edit,
    british,
    edited,
    f1,
    f1_printed,
    furniture,
    kept,
    measure,
    no_marks,
    odd_synonyms,
    straight_marks,
    wrong_splits,
)
from training.statements import spin

SAID = (
    "“It’s over,” Mr. Lund of the Defense Ministry said.\n\nThe program, he added, had ‘no future’ there. He said so."
)
WORDS = """said, told “We ” « » " ' ‘quick’ don’t Mr. U.S. The Gov Ohio. organized Color PROGRAM percent over.” talks
 announced that, — \n\n \n ASHFORD — Added""".split(" ")


@st.composite
def reports(draw: DrawFn) -> GoldReport:
    """A report of words, marks and line breaks, with gold spans anywhere, also across and beside one another."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)))
    place = st.integers(0, len(text))
    spans = st.lists(st.lists(place, min_size=2, max_size=2, unique=True).map(sorted), max_size=2)
    role = st.fixed_dictionaries({"source": spans, "cue": spans, "content": spans})
    return GoldReport("invented", text, draw(st.lists(role, max_size=4)), draw(spans))


@st.composite
def edits_of(draw: DrawFn, text: str) -> list[Edit]:
    """Edits that touch no character twice: replacements, deletions, insertions."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    pairs = zip(places[::2], places[1::2], strict=False)
    words = st.sampled_from(["", "x", "averred", " Read more "])
    return [Edit(start, draw(st.sampled_from((start, end))), draw(words)) for start, end in pairs]


def covered(text: str, start: int, end: int, edits: list[Edit]) -> str:
    """What a span must cover afterwards, said character by character: its own and what replaced or stands in them."""
    words = []
    for i in range(start, end):
        words += [e.words for e in edits if e.start == e.end == i != start]
        words += [e.words for e in edits if e.start < e.end and max(e.start, start) == i < e.end]
        words += [] if any(e.start <= i < e.end for e in edits) else [text[i]]
    return "".join(words)


def all_spans(report: GoldReport) -> list[list[int]]:
    """Every gold span of a report in one order."""
    roles = [one[role] for one in report.attributions for role in ("source", "cue", "content")]
    return [span for role in [*roles, report.discarded] for span in role]


def assert_carried(report: GoldReport, edits: list[Edit]) -> None:
    """Every gold span covers its words or what replaced them; those of which nothing is left are gone."""
    spoilt = edited(report, edits)
    words = [covered(report.text, start, end, edits) for start, end in all_spans(report)]
    assert [spoilt.text[start:end] for start, end in all_spans(spoilt)] == [each for each in words if each]
    assert spoilt.text == covered(f" {report.text} ", 0, len(report.text) + 2, shifted(edits))[1:-1]
    assert len(spoilt.attributions) == len(report.attributions)


def shifted(edits: list[Edit]) -> list[Edit]:
    """The same edits in a text with one more character before it."""
    return [Edit(edit.start + 1, edit.end + 1, edit.words) for edit in edits]


@given(st.data())
def test_every_gold_span_covers_its_words_or_what_replaced_them(data: st.DataObject) -> None:
    report = data.draw(reports())
    assert_carried(report, data.draw(edits_of(report.text)))


@pytest.mark.parametrize("name", SPOILINGS)
@settings(max_examples=40)
@given(report=reports(), seed=st.integers(0, 9))
def test_every_spoiling_carries_the_gold_along(name: str, report: GoldReport, seed: int) -> None:
    assert_carried(report, SPOILINGS[name](report, random.Random(seed)))


@settings(max_examples=20)
@given(reports())
def test_a_spoiling_spoils_alike_each_time(report: GoldReport) -> None:
    for spoiling in SPOILINGS.values():
        assert spoiling(report, random.Random("a")) == spoiling(report, random.Random("a"))


def test_two_edits_of_one_character_are_refused() -> None:
    with pytest.raises(ValueError, match="two edits at character 2"):
        edited(said(), [Edit(0, 3, ""), Edit(2, 4, "")])


def said() -> GoldReport:
    """An invented report with its two attributions."""
    whole = [[SAID.index("“"), SAID.index("”") + 1]]
    lund, cue = place("Mr. Lund of the Defense Ministry"), place("said")
    first = {"source": [lund], "cue": [cue], "content": whole}
    second = {"source": [place("he")], "cue": [place("added")], "content": [place("The program"), place("had ‘no")]}
    return GoldReport("said", SAID, [first, second], [])


def place(words: str) -> list[int]:
    """Where words stand first in the invented report."""
    return [SAID.index(words), SAID.index(words) + len(words)]


def spoilt_by(name: str) -> str:
    """The invented report spoilt, with the first throw of the dice."""
    return edited(said(), SPOILINGS[name](said(), random.Random(0))).text


def test_straight_marks_leave_no_curly_one() -> None:
    new = edited(said(), straight_marks(said(), random.Random(0)))
    assert new.text.startswith('"It\'s over," Mr. Lund')
    assert "'no future'" in new.text


def test_lost_marks_leave_the_apostrophes() -> None:
    new = edited(said(), no_marks(said(), random.Random(0)))
    assert new.text.startswith("It’s over, Mr. Lund")
    assert "had no future there." in new.text
    start, end = new.attributions[0]["content"][0]
    assert new.text[start:end] == "It’s over,"


def test_synonyms_replace_cues_and_not_the_same_words_elsewhere() -> None:
    new = edited(said(), odd_synonyms(said(), random.Random(0)))
    cues = [new.text[start:end] for one in new.attributions for start, end in one["cue"]]
    says = {spin.forms(verb)[2] for verb in UNSEEN_STEMS["say"].split()}
    adds = {spin.forms(verb)[2] for verb in UNSEEN_STEMS["add"].split()}
    assert cues[0] in says
    assert cues[1] in adds
    assert new.text.endswith("He said so.")


def test_synonyms_and_straight_marks_come_together() -> None:
    both = spoilt_by("odd-synonyms-straight")
    assert "said." not in both.split("\n")[0]
    assert not set("“”‘’") & set(both)


def test_british_spelling_reaches_inflections_capitals_and_titles() -> None:
    text = "Mr. Oakes of the U.S. Defense Center UNRECOGNIZED favorite programs, 5 percent; humorous programmers."
    new = edited(GoldReport("b", text, [], []), british(GoldReport("b", text, [], []), random.Random(0)))
    assert new.text == (
        "Mr Oakes of the US Defence Centre UNRECOGNISED favourite programmes, 5 per cent; humorous programmers."
    )


def test_british_spelling_of_british_spelling_is_itself() -> None:
    twice = " ".join([*STEMS.values(), *WHOLE.values()])
    assert british(GoldReport("b", twice, [], []), random.Random(0)) == []


def test_furniture_stands_around_and_between_and_in_no_gold_span() -> None:
    text = "A headline.\n\n" + "A paragraph.\n\n" * 40
    broken = [text.index("A p"), text.index("A p") + 280]  # gold over the first twenty paragraphs
    report = GoldReport("f", text, [{"source": [], "cue": [], "content": [broken]}], [])
    edits = furniture(report, random.Random(1))
    new = edited(report, edits)
    start, end = new.attributions[0]["content"][0]
    assert new.text[start:end] == text[slice(*broken)]
    assert any(f"\n\n{line}\n\nA paragraph." in new.text for line in BETWEEN)
    assert new.text.split("\n\n")[:2] == [edits[0].words.strip(), "A headline."]
    assert edits[1].words.startswith(BYLINES)
    assert edits[1].words.endswith(DATELINES)


def test_a_printed_dateline_gets_no_second() -> None:
    report = GoldReport("f", "A headline.\n\nFLINT, Mich. — It rained.", [], [])
    assert edited(report, furniture(report, random.Random(0))).text.endswith("\n\nFLINT, Mich. — It rained.")


def test_wrong_splits_are_of_four_kinds() -> None:
    text = "The talks in Ohio ended early. “We left.” Nobody stayed.\n\nThe envoy was silent.\n\n" * 200
    report = GoldReport("w", text, [], [])
    kinds = {(text[edit.start : edit.end], edit.words) for edit in wrong_splits(report, random.Random(0))}
    assert kinds == {("", "."), (".", ""), ("\n\n", " "), (" ", "\n\n")}


def test_no_odd_synonym_was_seen_in_training() -> None:
    odd = {verb for verbs in UNSEEN_STEMS.values() for verb in verbs.split()}
    swapped_in = {verb for verbs in spin.STEMS.values() for verb in verbs.split()} | set(spin.STEMS)
    with (files("foreigndesk.lexicon") / "data" / "cues.csv").open(encoding="utf-8") as rows:
        counted = {word for row in csv.DictReader(rows) if int(row["cued"]) for word in row["lemma"].split()}
    assert odd & swapped_in == set()
    assert odd & counted == set()


def test_what_is_kept_is_the_spoilt_share_of_f1() -> None:
    rows = [(3, 8, 2, 8), (1, 2, 1, 2)]
    assert f1_printed(rows) == pytest.approx(0.8)
    assert f1(rows) == pytest.approx(0.6)
    assert kept(rows) == pytest.approx(0.75)


def test_without_the_corpora_nothing_is_measured() -> None:
    assert measure(None) == []
