"""How likely a machine prints one word for another: what several sources of like meaning say, in bits against it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

import numpy as np

from foreigndesk.lexicon.meanings import Floats, load_meanings
from foreigndesk.lexicon.pivots import load_pivots
from foreigndesk.lexicon.thesaurus import load_exchanges, load_thesaurus
from foreigndesk.reading.spun.alternatives import STEM, one_stem, spread_cost

# Bits against one certain word among all that could be put for another, by closeness in the thesauri (1 to 5).
THESAURUS = {5: 3.5, 4: 4.5, 3: 5.5, 2: 7.0, 1: 8.5}
# The same by any sense, by entry, by a common general word: closeness 3 to 1 of the wider table.
WIDER = {3: 5.5, 2: 7.5, 1: 9.0}
PIVOT = 3.0  # one word in another language: machines that translate there and back choose among few
FORM = 3.5  # the same word otherwise inflected: "Interior", "Interiors"
STEMMED = 5.5  # "Nationwide" for national, "democracy" for democratic
RUN_TOGETHER = 1.0  # "With out"
# Vectors, by cosine: the nearest are mostly synonyms, the rest merely of one subject ("military", "navy").
VECTORS = ((0.8, 5.5), (0.7, 6.5), (0.6, 7.5), (0.5, 9.0))
# Two sources that agree are better than one.
AGREED = 0.7

ENDINGS = frozenset({"s", "es", "ed", "ing", "ly", "al", "n", "ns", "ian", "d"})


class Channel:
    """What printed words can stand for among the words of known names."""

    def __init__(self, words: Iterable[str], derived: bool = True) -> None:
        """Take the words of names; `derived` if words of one stem stand for each other ("Nationwide", "National")."""
        self._derived = derived
        self.words = frozenset(words)
        self._stems: dict[str, list[str]] = {}
        for word in sorted(self.words):
            self._stems.setdefault(word[:STEM], []).append(word)
        meanings = load_meanings()
        placed = [(word, row) for word in sorted(self.words) if (row := meanings.of(word)) is not None]
        self._order = [word for word, _ in placed]
        self._rows: Floats = np.stack([row for _, row in placed]) if placed else np.zeros((0, 1), np.float32)

    @functools.lru_cache(maxsize=16_384)  # noqa: B019 - one channel a lexicon, a lexicon a run
    def puts(self, printed: str) -> dict[str, float]:
        """Expected word -> bits against its being printed so, for a printed word or short phrase (small letters)."""
        sources = [
            {word: THESAURUS[close] for word, close in load_thesaurus().expected(printed).items()},
            {word: WIDER[close] for word, close in self._wider(printed).items()},
            dict.fromkeys(load_pivots().get(printed, ()), PIVOT),
        ]
        if " " in printed:
            sources.append({printed.replace(" ", ""): RUN_TOGETHER})
        else:
            sources += [self._of_one_stem(printed), self._near(printed)]
        found: dict[str, float] = {}
        for source in sources:
            for word, bits in source.items():
                if word in self.words and word != printed:
                    found[word] = bits if word not in found else min(found[word], bits) - AGREED
        return {word: bits + spread_cost(load_thesaurus(), word) for word, bits in found.items()}

    def _wider(self, printed: str) -> Mapping[str, int]:
        return load_exchanges().expected(printed) if self._derived else {}

    def _of_one_stem(self, printed: str) -> dict[str, float]:
        found = {}
        for word in self._stems.get(printed[:STEM], ()):
            short, long = sorted((printed, word), key=len)
            if long.startswith(short) and long[len(short) :] in ENDINGS:
                found[word] = FORM
            elif self._derived and one_stem(printed, word):
                found[word] = STEMMED
        return found

    def _near(self, printed: str) -> dict[str, float]:
        row = load_meanings().of(printed)
        if row is None or not self._order:
            return {}
        closeness = self._rows @ row
        return {
            self._order[place]: next(bits for least, bits in VECTORS if closeness[place] >= least)
            for place in np.flatnonzero(closeness >= VECTORS[-1][0])
        }
