"""Which words of a report speak: the subjects of verbs of saying, and who stands behind "according to"."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from foreigndesk.lexicon.cues import load_cues
from foreigndesk.reading.statements.grammar import SUBJECTS

SAYS = 0.45  # the share of a verb's clauses that people marked as said; see reading/statements/attributions.py
TELLS = frozenset({"tell", "inform"})
SPEECH = frozenset("remark comment statement word speech answer reply response".split())


@functools.cache
def is_saying(lemma: str) -> bool:
    """Whether a verb's clause is mostly something said."""
    return load_cues().share(lemma, "clause") >= SAYS


def speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or stands behind "according to" or "remarks by"."""
    if token.dep_ in SUBJECTS:
        verb = token.head
        if verb.pos_ != "VERB" or not is_saying(verb.lemma_.lower()):
            return False
        governs = {child.dep_ for child in verb.children}
        return "dobj" not in governs or "ccomp" in governs or verb.lemma_.lower() in TELLS
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "by":
        return token.head.head.lemma_.lower() in SPEECH
    return token.head.lower_ == "to" and token.head.head.lower_ == "according"


def in_main_clause(verb: Token) -> bool:
    """Whether a verb tells its sentence: not what somebody says, wants or did before."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in {"ROOT", "parataxis"} or (verb.dep_ == "ccomp" and not is_saying(verb.head.lemma_.lower()))
