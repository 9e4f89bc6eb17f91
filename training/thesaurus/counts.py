"""How often words stand beside each other: in a folder of news, and in books."""

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from foreigndesk.reading.names.words import Words

# Books are counted by the hundred thousand millions, news here by the hundred thousand: a pair seen twice in news may
# be chance, so this much is taken off each count.
DISCOUNT = 0.75


class Counts:
    """Single words and pairs of neighbours, counted."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.total = 0

    def association(self, pair: tuple[str, str], seen: float) -> float:
        """How many bits likelier a pair is than its words by themselves (pointwise mutual information)."""
        one, other = (self.words[word] for word in pair)
        return math.log2(seen * self.total / (one * other)) if one and other and seen > 0 else -math.inf


def count_news(texts: Iterable[str]) -> Counts:
    """Words and pairs of a corpus of news; words parted by more than a space are no pair."""
    counts = Counts()
    for text in texts:
        words = Words(text)
        counts.words.update(words.normals)
        counts.total += len(words)
        counts.pairs.update(
            (words.normals[at], words.normals[at + 1]) for at in range(len(words) - 1) if words.gap(at) == " "
        )
    return counts


def read_books(words: Path, pairs: Path) -> Counts:
    """Words and pairs of books, from the frequency dictionaries that symspellpy carries."""
    counts = Counts()
    for line in words.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        counts.words[word] = int(count)
    for line in pairs.read_text(encoding="utf-8-sig").splitlines():
        one, other, count = line.split()
        counts.pairs[one, other] = int(count)
    counts.total = sum(counts.words.values())
    return counts


def development_half(corpus: Path) -> list[Path]:
    """Every other report of PolNeAR's training part, by name order; the other half is for measuring."""
    return sorted((corpus / "train" / "text").glob("*.txt"))[::2]
