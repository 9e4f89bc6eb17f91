"""Where a deed was done: a named place in a locative phrase of its words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from foreigndesk.lexicon.places import load_gazetteer
from foreigndesk.model import ActorKind, Place
from foreigndesk.reading.events import grammar
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.deeds import Deed

LOCATIVES = ("in", "at", "near", "inside", "outside", "off", "across", "along", "around", "above", "over", "on")
# Phrases that set a place only where it is no state: "an island on Lake Chad", but "sanctions on Georgia".
NOT_FOR_STATES = frozenset({"on", "over", "around"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
# Modes of deeds that go to or from the place that stands as their recipient: a visit, a withdrawal.
GOING = frozenset({"visit", "withdraw"})


def find_place(deed: Deed, cast: Cast) -> Place | None:
    """The place of a deed: the first named one that its own words lead to; None if none is told.

    Its locative phrases come first, then where it goes to or comes from, then where its object, whatever else stands
    behind its prepositions, and its subject are.
    """
    return next(filter(None, (place_of(noun, sure, cast) for noun, sure in place_words(deed))), None)


def place_words(deed: Deed) -> Iterator[tuple[Token, bool]]:
    """The nouns that may name the place, the surest first, and whether any name there is a place."""
    for start in dict.fromkeys((deed.token, deed.verb)):
        yield from behind_locatives(start)
    if deed.trigger.mode in GOING:
        yield from ((head, False) for group in deed.trigger.recipient for path in group for head in deed.walk(path))
    beside = (noun for start in (deed.token, deed.verb) for noun in grammar.behind_any(start))
    for head in (*deed.walk(("obj",)), *beside, *deed.walk(("subj",))):
        yield from behind_locatives(head)


def behind_locatives(token: Token) -> Iterator[tuple[Token, bool]]:
    """What stands behind the locative prepositions of a word."""
    for preposition in LOCATIVES:
        for noun in grammar.behind(token, preposition):
            yield noun, preposition not in NOT_FOR_STATES


def place_of(noun: Token, sure: bool, cast: Cast) -> Place | None:
    """The place a noun names, or names behind it: "Baku", "the Somali town of Baidoa", "a camp in Chad"."""
    if noun.pos_ == "PROPN":
        return place_at(noun, sure, cast) or next(
            filter(None, (place_at(child, sure, cast) for child in noun.children if child.dep_ == "poss")), None
        )
    owner = next((actor for child in grammar.modifiers(noun) if (actor := cast.actor_at(child)) is not None), None)
    country = owner.country if owner is not None else None
    for preposition in ("of", "in", "at", "near", "on", "outside"):
        for word in grammar.behind(noun, preposition):
            place = place_at(word, sure, cast, country) if word.pos_ == "PROPN" else None
            if place is not None:
                return place
    return None


def place_at(token: Token, sure: bool, cast: Cast, country: str | None = None) -> Place | None:
    """The place a proper noun names, with the country it is or lies in as far as the actor table or the text tells."""
    actor = cast.actor_at(token)
    kinds = cast.kinds(token)
    named = token.ent_type_ in PLACES or "place" in kinds
    if actor is not None and "place" not in kinds:
        return None
    if not named and (not sure or token.ent_type_ in {"PERSON", "DATE", "TIME", "EVENT", "WORK_OF_ART", "LAW"}):
        return None
    if not sure and "state" in kinds and token.dep_ == "pobj" and token.head.lower_ in NOT_FOR_STATES:
        return None
    start, end = words_of(token)
    printed = cast.text[start:end]
    if actor is not None:
        country = actor.country or actor.id
    country = country or country_behind(token, cast)
    if actor is not None and actor.kind is ActorKind.STATE and printed == actor.name:
        return Place(printed, country, start, end, name=actor.name)  # a state has no one point
    known = load_gazetteer().place(printed, country, cast.states)
    if known is None:
        return Place(printed, country, start, end)
    return Place(printed, country or known.country, start, end, known.name, known.lat, known.lon)


def words_of(token: Token) -> tuple[int, int]:
    """Offsets of a name: the proper nouns before it that belong to it, articles left out."""
    first = token
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head in {token, first}:
        first = first.nbor(-1)
    return first.idx, token.idx + len(token)


def country_behind(token: Token, cast: Cast) -> str | None:
    """The country told beside a place: "Bishkek, Kyrgyzstan", "Vitez in Bosnia", "Nigeria's Benue state"."""
    near = [
        child for child in token.children if child.dep_ in {"appos", "conj", "npadvmod", "poss", *grammar.MODIFIERS}
    ]
    for word in (*near, *grammar.behind(token, "in")):
        actor = cast.actor_at(word)
        if actor is not None and "state" in cast.kinds(word):
            return actor.country or actor.id
    return None
