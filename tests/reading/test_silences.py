"""Silences that a report tells."""

import pytest

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, Silence, report_id
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.silences import find_silences, silences_in
from foreigndesk.reading.silences.real import is_told
from foreigndesk.reading.statements import find_statements


def silences(text: str) -> tuple[Silence, ...]:
    report = Report(report_id(text, None), "", text, published="2025-03-17")
    doc, actors = parse(text), load_actors()
    names, whens = find_names(doc, report, actors), find_whens(doc, report.published_day)
    return find_silences(doc, report, names, find_statements(doc, report, names, whens, actors), whens, actors)


@pytest.mark.parametrize(
    ("text", "name", "about"),
    [
        ("Norway has not commented on the arrests.", "Norway", "the arrests"),
        ("The Finnish border guard declined to comment on the fence.", "The Finnish border guard", "the fence"),
        ("Lima has yet to say whether the envoy will stay.", "Lima", "whether the envoy will stay"),
        ("There was no reaction from Tunis.", "Tunis", ""),
        ("Chad’s state media made no mention of the raid.", "Chad’s state media", "the raid"),
        ("Peru has been silent about the ship, and many say that Lima is worried.", "Peru", "the ship"),
    ],
)
def test_a_silence_names_who_and_about_what(text: str, name: str, about: str) -> None:
    assert [(one.name, one.about) for one in silences(text)] == [(name, about)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The spokesman referred reporters to the ministry of defence.", "The spokesman"),
        ("Lima silent on the fate of the envoy", "Lima"),
        ("Ruel Oil yet to respond to claims of a spill", "Ruel Oil"),
        ("The brigades have not claimed responsibility for the attack.", "The brigades"),
        ("Chile did not raise the matter.", "Chile"),
        ("The envoy changed the subject.", "The envoy"),
        ("The high commission kept its head down.", "The high commission"),
        ("Rights groups asked why the council had not spoken out.", "the council"),
        ("India’s silence on the raid should not be read as consent.", "India"),
        ("No reaction as yet out of Tehran.", "Tehran"),
    ],
)
def test_print_has_many_ways_to_tell_a_silence(text: str, name: str) -> None:
    assert [one.name for one in silences(text)] == [name]


def test_a_silence_that_is_broken_ends_on_the_day_of_the_report() -> None:
    (found,) = silences("Denmark’s defence ministry broke two weeks of silence on Monday and spoke of ten ships.")
    assert (found.actor, found.until) == ("dnk-defence-ministry", "2025-03-17")


def test_a_silence_counts_from_the_days_that_the_report_tells() -> None:
    (found,) = silences("Peru has been silent for three days about the ship.")
    assert (found.actor, found.since, found.until) == ("PER", "2025-03-14", None)


@pytest.mark.parametrize(
    "text",
    [
        "The guns fell silent along the river on Monday.",
        "Mourners kept a minute of silence for the dead.",
        "The opposition demanded that the ministry break its silence.",
        "The ministry said that the convoy had left but did not say when.",
        "Iran did not respond to the attack with missiles.",
        "The general did not respond to treatment.",
        "“We have not been silent,” the foreign minister said.",
        "Will the palace remain silent?",
        "The law keeps the press silent on polls for three days.",
        "The premier rejected the charge that she had been silent on the killings.",
        "The general never answered to politicians.",
        "The envoy did not comment further after he had confirmed the arrests.",
        "The quarrel has stopped the council from responding to the crisis.",
        "The contract was vetted by his firm’s counsel.",
        "No speech can explain away the losses of the party.",
        "The candidate could try to change the subject.",
    ],
)
def test_what_only_sounds_like_silence_is_none(text: str) -> None:
    assert silences(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The envoy took his three-year-old daughter there to explain to her who the general was.",
        "Two officers who were not authorised to speak on the record told of the raid.",
        "The minister had nothing to add to his statement of the morning.",
    ],
)
def test_no_form_tells_a_silence_in_what_has_its_words_alone(text: str) -> None:
    (sentence,) = parse(text).sents
    assert [found.form for found in silences_in(sentence) if is_told(found)] == []


def test_a_cite_lies_on_the_words_that_tell_the_silence() -> None:
    text = "Oslo spoke at once. Norway has not commented on the arrests."
    (found,) = silences(text)
    (cite,) = found.cites
    assert text[cite.start : cite.end] == "Norway has not commented"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy spoke for an hour about the ship.", None),
        ("Peru’s foreign minister walked past reporters who asked about the ship.", "Peru’s foreign minister"),
        ("Enquiries at the embassy led nowhere.", "the embassy"),
    ],
)
def test_a_silence_that_no_form_tells_is_found_by_what_was_learned(text: str, name: str | None) -> None:
    assert [one.name for one in silences(text)] == ([name] if name else [])
