"""What is said to come."""

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Forecast, Report, report_id
from foreigndesk.reading.ahead.outcomes import outcome_of, told_of
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.forecasts import find_forecasts
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements import find_statements


def forecasts(text: str) -> tuple[Forecast, ...]:
    report = Report(report_id(text, None), "", text, published="2025-03-05")
    doc, actors = parse(text), load_actors()
    names, whens = find_names(doc, report, actors), find_whens(doc, report.published_day)
    return find_forecasts(doc, report, find_statements(doc, report, names, whens, actors), whens)


@pytest.mark.parametrize(
    ("text", "outcome", "kind"),
    [
        ("Sweden will close the strait in May, a colonel said.", "Sweden will close the strait in May", "prediction"),
        ("Oslo vowed to pay for the bridge.", "pay for the bridge", "promise"),
        ("Ankara threatened to close the dam.", "close the dam", "threat"),
        ("The two ministers are to meet on Friday.", "The two ministers are to meet on Friday", "plan"),
        ("The talks are expected to resume in June.", "The talks are expected to resume in June", "prediction"),
        ("The ceasefire begins on Sunday.", "The ceasefire begins on Sunday", "plan"),
        ("Doctors warned that the camp could run out of water.", "the camp could run out of water", "warning"),
    ],
)
def test_a_forecast_has_its_outcome_and_its_kind(text: str, outcome: str, kind: str) -> None:
    assert [(one.outcome.text, one.reasons[0].rule) for one in forecasts(text)] == [(outcome, kind)]


def test_a_conditional_has_condition_outcome_and_horizon_apart() -> None:
    (found,) = forecasts("If Denmark boards a tanker, Russia will send a warship within a week, she said.")
    assert found.condition is not None
    assert found.horizon is not None
    assert (found.condition.text, found.outcome.text) == (
        "If Denmark boards a tanker",
        "Russia will send a warship within a week",
    )
    assert found.horizon.latest == "2025-03-12"


def test_a_condition_ends_with_its_clause_though_no_comma_does() -> None:
    (found,) = forecasts("If Norway sells the missiles to Georgia this will bolster the fleet, she said.")
    assert found.condition is not None
    assert (found.condition.text, found.outcome.text) == (
        "If Norway sells the missiles to Georgia",
        "this will bolster the fleet",
    )
    (found,) = forecasts("If he accepts that Norway is still in the war today, the council will split.")
    assert found.condition is not None
    assert (found.condition.text, found.horizon) == ("If he accepts that Norway is still in the war today", None)


@pytest.mark.parametrize(
    "text",
    [
        "The general had warned that the army would collapse within weeks, and it held.",
        "The boy from the port would later become president.",
        "It would be wise to wait, a diplomat said.",
        "Ships will often wait for days off the port.",
        "Will the two sides meet again before June?",
        "Finland hopes that the talks will resume in March.",
        "The treaty says each party will notify the other of exercises.",
        "The army lacks the will to fight.",
        "The spokeswoman would not say whether the fleet would sail on Friday.",
        "Berlin is ready to send more tanks next month.",
        "He was expected to resign last year but stayed.",
        "The bill would allow the ministry to close newspapers without a court.",
        "Both parties quarrelled over who is to run the campaign.",
    ],
)
def test_what_only_seems_to_look_ahead_is_no_forecast(text: str) -> None:
    assert forecasts(text) == ()


def test_as_soon_as_a_day_is_no_condition() -> None:
    (found,) = forecasts("An announcement could come as soon as Monday, the envoy said.")
    assert (found.outcome.text, found.condition) == ("An announcement could come as soon as Monday", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Its threat to cut off the gas is taken seriously.", "cut off the gas"),
        ("The danger of a wider war is growing.", "a wider war"),
        ("Both sides are preparing for a winter campaign.", "a winter campaign"),
        ("The manufacturer promises deliveries from 2027.", "deliveries from 2027"),
        ("The ferry company is on the brink of collapse.", "The ferry company is on the brink of collapse"),
        ("The bridge was hit.", "The bridge was hit"),
    ],
)
def test_what_only_tells_of_a_thing_to_come_is_not_the_thing(text: str, told: str) -> None:
    (sentence,) = parse(text).sents
    spans = {
        outcome_of(told_of(sentence.root)),
        *(outcome_of(told_of(t)) for t in sentence.root.lefts),
    }
    assert told in {text[one.start : one.end] for one in spans if one is not None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Famine looms in the delta.", "Famine looms"),
        ("The outlook is for a colder spring.", "colder spring"),
        ("Fears of a second blockade sent prices up.", "second blockade"),
    ],
)
def test_a_forecast_that_no_form_tells_is_found_and_said_to_be_learned(text: str, words: str) -> None:
    (found,) = forecasts(text)
    assert words in found.outcome.text
    assert [reason.rule for reason in found.reasons][1:] == ["learned"]
