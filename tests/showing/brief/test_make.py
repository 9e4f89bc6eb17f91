from __future__ import annotations

import datetime as dt
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foreigndesk import record
from foreigndesk.model import Force, Oddity, Reading, Report, Spun, StatementKind
from foreigndesk.showing.brief import Asked, Brief, Voices, brief_of, with_voices
from foreigndesk.showing.brief.markdown import show_brief_markdown
from foreigndesk.showing.brief.rows import list_brief
from foreigndesk.showing.brief.size import SHORT
from foreigndesk.showing.brief.terminal import show_brief
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.dossier import refs_of
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Format, show_table
from foreigndesk.showing.words import width
from tests.showing.story import CLOSED, HOPE, SETBACKS, closing, daily, does, make_report, name_of, read, says, story
from tests.strategies import readings

# A reading is a large value to draw; a few of them hold every kind of finding.
SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)

BRIEF = brief_of(story(), SETBACKS, name_of)


def closed_in(brief: Brief) -> list[tuple[str, int, int]]:
    return [(line.text, line.reports, len(line.cites)) for line in brief.events if line.text == CLOSED]


# -- what is counted ---------------------------------------------------------------------------------------------------


def test_a_brief_states_plainly_what_it_was_chosen_from() -> None:
    numbers = BRIEF.numbers
    assert (numbers.reports, numbers.outlets, numbers.events, numbers.setbacks) == (12, 7, 22, 1)
    assert (numbers.statements, numbers.attitudes, numbers.speakers) == (23, 8, 3)
    assert numbers.days == ("2024-10-11", "2024-10-31")


def test_subjects_are_the_actors_that_most_reports_name() -> None:
    assert [(one.name, one.reports) for one in BRIEF.subjects] == [
        ("Norland", 11),
        ("Sundia", 11),
        ("Eastmark", 8),
    ]


def test_what_is_left_out_is_counted() -> None:
    assert BRIEF.more_events == 18 - len(
        BRIEF.events
    )  # 8 seizures, 8 meetings, 1 closing and 1 threat, told 3 times each
    brand = next(part for part in BRIEF.speakers if part.name == "Rolf Brand")
    assert (brand.statements, len(brand.lines), brand.more) == (8, 2, 6)


# -- what is chosen ----------------------------------------------------------------------------------------------------


def test_the_same_deed_told_by_three_reports_is_one_line_with_three_cites() -> None:
    assert closed_in(BRIEF) == [(CLOSED, 3, 3)]


def test_two_deeds_of_one_day_are_two_lines_if_they_are_told_in_other_words() -> None:
    report = make_report("Norland shelled the old harbour.\n\nNorland struck a bridge further north.")
    words = ("Norland shelled the old harbour.", "Norland struck a bridge further north.")
    events = tuple(does(report, one, "ASSAULT", "norland", "sundia", day="2024-10-30") for one in words)
    brief = brief_of([read(report, events=events)], (), name_of)
    assert [line.text for line in brief.events] == list(words)


def test_one_deed_in_two_wordings_is_one_line() -> None:
    first = make_report("Norland launched a missile over the strait early on Wednesday.", outlet="A")
    other = make_report("A missile that flew over the strait was launched by Norland.", outlet="B")
    told = [read(one, events=(does(one, one.text, "MOBILIZE", "norland", day="2024-10-30"),)) for one in (first, other)]
    assert [(line.text, line.reports) for line in brief_of(told, (), name_of).events] == [(first.text, 2)]


def test_the_same_words_told_by_three_reports_are_one_line_with_three_cites() -> None:
    lund = next(part for part in BRIEF.speakers if part.name == "Ana Lund")
    assert [(line.text, line.reports, len(line.cites)) for line in lund.lines] == [(HOPE, 3, 3)]


def test_a_brief_whose_voices_were_not_counted_never_calls_reports_voices() -> None:
    shown = show_brief(BRIEF).casefold()
    assert "3 reports" in shown
    assert "voice" not in shown
    assert "independent" not in shown


