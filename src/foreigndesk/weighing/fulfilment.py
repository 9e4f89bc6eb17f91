"""Whether words that tell a fact tell what was foretold, its opposite or neither: deed, actors, meaning, figures."""

from __future__ import annotations

import functools
import re
from typing import Protocol

import numpy as np

from foreigndesk.lexicon.meanings import Floats
from foreigndesk.model import Outcome
from foreigndesk.weighing.contents import Content, closeness, content_of
from foreigndesk.weighing.kinship.words import WORD
from foreigndesk.weighing.polarity import Polarity, polarity


class Term(Protocol):
    """A word of a content."""

    @property
    def stem(self) -> str:
        """Its stem."""

    @property
    def concepts(self) -> frozenset[str]:
        """The concepts it stands under."""

    @property
    def contrary(self) -> frozenset[str]:
        """The concepts it stands against."""

    @property
    def vector(self) -> Floats | None:
        """Its meaning."""


# What makes a forecast of the words; without it they are what a later report would tell.
AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:(?:due|going|set|likely|expected|scheduled|planned|certain|bound|supposed|meant)\s+)?to"
    r"|(?:had|has|have)\s+(?:been\s+)?(?:expected|predicted|forecast|foretold|warned|threatened|vowed|promised|pledged"
    r"|planned|supposed|meant|due|feared))\b\s*",
    re.IGNORECASE,
)
# The deed stands behind these: "will not be boarded", "will have been sent".
HELPERS = frozenset("not never be been being have has also soon then now still again first finally probably".split())
# "double", "halve", and numbers that are no day of a month and no year: a forecast with other figures is not what came.
MEASURE = re.compile(
    r"\b(?P<by>doubl|tripl|halv|quadrupl)\w*"
    r"|(?<!January )(?<!February )(?<!March )(?<!April )(?<!May )(?<!June )(?<!July )(?<!August )(?<!September )"
    r"(?<!October )(?<!November )(?<!December )\b(?P<figure>(?!(?:19|20)\d\d\b)\d[\d,.]*\d|\d)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no|none|without|nobody|nor|neither)\b|n['’]t\b", re.IGNORECASE)
BEFORE = 6  # words between a negation and the deed it denies: "no Danish ship has so far been detained"
# A fact tells more than the forecast did, so the forecast must be told nearly whole, and the fact not be about much
# else.
# On pairs written for this (tests/weighing/test_fulfilment.py) what came is covered from 0.7 on, what did not below.
COVERED = 0.7
CLOSE = 1.0  # of claims.TOGETHER: one in a thousand pairs from other topics is as close
STATE = 0.8  # what a state named in both weighs beside words, as in contents
BY_CONCEPT, BY_MEANING = 0.8, 0.6  # of a word's weight where the other has one of its concept, of its meaning
NEAR = 0.45  # cosine of two words that are near in meaning
# What is sent moves: "will send a warship", "a corvette sailed".
MOTION = frozenset(
    "send dispatch deploy sail pass enter arrive cross leave steam move travel fly transit come go march drive"
    " reach".split()
)
# Where the deed is not known (conditions are told without "will") or is missing, nearly all must be told.
WHOLE = 0.9
# Less will do where two contents are as close as the same claim in other words mostly is.
LESS, CLOSER = 0.6, 1.4
LIGHT = frozenset("go do make take have get come be".split())  # deeds that tell nothing by themselves


def told(foretold: str, words: str) -> Outcome | None:
    """Whether a sentence tells what was foretold, its opposite, or neither.

    >>> told("Russia will send a warship through the Belt", "Russia sent a warship through the Belt on Monday").value
    'come about'
    """
    content, other = content_of(as_fact(foretold)), content_of(words)
    measured = figures(content.text)
    if measured and (theirs := figures(other.text)) and measured.isdisjoint(theirs):
        return None
    if is_of_others(content, other):
        return None
    deed, share, near = deed_of(foretold), covered(content, other), closeness(content, other)
    done = deed_in(deed, content, words)
    least = LESS if near >= CLOSER else COVERED
    if done is None or share < (least if deed else WHOLE) or (near < CLOSE and share < (1 + COVERED) / 2):
        return None
    match polarity(content, other):
        case Polarity.AGREE:
            return Outcome.COME_ABOUT
        case Polarity.OPPOSE:
            return Outcome.CONTRADICTED if is_denied(words, done) else None
    return None


def as_fact(words: str) -> str:
    """The words of an outcome as a later report would tell them.

    >>> as_fact("Russia will send a warship")
    'Russia send a warship'
    """
    return AHEAD.sub("", words).strip(" ,")


