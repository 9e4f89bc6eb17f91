"""What a noun phrase holds beside its noun: modifiers, complements, the country it names. Pure functions on tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from foreigndesk.lexicon.nouns import Manner, NounKind, load_nouns
from foreigndesk.model import Span

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
PLURAL = frozenset({"NNS", "NNPS"})
DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
# Where a complement tells who somebody is: "director of the agency", "a fellow at the institute".
TELLING_PREPOSITIONS = frozenset({"of", "for", "at", "from", "in", "with", "on", "to", "by", "about"})
BELONGING = ("of", "from", "for", "at", "with", "in")
# Who studies a country, and who deals with one on behalf of another, need not belong to it.
STUDENTS = frozenset("expert scholar historian professor analyst specialist student researcher lecturer author".split())
ABOUT = STUDENTS | frozenset(
    "director adviser advisor envoy negotiator correspondent fellow coordinator watcher".split()
)
# Who sits where he is posted, and whoever may be there.
ABROAD = frozenset(
    "ambassador envoy diplomat embassy consul consulate attache delegate delegation correspondent".split()
)
UNCOUNTED = frozenset("many some few several most other all everyone".split())
LONGEST_COMPLEMENT = 8  # words; longer ones tell a story rather than who it is
GATHERINGS = frozenset(
    "group number chorus handful majority minority pair couple trio host string series wave lot range variety crowd "
    "dozen score generation army team cohort percent".split()
)
LEFT_OUT = frozenset({"det", "predet", "punct", "cc", "advcl", "relcl"})


def modifiers(head: Token) -> Iterator[Token]:
    """The words that modify a noun from the left, and theirs."""
    for child in head.children:
        if child.dep_ in MODIFIERS:
            yield child
            yield from modifiers(child)


def complement(preposition: Token) -> list[Token]:
    """The words of a short complement, without clauses in it; none if it is long."""
    found = [
        token
        for token in preposition.subtree
        if token.dep_ not in {"relcl", "acl", "punct"} and not token.is_space and token.i != preposition.i
    ]
    return found if len(found) <= LONGEST_COMPLEMENT else []


def object_of(preposition: Token) -> Token | None:
    """The noun behind a preposition."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def country_said(head: Token, countries: Mapping[int, str]) -> str | None:
    """The country a phrase gives its head: "Chinese" diplomats, an envoy "of Japan"; not "an expert on China".

    `countries` are the countries of the report's names, by token.
    """
    noun = head.lemma_.lower()
    for token in modifiers(head):
        country = countries.get(token.i)
        if country and not (noun in ABOUT and is_topic(token, head)):
            return country
    behind = {child.lower_: child for child in head.children if child.dep_ == "prep" and child.lower_ in BELONGING}
    for word in BELONGING:
        if word in behind and belongs(noun, word, head):
            for token in complement(behind[word]):
                country = countries.get(token.i)
                if country and not is_topic_in(token, behind[word]):
                    return country
    return None


def belongs(noun: str, preposition: str, head: Token) -> bool:
    """Whether what stands behind a noun's preposition can be whose it is, not what it is about or where it sits."""
    if preposition == "of":
        return noun not in STUDENTS
    if preposition == "for":
        return is_mouthpiece(head) or noun not in ABOUT
    return preposition != "in" or noun not in ABROAD | UNCOUNTED


def is_topic(token: Token, head: Token) -> bool:
    """Whether a state's name before a noun is what it is about: "a China expert", "the Ukraine envoy"."""
    spelt_out = not ("." in token.text or token.text.isupper())  # "U.S." and "UK" serve as adjectives
    return token.head == head and token.dep_ in {"compound", "nmod"} and token.pos_ == "PROPN" and spelt_out


def is_topic_in(token: Token, preposition: Token) -> bool:
    """Whether a state's name behind a preposition only says what a thing is about: "of the China program"."""
    owner = token.head
    if owner == preposition or token.dep_ == "poss" or owner.pos_ not in {"NOUN", "PROPN"}:
        return False
    known = load_nouns().get(owner.lemma_.lower())
    return owner.pos_ == "NOUN" and (known is None or known.kind in {NounKind.DOCUMENT, NounKind.MEDIA})


def short_text(head: Token) -> str:
    """A description without article and clauses, as printed: "fashion designer for the group"."""
    doc = head.doc
    first = last = head.i
    for child in head.lefts:
        if child.dep_ not in LEFT_OUT and child.tag_ != "WP$":
            first = min(first, child.left_edge.i)
    while first < head.i and (doc[first].dep_ in {"det", "predet"} or doc[first].is_punct or doc[first].is_space):
        first += 1
    for child in head.rights:
        if child.dep_ != "prep" or child.i != last + 1 or not complement(child):
            break
        for token in child.subtree:
            if token.dep_ in {"relcl", "acl"} or token.is_space:
                break
            last = max(last, token.i)
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return doc[first : last + 1].text


def roles_of(noun: Token) -> set[str]:
    """The lemmas of a noun for somebody, of what modifies it, and of what it is head or member of."""
    found = {noun.lemma_.lower(), *(token.lemma_.lower() for token in modifiers(noun))}
    inside = (object_of(child) for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"of", "on"})
    return found | {token.lemma_.lower() for token in inside if token is not None}


def gathered(head: Token) -> Token | None:
    """Who is meant by a noun that only gathers them: "a group of doctors", "a majority of voters"."""
    if head.lemma_.lower() not in GATHERINGS:
        return None
    nouns = (object_of(child) for child in head.rights if child.dep_ == "prep" and child.lower_ == "of")
    return next((noun for noun in nouns if noun is not None and noun.tag_ in PLURAL), None)


def phrase_span(head: Token) -> Span:
    """Where a whole noun phrase stands, clauses and all."""
    return Span(head.left_edge.idx, head.right_edge.idx + len(head.right_edge))


def is_mouthpiece(token: Token) -> bool:
    """Whether a noun says that somebody speaks for somebody: a spokesman, a press secretary."""
    known = load_nouns().get(token.lemma_.lower())
    before = {child.lower_ for child in token.lefts}
    if known is None or before & PAST:
        return False
    if known.manner is Manner.SPOKESPERSON:
        return True
    return (known.noun in {"secretary", "officer", "office"} and bool(before & {"press", "media"})) or (
        known.noun in {"director", "chief", "head", "manager"} and bool(before & {"communications", "press", "media"})
    )


def spoken_for(mouthpiece: Token) -> tuple[Token, str] | None:
    """The noun of the body that a spokesperson speaks for, and its words: "for X", or before "spokesman"."""
    for child in mouthpiece.children:
        if child.dep_ == "prep" and child.lower_ in {"for", "of", "at", "with"}:
            noun = object_of(child)
            if noun is not None:
                doc = noun.doc
                return noun, doc[noun.left_edge.i : noun.right_edge.i + 1].text.strip(" ,")
    before = [child for child in mouthpiece.lefts if child.dep_ in MODIFIERS and child.lower_ not in PRESS]
    nouns = [child for child in before if child.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not nouns:
        return None
    doc = mouthpiece.doc
    words = doc[before[0].left_edge.i : nouns[-1].i + 1].text
    return nouns[-1], words.removesuffix("’s").removesuffix("'s")


PAST = frozenset({"former", "ex", "onetime", "retired"})
PRESS = frozenset({"press", "media", "communications", "chief", "senior", "top", "deputy", "former", "longtime"})