def test_a_line_shows_how_many_voices_stand_behind_it() -> None:
    shown = show_brief(with_voices(BRIEF, lambda _: Voices(1, 2, 3)))
    assert "1 to 2 voices in 3 reports" in " ".join(shown.split())
    alone = with_voices(BRIEF, lambda _: Voices(1, 1, 1))
    assert "1 voice in 1 report " not in " ".join(show_brief(alone).split())


def test_spun_reports_are_listed_with_their_odd_words() -> None:
    odd = Oddity("Chilly Warfare", "Cold War", 0, 14, "expression")
    reading = Reading(Report("r-1", "one.txt", "Chilly Warfare is over."), "test/1", spun=Spun((odd,), 0.9))
    (part,) = [part for part in brief_of([reading], (), name_of).doubts if "machine" in part.title]
    assert part.lines[0].text == "“Chilly Warfare” for “Cold War”"


def test_events_are_few_told_by_day_and_no_pair_takes_all_lines() -> None:
    assert len(BRIEF.events) <= SHORT.events
    assert [line.day for line in BRIEF.events] == sorted(line.day for line in BRIEF.events)
    seizures = [line for line in BRIEF.events if line.type == "COERCE" and line.actor == "Sundia"]
    assert len(seizures) == SHORT.alike


def test_of_many_like_events_the_most_recent_are_shown() -> None:
    assert [line.when for line in BRIEF.events if line.actor == "Sundia"] == ["2024-10-17", "2024-10-18"]


def test_deeds_come_before_words_where_there_is_no_room_for_both() -> None:
    report = make_report("\n".join(f"Deed {number} was done." for number in range(40)))
    kinds = ["CONSULT", "ASSAULT"] * 20
    actors = [f"actor-{number}" for number in range(40)]
    events = tuple(
        does(report, f"Deed {n} was done.", kind, actors[n], day="2024-10-31") for n, kind in enumerate(kinds)
    )
    brief = brief_of([read(report, events=events)], (), name_of)
    assert {line.type for line in brief.events} == {"ASSAULT"}
    assert len(brief.events) == SHORT.events


def test_what_was_only_imagined_or_is_long_past_is_no_course_of_events() -> None:
    report = make_report("They might fight.\n\nThey fought in 1950.\n\nThey did not fight.\n\nThey will meet.")
    modes = (
        ("They might fight.", "hypothetical"),
        ("They fought in 1950.", "historical"),
        ("They did not fight.", "negation"),
    )
    events = tuple(does(report, words, "ASSAULT", "norland", auxiliary=mode) for words, mode in modes)
    planned = does(report, "They will meet.", "CONSULT", "norland", auxiliary="future")
    brief = brief_of([read(report, events=(*events, planned))], (), name_of)
    assert [line.text for line in brief.events] == ["They will meet."]
    assert brief.more_events == 3


def test_a_speaker_gets_at_most_three_statements() -> None:
    assert max(len(part.lines) for part in (*BRIEF.speakers, *BRIEF.unnamed)) <= SHORT.lines


def test_a_speakers_act_comes_before_plain_telling() -> None:
    text = "\n".join(f"It was the usual talk number {number}, Ana Lund said." for number in range(9))
    report = make_report(f"{text}\n\nShe ruled out that any ship had been stopped, Ana Lund said.")
    plain = [says(report, f"It was the usual talk number {number}", "Ana Lund", name="Ana Lund") for number in range(9)]
    denial = says(report, "that any ship had been stopped", "Ana Lund", name="Ana Lund", force=Force.DENY)
    brief = brief_of([read(report, (*plain, denial))], (), name_of)
    assert "any ship had been stopped" in [line.text for line in brief.speakers[0].lines]


def test_a_content_that_cannot_stand_alone_keeps_the_reports_cue() -> None:
    report = make_report("Ana Lund declined to say whether the strait would open.")
    told = says(report, "whether the strait would open", "Ana Lund", name="Ana Lund", cue="declined to say")
    line = brief_of([read(report, (told,))], (), name_of).speakers[0].lines[0]
    assert (line.does, line.text) == ("declined to say", "whether the strait would open")


