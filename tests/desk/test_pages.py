"""The errands behind pages of the workbench: story, network, profile, echoes, pictures."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import briefing
from foreigndesk.desk.echoes import echoes
from foreigndesk.desk.network import network
from foreigndesk.desk.picturing import pictures
from foreigndesk.desk.profile import named, named_like, profile
from foreigndesk.desk.story import Zoom, best_zoom, spans, story
from foreigndesk.errors import UnknownActor, UnknownId
from tests.workbench.desk import MERIDIAN, make_case


@pytest.fixture
def case(tmp_path: Path) -> CaseFile:
    return open_case(make_case(tmp_path / "case.db"))


def test_a_story_counts_friendly_hostile_and_said_in_each_span(case: CaseFile) -> None:
    told = story(case, Zoom.MONTH, dt.date(2024, 10, 1), dt.date(2024, 11, 30))
    assert told is not None
    october, november = told.stretches
    assert (october.friendly, october.hostile) == (0, 2)
    assert (november.friendly, november.hostile) == (1, 0)
    assert october.statements + november.statements == 9
    assert [entry.day for entry in told.entries] == sorted(entry.day for entry in told.entries)
    assert not told.capped


def test_days_given_the_wrong_way_round_are_turned(case: CaseFile) -> None:
    told = story(case, Zoom.DAY, dt.date(2024, 11, 2), dt.date(2024, 10, 31))
    assert told is not None
    assert [str(one.start) for one in told.stretches] == ["2024-10-31", "2024-11-01", "2024-11-02"]


def test_a_picture_of_days_never_has_more_bars_than_can_be_met(case: CaseFile) -> None:
    told = story(case, Zoom.DAY, dt.date(1900, 1, 1), dt.date(2024, 11, 30))
    assert told is not None
    assert len(told.stretches) <= 61
    assert told.stretches[-1].end == dt.date(2024, 11, 30)


@pytest.mark.parametrize(("days", "zoom"), [(3, "day"), (90, "week"), (700, "month"), (9000, "year")])
def test_the_zoom_follows_the_length(days: int, zoom: str) -> None:
    first = dt.date(2000, 1, 1)
    assert best_zoom(first, first + dt.timedelta(days)) == zoom
    found = spans(first, first + dt.timedelta(days), Zoom(zoom))
    assert all(one[1] + dt.timedelta(1) == other[0] for one, other in pairwise(found))


def test_an_empty_case_file_has_no_story_and_no_network(tmp_path: Path) -> None:
    open_case(tmp_path / "empty.db", write=True).close()
    with open_case(tmp_path / "empty.db") as empty:
        assert story(empty) is None
        assert network(empty) is None


def test_a_tie_is_signed_by_what_lies_between_and_copies_count_once(case: CaseFile) -> None:
    found = network(case, dt.date(2024, 10, 1), dt.date(2024, 12, 31))
    assert found is not None
    ties = {(tie.one, tie.other): tie for tie in found.ties}
    assert ties["CHN", "PRK"].events == 1
    assert ties["CHN", "PRK"].sign == "hostile"
    assert ties["PRK", "RUS"].sign == "friendly"
    assert {node.id for node in found.nodes} == {"CHN", "PRK", "RUS"}


def test_a_profile_counts_all_and_gives_a_page(case: CaseFile) -> None:
    china = profile(case, "Beijing", most=1)
    assert china.actor is not None
    assert (china.actor.id, china.all_events, len(china.events)) == ("CHN", 2, 1)
    assert [one.actor.id for one in china.beside] == ["PRK"]
    stranger = profile(case, "Mara Tolland")
    assert (stranger.actor, stranger.all_statements) == (None, 4)
    with pytest.raises(UnknownActor):
        profile(case, "Nobody Whatsoever")


def test_actors_are_found_by_any_of_their_names(case: CaseFile) -> None:
    assert {one.actor.id for one in named(case)} == {"CHN", "PRK", "RUS"}
    assert [one.actor.id for one in named_like(case, "dprk")] == ["PRK"]
    assert named_like(case, " ") == []


def test_echoes_hang_under_the_report_they_owe(case: CaseFile) -> None:
    found = echoes(case, MERIDIAN.statements[3].id)
    assert found.count.reports == 2
    origin = found.tree.below[0]
    assert [branch.words for branch in origin.below] == ["Meridian, 2024-10-31"]
    assert [branch.words for branch in origin.below[0].below] == ["Harbour Courier, 2024-11-01"]
    with pytest.raises(UnknownId):
        echoes(case, MERIDIAN.report.id)


def test_a_brief_has_its_pictures(case: CaseFile) -> None:
    made = pictures(case, briefing.brief(case))
    assert made[0].title.startswith("The story from")
    assert any("tied" in picture.title for picture in made)
    assert all("/report/" not in picture.svg for picture in made)


def test_a_brief_counts_its_voices_apart_from_its_lines(case: CaseFile) -> None:
    plain = briefing.uncounted(case)
    assert all(line.voices is None for line in plain.events)
    assert briefing.with_counts(case, plain) == briefing.brief(case)


def test_a_brief_since_a_day_is_the_same_whether_or_not_older_reports_are_read(case: CaseFile) -> None:
    since = briefing.uncounted(case, since=dt.date(2024, 11, 1))
    assert since.numbers.reports == 3
    assert since.since == "2024-11-01"
