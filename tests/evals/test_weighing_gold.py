"""The gold of claims, forecasts and silences, and the story of the strait, keep their own guidelines."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from foreigndesk.intake import open_paths
from foreigndesk.model import Force, KinshipKind, Report, Setback, SourcingKind

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "evals" / "gold"
STORY = ROOT / "tests" / "way" / "story_of_the_strait"
POLNEAR = ROOT.parent / "shared" / "corpora" / "polnear" / "dev" / "text"
KINDS = {"prediction", "conditional", "plan", "threat", "promise", "warning"}

Row = dict[str, Any]


def read_lines(name: str) -> list[Row]:
    with (GOLD / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


PAIRS = read_lines("claims/pairs.jsonl")
FROM_POLNEAR = read_lines("claims/pairs_polnear.jsonl")
FORECASTS = read_lines("forecasts/sentences.jsonl")
SILENCES = read_lines("silences/sentences.jsonl")
UNSEEN_PAIRS, UNSEEN_FORECASTS, UNSEEN_SILENCES = (
    read_lines(f"{of}/unseen.jsonl") for of in ("claims", "forecasts", "silences")
)
FRESH_PAIRS, FRESH_FORECASTS, FRESH_SILENCES = (
    read_lines(f"{of}/fresh.jsonl") for of in ("claims", "forecasts", "silences")
)
EXPECTED: Row = json.loads((STORY / "expected.json").read_text(encoding="utf-8"))


def printed(of: Row, *fields: str) -> list[str]:
    """The words of those fields that are given."""
    return [of[field] for field in fields if of[field] is not None]


def statement(side: Row) -> tuple[str, ...]:
    return (side["speaker"], side["content"], side["published"])


# -- claims


@pytest.mark.parametrize("pairs", [PAIRS, UNSEEN_PAIRS, FRESH_PAIRS], ids=["seen", "unseen", "fresh"])
def test_pairs_have_the_fields_of_the_guideline(pairs: list[Row]) -> None:
    assert {frozenset(pair) for pair in pairs} == {frozenset({"topic", "a", "b", "relation", "polarity", "note"})}
    sides = [pair[side] for pair in pairs for side in "ab"]
    assert {frozenset(side) for side in sides} == {
        frozenset({"speaker", "sourcing", "force", "cue", "content", "published"})
    }
    assert {side["force"] for side in sides} <= {force.value for force in Force}
    assert {side["sourcing"] for side in sides} <= {kind.value for kind in SourcingKind}
    assert all(dt.date.fromisoformat(side["published"]) for side in sides)
    assert all(side["content"].strip() == side["content"] != "" for side in sides)


@pytest.mark.parametrize(
    "pairs", [PAIRS, FROM_POLNEAR, UNSEEN_PAIRS, FRESH_PAIRS], ids=["seen", "PolNeAR", "unseen", "fresh"]
)
def test_only_one_and_the_same_claim_has_a_polarity(pairs: list[Row]) -> None:
    assert {pair["relation"] for pair in pairs} == {"same", "related", "different"}
    assert {pair["polarity"] for pair in pairs if pair["relation"] != "same"} == {None}
    assert {pair["polarity"] for pair in pairs if pair["relation"] == "same"} == {"agree", "oppose", None}


def test_no_statement_is_paired_with_itself_and_no_pair_stands_twice() -> None:
    own = [*PAIRS, *UNSEEN_PAIRS, *FRESH_PAIRS]
    seen = [frozenset({statement(pair["a"]), statement(pair["b"])}) for pair in own]
    assert all(len(pair) == 2 for pair in seen)
    assert len(set(seen)) == len(seen)
    places = [frozenset((pair[f"doc_{side}"], pair[f"start_{side}"]) for side in "ab") for pair in FROM_POLNEAR]
    assert all(len(pair) == 2 for pair in places)
    assert len(set(places)) == len(places)


def test_there_are_enough_pairs_of_every_relation() -> None:
    count = Counter(pair["relation"] for pair in PAIRS)
    assert len(PAIRS) >= 260
    assert min(count.values()) >= 40
    assert len(FROM_POLNEAR) >= 60


def test_unseen_pairs_are_of_many_topics_every_relation_and_both_sides() -> None:
    count = Counter(pair["relation"] for pair in UNSEEN_PAIRS)
    sides = Counter(pair["polarity"] for pair in UNSEEN_PAIRS if pair["relation"] == "same")
    topics = {pair["topic"] for pair in UNSEEN_PAIRS}
    assert len(UNSEEN_PAIRS) >= 160
    assert min(count.values()) >= 40
    assert min(sides["agree"], sides["oppose"]) >= 30
    assert sides[None] >= 8
    assert len(topics) >= 40
    assert topics.isdisjoint(pair["topic"] for pair in PAIRS)


def test_fresh_pairs_are_of_topics_that_no_other_gold_has() -> None:
    count = Counter(pair["relation"] for pair in FRESH_PAIRS)
    topics = {pair["topic"] for pair in FRESH_PAIRS}
    assert len(FRESH_PAIRS) >= 160
    assert min(count.values()) >= 40
    assert len(topics) >= 40
    assert topics.isdisjoint(pair["topic"] for pair in PAIRS + UNSEEN_PAIRS)


def test_polarity_matters_in_at_least_110_pairs() -> None:
    against = {"deny", "doubt"}
    contested = [
        pair
        for pair in PAIRS
        if pair["relation"] == "same"
        and (pair["polarity"] != "agree" or against & {pair["a"]["force"], pair["b"]["force"]})
    ]
    assert len(contested) >= 110
    assert Counter(pair["polarity"] for pair in contested)[None] >= 30  # open sides: neither agree nor oppose


@pytest.mark.parametrize("pairs", [PAIRS, UNSEEN_PAIRS, FRESH_PAIRS], ids=["seen", "unseen", "fresh"])
def test_same_sides_make_no_ring_that_cannot_be(pairs: list[Row]) -> None:
    """Of one claim, a friend of a friend is a friend and a friend's opponent an opponent: sides must be consistent."""
    side: dict[tuple[str, ...], int] = {}
    sure = [pair for pair in pairs if pair["relation"] == "same" and pair["polarity"]]
    for start in [statement(pair["a"]) for pair in sure]:
        if start in side:
            continue
        side[start] = 1
        while True:
            grown = dict(side)
            for pair in sure:
                sign = 1 if pair["polarity"] == "agree" else -1
                for one, other in (("a", "b"), ("b", "a")):
                    if statement(pair[one]) in grown:
                        grown.setdefault(statement(pair[other]), sign * grown[statement(pair[one])])
            if grown == side:
                break
            side = grown
    wrong = [
        (pair["a"]["content"], pair["b"]["content"])
        for pair in sure
        if (side[statement(pair["a"])] == side[statement(pair["b"])]) != (pair["polarity"] == "agree")
    ]
    assert wrong == []


