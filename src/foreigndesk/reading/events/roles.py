"""Who did a deed, to whom and through whom: from the trigger's roles to parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.codebook.triggers import Roles
from foreigndesk.model import ActorKind, Party
from foreigndesk.reading.events import clauses, grammar, paths
from foreigndesk.reading.events.cast import Cast, same_party
from foreigndesk.reading.events.deeds import Deed

# Things that act for whoever they belong to: "a Russian missile struck", "the Israeli government's decision".
INSTRUMENTS = frozenset(
    "aircraft airstrike alliance artillery attack bomb bomber bombing bulldozer campaign coalition court decision "
    "delegation drone fire force group helicopter invasion jet leader leadership letter member military mine missile "
    "mission move offensive office operation plane raid report resolution rocket shelling ship statement strike "
    "submarine tank vessel warplane warship".split()
)
# Deeds by force or threat, which a place suffers; its state is whom they are done to.
AGAINST_PLACES = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION"})
HOLDS_ACTOR = ("by", "of", "from")
HOLDS_RECIPIENT = ("by", "of", "from", "against", "on", "in", "for")
CARRIERS = ("through", "via")
CARRYING = frozenset("arrange broker carry convey deliver facilitate mediate pass relay transmit".split())
GO_BETWEEN = frozenset({"go-between", "between", "mediator", "intermediary", "broker", "courier", "messenger", "host"})


@dataclass(frozen=True, slots=True)
class RolesFound:
    """The parties of a deed; `reached` where its recipients stand in no place of its trigger (rule `reached`)."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    via: tuple[Party, ...]
    reached: bool = False


def find_roles(deed: Deed, cast: Cast, serves: Deed | None = None) -> RolesFound:
    """The actors, recipients and carriers of a deed; empty where nobody resolves.

    A deed that is carried by another ("to convey a threat to A, they spoke to B") has the other's parties as carriers,
    its own aside.
    """
    via = [*cast.parties([head for word in CARRIERS for head in deed.walk((word,))]), *cast.parties(go_betweens(deed))]
    actors = without(parties_at(deed, deed.trigger.actor, cast, instruments=True), via)
    recipients = without(parties_at(deed, deed.trigger.recipient, cast, instruments=False), (*actors, *via))
    if serves is not None:
        via += without(parties_at(serves, serves.trigger.actor, cast, instruments=True), (*actors, *recipients))
    return RolesFound(actors, recipients, without(via, actors))


def go_betweens(deed: Deed) -> list[Token]:
    """Who carries a message or a thing for others: "a proposal carried by Egypt", "with Panama as go-between"."""
    found: list[Token] = []
    for head in (deed.token, deed.verb, *deed.walk(("obj",))):
        for child in head.children:
            if child.dep_ in {"acl", "advcl"} and child.tag_ == "VBN" and child.lemma_.lower() in CARRYING:
                found += clauses.agents(child)
        for noun in grammar.behind(head, "with"):
            roles = [*grammar.behind(noun, "as"), *grammar.behind(head, "as")]
            if any(role.lemma_.lower() in GO_BETWEEN for role in roles):
                found.append(noun)
    return found


def parties_at(deed: Deed, roles: Roles, cast: Cast, *, instruments: bool) -> tuple[Party, ...]:
    """The parties where the first of some roles leads to somebody known, else to anybody; those joined by + add up."""
    unknown: tuple[Party, ...] = ()
    for group in roles:
        found: list[Party] = []
        for path in group:
            for party in at_path(deed, path, cast, instruments=instruments):
                if not any(same_party(party, other) for other in found):
                    found.append(party)
        if any(party.code is not None for party in found):
            return tuple(found)
        unknown = unknown or tuple(found)
    return unknown


def at_path(deed: Deed, path: tuple[str, ...], cast: Cast, *, instruments: bool) -> Sequence[Party]:
    """The parties a path leads to; where it leads to a thing, whose thing it is.

    Among actors only what acts for somebody counts as such a thing, and a place before a noun is no actor ("the Gaza
    offensive"). A modifier is a party only if it names one.
    """
    heads = deed.walk(path)
    if path[-1] == "mod":
        named = [head for head in heads if cast.actor_at(head) is not None]
        return cast.parties([head for head in named if not instruments or acts_as_modifier(head, cast)])
    parties = list(cast.parties(heads))
    for head in heads:
        if cast.party(head) is None:
            held = None
            if not instruments or acts_for_others(head):
                held = cast.holder(head, HOLDS_ACTOR if instruments else HOLDS_RECIPIENT)
            if held is None:
                held = cast.stranger(head) if instruments else cast.somebody(head) or cast.stranger(head)
            if held is None and not instruments and deed.trigger.type in AGAINST_PLACES:
                held = next((place for word in paths.counted(head) if (place := cast.place(word))), None)
            if held is not None:
                parties.append(held)
    return parties


def acts_for_others(head: Token) -> bool:
    """Whether a noun acts for whoever it belongs to."""
    return not INSTRUMENTS.isdisjoint(grammar.lemma_forms(head))


def acts_as_modifier(head: Token, cast: Cast) -> bool:
    """Whether a modifier tells who did it ("the Russian invasion", "U.S. raids") rather than where ("the Iraq war")."""
    actor = cast.actor_at(head)
    if actor is None or actor.kind is not ActorKind.STATE:
        return True
    letters = head.text.replace(".", "")
    return head.pos_ == "ADJ" or head.ent_type_ == "NORP" or (letters.isupper() and len(letters) <= 4)


def without(parties: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """Some parties less others."""
    return tuple(party for party in parties if not any(same_party(party, other) for other in others))
