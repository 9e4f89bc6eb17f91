"""The gold of events keeps its own guideline (evals/gold/README-events.md) and the lists of the PLOVER manual."""

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from foreigndesk.lexicon.actors import load_actors

GOLD = Path(__file__).parents[2] / "evals" / "gold"

# PLOVER 1.3, tables 3.1 to 3.11; a type without a table has no mode.
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": (
        "abduct beat torture execute sexual assassinate destroy primitive firearms explosives suicide-attack aerial "
        "drone heavy-weapons crowd-control cleansing massacre unconventional sideAB"
    ),
}
# Table 2.1, with the underscores that PDF readers show as blanks.
CONTEXTS = set(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
AUXILIARY = {"future", "hypothetical", "negation", "historical"}  # section 2.3
SPECIAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}  # table 5.1
NEEDS_RECIPIENT = {"COOPERATE", "AID", "SANCTION"}  # sections 3.5.2, 3.6.1, 3.13.1
FIELDS = set(
    "type mode context auxiliary_mode actor recipient actor_words recipient_words via place place_country date "
    "trigger".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Row = dict[str, Any]


def read_gold(name: str) -> list[Row]:
    with (GOLD / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


ROWS = read_gold("events.jsonl")
EMPTY = read_gold("no_event.jsonl")
EVENTS: list[tuple[Row, Row]] = [(row, event) for row in ROWS for event in row["events"]]


def names(row: Row, event: Row) -> str:
    return f"{row['id']} {event['trigger']}"


def times_printed(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def test_the_lists_are_as_long_as_the_manual_says() -> None:
    assert (len(MODES), sum(len(modes.split()) for modes in MODES.values()), len(CONTEXTS)) == (16, 73, 37)


def test_every_row_has_the_fields_of_the_guideline() -> None:
    wanted = {"id", "text", "published", "events"}
    assert [row["id"] for row in ROWS if set(row) - {"note"} != wanted or not row["events"]] == []
    assert [names(row, event) for row, event in EVENTS if set(event) != FIELDS] == []
    assert [row["id"] for row in EMPTY if set(row) != {"id", "group", "text", "published"}] == []


def test_rows_are_numbered_and_no_text_comes_twice() -> None:
    assert [row["id"] for row in ROWS] == [f"e{number:03}" for number in range(1, len(ROWS) + 1)]
    assert [row["id"] for row in EMPTY] == [f"n{number:03}" for number in range(1, len(EMPTY) + 1)]
    texts = Counter(" ".join(row["text"].lower().split()) for row in ROWS + EMPTY)
    assert [text for text, count in texts.items() if count > 1] == []


def test_texts_are_trimmed_and_published_on_a_day() -> None:
    assert [row["id"] for row in ROWS + EMPTY if row["text"] != row["text"].strip() or "  " in row["text"]] == []
    assert all(dt.date.fromisoformat(row["published"]) for row in ROWS + EMPTY)


def test_types_modes_and_contexts_are_those_of_the_manual() -> None:
    assert [names(r, e) for r, e in EVENTS if e["type"] not in MODES] == []
    assert [names(r, e) for r, e in EVENTS if not set(e["mode"]) <= set(MODES[e["type"]].split())] == []
    assert [names(r, e) for r, e in EVENTS if not set(e["context"]) <= CONTEXTS] == []
    assert [names(r, e) for r, e in EVENTS if e["auxiliary_mode"] not in AUXILIARY | {None}] == []


def test_a_misinformation_or_cyber_mode_brings_its_context() -> None:
    named_alike = {"misinformation", "cyber"}
    assert [names(r, e) for r, e in EVENTS if not set(e["mode"]) & named_alike <= set(e["context"])] == []


def test_cooperative_deeds_ahead_are_agreements() -> None:
    turned = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"}
    assert [names(r, e) for r, e in EVENTS if e["auxiliary_mode"] == "future" and e["type"] in turned] == []


def test_codes_are_states_or_the_special_ones_of_the_manual() -> None:
    parties = {code for _, event in EVENTS for code in event["actor"] + event["recipient"]}
    places = {event["place_country"] for _, event in EVENTS if event["place_country"]}
    actors = load_actors()
    assert {code for code in (parties - SPECIAL) | places if actors.state(code) is None} == set()


def test_every_event_has_an_actor_and_no_code_comes_twice_in_a_list() -> None:
    assert [names(r, e) for r, e in EVENTS if not (e["actor"] and e["actor_words"])] == []
    lists = ("actor", "recipient", "actor_words", "recipient_words", "via", "mode", "context")
    assert [names(r, e) for r, e in EVENTS for field in lists if len(set(e[field])) != len(e[field])] == []


def test_codes_of_recipients_stand_on_printed_words() -> None:
    assert [names(r, e) for r, e in EVENTS if e["recipient"] and not e["recipient_words"]] == []


def test_types_that_need_a_recipient_have_one_or_two_sides() -> None:
    lone = [
        names(row, event)
        for row, event in EVENTS
        if event["type"] in NEEDS_RECIPIENT and not event["recipient"] and len(event["actor"]) < 2
    ]
    assert lone == []


def test_side_a_stands_against_a_side_b() -> None:
    assert [names(r, e) for r, e in EVENTS if "sideAB" in e["mode"] and not e["recipient"]] == []


def test_all_words_are_printed_and_triggers_once() -> None:
    for row, event in EVENTS:
        words = [*event["actor_words"], *event["recipient_words"], *event["via"], *filter(None, [event["place"]])]
        assert [word for word in words if not times_printed(word, row["text"])] == [], names(row, event)
        assert times_printed(event["trigger"], row["text"]) == 1, names(row, event)


def test_events_stand_in_the_order_of_their_triggers() -> None:
    for row in ROWS:
        places = [row["text"].index(event["trigger"]) for event in row["events"]]
        assert places == sorted(places), row["id"]


def test_a_carrier_is_neither_actor_nor_recipient() -> None:
    assert [names(r, e) for r, e in EVENTS if set(e["via"]) & {*e["actor_words"], *e["recipient_words"]}] == []


def test_a_country_of_a_place_stands_beside_a_printed_place() -> None:
    assert [names(r, e) for r, e in EVENTS if e["place_country"] and not e["place"]] == []


def test_dates_are_in_order_and_on_the_side_their_tense_says() -> None:
    for row, event in EVENTS:
        if event["date"] is None:
            continue
        first, last = event["date"]["earliest"], event["date"]["latest"]
        assert first or last, names(row, event)
        assert not (first and last) or dt.date.fromisoformat(first) <= dt.date.fromisoformat(last), names(row, event)
        if event["auxiliary_mode"] == "future":
            assert last is None or last >= row["published"], names(row, event)
        elif event["type"] not in {"AGREE", "CONCEDE"}:
            assert first is None or first <= row["published"], names(row, event)


def test_a_single_day_beside_a_weekday_is_that_weekday() -> None:
    for row, event in EVENTS:
        date, printed = event["date"], [day for day in WEEKDAYS if day in row["text"]]
        counted_from_it = re.search("next day|day later", row["text"])
        if not date or date["earliest"] != date["latest"] or not printed or counted_from_it:
            continue
        day = dt.date.fromisoformat(date["earliest"])
        assert WEEKDAYS[day.weekday()] in printed, names(row, event)
        # Rule 6 of README-dates.md: the nearest day of that name, within a week on either side; not if its number is
        # printed too.
        near = abs((day - dt.date.fromisoformat(row["published"])).days) <= 7
        assert near or times_printed(f"{day.day} {day:%B}", row["text"]) == 1, names(row, event)


def test_there_is_enough_of_everything_to_measure() -> None:
    assert len(ROWS) >= 170
    assert len(EMPTY) >= 320
    assert {event["type"] for _, event in EVENTS} == set(MODES)
    modes = Counter((event["type"], mode) for _, event in EVENTS for mode in event["mode"])
    assert [(kind, mode) for kind, listed in MODES.items() for mode in listed.split() if modes[kind, mode] < 2] == []
    assert {context for _, event in EVENTS for context in event["context"]} == CONTEXTS
    assert sum(len(row["events"]) > 1 for row in ROWS) >= 25
    assert sum(event["auxiliary_mode"] is not None for _, event in EVENTS) >= 30
    assert sum(bool(event["via"]) for _, event in EVENTS) >= 20
    assert sum(event["place"] is not None for _, event in EVENTS) >= 60
    assert sum(event["date"] is not None for _, event in EVENTS) >= 90
    kinds = Counter(event["auxiliary_mode"] for _, event in EVENTS)
    assert [kind for kind in AUXILIARY if kinds[kind] < 8] == []


def test_every_group_without_events_is_large_enough_for_a_rate() -> None:
    groups = Counter(row["group"] for row in EMPTY)
    assert len(groups) >= 12
    assert [group for group, count in groups.items() if count < 15] == []
