"""The gold of kinship, spun text and voices keeps its own guidelines (README.md in each folder of evals/gold)."""

import datetime as dt
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parents[2] / "evals" / "gold"
KINDS = {"copy", "excerpt", "update", "rewrite", "spun", "quotes"}
NAME_KINDS = set(
    "ministry agency body think_tank university armed_group newspaper treaty war place person".split()
)  # evals/gold/spun/README.md

Row = dict[str, Any]


def read_folder(name: str) -> dict[str, Row]:
    files = sorted((GOLD / name).glob("*.json"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def read_lines(name: str) -> list[Row]:
    with (GOLD / "spun" / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


STORIES = read_folder("kin")
VOICES = read_folder("voices")
NAMES = read_lines("names.jsonl")
REPORTS = read_lines("reports.jsonl")
UNSEEN_VOICES = read_folder("voices/unseen")
UNSEEN_NAMES = read_lines("unseen_names.jsonl")
UNSEEN_REPORTS = read_lines("unseen_reports.jsonl")
FRESH_VOICES = read_folder("voices/fresh")
FRESH_NAMES = read_lines("fresh_names.jsonl")
FRESH_REPORTS = read_lines("fresh_reports.jsonl")
GROUPS = ["seen", "unseen", "fresh"]
of_names = pytest.mark.parametrize("rows", [NAMES, UNSEEN_NAMES, FRESH_NAMES], ids=GROUPS)
of_reports = pytest.mark.parametrize("rows", [REPORTS, UNSEEN_REPORTS, FRESH_REPORTS], ids=GROUPS)
of_voices = pytest.mark.parametrize("voices", [VOICES, UNSEEN_VOICES, FRESH_VOICES], ids=GROUPS)
TIES = [(file, story, tie) for file, story in STORIES.items() for tie in story["kin"]]


def report(story: Row, name: str) -> Row:
    found: Row = next(one for one in story["reports"] if one["name"] == name)
    return found


def sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?\"”])\s+", text) if len(one.split()) > 4]


def four_grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def share_taken(debtor: Row, creditor: Row) -> float:
    """Share of the debtor's runs of four words that stand in the creditor."""
    runs = four_grams(debtor["text"])
    return len(runs & four_grams(creditor["text"])) / len(runs)


def families(story: Row) -> dict[str, str]:
    """Each report's family: reports tied by anything but a quotation."""
    head = {one["name"]: one["name"] for one in story["reports"]}
    for tie in story["kin"]:
        if tie["kind"] != "quotes":
            old, new = head[tie["debtor"]], head[tie["creditor"]]
            head = {name: new if of == old else of for name, of in head.items()}
    return head


def test_every_story_has_the_fields_of_the_guideline() -> None:
    assert [file for file, story in STORIES.items() if set(story) != {"story", "reports", "kin", "note"}] == []
    fields = {"name", "outlet", "published", "headline", "byline", "text"}
    assert {frozenset(one) for story in STORIES.values() for one in story["reports"]} == {frozenset(fields)}
    assert {frozenset(tie) for _, _, tie in TIES} == {frozenset({"debtor", "creditor", "kind"})}
    assert {tie["kind"] for _, _, tie in TIES} == KINDS


def test_a_story_has_four_to_seven_reports_named_by_letters() -> None:
    for file, story in STORIES.items():
        names = "".join(one["name"] for one in story["reports"])
        assert names in {"abcd", "abcde", "abcdef", "abcdefg"}, file


def test_reports_are_as_long_as_reports_are() -> None:
    short = {(file, tie["debtor"]) for file, _, tie in TIES if tie["kind"] == "excerpt"}
    for file, story in STORIES.items():
        for one in story["reports"]:
            least = 100 if (file, one["name"]) in short else 180
            assert least <= len(one["text"].split()) <= 400, (file, one["name"])


def test_days_of_publication_are_days() -> None:
    stories = [*STORIES.values(), *VOICES.values(), *UNSEEN_VOICES.values(), *FRESH_VOICES.values()]
    reports = [one for story in stories for one in story["reports"]]
    assert all(dt.datetime.fromisoformat(one["published"]) for one in reports)
    assert all(dt.date.fromisoformat(row["published"]) for row in REPORTS + UNSEEN_REPORTS + FRESH_REPORTS)


def test_ties_join_reports_of_the_story_and_no_pair_twice() -> None:
    for file, story in STORIES.items():
        names = {one["name"] for one in story["reports"]}
        pairs = [frozenset({tie["debtor"], tie["creditor"]}) for tie in story["kin"]]
        assert set().union(*pairs) <= names, file
        assert len(set(pairs)) == len(pairs), file
        assert all(len(pair) == 2 for pair in pairs), file


def test_debtors_come_later_except_where_the_note_says_that_an_hour_is_false() -> None:
    early = []
    for file, story, tie in TIES:
        debtor, creditor = (report(story, tie[role])["published"] for role in ("debtor", "creditor"))
        known = min(len(debtor), len(creditor))  # a bare day is compared as a day
        if debtor[:known] < creditor[:known]:
            early.append(file)
    assert early == ["06-shells-through-rajin"]
    assert "backdates" in STORIES[early[0]]["note"]


def test_updates_are_by_the_same_outlet_and_only_they() -> None:
    for file, story, tie in TIES:
        same = report(story, tie["debtor"])["outlet"] == report(story, tie["creditor"])["outlet"]
        assert same == (tie["kind"] == "update"), (file, tie)


# The bounds are the kinds' definitions in words of their own: a copy is the same text, a rewrite is not.
@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [("copy", 0.85, 1.0), ("update", 0.55, 0.95), ("rewrite", 0.0, 0.5), ("spun", 0.2, 0.45), ("quotes", 0.0, 0.15)],
)
def test_as_much_is_taken_over_as_the_kind_means(kind: str, least: float, most: float) -> None:
    shares = {
        (file, tie["debtor"]): share_taken(report(story, tie["debtor"]), report(story, tie["creditor"]))
        for file, story, tie in TIES
        if tie["kind"] == kind
    }
    assert {one: round(share, 2) for one, share in shares.items() if not least <= share <= most} == {}


