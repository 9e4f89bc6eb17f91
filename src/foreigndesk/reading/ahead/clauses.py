"""What the parse says about words that look ahead: their clause, their cue, the condition they hang on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.model import Span, Statement
from foreigndesk.reading.statements.grammar import span_of

CONDITION = re.compile(
    r"\b(?:if(?! only\b)|unless"
    r"|as\s+soon\s+as"
    r"|once(?=\s+(?:the|a|an|it|they|he|she|its|their|all|both|\w+\s+(?:is|are|has|have))\b)"
    r"|should(?=\s+(?:the|a|an|any|it|they|talks|\w+\s+\w+))"
    r"|provided(?:\s+that)?|providing|(?:so|as)\s+long\s+as|on\s+condition\s+that|in\s+the\s+event\s+of"
    r"|in\s+case\s+of|without(?!\s+\w+ing\b))\b",
    re.IGNORECASE,
)
PAUSES = re.compile(r"[,;:—–]|[\"”]|(?<=\w)[.](?=\s|$)")
# "if" asks behind these.
OF_KNOWLEDGE = re.compile(r"\b(?:as|wonder\w*|ask\w*|know|see|say|sure|not|clear|decid\w+|tell)$", re.IGNORECASE)
UNREAL = re.compile(r"\bhad\s+(?:not\s+)?\w+(?:ed|en)\b")
WENT = re.compile(
    r"\b(?:but|and|though|yet)\b(?:\s+\w+){0,3}?\s+(?:(?:later\s+)?did(?:\s+not|\s+so|n['’]t)?\s*(?:[,.;]|$)"
    r"|never\s+(?:did|came|\w+ed)\b|(?:has|have|was|were)(?:\s+been)?\s*(?:[,.;]|$))"
    r"|\bas\s+(?:they|it|he|she|we|you)\s+(?:always\s+|usually\s+)?(?:do|does|did)\b",
    re.IGNORECASE,
)
QUOTES = ('"', "“", "‘", "''", "«")
PRESENT = frozenset({"VBZ", "VBP"})
SHORT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})


@dataclass(frozen=True, slots=True)
class Found:
    """Words that look ahead: their verb, the outcome, how they look ahead, and the cue they hang on, if any.

    `learned` where no form tells it; `form` is then the word that spoke most for it.
    """

    verb: Token
    outcome: Span
    form: str
    cue: Token | None
    learned: bool = False


def has_to(verb: Token) -> bool:
    """Whether a verb stands with 'to'."""
    return any(c.lower_ == "to" and c.i < verb.i for c in verb.children)


def subject_here(verb: Token) -> Token | None:
    """The subject that a clause prints itself."""
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)


def cue_of(verb: Token) -> Token | None:
    """The verb of saying or thinking that a clause hangs on, before or behind it."""
    word = verb
    for _ in range(4):
        if word.dep_ == "ccomp" and word.head.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
            return word.head
        if word.dep_ == "acl" and word.head.pos_ == "NOUN":
            return word.head
        behind = next((c for c in word.children if c.dep_ == "parataxis"), None)
        if behind is not None:
            return behind
        if word.dep_ not in {"conj", "xcomp", "advcl"} or word.head == word:
            return None
        word = word.head
    return None


def teller(verb: Token, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement in whose content a word stands."""
    at = Span(verb.idx, verb.idx + len(verb))
    holders = [s for s in statements if any(part.covers(at) for part in s.content)]
    return min(holders, key=lambda s: sum(p.end - p.start for p in s.content), default=None)


def conditional(verb: Token) -> bool:
    """Whether a condition stands in the sentence, of a verb."""
    return condition_in(verb.sent) is not None


