import pytest

from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.attribution import Attribution
from foreigndesk.reading.statements.attributions import find_attributions


def words(text: str, one: Attribution) -> tuple[str, str, str]:
    def join(spans: tuple[object, ...]) -> str:
        return " // ".join(text[span.start : span.end] for span in spans)  # type: ignore[attr-defined]

    return join(one.speaker), join(one.cue), join(one.content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said that the talks had failed.",
            ("The ministry", "said", "that the talks had failed"),
        ),
        (
            "“We will not accept this,” said Prof Ada Lindqvist, of the law faculty.",
            ("Prof Ada Lindqvist, of the law faculty", "said", "“We will not accept this,”"),
        ),
        (
            "The convoy left at dawn, according to two diplomats.",
            ("two diplomats", "According to".lower(), "The convoy left at dawn"),
        ),
        (
            "Sanctions, the envoy added, would follow within days.",
            ("the envoy", "added", "Sanctions // would follow within days"),
        ),
        (
            "The minister called for an immediate ceasefire.",
            ("The minister", "called for", "an immediate ceasefire"),
        ),
    ],
)
def test_each_way_of_saying_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert words(text, find_attributions(parse(text), text)[0]) == expected


def test_a_quotation_is_taken_whole_though_the_cue_stands_in_its_last_sentence() -> None:
    text = "“The talks are over. Nobody will come back to them,” the ambassador said."
    assert [words(text, one)[2] for one in find_attributions(parse(text), text)] == [
        "“The talks are over. Nobody will come back to them,”"
    ]


def test_a_quotation_that_follows_goes_to_the_same_speaker() -> None:
    text = "“The talks are over,” the ambassador said. “We have nothing more to discuss with them.”"
    assert words(text, find_attributions(parse(text), text)[0]) == (
        "the ambassador",
        "said",
        "“The talks are over,” // “We have nothing more to discuss with them.”",
    )


def test_a_quoted_heading_is_nobodys_statement() -> None:
    text = "The envoy said the talks had failed.\n\n‘Unnerving to everyone’\n\nThe minister said they had not."
    assert all("Unnerving" not in words(text, one)[2] for one in find_attributions(parse(text), text))


def test_a_statement_inside_a_statement_is_found_as_well() -> None:
    text = "A second official said the adviser had urged the agencies to raise the matter."
    speakers = [words(text, one)[0] for one in find_attributions(parse(text), text)]
    assert speakers == ["A second official", "the adviser"]


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "SEOUL, Oct. 31 (Meridian) — The talks have failed, officials said on Thursday."
    assert [words(text, one)[2] for one in find_attributions(parse(text), text)] == ["The talks have failed"]


def test_nobody_speaks_half_a_quotation() -> None:
    text = (
        "Ivan Petrov, a former minister, repeated the charge. “The silence in the capital is staggering. There is not "
        "a line in the papers about it,” he said at the event."
    )
    holders = [one for one in find_attributions(parse(text), text) if "staggering" in words(text, one)[2]]
    assert [words(text, one)[0] for one in holders] == ["he"]
    assert words(text, holders[0])[2].startswith("“The silence")


def test_a_report_of_rumour_has_no_speaker() -> None:
    text = "Talks have reportedly failed."
    assert [words(text, one)[:2] for one in find_attributions(parse(text), text)] == [("", "reportedly")]


def test_who_tells_of_a_demand_says_the_whole_of_it() -> None:
    text = (
        "Mr. Lund, the envoy, has urged the agencies to convey the concerns to China, a second U.S. official mentioned."
    )
    told = {words(text, one)[0]: words(text, one)[2] for one in find_attributions(parse(text), text)}
    assert told["a second U.S. official"].startswith("Mr. Lund, the envoy, has urged the agencies to convey")


def test_a_think_tank_thinks_nothing() -> None:
    text = "At a seminar of a Washington think tank, the envoy insisted that the matter was closed."
    assert [words(text, one)[1] for one in find_attributions(parse(text), text)] == ["insisted"]


def test_a_relative_pronoun_alone_is_not_said() -> None:
    text = "They study the deployment, which Mr. Lund has called “very unwise.”"
    assert all("which" not in words(text, one)[2].split(" // ") for one in find_attributions(parse(text), text))
