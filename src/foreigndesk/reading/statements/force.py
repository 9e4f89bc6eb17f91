"""What a speaker does by speaking: the cue's own force, changed by negation and by what the cue is joined to."""

from __future__ import annotations

import re

from spacy.tokens import Token

from foreigndesk.lexicon.forces import load_forces
from foreigndesk.model import Force, Reason

# "express doubt", "issue a threat": the noun tells what is done.
LIGHT_VERBS = frozenset(
    "express voice cast raise issue make give repeat reiterate have hold put level send convey deliver show".split()
)
# "declined to comment", "refused to say": nothing is asserted or denied.
SILENT_VERBS = frozenset(
    "comment say discuss answer confirm elaborate respond specify offer give provide identify disclose reveal name "
    "speculate address detail explain tell rule deny reply".split()
)
# A warning threatens where it speaks of what the speaker or others would do in return; else it foretells.
THREATENED = re.compile(
    r"\b(?:consequences?|retaliat\w+|pay (?:a|the|dearly)|punish\w*|respon(?:d|se)\w*|revenge|(?:we|it) will)\b",
    re.IGNORECASE,
)


def find_force(cue: Token | None, content: str) -> tuple[Force, Reason]:
    """The force of a statement and the reason for it; without a cue a statement asserts."""
    if cue is None:
        return Force.ASSERT, Reason("force", "No cue word: taken as an assertion.")
    force, words = force_of_cue(cue, content)
    negated = any(child.dep_ == "neg" for child in cue.children)
    if negated and force in {Force.DENY, Force.DOUBT}:
        return Force.DECLINE, Reason(
            "force negated", f"“not {cue.text}” is neither a denial nor an assertion: the speaker left it open."
        )
    if negated and cue.lemma_.lower() in SILENT_VERBS:
        return Force.DECLINE, Reason("force negated", f"“not {cue.text}”: the speaker did not speak to it.")
    return force, Reason("force", f"“{words}” makes it {article(force)}.")


def force_of_cue(cue: Token, content: str) -> tuple[Force, str]:
    """The force of the cue's words alone, and these words."""
    lemma = cue.lemma_.lower()
    forces = load_forces()
    joined = {child.lower_ for child in cue.children if child.dep_ in {"prt", "prep"}}
    if lemma == "rule" and "out" in joined:
        return Force.DENY, "rule out"
    if lemma == "call" and (cue.pos_ == "NOUN" or joined & {"for", "on", "upon"}):
        return Force.URGE, "call on" if "on" in joined else "call for"
    if lemma in {"decline", "refuse"}:
        silent = next((c for c in cue.children if c.dep_ == "xcomp" and c.lemma_.lower() in SILENT_VERBS), None)
        if silent is not None or lemma == "decline":
            return Force.DECLINE, f"{lemma} to {silent.lemma_}" if silent is not None else lemma
        return Force.DENY, lemma
    if lemma in LIGHT_VERBS:
        for child in cue.children:
            if child.dep_ in {"dobj", "nsubjpass"} and child.lemma_.lower() in forces:
                return forces[child.lemma_.lower()], f"{lemma} {child.lemma_}"
    if lemma == "tell" and any(child.dep_ == "xcomp" for child in cue.children):
        return Force.URGE, "tell … to"
    if lemma == "warn":
        return (Force.THREATEN if THREATENED.search(content) else Force.PREDICT), "warn"
    return forces.get(lemma, Force.ASSERT), lemma


def article(force: Force) -> str:
    """A force as a noun phrase."""
    return {
        Force.ASSERT: "an assertion",
        Force.DENY: "a denial",
        Force.DOUBT: "a doubt",
        Force.ASK: "a question",
        Force.URGE: "a demand or appeal",
        Force.PROMISE: "a promise",
        Force.THREATEN: "a threat",
        Force.PREDICT: "a prediction",
        Force.DECLINE: "a refusal to speak to it",
    }[force]
