"""Who stands between two sides: "through", "via", mediation, and nouns for go-betweens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from foreigndesk.lexicon.carriers import Carrying, load_carrying
from foreigndesk.reading.statements.carriers.carriage import Carriage, is_passive, tells_words, theme_of
from foreigndesk.reading.statements.carriers.errands import errand
from foreigndesk.reading.statements.carriers.parties import (
    ADNOUNS,
    OF_STATES,
    RECEIVING,
    antecedent,
    behind,
    between,
    doer_meant,
    hearers,
    is_message,
    is_mouthpiece,
    is_party,
    is_worded,
    owner_of,
    receivers,
    together,
    told,
    verb_above,
)
from foreigndesk.reading.statements.grammar import speaker_of, subject_of

SEATS = frozenset("mediation intermediation office offices channel channels help auspices way means assistance".split())
INDIRECT = frozenset({"indirect", "proximity", "separate"})


def by_way(preposition: Token) -> Iterator[Carriage]:
    """What is said, sent or negotiated through somebody."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    carrier = seat_of(noun) if noun is not None else None
    if carrier is None or not is_party(carrier) or is_mouthpiece(carrier):
        return
    above = worded_above(preposition)
    if above is None:
        return
    verb = above if above.pos_ in {"VERB", "AUX"} else None
    theme = theme_of(above) if verb is not None else above
    if verb is None and above.dep_ in {"dobj", "nsubjpass"} and above.head.pos_ == "VERB":
        verb = above.head
    if theme is not None and is_party(theme) and not is_worded(theme):
        theme = None
    doer = doer_meant(speaker_of(verb)) if verb is not None else None
    if verb is not None and theme is None and doer is not None and is_worded(doer):
        theme = doer
    if doer is not None and (doer == theme or not is_party(doer)):
        doer = None
    taken, nodes = [*together(carrier)], [node for node in (verb, theme) if node is not None]
    sides = between(nodes) or (together(doer) if doer is not None and len(together(doer)) > 1 else ())
    to: tuple[Token, ...] = ()
    if doer is not None and theme is not None and verb is not None and verb.lemma_.lower() in RECEIVING:
        to, doer = together(doer), None
    origin = owner_of(theme) or (sides[0] if sides else doer)
    taken += together(origin)
    to = to or (told(verb, taken) if verb is not None else ()) or hearers(nodes, taken)
    to = to or sides[1:] or receivers(theme, taken)
    yield Carriage(verb or above, tuple(nodes), together(carrier), origin, to, theme)


def worded_above(preposition: Token) -> Token | None:
    """The word of speaking that a preposition hangs on; the parser may hang it on a word between."""
    above = preposition.head
    while above.dep_ in {"prep", "pobj"} and not is_message(above):
        above = above.head
    if above.pos_ not in {"VERB", "AUX"}:
        return above if is_worded(above) else None
    near = [token for token in above.doc[above.i + 1 : preposition.i] if token.pos_ == "VERB"]
    return next((verb for verb in (above, *reversed(near)) if tells_words(verb)), None)


def seat_of(noun: Token) -> Token | None:
    """Who is meant behind "through": the noun itself, or whose mediation, channel or help it is."""
    if noun.lower_ not in SEATS:
        return antecedent(noun)
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ADNOUNS and child.ent_type_ in OF_STATES):
            return child
    return next(behind(noun, ("of", "by")), None)


def mediated(verb: Token) -> Iterator[Carriage]:
    """Talks that somebody mediates, hosts without a meeting, or shuttles between."""
    theme = theme_of(verb)
    lemma = verb.lemma_.lower()
    hyphened = next((c for c in verb.children if c.dep_ in {"npadvmod", "compound"}), None)
    if verb.dep_ == "amod" and hyphened is not None:  # "Qatari-mediated talks"
        doer: Token | None = hyphened
        theme = verb.head
    else:
        doer = next(behind(verb, ("by",)), None) if is_passive(verb) else doer_meant(errand(verb).doer)
    if doer is None or not is_party(doer):
        return
    if lemma in load_carrying()[Carrying.HOST]:
        if not any(token.lemma_.lower() in INDIRECT for token in verb.subtree):
            return
    elif lemma not in {"mediate", "shuttle"} and not (theme is not None and is_worded(theme)):
        return  # a truce may be brokered by whoever hosts both sides
    nodes = [verb, *([theme] if theme is not None else [])]
    above = verb_above(verb)
    sides = between(nodes) or (between([above]) if above is not None else ())
    if above is not None and not sides:
        sides = between([subject]) if (subject := subject_of(above)) is not None else ()
    if not sides and theme is not None and lemma in load_carrying()[Carrying.HOST]:
        states = next((child for child in theme.children if child.ent_type_ in OF_STATES), None)
        sides = together(theme) if len(together(theme)) > 1 else together(states)
    yield from between_sides(verb, nodes, doer, sides if len(sides) > 1 else (), theme)


def mediation(noun: Token) -> Iterator[Carriage]:
    """'Vatican mediation between Caracas and the opposition'."""
    owner = next(
        (c for c in noun.children if c.dep_ == "poss" or (c.dep_ in ADNOUNS and c.ent_type_ in OF_STATES)), None
    )
    doer = owner or next(behind(noun, ("by", "of")), None)
    if doer is not None and is_party(doer):
        yield from between_sides(noun, [noun], doer, between([noun]), noun)


def between_sides(
    told_by_word: Token, nodes: list[Token], doer: Token, sides: tuple[Token, ...], theme: Token | None
) -> Iterator[Carriage]:
    """What goes between two sides, if whoever goes between is neither."""
    to = sides[1:] or tuple(t for noun in behind(theme or told_by_word, ("with",)) for t in together(noun))
    origin = sides[0] if sides else owner_of(theme)
    if to and doer not in (*to, origin):
        yield Carriage(told_by_word, tuple(nodes), together(doer), origin, to, theme)


def served(noun: Token) -> Iterator[Carriage]:
    """'Used Doha as a go-between', 'Doha served as a channel to', 'Doha is the mediator between'."""
    verb, doer, asker = place_of(noun)
    if doer is None or not is_party(doer):
        return
    nodes = [node for node in (noun, verb) if node is not None]
    above = verb_above(verb or doer)
    sides = between(nodes)
    taken = [*together(doer), *together(asker)]
    to = sides[1:] or hearers(nodes, [*taken, *sides[:1]])
    origin = asker or (sides[0] if sides else None)
    if above is not None and not to:
        main = antecedent(speaker_of(above))
        sides = together(main) if main is not None and main not in taken else ()
        origin = origin or (sides[0] if sides else None)
        to = told(above, [*taken, *sides]) or sides[1:]
    if to or (verb is not None and errand(verb).asked):
        yield Carriage(verb or noun, tuple(nodes), together(doer), origin, to, noun)


def place_of(noun: Token) -> tuple[Token | None, Token | None, Token | None]:
    """The verb by which somebody is a go-between, who it is, and who uses them."""
    if noun.dep_ == "attr" or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"play", "become", "remain"}):
        return noun.head, doer_meant(subject_of(noun.head)), None
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return None, None, None
    above = noun.head.head
    if above.pos_ in {"VERB", "AUX"}:
        used = next((c for c in above.children if c.dep_ == "dobj" and is_party(c)), None)
        return (above, used, speaker_of(above)) if used is not None else (above, doer_meant(subject_of(above)), None)
    if is_party(above):
        return None, above, None
    return None, next((c for c in above.children if c.dep_ == "poss"), None), None  # "Doha's role as a channel"
