"""What kind of forecast it is: threat, promise, plan, warning, conditional or prediction."""

from __future__ import annotations

from foreigndesk.model import Granularity, Span, Statement, When
from foreigndesk.reading.ahead.clauses import Found, cue_of
from foreigndesk.reading.ahead.words import ARRANGED_DEEDS, FIRST_PERSON, HARMS, KINDS_OF_CUE, RETORTS
from foreigndesk.reading.statements.grammar import subject_of


def kind_of(found: Found, told: Statement | None, condition: Span | None, horizon: When | None) -> str:
    """What kind of forecast it is, the first that fits of threat, promise, plan, warning, conditional, prediction."""
    cues = [word.lemma_.lower() for word in (found.cue,) if word is not None]
    cues += [found.form, told.cue.text.lower() if told is not None and told.cue is not None else ""]
    cues += [word.lemma_.lower() for word in (cue_of(found.verb),) if word is not None]
    subject = subject_of(found.verb)
    ours = subject is not None and subject.lower_ in FIRST_PERSON
    harm = any(t.lemma_.lower() in HARMS for t in [found.verb, *found.verb.children])
    if harm and condition is not None and (ours or found.form == "or" or told is not None):
        return "threat"
    if found.verb.lemma_ in RETORTS and any(t.lemma_ in {"force", "fire", "kind", "blood"} for t in found.verb.subtree):
        return "threat"
    for cue in cues:
        for kind, words in KINDS_OF_CUE.items():
            if any(cue == word or cue.startswith(word) for word in words):
                return kind if kind != "prediction" or condition is None else "conditional"
    if found.form in {"is to", "timetable", "due", "scheduled", "planned", "slated", "plan"}:
        return "plan"
    if condition is None and is_arranged(found, horizon):
        return "plan"
    return "conditional" if condition is not None else "prediction"


def is_arranged(found: Found, horizon: When | None) -> bool:
    """Whether a deed that somebody arranges is told for a day: 'the navy will sail on Friday'."""
    deed = found.verb
    if found.form == "going to":
        deed = next((c for c in deed.children if c.dep_ == "xcomp"), deed)
    by_day = horizon is not None and horizon.granularity is Granularity.DAY
    return deed.lemma_.lower() in ARRANGED_DEEDS and (by_day or found.form == "going to")
