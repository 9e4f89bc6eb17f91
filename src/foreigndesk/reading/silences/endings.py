"""Silences that are over: broke its silence, after eleven days of silence, took four days to react, at last spoke."""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.reading.silences.denial import is_negated
from foreigndesk.reading.silences.speech import LEX, Found, behind, children, lemma, speaks, subject, table

LENGTHS = frozenset({"hour", "day", "week", "month", "year"})


def broke(token: Token) -> Found | None:
    """'broke its silence', 'ended a week of silence'."""
    noun = next((c for c in children(token, "dobj") if lemma(c) == "silence" or is_of_silence(c)), None)
    if noun is None or is_negated(token) or token.pos_ != "VERB":
        return None
    owner = next((c for t in noun.subtree for c in children(t, "poss") if c.pos_ in {"NOUN", "PROPN"}), None)
    who = owner or subject(token)
    return Found(who, "broken", token, (noun, token), ended=True, loose=True) if who is not None else None


def is_of_silence(noun: Token) -> bool:
    """'a week of silence', 'days of official silence'."""
    inner = behind(noun, "of")
    return inner is not None and lemma(inner) == "silence"


def after_silence(token: Token) -> Found | None:
    """'After eleven days of silence, X acknowledged': the silence of whoever then speaks."""
    lead = next((t for t in token.ancestors if t.dep_ == "prep" and t.lower_ in {"after", "following"}), None)
    if lead is None or lead.head.pos_ not in {"VERB", "AUX"}:
        return None
    who = subject(lead.head)
    spoke = lemma(lead.head) in LEX["speak"] | LEX["say"] | LEX["topic"] | LEX["reply"]
    return (
        Found(who, "broken", lead.head, (token, lead.head), ended=True, loose=True)
        if who is not None and spoke
        else None
    )


def took(token: Token) -> Found | None:
    """'took four days to react', 'It took Madrid four days to react', 'waited a week to comment'."""
    later = (t for t in token.subtree if t.i > token.i and (lemma(t) in LEX["speak"] or speaks(t)) and t.pos_ == "VERB")
    deed = next(later, None)
    if deed is None or is_negated(deed) or is_negated(token):
        return None
    between = token.doc[token.i : deed.i]
    long = [t for t in between if t.lower_ == "until" or (lemma(t) in LENGTHS and t.nbor(1).text != "-")]
    who = next(children(token, "nsubj"), None)
    if who is not None and who.lower_ == "it":
        who = next((c for c in children(token, "dobj", "dative") if lemma(c) not in LENGTHS), None)
        who = who or next(children(deed, "nsubj"), None)
    return Found(who, "broken", token, (deed,), ended=True) if long and who is not None else None


def before_it_spoke(token: Token) -> Found | None:
    """'It was ten days before X spoke about it'."""
    deed, holder = token.head, token.head.head
    long = any(lemma(t) in LENGTHS for t in token.doc[holder.i : token.i])
    who = next(children(deed, "nsubj"), None)
    if (
        lemma(holder) not in {"be", "take"}
        or not long
        or who is None
        or not (lemma(deed) in LEX["speak"] or speaks(deed))
    ):
        return None
    return Found(who, "broken", deed, (deed,), ended=True)


def at_last(token: Token) -> Found | None:
    """'finally spoke', 'acknowledged for the first time', 'reacted only on the fifth day'.."""
    if token.pos_ != "VERB" or (
        token.tag_ not in {"VBD", "VBN"} and not any(c.lower_ == "did" for c in token.children)
    ):
        return None
    who = subject(token)
    if who is None or any(True for _ in children(token, "nsubjpass")):
        return None
    mods = {c.lower_ for c in token.children if c.dep_ == "advmod"}
    text = token.sent.text.lower()
    first = "for the first time" in text and behind(token, "for") is not None and not is_negated(token)
    first = first and (lemma(token) != "speak" or behind(token, "about", "on", "of") is not None)
    late = bool(mods & LEX["finally"] - {"last", "length"}) or any(p in text for p in (" at last ", " at length "))
    only = any(
        t.lower_ == "only" and t.nbor(1).lower_ in {"on", "after"} and t.sent == t.nbor(1).sent
        for t in token.subtree
        if t.i > token.i and t.i + 1 < len(token.doc)
    )
    if is_negated(token):
        bound = behind(token, "until")
        past = (
            bound is not None and bound.ent_type_ in {"DATE", "TIME"} and any(c.lower_ == "did" for c in token.children)
        )
        return Found(who, "broken", token, (token,), ended=True) if past else None
    hit = (late and lemma(token) != "answer") or first or (only and lemma(token) in {"react", "respond", "comment"})
    return Found(who, "broken", token, (token,), ended=True) if hit else None


def first_words(token: Token) -> Found | None:
    """'its first comments on the raid', 'the ministry's first statement since the coup'."""
    owner = next(children(token, "poss"), None)
    first = any(c.lower_ == "first" for c in token.lefts)
    if (
        owner is None
        or not first
        or lemma(token) not in {"comment", "statement", "remark", "reaction", "response", "word"}
    ):
        return None
    return Found(owner, "broken", token, (token,), ended=True)


ENDINGS = table(
    ("end", broke),
    ("silence", after_silence),
    *((word, took) for word in ("take", "wait", "let")),
    ("before", before_it_spoke),
    ("speak", at_last),
    ("telling", first_words),
)
