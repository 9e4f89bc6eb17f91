"""Broken phrases: fixed phrases of news with a word exchanged ("on the identical day", "overseas minister").

The same noisy channel as for names, with what books and news print side by side as the measure of what a writer prints.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from foreigndesk.lexicon.forms import normal_words
from foreigndesk.lexicon.phrases import load_phrases
from foreigndesk.lexicon.thesaurus import load_company
from foreigndesk.reading.names.words import Words
from foreigndesk.reading.spun.channel import Channel
from foreigndesk.reading.spun.exchanged import association
from foreigndesk.reading.spun.tortured import KEPT, SWAPPED, Swap, phrases_at
from foreigndesk.reading.spun.tree import LINKS

# A phrase that is on the list is so much likelier than its words by themselves (bits).
LISTED = 4.0
# The phrase must be this much likelier than the words as printed; and none of the exchanges dearer than machines' own.
ENOUGH, DEAREST = 6.0, 4.0
# A word that the table of company does not have is as rare as its rarest.
RARE = -21.0
ANY_LINK = LINKS | {"this", "that", "no", "not", "did", "is", "are", "was", "were", "their", "our", "its"}


@dataclass(slots=True)
class Stem:
    """The words that can follow in a phrase, and the phrase that ends here."""

    next: dict[str, Stem]
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """Words first..end that stand for a fixed phrase, its kind, the words exchanged, and the evidence in bits."""

    first: int
    end: int
    phrase: str
    kind: str
    swaps: tuple[Swap, ...]
    bits: float


@functools.cache
def phrase_tree() -> tuple[Stem, Channel]:
    """The fixed phrases as a tree, and what words can stand for in them."""
    root, words = Stem({}), set()
    for phrase in load_phrases():
        at = root
        for word in normal_words(phrase):
            words.add(word)
            at = at.next.setdefault(word, Stem({}))
        at.phrase = phrase
    return root, Channel(words - ANY_LINK)


def find_broken(words: Words) -> list[Broken]:
    """The broken phrases of a text in small letters, in order, none overlapping."""
    root, channel = phrase_tree()
    found: list[Broken] = []
    index = 0
    while index < len(words):
        every = list(walk(channel, words, index, index, root, ()))
        best = max(every, key=lambda one: (one.bits, one.end), default=None)
        if best is not None and best.bits >= ENOUGH:
            found.append(best)
            index = best.end
        else:
            index += 1
    return found


def walk(channel: Channel, words: Words, first: int, index: int, at: Stem, swaps: tuple[Swap, ...]) -> Iterator[Broken]:
    """Every fixed phrase that begins at a word, at least one word of it exchanged and one kept."""
    if at.phrase is not None and swaps and index - first > sum(swap.end - swap.first for swap in swaps):
        yield Broken(first, index, at.phrase, load_phrases()[at.phrase], swaps, evidence(words, first, index, swaps))
    if index >= len(words) or not at.next or (index > first and words.gap(index - 1) != " "):
        return
    ahead = at.next.get(words.normals[index])
    if ahead is not None:
        yield from walk(channel, words, first, index + 1, ahead, swaps)
    if len(swaps) > 1:
        return
    for end, printed in phrases_at(words, index):
        if printed in ANY_LINK or not words.texts[index].islower():
            continue
        puts = channel.puts(printed)
        for word, behind in at.next.items():
            if puts.get(word, DEAREST + 1) <= DEAREST:
                yield from walk(channel, words, first, end, behind, (*swaps, Swap(index, end, word, puts[word])))


def evidence(words: Words, first: int, end: int, swaps: tuple[Swap, ...]) -> float:
    """How much likelier it is that the phrase was broken than that a writer wrote its words as printed, in bits."""
    expected: list[str] = []
    index = first
    replaced = {swap.first: swap for swap in swaps}
    while index < end:
        swap = replaced.get(index)
        expected.append(swap.expected if swap else words.normals[index])
        index = swap.end if swap else index + 1
    printed = list(words.slice(first, end))
    put = sum(SWAPPED - swap.cost for swap in swaps) + KEPT * (len(expected) - len(swaps))
    return LISTED + put + usual(expected) - usual(printed)


def usual(words: list[str]) -> float:
    """How usual a row of words is, in bits: each word, and each beside the next."""
    company = load_company()
    shares = sum(share if (share := company.share(word)) is not None else RARE for word in words)
    return shares + sum(association(one, other) for one, other in itertools.pairwise(words))
