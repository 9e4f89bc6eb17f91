"""What words do by being said, whatever verb introduces them: orders, questions, promises, threats, predictions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from foreigndesk.lexicon.forces import load_forces
from foreigndesk.model import Force
from foreigndesk.reading.statements.carriers.parties import has_subject, is_party
from foreigndesk.reading.statements.grammar import SUBJECTS

FIRST_PERSON = frozenset({"i", "we"})
OUGHT = frozenset({"must", "should", "ought"})
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
MAY = frozenset({"may", "might", "could"})
# What stands rather than comes: "may be ill" tells of now.
STATES = frozenset("be have know mean seem appear want need like think believe".split())
INTENDING = frozenset("intend plan promise pledge vow aim agree decide commit".split())
# A harm in the speaker's hand.
HARM = re.compile(
    r"\b(?:retaliat\w+|respon(?:d|se)\w*|punish\w*|revenge|aveng\w+|consequences?|price|dearly|harsh\w*|counter\w+|crush\w*|"
    r"annihilat\w+|destroy\w*|bomb\w*|attack\w*|strike back|hit back|impose\w*|sue|tolerate|spare|unless)\b",
    re.IGNORECASE,
)
UNTRUE = frozenset(
    "lie lies fiction nonsense fabrication fabrications fabricated baseless unfounded groundless false falsehood "
    "untrue fake invented invention hoax rubbish slander smear ridiculous absurd".split()
)
UNLIKELY = frozenset(
    "fanciful far-fetched implausible unlikely unproven unproved dubious doubtful unconvincing unclear uncertain "
    "questionable".split()
)
UNKNOWN = re.compile(
    r"\b(?:(?:I|we|it|he|she|they) (?:(?:do|does|did) ?(?:not|n[’']t) (?:yet )?know|"
    r"can ?(?:not|[’']t) (?:yet )?(?:say|tell|confirm))|"
    r"too (?:early|soon) to (?:say|tell)|no (?:evidence|proof|indication|sign) (?:that|for|of)|"
    r"not (?:sure|clear|certain)|remains to be seen|hard to believe)\b",
    re.IGNORECASE,
)
END_OF_QUESTION = re.compile(r"\?[’”\"']*$")


@dataclass(frozen=True, slots=True)
class Said:
    """Words said: their tokens, whether quoted, and what is known of who says them.

    `is_own` tells whether a word means the speaker or the speaker's side, `official` whether the speaker decides for a
    body, `past` whether what is said is told in the past ("said it would" is "will").
    """

    tokens: Sequence[Token]
    is_own: Callable[[Token], bool]
    official: bool = False
    past: bool = True

    @property
    def verb(self) -> Token | None:
        """The main verb of the first sentence that has one."""
        inside = {token.i for token in self.tokens}
        heads = (t for t in self.tokens if t.pos_ in {"VERB", "AUX"} and (t.head.i not in inside or t.head == t))
        return next((t for t in heads if t.dep_ not in {"aux", "auxpass"}), None)

    @property
    def words(self) -> str:
        """The first sentence of what is said."""
        end = self.tokens[0].sent.end if self.tokens else 0
        return "".join(token.text_with_ws for token in self.tokens if token.i < end).strip()

    @property
    def quoted(self) -> bool:
        """Whether it opens with a quotation mark."""
        first = self.tokens[0] if self.tokens else None
        return first is not None and (first.is_quote or (first.i > 0 and first.nbor(-1).is_quote))


def force_of_words(said: Said) -> tuple[Force, str] | None:
    """The force that words have by themselves, and the words that give it; None where they only assert."""
    words = said.words
    if END_OF_QUESTION.search(words):
        return Force.ASK, "?"
    if unknown := UNKNOWN.search(words):
        return Force.DOUBT, unknown.group()
    verb = said.verb
    if verb is None:
        return None
    for child in verb.children:
        if verb.lemma_ == "be" and child.dep_ in {"acomp", "attr"}:
            if child.lower_ in UNTRUE or (child.lower_ == "true" and is_negated(verb)):
                return Force.DENY, child.text
            if child.lower_ in UNLIKELY:
                return Force.DOUBT, child.text
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return (Force.URGE, verb.text) if verb.tag_ == "VB" and said.quoted and not has_aux(verb) else None
    joined = (other for other in verb.conjuncts if not has_subject(other) and looks_ahead(other, said))
    clauses = (force_of_clause(said, one, subject, words) for one in (verb, *joined))
    return next((found for found in clauses if found is not None), None)


def looks_ahead(verb: Token, said: Said) -> bool:
    """Whether a verb tells what will be: "will", and "would" in what is told in the past."""
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if aux & {"have", "has", "had", "'ve", "’ve"}:
        return False
    return bool(aux & WILL) or goes_to(verb) or ("would" in aux and said.past and not said.quoted)


def force_of_clause(said: Said, verb: Token, subject: Token, words: str) -> tuple[Force, str] | None:
    """The force of a clause by its mood: what must be, will be, may be; what the speaker does by saying "we reject"."""
    own = said.is_own(subject)
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if aux & OUGHT:
        return (Force.URGE, verb.text) if is_party(subject) and not own else None
    perfect = bool(aux & {"have", "has", "had", "'ve", "’ve"})
    headline = "to" in aux and verb.dep_ != "xcomp"
    if looks_ahead(verb, said) or (headline and not perfect):
        return ahead(said, verb, subject, words)
    has_to = verb.lemma_ == "have" and any(child.dep_ == "xcomp" for child in verb.children)
    if aux & MAY and not perfect and (has_to or verb.lemma_.lower() not in STATES):
        return (Force.PROMISE if own else Force.PREDICT), verb.text
    if verb.lemma_.lower() == "expect" and verb.tag_ == "VBN" and not perfect:
        return Force.PREDICT, verb.text
    if (
        own
        and verb.lemma_.lower() in INTENDING
        and not is_negated(verb)
        and any(child.dep_ == "xcomp" for child in verb.children)
    ):
        return (Force.THREATEN if HARM.search(words) else Force.PROMISE), verb.text
    if subject.lower_ in FIRST_PERSON and verb.tag_ == "VBP" and not is_negated(verb):
        force = load_forces().get(verb.lemma_.lower())
        return (force, f"{subject.text} {verb.text}") if force is not None else None
    return None


def ahead(said: Said, verb: Token, subject: Token, words: str) -> tuple[Force, str] | None:
    """What will be: done by the speaker's side it is promised, threatened or refused, else foretold."""
    own = said.is_own(subject)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    decided = passive and said.official and not any(child.dep_ == "agent" for child in verb.children)
    if verb.lemma_.lower() == "see" and not any(child.dep_ in {"dobj", "ccomp"} for child in verb.children):
        return None  # "we will see"
    if own or decided:
        if HARM.search(words):
            return Force.THREATEN, verb.text
        return (Force.DENY if own and is_negated(verb) else Force.PROMISE), verb.text
    if said.official and not is_party(subject) and HARM.search(words):
        return Force.THREATEN, verb.text  # "another mistake would bring a harsher answer"
    return Force.PREDICT, verb.text


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "not", "never", "by no means"."""
    words = [child.lower_ for child in verb.children if child.dep_ in {"neg", "advmod"}]
    no_means = any(t.lower_ == "means" and t.nbor(-1).lower_ == "no" for t in verb.subtree if t.i > 0)
    return any(word in {"not", "n't", "n’t", "never"} for word in words) or no_means


def has_aux(verb: Token) -> bool:
    """Whether an auxiliary other than "do" stands with a verb ("don't go" is an order)."""
    return any(child.dep_ in {"aux", "auxpass"} and child.lemma_ != "do" for child in verb.children)


def goes_to(verb: Token) -> bool:
    """Whether it is "going to": the parser takes "going" for the main verb."""
    return verb.lower_ == "going" and any(child.dep_ == "xcomp" for child in verb.children)
