"""Silences that a report tells: somebody who might be expected to speak has not, or has broken a silence at last.

unsaid.py    declined to comment, did not reply, has yet to speak, made no mention
quiet.py     kept quiet, dodged a question, avoided comment, could not be reached
nouns.py     where nobody is the subject: no word from X, calls to X went unanswered, X's silence
endings.py   silences that are over: broke its silence, took four days to react
learned.py   whether a sentence tells a silence at all, and who is silent where no form tells it
speech.py    what is speaking          denial.py  what denies it          who.py  who is silent
real.py      whether it is told as a fact         matter.py  about what, and since when

The words stand in lexicon/data/silences.csv, by what they do in these forms.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Cite, Name, Reason, Report, Silence, SilenceKind, Span, Statement, When
from foreigndesk.reading.silences.endings import ENDINGS
from foreigndesk.reading.silences.learned import likelihood, silent_in
from foreigndesk.reading.silences.matter import about, since, until
from foreigndesk.reading.silences.nouns import NOUNS
from foreigndesk.reading.silences.quiet import QUIET
from foreigndesk.reading.silences.real import is_expected, is_told, speaks_after_all
from foreigndesk.reading.silences.speech import Form, Found, in_deeds, is_else
from foreigndesk.reading.silences.unsaid import UNSAID
from foreigndesk.reading.silences.who import actor_of, antecedent, phrase_of
from foreigndesk.reading.statements.grammar import is_question
from foreigndesk.reading.statements.tagging import vectors_of

# Log odds that a sentence tells a silence; from ENOUGH on one that no form tells is taken. Chosen on the passages of
# training/ahead, each judged by weights that had not seen it: precision 0.81 and recall 0.63 in registers that were
# held out; from 0.25 on 0.78 and 0.65. The forms need no such leave: with it, plain ones in long reports were lost.
ENOUGH = 0.5
TABLES: tuple[Mapping[str, tuple[Form, ...]], ...] = (ENDINGS, UNSAID, QUIET, NOUNS)
BEGIN = frozenset(stem for table in TABLES for stem in table)  # one word in ten


def find_silences(
    doc: Doc,
    report: Report,
    names: Sequence[Name],
    statements: Sequence[Statement],
    whens: Sequence[When],
    actors: Actors,
) -> tuple[Silence, ...]:
    """The silences that a report tells of, in order, each actor's and subject's once; those that ended bear a day.

    `since` is told by the report or is its own day; `until` is the day it tells, else its own, for a
    silence that it says is over.
    """
    kept: dict[tuple[str, str], Silence] = {}
    vectors = vectors_of(doc)
    for sentence in doc.sents:
        if is_question(sentence):
            continue
        judge = functools.partial(judged, sentence, report, names, statements, whens, actors)
        here = [silence for found in silences_in(sentence) if (silence := judge(found)) is not None]
        if not here and likelihood(sentence, vectors) >= ENOUGH:
            learned = silent_in(sentence, names, statements)
            silence = judge(learned) if learned is not None else None
            here = [silence] if silence is not None else []
        for silence in here:
            if all(silence.name != name or about for name, about in kept):
                kept.setdefault((silence.name, silence.about), silence)
    return tuple(kept.values())


def silences_in(sentence: Words) -> Iterator[Found]:
    """The silences of one sentence; of several told of one subject the first, those that ended before others."""
    seen = set[int]()
    begun = [(token, stems) for token in sentence if (stems := stems_of(token))]
    for table in TABLES:
        for token, stems in begun:
            for form in next((table[stem] for stem in stems if stem in table), ()):
                found = form(token)
                if found is not None and found.who.i not in seen:
                    seen.add(found.who.i)
                    yield found


def stems_of(token: Token) -> tuple[str, ...]:
    """By which a word may begin a form: its lemma, as it is printed, or as a verb that was taken for an adjective."""
    word = token.lower_
    stems = (token.lemma_.lower(), word, word.removesuffix("d"), word.removesuffix("ed")) if token.is_alpha else ()
    return () if BEGIN.isdisjoint(stems) else stems


def judged(
    sentence: Words,
    report: Report,
    names: Sequence[Name],
    statements: Sequence[Statement],
    whens: Sequence[When],
    actors: Actors,
    found: Found,
) -> Silence | None:
    """A silence with its actor, subject and bounds; None where it is no fact, or of nobody who would speak."""
    who = antecedent(found.who)
    by_form = found.form != "learned"
    if not is_told(found) or (not by_form and (in_deeds(found.verb) or is_else(found.verb))):
        return None
    if by_form and not is_expected(who, names, strictly=found.loose):
        return None
    span = phrase_of(who)
    if by_form and not found.ended and speaks_after_all(found, span, statements):
        return None
    name = report.text[span.start : span.end]
    what = "has broken a silence" if found.ended else "is reported silent"
    told = report.text[found.words.start : found.words.end]
    whole = Span(min(span.start, found.words.start), max(span.end, found.words.end))
    place = whole if sentence.start_char <= span.start < sentence.end_char else found.words
    return Silence(
        kind=SilenceKind.REPORTED,
        actor=actor_of(span, found.who, report.text, names, statements, actors),
        name=name,
        about=about(found, span),
        since=since(sentence, report, whens),
        until=until(found, report, whens),
        coverage="as this report tells it",
        cites=(Cite(report.id, place.start, place.end),),
        reasons=(Reason("broken" if found.ended else found.form, f"{name} {what}: “{told}”."),),
    )
