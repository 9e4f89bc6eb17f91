"""The names under which a forecast's words are looked at: lemma, class, tense."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from foreigndesk.lexicon.ahead import load_ahead
from foreigndesk.lexicon.tables import classes_of
from foreigndesk.reading.ahead.clauses import has_to

CLASSES = classes_of(load_ahead())
NONE = frozenset[str]()
MODALS = {
    **dict.fromkeys(("will", "wo", "'ll", "’ll", "shall", "sha"), "will"),
    **dict.fromkeys(("would", "'d", "’d"), "would"),
    **dict.fromkeys(("may", "might"), "may"),
    **dict.fromkeys(("can", "ca"), "can"),
    **dict.fromkeys(("must", "should", "ought"), "should"),
    "could": "could",
}
NOW = frozenset("is are am 's ’s 're ’re 'm ’m".split())
BY_TAG = {"VBZ": "present", "VBP": "present", "VBD": "past", "VBN": "participle", "VB": "bare", "MD": "present"}


def named(token: Token) -> tuple[str, ...]:
    """Lemma, classes and tense of a word; of names and numbers only what they are."""
    part = token.pos_
    clause = part in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
    dated = token.ent_type_ in {"DATE", "TIME"}
    return names(token.lemma_.lower(), token.lower_, part, tense(token) if clause and not dated else "", dated=dated)


@functools.lru_cache(maxsize=50_000)  # some reports' words: nearly all come again
def names(lemma: str, printed: str, part: str, told: str, *, dated: bool) -> tuple[str, ...]:
    """The names of a word by what is known of it."""
    if dated:
        return ("a date", printed)
    classes = sorted(CLASSES.get(lemma, NONE) | CLASSES.get(printed, NONE))
    if not told:
        own = (f"a {part}",) if part in {"PROPN", "NUM"} else (lemma,)
        return (*own, *(f":{one}" for one in classes))
    return (lemma, f"{lemma} {told}", f"a {told}", *(f":{one} {told}" for one in classes))


def tense(verb: Token) -> str:
    """The tense of a verb with its auxiliaries; of modals the first that tells."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    modal = next((MODALS[word] for word in helpers if word in MODALS), None)
    if modal is not None:
        return f"{modal} have" if "have" in helpers else modal
    if "to" in helpers:
        return "to"
    if "had" in helpers:
        return "had"
    if {"has", "have"} & set(helpers):
        return "has"
    if verb.lower_ == "going" and any(c.dep_ == "xcomp" and has_to(c) for c in verb.children):
        return "going to"
    now = bool(NOW & set(helpers))
    if verb.tag_ == "VBG":
        return "is doing" if now else "was doing" if helpers else "doing"
    if now:
        return "present"
    return "past" if {"was", "were", "did"} & set(helpers) else BY_TAG.get(verb.tag_, "bare")
