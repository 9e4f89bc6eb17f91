"""Which date belongs to a verb or a noun: the one it governs in the parse, else one of its own clause."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from foreigndesk.model import Granularity, When
from foreigndesk.reading.dates.tense import EXPECTING, SAME_TIME, Tense, find_tense, is_verb

# How far off a date is that hangs on the same verb as the token, or on a verb that shares its dates with it; more than
# any chain of words from a date to its verb, so that a date of the token's own always comes first.
SAME_CLAUSE, SHARED_CLAUSE = 100, 200

SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
OCCASIONS = frozenset({"at", "in", "during", "on"})  # "at Monday's meeting": the meeting tells when
NAMING = frozenset({"nummod", "compound", "amod", "nmod"})  # "the 2015 deal": the year names the thing
COARSE = frozenset({Granularity.YEAR, Granularity.DECADE})


def nearest_when(whens: Iterable[When], doc: Doc, token: Token) -> When | None:
    """The date that tells when a verb or noun took place; None if its clause has none.

    A date in the token's own subtree comes before one that hangs on the verb of its clause; a date of another clause
    of the sentence is never taken, unless the two verbs share it ("began on Monday to withdraw", "On Monday they met
    and signed"). `whens` are offsets of `doc.text`.

    >>> import datetime as dt
    >>> from foreigndesk.reading.dates import find_whens
    >>> from foreigndesk.reading.parse import parse
    >>> doc = parse("The army said on Monday that it had shelled the town on Saturday.")
    >>> whens = find_whens(doc, dt.date(2024, 10, 31))
    >>> [nearest_when(whens, doc, token).printed for token in doc if token.text in ("said", "shelled")]
    ['Monday', 'Saturday']
    """
    start, end = token.sent.start_char, token.sent.end_char
    ranked = []
    for when in whens:
        if not start <= when.start < end:
            continue
        words = doc.char_span(when.start, when.end, alignment_mode="expand")
        if words is None or words.start <= token.i < words.end:
            continue
        steps = _steps_between(when, _chain(words.root), token)
        if steps is not None:
            ranked.append((steps, abs(words.start - token.i), when))
    return min(ranked, key=lambda one: one[:2])[2] if ranked else None


def clause_head(token: Token) -> Token:
    """The verb of the clause a token stands in, or the root of a sentence without one."""
    return _chain(token)[-1]


def _chain(token: Token) -> list[Token]:
    """A token and the words above it, up to the verb of its clause."""
    chain = [token]
    while not _heads_clause(chain[-1]) and chain[-1].head.i != chain[-1].i:
        chain.append(chain[-1].head)
    return chain


def _heads_clause(token: Token) -> bool:
    """Whether a token is the main verb of a clause."""
    return is_verb(token) and token.dep_ not in ("aux", "auxpass")


def _steps_between(when: When, chain: list[Token], token: Token) -> int | None:
    """How far a date is from a token, in steps up the tree; None if it tells nothing of the token's time."""
    positions = [above.i for above in chain]
    if token.i in positions:
        steps = positions.index(token.i)
        return steps if _passes(when, chain[: steps + 1], token) else None
    verb = clause_head(token)
    if not is_verb(token) and any(_is_thing(above) for above in chain[1:]):
        return None  # "the Monday attack prompted talks": the talks have no date
    if verb.i == chain[-1].i:
        return SAME_CLAUSE + len(chain) if _passes(when, chain, token) else None
    if _shares(verb, chain) and _passes(when, chain, token):
        return SHARED_CLAUSE + len(chain)
    return None


def _is_thing(token: Token) -> bool:
    """Whether a token is a noun or a name."""
    return token.pos_ in ("NOUN", "PROPN")


def _passes(when: When, chain: list[Token], token: Token) -> bool:
    """Whether a date reaches the end of the chain through the nouns on the way: they must tell when it happened."""
    for below, thing in itertools.pairwise(chain[:-1]):
        if not _is_thing(thing) or when.start <= thing.idx < when.end:
            continue
        if below.dep_ in NAMING and when.granularity in COARSE:
            return False
        if thing.dep_ not in SUBJECTS and not (thing.dep_ == "pobj" and thing.head.lower_ in OCCASIONS):
            return False
        if {when.tense, find_tense(token)} == {Tense.PAST, Tense.FUTURE}:
            return False
    return True


def _shares(verb: Token, chain: list[Token]) -> bool:
    """Whether a verb shares the dates of another: the second of two joined verbs those before the first ("On Monday
    they met and signed"), and what is begun or expected those of the beginning or expecting.
    """
    other = chain[-1]
    if verb.head.i != other.i:
        return False
    if verb.dep_ == "conj":
        return chain[0].i < other.i and not any(child.dep_ == "nsubj" for child in verb.children)
    return verb.dep_ == "xcomp" and other.lemma_.lower() in SAME_TIME | EXPECTING | {"set"}
