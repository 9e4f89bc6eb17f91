import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, SourcingKind, Statement, StatementKind, report_id
from foreigndesk.reading.reader import Reader

READER = Reader(actors=load_actors())


def statements(text: str, published: str = "2024-10-31") -> tuple[Statement, ...]:
    return READER.read(Report(report_id(text, None), "test.txt", text, published=published)).statements


def test_a_person_gets_the_post_held_on_the_day_of_the_report() -> None:
    (one,) = statements("Kurt Campbell said that talks with China would continue.")
    assert (one.speaker.actor, one.speaker.post, one.speaker.country) == (
        "kurt-campbell",
        "Deputy Secretary of State",
        "USA",
    )


def test_a_capital_speaks_for_its_state() -> None:
    one = statements("Beijing said that it opposed the launch.")[0]
    assert (one.speaker.printed, one.speaker.actor) == ("Beijing", "CHN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund, a minister, resigned. “It is over,” she said.", "Ada Lund"),
        ("Ada Lund met Ivan Petrov. “It is over,” he said.", "Ivan Petrov"),
        ("Ms. Lund arrived late. Ada Lund stayed. Mr. Petrov said that it was over.", "Petrov"),
        ("Ada Lund, a former spy chief, resigned.\n\n“It is over,” the former spy chief said.", "Ada Lund"),
        ("Ada Lund, who said that it was over, resigned.", "Ada Lund"),
    ],
)
def test_pronouns_and_descriptions_are_resolved_to_whom_they_mean(text: str, expected: str) -> None:
    assert statements(text)[-1].speaker.name == expected


def test_whom_a_speaker_mentions_is_not_who_speaks() -> None:
    text = "Ivan Petrov, an envoy, took the floor. “Boris Smirnov will not come back, and Pavel knows it,” he said."
    assert [one.speaker.name for one in statements(text) if one.within is None] == ["Ivan Petrov"]


def test_two_unnamed_officials_are_told_apart() -> None:
    text = (
        "A senior administration official said that talks had begun. A second U.S. official said that they had failed. "
        "The official declined to give details."
    )
    speakers = [one.speaker.name for one in statements(text) if one.within is None]
    assert speakers == ["senior administration official", "second U.S. official", "second U.S. official"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    inner = next(one for one in statements("“I think that talks will fail,” Ada Lund said.") if one.within)
    assert (inner.speaker.printed, inner.speaker.name) == ("I", "Ada Lund")


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("Ada Lund said that talks had failed.", SourcingKind.NAMED, {}),
        ("A spokesman for the finance ministry said that talks had failed.", SourcingKind.SPOKESPERSON,
         {"speaks_for": "the finance ministry"}),
        ("Two senior U.S. officials said that talks had failed.", SourcingKind.UNNAMED,
         {"count": 2, "level": "senior", "country": "USA"}),
        ("An official said, on condition of anonymity, that the talks had failed.", SourcingKind.UNNAMED,
         {"count": 1, "reason": "on condition of anonymity"}),
        ("Analysts said that talks had failed.", SourcingKind.COLLECTIVE, {}),
        ("The report said that talks had failed.", SourcingKind.DOCUMENT, {}),
        ("The state news agency KCNA reported that talks had failed.", SourcingKind.MEDIA, {}),
        ("The ambassador said that talks had failed.", SourcingKind.TITLE, {}),
        ("Talks have reportedly failed.", SourcingKind.NONE, {}),
    ],
)  # fmt: skip
def test_each_way_of_describing_a_speaker_has_its_class(
    text: str, kind: SourcingKind, fields: dict[str, object]
) -> None:
    sourcing = statements(text)[0].sourcing
    assert (sourcing.kind, {name: getattr(sourcing, name) for name in fields}) == (kind, fields)


def test_addressees_forum_and_time_are_read_from_the_cue() -> None:
    text = "Ada Lund told reporters on Wednesday at a news conference in Beijing that talks had failed."
    (one,) = statements(text)
    assert [mention.printed for mention in one.addressees] == ["reporters"]
    assert one.forum is not None
    assert one.forum.text == "a news conference in Beijing"
    assert one.when is not None
    assert (one.when.printed, one.when.earliest) == ("Wednesday", "2024-10-30")


def test_a_nested_statement_names_the_one_it_is_told_in() -> None:
    inner, outer = sorted(
        statements("A second official said that Jake Sullivan had urged agencies to raise the matter."),
        key=lambda one: one.within is None,
    )
    assert inner.within == outer.id
    assert inner.speaker.name == "Jake Sullivan"


def test_what_is_told_without_words_is_an_attitude() -> None:
    kinds = {one.cue.text: one.kind for one in statements("Ada Lund supports the pact.") if one.cue}
    assert kinds == {"supports": StatementKind.ATTITUDE}


def test_every_statement_says_why() -> None:
    for one in statements("Ada Lund, an envoy, told reporters that talks had failed. She denied that they were over."):
        assert {"attribution", "kind", "force"} <= {reason.rule for reason in one.reasons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund urged the public not to panic.", ["the public"]),
        ("Ada Lund called on China to act.", ["China"]),
        ("Ada Lund told a briefing that talks had failed.", ["a briefing"]),
        ("Talks have failed, according to China.", []),
        ("Ada Lund thanked Ankara for its help.", []),
    ],
)
def test_addressees_are_those_spoken_to(text: str, expected: list[str]) -> None:
    assert [mention.printed for one in statements(text)[:1] for mention in one.addressees] == expected
