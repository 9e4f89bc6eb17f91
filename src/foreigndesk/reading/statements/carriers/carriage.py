"""A message on its way, and the words that tell of one: verbs of carrying, of speaking and of sending."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.carriers import Carrying, load_carrying
from foreigndesk.lexicon.cues import load_cues
from foreigndesk.reading.statements.carriers.parties import antecedent, is_message, is_party, is_worded, meant_message
from foreigndesk.reading.statements.grammar import subject_of

PARTICLES = frozenset({"on", "along", "back", "over"})
GOING = frozenset("go come travel flow arrive pass reach run be".split())
ROLES = (
    Carrying.RELAY, Carrying.BRING, Carrying.VOICE, Carrying.TELL, Carrying.PRESS, Carrying.LEAVE, Carrying.LINK,
    Carrying.MEDIATE, Carrying.HOST, Carrying.REACH, Carrying.PLEAD,
)  # fmt: skip
GOVERNED = {"ccomp": "clause", "xcomp": "infinitive", "dobj": "object"}
LIKELY_SAID = 0.45  # as for cues inside a content (attributions.py)


@dataclass(frozen=True, slots=True)
class Carriage:
    """One message on its way: `told` tells it, `words` are what may cue a statement about it, `content` is carried."""

    told: Token
    words: tuple[Token, ...]
    carriers: tuple[Token, ...]
    origin: Token | None
    recipients: tuple[Token, ...]
    content: Token | None


def role_of(verb: Token) -> Carrying | None:
    """What a verb, with its particle, tells of a message."""
    roles, lemma = load_carrying(), verb.lemma_.lower()
    particles = [c.lower_ for c in verb.children if c.dep_ == "prt" or c.lower_ in PARTICLES]
    if any(c.dep_ == "prt" and c.lower_ not in PARTICLES for c in verb.children):
        alone: tuple[str, ...] = ()  # "carry out" carries nothing
    else:
        alone = (lemma,)
    for words in (*(f"{lemma} {particle}" for particle in particles), *alone):
        for role in ROLES:
            if words in roles[role]:
                return role
    return None


def theme_of(verb: Token) -> Token | None:
    """What is carried: the object, the passive's subject, the noun that a clause describes."""
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            theme = antecedent(child)
            return meant_message(theme) if theme is not None else None
        if child.lower_ in PARTICLES and verb.lemma_.lower() == "pass":  # "pass on its terms"
            noun = next((c for c in child.children if c.dep_ == "pobj" and is_message(c)), None)
            if noun is not None:
                return noun
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.head if verb.dep_ in {"acl", "relcl"} else None


def is_passive(verb: Token) -> bool:
    """Whether its subject is what is carried: "was delivered by", "a letter delivered by"."""
    marked = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return marked or (verb.tag_ in {"VBN", "VBD"} and any(child.dep_ == "agent" for child in verb.children))


def tells_words(verb: Token) -> bool:
    """Whether a verb tells that words go from one to another."""
    theme = theme_of(verb)
    if theme is not None and not is_party(theme) and theme.pos_ != "PRON":
        return is_worded(theme) or theme.lemma_.lower() in load_carrying()[Carrying.PACT] or is_said(verb)
    subject = subject_of(verb)
    return is_told(verb) or (verb.lemma_.lower() in GOING and subject is not None and is_worded(subject))


def is_told(verb: Token) -> bool:
    """Whether a verb tells that something is said or sent."""
    lemma, roles = verb.lemma_.lower(), load_carrying()
    if lemma in roles[Carrying.REACH] or role_of(verb) in {
        Carrying.TELL,
        Carrying.MEDIATE,
        Carrying.RELAY,
        Carrying.BRING,
    }:
        return True
    return is_said(verb)


def is_said(verb: Token) -> bool:
    """Whether what a verb governs is mostly something said, by the table of cues."""
    governed = {GOVERNED[child.dep_] for child in verb.children if child.dep_ in GOVERNED}
    return any(load_cues().share(verb.lemma_.lower(), construct) >= LIKELY_SAID for construct in governed)
