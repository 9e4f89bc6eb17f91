"""From what a trigger names and what the sentence says about its reality to the type that is coded. Pure rules.

The rules are those of the codebook (plover_rules.csv); each outcome names the one that decided.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from foreigndesk.lexicon.codebook import load_modes, load_types
from foreigndesk.reading.events.marks import Mark

BECOMES_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
BECOMES_THREAT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
FORCE = frozenset({"ASSAULT", "MOBILIZE"})
RESTRICTION = frozenset({"SANCTION", "COERCE", "PROTEST", "ACCUSE", "REQUEST", "THREATEN"})
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
# Announced in the same breath as done: "announced sanctions", "announced an investigation", "declared a curfew".
DONE_BY_ANNOUNCING = frozenset(
    {"SANCTION", "COERCE", "MOBILIZE", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"}
)
CALLED_OFF = frozenset("cancel call postpone scrap shelve skip delay abort".split())
# What is only wanted, feared, asked or done for something else is no event, not even a hypothetical one.
NOT_DONE = frozenset({Mark.PURPOSE, Mark.ASKED, Mark.WEIGHED})
THREAT_MODES = {"expel": "expel", "arrest": "arrest", "ban": "ban", "deport": "expel"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is coded: type, mode (or None), auxiliary mode (or None), and the rule that decided."""

    type: str
    mode: str | None
    auxiliary: str | None
    rule: str


def settle(
    named: str,
    mode: str | None,
    marks: Collection[Mark],
    *,
    ender: str = "",
    agreed: bool = False,
    foretold: bool = False,
) -> Outcome:
    """The outcome for a named type under some marks.

    `ender` is the lemma of the verb that ends the deed, `agreed` whether it is agreed to in so many words, `foretold`
    whether its future is told by somebody other than its actor.

    >>> settle("CONSULT", None, {Mark.FUTURE})
    Outcome(type='AGREE', mode=None, auxiliary=None, rule='future-cooperation')
    >>> settle("SANCTION", "discontinue", {Mark.ENDED})
    Outcome(type='CONCEDE', mode=None, auxiliary=None, rule='lifted')
    """
    kind, rule = named, "in-force"
    if Mark.ENDED in marks:
        kind, mode, rule = ended(named, ender)
    if NOT_DONE & set(marks) or (Mark.TRIED in marks and kind != "ASSAULT"):  # violence tried is violence (table 3.11)
        return Outcome(kind, mode, "hypothetical", "weighed")
    if Mark.PLANNED in marks and Mark.NEGATED in marks:
        marks = {*marks, Mark.FUTURE} - {Mark.PLANNED}
    if Mark.PLANNED in marks:
        return (
            ahead(kind, mode, agreed=agreed)
            if kind in FRIENDLY | YIELDING
            else Outcome(kind, mode, "future", "announced")
        )
    if Mark.SUPPOSED in marks or Mark.MUST in marks or Mark.REMEMBERED in marks or (Mark.FUTURE in marks and foretold):
        return Outcome(kind, mode, "hypothetical", "supposed")
    if Mark.NEGATED in marks and (Mark.FUTURE in marks or Mark.ANNOUNCED in marks):
        if kind in FRIENDLY | YIELDING:
            return Outcome("REJECT", content_mode(kind), None, "refused")
        return Outcome(kind, mode, "negation", "negated")
    if Mark.NEGATED in marks:
        return Outcome(kind, mode, "negation", "negated")
    if Mark.FUTURE in marks or (Mark.ANNOUNCED in marks and kind not in DONE_BY_ANNOUNCING):
        return ahead(kind, mode, agreed=agreed)
    return Outcome(kind, mode, None, rule)


def ended(named: str, ender: str) -> tuple[str, str | None, str]:
    """What ending a deed is: type, mode and rule."""
    if named in RESTRICTION:
        return "CONCEDE", None, "lifted"
    if named in FORCE:
        return "RETREAT", "ceasefire" if named == "ASSAULT" else "withdraw", "fighting-ended"
    if named == "CONSULT" and ender in CALLED_OFF:
        return "REJECT", "meet", "cancelled-meeting"
    if named in FRIENDLY:
        return "SANCTION", "discontinue", "broken-off"
    if named == "RETREAT":  # a ceasefire ended
        return "THREATEN", None, "broken-off"
    return named, None, "in-force"


def ahead(kind: str, mode: str | None, *, agreed: bool) -> Outcome:
    """What a deed that lies ahead is."""
    if kind in BECOMES_AGREE:
        return Outcome("AGREE", None, None, "future-cooperation")
    if kind in YIELDING:
        if agreed:
            return Outcome("AGREE", None, None, "agreed-yielding")
        return Outcome("CONCEDE", None, None, "future-yielding")
    if kind in BECOMES_THREAT:
        return Outcome("THREATEN", threat_mode(kind, mode), None, "future-hostility")
    return Outcome(kind, mode, "future", "announced")


def threat_mode(kind: str, mode: str | None) -> str | None:
    """What is threatened, as a mode of THREATEN.

    >>> threat_mode("COERCE", "curfew"), threat_mode("ASSAULT", "aerial")
    ('restrict', 'violence')
    """
    if kind in FORCE:
        return "violence" if kind == "ASSAULT" else None
    if mode in THREAT_MODES:
        return THREAT_MODES[mode]
    return {"SANCTION": "relations", "COERCE": "restrict", "PROTEST": "restrict"}.get(kind)


def content_mode(kind: str) -> str | None:
    """What is asked for or refused, as a mode of REQUEST and REJECT.

    >>> content_mode("CONSULT"), content_mode("RETREAT")
    ('meet', 'yield')
    """
    if kind == "CONSULT":
        return "meet"
    if kind in YIELDING:
        return "yield"
    return "assist" if kind in {"AID", "COOPERATE", "SUPPORT", "AGREE"} else None


def settle_content(named: str, mode: str | None, content: Outcome | None) -> Outcome:
    """The outcome of a deed that has another as its content: a promise, threat, demand or refusal of it.

    A promise of something hostile is a threat, a promise not to give way a refusal; modes tell the content.

    >>> settle_content("AGREE", None, Outcome("ASSAULT", "aerial", None, "in-force")).type
    'THREATEN'
    """
    if content is None:
        return Outcome(named, mode, None, "in-force")
    if named == "AGREE":
        if content.type in BECOMES_THREAT - {"MOBILIZE"}:  # "agreed to send troops" threatens nobody
            return Outcome("THREATEN", threat_mode(content.type, content.mode), None, "future-hostility")
        if content.auxiliary == "negation" or content.type == "REJECT":
            return Outcome("REJECT", content_mode(content.type), None, "refused")
        return Outcome("AGREE", None, None, "agreed-yielding" if content.type in YIELDING else "future-cooperation")
    if named == "REQUEST":
        return Outcome("REQUEST", mode or content_mode(content.type), None, "asked-for")
    if named == "REJECT":
        return Outcome("REJECT", mode or content_mode(content.type), None, "refused")
    if named == "THREATEN":
        return Outcome("THREATEN", mode or threat_mode(content.type, content.mode), None, "threatened")
    return Outcome(named, mode, None, "in-force")


def is_mode(kind: str, mode: str | None) -> bool:
    """Whether the codebook has the mode for the type; for tests of the tables and of every outcome."""
    return kind in load_types() and (mode is None or mode in {known.name for known in load_modes()[kind]})
