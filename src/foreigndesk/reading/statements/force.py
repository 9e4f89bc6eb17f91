"""What a speaker does by speaking: the cue's own force, changed by negation and by what the cue is joined to.

A cue that merely says leaves it to the words said (said.py).
"""

from __future__ import annotations

from spacy.tokens import Token

from foreigndesk.lexicon.forces import load_forces
from foreigndesk.model import Force, Reason
from foreigndesk.reading.statements.grammar import SUBJECTS
from foreigndesk.reading.statements.said import HARM, UNTRUE, Said, force_of_words, is_negated

# "express doubt", "issue a threat": the noun tells what is done.
LIGHT_VERBS = frozenset(
    "express voice cast raise issue make give repeat reiterate have hold put level send convey deliver show".split()
)
# "declined to comment", "refused to say": nothing is asserted or denied.
SILENT_VERBS = frozenset(
    "comment say discuss answer confirm elaborate respond specify offer give provide identify disclose reveal name "
    "speculate address detail explain tell rule deny reply remark return expand".split()
)
# Of what is not disputed the speaker allows that it is so; what is not denied is left open.
GRANTING = frozenset({"dispute", "contest", "challenge", "doubt", "question", "contradict"})
WARNING = frozenset({"warn", "caution", "alert"})
WISHING = frozenset("want hope wish like prefer need".split())
LABELLING = frozenset("call label brand describe dismiss".split())
STATES = frozenset({"GPE", "NORP", "ORG"})
# Whose clause tells something rather than asks for it: "advised the paper that", "agreed that".
TELLINGS = frozenset("account explanation detail clarification information comment answer reason".split())
ONLY_TO_DO = frozenset({"advise", "agree", "decide", "offer", "press", "commit"})


def find_force(cue: Token | None, said: Said) -> tuple[Force, Reason]:
    """The force of a statement and the reason for it."""
    if cue is None:
        force, words = force_of_words(said) or (Force.ASSERT, "")
        return force, Reason(
            "force", f"“{words}” makes it {article(force)}." if words else "No cue word: an assertion."
        )
    force, words = force_of_cue(cue, said)
    negated = is_negated(cue) or nobody_does(cue)
    lemma = cue.lemma_.lower()
    if negated and (lemma in SILENT_VERBS or words == "rule out"):
        return Force.DECLINE, Reason("force negated", f"“not {cue.text}”: the speaker did not speak to it.")
    if negated and lemma in GRANTING:
        return Force.ASSERT, Reason("force negated", f"“not {cue.text}” lets it stand.")
    if negated and force in {Force.DENY, Force.DOUBT}:
        return Force.DECLINE, Reason(
            "force negated", f"“not {cue.text}” is neither a denial nor an assertion: the speaker left it open."
        )
    if negated and (lemma == "agree" or lemma in WISHING):
        return Force.DENY, Reason("force negated", f"“not {cue.text}” makes it a denial.")
    if force is Force.ASSERT:
        found = force_of_words(said)
        if found is not None:
            return found[0], Reason("force", f"“{found[1]}” in what is said makes it {article(found[0])}.")
    return force, Reason("force", f"“{words}” makes it {article(force)}.")


def nobody_does(cue: Token) -> bool:
    """Whether the subject denies that it is done: "not everyone agreed", "nobody disputed"."""
    subject = next((child for child in cue.children if child.dep_ in SUBJECTS), None)
    return subject is not None and any(t.lower_ in {"not", "no", "nobody", "none", "neither", "few"} for t in
                                       (subject, *subject.lefts))  # fmt: skip


def force_of_cue(cue: Token, said: Said) -> tuple[Force, str]:
    """The force of the cue's words alone, and these words: the first way of telling it that fits."""
    found = with_particle(cue) or refusal(cue) or told_by_noun(cue, said) or by_complement(cue, said)
    if found is not None:
        return found
    lemma = cue.lemma_.lower()
    force = load_forces().get(lemma, Force.ASSERT)
    if force is Force.PROMISE and HARM.search(said.words):
        return Force.THREATEN, lemma
    return force, lemma


def with_particle(cue: Token) -> tuple[Force, str] | None:
    """'Rule out', 'brush aside', 'call for'; nouns that differ from their verb ("a question")."""
    lemma, forces = cue.lemma_.lower(), load_forces()
    if cue.pos_ == "NOUN":
        if lemma == "call":
            return Force.URGE, "call for"
        return (forces[f"{lemma} (noun)"], lemma) if f"{lemma} (noun)" in forces else None
    for child in cue.children:
        if child.dep_ in {"prt", "prep", "advmod", "mark"} and (words := f"{lemma} {child.lower_}") in forces:
            return forces[words], words
    if lemma == "call" and any(token.lower_ == "for" for token in cue.subtree if token.i == cue.i + 1):
        return Force.URGE, "call for"
    return None


