"""Whether a silence is told as a fact, of somebody who would speak, and is more than a detail withheld."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.model import Force, Name, Span, Statement
from foreigndesk.reading.silences.denial import is_denied, is_negated, is_nothing
from foreigndesk.reading.silences.speech import LEX, Found, children, lemma
from foreigndesk.reading.silences.who import PRONOUNS

SPEAKERS = frozenset({NounKind.PERSON, NounKind.BODY, NounKind.MEDIA})
ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
UNREAL = frozenset({"may", "might", "must", "should", "shall", "ought"})
AHEAD = frozenset({"will", "would", "could", "can", "'ll", "’ll", "wo", "ca", "'d"})
SAYING = re.compile(
    r"(?:has\s+)?(?:said|says?|told|confirm|add|announc|insist|wrote|admit|spoke|saying)", re.IGNORECASE
)
AFTER_ALL = re.compile(
    r"\b(?:but|and|although|though|saying)\s+(?:\w+\s+){0,2}?"
    r"(?:said|told|confirmed|spoke|insisted|added|wrote|only|called|described|admitted|conceded|stressed)\b"
)
# "rejected the charge that she had been silent": who says so is contradicted
CHARGES = frozenset("charge accusation allegation suggestion notion idea myth impression".split())
TELLING = frozenset("confirm announce acknowledge add report tell speak answer call admit".split())
WORD = re.compile(r"\w+")


def is_expected(who: Token, names: Sequence[Name], *, strictly: bool) -> bool:
    """Whether anybody would expect words from it; strictly where the words are said also of what cannot speak."""
    called = who.pos_ == "PROPN" and who.ent_type_ in ENTITIES  # "the White House" is no house
    if (lemma(who) in LEX["voiceless"] and not called and not is_owned_press(who)) or who.ent_type_ in {
        "DATE",
        "TIME",
        "CARDINAL",
        "EVENT",
    }:
        return False
    if who.lower_ in PRONOUNS - {"they", "he", "she"} or lemma(who) in LEX["asking"] or who.pos_ in {"VERB", "NUM"}:
        return False
    if not strictly:
        return who.lower_ not in {"they", "we", "i", "you", "nobody", "one", "none", "anyone"}
    known = load_nouns().get(lemma(who))
    if known is not None:
        return known.kind in SPEAKERS or lemma(who) in {"authority", "official", "authorities", "leadership", "capital"}
    named = any(name.start <= who.idx < name.end for name in names)
    return named or who.ent_type_ in ENTITIES or who.lower_.endswith(("man", "men", "woman", "women", "person"))


def is_owned_press(who: Token) -> bool:
    """Whether it is somebody's press: "the movement's channels" are not those of a strait."""
    known = load_nouns().get(lemma(who))
    return known is not None and known.kind is NounKind.MEDIA and any(True for _ in children(who, "poss"))


def is_told(found: Found) -> bool:
    """Whether a silence is told as a fact: not asked for, promised, feared, denied, supposed, or only possible."""
    if is_ahead(found):
        return False
    word = found.verb
    for _ in range(5):
        if is_supposed(word, found) or is_wished(word, found):
            return False
        if word.head == word:
            break
        word = word.head
    return True


def is_ahead(found: Found) -> bool:
    """Whether it lies ahead: 'will break its silence', 'would stay silent'; not 'would not say'."""
    verb = found.verb
    above = verb.head if verb.dep_ == "xcomp" else verb  # "could try to change the subject"
    if not {c.lower_ for one in (verb, above) for c in one.children if c.dep_ == "aux"} & AHEAD:
        return False
    denied = is_denied(verb) or any(map(is_nothing, found.at))
    return found.ended or found.form in {"silent", "dodged", "avoided"} or (found.form == "unsaid" and not denied)


