"""The projection that brings back, from the tagger's states, what its encoder knew before it learned to tag.

The tagger's last states are about speakers and quotations; as they are they tell the types apart poorly. Ridge
regression onto the original encoder's states over unlabelled news finds the directions that still carry meaning.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from foreigndesk.reading.statements.tagging import load_tagger

from .sample import sampled

Floats = NDArray[np.float64]
RIDGE = 1e-3  # of the states' mean variance


def projection(polnear: Path, cache: Path) -> Floats:
    """Width x width; the rows of the encoder's vectors are multiplied by it."""
    with np.load(cache / "teacher.npz") as held:
        wanted = held["arr_0"].astype(np.float32)
    tagger = load_tagger()
    given = np.concatenate([tagger.vectors(doc) for doc in sampled(polnear, cache)])
    told = np.abs(wanted).sum(1) > 0
    return ridge(given[told], wanted[told])


def ridge(given: NDArray[np.float32], wanted: NDArray[np.float32]) -> Floats:
    """The matrix that leads from the one to the other, both centred, with least squares and small weights."""
    given, wanted = given - given.mean(0), wanted - wanted.mean(0)
    spread = (given.T @ given).astype(np.float64) / len(given)
    shared = (given.T @ wanted).astype(np.float64) / len(given)
    found: Floats = np.linalg.solve(spread + RIDGE * np.trace(spread) / len(spread) * np.eye(len(spread)), shared)
    rest = wanted - given @ found
    print(f"projection: {1 - float((rest**2).mean() / (wanted**2).mean()):.3f} of the variance, {len(given)} tokens")
    return found
