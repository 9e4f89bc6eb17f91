"""What the shared encoder makes of a pair's words: means of its vectors over the places that matter.

The encoder is the statement tagger's, which has read the report before: no second pass.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from foreigndesk.reading.events.classifier.pair import Pair

Floats = NDArray[np.float32]
# Those that paid on PLV's folds; the parties, the words between them and what hangs on the path added nothing
# (training/events/README.md).
POOLS = ("path", "governor", "verbs", "whole")


def pooled(pair: Pair, rows: Floats) -> Floats:
    """One row for each of POOLS: the mean of the rows (words of the pair's Doc x width) at its words, or zeros."""
    return np.stack([mean(rows, words) for words in places(pair)])


def mean(rows: Floats, words: Iterable[int]) -> Floats:
    """The mean of some rows; zeros of none."""
    chosen = sorted(words)
    return rows[chosen].mean(0) if chosen else np.zeros(rows.shape[1], np.float32)


def places(pair: Pair) -> tuple[Iterable[int], ...]:
    """The words of each of POOLS, in its order."""
    way = {token.i for token in pair.path} - pair.marked
    verbs = {token.i for token in pair.path if token.pos_ in {"VERB", "AUX"}} - pair.marked
    return way, governor(pair), verbs or way, set(range(len(pair.doc))) - pair.marked


def governor(pair: Pair) -> set[int]:
    """The word that the actor hangs on."""
    head = pair.heads[0]
    if head is None:
        return set()
    return {next((token.i for token in head.ancestors if token.i not in pair.ours), head.i)}
