"""Words that name a deed: every place where a trigger of the codebook fits."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from foreigndesk.lexicon.codebook import Condition, Effect, Kind, Operator, Trigger, load_operators, load_triggers
from foreigndesk.reading.events import clauses, grammar, paths

Kinds = Callable[[Token], frozenset[str]]

NOUN_TAGS = frozenset({"NOUN", "PROPN"})
# Where a noun is not told as something done: it only modifies another ("the attack helicopter", "sanctions experts").
MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod"})
TAKES_EFFECT = Operator(("take", "effect"), None, Effect.CARRY)
# "a round of talks", "a series of attacks": the deed is what is counted.
COUNTERS = frozenset(
    "round series wave number set spate string dozen lot act kind type barrage flurry pair couple spree raft package "
    "period course host cycle slew trio week day hour".split()
)
NOUN_EFFECTS = (Effect.CARRY, Effect.ANNOUNCE, Effect.END, Effect.DENY, Effect.PLAN, Effect.SUPPOSE, Effect.ATTEMPT)
CLAUSE_EFFECTS = (Effect.TELL, Effect.PASS, Effect.PLAN, Effect.END, Effect.DENY, Effect.SUPPOSE, Effect.ATTEMPT)
NOT_BORROWED = frozenset({"poss", "mod", "obj", "of", "by", "clause"})
# "plan for talks", "hope for a ceasefire": a plain operator reaches its noun through these.
AIMS = frozenset({"for", "to", "on"})
AIMED = frozenset({Effect.PLAN, Effect.SUPPOSE, Effect.ANNOUNCE})
# Verbs that tell how things stand rather than what is done: "have ties", "maintain support".
STATES = frozenset({"have", "maintain", "enjoy", "do", "use", "put", "take", "keep", "need"})
SELVES = frozenset({"itself", "himself", "herself", "themselves"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A trigger found: the word that carries it, and for a noun the verb it hangs on, with that verb's effect."""

    trigger: Trigger
    token: Token
    words: tuple[Token, ...]
    carrier: Token | None = None
    effect: Effect | None = None

    @property
    def verb(self) -> Token:
        """The word whose tense and mood the deed has."""
        return self.carrier if self.carrier is not None else self.token

    def walk(self, path: tuple[str, ...]) -> list[Token]:
        """Where a path leads from the deed; a noun borrows its verb's subject and prepositions."""
        return walk_from(self.token, self.carrier, path)


def find_deeds(doc: Doc, kinds: Kinds) -> dict[int, Deed]:
    """The deeds of a text by the index of the word that carries them; the heaviest trigger that fits is taken."""
    found: dict[int, Deed] = {}
    for token in doc:
        nominal = token.pos_ in NOUN_TAGS and token.dep_ not in MODIFYING
        if not nominal and token.pos_ not in {"VERB", "ADJ", "AUX"}:
            continue
        if token.dep_ in {"aux", "auxpass"} or (token.pos_ == "VERB" and token.dep_ == "amod"):
            continue
        deed = deed_at(token, nominal, kinds)
        if deed is not None:
            found[token.i] = deed
    return {i: deed for i, deed in found.items() if not is_named_by_verb(deed, found)}


def is_named_by_verb(deed: Deed, found: Mapping[int, Deed]) -> bool:
    """Whether a noun's verb is a deed of its own whose trigger asks for that noun: "imposed sanctions" is one deed."""
    above = found.get(deed.carrier.i) if deed.carrier is not None else None
    return above is not None and any(
        condition.path == ("obj",) and not condition.words.isdisjoint(grammar.lemma_forms(deed.token))
        for condition in above.trigger.conditions
    )


def deed_at(token: Token, nominal: bool, kinds: Kinds) -> Deed | None:
    """The deed a word names, if any."""
    table = load_triggers()
    rows: tuple[Trigger, ...] = ()
    for form in grammar.lemma_forms(token):
        rows += table.get((form, nominal), ())
    if not rows:
        return None
    carrier, operator = carrier_of(token) if nominal else (None, None)
    places = functools.cache(functools.partial(walk_from, token, carrier))  # triggers of one word look at the same ones
    for trigger in rows:
        if not nominal and (trigger.kind is Kind.ADJECTIVE) != (token.pos_ == "ADJ"):
            continue
        words = words_at(token, trigger)
        if trigger.kind is Kind.THING and carrier is not None and carrier.lemma_.lower() in STATES:
            continue
        if words and all(holds(condition, places(condition.path), kinds) for condition in trigger.conditions):
            effect = operator.effect if operator else None
            told = (*words, carrier) if carrier is not None else (*words, *objects_asked(trigger, token))
            return Deed(trigger, token, told, carrier, effect)
    return None


def objects_asked(trigger: Trigger, token: Token) -> list[Token]:
    """The object that a verb's trigger asks for by its words: "impose" is no deed without "sanctions"."""
    asked = [condition.words for condition in trigger.conditions if condition.path == ("obj",) and condition.words]
    return [
        word
        for words in asked
        for head in paths.walk(token, ("obj",))
        for word in paths.counted(head)
        if not words.isdisjoint(grammar.lemma_forms(word))
    ][:1]


