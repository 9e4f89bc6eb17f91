"""From a deed up to the root of its sentence: what the words on the way say about its reality.

Denied, ahead, supposed, ended, told by somebody, or wanted in another deed ("agreed to withdraw", "called for talks").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from foreigndesk.lexicon.codebook import Effect
from foreigndesk.reading.events import clauses, grammar
from foreigndesk.reading.events.deeds import CLAUSE_EFFECTS, COUNTERS, NOUN_EFFECTS, NOUN_TAGS, Deed, operator_at
from foreigndesk.reading.events.marks import CONDITIONS, Mark, Reality, marks_of_auxiliaries

# Types whose verb takes another deed as what is wanted, promised, refused or threatened.
WANTS = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
# Types whose verb takes a clause as what is said or wanted; a clause beside any other is a deed of its own.
TAKES = WANTS | {"ACCUSE", "SUPPORT"}
# "thanked Tehran for freeing", "condemned Minsk for jailing": what one is praised or blamed for is taken for granted.
FOR_GRANTED = frozenset({"SUPPORT", "ACCUSE"})
# Nouns of deeds in words that are told by being answered: "turned down a Serbian request".
ANSWERED = frozenset({"REQUEST", "AGREE"})
CONTENT_PREPOSITIONS = frozenset({"for", "to", "on", "of", "with", "against", "from", "over", "about"})
# Prepositions that only set one deed beside another.
BESIDE = frozenset({"after", "since", "before", "when", "while", "during", "despite", "over", "amid"})
INSTEAD = frozenset({"without", "instead", "than"})
# Verbs with which a noun takes place ("talks will begin"); of any other verb a noun that is the subject is background.
OCCUR = frozenset("begin start resume continue occur happen take be hold follow proceed".split())
FALTER = frozenset("collapse fail stall falter".split())
AIMS = frozenset("aim goal purpose idea task job mission point way thing hope intention priority option".split())
# Verbs that carry a message: their purpose clause is done in the same breath ("to convey a threat, they spoke to ...").
TRANSMIT = frozenset("convey relay pass deliver send carry communicate".split())
# News takes a handful of steps; what takes more than this is a loop between two words of a broken parse.
LONGEST_CLIMB = 25
OPENING_CONDITIONS = frozenset({"if", "unless", "should", "were"})
CLOSING_MARKS = "\"'”’ "


def find_reality(deed: Deed, deeds: Mapping[int, Deed]) -> Reality:
    """What its sentence says about a deed's reality; `deeds` are all deeds of the text by their word."""
    return Climb(deed, deeds).reality_at_top()


def stands_under_if(token: Token) -> bool:
    """Whether a word stands in the clause of a condition that opens its sentence, however the parser hangs it."""
    words = [word for word in token.sent if not word.is_space and not word.is_punct]
    if not words or words[0].lower_ not in OPENING_CONDITIONS or token.i < words[0].i:
        return False
    return all(word.text != "," for word in token.doc[words[0].i : token.i])


