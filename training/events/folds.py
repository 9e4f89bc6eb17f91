"""Folds of PLV that keep the rows of one sentence together."""

import zlib
from collections.abc import Sequence

FOLDS = 5


def fold_of(sentence: str, seed: int = 0) -> int:
    """The fold of a sentence, 0 to 4; another seed deals the sentences out anew.

    >>> fold_of("Chad praised Mali.") == fold_of("Chad praised Mali.") < FOLDS
    True
    """
    return zlib.crc32(f"{seed}:{sentence}".encode()) % FOLDS


def held_out(sentences: Sequence[str], seed: int = 0) -> list[tuple[list[int], list[int]]]:
    """For each fold: the rows to learn from, and the rows held out."""
    dealt = [fold_of(sentence, seed) for sentence in sentences]
    return [
        ([i for i, fold in enumerate(dealt) if fold != held], [i for i, fold in enumerate(dealt) if fold == held])
        for held in range(FOLDS)
    ]
