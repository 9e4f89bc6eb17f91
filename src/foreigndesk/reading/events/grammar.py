"""What the parse says about words: forms, lists, modifiers, prepositions. Pure functions on spaCy tokens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
VERBAL = frozenset({"VERB", "AUX"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
PREPOSITIONAL = frozenset({"prep", "agent", "dative", "prt"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn winter christmas easter ramadan".split()
)
DIRECTIONS = frozenset({"back", "away", "out", "over", "home"})  # "handed the bells back to the priests"
CUT_TOO_SHORT = {"stag": "stage"}
# "according to officials": what stands behind the second preposition has no part in the deed.
SET_PHRASES = frozenset("according due prior thanks owing contrary next close ahead because".split())


def lemma_of(token: Token) -> str:
    """The lemma in small letters, put right where the parser's rules cut too much ("staged" -> "stag")."""
    lemma: str = token.lemma_.lower()
    return CUT_TOO_SHORT.get(lemma, lemma) if token.pos_ == "VERB" else lemma


def lemma_forms(token: Token) -> tuple[str, ...]:
    """The ways a table may name a word: its lemma, with what is hyphenated to it, and with the noun before it.

    "cease-fire" is found as fire and cease-fire, "hunger strike" as strike and hunger_strike.
    """
    lemma = lemma_of(token)
    forms = [lemma]
    if token.tag_ in {"NNPS", "NNP"} and lemma.endswith("s"):
        forms.append(lemma[:-1])  # names are not lemmatised, and titles put every word in capitals
    if token.lower_ != lemma:
        forms.append(token.lower_)
    if token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        forms.append(f"{token.nbor(-2).lower_}-{lemma}")
    elif token.i >= 1 and token.nbor(-1).dep_ in {"compound", "amod"} and token.nbor(-1).head == token:
        forms.append(f"{token.nbor(-1).lemma_.lower()}_{lemma}")
    return tuple(forms)


def conjoined(tokens: list[Token]) -> list[Token]:
    """Some nouns with those joined to them by "and", in order, each once.

    Further names of a list whose members carry titles ("A, the minister, B, the envoy, and C") are hung by the parser
    on the first title; they are found too.
    """
    found = {token.i: token for token in tokens}
    waiting = list(found.values())
    while waiting:
        token = waiting.pop()
        for child in token.children:
            joined = child.dep_ == "conj" and child.pos_ in NOMINAL
            if joined or (child.dep_ == "appos" and token.ent_type_ == "PERSON"):
                listed = [child] if joined else names_joined(child)
                waiting += [word for word in listed if word.i not in found]
                found.update((word.i, word) for word in listed)
    return [found[i] for i in sorted(found)]


def names_joined(title: Token) -> list[Token]:
    """The names of persons joined to a title, itself among them if it is one."""
    found, waiting = [], [title]
    while waiting:
        token = waiting.pop()
        if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
            found.append(token)
        waiting += [child for child in token.children if child.dep_ == "conj" and child.pos_ in NOMINAL]
    return found


def possessors(noun: Token) -> list[Token]:
    """Whose the noun is ("China's threat" -> China), or of which state or body ("the Chinese threat" -> Chinese)."""
    return [child for child in noun.children if child.dep_ == "poss"] or [
        child for child in noun.children if child.dep_ in MODIFIERS and child.pos_ in {"PROPN", "ADJ"}
    ]


def behind(token: Token, preposition: str) -> list[Token]:
    """What stands behind a preposition of the token, times left out; "out of" is also found under "of"."""
    found: list[Token] = []
    for child in token.children:
        adverb = child.dep_ == "advmod" and (child.pos_ == "ADP" or child.lower_ in DIRECTIONS)
        if child.dep_ not in PREPOSITIONAL and not adverb:
            continue
        inner = [] if child.lower_ in SET_PHRASES else [word for word in child.children if word.dep_ == "prep"]
        for word in (child, *inner):
            if word.lower_ == preposition:
                found += [noun for noun in word.children if noun.dep_ == "pobj" and not is_time(noun)]
    return found


def behind_any(token: Token) -> list[Token]:
    """What stands behind any preposition of the token, times left out."""
    words = [child for child in token.children if child.dep_ in PREPOSITIONAL and child.lower_ not in SET_PHRASES]
    return [noun for word in words for noun in word.children if noun.dep_ == "pobj" and not is_time(noun)]


def is_time(noun: Token) -> bool:
    """Whether a noun tells a time; a name that is no day or month tells none, whatever the parser takes it for."""
    if noun.ent_type_ not in {"DATE", "TIME"}:
        return False
    return noun.pos_ != "PROPN" or noun.lower_ in CALENDAR


def modifiers(noun: Token) -> Iterator[Token]:
    """The words that modify a noun from the left, and what modifies those."""
    waiting = [noun]
    while waiting:
        token = waiting.pop()
        for child in token.children:
            if child.dep_ in MODIFIERS and child.i < token.i and not is_prefix(child):
                yield child
                waiting.append(child)


def is_prefix(word: Token) -> bool:
    """Whether a word is hyphenated to a participle: "U.S." in "U.S.-backed", but not in "U.S.-China"."""
    behind_it = word.doc[word.i + 1 : word.i + 3]
    return (
        len(behind_it) == 2
        and behind_it[0].text == "-"
        and behind_it[1].pos_ in {"VERB", "ADJ"}
        and behind_it[1].ent_type_ not in {"GPE", "NORP"}
    )
