"""What holds for any two reports: finding does not depend on order, spans lie in the texts, long excerpts are found."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from foreigndesk.model import Report
from foreigndesk.weighing.kinship import OF_ONE_FAMILY, SHARED_KEYS, Index, Kin, judge_kinship, kin_of, sketch_of

SYLLABLES = "ba ko ri ten sul mar vo din esk ula por nim gar hal ost".split()
PLAIN = "the of and to in that for with on was by from it had not".split()
MARKS = ("", "", "", "", ",", ".", ". ", '"', "\n\n", "”", "“", "’")
OUTLETS = (None, "The Daily", "Post")
DAYS = (None, "2025-03-04", "2025-03-04T10:00:00Z", "2025-03-05T10:00", "2025", "soon")


def made_of_words(dice: random.Random, most: int) -> str:
    """Words, names and figures with marks between them."""
    words = []
    for _ in range(dice.randint(0, most)):
        word = "".join(dice.choices(SYLLABLES, k=dice.randint(1, 3)))
        word = dice.choice([dice.choice(PLAIN), word, word.title(), "U.S.", "10,000", "eleven", "北京"])
        words.append(word + dice.choice(MARKS))
    return " ".join(words)


def texts(most: int = 60) -> st.SearchStrategy[str]:
    """Mostly words and marks in a row, drawn by one seed so that it takes no time; sometimes anything at all."""
    return st.one_of(
        st.integers(0, 10**6).map(lambda seed: made_of_words(random.Random(seed), most)),
        st.integers(0, 10**6).map(lambda seed: made_of_words(random.Random(seed), most)),
        st.text(max_size=40),
    )


@st.composite
def pairs(draw: DrawFn) -> tuple[Kin, Kin]:
    """Two reports, the second mostly made of parts of the first."""
    one = draw(texts())
    dice, share = random.Random(draw(st.integers(0, 10**6))), draw(st.sampled_from([0.0, 0.5, 0.9, 1.0]))
    kept = [part for part in one.split(" ") if dice.random() < share]
    other = " ".join([*kept, draw(texts(most=20))])
    made = []
    for name, text in (("r-1", one), ("r-2", other)):
        outlet, published = draw(st.sampled_from(OUTLETS)), draw(st.sampled_from(DAYS))
        made.append(kin_of(Report(id=name, path=name, text=text, outlet=outlet, published=published)))
    return made[0], made[1]


@settings(max_examples=60)
@given(pairs())
def test_the_finding_is_the_same_whichever_is_given_first(pair: tuple[Kin, Kin]) -> None:
    one, other = pair
    assert judge_kinship(one, other) == judge_kinship(other, one)


@settings(max_examples=60)
@given(pairs())
def test_every_cite_lies_in_its_text_and_covers_words(pair: tuple[Kin, Kin]) -> None:
    finding = judge_kinship(*pair)
    reports = {kin.report.id: kin.report.text for kin in pair}
    for cite in finding.cites if finding else ():
        assert reports[cite.report][cite.start : cite.end].strip() == reports[cite.report][cite.start : cite.end] != ""
    assert finding is None or 0 <= finding.score <= 1


@given(texts())
def test_a_sketch_depends_on_the_text_alone_and_has_each_key_once(text: str) -> None:
    sketch = sketch_of(text)
    assert sketch == sketch_of(text)
    assert len(set(sketch.keys)) == len(sketch.keys) == sketch.shared(sketch)
    assert all(-(2**63) <= band < 2**63 for band in sketch.keys)


@settings(max_examples=30)
@given(st.lists(texts(), max_size=OF_ONE_FAMILY), texts())
def test_what_is_found_does_not_depend_on_the_order_of_those_kept(kept: list[str], text: str) -> None:
    made = [kin_of(Report(id=f"r-{place}", path="", text=each)) for place, each in enumerate(kept)]
    forward, backward = Index(), Index()
    for one, other in zip(made, reversed(made), strict=True):
        forward.place(one)
        backward.place(other)
    kin = kin_of(Report(id="r-new", path="", text=text))
    assert {found.id for found in forward.place(kin)} == {found.id for found in backward.place(kin)}


@st.composite
def long_reports(draw: DrawFn) -> str:
    """A report of several hundred words, most of them its own, in sentences and paragraphs."""
    seed = draw(st.integers(0, 10**6))
    dice = random.Random(seed)
    sentences = []
    for _ in range(draw(st.integers(30, 60))):
        row = [dice.choice(PLAIN) if n % 2 else "".join(dice.choices(SYLLABLES, k=3)) for n in range(14)]
        row[4] = row[4].title()
        sentences.append(" ".join(row).capitalize() + ".")
    return "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


@settings(max_examples=30)
@given(long_reports(), st.floats(0, 1))
def test_a_third_of_any_long_report_is_found_and_judged(text: str, where: float) -> None:
    parts = text.split("\n\n")
    size = len(parts) // 3 + 1
    start = int(where * (len(parts) - size))
    whole = kin_of(Report(id="r-1", path="", text=text))
    part = kin_of(Report(id="r-2", path="", text="\n\n".join(parts[start : start + size])))
    assert whole.sketch.shared(part.sketch) >= SHARED_KEYS
    finding = judge_kinship(whole, part)
    assert finding is not None
    assert (finding.kind, finding.debtor) == ("excerpt", "r-2")
