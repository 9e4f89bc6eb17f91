"""Words for who can send, carry and hear a message, for messages, and for whose one is. Pure functions on tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from foreigndesk.lexicon.carriers import Carrying, load_carrying
from foreigndesk.lexicon.nouns import Manner, NounKind, load_nouns
from foreigndesk.reading.statements.grammar import SUBJECTS, speaker_of
from foreigndesk.reading.statements.sourcing import TRADE

ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
NO_ENTITIES = frozenset(
    {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "EVENT", "LAW", "PRODUCT"}
)
OF_STATES = frozenset({"NORP", "GPE"})
OWNERS = frozenset({"NORP", "GPE", "ORG"})  # "a Saudi offer", "the U.N. plan"
ADNOUNS = frozenset({"amod", "compound", "nmod"})
RELATIVE = frozenset({"WDT", "WP"})
FOR_ANOTHER = frozenset({"behalf", "request", "urging", "behest"})
ACTING = frozenset({"act", "speak", "work", "negotiate", "write", "talk"})
RECEIVING = frozenset(
    "receive get reject accept answer dismiss consider study weigh welcome spurn ignore decline refuse".split()
)


def is_party(token: Token) -> bool:
    """Whether a word names or describes people, a state or a body that can carry or hear something."""
    if token.ent_type_ in NO_ENTITIES or token.pos_ == "VERB" or token.tag_ in RELATIVE:
        return False
    known = load_nouns().get(token.lemma_.lower())
    if known is not None:
        return known.kind in {NounKind.PERSON, NounKind.PEOPLE, NounKind.BODY}
    if token.ent_type_ in ENTITIES or token.pos_ in {"PROPN", "PRON"} or is_go_between(token):
        return True
    if token.lemma_.lower() in load_carrying()[Carrying.PERSON]:
        return True
    return token.pos_ == "NOUN" and not is_message(token) and TRADE.search(token.lower_) is not None


def is_go_between(noun: Token) -> bool:
    """Whether a noun names a go-between; the parser cuts "go-between" in three."""
    if noun.lower_ in {"between", "betweens"} and noun.i > 1:
        return noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ == "go"
    return noun.pos_ in {"NOUN", "PROPN", "ADJ"} and noun.lemma_.lower() in load_carrying()[Carrying.GO_BETWEEN]


def is_message(noun: Token) -> bool:
    """Whether a noun names something said."""
    return noun.lemma_.lower() in load_carrying()[Carrying.MESSAGE]


def is_worded(noun: Token) -> bool:
    """Whether a noun names something said, or talks and the channels they go through."""
    return is_message(noun) or noun.lemma_.lower() in load_carrying()[Carrying.TALKS]


def is_mouthpiece(token: Token) -> bool:
    """Whether a carrier speaks for its own side: a spokesman, "its ambassador"; also an outlet, which only reports."""
    known = load_nouns().get(token.lemma_.lower())
    if token.lemma_.lower() in load_carrying()[Carrying.MOUTHPIECE] or (
        known is not None and (known.manner is Manner.SPOKESPERSON or known.kind is NounKind.MEDIA)
    ):
        return True
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.children)
    return owned and not any(child.ent_type_ in OF_STATES for child in token.lefts)


def together(token: Token | None) -> tuple[Token, ...]:
    """A party and those joined to it by "and"."""
    return tuple(t for t in (token, *token.conjuncts) if is_party(t)) if token is not None else ()


def antecedent(token: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token is None or token.tag_ not in RELATIVE:
        return token
    clause = token.head
    while clause.dep_ not in {"relcl", "acl", "ROOT"}:
        clause = clause.head
    return clause.head if clause.dep_ != "ROOT" else token


def doer_meant(token: Token | None) -> Token | None:
    """Who is meant by a pronoun in its own sentence: "who", "Doha said it would", "asked whether it would, Doha".

    Of "asked Doha whether it would" it is Doha. Any other word is meant itself.
    """
    token = antecedent(token)
    if token is None or token.pos_ != "PRON" or token.lower_ not in {"it", "he", "she", "they"}:
        return token
    clause = token.head
    while clause.dep_ in {"xcomp", "conj", "acomp"} or (
        clause.dep_ in {"ccomp", "advcl"} and not names_doer(clause.head)
    ):
        if clause.head == clause:
            return token
        clause = clause.head
    if clause.dep_ not in {"ccomp", "advcl"}:
        return token
    above = clause.head
    asked = next((c for c in above.children if c.dep_ in {"dobj", "nsubjpass"} and is_party(c)), None)
    return (asked if above.lemma_.lower() == "ask" else None) or names_doer(above) or token


def names_doer(verb: Token) -> Token | None:
    """A verb's own subject, if it is a party and no pronoun."""
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON" and is_party(c)), None)