def test_an_excerpt_takes_three_sentences_as_they_stand() -> None:
    for file, story, tie in TIES:
        if tie["kind"] == "excerpt":
            debtor, creditor = report(story, tie["debtor"])["text"], report(story, tie["creditor"])["text"]
            assert sum(one in creditor for one in sentences(debtor)) >= 3, (file, tie)


def test_every_quoting_report_names_the_outlet_it_quotes() -> None:
    for file, story, tie in TIES:
        if tie["kind"] == "quotes":
            outlet, text = report(story, tie["creditor"])["outlet"], report(story, tie["debtor"])["text"]
            assert outlet in text, (file, tie)


def test_every_story_has_an_independent_report_of_the_same_day() -> None:
    for file, story in STORIES.items():
        family, first = families(story), story["reports"][0]
        tied = {tie["debtor"] for tie in story["kin"]}
        alone = [
            one
            for one in story["reports"]
            if family[one["name"]] != family["a"]
            and one["name"] not in tied
            and one["published"][:10] == first["published"][:10]
        ]
        assert alone, file


def test_there_is_enough_of_every_kind_to_measure() -> None:
    kinds = Counter(tie["kind"] for _, _, tie in TIES)
    assert len(STORIES) >= 12
    assert kinds["rewrite"] >= 24
    assert kinds["update"] >= 10
    assert [kind for kind in ("copy", "excerpt", "quotes") if kinds[kind] < 8] == []
    assert kinds["spun"] >= 6
    assert all(sum(tie["kind"] == "rewrite" for tie in story["kin"]) >= 2 for story in STORIES.values())


def test_an_outlet_of_two_stories_uses_its_background_again() -> None:
    first, second = STORIES["02-bulk-carrier-hodeidah"], STORIES["15-bab-el-mandeb-convoy"]
    paragraphs = [set(report(story, "a")["text"].split("\n\n")) for story in (first, second)]
    assert len(paragraphs[0] & paragraphs[1]) == 1


@of_names
def test_every_spun_name_stands_once_in_its_sentence_and_the_true_one_never(rows: list[Row]) -> None:
    assert [row for row in rows if set(row) != {"true", "spun", "sentence", "kind"}] == []
    assert [row["spun"] for row in rows if row["sentence"].count(row["spun"]) != 1] == []
    assert [row["true"] for row in rows if row["true"] == row["spun"]] == []
    told = [row["true"] for row in rows if re.search(rf"(?<!\w){re.escape(row['true'])}(?!\w)", row["sentence"])]
    assert told == []


def test_spun_names_are_many_of_every_kind_and_none_comes_twice() -> None:
    kinds = Counter(row["kind"] for row in NAMES)
    assert set(kinds) == NAME_KINDS
    assert kinds["person"] >= 60
    assert sum(kinds.values()) - kinds["person"] >= 110
    assert len({row["true"] for row in NAMES}) == len({row["spun"] for row in NAMES}) == len(NAMES) >= 170


def test_unseen_names_are_many_of_every_kind_and_broken_as_none_was_before() -> None:
    kinds = Counter(row["kind"] for row in UNSEEN_NAMES)
    assert set(kinds) == NAME_KINDS
    assert sum(kinds.values()) >= 160
    assert kinds["person"] >= 30
    spun = [row["spun"] for row in NAMES + UNSEEN_NAMES]
    assert len(set(spun)) == len(spun)


