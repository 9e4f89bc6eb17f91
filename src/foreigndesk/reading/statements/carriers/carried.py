"""Verbs of carrying: who relays, brings, tells, is given or takes along a message that is another's."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from foreigndesk.lexicon.carriers import Carrying
from foreigndesk.reading.statements.carriers.carriage import Carriage, is_passive, is_told, role_of, theme_of
from foreigndesk.reading.statements.carriers.errands import Errand, errand
from foreigndesk.reading.statements.carriers.parties import (
    ADNOUNS,
    OF_STATES,
    antecedent,
    behind,
    between,
    doer_meant,
    hearers,
    is_go_between,
    is_message,
    is_mouthpiece,
    is_party,
    is_worded,
    owner_of,
    principal_of,
    receivers,
    together,
    told,
    verb_above,
)
from foreigndesk.reading.statements.grammar import speaker_of, subject_of

BRINGS_WORD = frozenset("bring pass get take carry".split())  # "brought word that": another's word


def carried(verb: Token, role: Carrying) -> Iterator[Carriage]:
    """A message that somebody relays, brings or tells who is asked to, or that is another's."""
    theme, passive = theme_of(verb), is_passive(verb)
    task = Errand(next(behind(verb, ("by",)), None)) if passive else errand(verb)
    doer, asker = doer_meant(task.doer), doer_meant(task.asker)
    if doer is None or not is_party(doer) or is_mouthpiece(doer) or doer == theme:
        return
    principal = principal_of(verb) or principal_of(doer)
    says = any(child.dep_ == "ccomp" for child in verb.children)
    worded = says or (theme is not None and (is_worded(theme) if role is Carrying.LINK else is_message(theme)))
    if not worded and not (task.asked and theme is not None and not is_party(theme)):
        return
    nodes = [verb, *([theme] if theme is not None else [])]
    sides, frame = between(nodes), framed_by(theme)
    own_words = theme is not None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in theme.children)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    subject = subject_of(clause) if clause is not None and role is not Carrying.VOICE else None
    others_words = [subject] if subject is not None and (subject.pos_ == "PROPN" or owner_of(subject)) else []
    owners = (asker, owner_of(theme), principal, *sides[:1], *behind(verb, ("from",)), *others_words)
    origin = next((t for t in owners if t is not None and is_party(t)), None)
    if origin is None and frame is not None:
        origin = speaker_of(frame)
    relays = role is Carrying.RELAY or (
        theme is not None and theme.lower_ == "word" and verb.lemma_.lower() in BRINGS_WORD
    )
    aside = passive and verb.dep_ in {"acl", "relcl", "conj"}
    if role is Carrying.LINK:
        others = bool(sides) and doer not in sides
    elif role is Carrying.VOICE:
        others = task.asked and asker is not None and not (own_words and verb.dep_ == "ccomp")
        others = others or (owner_of(theme) is not None and bool(hearers(nodes, together(doer))))
    else:
        others = task.asked or origin is not None or goes_between(doer) or (relays and not own_words) or aside
    if not others or (origin is not None and doer in together(origin)):
        return
    taken = [*together(doer), *together(origin)]
    to = sides[1:] or hearers(nodes, taken) or receivers(theme, taken)
    above = verb_above(verb)
    if not to and (frame or above) is not None:
        to = told(frame or above, taken)  # type: ignore[arg-type]
    if (not to and not (relays or task.asked or aside)) or (not to and not worded):
        return
    words = (verb, *task.words, *(word for word in (theme, frame) if word is not None))
    yield Carriage(verb, words, together(doer), origin, to, theme)