def deed_of(foretold: str) -> str | None:
    """The word for the deed: behind "will", or the first where the words begin with it; None if that tells nothing.

    >>> deed_of("the results would be made public"), deed_of("detain Danish vessels"), deed_of("Denmark boards a ship")
    (None, 'detain', None)
    """
    ahead = AHEAD.search(foretold)
    words = WORD.findall(foretold[ahead.end() :] if ahead else foretold)
    if ahead is None and words and (words[0][0].isupper() or words[0].lower() in BEGINNINGS):
        return None
    deed = next((word.lower() for word in words if word.lower() not in HELPERS and not word.endswith("ly")), None)
    return None if deed is None or stem_of(deed) in LIGHT_STEMS else deed


@functools.cache
def stem_of(word: str) -> str:
    """The stem of a word as contents have it; the word where they leave it out."""
    terms = content_of(word).terms
    return terms[0].stem if terms else word


BEGINNINGS = frozenset("the a an its their his her any it they he she this that another more no".split())
LIGHT_STEMS = LIGHT | {"made", "taken", "done", "had"}


def deed_in(deed: str | None, content: Content, words: str) -> int | None:
    """Where a sentence tells the deed, in so many words or by one near in meaning; 0 where the deed tells nothing."""
    if deed is None:
        return 0
    terms = content_of(deed).terms
    if not terms:
        return 0
    wanted, others = terms[0], content.stems - {terms[0].stem}
    best: tuple[float, int] | None = None
    for word in WORD.finditer(words):
        made = content_of(word.group().lower()).terms
        if not made or made[0].stem in others:
            continue
        near = likeness(wanted, made[0])
        if near and (best is None or near > best[0]):
            best = (near, word.start())
    return best[1] if best else None


def likeness(one: Term, other: Term) -> float:
    """How much one word can stand for another: 1 for the same stem, less by concept or meaning, else 0."""
    if one.stem == other.stem or is_form(one.stem, other.stem):
        return 1.0
    if one.stem in MOTION_STEMS and other.stem in MOTION_STEMS:
        return BY_CONCEPT
    if any(one.stem in kind and other.stem in kind for kind in KINDS):
        return BY_CONCEPT
    if any(one.stem in kind for kind in KINDS) and any(other.stem in kind for kind in KINDS):
        return 0.0
    mine = one.concepts | one.contrary
    if mine & (other.concepts | other.contrary):
        return BY_CONCEPT
    if one.vector is None or other.vector is None:
        return 0.0
    return BY_MEANING if float(np.dot(one.vector, other.vector)) >= NEAR else 0.0


def is_form(one: str, other: str) -> bool:
    """Whether two stems are of one word: of "ratify" and "ratified"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= len("sign") and long.startswith(short) and len(long) - len(short) <= 1


MOTION_STEMS = frozenset(map(stem_of, MOTION))
WARSHIPS = frozenset(map(stem_of, "warship frigate corvette destroyer cruiser battleship carrier submarine".split()))
MERCHANTMEN = frozenset(map(stem_of, "tanker freighter trawler ferry steamer liner coaster barge yacht".split()))
KINDS = (WARSHIPS, MERCHANTMEN)  # both are ships, and what the one does is not done by the other


def is_of_others(content: Content, other: Content) -> bool:
    """Whether one tells of ships of one kind alone, and the other of those of another kind alone.

    >>> is_of_others(content_of("a warship passed the strait"), content_of("a tanker passed the strait"))
    True
    """
    ours, theirs = ({kind for kind in KINDS if kind & one.stems} for one in (content, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def covered(content: Content, other: Content) -> float:
    """The share of what a forecast tells, by weight, that a sentence tells too."""
    whole = sum(term.weight for term in content.terms) + STATE * len(content.states)
    both = sum(term.weight * max((likeness(term, one) for one in other.terms), default=0.0) for term in content.terms)
    both += STATE * len(set(content.states) & set(other.states))
    return both / whole if whole else 0.0


def is_denied(words: str, deed: int) -> bool:
    """Whether a negation stands shortly before the deed, or the sentence tells its contrary without one."""
    if not NEGATION.search(words):
        return True
    return bool(NEGATION.search(" ".join(words[:deed].split()[-BEFORE:])))


def figures(words: str) -> set[str]:
    """The measures that words tell, dates left out.

    >>> sorted(figures("it will double by 6 percent before April 4"))
    ['6', 'doubl']
    """
    return {(one.group("by") or one.group("figure")).lower() for one in MEASURE.finditer(words)}
