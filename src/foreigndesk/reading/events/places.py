"""Where a deed was done: a place in a locative phrase of its words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from foreigndesk.model import Place
from foreigndesk.reading.events import grammar, paths
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.deeds import Deed

LOCATIVES = ("in", "at", "near", "inside", "outside", "off", "across", "along", "over", "around", "above", "on")
PLACES = frozenset({"GPE", "LOC", "FAC"})


def find_place(deed: Deed, cast: Cast) -> Place | None:
    """The place of a deed: the first named place behind a locative preposition of its words; None if none is told."""
    for start in dict.fromkeys((deed.token, deed.verb)):
        for preposition in LOCATIVES:
            for noun in paths.walk(start, (preposition,)):
                place = next(filter(None, (place_at(word, cast) for word in named_words(noun))), None)
                if place is not None:
                    return place
    return None


def named_words(noun: Token) -> Iterator[Token]:
    """The noun, then the names inside its phrase: "Russia" in "Russia's Far East", "Kyiv" in "a suburb of Kyiv"."""
    yield noun
    yield from (child for child in noun.children if child.dep_ in {"poss", "appos"})
    for preposition in ("of", "in"):
        yield from grammar.behind(noun, preposition)


def place_at(token: Token, cast: Cast) -> Place | None:
    """The place a word names, with the country it is or lies in as far as the actor table knows."""
    if token.ent_type_ not in PLACES and "place" not in cast.kinds(token):
        return None
    words = next((entity for entity in token.doc.ents if entity.start <= token.i < entity.end), None)
    start, end = (words.start_char, words.end_char) if words is not None else (token.idx, token.idx + len(token))
    actor = cast.actor_at(token)
    country = actor.country or actor.id if actor is not None else country_behind(token, cast)
    return Place(token.doc.text[start:end], country, start, end, name=actor.name if actor is not None else None)


def country_behind(token: Token, cast: Cast) -> str | None:
    """The country told behind a place: "Bishkek, Kyrgyzstan", "Vitez in Bosnia"."""
    near = [
        child for child in token.children if child.dep_ in {"appos", "conj", "npadvmod"} and child.ent_type_ == "GPE"
    ]
    for word in (*near, *grammar.behind(token, "in"), *(child for child in token.children if child.dep_ == "poss")):
        actor = cast.actor_at(word)
        if actor is not None and "state" in cast.kinds(word):
            return actor.country or actor.id
    return None
