"""What each feature is worth: linear scores, several in one file (numpy alone)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
VERSION = 1  # of the file's layout


@dataclass(frozen=True)
class Known:
    """The names that govern in some features ("over>way>under"), and those that are governed: far from all words."""

    over: frozenset[str]
    under: frozenset[str]


@dataclass(frozen=True)
class Weights:
    """One linear score: what each feature is worth, what the encoder's vector is, and what all begin with."""

    features: Mapping[str, float] = field(repr=False)
    vector: Floats = field(repr=False)
    bias: float = 0.0

    def score(self, features: Iterable[str], vector: Floats | None = None) -> float:
        """The log odds of what was learned; above 0 it is likelier than not.

        >>> Weights({"will": 2.0}, np.zeros(0, np.float32), -1.0).score({"will", "rain"})
        1.0
        """
        known = self.features
        total = self.bias + sum(known[name] for name in features if name in known)
        return total if vector is None or not len(self.vector) else total + float(vector @ self.vector)

    @functools.cached_property
    def known(self) -> Known:
        """The names in its features that tell who governs whom.

        >>> Weights({"say>ccomp>will": 1.0, "comment": 1.0}, np.zeros(0, np.float32)).known
        Known(over=frozenset({'say'}), under=frozenset({'will'}))
        """
        parts = [parts for name in self.features if len(parts := name.split(">")) == len(("over", "way", "under"))]
        return Known(frozenset(part[0] for part in parts), frozenset(part[-1] for part in parts))


@functools.cache
def load_scores(name: str) -> dict[str, Weights]:
    """The scores that ship under a name, by what each tells."""
    with as_file(files("foreigndesk.reading.learned") / "weights" / f"{name}.npz") as path:
        return read_weights(path)


def save_weights(path: Path, scores: Mapping[str, Weights]) -> None:
    """Write some scores as one compressed file, in half precision."""
    parts: dict[str, Any] = {"version": np.array(VERSION)}
    for name, one in scores.items():
        parts[f"{name}.names"] = np.frombuffer("\n".join(one.features).encode(), dtype=np.uint8)
        parts[f"{name}.values"] = np.array(list(one.features.values()), dtype=np.float16)
        parts[f"{name}.vector"] = one.vector.astype(np.float16)
        parts[f"{name}.bias"] = np.array(one.bias)
    np.savez_compressed(path, **parts)


def read_weights(path: Path) -> dict[str, Weights]:
    """The scores of a file by their names; ValueError for another layout."""
    with np.load(path, allow_pickle=False) as held:
        if int(held["version"]) != VERSION:
            raise ValueError(f"{path}: layout {int(held['version'])}, this reads layout {VERSION}")
        found = {}
        for name in (part.removesuffix(".bias") for part in held.files if part.endswith(".bias")):
            words = held[f"{name}.names"].tobytes().decode().split("\n")
            values = map(float, held[f"{name}.values"].astype(np.float32))
            vector = held[f"{name}.vector"].astype(np.float32)
            found[name] = Weights(dict(zip(words, values, strict=True)), vector, float(held[f"{name}.bias"]))
        return found
