"""By when something is to come: a date that lies ahead, or a bound told in words ("within days")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from foreigndesk.model import Granularity, Passage, Report, Span, When, day_of
from foreigndesk.reading.ahead.clauses import Found
from foreigndesk.reading.dates import nearest_when
from foreigndesk.reading.dates.attach import clause_head

# A bound that no calendar tells. It has no last day, so that nothing ever lapses by it.
TOLD = re.compile(
    r"\b(?:within|in|inside)\s+(?:a\s+matter\s+of\s+|a\s+few\s+|a\s+couple\s+of\s+|\w+\s+)?"
    r"(?:hours|days|weeks|months|years|a\s+(?:day|week|fortnight|month|year))\b"
    r"|\b(?:before|until|till|after|past)\s+(?:(?:the|a|an|its|their|his|her)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,6}"
    r"|\bovernight\b",
    re.IGNORECASE,
)


def horizon_of(
    found: Found, outcome: Passage, condition: Span | None, sentence: Words, report: Report, whens: Sequence[When]
) -> When | None:
    """By when: a date in the outcome that lies ahead, else in the condition or clause; else a bound told in words."""
    day = report.published_day
    here = [w for w in whens if sentence.start_char <= w.start < sentence.end_char and is_ahead(w, day)]
    told = [w for w in here if w.start < outcome.end and outcome.start < w.end]
    asked = [w for w in here if condition is not None and is_of_clause(w, condition, sentence.doc)]
    if told or asked:
        return told[-1] if told else asked[0]
    nearest = nearest_when(whens, sentence.doc, found.verb)
    # The day of the report outside of the outcome is that of the saying.
    if nearest is not None and nearest in here and (day is None or day_of(nearest.latest) != day):
        return nearest
    if len(here) == 1 and here[0].tense == "future":
        return here[0]
    return told_in_words(outcome, report)


def is_of_clause(when: When, condition: Span, doc: Doc) -> bool:
    """Whether a date tells when a condition is to hold, and not when something told within it does."""
    words, whole = (
        doc.char_span(span.start, span.end, alignment_mode="expand") for span in (Span(when.start, when.end), condition)
    )
    if words is None or whole is None or not condition.touches(Span(when.start, when.end)):
        return False
    return clause_head(words.root) == clause_head(whole.root)


def told_in_words(outcome: Passage, report: Report) -> When | None:
    """The last bound in words that an outcome tells: from the day of the report on, to no day that is known."""
    bounds = list(TOLD.finditer(outcome.text))
    if not bounds:
        return None
    start, end = outcome.start + bounds[-1].start(), outcome.start + bounds[-1].end()
    anchor = report.published_day.isoformat() if report.published_day else None
    printed = report.text[start:end]
    return When(anchor, None, printed, Granularity.VAGUE, "bound in words", start, end, anchor, "future")


def is_ahead(when: When, day: dt.date | None) -> bool:
    """Whether a date does not lie wholly behind the report."""
    last = day_of(when.latest)
    return when.printed != "" and (day is None or last is None or last >= day) and when.tense != "past"
