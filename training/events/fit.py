"""Fit the classifier: multinomial logistic regression over named features and projected vectors (numpy alone)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.reading.events.classifier import Model, Seen
from foreigndesk.reading.events.classifier.features import GROUPS
from foreigndesk.reading.events.classifier.verdicts import root_of

from .descent import Floats, minimise

LABELS = tuple(sorted({root_of(kind) for kind in load_types()}))
TWICE = 2  # a feature seen in one row alone is left out
RIGHT = 0.5  # verdicts below the floor are, all in all, wrong as often as right


@dataclass(frozen=True)
class Settings:
    """What is chosen by cross-validation: the loss's weight against the weights' size, the vectors' against the
    names' weight in a row, and the groups of features."""

    loss: float = 20.0
    vectors: float = 0.6
    groups: tuple[str, ...] = GROUPS


DEFAULT = Settings()


def fit_model(seen: Sequence[Seen], roots: Sequence[str], projection: Floats, settings: Settings = DEFAULT) -> Model:
    """The model of some rows and their roots. `projection` (width x width) is laid over the encoder's vectors first."""
    names, rarity = vocabulary(seen, settings.groups)
    blank = Model(
        LABELS,
        names,
        rarity,
        np.zeros((len(names), len(LABELS)), np.float32),
        np.zeros(len(LABELS), np.float32),
        projection.astype(np.float16).astype(np.float32),
        np.zeros_like(seen[0].vectors),
        np.zeros((seen[0].vectors.size, len(LABELS)), np.float32),
    )
    named = matrix(blank, seen)
    projected = np.stack([one.vectors @ blank.projection for one in seen])
    centre = projected.mean(0)
    scale = np.sqrt(settings.vectors / projected.shape[2]) / (projected.std(0) + 1e-6)
    dense = ((projected - centre) * scale).reshape(len(seen), -1)
    shares, bias = dual(named @ named.T + dense @ dense.T, [LABELS.index(root) for root in roots], settings.loss)
    return replace(
        blank,
        weights=(named.T @ shares).astype(np.float32),
        bias=bias.astype(np.float32),
        centre=centre.astype(np.float32),
        dense=(dense.T @ shares * scale.reshape(-1, 1)).astype(np.float32),
    )


def vocabulary(seen: Sequence[Seen], groups: Sequence[str]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The features that occur in more than one row, and how much each counts: ln(rows / its rows) + 1."""
    counted = Counter(
        (group, name) for one in seen for group in groups for name in one.named[group] if "\n" not in name
    )
    kept = sorted((group, name) for (group, name), count in counted.items() if count >= TWICE)
    rarity = [np.log(len(seen) / counted[key]) + 1 for key in kept]
    return {f"{group}|{name}": i for i, (group, name) in enumerate(kept)}, np.array(rarity, np.float32)


def matrix(model: Model, seen: Sequence[Seen]) -> NDArray[np.float32]:
    """The named features of some rows as the model reads them: rows x features."""
    filled = np.zeros((len(seen), len(model.names)), np.float32)
    for line, one in zip(filled, seen, strict=True):
        for group in GROUPS:
            rows, values = model.rows(group, one)
            line[rows] = values
    return filled


def dual(likeness: Floats, targets: Sequence[int], weight: float) -> tuple[Floats, Floats]:
    """Logistic regression by the rows' likeness (their inner products): each row's share in the weights, and the bias.

    Minimises weight * cross-entropy + half the squared length of the weights.
    """
    values, vectors = np.linalg.eigh(likeness.astype(np.float64))
    kept = values > 1e-6 * values[-1]
    spread = np.sqrt(values[kept])
    reduced = vectors[:, kept] * spread
    wanted = np.eye(len(LABELS))[np.asarray(targets)]

    def loss(params: Floats) -> tuple[float, Floats]:
        weights, bias = params[:-1], params[-1]
        logits = reduced @ weights + bias
        logits -= logits.max(1, keepdims=True)
        whole = np.log(np.exp(logits).sum(1))
        rest = (np.exp(logits - whole[:, None]) - wanted) * weight
        value = weight * float((whole - (logits * wanted).sum(1)).sum()) + 0.5 * float((weights**2).sum())
        return value, np.vstack([reduced.T @ rest + weights, rest.sum(0)])

    found = minimise(loss, np.zeros((reduced.shape[1] + 1, len(LABELS))))
    return vectors[:, kept] / spread @ found[:-1], found[-1]


def calibrated(model: Model, logits: Floats, roots: Sequence[str]) -> Model:
    """The model with a temperature and a floor from logits of rows that were held out."""
    gold = np.array([LABELS.index(root) for root in roots])

    def told(temperature: float) -> Floats:
        grown = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
        return np.asarray(grown / grown.sum(1, keepdims=True))

    tried = np.linspace(0.3, 2.0, 86)
    best = min(tried, key=lambda t: -float(np.log(told(t)[np.arange(len(gold)), gold] + 1e-12).mean()))
    chances = told(best)
    ordered = np.sort(chances, axis=1)
    margins, right = ordered[:, -1] - ordered[:, -2], chances.argmax(1) == gold
    order = margins.argsort()
    share = right[order].cumsum() / np.arange(1, len(order) + 1)
    below = np.flatnonzero(share <= RIGHT)
    return replace(model, temperature=float(best), floor=float(margins[order][below[-1]]) if len(below) else 0.0)
