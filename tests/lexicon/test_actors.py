"""Known actors are found by every form they are printed in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.errors import DeskError, UnknownActor
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.roles import load_roles
from foreigndesk.lexicon.tables import load_table
from foreigndesk.model import ActorKind

ACTORS = load_actors()
TABLES = ("states", "bodies", "organisations", "groups", "institutes", "media", "persons")


@pytest.mark.parametrize("table", [*TABLES, "posts", "outlets", "roles", "ambiguous"])
def test_every_row_of_every_table_says_where_it_comes_from(table: str) -> None:
    rows = load_table(table)
    assert rows
    assert [row for row in rows if not row["origin"]] == []


def test_no_two_actors_share_an_id() -> None:
    ids = [row["id"] for table in TABLES for row in load_table(table)]
    assert sorted(actor for actor in set(ids) if ids.count(actor) > 1) == []


def test_bodies_organisations_groups_institutes_and_media_are_more_than_400() -> None:
    assert sum(len(load_table(table)) for table in TABLES[1:-1]) > 400


def test_every_country_of_a_row_is_a_known_state() -> None:
    rows = [row for table in TABLES for row in load_table(table)]
    unknown = {row["country"] for row in rows if row.get("country") and ACTORS.state(row["country"]) is None}
    assert unknown == set()


def test_every_body_a_post_belongs_to_is_known() -> None:
    bodies = {row["body"] for row in load_table("posts") if row["body"]}
    assert sorted(body for body in bodies if ACTORS.get(body) is None) == []


def test_every_state_goes_by_its_adjective_and_its_people() -> None:
    for row in load_table("states"):
        for form in filter(None, (row["name"], *row["adjectives"].split("|"), *row["demonyms"].split("|"))):
            assert row["id"] in {actor.id for actor in ACTORS.named(form)}, form


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("China", "CHN"),
        ("the Chinese", "CHN"),
        ("Beijing", "CHN"),
        ("chn", "CHN"),
        ("North Koreans", "PRK"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("U.S.", "USA"),
        ("Americans", "USA"),
        ("Britain", "GBR"),
        ("UAE", "ARE"),
        ("Soviet Union", "SUN"),
        ("Taiwanese", "TWN"),
        ("Kosovo", "XKX"),
        ("Palestinians", "PSE"),
        ("Hong Kong", "HKG"),
        ("the Kremlin", "rus-presidency"),
        ("the White House", "white-house"),
        ("the Pentagon", "us-defense-department"),
        ("Downing Street", "gbr-prime-minister-office"),
        ("the Élysée", "fra-presidency"),
        ("Zhongnanhai", "chn-presidency"),
        ("the Blue House", "kor-presidency"),
        ("State Department", "us-state-department"),
        ("U.S. State Department", "us-state-department"),
        ("IAEA", "iaea"),
        ("Revolutionary Guards", "irn-revolutionary-guards"),
        ("Stimson Center", "stimson-center"),
        ("KCNA", "kcna"),
        ("Xi", "xi-jinping"),
        ("Blinken", "antony-blinken"),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(form: str, expected: str) -> None:
    assert ACTORS.find(form).id == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("the Chinese Foreign Ministry", "chn-foreign-ministry"),
        ("China's Ministry of Defence", "chn-defence-ministry"),
        ("Japan’s defense ministry", "jpn-defence-ministry"),
        ("foreign ministry of Laos", "lao-foreign-ministry"),
        ("Kazakh military", "kaz-armed-forces"),
        ("Chinese government", "CHN"),
    ],
)
def test_a_body_is_named_by_its_state_and_its_office(form: str, expected: str) -> None:
    assert [actor.id for actor in ACTORS.named(form)] == [expected]


def test_a_body_made_by_rule_has_state_sector_and_origin() -> None:
    body = ACTORS.get("lao-foreign-ministry")
    assert body is not None
    assert (body.kind, body.name, body.country, body.sector) == (
        ActorKind.BODY,
        "Laotian Foreign Ministry",
        "LAO",
        "GOV",
    )
    assert "by rule" in body.origin


def test_every_state_has_every_body_of_the_roles() -> None:
    states = [actor for actor in ACTORS if actor.kind is ActorKind.STATE]
    assert [(s.id, role) for s in states for role in load_roles() if ACTORS.body_of(s.id, role) is None] == []


def test_of_persons_with_one_surname_the_holder_of_a_post_on_the_day_comes_first() -> None:
    day = dt.date(2024, 10, 31)
    people = ACTORS.surnamed("Kim", day)
    held = [person.post_on(day) is not None for person in people]
    assert held == sorted(held, reverse=True)
    assert people[0].id == "kim-jong-un"


def test_korea_is_first_the_south_then_the_north() -> None:
    assert [actor.id for actor in ACTORS.named("Korea")] == ["KOR", "PRK"]


def test_an_unknown_name_is_refused_with_near_names_as_hint() -> None:
    assert ACTORS.named("Ruritania") == ()
    with pytest.raises(UnknownActor) as trouble:
        ACTORS.find("Rusia")
    assert "Russia" in trouble.value.hint


def test_organisations_have_the_entity_codes_of_plover() -> None:
    codes = {actor: ACTORS.entity_code(actor) for actor in ("united-nations", "european-union", "nato", "CHN")}
    assert codes == {"united-nations": "UNO", "european-union": "EUR", "nato": "IGO", "CHN": "CHN"}


def test_a_table_of_ones_own_adds_actors_and_replaces_packaged_ones(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "id,kind,name,country,sector,forms,origin\n"
        "ruritania,state,Ruritania,RUR,,Ruritanian,own\n"
        "nato,organisation,The Alliance,,IGO,NATO,own\n",
        encoding="utf-8",
    )
    own = load_actors(table)
    assert own.find("Ruritanian").id == "ruritania"
    assert own.find("NATO").name == "The Alliance"
    assert ACTORS.find("NATO").name == "North Atlantic Treaty Organization"


@pytest.mark.parametrize(
    ("content", "told"),
    [("id,name\nx,y\n", "kind"), ("id,kind,name,country,sector,forms,origin\nx,planet,X,,,,own\n", "planet")],
)
def test_a_bad_table_of_ones_own_is_refused_with_the_line(tmp_path: Path, content: str, told: str) -> None:
    table = tmp_path / "own.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(DeskError, match=f"line 2.*{told}"):
        load_actors(table)


def test_a_missing_table_of_ones_own_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read"):
        load_actors(tmp_path / "none.csv")