def is_supposed(word: Token, found: Found) -> bool:
    """Whether a clause only supposes it: 'if X stays silent', 'might not comment', 'rather than keep silent'."""
    if word != found.verb and found.form == "silence":
        return False  # "its silence should not be read as consent"
    marks = {c.lower_ for c in word.children if c.dep_ in {"mark", "advmod"} and c.i < found.verb.i}
    if marks & {"if", "unless", "lest"} and word.dep_ in {"advcl", "ROOT", "ccomp"}:
        return True
    aside = word.head.lower_ in {"than", "instead"} or any(c.lower_ == "than" for c in word.children)
    return aside or bool({c.lower_ for c in word.children if c.dep_ == "aux"} & UNREAL)


def is_wished(word: Token, found: Found) -> bool:
    """Whether it hangs on a demand, a fear, a denial or a refusal: 'urged them to keep quiet'."""
    above = word.head
    if any(c.lower_ == "why" and c.dep_ == "advmod" for c in word.children):
        return False  # who asks why somebody is silent says that he is
    if word.dep_ in {"acl", "ccomp"} and lemma(above) in CHARGES:
        return True
    if word.dep_ in {"xcomp", "ccomp", "dobj", "pcomp"} and lemma(above) in LEX["demand"]:
        return True
    if word.dep_ in {"xcomp", "ccomp"} and refuses(above):
        return word != found.verb or found.form == "silent"
    return word.dep_ == "pcomp" and refuses(above.head)


def refuses(word: Token) -> bool:
    """'refused to stay silent', 'was jailed for refusing to', 'accused of'."""
    return lemma(word) in {"refuse", "decline", "accuse", "deny", "stop", "prevent", "urge"}


def speaks_after_all(found: Found, who: Span, statements: Sequence[Statement]) -> bool:
    """Whether the same speaker says something in the same sentence, so that no more than a detail is withheld."""
    sentence, own = found.verb.sent, clause(found)
    for one in statements:
        speaker, cue = one.speaker, one.cue
        if one.force is Force.DECLINE or speaker.start is None or speaker.end is None or cue is None or not one.content:
            continue
        at = Span(cue.start, cue.end)
        if (
            not SAYING.match(cue.text)
            or found.words.touches(at)
            or not sentence.start_char <= at.start < sentence.end_char
        ):
            continue
        same = Span(speaker.start, speaker.end).touches(who)
        beside = cue.start > found.words.end and speaker.printed is not None and speaker.printed.lower() in PRONOUNS
        if (same or beside) and any(left_over(part, own, found) for part in one.content):
            return True
    return bool(AFTER_ALL.search(sentence.text, max(found.words.end - sentence.start_char, 0))) or tells_facts(found)


def clause(found: Found) -> Span:
    """The clause that tells the silence, without clauses joined to it."""
    verb = found.verb
    joined = [c for c in children(verb, "conj") if c not in found.at]
    tokens = [t for t in verb.subtree if not any(t == c or c.is_ancestor(t) for c in joined)]
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))


def left_over(part: Span, own: Span, found: Found) -> bool:
    """Whether words are said outside of the clause that tells the silence: three or more."""
    text = found.verb.doc.text
    before = text[part.start : min(part.end, own.start)] if part.start < own.start else ""
    after = text[max(part.start, own.end) : part.end] if part.end > own.end else ""
    return len(WORD.findall(before)) >= 3 or len(WORD.findall(after)) >= 3


def tells_facts(found: Found) -> bool:
    """Whether a detail is withheld by a subject that tells in the same sentence: 'confirmed it but not who'."""
    verb = found.verb
    told = LEX["say"] | TELLING
    if verb.dep_ == "conj" and lemma(verb.head) in told and not is_negated(verb.head) and goes_on(verb):
        return True
    joined = [*children(verb, "conj"), *(c for c in children(verb, "advcl") if opens(c) in {"when", "while", "though"})]
    return any(lemma(c) in told and not is_negated(c) and c not in found.at and goes_on(c) for c in joined)


def goes_on(verb: Token) -> bool:
    """Whether a joined clause goes on about the same subject: it prints none, or a pronoun."""
    own = next(children(verb, "nsubj", "nsubjpass"), None)
    return own is None or own.lower_ in PRONOUNS


def opens(clause: Token) -> str:
    """The word that opens a clause."""
    return min(clause.subtree, key=lambda t: t.i).lower_
