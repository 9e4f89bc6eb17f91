"""Events of whole sentences, as a careful reader would code them. All sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.lexicon.codebook import load_contexts, load_types

from .conftest import coder_of, codes, lines, read_text, told

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Chad agreed on Monday to share the cost of a bridge.", "AGREE NOR+TCD > "),
        ("Ghana's president met Togo's prime minister in Accra.", "CONSULT GHA-GOV+TGO-GOV > "),
        ("Peru praised Chile's handling of the spill.", "SUPPORT PER > CHL"),
        ("Fiji ratified the fisheries treaty with Tonga last week.", "SUPPORT FJI > TON"),
        ("Oman pardoned eleven Yemeni fishermen.", "CONCEDE OMN > YEM-CVL"),
        ("Poland sold Slovakia two thousand tonnes of grain.", "COOPERATE POL > SVK"),
        ("Japan gave Nepal ten ambulances on Thursday.", "AID JPN > NPL"),
        ("Sudan's army released four Egyptian prisoners.", "RETREAT-release SDN-MIL > EGY-CVL"),
        ("Uganda demanded that Rwanda hand over the officer.", "REQUEST UGA > RWA"),
        ("Lithuania accused Belarus of sending balloons.", "ACCUSE-allege LTU > BLR"),
        ("Austria refused to send instructors to Moldova.", "REJECT-assist AUT > MDA"),
        ("Eritrea threatened to expel the Ethiopian ambassador.", "THREATEN-expel ERI > ETH-GOV"),
        ("Kenyan teachers marched against the new tax.", "PROTEST-demo KEN-EDU > "),
        ("Canada imposed sanctions on two Belarusian companies.", "SANCTION-discontinue CAN > BLR-BUS"),
        ("North Korea fired two ballistic missiles into the sea.", "MOBILIZE-weapons PRK > "),
        ("Moroccan police arrested a Spanish journalist in Rabat.", "COERCE-arrest MAR-COP > ESP-JRN"),
        ("Ethiopian jets bombed a market in Eritrea on Sunday.", "ASSAULT-aerial ETH-MIL > ERI"),
    ],
)
def test_there_is_a_plain_sentence_for_every_type(text: str, expected: str) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The invasion of Kuwait by Iraq began at night.", "ASSAULT IRQ > KWT"),
        ("North Korea's launch of a satellite alarmed its neighbours.", "MOBILIZE-weapons PRK > "),
        ("Talks between Serbia and Hungary ended on Wednesday.", "CONSULT SRB+HUN > "),
        ("The Kenyan president's visit to Ghana lasted a day.", "CONSULT-visit KEN-GOV > GHA"),
    ],
)
def test_a_noun_tells_a_deed_if_its_doer_is_printed_with_it(text: str, expected: str) -> None:
    assert lines(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's foreign minister will visit Niger next week.", "AGREE TCD-GOV > NER"),
        ("Iceland will withdraw its troops from Kosovo in spring.", "CONCEDE ISL > XKX"),
        ("Chad said it would attack Niger's army.", "THREATEN-violence TCD > NER-MIL"),
        ("Kenya lifted its sanctions on Somalia.", "CONCEDE KEN > SOM"),
        ("Kenya suspended aid to Somalia on Monday.", "SANCTION-discontinue KEN > SOM"),
        ("Chad cancelled a visit to Niger.", "REJECT-meet TCD > NER"),
        ("Ghana did not recognise the junta in Niger.", "SUPPORT(negation) GHA > NER-GOV"),
        ("Israel and Jordan signed their treaty in 1994.", "SUPPORT(historical) ISR+JOR > "),
        ("If Chad attacks Niger again, Ghana will protest.", "ASSAULT(hypothetical) TCD > NER"),
        ("Spain and Portugal began a joint naval exercise off Cadiz.", "COOPERATE ESP+PRT > "),
        ("Chinese and Indian soldiers clashed on Monday.", "ASSAULT CHN-MIL+IND-MIL > "),
    ],
)
def test_the_boundary_rules_decide_between_types(text: str, expected: str) -> None:
    assert expected in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed on Tuesday.",
        "Egypt may send envoys to Kenya.",
        "Does Chad support Niger?",
        "Officials in Ghana are worried about the price of cocoa.",
        "Peru hopes that Chile will open the port.",
        "A spokesman for Norway's foreign ministry declined to comment.",
        "Russia has the largest stock of artillery shells in Europe.",
        "Analysts discussed whether China supports the plan.",
        "The talks were difficult, the envoy said.",
        "A neighbour shouted at the driver of a bus.",
        "Germany and Turkey meet on Saturday, both without their goalkeepers.",
        "France's finance minister described the budget as a hard one.",
    ],
)
def test_a_sentence_in_which_nobody_known_does_anything_has_no_event(text: str) -> None:
    assert [event for event in read_text(text) if event.auxiliary_mode is None] == []


def test_a_message_that_is_conveyed_by_speaking_to_a_third_party_goes_through_it() -> None:
    threat, talk = read_text("To convey a threat to Chad, Norwegian officials spoke to Algeria.")
    assert (threat.type, codes(threat.actor), codes(threat.recipient)) == ("THREATEN", ["NOR-GOV"], ["TCD"])
    assert codes(threat.via) == ["DZA"]
    assert talk.type == "CONSULT"


def test_whoever_carries_a_proposal_is_not_its_author() -> None:
    event = read_text("Chad rejected on Tuesday a ceasefire proposal carried by Oman.")[0]
    assert (event.type, event.mode, codes(event.via)) == ("REJECT", ("yield",), ["OMN"])


def test_telling_somebody_what_they_must_do_is_a_demand_in_either_order() -> None:
    assert lines("Chad said Niger must free the pilots.") == ["REQUEST-yield TCD > NER"]
    assert lines("Kenya must open the border, Uganda's foreign minister said.") == ["REQUEST-yield UGA-GOV > KEN"]


def test_the_two_are_those_named_together_before() -> None:
    events = read_text("The ministers of Chad and Niger met. The two signed an accord.")
    assert [(event.type, [party.code for party in event.actor]) for event in events] == [
        ("CONSULT", ["TCD", "NER"]),
        ("SUPPORT", ["TCD", "NER"]),
    ]


def test_a_party_to_the_fight_that_asks_for_its_end_is_willing_to_end_it() -> None:
    text = "Chad's army shelled a town in Niger on Monday. Niger called for a ceasefire with Chad."
    assert [event.type for event in read_text(text)] == ["ASSAULT", "AGREE"]


def test_the_same_act_told_twice_is_one_event_and_says_so() -> None:
    text = "Mali expelled the Danish ambassador on Wednesday.\n\nMali expelled the Danish ambassador over a remark."
    (event,) = read_text(text)
    assert event.reasons[-1].rule == "plover/told-twice"
    assert "characters" in event.reasons[-1].sentence


def test_an_event_says_when_and_where_and_on_which_words_it_rests() -> None:
    text = "Moroccan police arrested a Spanish journalist in Rabat on Tuesday."
    (event,) = read_text(text)
    assert event.when is not None
    assert (event.when.printed, event.when.earliest) == ("Tuesday", "2024-10-29")
    assert event.place is not None
    assert (event.place.printed, event.place.country) == ("Rabat", "MAR")
    assert text[event.trigger.start : event.trigger.end] == event.trigger.text == "arrested"
    assert [reason.rule for reason in event.reasons] == ["trigger", "plover/in-force"]


def test_a_weapon_is_nobody() -> None:
    assert not any(
        party.name == "missile"
        for event in read_text("Kenya condemned the launch of a missile by North Korea.")
        for party in event.recipient
    )


def test_a_word_of_doubt_is_kept_with_the_event() -> None:
    (event,) = read_text("Chad reportedly released four Egyptian prisoners.")
    assert event.uncertain == "reportedly"


def test_a_date_of_the_reaction_does_not_date_the_deed_reacted_to() -> None:
    events = {event.type: event for event in read_text("Kenya on Friday condemned North Korea's launch of a missile.")}
    assert events["ACCUSE"].when is not None
    assert events["MOBILIZE"].when is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Chad Niger Norway's president troops attacked will not said that it U.S.-led signed a treaty with and the "
            "two sanctions on lifted its , . ? \n -- “ must in 1990 Monday through as to of their".split(" ")
        ),
        max_size=40,
    )
)
def test_whatever_the_words_an_event_quotes_its_text_and_stays_in_the_codebook(words: list[str]) -> None:
    text = " ".join(words)
    for event in read_text(text):
        assert event.type in load_types()
        assert set(event.context) <= set(load_contexts())
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.passage.start <= event.trigger.start <= event.trigger.end <= event.passage.end
        assert event.actor
        assert all(0 <= party.start < party.end <= len(text) for party in (*event.actor, *event.recipient, *event.via))


def test_ten_thousand_words_without_a_full_stop_are_read() -> None:
    read_text("Chad and " * 2500 + "Niger met.")


def test_what_the_first_seed_turns_on_is_found() -> None:
    """Messages by way of China, troops and a missile, a pact, meetings: the deeds of the yardstick report."""
    paths = sorted(SEEDS.glob("000_*.txt"))
    if not paths:
        pytest.skip("the seed reports are not here (../shared/seeds)")
    events = read_text(paths[0].read_text(encoding="utf-8"))
    found = {(event.type, frozenset(party.code for party in event.actor)) for event in events}
    assert {
        ("THREATEN", frozenset({"USA"})),
        ("MOBILIZE", frozenset({"PRK"})),
        ("AID", frozenset({"PRK"})),
        ("SUPPORT", frozenset({"PRK", "RUS"})),
        ("CONSULT", frozenset({"USA", "CHN"})),
        ("ASSAULT", frozenset({"RUS"})),
    } <= found
    assert any(codes(event.via) == ["CHN"] for event in events)


def test_a_participle_has_the_day_of_the_clause_before() -> None:
    raid, killing = read_text("Russian forces raided the port on Monday, killing two Ukrainian soldiers.")
    assert [event.when.printed for event in (raid, killing) if event.when] == ["Monday", "Monday"]


def test_an_act_of_six_years_ago_is_background_and_one_of_five_is_not() -> None:
    assert lines("Chad raided Niger in 2018.") == ["ASSAULT(historical) TCD > NER"]
    assert lines("Chad raided Niger in 2019.") == ["ASSAULT TCD > NER"]


def test_a_named_armed_group_is_not_the_state_it_fights_in() -> None:
    (event,) = read_text("Boko Haram attacked Nigerian troops.")
    assert event.actor[0].actor == "boko-haram"
    assert event.recipient[0].actor is None


def test_agentless_passives_are_counted_and_not_coded() -> None:
    coder = coder_of("Two soldiers were killed on Tuesday. Chad was attacked by Niger.")
    assert coder.agentless() == 1
    assert [told(event) for event in coder.events()] == ["ASSAULT NER > TCD"]