def words_at(token: Token, trigger: Trigger) -> tuple[Token, ...]:
    """The words of a trigger around the word that carries it; () if they are not all there."""
    rest = list(trigger.words)
    if trigger.kind in {Kind.NOUN, Kind.THING} and "of" not in rest:
        found, i = [token], token.i - 1
        for word in reversed(rest[:-1]):
            while i >= 0 and token.doc[i].text == "-":
                i -= 1
            if i < 0 or word not in {token.doc[i].lower_, token.doc[i].lemma_.lower()}:
                return ()
            found.insert(0, token.doc[i])
            i -= 1
        return tuple(found)
    if any(child.dep_ == "prt" and child.lower_ not in rest for child in token.children):
        return ()  # "call off" is not "call"
    found = [token]
    for word in rest[1:]:
        near = next((child for child in below(token) if word in {child.lower_, child.lemma_.lower()}), None)
        if near is None:
            return ()
        found.append(near)
    return tuple(found)


def below(token: Token) -> Iterator[Token]:
    """The words that hang on a word to its right, and on its particles and prepositions."""
    for child in token.rights:
        yield child
        if child.dep_ in {"prt", "prep", "advmod"}:
            yield from child.rights


def holds(condition: Condition, heads: Sequence[Token], kinds: Kinds) -> bool:
    """Whether what must stand in a place does; `heads` are the words that its path leads to."""
    if condition.words:
        heads = [word for head in heads for word in paths.counted(head)]
        heads = [head for head in heads if not condition.words.isdisjoint(grammar.lemma_forms(head))]
    if condition.kind == "joined":
        met = len(heads) > 1
    elif condition.kind == "several":
        met = len(heads) > 1 or any(head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "two"} for head in heads)
    elif condition.kind == "infinitive":
        met = any(clauses.is_infinitive(head) for head in heads)
    elif condition.kind == "self":
        met = any(head.lower_ in SELVES for head in heads)
    elif condition.kind is not None:
        met = any(condition.kind in kinds(head) for head in heads)
    else:
        met = bool(heads)
    return met != condition.negated


def walk_from(token: Token, carrier: Token | None, path: tuple[str, ...]) -> list[Token]:
    """Where a path leads from a word.

    A noun borrows its verb's subject and prepositions, a verb its object's prepositions: the parser hangs "imposed
    sanctions on Iran" now on the one, now on the other.
    """
    found = paths.walk(token, path)
    if found or path[0] in NOT_BORROWED:
        return found
    if token.pos_ in NOUN_TAGS:
        verbs = [carrier] if carrier is not None else []
        verbs += [child for child in token.children if child.dep_ == "acl" and child.tag_ == "VBN"]
        return next((words for verb in verbs if (words := paths.walk(verb, path))), [])
    return paths.walk(token, ("obj", *path)) if path[0] not in {"subj", "dative", "acomp", "oprd"} else []


def carrier_of(noun: Token) -> tuple[Token | None, Operator | None]:
    """The verb a noun hangs on, if that verb is an operator over nouns: "launched an attack", "took part in talks"."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOUN_TAGS:
        noun = noun.head
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and head.pos_ in grammar.VERBAL:
        return with_operator(head, operator_at(head, NOUN_EFFECTS))
    if noun.dep_ == "pobj" and head.pos_ == "ADP":
        if head.lower_ == "of" and head.head.lemma_.lower() in COUNTERS:
            return carrier_of(head.head)
        if head.head.pos_ in grammar.VERBAL:
            return with_operator(head.head, operator_at(head.head, NOUN_EFFECTS, head.lower_))
    if noun.dep_ == "nsubj" and comes_into_force(head):
        return head, TAKES_EFFECT
    participle = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if participle is not None:
        return with_operator(participle, operator_at(participle, (Effect.CARRY,)))
    return None, None


def comes_into_force(verb: Token) -> bool:
    """Whether a verb says that something starts to apply: "took effect", "came into force"."""
    near = {word.lemma_.lower() for word in below(verb)}
    lemma = verb.lemma_.lower()
    return (lemma == "take" and "effect" in near) or (
        lemma in {"come", "enter", "go"} and bool(near & {"force", "effect"})
    )


def with_operator(verb: Token, operator: Operator | None) -> tuple[Token | None, Operator | None]:
    """The verb with its operator, or neither."""
    return (verb, operator) if operator is not None else (None, None)


def operator_at(token: Token, effects: Iterable[Effect], preposition: str | None = None) -> Operator | None:
    """The operator a word is, of some effects, the earlier named first; None if it is none of them."""
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adjective"}.get(
        token.pos_, ""
    )
    rows = load_operators().get((grammar.lemma_of(token), part), ())
    fitting = [
        row
        for row in rows
        if (row.preposition is None or row.preposition == preposition)
        and (preposition is None or row.preposition == preposition or (preposition in AIMS and row.effect in AIMED))
        and (len(row.words) > 1 or not any(child.dep_ == "prt" for child in token.children))
        and all(any(word in {child.lower_, child.lemma_.lower()} for child in below(token)) for word in row.words[1:])
    ]
    for effect in effects:
        for row in fitting:
            if row.effect is effect:
                return row
    return None
