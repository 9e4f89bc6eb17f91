"""Marks of a deed's reality, and the words that set them: negations, auxiliaries, conjunctions, adjectives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from foreigndesk.lexicon.codebook import Effect, load_operators
from foreigndesk.reading.events import grammar
from foreigndesk.reading.events.deeds import Deed, operator_at

CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
WOULD = frozenset({"would", "'d", "’d"})
MAYBE = frozenset({"could", "may", "might", "can", "should", "ca", "ought"})
NEVER = frozenset({"never", "hardly", "barely", "scarcely"})
NOT_ONLY = frozenset({"only", "just", "merely"})
TOLD_BEFORE = frozenset({"VBD", "VBN", "VBG", "NN"})
EFFECTS_OF_ADJECTIVES = (Effect.ALLEGE, Effect.PLAN, Effect.SUPPOSE, Effect.DENY, Effect.RECALL)


class Mark(StrEnum):
    """One thing said about a deed's reality."""

    NEGATED = "negated"
    FUTURE = "future"
    SUPPOSED = "supposed"  # under a condition: if, would
    WEIGHED = "weighed"  # wanted, feared, thought possible: may, might, consider
    ENDED = "ended"
    ANNOUNCED = "announced"
    REMEMBERED = "remembered"
    TRIED = "tried"
    MUST = "must"
    PURPOSE = "purpose"  # what something else is done for
    ASKED = "asked"  # whether it is so is a question
    PLANNED = "planned"  # there is a plan, a decision, an intention
    CARRIED = "carried"  # told through the deed it serves


EFFECT_MARKS = {
    Effect.PLAN: Mark.FUTURE,
    Effect.SUPPOSE: Mark.WEIGHED,
    Effect.DENY: Mark.NEGATED,
    Effect.END: Mark.ENDED,
    Effect.ANNOUNCE: Mark.ANNOUNCED,
    Effect.RECALL: Mark.REMEMBERED,
    Effect.ATTEMPT: Mark.TRIED,
}


@dataclass(slots=True)
class Reality:
    """All that is said about a deed's reality.

    `under` is the deed it is wanted, threatened or refused in; `teller` the verb it is told with; `doubts` the words
    that say it is only alleged; `serves` the deed it is carried by.
    """

    marks: set[Mark] = field(default_factory=set)
    under: Deed | None = None
    teller: Token | None = None
    doubts: list[Token] = field(default_factory=list)
    serves: Deed | None = None

    def note(self, effect: Effect | None, word: Token) -> None:
        """Note the effect of an operator, the word itself where it only casts doubt."""
        if effect in EFFECT_MARKS:
            self.marks.add(EFFECT_MARKS[effect])
        elif effect is Effect.ALLEGE:
            self.doubts.append(word)

    def note_noun(self, noun: Token) -> None:
        """Note what a noun's own modifiers say: "a planned visit", "no talks", "the alleged attack"."""
        for child in noun.children:
            if child.dep_ == "amod":
                operator = operator_at(child, EFFECTS_OF_ADJECTIVES)
                self.note(operator.effect if operator else None, child)
            elif child.dep_ in {"det", "neg"} and child.lower_ in {"no", "neither"}:
                self.marks.add(Mark.NEGATED)

    def note_clause(self, verb: Token) -> None:
        """Note what a verb's own negation, auxiliaries, conjunction and adverbs say."""
        for child in verb.children:
            word = child.lower_
            if child.dep_ == "neg" or (child.dep_ == "advmod" and word in NEVER):
                if child.nbor(1).lower_ not in NOT_ONLY:
                    self.marks.add(Mark.NEGATED)
            elif child.dep_ in {"aux", "auxpass"}:
                self.note_auxiliary(word, verb)
            elif child.dep_ in {"mark", "advmod"} and word in CONDITIONS:
                self.marks.add(Mark.ASKED if word == "whether" else Mark.SUPPOSED)
            elif child.dep_ in {"nsubj", "nsubjpass"} and any(
                word.lower_ in {"neither", "no"} for word in child.children
            ):
                self.marks.add(Mark.NEGATED)
            elif child.dep_ == "advmod" and (word, "adverb") in load_operators():
                self.doubts.append(child)

    def note_auxiliary(self, word: str, verb: Token) -> None:
        """Note what an auxiliary says; "would" is the future of what was said before, else a supposition."""
        if word in WILL:
            self.marks.add(Mark.FUTURE)
        elif word in WOULD:
            self.marks.add(Mark.FUTURE if is_told_before(verb) else Mark.SUPPOSED)
        elif word == "must":
            self.marks.add(Mark.MUST)
        elif word in MAYBE:
            self.marks.add(Mark.WEIGHED)


def marks_of_auxiliaries(verb: Token) -> set[Mark]:
    """What the auxiliaries of a verb say."""
    reality = Reality()
    for child in verb.children:
        if child.dep_ == "aux":
            reality.note_auxiliary(child.lower_, verb)
    return reality.marks


def is_told_before(verb: Token) -> bool:
    """Whether the verb's clause is told by a verb of telling in the past tense ("said it would send")."""
    while verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in grammar.VERBAL:
        verb = verb.head
    if verb.dep_ not in {"ccomp", "parataxis", "acl"} or verb.head.tag_ not in TOLD_BEFORE:
        return False
    return operator_at(verb.head, (Effect.TELL, Effect.PLAN, Effect.ANNOUNCE)) is not None
