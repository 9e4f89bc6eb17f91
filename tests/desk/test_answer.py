"""Questions to a real case file. The states are real, the people and what they say are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, EventQuery, StatementQuery, open_case
from foreigndesk.desk import answer, briefing
from foreigndesk.errors import UnknownActor, UnknownId
from foreigndesk.model import (
    Event,
    Force,
    Forecast,
    Granularity,
    Mention,
    Name,
    Party,
    Reading,
    Report,
    Setback,
    SourcingKind,
    Statement,
    When,
    name_id,
)
from tests.showing.story import make_report, passage, says

NOON = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)

TALKS = make_report(
    "China and Japan met in Geneva on Tuesday.\n\n"
    "The Chinese Foreign Ministry said the talks with Japan were useful.\n\n"
    "A Chinese official said a new round might follow.\n\n"
    "Edda Thorne, an analyst, doubted that anything would come of it.",
    "2024-10-31",
    "The Daily",
    "China and Japan meet",
)
DRILL = make_report(
    "Japan held an exercise.\n\nA Japanese paper wrote that China was watching.", "2024-11-02", "Harbour Post"
)
EMPTY = Setback("reports/empty.txt", "intake", "the file is empty", hint="save it again")


def name(report: Report, words: str, actor: str) -> Name:
    at = passage(report.text, words)
    return Name(words, None, actor, at.start, at.end)


def party(report: Report, words: str, code: str) -> Party:
    at = passage(report.text, words)
    return Party(code, "GOV", words, code, at.start, at.end, code)


def event(
    report: Report, sentence: str, kind: str, actor: Party, recipient: tuple[Party, ...] = (), day: str | None = None
) -> Event:
    at = passage(report.text, sentence)
    when = When(day, day, "on Tuesday", Granularity.DAY, "weekday", 0, 0) if day else None
    return Event(name_id("e", report.id, sentence), kind, (), (), (actor,), recipient, at, at, when=when)


MINISTRY = says(
    TALKS,
    "the talks with Japan were useful",
    "The Chinese Foreign Ministry",
    name="Chinese Foreign Ministry",
    actor="chn-foreign-ministry",
    cue="said",
    country="CHN",
)
OFFICIAL = says(
    TALKS,
    "a new round might follow",
    "A Chinese official",
    name="A Chinese official",
    country="CHN",
    sourcing=SourcingKind.UNNAMED,
    hedges=("might",),
)
ANALYST = says(TALKS, "that anything would come of it", "Edda Thorne", name="Edda Thorne", force=Force.DOUBT)
PAPER = says(
    DRILL, "China was watching", "A Japanese paper", name="A Japanese paper", sourcing=SourcingKind.MEDIA, country="JPN"
)
MET = event(
    TALKS,
    "China and Japan met in Geneva on Tuesday.",
    "CONSULT",
    party(TALKS, "China", "CHN"),
    (party(TALKS, "Japan", "JPN"),),
    "2024-10-29",
)
HELD = event(DRILL, "Japan held an exercise.", "MOBILIZE", party(DRILL, "Japan", "JPN"))
FORECAST = Forecast(name_id("f", TALKS.id, 1), passage(TALKS.text, "a new round might follow"))

READINGS = (
    Reading(
        TALKS,
        "test/1",
        names=(
            name(TALKS, "China", "CHN"),
            replace(
                name(TALKS, "Japan", "JPN"),
                start=TALKS.text.index("with Japan") + 5,
                end=TALKS.text.index("with Japan") + 10,
            ),
        ),
        statements=(MINISTRY, OFFICIAL, ANALYST),
        events=(MET,),
        forecasts=(FORECAST,),
    ),
    Reading(DRILL, "test/1", names=(name(DRILL, "China", "CHN"),), statements=(PAPER,), events=(HELD,)),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path: Path = tmp_path_factory.mktemp("case") / "desk.db"
    with open_case(path, write=True) as made:
        for reading in READINGS:
            made.save_report(reading.report, reading.report.text.encode(), NOON)
            made.save_reading(reading, NOON)
        made.save_setback(EMPTY, NOON)
    with open_case(path) as kept:
        yield kept


def asked(case: CaseFile, speaker: str | None = None, about: tuple[str, ...] = ()) -> list[Statement]:
    return [told.statement for told in answer.statements(case, StatementQuery(), speaker, about)]


# -- who is meant ------------------------------------------------------------------------------------------------------


def test_a_state_is_asked_for_with_its_bodies_and_the_people_in_its_service() -> None:
    assert {"CHN", "chn-foreign-ministry", "xi-jinping"} <= answer.actor_ids(["Beijing"])


def test_a_state_is_not_its_media_nor_another_states_people() -> None:
    assert not {"chn-state-media", "antony-blinken"} & answer.actor_ids(["China"])


def test_a_body_is_asked_for_with_the_people_whose_last_post_is_in_it() -> None:
    ids = answer.actor_ids(["State Department"])
    assert {"us-state-department", "antony-blinken"} <= ids
    assert "john-kirby" not in ids  # he spoke for it once, and later for others


def test_no_names_mean_nobody_in_particular() -> None:
    assert answer.actor_ids([]) == frozenset()


# -- listings ----------------------------------------------------------------------------------------------------------


def test_what_a_state_says_is_said_by_its_bodies_and_its_unnamed_officials(case: CaseFile) -> None:
    assert asked(case, "Beijing") == [MINISTRY, OFFICIAL]


def test_what_is_said_about_a_state_names_it(case: CaseFile) -> None:
    assert asked(case, about=("Japan",)) == [MINISTRY]
    assert asked(case, "China", ("Japan",)) == [MINISTRY]


def test_a_speaker_whom_the_desk_does_not_know_is_found_by_name(case: CaseFile) -> None:
    assert asked(case, "edda thorne") == [ANALYST]


def test_a_speaker_known_to_no_report_is_an_error_with_near_names(case: CaseFile) -> None:
    with pytest.raises(UnknownActor) as raised:
        asked(case, "Chnia")
    assert "China" in raised.value.hint


def test_a_speaker_whom_only_other_options_rule_out_is_no_error(case: CaseFile) -> None:
    assert answer.statements(case, StatementQuery(force=Force.DENY), "Edda Thorne") == []


def test_events_are_found_by_who_does_them_and_to_whom(case: CaseFile) -> None:
    assert [done.event for done in answer.events(case, EventQuery(), ["Tokyo"])] == [HELD]
    assert [done.event for done in answer.events(case, EventQuery(), ["CHN"], ["Japan"])] == [MET]


def test_a_timeline_has_what_an_actor_said_and_did_and_what_was_said_of_it(case: CaseFile) -> None:
    entries = answer.timeline(case, ["China"])
    told = [entry.told.statement.id if entry.told else entry.done.event.id if entry.done else "" for entry in entries]
    assert told == [MET.id, MINISTRY.id, OFFICIAL.id, PAPER.id]
    assert [entry.day for entry in entries] == ["2024-10-29", "2024-10-31", "2024-10-31", "2024-11-02"]


def test_a_timeline_has_each_entry_once_and_keeps_to_its_days(case: CaseFile) -> None:
    entries = answer.timeline(case, since=dt.date(2024, 10, 30), until=dt.date(2024, 10, 31))
    assert [entry.told.statement.id for entry in entries if entry.told] == [MINISTRY.id, OFFICIAL.id, ANALYST.id]
    assert len(entries) == 3


def test_actors_are_counted_over_reports(case: CaseFile) -> None:
    counts = {one.actor.id: (one.reports, one.statements, one.events) for one in answer.actors(case)}
    assert counts == {"CHN": (2, 0, 1), "JPN": (1, 0, 2), "chn-foreign-ministry": (0, 1, 0)}


def test_reports_are_listed_with_their_numbers_and_found_by_their_words(case: CaseFile) -> None:
    found, statements, events = answer.reports(case)
    assert [(one.id, statements(one.id), events(one.id)) for one in found] == [(TALKS.id, 3, 1), (DRILL.id, 1, 1)]
    assert [one.id for one in answer.reports(case, text="exercise")[0]] == [DRILL.id]


# -- one thing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["{}", "{}:2", "[{} ¶2]", "{} ¶2", " {}:2 "])
def test_a_cite_is_opened_however_it_was_copied(case: CaseFile, form: str) -> None:
    page = answer.passage_of(case, form.format(TALKS.id[:8]))
    assert page.id == (TALKS.id if form == "{}" else f"{TALKS.id}:2")


@pytest.mark.parametrize(
    ("finding", "kind"), [(MINISTRY, "Statement"), (MET, "Event"), (FORECAST, "Forecast"), (EMPTY, "Setback")]
)
def test_every_finding_is_opened_by_its_id(
    case: CaseFile, finding: Statement | Event | Forecast | Setback, kind: str
) -> None:
    page = answer.passage_of(case, finding.id)
    assert (page.id, page.kind) == (finding.id, kind)


def test_an_unknown_id_is_an_error(case: CaseFile) -> None:
    with pytest.raises(UnknownId):
        answer.passage_of(case, "s-000000000000")


def test_a_paragraph_too_far_is_an_error_that_says_how_many_there_are(case: CaseFile) -> None:
    with pytest.raises(UnknownId) as raised:
        answer.passage_of(case, f"{TALKS.id}:9")
    assert raised.value.hint == "its paragraphs are 1 to 4"


def test_why_gives_reasons_cite_and_reader(case: CaseFile) -> None:
    why = answer.reasons_for(case, MINISTRY.id)
    assert why.cite is not None
    assert [(one.rule, why.cite.paragraph, why.reader) for one in why.reasons] == [("cue", 2, "test/1")]


def test_why_of_a_report_tells_how_its_date_was_found(case: CaseFile) -> None:
    assert answer.reasons_for(case, TALKS.id).reasons[0].sentence == "It was published 2024-10-31, from: dateline."


def test_why_of_a_setback_tells_what_to_do(case: CaseFile) -> None:
    assert answer.reasons_for(case, EMPTY.id).reasons[0].sentence == "the file is empty. save it again"


# -- the brief ---------------------------------------------------------------------------------------------------------


def test_a_brief_is_made_from_all_readings_and_setbacks(case: CaseFile) -> None:
    brief = briefing.brief(case)
    assert (brief.numbers.reports, brief.numbers.statements, brief.numbers.events, brief.numbers.setbacks) == (
        2,
        4,
        2,
        1,
    )
    assert [one.name for one in brief.subjects] == ["China", "Japan", "Chinese Foreign Ministry"]


def test_a_brief_about_an_actor_says_so_by_its_name(case: CaseFile) -> None:
    brief = briefing.brief(case, ["Beijing"])
    assert brief.about == ("China",)
    assert [line.id for line in brief.events] == [MET.id]


def test_a_brief_comes_with_the_reports_it_was_made_from_and_those_it_cites(case: CaseFile) -> None:
    made = briefing.brief(case, since=dt.date(2024, 11, 1))
    found = briefing.reports_of(case, made)
    assert found[0] == DRILL
    assert made.made_from == (DRILL.id,)
    assert {report.id for report in found} == {DRILL.id} | {line.id for line in made.reports}


def test_a_mention_without_actor_and_country_is_nobody(case: CaseFile) -> None:
    assert not answer.is_meant(Mention(printed="he"), frozenset({"CHN"}))
