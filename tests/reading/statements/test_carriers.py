"""Who carries a message: each sentence is invented, the states are real."""

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, Statement, report_id
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.statements.carriers import find_carriages

READER = Reader(actors=load_actors())


def statements(text: str) -> tuple[Statement, ...]:
    return READER.read(Report(report_id(text, None), "test.txt", text, published="2024-10-31")).statements


def carriages(text: str) -> list[tuple[list[str], str | None, list[str]]]:
    """Carriers, origin and recipients, by their head words."""
    return [
        ([t.text for t in one.carriers], one.origin.text if one.origin else None, [t.text for t in one.recipients])
        for one in find_carriages(parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States asked Oman to relay a warning to Tehran.", ("Oman", "States", "Tehran")),
        ("Oman was asked by France to pass on its terms to Yemen.", ("Oman", "France", "Yemen")),
        ("Berlin turned to Ankara to get a message to Hamas.", ("Ankara", "Berlin", "Hamas")),
        ("Officials hope that Beijing will convey their alarm to Pyongyang.", ("Beijing", "Officials", "Pyongyang")),
        ("The hope is that China will pass the message on to Kim.", ("China", None, "Kim")),
        ("The hope is that China will go the message on to Kim.", ("China", None, "Kim")),  # machine-spun
        ("The Kremlin thanked the Vatican for relaying the list to Kyiv.", ("Vatican", "Kremlin", "Kyiv")),
        ("Turkey refused to pass the threat to Damascus.", ("Turkey", None, "Damascus")),
        ("Washington asked China to tell Pyongyang that the drills would go on.", ("China", "Washington", "Pyongyang")),
        ("Kyiv welcomed Turkey's offer to carry a letter to Moscow.", ("Turkey", None, "Moscow")),
        (
            "Tehran told the Swiss, who told Washington, that the ship would be freed.",
            ("Swiss", "Tehran", "Washington"),
        ),
    ],
)
def test_who_is_asked_to_carry_a_message_is_its_carrier(text: str, expected: tuple[str, str | None, str]) -> None:
    carrier, origin, recipient = expected
    assert carriages(text) == [([carrier], origin, [recipient])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ankara carried messages between Kyiv and Moscow.", ("Ankara", "Kyiv", "Moscow")),
        ("Egyptian mediators handed Hamas the Israeli proposal.", ("mediators", "Israeli", "Hamas")),
        ("A letter from Mr. Lund to the general was delivered by the Norwegian envoy.", ("envoy", "Lund", "general")),
        ("Norway passed the offer to Manila on behalf of the rebels.", ("Norway", "rebels", "Manila")),
        ("The Taliban rejected a request, conveyed by Qatar, to release him.", ("Qatar", None, "Taliban")),
        ("Doha told Tripoli on behalf of Paris that the money would come.", ("Doha", "Paris", "Tripoli")),
        ("The White House gave the Turkish president a letter for Mr. Assad.", ("president", "House", "Assad")),
    ],
)
def test_who_brings_what_is_anothers_is_its_carrier(text: str, expected: tuple[str, str | None, str]) -> None:
    carrier, origin, recipient = expected
    assert carriages(text) == [([carrier], origin, [recipient])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington conveyed its concerns to Tehran through Swiss diplomats.", ("diplomats", "Washington", "Tehran")),
        ("Through Jordan, Israel told Syria that it would not withdraw.", ("Jordan", "Israel", "Syria")),
        ("Messages between Riyadh and Sanaa go through Muscat.", ("Muscat", "Riyadh", "Sanaa")),
        ("The offer went to Tehran by way of Baghdad.", ("Baghdad", None, "Tehran")),
        ("Israel used Qatar as a go-between with Hamas.", ("Qatar", "Israel", "Hamas")),
        ("Qatar has acted as an intermediary between Washington and the Taliban.", ("Qatar", "Washington", "Taliban")),
        ("Qatar hosted indirect talks between Israel and Hamas.", ("Qatar", "Israel", "Hamas")),
    ],
)
def test_through_whom_and_as_what_tell_a_carrier_too(text: str, expected: tuple[str, str | None, str]) -> None:
    carrier, origin, recipient = expected
    assert carriages(text) == [([carrier], origin, [recipient])]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister delivered a speech to the assembly.",
        "Secretary Lund conveyed his concerns to the Chinese foreign minister.",
        "The ambassador handed a letter to the king.",
        "Russia sent the gas through Ukraine.",
        "Reporters were told through a spokesman that talks were over.",
        "The army carried out the plan with the police.",
        "Two ministers are expected to talk to their South Korean counterparts.",
        "The doctor told the patient that the drug was safe.",
        "Egypt brokered a truce between Israel and Hamas.",
    ],
)
def test_who_speaks_for_himself_or_carries_no_words_is_no_carrier(text: str) -> None:
    assert carriages(text) == []


def test_the_carrier_and_the_recipient_are_resolved_to_actors() -> None:
    one = next(one for one in statements("The United States asked Oman to relay a warning to Tehran.") if one.via)
    assert one.speaker.actor == "USA"
    assert [mention.actor for mention in one.via] == ["OMN"]
    assert "IRN" in [mention.actor for mention in one.addressees]


def test_a_states_own_envoy_carries_nothing_between_two() -> None:
    text = "Iran's foreign minister delivered a letter from Iran's president to Riyadh."
    assert not any(one.via for one in statements(text))


def test_a_message_that_is_carried_is_a_statement_of_whose_it_is() -> None:
    one = next(one for one in statements("Ankara relayed an offer from Kyiv to Moscow.") if one.via)
    assert (
        one.speaker.actor,
        [mention.actor for mention in one.via],
        [mention.actor for mention in one.addressees],
    ) == (
        "UKR",
        ["TUR"],
        ["RUS"],
    )


def test_a_carrier_called_it_is_given_the_name_in_its_sentence() -> None:
    one = next(one for one in statements("Qatar said it had handed the Hamas response to Israel.") if one.via)
    assert [mention.printed for mention in one.via] == ["Qatar"]


def test_each_carriers_words_carry_one_message_only() -> None:
    found = find_carriages(parse("Oman relayed the offer from Kyiv to Moscow through Oman."))
    starts = [one.carriers[0].i for one in found]
    assert len(starts) == len(set(starts))
