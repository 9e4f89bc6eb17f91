"""The classifier's weights and what they say of features: a multinomial logistic regression (numpy alone)."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from foreigndesk.reading.events.classifier.features import GROUPS, Seen
from foreigndesk.reading.events.classifier.vectors import Floats

SHIPPED = "plover.npz"
VERSION = 1  # of the file's layout
PARTS = ("rarity", "weights", "bias", "projection", "centre", "dense")


@dataclass(frozen=True)
class Model:
    """What was learned.

    names: "group|feature" -> row of `rarity` and `weights`. rarity: how much a feature counts in its group, whose
    features are brought to length one. weights: features x labels. projection: width x width, laid over the encoder's
    vectors; centre: places x width, taken from them then; dense: (places * width) x labels. temperature: what logits
    are divided by to be honest (Guo et al. 2017). floor: below this margin a verdict is uncertain.
    """

    labels: tuple[str, ...]
    names: Mapping[str, int] = field(repr=False)
    rarity: Floats = field(repr=False)
    weights: Floats = field(repr=False)
    bias: Floats = field(repr=False)
    projection: Floats = field(repr=False)
    centre: Floats = field(repr=False)
    dense: Floats = field(repr=False)
    temperature: float = 1.0
    floor: float = 0.0

    def logits(self, seen: Seen) -> Floats:
        """A number for each label, before calibration."""
        total = self.bias + (seen.vectors @ self.projection - self.centre).ravel() @ self.dense
        for group in GROUPS:
            rows, values = self.rows(group, seen)
            if len(rows):
                total = total + values @ self.weights[rows]
        return np.asarray(total, dtype=np.float32)

    def rows(self, group: str, seen: Seen) -> tuple[NDArray[np.int64], Floats]:
        """The known features of a group: their rows, and their values brought to length one."""
        known = [
            (row, value) for name, value in seen.named[group].items() if (row := self.row(group, name)) is not None
        ]
        rows = np.array([row for row, _ in known], dtype=np.int64)
        values = np.array([value for _, value in known], dtype=np.float32) * self.rarity[rows]
        return rows, values / max(math.sqrt(float(values @ values)), 1e-9)

    def row(self, group: str, name: str) -> int | None:
        """The row of a feature; None for one that training did not keep."""
        return self.names.get(f"{group}|{name}")

    def chances(self, seen: Seen) -> Floats:
        """A calibrated score for each label; together 1."""
        scaled = self.logits(seen) / self.temperature
        grown = np.exp(scaled - scaled.max())
        return np.asarray(grown / grown.sum(), dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write the model as one compressed .npz file, weights in half precision."""
        text = "\n".join(self.names).encode()
        np.savez_compressed(
            path,
            version=VERSION,
            labels=np.array(self.labels),
            names=np.frombuffer(text, dtype=np.uint8),
            rarity=self.rarity.astype(np.float16),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            projection=self.projection.astype(np.float16),
            centre=self.centre.astype(np.float32),
            dense=self.dense.astype(np.float16),
            scale=np.array([self.temperature, self.floor]),
        )


def read_model(path: Path) -> Model:
    """The model of a file that `Model.save` wrote; ValueError for another layout."""
    with np.load(path, allow_pickle=False) as held:
        if int(held["version"]) != VERSION:
            raise ValueError(f"{path}: layout {int(held['version'])}, this reads layout {VERSION}")
        names = held["names"].tobytes().decode().split("\n")
        temperature, floor = map(float, held["scale"])
        rarity, weights, bias, projection, centre, dense = (held[part].astype(np.float32) for part in PARTS)
        labels = tuple(map(str, held["labels"]))
        rows = {name: row for row, name in enumerate(names)}
        return Model(labels, rows, rarity, weights, bias, projection, centre, dense, temperature, floor)


IN_USE: ContextVar[Model | None] = ContextVar("IN_USE", default=None)


@contextmanager
def in_use(model: Model) -> Iterator[None]:
    """While this lasts, `classify` judges by another model: for measuring, one that never saw the sentences read."""
    before = IN_USE.set(model)
    try:
        yield
    finally:
        IN_USE.reset(before)


def model_in_use() -> Model:
    """The model that verdicts rest on: the shipped one, unless `in_use` says otherwise."""
    return IN_USE.get() or load_model()


@functools.cache
def load_model() -> Model:
    """The model that ships; loaded once a process."""
    with as_file(files(__package__) / "weights" / SHIPPED) as path:
        return read_model(path)
