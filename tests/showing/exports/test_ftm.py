"""The record as FollowTheMoney entities."""

import json

from hypothesis import given

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Reading
from foreigndesk.showing.exports.ftm import SCHEMATA, show_ftm
from tests.strategies import readings

# Of each schema the properties used, as FollowTheMoney 4.11 has them.
PROPERTIES = {
    "Article": {"title", "author", "publisher", "publishedAt", "sourceUrl", "language", "bodyText"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Note": {"name", "description", "entity", "proof", "publisher"},
    "Event": {
        *{"name", "summary", "keywords", "involved", "startDate", "endDate", "location", "country", "proof"},
    },
    "Person": {"name", "alias", "country", "position"},
    "PublicBody": {"name", "alias", "country"},
    "Organization": {"name", "alias", "country"},
}


@given(readings())
def test_every_entity_keeps_to_the_schemata_and_points_at_entities_that_are_there(reading: Reading) -> None:
    entities = [json.loads(line) for line in show_ftm([reading], load_actors().get).split("\n") if line]
    ids = {one["id"] for one in entities}
    for one in entities:
        assert set(one["properties"]) <= PROPERTIES[one["schema"]]
        assert all(isinstance(value, str) and value for values in one["properties"].values() for value in values)
        for pointing in ("document", "proof", "resolved", "entity", "involved"):
            assert set(one["properties"].get(pointing, [])) <= ids
    assert set(SCHEMATA.values()) <= set(PROPERTIES)


def test_a_state_is_a_public_body_with_two_letters() -> None:
    korea = load_actors().get("PRK")
    assert korea is not None
    from foreigndesk.showing.exports.ftm import entity_of

    made = json.loads(json.dumps(entity_of(korea)))
    assert (made["schema"], made["properties"]["country"]) == ("PublicBody", ["kp"])