def test_no_text_of_the_corpus_stands_in_the_pairs_from_it() -> None:
    fields = {f"{field}_{side}" for field in ("doc", "start", "end") for side in "ab"}
    assert {frozenset(pair) for pair in FROM_POLNEAR} == {frozenset(fields | {"relation", "polarity", "note"})}
    assert max(len(pair["note"].split()) for pair in FROM_POLNEAR) <= 15


def test_offsets_into_the_corpus_hold_words() -> None:
    if not POLNEAR.is_dir():
        pytest.skip("needs PolNeAR dev beside the repository (../shared/corpora/polnear)")
    for pair in FROM_POLNEAR:
        for side in "ab":
            text = (POLNEAR / f"{pair[f'doc_{side}']}.txt").read_bytes().decode("utf-8")
            words = text[pair[f"start_{side}"] : pair[f"end_{side}"]]
            assert words == words.strip() != "", pair
            assert len(words) == pair[f"end_{side}"] - pair[f"start_{side}"], pair


# -- forecasts and silences


@pytest.mark.parametrize("rows", [FORECASTS, UNSEEN_FORECASTS, FRESH_FORECASTS], ids=["seen", "unseen", "fresh"])
def test_words_of_forecasts_stand_in_their_text_in_order(rows: list[Row]) -> None:
    for row in rows:
        assert set(row) == {"text", "published", "forecasts"}
        assert dt.date.fromisoformat(row["published"])
        for one in row["forecasts"]:
            assert set(one) == {"outcome", "condition", "horizon", "speaker", "kind"}
            words = printed(one, "outcome", "condition", "horizon", "speaker")
            assert [each for each in words if each not in row["text"]] == []
        starts = [row["text"].index(one["outcome"]) for one in row["forecasts"]]
        assert starts == sorted(starts)


