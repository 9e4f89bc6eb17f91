"""Who dealt with whom: the same events for the picture of a network and for its export."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from foreigndesk.casefile import Done, open_case
from foreigndesk.desk.dealings import dealings
from foreigndesk.desk.network import network
from foreigndesk.desk.relation import stands_for
from foreigndesk.desk.taking_away import network as export
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Event, Party, Reading
from tests.workbench.desk import MERIDIAN, does, make_case, party, report, says

TEXT = "China and Russia threatened Japan. Russia and China met."
OF = report(TEXT, "Meridian")


def country(one: Party) -> str | None:
    return one.country


def between(*events: Event) -> dict[tuple[str, str], int]:
    done = [Done(f"r-{rank}", "2024-10-31", one) for rank, one in enumerate(events)]
    return {(one.one, one.other): len(one.done) for one in dealings(done, lambda report: f"l-{report}", country)}


THREAT = replace(
    does(OF, "China and Russia threatened Japan", "THREATEN", "CHN", "RUS", "threatened"),
    actor=(party("CHN", "China"), party("RUS", "Russia")),
    recipient=(party("JPN", "Japan"),),
)
TALKS = replace(
    does(OF, "Russia and China met", "CONSULT", "RUS", "CHN", "met"),
    actor=(party("RUS", "Russia"), party("CHN", "China")),
    recipient=(),
)


def test_those_who_together_threaten_a_third_are_tied_to_that_one_and_not_to_each_other() -> None:
    assert between(THREAT) == {("CHN", "JPN"): 1, ("RUS", "JPN"): 1}


def test_those_who_meet_are_tied_to_each_other() -> None:
    assert between(TALKS) == {("RUS", "CHN"): 1}


def test_an_event_counts_once_for_each_lineage_and_nobody_deals_with_himself() -> None:
    done = [Done(one, "2024-10-31", THREAT) for one in ("r-1", "r-2", "r-3")]
    (first, _) = dealings(done, lambda report: "l-1" if report < "r-3" else "l-2", country)
    assert (len(first.done), first.lineages) == (2, 2)
    assert between(replace(TALKS, actor=(party("CHN", "China"), party("CHN", "Beijing")))) == {}


@pytest.mark.parametrize("mode", ["future", "hypothetical", "negation", "historical"])
def test_what_has_not_simply_happened_ties_nobody_to_anybody(mode: str) -> None:
    assert between(replace(THREAT, auxiliary_mode=mode)) == {}


def test_the_picture_and_the_export_tell_of_the_same_events(tmp_path: Path) -> None:
    with open_case(make_case(tmp_path / "case.db")) as case:
        drawn = network(case, dt.date(2024, 10, 1), dt.date(2024, 12, 31))
        _, ties = export(case)
    assert drawn is not None
    exported = Counter[tuple[str, str]]()
    for tie in ties:
        exported[min(tie.one, tie.other), max(tie.one, tie.other)] += tie.events
    assert {(tie.one, tie.other): tie.events for tie in drawn.ties} == exported


def test_those_between_whom_a_message_was_carried_are_shown_without_any_event(tmp_path: Path) -> None:
    of = report("Oman told Japan that France would wait, France said through Oman.", "Meridian")
    said = says(of, "that France would wait", "France", actor="FRA", name="France")
    oman, japan = (replace(said.speaker, actor=actor, name=name) for actor, name in (("OMN", "Oman"), ("JPN", "Japan")))
    carried = Reading(of, "test/1", statements=(replace(said, via=(oman,), addressees=(japan,)),))
    with open_case(make_case(tmp_path / "case.db", (carried,))) as case:
        found = network(case)
    assert found is not None
    assert {node.id: (node.events, node.carried) for node in found.nodes} == {
        "OMN": (1, 1),
        "FRA": (0, 0),
        "JPN": (0, 0),
    }
    assert [(one.carrier, one.one, one.other, one.times) for one in found.carried] == [("OMN", "FRA", "JPN", 1)]


def test_a_minister_counts_as_his_state_unless_each_is_asked_for() -> None:
    known = load_actors()
    ministry = known.find("Chinese foreign ministry")
    one = replace(MERIDIAN.events[0].actor[0], actor=ministry.id, country="CHN")
    assert stands_for(one, known) == "CHN"
    assert stands_for(one, known, by_state=False) == ministry.id
    assert stands_for(replace(one, actor=None, country=None), known) is None
