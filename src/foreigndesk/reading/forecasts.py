"""What is said to come: predictions, conditionals, plans, threats, promises and warnings, with condition and horizon.

A forecast is told by a form of the verb (`will`, `is to`, `is expected to`, `vowed to`, a present with a day ahead) or
by a noun behind a verb of forecasting: these forms are rules. Whether a sentence looks ahead at all is judged by a
learned score, which leaves out what only has the form and finds what no form tells (`ahead/learned.py`). The rule of
a forecast's first reason is its kind.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from foreigndesk.model import Forecast, Reason, Report, Span, Statement, When, day_of, name_id
from foreigndesk.reading.ahead.clauses import Found, condition_in, had, present, subject_here, teller
from foreigndesk.reading.ahead.forms import (
    expected_of,
    going_to,
    imperative,
    intended,
    is_to,
    noun_ahead,
    phrased,
    scheduled,
)
from foreigndesk.reading.ahead.horizons import horizon_of
from foreigndesk.reading.ahead.kinds import kind_of
from foreigndesk.reading.ahead.learned import heads_ahead, likelihood
from foreigndesk.reading.ahead.modals import declined, duty, is_rule, modal
from foreigndesk.reading.ahead.naming import tense
from foreigndesk.reading.ahead.words import HABITS, WISHES
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.statements.grammar import is_question, span_of
from foreigndesk.reading.statements.sourcing import passage
from foreigndesk.reading.statements.tagging import vectors_of

LONG_AGO = dt.timedelta(45)  # what was foretold longer ago than this is told of as past
FORETOLD_BEFORE = re.compile(r"As\s[^,]{0,60}\b(?:forecast|predicted|expected|foretold|feared|promised)\b")
# "Another such winter and the grid will fail"
ONE_MORE = re.compile(r"(?P<what>(?:Another|One more|A single|A few more)\b[^,;]{2,40}?)\s+and\s")
LEARNED = Reason("learned", "No form tells it: passages worded like this looked ahead where people marked them.")
# Log odds that a sentence looks ahead. Below VETO not even a form tells a forecast; from ENOUGH on one without a form
# is taken, the likeliest of its words, and further words that are by themselves likelier than BESIDE. Chosen on the
# passages of training/ahead, each judged by weights that had not seen it.
VETO, ENOUGH, BESIDE = -0.5, 0.25, 1.5
TOLD_AS_FACT = frozenset({"past", "has", "had", "was doing"})
FORMS = (intended, modal, is_to, going_to, phrased, expected_of, imperative, noun_ahead)


def find_forecasts(
    doc: Doc, report: Report, statements: Sequence[Statement], whens: Sequence[When]
) -> tuple[Forecast, ...]:
    """The forecasts of a report by place; of several about the same words the one that tells its outcome first."""
    kept: list[Forecast] = []
    vectors = vectors_of(doc)
    for sentence in doc.sents:
        if is_question(sentence):
            continue
        sure = likelihood(sentence, vectors, whens, report.published_day)
        if sure < VETO:
            continue
        here: list[Forecast] = []
        for found in looking_ahead(sentence, report, statements, whens):
            add(here, forecast(found, sentence, report, statements, whens))
        if sure >= ENOUGH:
            for found, own in heads_ahead(sentence, whens, report.published_day):
                if is_none(found, report, statements, whens):
                    break  # what else the sentence tells is less likely still
                if own >= BESIDE or not here:
                    add(here, forecast(found, sentence, report, statements, whens))
        kept += here
    return tuple(sorted(kept, key=lambda one: one.outcome.start))


def add(kept: list[Forecast], made: Forecast | None) -> None:
    """Take a forecast to others, unless it tells of words that one of them does."""
    if made is not None and not any(made.outcome.touches(other.outcome) for other in kept):
        kept.append(made)


def looking_ahead(
    sentence: Words, report: Report, statements: Sequence[Statement], whens: Sequence[When]
) -> Iterator[Found]:
    """Everything in a sentence that looks ahead, the surest forms first."""
    for form in FORMS:
        for token in sentence:
            found = form(token, statements)
            if found is not None and not told_as_past(found, report, whens) and not wished(found):
                yield found
    for token in sentence:
        found = scheduled(token, report, whens)
        if found is not None and not wished(found):
            yield found


def is_none(found: Found, report: Report, statements: Sequence[Statement], whens: Sequence[When]) -> bool:
    """Whether what looks ahead is known for something else: past, wished, a habit, a rule, a duty, or left unsaid."""
    verb = found.verb
    habit = any(child.lower_ in HABITS for child in verb.children)
    if verb.pos_ in {"VERB", "AUX"} and tense(verb) in TOLD_AS_FACT:
        return True
    once = next((child for child in verb.children if child.lower_ in {"was", "were"}), None)
    if verb.lower_ == "going" and once is not None and not present(once, statements):
        return True
    if any(child.dep_ == "acomp" and child.lemma_.lower() in WISHES for child in verb.children):
        return True  # "is ready to send"
    return told_as_past(found, report, whens) or wished(found) or habit or is_rule(verb) or duty(verb) or declined(verb)


def told_as_past(found: Found, report: Report, whens: Sequence[When]) -> bool:
    """Whether it was foretold long ago, had been foretold, or was to come on a day that lies behind the report."""
    day, cue = report.published_day, found.cue
    if cue is not None and had(cue):
        return True
    if FORETOLD_BEFORE.match(found.verb.sent.text):
        return True
    if day is None:
        return False
    own = nearest_when(whens, found.verb.doc, found.verb)
    inside = own is not None and found.outcome.start <= own.start < found.outcome.end
    if inside and own is not None and (last := day_of(own.latest)) is not None and last < day - dt.timedelta(1):
        return True
    if (
        own is not None
        and own.latest is not None
        and (last := day_of(own.latest)) is not None
        and last < day - dt.timedelta(1)
        and cue is None
    ):
        return True
    said = nearest_when(whens, found.verb.doc, cue) if cue is not None else None
    for when in (said, own):
        if (
            when is not None
            and when.latest is not None
            and (last := day_of(when.latest)) is not None
            and last < day - LONG_AGO
        ):
            return True
    return False


def wished(found: Found) -> bool:
    """Whether it hangs on a hope, a wish, a demand, an offer, or a question whether."""
    word = found.verb
    for _ in range(5):
        if word.dep_ in {"ccomp", "pcomp"} and any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in {"whether", "if"} and c.i < word.i for c in word.children
        ):
            return True
        if word.head == word or word.dep_ not in {"ccomp", "xcomp", "conj", "acl", "pcomp", "advcl", "relcl", "acomp"}:
            break
        if word.dep_ in {"ccomp", "xcomp", "acl"} and word.head.lemma_.lower() in WISHES:
            return True
        if word.dep_ == "advcl" and any(
            c.lower_ in {"if", "unless", "when", "once", "whether"} and c.dep_ in {"mark", "advmod"}
            for c in word.children
        ):
            return True
        word = word.head
    return any(
        c.lower_ in {"whether", "if", "who", "what", "how"}
        and c.dep_ in {"mark", "advmod"}
        and found.verb.dep_ in {"ccomp", "pcomp"}
        for c in found.verb.children
    )


def forecast(
    found: Found, sentence: Words, report: Report, statements: Sequence[Statement], whens: Sequence[When]
) -> Forecast | None:
    """A forecast with its condition, horizon and statement; None where nothing remains beside the condition."""
    told = teller(found.verb, statements) or said_by(found, statements)
    outcome, condition = found.outcome, condition_of(found, sentence)
    if told is not None:
        parts = [p for p in told.content if p.touches(outcome) and p.covers(Span(found.verb.idx, found.verb.idx + 1))]
        if (parts and told.cue is not None and not Span(told.cue.start, told.cue.end).touches(outcome)) or parts:
            outcome = Span(max(outcome.start, parts[0].start), min(outcome.end, parts[0].end))
    if condition is not None and condition.covers(outcome):
        return None
    if condition is not None and condition.touches(outcome):
        if condition.start > found.verb.idx:
            rest = report.text[outcome.start : condition.start].rstrip(" ,")
            inner = condition.end < outcome.end - 1 and condition.start - outcome.start < 30
            outcome = outcome if inner else Span(outcome.start, outcome.start + len(rest))
        else:
            rest = report.text[condition.end : outcome.end].removeprefix(" and")
            outcome = Span(outcome.end - len(rest.lstrip(" ,")), outcome.end)
    if outcome.end - outcome.start < 3:
        return None
    here = passage(report.text, outcome)
    horizon = horizon_of(found, here, condition, sentence, report, whens)
    kind = kind_of(found, told, condition, horizon)
    return Forecast(
        id=name_id("f", report.id, outcome.start, condition.start if condition else ""),
        outcome=here,
        condition=passage(report.text, condition) if condition else None,
        horizon=horizon,
        statement=told.id if told is not None else None,
        reasons=(Reason(kind, f"“{found.form}” looks ahead to these words."), *((LEARNED,) if found.learned else ())),
    )


def condition_of(found: Found, sentence: Words) -> Span | None:
    """What the outcome hangs on: a clause or phrase of condition, a demand before "or", "and", or "any X"."""
    head = found.verb.head
    if (
        found.verb.dep_ == "conj"
        and head.tag_ in {"VB", "VBP"}
        and subject_here(head) is None
        and head.i <= sentence.start + 2
    ):
        joined = next((c for c in head.children if c.dep_ == "cc"), None)
        return span_of(
            t for t in sentence if head.i <= t.i < (joined.i if joined is not None else found.verb.left_edge.i)
        )
    here = condition_in(sentence)
    if here is not None:
        return here
    more = ONE_MORE.match(sentence.text)
    if more is not None and found.verb.idx > sentence.start_char + more.end():
        return Span(sentence.start_char, sentence.start_char + more.end("what"))
    subject = subject_here(found.verb)
    if subject is not None and any(c.lower_ == "any" for c in subject.children):
        return span_of(subject.subtree)
    return None


def said_by(found: Found, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose cue the words hang on."""
    cue = found.cue
    if cue is None:
        return None
    return next((s for s in statements if s.cue is not None and s.cue.start <= cue.idx < s.cue.end), None)
