import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, Statement, report_id
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.statements.nominals import find_nominals

READER = Reader(actors=load_actors())


def statements(text: str) -> tuple[Statement, ...]:
    return READER.read(Report(report_id(text, None), "test.txt", text, published="2024-10-31")).statements


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("The view in Beijing is that the pact will last.", "Beijing", "that the pact will last"),
        ("The worry among European officials is that it fails.", "European officials", "that it fails"),
        ("Their fear was that talks would fail.", "Their", "that talks would fail"),
        ("The hope is that talks resume.", "", "that talks resume"),
    ],
)
def test_a_noun_of_thought_tells_what_is_thought_and_by_whom(text: str, holder: str, content: str) -> None:
    (one,) = find_nominals(parse(text))
    printed = " ".join(text[span.start : span.end] for span in one.speaker)
    assert (printed, text[one.content[0].start : one.content[-1].end]) == (holder, content)


@pytest.mark.parametrize("text", ["The problem is that it rains.", "The envoy is happy that it rains.", "It is late."])
def test_facts_and_feelings_of_a_subject_are_no_nominals(text: str) -> None:
    assert list(find_nominals(parse(text))) == []


def test_a_hope_of_nobody_in_particular_is_that_of_who_spoke_last() -> None:
    text = (
        "A second U.S. official said on Tuesday that talks had begun. "
        "The hope is that China will pass the message on to Kim Jong-un."
    )
    hope = next(one for one in statements(text) if one.via)
    assert (hope.speaker.printed, hope.speaker.country) == (None, "USA")
    assert hope.speaker.doubt is not None
    assert [mention.actor for mention in hope.via] == ["CHN"]
    assert [mention.printed for mention in hope.addressees] == ["Kim Jong-un"]