def refusal(cue: Token) -> tuple[Force, str] | None:
    """'Declined to comment' is no denial, 'refused to go' is one."""
    lemma = cue.lemma_.lower()
    if lemma not in {"decline", "refuse"}:
        return None
    silent = next((c for c in cue.children if c.dep_ == "xcomp" and c.lemma_.lower() in SILENT_VERBS), None)
    if silent is not None:
        return Force.DECLINE, f"{lemma} to {silent.lemma_}"
    return (Force.DECLINE if lemma == "decline" else Force.DENY), lemma


def told_by_noun(cue: Token, said: Said) -> tuple[Force, str] | None:
    """'Express doubt', 'issue a threat', 'was sceptical': the noun or adjective tells what is done."""
    lemma, forces = cue.lemma_.lower(), load_forces()
    for child in cue.children:
        word = child.lemma_.lower()
        if lemma in LIGHT_VERBS and child.dep_ in {"dobj", "nsubjpass"}:
            if word in forces:
                return forces[word], f"{lemma} {word}"
            if word in WISHING:
                return wish(child, said), f"{lemma} {word}"
        if lemma == "be" and child.dep_ == "nsubj" and word in WISHING:
            return wish(child, said), word
        if lemma == "be" and child.dep_ in {"acomp", "attr", "nsubj"} and word in forces:
            return forces[word], child.text
    return None


def by_complement(cue: Token, said: Said) -> tuple[Force, str] | None:
    """Verbs whose force depends on what they govern: "told to", "warned that", "hopes to", "asked for"."""
    lemma = cue.lemma_.lower()
    if lemma in {"tell", "ask"} and any(child.dep_ == "xcomp" for child in cue.children):
        return Force.URGE, f"{lemma} … to"
    if lemma == "ask" and (noun := asked_for(cue)) is not None:
        return (Force.ASK if noun.lemma_.lower() in TELLINGS else Force.URGE), "ask for"
    if lemma in WARNING:
        return warned(cue, said), lemma
    if lemma in WISHING:
        return wish(cue, said), lemma
    if lemma in LABELLING and any(token.lower_ in UNTRUE for token in said.tokens):
        return Force.DENY, lemma
    return (Force.ASSERT, lemma) if lemma in ONLY_TO_DO and only_tells(cue) else None


def only_tells(cue: Token) -> bool:
    """Whether "advised", "agreed" govern a clause that tells something, or nothing to do."""
    clause = next((child for child in cue.children if child.dep_ == "ccomp"), None)
    if clause is not None:
        return not any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)
    return not any(child.dep_ in {"xcomp", "dobj"} for child in cue.children)


def asked_for(cue: Token) -> Token | None:
    """What is asked for."""
    nouns = (noun for child in cue.children if child.lower_ == "for" for noun in child.children if noun.dep_ == "pobj")
    return next(nouns, None)


def warned(cue: Token, said: Said) -> Force:
    """A warning threatens what the speaker's side can do, urges to leave something, foretells, or tells what is."""
    if any(child.dep_ == "prep" and child.lower_ == "against" for child in cue.children):
        return Force.URGE
    to_do = next((child for child in cue.children if child.dep_ == "xcomp"), None)
    if to_do is not None:
        return Force.URGE
    if HARM.search(said.words):
        return Force.THREATEN
    found = force_of_words(said)
    if found is None and said.verb is not None and any(child.lower_ == "can" for child in said.verb.children):
        return Force.PREDICT
    if found is None:
        return Force.PREDICT if said.verb is None else Force.ASSERT
    to_a_state = any(child.dep_ in {"dobj", "dative"} and child.ent_type_ in STATES for child in cue.children)
    if found[0] is Force.PROMISE or (found[0] is Force.PREDICT and to_a_state):
        return Force.THREATEN
    return found[0]


def wish(word: Token, said: Said) -> Force:
    """Who wishes to do something means to; who wishes another to do it asks for it."""
    governing = (word, word.head) if word.dep_ == "nsubj" and word.head.lemma_ == "be" else (word,)
    clauses = (c for one in governing for c in one.children if c.dep_ in {"ccomp", "xcomp", "acl", "relcl"})
    clause = next(clauses, None)
    if clause is None:
        return Force.ASSERT
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    doer = subject or next((child for child in word.children if child.dep_ == "dobj"), None)
    if doer is None:
        return Force.PROMISE
    return Force.PROMISE if said.is_own(doer) else Force.URGE


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