def meant_message(token: Token) -> Token:
    """The message that "it" or "them" can stand for: the nearest before it in the sentence; else the word itself."""
    if token.pos_ != "PRON":
        return token
    before = token.doc[token.sent.start : token.i]
    return next((noun for noun in reversed(list(before)) if noun.pos_ == "NOUN" and is_message(noun)), token)


def behind(node: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """The nouns behind some prepositions of a word."""
    for child in node.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def sides_of(nodes: Iterable[Token]) -> tuple[Token, ...]:
    """The two between whom something goes: "between Riga and Oslo", "between Latvian and Norwegian envoys"."""
    for node in nodes:
        for noun in behind(node, ("between",)):
            sides = together(noun)
            if len(sides) < 2:
                states = next((child for child in noun.children if child.ent_type_ in OF_STATES), None)
                sides = together(states)
            if len(sides) > 1:
                return sides
    return ()


def between(nodes: Sequence[Token]) -> tuple[Token, ...]:
    """The two between whom something goes; also where the parser hangs "between" on a word further down."""
    return sides_of(nodes) or sides_of(t for t in nodes[0].subtree if t.i > nodes[0].i)


def hearers(nodes: Sequence[Token], taken: Iterable[Token]) -> tuple[Token, ...]:
    """Whom it is for: datives first, then "to", then "with" and "for", then "to" deeper down in the clause."""
    barred = {token.i for token in taken}

    def free(tokens: Iterable[Token]) -> tuple[Token, ...]:
        return tuple(dict.fromkeys(t for token in tokens for t in together(token) if t.i not in barred))

    below = (t for node in nodes for t in node.subtree if t.i > node.i)
    deeper = (t for t in below if t.lower_ == "to" and t.dep_ in {"prep", "dative"})
    return (
        free(c for node in nodes for c in node.children if c.dep_ == "dative" and c.pos_ != "ADP")
        or free(noun for node in nodes for noun in behind(node, ("to", "toward", "towards")))
        or free(noun for node in nodes for noun in behind(node, ("with", "for")))
        or free(noun for to in deeper for noun in to.children if noun.dep_ == "pobj")
    )


def told(verb: Token, taken: Iterable[Token]) -> tuple[Token, ...]:
    """Whom a clause of saying names as its hearers."""
    barred = {token.i for token in taken}
    objects = tuple(c for c in verb.children if c.dep_ == "dobj" and is_party(c) and c.i not in barred)
    return objects or hearers([verb], taken)


def verb_above(verb: Token) -> Token | None:
    """The verb of the clause that a clause hangs on as a mere addition: "using Doha as a channel, told"."""
    above = verb
    while above.dep_ in {"advcl", "pcomp", "prep", "acl", "pobj"} and above.head != above:
        above = above.head
        if above.pos_ == "VERB":
            return above
    return None


def receivers(theme: Token | None, taken: Iterable[Token]) -> tuple[Token, ...]:
    """Who gets it, where the text tells what they make of it: "Kabul rejected a request, conveyed by Qatar"."""
    if theme is None or theme.dep_ not in {"dobj", "pobj"}:
        return ()
    verb = theme.head if theme.dep_ == "dobj" else theme.head.head
    doer = speaker_of(verb) if verb.lemma_.lower() in RECEIVING else None
    return (doer,) if doer is not None and doer not in tuple(taken) and is_party(doer) else ()


def owner_of(theme: Token | None) -> Token | None:
    """Whose message it is: "Kyiv's offer", "a letter from Juba", "an American proposal"."""
    if theme is None:
        return None
    for noun in behind(theme, ("from",)):
        if is_party(noun):
            return noun
    for child in theme.children:
        if child.dep_ == "poss" and child.pos_ != "PRON" and is_party(child):
            return child
        if child.dep_ in ADNOUNS and child.ent_type_ in OWNERS:
            return child
    return None


def principal_of(node: Token) -> Token | None:
    """For whom it is done: "on behalf of Manila", "at Oslo's request", "a trader acting for the ministry"."""
    for noun in behind(node, ("on", "at")):
        if noun.lower_ in FOR_ANOTHER:
            return next(behind(noun, ("of",)), next((c for c in noun.children if c.dep_ == "poss"), None))
    if node.lemma_.lower() in ACTING:
        return next((noun for noun in behind(node, ("for",)) if is_party(noun)), None)
    for child in node.children:
        if child.dep_ == "acl" and child.lemma_.lower() in ACTING:
            return next(behind(child, ("for",)), None) or principal_of(child)
    return None


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)