def test_unseen_reports_are_fifteen_spun_and_twenty_five_clean() -> None:
    ids = [f"s{n:02}" for n in range(1, 16)] + [f"c{n:02}" for n in range(1, 26)]
    assert [row["id"] for row in UNSEEN_REPORTS] == ids
    assert [row["id"] for row in UNSEEN_REPORTS if not 120 <= len(row["text"].split()) <= 250] == []


def test_fresh_names_are_many_of_every_kind_and_broken_as_none_was_before() -> None:
    assert {row["kind"] for row in FRESH_NAMES} == NAME_KINDS
    assert len(FRESH_NAMES) >= 160
    spun = [row["spun"] for row in NAMES + UNSEEN_NAMES + FRESH_NAMES]
    assert len(set(spun)) == len(spun)


def test_fresh_reports_are_twelve_spun_and_twenty_five_clean() -> None:
    ids = [f"s{n:02}" for n in range(1, 13)] + [f"c{n:02}" for n in range(1, 26)]
    assert [row["id"] for row in FRESH_REPORTS] == ids
    assert [row["id"] for row in FRESH_REPORTS if not 115 <= len(row["text"].split()) <= 250] == []


@of_reports
def test_reports_of_the_spun_gold_have_the_fields_of_the_guideline(rows: list[Row]) -> None:
    fields = {"id", "group", "outlet", "published", "text", "names"}
    assert [row["id"] for row in rows if set(row) - {"note"} != fields] == []
    assert [row["id"] for row in rows if row["id"][0] != row["group"][0]] == []


def test_reports_of_the_spun_gold_are_twenty_of_each_group() -> None:
    assert [row["id"] for row in REPORTS] == [f"{group}{n:02}" for group in "sc" for n in range(1, 21)]
    assert [row["id"] for row in REPORTS if not 150 <= len(row["text"].split()) <= 300] == []


@of_reports
def test_offsets_of_broken_names_are_those_of_the_text(rows: list[Row]) -> None:
    for row in rows:
        spans = [(name["start"], name["end"]) for name in row["names"]]
        assert [row["text"][start:end] for start, end in spans] == [name["printed"] for name in row["names"]], row["id"]
        assert all(one[1] <= two[0] for one, two in pairwise(spans)), row["id"]
        assert all(name["printed"] != name["true"] for name in row["names"]), row["id"]


@of_reports
def test_no_broken_name_is_left_unlisted(rows: list[Row]) -> None:
    for row in rows:
        for printed in {name["printed"] for name in row["names"]}:
            listed = [range(name["start"], name["end"]) for name in row["names"]]
            found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(printed)}(?!\w)", row["text"])]
            assert [at for at in found if not any(at in span for span in listed)] == [], (row["id"], printed)


@of_reports
def test_every_spun_report_has_broken_names_and_no_clean_one_has(rows: list[Row]) -> None:
    assert [row["id"] for row in rows if bool(row["names"]) != (row["group"] == "spun")] == []
    assert [row["id"] for row in rows if ("note" in row) != (row["group"] == "clean")] == []


def test_persons_come_again_by_their_surnames() -> None:
    again = [
        row["id"]
        for row in REPORTS
        if any(
            later["true"] == name["true"].split()[-1] and later["true"] != name["true"]
            for at, name in enumerate(row["names"])
            for later in row["names"][at:]
        )
    ]
    assert len(again) >= 15


@of_voices
def test_every_case_of_voices_asks_for_words_that_are_printed(voices: dict[str, Row]) -> None:
    case_fields = {"reports", "question", "fewest", "most", "why"}
    assert [file for file, case in voices.items() if set(case) != case_fields] == []
    fields = {"name", "outlet", "published", "text"}
    assert [file for file, case in voices.items() if any(set(one) != fields for one in case["reports"])] == []
    unprinted = [
        file for file, case in voices.items() if not any(case["question"] in one["text"] for one in case["reports"])
    ]
    assert unprinted == []


@of_voices
def test_voices_are_counted_from_one_and_each_case_says_by_which_rule(voices: dict[str, Row]) -> None:
    assert len(voices) >= 20
    assert [file for file, case in voices.items() if not 1 <= case["fewest"] <= case["most"]] == []
    named = {file: re.findall(r"\(rules? ([^)]*)\)", case["why"]) for file, case in voices.items()}
    assert [file for file, rules in named.items() if not rules] == []
    assert {int(rule) for rules in named.values() for one in rules for rule in re.findall(r"\d+", one)} == {
        *range(1, 12)
    }