def test_a_rewrite_of_the_same_words_joins_their_line_and_is_not_what_is_shown() -> None:
    words = (
        "“We have told them plainly that the strait stays open for trade,”",
        "“We’ve informed them plainly that the strait remains open for commerce,”",
    )
    reports = [
        make_report(f"{words[place]} Ana Lund said.", outlet=outlet) for place, outlet in ((1, "A"), (0, "B"), (0, "C"))
    ]
    told = [
        read(one, (says(one, words[place], "Ana Lund", name="Ana Lund"),))
        for one, place in zip(reports, (1, 0, 0), strict=True)
    ]
    lines = brief_of(told, (), name_of).speakers[0].lines
    assert [(line.text, line.reports) for line in lines] == [(words[0], 3)]


def test_a_line_does_not_begin_with_the_dateline() -> None:
    report = make_report("SEOUL, Oct. 31 (Agency) — The envoys of Norland met.")
    met = does(report, report.text, "CONSULT", "norland", trigger="met")
    assert brief_of([read(report, events=(met,))], (), name_of).events[0].text == "The envoys of Norland met."


def test_unnamed_speakers_stand_apart_by_how_they_are_described() -> None:
    assert [(part.name, part.described) for part in BRIEF.unnamed] == [("senior official", "unnamed")]


def test_long_contents_are_cut_at_a_word() -> None:
    long = "that " + "the strait would be closed again and again " * 10 + "one day"
    report = make_report(f"Ana Lund said {long}.")
    brief = brief_of([read(report, (says(report, long, "Ana Lund", name="Ana Lund"),))], (), name_of)
    text = brief.speakers[0].lines[0].text
    assert text.endswith(("again…", "closed…", "and…", "be…", "would…", "strait…", "the…"))
    assert len(text) <= 180


def test_pronouns_that_led_to_nobody_are_nobodys_words_but_told_as_uncertain() -> None:
    assert all("speak of boat" not in line.text for part in (*BRIEF.speakers, *BRIEF.unnamed) for line in part.lines)
    assert [part.count for part in BRIEF.doubts if part.title == "Statements whose speaker is not sure"] == [8]


def test_what_is_uncertain_is_told_by_kind() -> None:
    assert [(part.title, part.count) for part in BRIEF.doubts] == [
        ("Denials and doubts", 8),
        ("Hedged statements", 1),
        ("Events that only unnamed speakers tell", 1),
        ("Statements whose speaker is not sure", 8),
        ("Reports without a publication date", 1),
    ]


def test_an_event_that_one_report_tells_in_its_own_voice_is_not_only_unnamed_speakers() -> None:
    report = make_report("Norland boarded a ship, an official said.\n\nNorland boarded a ship.", outlet="A")
    official = says(report, "Norland boarded a ship", "an official")
    under = does(
        report,
        "Norland boarded a ship, an official said.",
        "COERCE",
        "norland",
        "sundia",
        day="2024-10-30",
        under=official,
    )
    plain = does(report, "Norland boarded a ship.", "COERCE", "norland", "sundia", day="2024-10-30")
    brief = brief_of([read(report, (official,), (under, plain))], (), name_of)
    assert "Events that only unnamed speakers tell" not in [part.title for part in brief.doubts]


# -- what is asked for -------------------------------------------------------------------------------------------------


def test_about_an_actor_only_its_own_counts() -> None:
    brief = brief_of(story(), (), name_of, Asked(frozenset({"eastmark"}), ("Eastmark",)))
    assert brief.numbers.reports == 8
    assert {line.type for line in brief.events} == {"CONSULT"}
    assert brief.about == ("Eastmark",)


def test_someone_unknown_is_meant_with_his_country() -> None:
    asked = Asked(frozenset({"sundia"}), ("Sundia",))
    assert "Rolf Brand" in [part.name for part in brief_of([daily(1)], (), name_of, asked).speakers]


