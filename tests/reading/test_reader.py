import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.model import Passage, Reading, Report, report_id
from foreigndesk.reading.reader import Reader
from foreigndesk.record import decode, encode

SENTENCES = [
    "“We hope all sides will step back,” Rao Qingmei, a foreign ministry spokeswoman, said on Tuesday.",
    "She added that China was nobody’s messenger.",
    "North Korea launched a missile on Thursday, South Korea’s military said.",
    "According to a senior U.S. official, the talks lasted several hours.",
    "The official, who spoke on condition of anonymity, declined to give details.",
    "If Russia sends help, Japan will move closer to the United States, Ms. Lindqvist warned.",
    "This June, Russia and North Korea signed a mutual defense pact.",
    "Nobody expected the rain.",
    "“The first part goes on.",
    "But (see above) — no!",
]
READER = Reader()


def report(text: str, published: str | None = "2024-10-31") -> Report:
    return Report(report_id(text, None), "test.txt", text, published=published)


def passages_in(value: Any) -> Iterator[Passage]:
    if isinstance(value, Passage):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from passages_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from passages_in(item)


def printed_in(reading: Reading) -> Iterator[tuple[str, int, int]]:
    for passage in passages_in(reading):
        yield passage.text, passage.start, passage.end
    for name in reading.names:
        yield name.printed, name.start, name.end
    for when in reading.whens:
        yield when.printed, when.start, when.end
    for one in reading.statements:
        for mention in (one.speaker, *one.addressees, *one.via):
            if mention.printed is not None and mention.start is not None and mention.end is not None:
                yield mention.printed, mention.start, mention.end


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from([" ", "\n\n", "\r\n", "\n "]))
def test_every_cite_quotes_what_it_says(sentences: list[str], between: str) -> None:
    reading = READER.read(report(between.join(sentences)))
    for printed, start, end in printed_in(reading):
        assert reading.report.text[start:end] == printed


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_a_reading_survives_its_json_unchanged(sentences: list[str]) -> None:
    reading = READER.read(report("\n\n".join(sentences)))
    assert decode(encode(reading), Reading) == reading


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert READER.read(report(text)).report.text == text


def test_the_same_report_read_twice_gives_the_same_ids() -> None:
    once, again = (READER.read(report(" ".join(SENTENCES))) for _ in range(2))
    assert once == again


def test_what_was_read_before_changes_nothing() -> None:
    one, other = report(SENTENCES[0] + " " + SENTENCES[1]), report("\n".join(SENTENCES[2:]))
    forwards = [READER.read(one), READER.read(other)]
    backwards = [READER.read(other), READER.read(one)]
    assert forwards == backwards[::-1]


def test_a_report_in_another_language_is_kept_unread_and_says_so() -> None:
    reading = READER.read(dataclasses.replace(report("Der Minister sagte nichts."), language="de"))
    assert reading.statements == ()
    assert [setback.what for setback in reading.setbacks] == ["the report is in another language (de)"]


@pytest.mark.parametrize("seed", ["000_9f885d84525d45c3.txt", "003_cd97c4a7403ef4d3.txt"])
def test_the_seed_reports_name_their_main_speakers(seed: str) -> None:
    path = Path(__file__).parents[3] / "shared" / "seeds" / seed
    if not path.exists():
        pytest.skip("the seed reports are not beside the project")
    speakers = {s.speaker.name for s in READER.read(report(path.read_text(encoding="utf-8"))).statements}
    wanted = {"Ali Wyne", "John Delury", "Ryan Hass"} if seed.startswith("000") else {"Kurt Campbell", "Dennis Wilder"}
    assert wanted <= speakers
