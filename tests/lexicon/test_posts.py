"""The tables of persons and the posts they held: whole, consistent, and without holes where the desk needs them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from foreigndesk.lexicon.tables import load_table

PERSONS = load_table("persons")
POSTS = load_table("posts")

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ALPHA_3 = re.compile(r"[A-Z]{3}")
BY_HAND = "public record, written by hand 2026"
ORIGINS = {BY_HAND, f"{BY_HAND}; day uncertain", f"{BY_HAND}; month uncertain"}

# A handover may take some weeks: predecessors stay on until the successor is sworn in.
HANDOVER = dt.timedelta(days=31)

# Posts that several people hold at once.
SHARED_POSTS = {
    "Defence Ministry Spokesperson",
    "Deputy Ambassador to the United Nations",
    "Deputy Foreign Minister",
    "Deputy State Department Spokesperson",
    "Foreign Ministry Spokesperson",
    "National Security Council Spokesperson",
    "Presidential Aide",
    "Vice Foreign Minister",
}

G20_STATES = ["ARG", "AUS", "BRA", "CAN", "CHN", "DEU", "FRA", "GBR", "IDN", "IND", "ITA", "JPN", "KOR", "MEX", "RUS"]
G20_STATES += ["SAU", "TUR", "USA", "ZAF"]
WATCHED_STATES = [*G20_STATES, "IRN", "ISR", "PRK", "UKR"]
WATCHED_FROM, WATCHED_TO = dt.date(2014, 1, 1), dt.date(2025, 6, 30)
ROLES = {
    "head of state or government": {
        "Chancellor",
        "Emperor",
        "King",
        "Premier",
        "President",
        "Prime Minister",
        "Queen",
        "Supreme Leader",
    },
    "foreign minister": {
        "External Affairs Minister",
        "Foreign Minister",
        "Foreign Secretary",
        "International Relations Minister",
        "Secretary of State",
    },
    "defence minister": {"Armed Forces Minister", "Defence Minister", "Defence Secretary", "Secretary of Defense"},
}
STAND_IN = re.compile(r"^(Acting|Caretaker|Interim) ")


def since(post: dict[str, str]) -> dt.date:
    return dt.date.fromisoformat(post["since"])


def until(post: dict[str, str]) -> dt.date:
    return dt.date.fromisoformat(post["until"]) if post["until"] else dt.date.max


def told(post: dict[str, str]) -> str:
    return f"{post['person']}: {post['title']} ({post['country']}) {post['since']} to {post['until'] or 'now'}"


def forms_of(person: dict[str, str]) -> list[str]:
    return person["forms"].split("|")


def gaps(spells: list[tuple[dt.date, dt.date]], first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date]]:
    """The stretches of days in [first, last] that no spell covers, as (first day, last day)."""
    found, reached = [], first
    for start, end in sorted(spells):
        if start > last:
            break
        if start > reached:
            found.append((reached, start - dt.timedelta(days=1)))
        if end >= last:
            return found
        reached = max(reached, end + dt.timedelta(days=1))
    return [*found, (reached, last)] if reached <= last else found


def test_gaps_are_the_days_that_no_spell_covers() -> None:
    day = dt.date
    spells = [(day(2014, 1, 3), day(2014, 1, 5)), (day(2014, 1, 4), day(2014, 1, 4)), (day(2014, 1, 8), dt.date.max)]
    assert gaps(spells, day(2014, 1, 1), day(2014, 1, 31)) == [
        (day(2014, 1, 1), day(2014, 1, 2)),
        (day(2014, 1, 6), day(2014, 1, 7)),
    ]
    assert gaps(spells[:2], day(2014, 1, 3), day(2014, 1, 6)) == [(day(2014, 1, 6), day(2014, 1, 6))]


def test_ids_and_bodies_are_slugs_and_countries_are_alpha_3_codes() -> None:
    assert [row["id"] for row in PERSONS if not SLUG.fullmatch(row["id"])] == []
    assert [told(row) for row in POSTS if not SLUG.fullmatch(row["body"])] == []
    assert [row["id"] for row in PERSONS if not ALPHA_3.fullmatch(row["country"])] == []
    assert [told(row) for row in POSTS if row["country"] and not ALPHA_3.fullmatch(row["country"])] == []


def test_a_post_without_a_country_belongs_to_an_organisation_of_states() -> None:
    assert [told(row) for row in POSTS if not row["country"] and row["sector"] != "IGO"] == []


def test_sectors_are_those_of_plover_or_an_organisation_of_states() -> None:
    known = {row["sector"] for row in load_table("plover_sectors")} | {"IGO"}
    assert {row["sector"] for row in POSTS} - known == set()


def test_every_row_tells_its_origin() -> None:
    assert {row["origin"] for row in PERSONS + POSTS} - ORIGINS == set()


def test_no_person_and_no_post_stands_in_the_tables_twice() -> None:
    ids = Counter(row["id"] for row in PERSONS)
    assert [name for name, count in ids.items() if count > 1] == []
    rows = Counter((row["person"], row["title"], row["country"], row["since"]) for row in POSTS)
    assert [row for row, count in rows.items() if count > 1] == []


def test_nobody_is_without_a_post_and_no_post_without_its_person() -> None:
    assert {row["person"] for row in POSTS} == {row["id"] for row in PERSONS}


def test_dates_are_iso_days_and_no_post_ends_before_it_begins() -> None:
    wrong = [
        told(row)
        for row in POSTS
        if not ISO_DAY.fullmatch(row["since"]) or (row["until"] and not ISO_DAY.fullmatch(row["until"]))
    ]
    assert wrong == []
    assert [told(row) for row in POSTS if since(row) > until(row)] == []


def test_every_post_was_held_on_a_day_since_2014() -> None:
    # A person who is in the tables for a recent post may have an older one beside it.
    latest = {row["person"]: max(until(post) for post in POSTS if post["person"] == row["person"]) for row in POSTS}
    assert {name for name, end in latest.items() if end < WATCHED_FROM} == set()


def test_nobody_holds_one_post_twice_at_the_same_time() -> None:
    held = defaultdict(list)
    for row in POSTS:
        held[row["person"], row["title"], row["country"]].append(row)
    overlaps = [
        f"{told(one)} / {told(other)}"
        for rows in held.values()
        for one, other in combinations(sorted(rows, key=since), 2)
        if since(other) < until(one)
    ]
    assert overlaps == []


def test_two_people_share_a_single_post_no_longer_than_a_handover() -> None:
    holders = defaultdict(list)
    for row in POSTS:
        if row["title"] not in SHARED_POSTS:
            holders[row["title"], row["country"]].append(row)
    overlaps = [
        f"{told(one)} / {told(other)}"
        for rows in holders.values()
        for one, other in combinations(rows, 2)
        if one["person"] != other["person"] and min(until(one), until(other)) - max(since(one), since(other)) > HANDOVER
    ]
    assert overlaps == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("country", WATCHED_STATES)
def test_a_watched_state_has_its_leaders_on_nearly_every_day_from_2014_to_2025(country: str, role: str) -> None:
    spells = [
        (since(row), until(row))
        for row in POSTS
        if row["country"] == country and STAND_IN.sub("", row["title"]) in ROLES[role]
    ]
    missing = gaps(spells, WATCHED_FROM, WATCHED_TO)
    lost = sum((end - start).days + 1 for start, end in missing)
    share = 1 - lost / ((WATCHED_TO - WATCHED_FROM).days + 1)
    shown = ", ".join(f"{start} to {end}" for start, end in missing)
    # pytest -rP shows these lines: the gaps are worth reading while the test still passes.
    print(f"{country} {role}: {share:.1%} of days; gaps: {shown or 'none'}")  # noqa: T201
    assert share >= 0.95, f"{country} has a {role} on {share:.1%} of the days only; nobody from {shown}"


def test_a_name_is_one_of_its_persons_forms_and_forms_are_neat() -> None:
    assert [row["id"] for row in PERSONS if row["name"] not in forms_of(row)] == []
    messy = [
        form
        for row in PERSONS
        for form in forms_of(row)
        if form != " ".join(form.split()) or len(form) < 2 or not re.search(r"[^\W\d_]", form)
    ]
    assert messy == []
    assert [row["id"] for row in PERSONS if len(set(forms_of(row))) < len(forms_of(row))] == []


def test_no_form_names_two_persons() -> None:
    owners = defaultdict(set)
    for row in PERSONS:
        for form in forms_of(row):
            owners[form].add(row["id"])
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_a_bare_surname_is_part_of_no_other_persons_name() -> None:
    words = defaultdict(set)
    for row in PERSONS:
        for form in forms_of(row):
            for word in form.split():
                words[word].add(row["id"])
    shared = {
        form: words[form] - {row["id"]}
        for row in PERSONS
        for form in forms_of(row)
        if " " not in form and words[form] != {row["id"]}
    }
    assert shared == {}
