"""Which printed words can stand for which expected ones: two thesauri, inflected."""

import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.thesaurus.inflection import forms_of
from training.thesaurus.wordnet import Ties, plain, read_irregular, read_parts, read_ties

BOTH, ONE = 2, 1
# What counts as a close neighbour on the way to a distant one, and how many distant ones a word may have.
SHARED, DISTANT = 2, 12
# WordNet's own ties, at least of near words.
DERIVED = 2
# A word whose roots have more relatives than this is about everything.
DERIVED_AT_MOST = 30
Pairs = dict[str, dict[str, int]]


def read_moby(path: Path) -> dict[str, set[str]]:
    """Head word -> the words of its entry."""
    entries: dict[str, set[str]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        head, *words = (plain(word.strip()) for word in line.split(","))
        entries.setdefault(head, set()).update(words)
    return entries


def lemma_pairs(wordnet: Path, moby: Path) -> Ties:
    """(printed, expected, part of speech) -> how close, 1 to 5, added up.

    WordNet gives 3 for synonyms, similar and derived words, 2 for more and less general ones; Moby 2 for words that
    are in each other's entries, 1 for one entry only.
    """
    ties = dict(read_ties(wordnet))
    parts = read_parts(wordnet)
    entries = read_moby(moby)
    for head, words in entries.items():
        for word in words - {head}:
            both = head in entries.get(word, ())
            if both and word < head:
                continue  # met at the other entry
            for part in (parts.get(head, set()) & parts.get(word, set())) or {"*"}:
                for key in ((head, word, part), (word, head, part)):
                    ties[key] = ties.get(key, 0) + (BOTH if both else ONE)
    return ties


def inflected(ties: Ties, wordnet: Path, printed: frozenset[str], expected: Iterable[str]) -> Pairs:
    """Printed word -> expected word -> closeness, every form of a word against the same form of the other."""
    irregular = read_irregular(wordnet)
    wanted = frozenset(expected)
    known: dict[tuple[str, str], tuple[str, ...]] = {}

    def forms(lemma: str, part: str) -> tuple[str, ...]:
        key = (lemma, part)
        if key not in known:
            known[key] = forms_of(lemma, part, irregular)
        return known[key]

    pairs: Pairs = defaultdict(dict)
    for (one, other, part), strength in ties.items():
        if " " in other:
            continue
        aligned = list(zip(forms(one, part), forms(other, part), strict=False))
        crossed = (
            [] if part != "n" or strength < 2 else [(aligned[0][0], aligned[1][1]), (aligned[1][0], aligned[0][1])]
        )
        for number, (form, meant) in enumerate((*aligned, *crossed)):
            if form != meant and meant in wanted and (form in printed or (" " in form and form_known(form, printed))):
                across = number >= len(aligned)  # "research" for studies
                pairs[form][meant] = max(pairs[form].get(meant, 0), strength - across)
    return pairs


def add_distant(pairs: Pairs, ties: Ties, printed: frozenset[str], names: frozenset[str]) -> None:
    """Give words of names also the neighbours of their neighbours, as distant ones (1): "coverage" for policy.

    Two words count that share at least two close neighbours, of which the rarer-linked count more (Adamic and Adar,
    "Friends and neighbors on the Web", 2003); of each word the best twelve.
    """
    close: dict[str, set[str]] = defaultdict(set)
    for (one, other, _), strength in ties.items():
        if strength >= SHARED:
            close[one].add(other)
    for name in sorted(names & close.keys()):
        weights: dict[str, float] = defaultdict(float)
        shared: dict[str, int] = defaultdict(int)
        for middle in close[name]:
            weight = 1 / math.log(2 + len(close[middle]))
            for far in close[middle]:
                weights[far] += weight
                shared[far] += 1
        best = sorted((far for far in weights if shared[far] > 1 and far in printed), key=lambda far: -weights[far])
        for far in best[:DISTANT]:
            if far != name:
                pairs[far].setdefault(name, 1)


def add_derived(pairs: Pairs, ties: Ties, printed: frozenset[str], names: frozenset[str]) -> None:
    """Give words of names also what derives from neighbours of what they derive from: finance, money: "monetary"."""
    close: dict[str, set[str]] = defaultdict(set)
    derived: dict[str, set[str]] = defaultdict(set)
    for (one, other, part), strength in ties.items():
        if part == "*" and strength >= DERIVED:
            derived[one].add(other)
        elif strength >= DERIVED:
            close[one].add(other)
    for name in sorted(names & derived.keys()):
        roots = {near for root in derived[name] for near in close[root]}
        fars = {word for root in roots for word in derived[root]} & printed - {name}
        for far in fars if len(fars) <= DERIVED_AT_MOST else ():
            pairs[far].setdefault(name, 1)


def form_known(phrase: str, printed: frozenset[str]) -> bool:
    """Whether all words of a short phrase are known: "put up", "day by day"."""
    words = phrase.split()
    return len(words) <= 3 and all(word in printed for word in words)