def test_half_of_the_passages_hold_no_forecast_and_every_kind_is_there() -> None:
    assert len(FORECASTS) >= 170
    assert 0.4 <= sum(not row["forecasts"] for row in FORECASTS) / len(FORECASTS) <= 0.6
    kinds = Counter(one["kind"] for row in FORECASTS for one in row["forecasts"])
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 8


def test_unseen_passages_are_enough_of_every_kind() -> None:
    kinds = Counter(one["kind"] for row in UNSEEN_FORECASTS for one in row["forecasts"])
    assert set(kinds) == KINDS
    assert min(kinds.values()) >= 7
    assert Counter(bool(row["forecasts"]) for row in UNSEEN_FORECASTS) == {True: 75, False: 75}
    assert Counter(row["silence"] is not None for row in UNSEEN_SILENCES) == {True: 50, False: 40}


def test_fresh_passages_are_half_with_and_half_without() -> None:
    kinds = Counter(one["kind"] for row in FRESH_FORECASTS for one in row["forecasts"])
    assert set(kinds) == KINDS
    for rows, found in ((FRESH_FORECASTS, "forecasts"), (FRESH_SILENCES, "silence")):
        assert 0.45 <= sum(bool(row[found]) for row in rows) / len(rows) <= 0.55


@pytest.mark.parametrize("rows", [FORECASTS, UNSEEN_FORECASTS, FRESH_FORECASTS], ids=["seen", "unseen", "fresh"])
def test_a_conditional_has_a_condition_and_a_prediction_has_none(rows: list[Row]) -> None:
    conditions = {
        kind: {one["condition"] is None for row in rows for one in row["forecasts"] if one["kind"] == kind}
        for kind in ("conditional", "prediction")
    }
    assert conditions == {"conditional": {False}, "prediction": {True}}


@pytest.mark.parametrize("rows", [SILENCES, UNSEEN_SILENCES, FRESH_SILENCES], ids=["seen", "unseen", "fresh"])
def test_words_of_silences_stand_in_their_text(rows: list[Row]) -> None:
    for row in rows:
        assert set(row) == {"text", "published", "silence"}
        assert dt.date.fromisoformat(row["published"])
        if row["silence"] is not None:
            assert set(row["silence"]) == {"actor", "about", "until"}
            words = printed(row["silence"], "actor", "about", "until")
            assert [one for one in words if one not in row["text"]] == []


def test_a_third_of_the_silences_are_traps() -> None:
    assert len(SILENCES) >= 70
    assert 0.3 <= sum(row["silence"] is None for row in SILENCES) / len(SILENCES) <= 0.45


@pytest.mark.parametrize(
    "rows",
    [FORECASTS + UNSEEN_FORECASTS + FRESH_FORECASTS, SILENCES + UNSEEN_SILENCES + FRESH_SILENCES],
    ids=["forecasts", "silences"],
)
def test_no_passage_stands_twice(rows: list[Row]) -> None:
    assert [text for text, count in Counter(row["text"] for row in rows).items() if count > 1] == []


