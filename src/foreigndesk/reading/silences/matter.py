"""What a silence is about, since when, and until when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from foreigndesk.model import Report, Span, When, day_of
from foreigndesk.reading.silences.speech import ASKS, LEX, PRESS, Found, children, lemma
from foreigndesk.reading.statements.grammar import span_of

ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "of", "for", "against", "as"})
ANSWERING = frozenset({"respond", "reply", "react", "answer", "reaction", "response", "refer", "allude", "object"})
EMPTY = frozenset(
    {"comment", "speak", "interview", "nothing", "anything", "silence", "time", "press", "part", "everything", "public"}
)
LONG = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
LASTING = re.compile(r"\b(?:for|after)\s+(?:the\s+(?:past|last)\s+)?(an?|\w+)\s+(day|week|month)s?\b", re.IGNORECASE)
DAYS = {"day": 1, "week": 7, "month": 30}


def about(found: Found, who: Span) -> str:
    """The words for the matter: what the form tells, a clause, what stands behind "on", what was asked; else ""."""
    text = found.verb.doc.text
    if found.topic is not None:
        span = without_clauses(found.topic)
        return text[span.start : span.end] if span is not None else ""
    holders = dict.fromkeys(
        [*found.at, found.verb, *(c for t in found.at for c in children(t, "acomp", "oprd", "prep"))]
    )
    for holder in holders:
        topic = topic_of(holder, 0)
        span = whole(topic) if topic is not None else None
        if span is not None and not span.touches(who):
            return text[span.start : span.end]
    for token in found.verb.sent:
        asked = lemma(token) in {"ask", "question", "press", "quiz", "challenge"} and token.pos_ == "VERB"
        topic = topic_of(token, 0) if asked else leading(token)
        span = whole(topic) if topic is not None else None
        if span is not None and not span.touches(who):
            return text[span.start : span.end]
    return ""


def leading(token: Token) -> Token | None:
    """The noun behind "On" or "About" that begins a sentence."""
    if token.i != token.sent.start or token.lower_ not in {"on", "about", "of", "over"}:
        return None
    noun = next(children(token, "pobj"), None)
    return noun if noun is not None and noun.ent_type_ not in {"DATE", "TIME"} else None


def topic_of(word: Token, depth: int) -> Token | None:
    """What hangs on a word as its matter: an asking clause, an object, a noun behind "on", through "a request for"."""
    for child in word.children:
        if child.i < word.i or depth > 3:
            continue
        if child.dep_ in {"ccomp", "pcomp", "acl", "xcomp"} and begins(child).lower_ in ASKS:
            return child
        object_of = child.dep_ == "dobj" and lemma(word) in LEX["topic"] | LEX["say"] | {"deny", "confirm", "answer"}
        if object_of and lemma(child) not in EMPTY | LEX["telling"] | LEX["asking"]:
            return child
        ways = ABOUT | {"to"} if lemma(word) in ANSWERING else ABOUT
        if child.dep_ in {"prep", "prt", "dative", "advmod"} and child.lower_ in ways | {"out", "up", "in"}:
            found = behind_it(child, depth)
            if found is not None:
                return found
        deeper = child.dep_ in {"dobj", "pobj", "conj", "oprd", "acomp", "advcl", "acl", "xcomp"}
        if deeper and (
            lemma(child) in LEX["telling"] | LEX["asking"] | LEX["silent"] | EMPTY | {"deny", "ask", "seek"}
        ):
            found = topic_of(child, depth + 1)
            if found is not None:
                return found
    return None


def behind_it(prep: Token, depth: int) -> Token | None:
    """The matter behind a preposition: its noun or clause; what hangs on the noun where that only asks or answers."""
    for noun in children(prep, "pobj", "pcomp", "prep"):
        if noun.dep_ == "prep":
            return behind_it(noun, depth)
        if noun.ent_type_ in {"DATE", "TIME"} or lemma(noun) in PRESS:
            continue
        if lemma(noun) in LEX["telling"] | LEX["asking"] | EMPTY | LEX["matter"]:
            inner = topic_of(noun, depth + 1)
            if inner is not None or lemma(noun) not in LEX["matter"]:
                return inner
        return noun
    return None


def begins(clause: Token) -> Token:
    """The first word of a clause."""
    return min(clause.subtree, key=lambda t: t.i)


def whole(topic: Token) -> Span | None:
    """The words of a topic, without a time that hangs on it."""
    times = [
        c
        for c in topic.children
        if c.dep_ in {"advcl", "npadvmod"} or (c.dep_ == "prep" and c.lower_ in {"since", "until"})
    ]
    return span_of(t for t in topic.subtree if not any(t == c or c.is_ancestor(t) for c in times))


def without_clauses(topic: Token) -> Span | None:
    """The words of a noun without relative clauses."""
    loose = list(children(topic, "relcl", "advcl"))
    return span_of(t for t in topic.subtree if not any(t == c or c.is_ancestor(t) for c in loose))


def since(sentence: Words, report: Report, whens: Sequence[When]) -> str | None:
    """The first day of a silence: "since the raid on Monday", "for nine days"; else the day of the report."""
    day = report.published_day
    for when in whens:
        if not sentence.start_char <= when.start < sentence.end_char or when.earliest is None:
            continue
        lead = report.text[sentence.start_char : when.start]
        if when.printed.lower().startswith("since ") or re.search(r"\bsince\b[^,;.]{0,60}$", lead, re.IGNORECASE):
            return when.earliest
    lasting = LASTING.search(sentence.text)
    if day is not None and lasting:
        word = lasting.group(1).lower()
        many = int(word) if word.isdigit() else 1 if word in {"a", "an"} else LONG.get(word)
        if many:
            return (day - dt.timedelta(many * DAYS[lasting.group(2).lower()])).isoformat()
    return day.isoformat() if day else None


def until(found: Found, report: Report, whens: Sequence[When]) -> str | None:
    """The last day of a silence that is over: a day told in its sentence that is not ahead, else that of the report."""
    day = report.published_day
    if not found.ended or day is None:
        return None
    sentence = found.verb.sent
    for when in whens:
        last = day_of(when.latest)
        inside = sentence.start_char <= when.start < sentence.end_char and when.start > found.verb.idx
        lead = report.text[sentence.start_char : when.start].rstrip()
        if (
            inside
            and last is not None
            and last <= day
            and when.earliest == when.latest
            and lead.endswith(("on", "until"))
        ):
            return last.isoformat()
    return day.isoformat()
