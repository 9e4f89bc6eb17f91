"""Which words stand where around a pair, as features; each is 1.0 where it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from foreigndesk.reading.events.classifier.pair import Pair, head_of, is_word

ATTACHED = frozenset({"aux", "auxpass", "neg", "prt", "prep", "agent", "dative"})
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "acomp", "oprd", "attr", "nsubj", "nsubjpass"})
BEHIND = 6  # words behind the later party that are looked at: about one phrase


def lemma(token: Token) -> str:
    """A word's lemma in small letters; all numbers are one word."""
    return "#" if token.like_num else token.lemma_.lower()


def path_features(pair: Pair) -> Iterator[str]:
    """The words between the two in the grammar, with what hangs on them."""
    for token in pair.way:
        yield f"word:{lemma(token)}"
        yield f"dep:{token.dep_}"
        if token.pos_ in {"VERB", "AUX"}:
            yield f"tag:{token.tag_}"
            for child in token.children:
                yield from of_child(pair, token, child)
        elif token.pos_ == "NOUN":
            yield from of_noun(pair, token)
    for one, other in pairwise(pair.way):
        yield f"step:{lemma(one)}>{lemma(other)}"
    for side, head in zip("AB", pair.heads, strict=True):
        if head is not None:
            yield from of_governor(pair, side, head)


def of_child(pair: Pair, verb: Token, child: Token) -> Iterator[str]:
    """What hangs on a verb of the path."""
    if child.i in pair.marked:
        yield f"{'A' if child.i in pair.ours else 'B'}:{child.dep_}"
        return
    if child.dep_ in ATTACHED:
        yield f"{lemma(verb)}_{child.lower_}"
        yield f"child:{child.dep_}:{child.lower_}"
    if child.dep_ in COMPLEMENTS:
        yield f"{lemma(verb)}_{child.dep_}:{lemma(child)}"
        yield f"object:{lemma(child)}"
    if child.dep_ == "prep":
        for noun in child.children:
            if noun.i not in pair.marked:
                yield f"object:{lemma(noun)}"
                yield f"{lemma(verb)}_{child.lower_}_{lemma(noun)}"


def of_noun(pair: Pair, noun: Token) -> Iterator[str]:
    """What hangs on a noun of the path."""
    for child in noun.children:
        if child.i not in pair.marked and child.dep_ in {"amod", "compound"}:
            yield f"modifier:{lemma(child)}"
        elif child.i not in pair.marked and child.dep_ == "prep":
            yield f"{lemma(noun)}_{child.lower_}"


def of_governor(pair: Pair, side: str, head: Token) -> Iterator[str]:
    """What a party hangs on, and through which preposition."""
    yield f"{side}dep:{head.dep_}"
    over = next((token for token in head.ancestors if token.i not in pair.marked), None)
    if over is not None:
        yield f"{side}over:{lemma(over)}"
        yield f"{side}over:{head.dep_}:{lemma(over)}"
        if over.pos_ == "ADP":
            yield f"{side}verb:{lemma(over.head)}"
            yield f"{side}verb:{lemma(over)}:{lemma(over.head)}"


def grams(tokens: Iterable[Token]) -> Iterator[str]:
    """Lemmas and pairs of neighbours."""
    before: Token | None = None
    for token in tokens:
        yield lemma(token)
        if before is not None:
            yield f"{lemma(before)}_{lemma(token)}"
        before = token


def between_features(pair: Pair) -> Iterator[str]:
    """The words printed between the two, and which comes first."""
    yield f"order:{pair.order}"
    yield from grams(token for token in pair.doc[pair.between.start : pair.between.stop] if is_word(token))


def whole_features(pair: Pair) -> Iterator[str]:
    """All words of the text but the parties'."""
    yield from grams(token for token in pair.doc if token.i not in pair.marked and is_word(token))


def after_features(pair: Pair) -> Iterator[str]:
    """The words just behind the later party."""
    first = max(pair.marked, default=0) + 1
    yield from (lemma(token) for token in pair.doc[first : first + BEHIND] if is_word(token))


def party_features(pair: Pair) -> Iterator[str]:
    """The words that name the parties, with what the head word is."""
    for side, span, words in (("A", pair.actor, pair.ours), ("B", pair.recipient, pair.theirs)):
        head = head_of(pair.doc, span)
        if head is None:
            yield f"{side}:none"
            continue
        yield from (f"{side}:{lemma(pair.doc[i])}" for i in sorted(words) if is_word(pair.doc[i]))
        yield from (f"{side}head:{lemma(head)}", f"{side}ent:{head.ent_type_}", f"{side}tag:{head.tag_}")
