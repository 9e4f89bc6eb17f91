"""People of no printed nationality: they belong to the state that the sentence sets them in."""

from __future__ import annotations

from dataclasses import replace

from foreigndesk.model import Party
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.deeds import Deed
from foreigndesk.reading.events.places import find_place
from foreigndesk.reading.events.roles import RolesFound
from foreigndesk.reading.events.strangers import LOCAL_SECTORS

# Types of deeds that a state does to people under its rule, and the sectors that rule.
AT_HOME = frozenset({"COERCE", "RETREAT"})
RULES = frozenset({None, "GOV", "COP", "JUD", "MIL", "SPY"})


def with_setting(deed: Deed, roles: RolesFound, cast: Cast) -> RolesFound:
    """The roles of a deed with local people placed: by the country of its place, or by who rules them."""
    place = find_place(deed, cast)
    country = place.country if place is not None else None
    actors = tuple(settled(party, country) for party in roles.actors) or local_actors(deed, country, cast)
    if country is None and deed.trigger.type in AT_HOME:
        country = next((actor.country for actor in actors if actor.sector in RULES), None)
    return replace(roles, actors=actors, recipients=tuple(settled(party, country) for party in roles.recipients))


def local_actors(deed: Deed, country: str | None, cast: Cast) -> tuple[Party, ...]:
    """Who did a deed, where only a local group is printed and the place tells its state ("rioters in Lima")."""
    if country is None:
        return ()
    paths = [path for group in deed.trigger.actor for path in group if path[-1] == "subj"]
    heads = [head for path in paths for head in deed.walk(path)]
    return tuple(party for head in heads if (party := cast.local(head, country)) is not None)


def settled(party: Party, country: str | None) -> Party:
    """A party, with the country if it is people of no known state."""
    local = party.code is None and party.actor is None and party.sector in LOCAL_SECTORS
    return replace(party, code=country, country=country) if local and country is not None else party
