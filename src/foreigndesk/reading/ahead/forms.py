"""What looks ahead by a verb of intent or forecasting, by "is to", "is expected to", or by a day of the timetable."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import NounKind, load_nouns
from foreigndesk.model import Report, Statement, When, day_of
from foreigndesk.reading.ahead.clauses import (
    PRESENT,
    SHORT,
    Found,
    clause_of,
    conditional,
    cue_of,
    dated,
    end_of_clause,
    had,
    has_to,
    is_asked,
    negated,
    present,
    subject_here,
    teller,
    trimmed,
    undone,
)
from foreigndesk.reading.ahead.words import (
    ARRANGED,
    BY_OTHERS,
    BY_THEMSELVES,
    FOLLOWING,
    FORETELLING,
    FORETOLD,
    INTENT,
    NOUNS_AHEAD,
    ODDS,
    ON_NOUNS,
    PURPOSES,
    SAID_OF,
    SCHEDULED,
    SEEMING,
)
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.statements.grammar import span_of, subject_of


def intended(token: Token, statements: Sequence[Statement]) -> Found | None:
    """'X vowed to do', 'X plans to do': the deed of who vows or plans. What was planned once is told as past."""
    lemma = token.lemma_.lower()
    if lemma not in INTENT or token.pos_ not in {"VERB", "ADJ"} or negated(token) or had(token) or undone(token):
        return None
    if token.dep_ == "pcomp" and token.head.head.lemma_ in {"accuse", "suspect", "convict", "deny"}:
        return None
    deed = next((c for c in token.children if c.dep_ in {"xcomp", "ccomp"} and c.i > token.i and has_to(c)), None)
    if deed is None or any(c.tag_ == "MD" for c in token.children):
        return None
    if lemma in {"plan", "intend"} and token.tag_ == "VBD" and teller(token, statements) is None:
        return None
    if lemma == "mean" and token.tag_ not in PRESENT:
        return None
    if deed.lemma_ in {"name", "identify", "quote", "interview", "speak"}:
        return None  # "agreed to be named"
    start = next((c.i + 1 for c in deed.children if c.lower_ == "to"), deed.i)
    outcome = trimmed(t for t in deed.subtree if t.i >= start)
    return Found(deed, outcome, lemma, token) if outcome else None


def is_to(token: Token, statements: Sequence[Statement]) -> Found | None:
    """'X is to do', decided by others or arranged; 'the aim is to do' tells an aim."""
    if token.lemma_.lower() != "be" or token.pos_ not in {"AUX", "VERB"} or not present(token, statements):
        return None
    deeds = (c for c in token.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > token.i and has_to(c))
    deed, subject = next(deeds, None), subject_of(token)
    if deed is None or subject is None or subject.lemma_.lower() in PURPOSES or subject.dep_ == "csubj":
        return None
    if deed.lemma_ in {"blame", "let"} or is_asked(token):
        return None
    between = token.doc[token.i + 1 : deed.i]
    straight = all(t.lower_ in {"to", "not", "also", "then", "now", "be"} or t.pos_ == "ADV" for t in between)
    return Found(token, clause_of(token), "is to", cue_of(token)) if straight else None


def going_to(token: Token, statements: Sequence[Statement]) -> Found | None:
    """'X is going to do'."""
    if token.lower_ != "going" or not any(c.dep_ == "xcomp" and has_to(c) for c in token.children):
        return None
    copula = next((c for c in token.children if c.lemma_ == "be" or c.lower_ in SHORT), None)
    return (
        Found(token, clause_of(token), "going to", cue_of(token))
        if copula is not None and present(copula, statements)
        else None
    )


def phrased(token: Token, statements: Sequence[Statement]) -> Found | None:
    """'X is expected to do', 'X is due in Y', 'X looks set to do', 'a peace is unlikely'."""
    word, holder = token.lower_, token
    copula = next((c for c in token.children if c.dep_ in {"auxpass", "cop"}), None) if word in FORETOLD else None
    if word in FORETOLD and copula is None and token.dep_ in SAID_OF and token.head.lemma_ in SEEMING:
        holder = copula = token.head
    subject = subject_of(holder)
    if copula is None or subject is None:
        return None
    agents = [o for c in token.children if c.dep_ == "agent" for o in c.children]
    if not present(copula, statements) and not agents:
        return None
    if (negated(holder) and word in ARRANGED) or (agents and word not in BY_OTHERS):
        return None
    if word == "due" and any(c.dep_ == "prep" and c.lower_ == "to" for c in token.children):
        return None  # "is due to fog"
    deed = word == "about" or any(c.dep_ in {"xcomp", "ccomp", "advcl"} and has_to(c) for c in token.children)
    if word in BY_THEMSELVES and not deed and (dated(token) or dated(holder)):
        return Found(holder, clause_of(holder), word, cue_of(holder))
    if agents or (word in BY_THEMSELVES and not deed):
        before = token.doc[token.sent.start : holder.left_edge.i if holder.left_edge.i > token.sent.start else copula.i]
        whole = agents and "," not in before.text  # the parse often takes the last noun before the verb for its subject
        noun = span_of(before if whole else subject.subtree) if subject.pos_ in {"NOUN", "PROPN"} else None
        return Found(holder, noun, word, holder if agents else cue_of(holder)) if noun else None
    return Found(holder, clause_of(holder), word, cue_of(holder)) if deed or word in ARRANGED else None


def expected_of(token: Token, _statements: Sequence[Statement]) -> Found | None:
    """'X expects Y to do', 'X predicts a collapse', 'X fears a war', 'X bets on a signature'."""
    lemma = token.lemma_.lower()
    if any(c.lower_ == "would" for c in token.children):
        return None
    if token.pos_ != "VERB" or lemma not in FORETELLING | ON_NOUNS or had(token) or undone(token):
        return None
    if negated(token) and lemma != "expect":
        return None
    if lemma in FORETELLING:
        clause = next((c for c in token.children if c.dep_ in {"ccomp", "xcomp"} and c.i > token.i), None)
        if clause is not None and subject_here(clause) is not None and (has_to(clause) or clause.tag_ == "VBG"):
            span = trimmed(clause.subtree)
            return Found(clause, span, lemma, token) if span and not is_duty(clause) else None
        noun = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
        if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or (lemma in {"see", "fear"} and not ahead_in(noun)):
            return None
        span = trimmed(t for t in token.subtree if t.i >= noun.left_edge.i)
        bare = not any(True for _ in noun.children) or negated(token)  # "the guide expects tips"
        return Found(noun, span, lemma, token) if span and not bare else None
    prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in {"on", "for"}), None)
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if noun is None or noun.pos_ != "NOUN":
        return None
    span = trimmed(t for t in token.subtree if t.i >= noun.left_edge.i)
    return Found(noun, span, lemma, token) if span else None


def is_duty(clause: Token) -> bool:
    """Whether somebody expects his own people to do their duty: 'expects its staff to speak three languages'."""
    subject = subject_here(clause)
    own = subject is not None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in subject.children)
    known = load_nouns().get(subject.lemma_.lower()) if subject is not None else None
    return own and known is not None and known.kind in {NounKind.PERSON, NounKind.PEOPLE} and not dated(clause)


def ahead_in(noun: Token) -> bool:
    """Whether a noun that is seen or feared is told to come: by a preposition of time or measure behind it."""
    return any(t.ent_type_ == "DATE" for t in noun.sent if t.i > noun.i)


def imperative(token: Token, _statements: Sequence[Statement]) -> Found | None:
    """'Leave, or be shelled': a demand with what follows if it is not met."""
    head = token.head
    if token.dep_ != "conj" or token.tag_ not in {"VB", "VBN"} or head.tag_ not in {"VB", "VBP"}:
        return None
    if subject_of(head) is not None or not any(c.lower_ == "or" for c in head.children):
        return None
    return Found(token, clause_of(token), "or", None)


GIVING = frozenset("put see give rate warn predict be of estimate raise".split())


def noun_ahead(token: Token, _statements: Sequence[Statement]) -> Found | None:
    """'the odds of an attack', 'a matter of time before', 'can expect'."""
    if token.lemma_.lower() not in NOUNS_AHEAD:
        return None
    if token.lower_ == "time":
        before = next((t for t in token.sent if t.lower_ in {"before", "until"} and 0 < t.i - token.i <= 2), None)
        if before is None or (
            token.head.head.lemma_ not in {"matter", "question"} and token.head.lemma_ not in {"matter", "question"}
        ):
            return None
        span = trimmed(t for t in token.sent if t.i > before.i and t.i <= end_of_clause(before))
        return Found(before.head, span, "matter of time", None) if span else None
    prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    numbered = any(t.pos_ == "NUM" or t.lower_ == "percent" for t in token.subtree if t.i < token.i)
    if noun is None or not (token.lower_ in ODDS or numbered or token.head.lemma_ in GIVING):
        return None
    span = trimmed(noun.subtree)
    return Found(noun, span, token.lower_, None) if span else None


def scheduled(token: Token, report: Report, whens: Sequence[When]) -> Found | None:
    """'The exchange begins on Sunday', 'tariffs follow if': a present of the timetable with a day ahead."""
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children):
        return None
    copula = next((c for c in token.children if c.dep_ == "aux" and c.lemma_ == "be"), None)
    running = token.tag_ == "VBG" and copula is not None
    running = running and (copula is not None and (copula.tag_ in PRESENT or cue_of(token) is not None))
    if token.lemma_.lower() not in SCHEDULED and not running:
        return None
    bare = (
        token.tag_ == "VB"
        and token.dep_ == "ROOT"
        and not any(c.dep_ == "aux" or c.lower_ == "to" for c in token.children)
    )
    if not (token.tag_ in PRESENT or running or bare) or subject_of(token) is None:
        return None
    day, when = report.published_day, nearest_when(whens, token.doc, token)
    ahead = (
        day is not None
        and when is not None
        and when.tense != "past"
        and (first := day_of(when.earliest)) is not None
        and first > day
    )
    bound = conditional(token) and token.lemma_.lower() in FOLLOWING
    if token.dep_ == "relcl" or any(c.lower_ in {"has", "have", "had"} and c.dep_ == "aux" for c in token.children):
        return None
    return Found(token, clause_of(token), "timetable", cue_of(token)) if ahead or bound else None