# -- the story of the strait


@pytest.fixture(scope="module")
def story() -> dict[str, Report]:
    taken = list(open_paths([str(path) for path in sorted((STORY / "reports").iterdir())]))
    assert [one for one in taken if isinstance(one, Setback)] == []
    return {Path(one.report.path).name: one.report for one in taken if not isinstance(one, Setback)}


def test_the_reports_are_taken_in_as_the_story_lists_them(story: dict[str, Report]) -> None:
    assert len(story) >= 40
    listed = [
        (row["name"], row["outlet"], row["headline"], dt.datetime.fromisoformat(row["published"]))
        for row in EXPECTED["reports"]
    ]
    taken = [
        (name, report.outlet, report.headline, dt.datetime.fromisoformat(report.published or ""))
        for name, report in story.items()
    ]
    assert taken == listed


def test_the_story_takes_eight_weeks_in_short_reports(story: dict[str, Report]) -> None:
    days = [report.published_day for report in story.values() if report.published_day]
    assert dt.timedelta(weeks=7) <= max(days) - min(days) <= dt.timedelta(weeks=8)
    assert {name: len(report.text.split()) for name, report in story.items() if len(report.text.split()) > 280} == {}


def cited(value: object) -> list[Row]:
    """Everything in the expectations that gives a report and its words."""
    if isinstance(value, dict):
        own = [value] if "report" in value and "words" in value else []
        return own + [row for one in value.values() for row in cited(one)]
    if isinstance(value, list):
        return [row for one in value for row in cited(one)]
    return []


def test_words_expected_of_a_report_stand_in_it_once(story: dict[str, Report]) -> None:
    rows = cited(EXPECTED)
    assert len(rows) >= 50
    assert [row for row in rows if story[row["report"]].text.count(row["words"]) != 1] == []


def test_debtors_of_the_story_came_later_and_updates_are_the_outlets_own(story: dict[str, Report]) -> None:
    for tie in EXPECTED["copies"]:
        debtor, creditor = story[tie["debtor"]], story[tie["creditor"]]
        assert (debtor.published or "") > (creditor.published or "")
        assert tie["kind"] in {kind.value for kind in KinshipKind}
        assert (debtor.outlet == creditor.outlet) == (tie["kind"] == "update")


def test_voices_never_grow_fewer_and_are_counted_by_the_story(story: dict[str, Report]) -> None:
    for claim in EXPECTED["claims"]:
        counts = [(count["date"], count["fewest"], count["most"]) for count in claim["voices"]]
        assert counts == sorted(counts)
        for count in claim["voices"]:
            assert count["fewest"] == max(1, len(count["certain"]))
            assert count["most"] == len(count["certain"]) + len(count["perhaps"])
        assert claim["first"]["report"] == min(
            (row["report"] for row in cited(claim)), key=lambda name: story[name].published or ""
        )


def test_what_is_expected_comes_in_the_order_of_time(story: dict[str, Report]) -> None:
    def day(row: Row | None) -> str:
        return (story[row["report"]].published or "") if row else "9999"

    for change in EXPECTED["positions"]:
        assert day(change["before"]) < day(change["after"])
    for forecast in EXPECTED["forecasts"]:
        assert (forecast["outcome"] is None) == (forecast["fate"] == "open")
        assert day(forecast) < day(forecast["outcome"])
        if forecast["condition_met"]:
            assert day(forecast) < day(forecast["condition_met"]) < day(forecast["outcome"])
    for silence in EXPECTED["silences"]:
        reported = [day(row) for row in silence["reported"]]
        assert reported == sorted(reported)
        assert reported[-1] < day(silence["end"])


def test_every_report_named_in_the_story_is_there(story: dict[str, Report]) -> None:
    words = (STORY / "story.md").read_text(encoding="utf-8").split("`")[1::2]
    stems = {Path(name).stem for name in story}
    assert [word for word in words if word[:2].isdigit() and word not in stems] == []
