"""Who is on whose side: whether a carrier is a third party, and whether a speaker tells of the own deeds."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Manner, NounKind, load_nouns
from foreigndesk.model import Mention, Span
from foreigndesk.reading.statements.carriers import Carriage
from foreigndesk.reading.statements.grammar import alone
from foreigndesk.reading.statements.said import Said
from foreigndesk.reading.statements.speakers import WRITER, Resolved, Speakers
from foreigndesk.reading.statements.speakers.member import Kind

PERSONS, OTHERS = frozenset({"he", "she"}), frozenset({"it", "they"})
OWNING = frozenset({"its", "his", "her", "their", "our", "my"})


def is_third_party(carriage: Carriage, speakers: Speakers) -> bool:
    """Whether the carrier is another than whose message it is and whom it is for: not their envoy or embassy."""
    if carriage.origin is not None and any(is_own_staff(token) for token in carriage.carriers):
        return False
    ends = [meant(token, speakers) for token in (carriage.origin, *carriage.recipients) if token is not None]
    for token in carriage.carriers:
        carrier = meant(token, speakers)
        if carrier.member is not None and carrier.member.is_media:
            return False
        if any(same_side(carrier, end) for end in ends):
            return False
    return True


def is_own_staff(word: Token) -> bool:
    """Whether a carrier is somebody's own people: "urged agencies to convey", "had aides pass on"."""
    known = load_nouns().get(word.lemma_.lower())
    if word.pos_ != "NOUN" or known is None or any(child.dep_ != "det" for child in word.children):
        return False
    return known.kind is NounKind.BODY or known.manner is Manner.INSIDER


def meant(token: Token, speakers: Speakers) -> Resolved:
    """Whom a word means."""
    return speakers.understand(alone(token) or Span(token.idx, token.idx + len(token)))


def carrier(token: Token, speakers: Speakers) -> Mention:
    """A carrier by name: for "it" the words in its sentence that mean the same, if there are any."""
    found = meant(token, speakers)
    if token.pos_ != "PRON" or found.member is None:
        return found.mention
    others = (other for other in token.sent if other.pos_ == "PROPN" and other.ent_type_)
    named = (mean for other in others if (mean := meant(other, speakers)).member is found.member)
    return next(named, found).mention


def same_side(one: Resolved, other: Resolved) -> bool:
    """Whether two are the same, or of the same state; one merely told of around them is no proof."""
    first, second = one.mention, other.mention
    if first.actor is not None and first.actor == second.actor:
        return True
    country = known_country(one)
    return country == known_country(other) if country is not None else first.name == second.name is not None


def known_country(one: Resolved) -> str | None:
    """The state somebody belongs to, unless it was only guessed from what is told around."""
    guessed = one.member is not None and one.member.home_told_by is not None
    return None if guessed else one.mention.country


def said_by(resolved: Resolved, tokens: Sequence[Token], cue: Token | None, speakers: Speakers) -> Said:
    """What is said, with what is known of who says it."""
    member = resolved.member
    official = member is not None and (member.kind is Kind.BODY or member.is_mouthpiece or member.post is not None)
    thirds = PERSONS if member is not None and member.kind is Kind.PERSON and not member.plural else OTHERS
    quoted = any(token.is_quote for token in tokens)

    def is_own(word: Token) -> bool:
        if word.lower_ in WRITER:
            return True
        if word.pos_ == "PRON":
            return word.lower_ in thirds and not quoted
        if any(child.dep_ == "poss" and child.lower_ in OWNING for child in word.children):
            return True
        if official and is_own_body(word):
            return True
        other = meant(word, speakers)
        if other.member is None or other.member.kind is not Kind.BODY:
            return other.member is not None and other.member is member
        return same_side(resolved, other)

    return Said(tokens, is_own, official, past=cue is None or cue.tag_ in {"VBD", "VBN", "VBG"})


def is_own_body(word: Token) -> bool:
    """Whether a word is a body without another's name, which an official means as the own: "the army will"."""
    known = load_nouns().get(word.lemma_.lower())
    if known is None or known.kind is not NounKind.BODY:
        return False
    return all(child.dep_ == "det" and child.lower_ == "the" for child in word.children)
