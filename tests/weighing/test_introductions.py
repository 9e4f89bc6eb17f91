"""Whom a report describes before it names him. All persons are invented."""

from __future__ import annotations

import pytest

from foreigndesk.model import Reading, Report
from foreigndesk.reading.reader import Reader
from foreigndesk.weighing.introductions import name_given


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Report("r-1", "one.txt", text, published="2025-03-10"))


def names(reading: Reading) -> set[str | None]:
    """The names given to those whom the report describes."""
    return {name_given(one, reading) for one in reading.statements if (one.speaker.printed or "").startswith("A ")}


def test_who_is_named_without_a_word_on_who_that_is_was_described_before(reader: Reader) -> None:
    text = "A Danish pilot says that armed men stood on the bridge.\n\n“There were six,” Jens Brostrup told the paper."
    assert names(read(reader, text)) == {"Jens Brostrup"}


@pytest.mark.parametrize(
    "named",
    [
        "“There were six,” the harbour master, Jens Brostrup, told the paper.",  # he is somebody else
        "“There were six,” Jens Brostrup, who owns a shop, told the paper.",
        "A nurse said that there were six.\n\n“One was hurt,” Jens Brostrup told the paper.",  # may be the nurse
        "The ship sailed on.\n\nIt was raining.\n\n“There were six,” Jens Brostrup told the paper.",  # too far away
    ],
)
def test_who_is_described_by_himself_or_told_of_later_is_not_taken_for_him(reader: Reader, named: str) -> None:
    text = f"A Danish pilot says that armed men stood on the bridge.\n\n{named}"
    assert names(read(reader, text)) == {None}