def test_since_a_day_only_reports_published_from_then_on_count() -> None:
    brief = brief_of(story(), (), name_of, Asked(since=dt.date(2024, 10, 31)))
    assert (brief.numbers.reports, brief.since) == (1, "2024-10-31")


def test_reports_left_out_for_want_of_a_date_are_told() -> None:
    doubts = brief_of(story(), (), name_of, Asked(since=dt.date(2024, 10, 31))).doubts
    assert [(part.title, part.count) for part in doubts][-1] == ("Reports left out, for want of a publication date", 1)


def test_short_ids_tell_reports_apart_from_those_not_asked_for() -> None:
    everything = [daily(number) for number in range(1, 60)]
    brief = brief_of(everything, (), name_of, Asked(since=dt.date(2024, 12, 1)))
    ids = [reading.report.id for reading in everything]
    assert all(sum(one.startswith(line.short) for one in ids) == 1 for line in brief.reports)


# -- how it is shown ---------------------------------------------------------------------------------------------------


def test_twelve_reports_make_a_brief_of_two_minutes() -> None:
    # 700 words: a chief skims at 350 words a minute, between reading (240, Brysbaert 2019) and scanning.
    assert len(show_brief(BRIEF).split()) <= 700


def test_every_line_has_a_cite() -> None:
    cited = [line.cites for line in BRIEF.events]
    cited += [line.cites for part in (*BRIEF.speakers, *BRIEF.unnamed) for line in part.lines]
    cited += [line.cites for part in BRIEF.doubts for line in part.lines]
    assert all(cited)


def test_every_cited_report_is_named_at_the_end() -> None:
    assert {ref.report for ref in refs_of(BRIEF)} == {line.id for line in BRIEF.reports}


def test_a_brief_fits_its_screen() -> None:
    for columns in (40, 80, 100, 160):
        assert max(width(line) for line in show_brief(BRIEF, Screen(columns)).splitlines()) <= columns


def test_a_hostile_report_commands_neither_terminal_nor_markdown() -> None:
    assert "\x1b" not in show_brief(BRIEF)
    assert r"\<script\>" in show_brief_markdown(BRIEF)
    assert "<script>" not in show_brief_markdown(BRIEF)


def test_a_brief_is_json() -> None:
    assert json.loads(record.encode(BRIEF))["numbers"]["reports"] == 12


def test_as_csv_a_brief_is_its_lines() -> None:
    shown = show_table(list_brief(BRIEF), Format.CSV).splitlines()
    assert shown[0] == "part,when,who,does,text,reports,voices,cites,id"
    assert sum(line.startswith("events,") for line in shown) == len(BRIEF.events)


def test_nothing_makes_an_empty_brief() -> None:
    assert show_brief(brief_of((), (), name_of)).startswith("Brief: all reports\n0 reports;")


@settings(SLOW)
@given(st.lists(readings(), max_size=2, unique_by=lambda reading: reading.report.id))
def test_any_readings_make_a_brief_whose_cites_are_words_of_its_reports(drawn: list[Reading]) -> None:
    brief = brief_of(drawn, (), name_of)
    texts = {reading.report.id: reading.report.text for reading in drawn}

    def lies_in(ref: Ref) -> bool:
        return 0 <= ref.start <= ref.end <= len(texts[ref.report])

    assert all(lies_in(ref) for ref in refs_of(brief))
    assert brief == brief_of(drawn, (), name_of)
    said = [one for reading in drawn for one in reading.statements if one.kind is StatementKind.STATEMENT]
    assert brief.numbers.statements == len(said)
    assert show_brief(brief, Screen(60))
    assert show_brief_markdown(brief)


def test_a_closing_is_dated_by_its_report() -> None:
    brief = brief_of([closing("The Daily", "2024-10-30")], (), name_of)
    assert [(line.when, line.dated) for line in brief.events] == [("2024-10-29", True), ("by 2024-10-30", False)]