def clause_of(verb: Token) -> Span:
    """The clause of a verb: from its subject to its last word, without clauses joined to it that have their own."""
    subject = subject_here(verb)
    first = min(verb.left_edge.i if subject is None else subject.left_edge.i, verb.i)
    if subject is None:
        helpers = [c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
        first = min([verb.i, *helpers])
    out = {verb}
    for child in verb.children:
        apart = child.dep_ in {"conj", "parataxis"} and (
            subject_here(child) is not None
            or any(c.dep_ == "aux" for c in child.children)
            or child.dep_ == "parataxis"
            or child.tag_ in PRESENT
        )
        if not apart and child.dep_ not in {"relcl", "cc"} and child.left_edge.i >= first:
            out.update(child.subtree)
    loose = next((t.i for t in verb.sent if t.i > verb.i and t.lower_ == "which" and t.nbor(-1).text == ","), None)
    return trimmed(t for t in out if t.i >= first and (loose is None or t.i < loose)) or Span(
        verb.idx, verb.idx + len(verb)
    )


def trimmed(tokens: Iterable[Token]) -> Span | None:
    """The span of some words without loose marks at the edges."""
    return span_of(t for t in tokens if t.text not in {'"', "”", "“"})


def end_of_clause(token: Token) -> int:
    """The last word before the next comma, or of the sentence."""
    rest = [t.i for t in token.sent if t.i > token.i and t.text in {",", ";", "."}]
    return (rest[0] if rest else token.sent.end) - 1


def condition_in(sentence: Words) -> Span | None:
    """The first condition of a sentence: from its marking word to the end of its clause, else to the next pause."""
    for match in CONDITION.finditer(sentence.text):
        word, lead = match.group().lower(), sentence.text[: match.start()].rstrip()
        if word == "should" and lead and lead[-1] not in '"“,;':
            continue
        if word.startswith("as") and word.endswith("as") and is_day(sentence, match.end()):
            continue
        if word == "if" and OF_KNOWLEDGE.search(lead):
            continue
        pause = PAUSES.search(sentence.text, match.end())
        end = pause.start() if pause else len(sentence.text)
        if "would have" in sentence.text and UNREAL.search(sentence.text[match.start() : end]):
            continue
        here = Span(sentence.start_char + match.start(), sentence.start_char + len(sentence.text[:end].rstrip()))
        if word in {"without", "in the event of", "in case of"}:
            return phrase_alone(sentence, here)
        return clause_alone(sentence, here.start) or here
    return None


def is_day(sentence: Words, start: int) -> bool:
    """Whether a time stands behind a place of a sentence: "as soon as Monday" is no condition."""
    word = next((t for t in sentence if t.idx >= sentence.start_char + start and not t.is_space), None)
    return word is not None and word.ent_type_ in {"DATE", "TIME"}


def clause_alone(sentence: Words, start: int) -> Span | None:
    """The clause that a marking word opens, where no comma need end it: "if Russia helps | this will bolster"."""
    mark = next(t for t in sentence if t.idx >= start)
    verb = mark.head
    if mark.dep_ not in {"mark", "advmod"} or verb.dep_ != "advcl" or verb.i < mark.i or mark.i > verb.head.i:
        return None
    return trimmed(t for t in verb.subtree if t.i >= mark.i)


def phrase_alone(sentence: Words, words: Span) -> Span:
    """A condition that is a phrase, without the clause that follows it where no comma parts the two."""
    first = next(t for t in sentence if t.idx >= words.start)
    heads = [c for c in first.subtree if c.dep_ == "pobj"]
    last = max((t.i for t in heads[0].subtree), default=0) if heads else 0
    alone = span_of(t for t in sentence if first.i <= t.i <= last)
    return alone if alone is not None and alone.end < words.end else words


def negated(token: Token) -> bool:
    """Whether a word is negated."""
    return any(c.dep_ == "neg" or (c.lower_ in {"never", "no"} and c.dep_ == "advmod") for c in token.children)


def had(token: Token) -> bool:
    """Whether a cue stands in the past perfect, in a clause about who foretold, or somebody used to."""
    if token.dep_ == "relcl" or token.head.lower_ == "used":
        return True
    auxiliaries = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if "have" in auxiliaries and auxiliaries & {"could", "would", "might", "should"}:
        return True  # "nobody could have known that"
    if auxiliaries & {"has", "have"} and any(c.lower_ == "long" for c in token.children):
        return True  # "has long threatened to"
    return any(c.dep_ == "aux" and c.lower_ in {"had", "having", "'d", "used"} for c in token.children)


def present(copula: Token, statements: Sequence[Statement]) -> bool:
    """Whether a form of 'be' or 'look' tells the present, or the past tense only of what somebody says.

    In his own words, in quotation marks, the past is past.
    """
    if copula.tag_ in PRESENT or copula.lower_ in SHORT:
        return True
    if copula.lower_ == "been":  # "has been set for June"
        return any(c.lower_ in {"has", "have"} for c in copula.head.children)
    told = teller(copula, statements) if copula.lower_ in {"was", "were"} else None
    return told is not None and not told.words.lstrip().startswith(QUOTES)


def undone(verb: Token) -> bool:
    """Whether the sentence tells how it went, or goes: 'promised to pay but never did', 'as they do every year'."""
    return WENT.search(verb.sent.text, verb.idx - verb.sent.start_char) is not None


def dated(verb: Token) -> bool:
    """Whether a date stands in the clause of a verb."""
    return any(t.ent_type_ == "DATE" for t in verb.subtree)


def judged(verb: Token) -> bool:
    """Whether a verb only tells how something is: 'would be unlawful'."""
    return verb.lemma_ == "be" and any(c.dep_ in {"acomp", "attr"} for c in verb.children)


def is_asked(verb: Token) -> bool:
    """Whether a clause asks who, when or how: 'it is unclear when the strait will reopen'."""
    asked = {c.lower_ for c in verb.children} & {"who", "what", "when", "where", "how", "why"}
    asked |= {verb.left_edge.lower_} & {"how", "when", "where", "why"}
    first = verb.dep_ == "ROOT" and verb.sent[0].lower_ in asked and not any(c.dep_ == "mark" for c in verb.children)
    return bool(asked) and (first or verb.dep_ in {"ccomp", "csubj", "pcomp", "acl"})