def passed_by_telling(verb: Token, role: Carrying) -> Iterator[Carriage]:
    """'Asked Beijing to tell Pyongyang', 'told Tripoli on behalf of Paris', 'informed Tehran of the U.S. offer'."""
    if is_passive(verb):
        return
    task = errand(verb)
    doer, asker = doer_meant(task.doer), doer_meant(task.asker)
    if doer is None or not is_party(doer) or is_mouthpiece(doer):
        return
    to = tuple(c for c in verb.children if c.dep_ in {"dobj", "dative"} and is_party(c) and role is not Carrying.PLEAD)
    to = to or (hearers([verb], together(doer)) if role in {Carrying.PLEAD, Carrying.REACH} else ())
    about = next((noun for node in (verb, *to) for noun in behind(node, ("of", "about")) if is_message(noun)), None)
    if role is Carrying.TELL:
        origin = asker or principal_of(verb) or owner_of(about) or told_before(verb, doer) or spoken_of(verb, doer)
    else:
        origin = principal_of(verb) if role is Carrying.REACH else asker
    if origin is not None and not is_party(origin):
        origin = None
    if not to or (origin is None and not task.asked) or origin in (doer, *to):
        return
    content = about or next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"}), None)
    yield Carriage(verb, (verb, *task.words), together(doer), origin, to, content)


def told_before(verb: Token, doer: Token) -> Token | None:
    """Who told one that told another: "Tehran told the Swiss, who told Washington"."""
    if verb.dep_ != "relcl" or doer != verb.head:
        return None
    above = doer.head if doer.dep_ in {"dobj", "dative"} else doer.head.head
    return speaker_of(above) if role_of(above) is Carrying.TELL else None


def spoken_of(verb: Token, doer: Token) -> Token | None:
    """Of whom a go-between tells: "mediators told Hamas that Israel had agreed"."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None or not goes_between(doer):
        return None
    subject = subject_of(clause)
    return subject if subject is not None and subject.pos_ == "PROPN" else None


def goes_between(doer: Token) -> bool:
    """Whether a doer is a go-between, or is called one: "Oman, the usual go-between"."""
    return is_go_between(doer) or any(child.dep_ == "appos" and is_go_between(child) for child in doer.children)


def framed_by(theme: Token | None) -> Token | None:
    """The verb of saying that is done in a message: "in a message carried by the nuncio, Lima warned"."""
    if theme is None or theme.dep_ != "pobj" or theme.head.lower_ not in {"in", "with", "by"}:
        return None
    verb = theme.head.head
    return verb if verb.pos_ == "VERB" and is_told(verb) else None


def left_with(verb: Token) -> Iterator[Carriage]:
    """A message for one that is given to another: "gave the nuncio a letter for the general"."""
    theme = theme_of(verb)
    if theme is None or not is_message(theme):
        return
    to = tuple(t for noun in behind(theme, ("for", "to")) for t in together(noun))
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    carrier = next((t for t in (*given, *behind(verb, ("to", "with"))) if is_party(t)), None)
    if not to or carrier is None or carrier in to or is_mouthpiece(carrier):
        return
    origin = owner_of(theme) or (None if is_passive(verb) else antecedent(speaker_of(verb)))
    yield Carriage(verb, (verb, theme), together(carrier), origin, to, theme)


def brought_along(verb: Token) -> Iterator[Carriage]:
    """'Flew to Riyadh with the rebels' answer'."""
    doer = doer_meant(subject_of(verb))
    theme = next((noun for noun in behind(verb, ("with",)) if is_message(noun)), None)
    origin = owner_of(theme)
    to = tuple(t for noun in behind(verb, ("to", "in", "at")) for t in together(noun) if t not in together(origin))
    if (
        doer is not None
        and is_party(doer)
        and not is_mouthpiece(doer)
        and origin is not None
        and to
        and theme is not None
    ):
        yield Carriage(verb, (verb, theme), together(doer), origin, to, theme)


def received(verb: Token) -> Iterator[Carriage]:
    """'Tehran got the American note from Algeria': whom one has it from is not whose it is."""
    theme, doer = theme_of(verb), doer_meant(subject_of(verb))
    if theme is None or not is_message(theme) or doer is None or not is_party(doer) or is_passive(verb):
        return
    owned = (c for c in theme.children if c.dep_ == "poss" or (c.dep_ in ADNOUNS and c.ent_type_ in OF_STATES))
    origin = next((c for c in owned if c.pos_ != "PRON" and is_party(c)), None)
    given = next((noun for node in (verb, theme) for noun in behind(node, ("from",)) if is_party(noun)), None)
    if origin is not None and given is not None:
        yield Carriage(verb, (verb, theme), together(given), origin, together(doer), theme)
