"""What looks ahead by will, would, may and could."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from foreigndesk.model import Statement
from foreigndesk.reading.ahead.clauses import (
    Found,
    clause_of,
    conditional,
    cue_of,
    dated,
    is_asked,
    judged,
    negated,
    teller,
    undone,
)
from foreigndesk.reading.ahead.words import DRAFTS, FEARING, HABITS, JUDGING, MEANS, POLITE, PROPOSALS, STATES, TEXTS
from foreigndesk.reading.statements.grammar import subject_of

# Without a cue "would later" is told by somebody who knows how it went on.
SINCE_THEN = frozenset({"later", "eventually", "soon", "never", "ever"})


def modal(token: Token, statements: Sequence[Statement]) -> Found | None:
    """'X will do', 'X would do' in what somebody says or on a condition, 'X could do' of a possible event."""
    verb, word = token.head, token.lower_
    looks = AHEAD.get(word)
    if token.tag_ != "MD" or token.dep_ != "aux" or verb.i < token.i or looks is None or verb.tag_ in {"VBZ", "VBD"}:
        return None
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" and child.i > token.i for child in verb.children)
    if adverbs & HABITS or "whenever" in verb.sent.text.lower() or is_asked(verb) or undone(verb) or is_now(verb):
        return None
    if (perfect and not (looks is will_be and dated(verb))) or is_rule(verb):
        return None
    told = teller(verb, statements) is not None or cue_of(verb) is not None
    return Found(verb, clause_of(verb), word, cue_of(verb)) if looks(token, verb, adverbs, told) else None


def is_now(verb: Token) -> bool:
    """Whether it is a guess about now: 'will be asleep by now'."""
    now = (t for t in verb.subtree if t.lower_ in {"now", "already"} and t.i > verb.sent.start)
    return any(t.nbor(-1).lower_ in {"by", "will", "may", "might"} for t in now)


def is_rule(verb: Token) -> bool:
    """Whether it holds for all of a kind: 'each member may veto', 'a ship of that size will need'."""
    subject = subject_of(verb)
    if subject is None or dated(verb):
        return False
    if any(c.lower_ in {"each", "every"} for c in subject.lefts):
        return True
    generic = any(c.lower_ in {"a", "an"} for c in subject.lefts)
    kind = any(t.lower_ in {"such", "that"} and t.dep_ in {"det", "predet"} for t in subject.subtree if t.i > subject.i)
    kind = kind or any(c.dep_ == "relcl" for c in subject.children)
    asked = any(c.dep_ == "advcl" and (who := subject_of(c)) is not None and who.lower_ == "you" for c in verb.children)
    return (generic and kind) or asked


def is_supposed(verb: Token) -> bool:
    """Whether it weighs a step that nobody has taken: 'such a deal would benefit both', 'the bill would ban it'."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in DRAFTS and verb.lemma_ not in FATES:
        return True  # what a draft lays down, whatever the day or the condition in it
    if subject is None or conditional(verb) or dated(verb):
        return False
    such = subject.lower_ in {"that", "this", "it"} or any(c.lower_ in {"such", "a", "an"} for c in subject.lefts)
    of_text = subject.lemma_.lower() in PROPOSALS and verb.lemma_ not in FATES
    return of_text or (such and verb.lemma_.lower() in JUDGING)


FATES = frozenset("pass fail win die come go lose".split())


def will_be(_token: Token, verb: Token, _adverbs: set[str], _told: bool) -> bool:
    """Whether "will" looks ahead: no guess about now ("that will be the minister"), no duty of a text in force."""
    subject = subject_of(verb)
    guess = subject is not None and subject.lower_ in {"that", "this"} and verb.lemma_ == "be"
    now = verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.children) and not dated(verb.sent.root)
    now = now and not any(c.dep_ == "expl" for c in verb.children)
    return not guess and not now and not duty(verb)


def would_be(token: Token, verb: Token, adverbs: set[str], told: bool) -> bool:
    """Whether "would" looks ahead: in what somebody says or on a condition, and no politeness, judgement or habit."""
    hangs = conditional(verb)
    if not (told or hangs) or verb.dep_ == "relcl" or "rather" in adverbs or (adverbs & SINCE_THEN and not told):
        return False
    empty = judged(verb) and (subject := subject_of(verb)) is not None and subject.lower_ == "it"
    if (judged(verb) and not hangs and (empty or not dated(verb))) or is_supposed(verb):
        return False
    return f"{token.lower_} {verb.lemma_}".lower() not in POLITE and not declined(verb)


def could_be(token: Token, verb: Token, _adverbs: set[str], _told: bool) -> bool:
    """Whether "could", "may", "might" tell of an event that may come, not of now and not of what somebody can do."""
    hangs = conditional(verb)
    going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    if going_on or (judged(verb) and not hangs):
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_.lower() in STATES and not (hangs or dated(verb) or passive):
        return False
    if token.lower_ != "could":
        return verb.dep_ != "relcl" or dated(verb)
    subject, cue = subject_of(verb), cue_of(verb)
    feared = cue is not None and cue.lemma_.lower() in FEARING
    able = subject is not None and subject.lemma_.lower() in MEANS
    return (feared or hangs or dated(verb)) and not able and not negated(verb) and verb.dep_ != "relcl"


AHEAD: dict[str, Callable[[Token, Token, set[str], bool], bool]] = {
    **dict.fromkeys(("will", "wo", "'ll", "’ll", "shall", "sha"), will_be),
    **dict.fromkeys(("would", "'d", "’d"), would_be),
    **dict.fromkeys(("may", "might", "could"), could_be),
}


def duty(verb: Token) -> bool:
    """Whether a text in force lays it down ('the treaty says each party will'), or the speaker only doubts it."""
    cue = cue_of(verb)
    under = next((t.nbor() for t in verb.sent[:-1] if t.i < verb.i and t.lower_ == "under"), None)
    if under is not None and any(t.lemma_.lower() in TEXTS for t in under.head.subtree if t.i < verb.i):
        return True
    holder = subject_of(cue) if cue is not None else None
    if cue is not None and cue.lemma_ == "doubt":
        return holder is None or holder.lower_ not in {"few", "nobody", "none"}
    return holder is not None and holder.lemma_.lower() in TEXTS


def declined(verb: Token) -> bool:
    """'would not say', 'would not comment'."""
    return any(c.dep_ == "neg" for c in verb.children) and verb.lemma_ in {
        "say",
        "comment",
        "discuss",
        "confirm",
        "give",
        "name",
        "elaborate",
    }
