"""Does a date lie behind or ahead? Read from the verb that governs it in the parse."""

from __future__ import annotations

from enum import StrEnum

from spacy.tokens import Token


class Tense(StrEnum):
    """On which side of the report something lies; unknown where the grammar does not tell.

    Present is told in the present tense: with a date apart from today a schedule, and so ahead.
    """

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


WILL = frozenset({"will", "wo", "’ll", "'ll", "shall", "would", "’d", "'d"})
WILL_SURELY = frozenset({"will", "wo", "’ll", "'ll", "shall"})
MODALS = frozenset({"can", "could", "may", "might", "should", "must", "ca", "ought"})
PAST_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "did", "’ve", "'ve"})

# Words that set a date ahead of themselves: "scheduled for Monday", "the planned talks", "due on Friday".
EXPECTING = frozenset(
    "expect schedule due plan slate anticipate await poise likely ready upcoming forthcoming prospective".split()
)
# Those that do so only with a word of aim: "extended until June", "set for May" (but "set in May"), "invited to talks".
AIMING = frozenset(
    "extend postpone prolong renew adjourn delay reschedule defer move push shift set invite bind hope intend "
    "propose".split()
)
MOVING = frozenset({"move", "postpone", "push", "shift", "reschedule", "change", "bring"})  # "from Monday to Thursday"
LIMITS = frozenset({"until", "till", "to", "through", "for"})

# Infinitives after these happen when their verb does ("began to withdraw", "managed to reach"); after others, later.
SAME_TIME = frozenset(
    "begin start continue manage fail help cease come tend seem appear get use decline refuse happen prove go "
    "neglect visit travel fly arrive return gather head".split()
)
STATES = frozenset(
    "be have say tell know mean remain seem appear think believe show stand come follow include involve report note "
    "add argue claim insist suggest warn write see understand".split()
)
# Where a dated noun is the occasion of its verb: "Monday's vote will be held", "will boycott Monday's vote", "will meet
# at Monday's summit"; elsewhere it may be over: "will discuss Monday's attack", "profits from Monday's win".
TAKING_PLACE = frozenset("be hold take begin start open focus include mark bring feature gather last end run".split())
ATTENDING = frozenset("hold host attend skip boycott join open start plan schedule stage convene chair miss".split())
OCCASIONS = frozenset("at in on during before until till by for through ahead".split())
NOUNS = frozenset({"NOUN", "PROPN"})
LOOSE = frozenset({"about", "of", "with", "for", "on", "from"})  # "talk of meeting on Monday": any time
VERBS = frozenset({"VERB", "AUX"})
CLIMBS = 30  # steps up the tree; a chain this long is a list or a misparse, and tells nothing of time


def is_verb(token: Token) -> bool:
    """Whether a token is a verb or an auxiliary, in any form."""
    return token.pos_ in VERBS


def find_tense(token: Token) -> Tense:
    """The tense of whatever governs a token: the nearest word above it that points to past or future.

    Rules of English verb groups as in the Penn Treebank tags; present tense of an act with a date is a schedule
    ("the summit opens on Monday"), of a state tells nothing ("it is the first since Monday"). A verb that points ahead
    tells nothing of a noun it only deals with ("will discuss Monday's attack").
    """
    below, noun = token, False
    for above in _climb(token):
        tense = _tense_of_verb(above, below) if is_verb(above) else _tense_of_noun(above, below)
        if tense is not None:
            weak = noun and is_verb(above) and tense is not Tense.PAST and not _is_occasion(below, above)
            return Tense.UNKNOWN if weak else tense
        noun = noun or (above.i != token.i and above.pos_ in NOUNS)
        below = above
    return Tense.UNKNOWN


def _is_occasion(below: Token, verb: Token) -> bool:
    """Whether what a verb takes is the occasion of its act, so that its tense is that of the noun's date too."""
    if below.dep_ in ("nsubj", "nsubjpass"):
        return verb.lemma_.lower() in TAKING_PLACE
    if below.dep_ == "dobj":
        return verb.lemma_.lower() in ATTENDING
    return below.lower_ in OCCASIONS


def _climb(token: Token) -> list[Token]:
    """A token and the words above it, up to the root of its sentence."""
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < CLIMBS:
        chain.append(chain[-1].head)
    return chain


def _tense_of_noun(noun: Token, below: Token) -> Tense | None:
    """A planned or upcoming noun lies ahead; one with a clause of its own lies where the clause says."""
    if noun.lemma_.lower() in EXPECTING and noun.pos_ == "ADJ":
        return Tense.FUTURE
    if noun.pos_ not in NOUNS or below.i == noun.i:
        return None
    for child in noun.children:
        if child.dep_ == "amod" and child.lemma_.lower() in EXPECTING | {"planned", "scheduled", "expected"}:
            return Tense.FUTURE
        if child.dep_ == "relcl" and child.i != below.i and is_verb(child):
            return _tense_of_verb(child, noun)
    return None


def _tense_of_verb(verb: Token, below: Token) -> Tense | None:
    """What a verb's own form and auxiliaries tell; None where the verb above it decides."""
    lemma = verb.lemma_.lower()
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if lemma in AIMING and below.lower_ in LIMITS:
        return Tense.FUTURE
    if lemma in EXPECTING and below.i != verb.i and verb.tag_ == "VBN":
        return Tense.FUTURE
    if "to" in helpers:
        return _tense_of_infinitive(verb, perfect="have" in helpers)
    if helpers & (WILL | MODALS):
        return _tense_of_modal(verb, helpers)
    if helpers & PAST_AUXILIARIES or verb.tag_ == "VBD":
        return Tense.PAST
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and helpers):
        return Tense.UNKNOWN if lemma in STATES and not helpers else Tense.PRESENT
    return None if helpers else _tense_of_participle(verb)


def _tense_of_participle(verb: Token) -> Tense | None:
    """A participle of its own: done if passive ("talks held on Monday"), at any time if active.

    "Speaking on Monday, he said" and "after meeting on Monday, they signed" have the time of the verb above.
    """
    if verb.tag_ == "VBN":
        joined_to_its_like = verb.dep_ == "conj" and verb.head.tag_ == "VBN"
        return Tense.PAST if verb.dep_ in ("acl", "advcl", "conj", "relcl", "ROOT") and not joined_to_its_like else None
    if verb.tag_ == "VBG" and (verb.dep_ == "acl" or (verb.dep_ == "pcomp" and verb.head.lower_ in LOOSE)):
        return Tense.UNKNOWN
    return None


def _tense_of_modal(verb: Token, helpers: set[str]) -> Tense:
    """Will, would, could, may point ahead; before "have" ("may have fired") and in "could not" they point back."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    done = "have" in helpers and not helpers & WILL_SURELY  # "may have fired", but "will have fired"
    if done or (negated and "could" in helpers):
        return Tense.PAST
    return Tense.FUTURE


def _tense_of_infinitive(verb: Token, *, perfect: bool) -> Tense | None:
    """What someone is to do lies ahead of their deciding it; a purpose ("came to talk") has the time of its verb."""
    if perfect:
        return Tense.PAST
    if verb.dep_ == "advcl" or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in SAME_TIME):
        return None
    return Tense.FUTURE