@dataclass(slots=True)
class Climb:
    """One climb: the deed it starts from, the other deeds it may meet, what it has gathered."""

    deed: Deed
    deeds: Mapping[int, Deed]
    reality: Reality = field(default_factory=Reality)

    def reality_at_top(self) -> Reality:
        """Climb to the root, or to the deed that takes this one as its content."""
        here: Token | None = self.deed.verb
        if self.deed.token.pos_ in NOUN_TAGS:
            self.reality.note_noun(self.deed.token)
            self.reality.note(self.deed.effect, self.deed.verb)
            above = self.deed_at(self.deed.verb)
            if self.deed.carrier is None:
                here = self.from_noun(self.deed.token)
            elif above is not None and above.trigger.type in WANTS and not self.is_answered(self.deed.token):
                here = self.put_under(above)
        for _ in range(LONGEST_CLIMB):
            if here is None or self.reality.under is not None:
                break
            if here.pos_ in NOUN_TAGS:
                here = self.from_noun(here)
            else:
                self.reality.note_clause(here)
                here = self.from_clause(here)
        if self.deed.token.sent.text.rstrip(CLOSING_MARKS).endswith("?"):
            self.reality.marks.add(Mark.ASKED)
        if stands_under_if(self.deed.token):
            self.reality.marks.add(Mark.SUPPOSED)
        return self.reality

    def deed_at(self, token: Token) -> Deed | None:
        """Another deed at a word above."""
        above = self.deeds.get(token.i)
        return above if above is not None and above.token.i != self.deed.token.i else None

    def put_under(self, above: Deed) -> Token | None:
        """Note that this deed is the content of another; None, as the climb ends there."""
        self.reality.under = above
        return None

    # -- from nouns ----------------------------------------------------------------------------------------------------

    def from_noun(self, noun: Token) -> Token | None:
        """One step up from a noun: what it hangs on decides whether it is wanted, ended, supposed or simply told."""
        head = noun.head
        if noun.dep_ in {"conj", "appos"}:
            return head if head.pos_ in NOUN_TAGS else None
        if noun.dep_ in {"dobj", "attr", "nsubjpass", "dative"}:
            return self.from_object(noun, head)
        if noun.dep_ == "pobj" and head.pos_ in {"ADP", "SCONJ"}:
            return self.from_preposition(head)
        if noun.dep_ == "nsubj" and head.pos_ in grammar.VERBAL:
            if head.lemma_.lower() in FALTER:
                self.reality.marks.add(Mark.NEGATED)
            if head.lemma_.lower() in OCCUR:
                return head
            if any(child.lower_ in {"a", "an"} for child in noun.children):  # "a blockade would bring Japan in"
                self.reality.marks |= marks_of_auxiliaries(head)
        return None

    def from_object(self, noun: Token, head: Token) -> Token | None:
        """One step up from an object."""
        above = self.deed_at(head)
        if above is not None and above.trigger.type in WANTS:
            return None if self.is_answered(noun) else self.put_under(above)
        operator = operator_at(head, NOUN_EFFECTS)
        if operator is not None:
            self.reality.note(operator.effect, head)
            return head
        if noun.dep_ == "attr":  # "this is an attack on democracy" judges, it does not tell
            self.reality.marks.add(Mark.WEIGHED)
        return None

    def is_answered(self, noun: Token) -> bool:
        """Whether the noun is a request or offer that tells who made it: it was made, whatever the answer."""
        told = grammar.possessors(noun) or [word for by in ("by", "from") for word in grammar.behind(noun, by)]
        return noun == self.deed.token and self.deed.trigger.type in ANSWERED and bool(told)

    def from_preposition(self, preposition: Token) -> Token | None:
        """One step up from what stands behind a preposition."""
        head, word = preposition.head, preposition.lower_
        above = self.deed_at(head)
        if above is not None and above.trigger.type in WANTS and word in CONTENT_PREPOSITIONS:
            return self.put_under(above)
        if word == "without":
            self.reality.marks.add(Mark.NEGATED)
            return None
        if head.pos_ in NOUN_TAGS:
            if head.lemma_.lower() in COUNTERS:
                return head
            operator = operator_at(head, (*CLAUSE_EFFECTS, Effect.ALLEGE, Effect.RECALL))
            self.reality.note(operator.effect if operator else None, head)
            return head if operator is not None and operator.effect is Effect.END else None
        operator = operator_at(head, NOUN_EFFECTS, word) if head.pos_ in grammar.VERBAL else None
        if operator is None or word in BESIDE:
            return None
        self.reality.note(operator.effect, head)
        return head

    # -- from clauses --------------------------------------------------------------------------------------------------

    def from_clause(self, verb: Token) -> Token | None:
        """One step up from a verb."""
        head, dep = verb.head, verb.dep_
        if head == verb:
            return None
        if dep == "conj":
            return self.from_conjunct(verb)
        if dep in {"xcomp", "ccomp", "parataxis", "acomp", "attr", "oprd"} or (
            dep == "dep" and head.pos_ in grammar.VERBAL
        ):
            return self.from_complement(verb, head)
        if dep == "pcomp":
            return self.from_participle(head)
        if dep == "advcl":
            return self.from_adverbial(verb, head)
        return self.from_modifier(verb, head) if dep in {"acl", "relcl"} else None

    def from_conjunct(self, verb: Token) -> Token | None:
        """One step up from a second verb: it shares the first one's mood only if it has no tense of its own."""
        head = verb.head
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
        finite = any(child.dep_ in {"aux", "auxpass"} for child in verb.children) or verb.tag_ in {"VBD", "VBZ", "VBP"}
        while own and head.dep_ == "conj":
            head = head.head
        return self.from_clause(head) if own or finite else head

    def from_complement(self, verb: Token, head: Token) -> Token | None:
        """One step up from a clause that completes a verb, adjective or noun."""
        above, infinitive = self.deed_at(head), clauses.is_infinitive(verb)
        if above is not None and above.carrier != verb:
            if above.trigger.type in TAKES:
                return self.put_under(above)
            if infinitive:
                self.reality.marks.add(Mark.PURPOSE)
            return None
        if infinitive:
            return self.from_infinitive(head)
        if head.pos_ in NOUN_TAGS:
            return self.from_modifier(verb, head)
        operator = operator_at(head, CLAUSE_EFFECTS)
        if operator is None:
            return head if head.pos_ == "AUX" else None
        if operator.effect is Effect.TELL:
            self.told_by(head)
            return None
        self.reality.note(operator.effect, head)
        return head

    def from_infinitive(self, head: Token) -> Token | None:
        """One step up from an infinitive: what governs it decides whether it was done."""
        lemma = head.lemma_.lower()
        operator = operator_at(head, (Effect.PLAN, *CLAUSE_EFFECTS))
        if lemma == "go" and head.tag_ == "VBG":
            self.reality.marks.add(Mark.FUTURE)
        elif lemma == "have" and any(child.lower_ == "yet" for child in head.children):
            self.reality.marks.add(Mark.NEGATED)  # "has yet to deliver"
        elif lemma == "be":  # "are to meet"; but "the aim is to meet"
            aims = any(child.dep_ == "nsubj" and child.lemma_.lower() in AIMS for child in head.children)
            self.reality.marks.add(Mark.WEIGHED if aims else Mark.FUTURE)
        elif operator is not None:
            self.reality.note(operator.effect, head)
        elif head.pos_ != "AUX":
            self.reality.marks.add(Mark.WEIGHED)
        return head

    def told_by(self, verb: Token) -> None:
        """Note the verb of telling, and where the telling itself is denied or supposed ("did not say that")."""
        self.reality.teller = verb
        for child in verb.children:
            if child.dep_ == "neg" or (child.dep_ in {"mark", "advmod"} and child.lower_ in CONDITIONS):
                self.reality.marks.add(Mark.WEIGHED)

    def from_participle(self, preposition: Token) -> Token | None:
        """One step up from a participle behind a preposition: "accused of sending", "by buying", "without meeting"."""
        head, word = preposition.head, preposition.lower_
        if word in INSTEAD:
            self.reality.marks.add(Mark.NEGATED)
            return None
        if word in BESIDE:
            return None
        above = self.deed_at(head)
        if above is not None and word == "for" and above.trigger.type in FOR_GRANTED and above.trigger.mode != "allege":
            return None
        if above is not None and word != "by":
            return self.put_under(above)
        if head.pos_ in NOUN_TAGS:
            operator = operator_at(head, (*CLAUSE_EFFECTS, Effect.ALLEGE, Effect.RECALL))
            self.reality.note(operator.effect if operator else None, head)
            return None
        if word != "by":
            effects = (Effect.DENY, Effect.PLAN, Effect.SUPPOSE)
            operator = operator_at(head, effects, word) or operator_at(head, effects)
            self.reality.note(operator.effect if operator else None, head)
        return head if head.pos_ in grammar.VERBAL else None

    def from_adverbial(self, verb: Token, head: Token) -> Token | None:
        """One step up from an adverbial clause: a purpose has not happened, a participle shares its verb's mood."""
        if not clauses.is_infinitive(verb):
            own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
            return head if verb.tag_ in {"VBG", "VBN"} and not own else None
        above = self.deed_at(head)
        if above is not None and above.trigger.type == "CONSULT" and self.deed.verb.lemma_.lower() in TRANSMIT:
            self.reality.marks.add(Mark.CARRIED)
            self.reality.serves = above
            return head
        if above is not None and head.pos_ == "ADJ":
            return self.put_under(above)
        denied = any(child.dep_ == "neg" for child in head.children)
        self.reality.marks.add(Mark.NEGATED if denied else Mark.PURPOSE)
        return None

    def from_modifier(self, verb: Token, head: Token) -> Token | None:
        """One step up from a clause that modifies a noun: "a plan to attack", "fears that they attack"."""
        above = self.deed_at(head)
        if clauses.is_infinitive(verb):
            if above is not None:
                return self.put_under(above)
            operator = operator_at(head, (*CLAUSE_EFFECTS, Effect.ALLEGE))
            if operator is not None and operator.effect is Effect.PLAN:
                self.reality.marks.add(Mark.PLANNED)
                return None
            self.reality.note(operator.effect if operator else Effect.SUPPOSE, head)
            return head if head.dep_ == "dobj" and head.pos_ in NOUN_TAGS else None
        clause_of_noun = verb.dep_ != "relcl" or any(child.dep_ == "mark" for child in verb.children)
        if head.pos_ not in NOUN_TAGS or not clause_of_noun:
            return None
        if any(child.dep_ == "nsubj" for child in verb.children):
            operator = operator_at(head, (Effect.SUPPOSE, Effect.ALLEGE, Effect.DENY))
            self.reality.note(operator.effect if operator else None, head)
            return None
        if verb.tag_ == "VBG" and head.dep_ == "pobj" and head.head.lower_ == "of":
            return self.from_preposition(head.head)  # "the prospect of troops fighting there"
        return None
