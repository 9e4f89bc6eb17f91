"""Train the event classifier and measure it by cross-validation.

    python -m training.events.train --plv PLV_train.tsv --polnear DIR --cache DIR --out WEIGHTS.npz

CACHE holds what training.events.teacher made. Runs in the project's own environment (numpy, no torch), on one core in
two to three minutes. Prints macro-F1 by seed, writes the weights learned from all rows.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from foreigndesk.reading.events.classifier import Model, Seen

from .corpus import Row, look_at_rows, read_rows
from .fit import DEFAULT, LABELS, Settings, calibrated, fit_model
from .folds import held_out
from .measure import f1_by_class, macro, pentas
from .project import projection

SEEDS = (0, 1, 2)
Floats = NDArray[np.float64]


def fold_models(
    rows: Sequence[Row], seen: Sequence[Seen], turned: Floats, settings: Settings = DEFAULT, seed: int = 0
) -> Iterator[tuple[Model, list[int]]]:
    """Five models, each with the rows whose sentences it never saw."""
    for learned, held in held_out([row.marked.sentence for row in rows], seed):
        yield fit_model([seen[i] for i in learned], [rows[i].root for i in learned], turned, settings), held


def out_of_fold(
    rows: Sequence[Row], seen: Sequence[Seen], turned: Floats, settings: Settings = DEFAULT, seed: int = 0
) -> NDArray[np.float32]:
    """Logits of every row by a model that never saw its sentence: rows x labels."""
    told = np.zeros((len(rows), len(LABELS)), np.float32)
    for model, held in fold_models(rows, seen, turned, settings, seed):
        for i in held:
            told[i] = model.logits(seen[i])
    return told


def figures(rows: Sequence[Row], logits: NDArray[np.float32]) -> tuple[float, float]:
    """Macro-F1 of roots and of penta classes."""
    told = [LABELS[i] for i in logits.argmax(1)]
    gold = [row.root for row in rows]
    return macro(gold, told), macro([str(row.penta) for row in rows], pentas(told))


def train(rows: Sequence[Row], seen: Sequence[Seen], turned: Floats, settings: Settings) -> Model:
    """The model of all rows, calibrated on held-out ones; prints what the held-out ones gave."""
    logits = [out_of_fold(rows, seen, turned, settings, seed) for seed in SEEDS]
    for seed, told in zip(SEEDS, logits, strict=True):
        print("seed {}: root {:.4f}  penta {:.4f}".format(seed, *figures(rows, told)))
    roots = [row.root for row in rows]
    each = [f1_by_class(roots, [LABELS[i] for i in told.argmax(1)]) for told in logits]
    print("  ".join(f"{label} {np.mean([f1[label] for f1 in each]):.2f}" for label in each[0]))
    together = np.concatenate(logits).astype(np.float64)
    model = calibrated(fit_model(seen, roots, turned, settings), together, roots * len(SEEDS))
    print("\n".join(bins(together / model.temperature, roots * len(SEEDS))))
    return model


def bins(logits: Floats, roots: Sequence[str]) -> Iterator[str]:
    """How often verdicts of some scores were right."""
    chances = np.exp(logits - logits.max(1, keepdims=True))
    scores = chances.max(1) / chances.sum(1)
    right = np.array([LABELS[i] for i in logits.argmax(1)]) == np.array(roots)
    for low, high in pairwise((0.0, 0.4, 0.6, 0.8, 0.9, 1.01)):
        within = (scores >= low) & (scores < high)
        yield f"scores from {low}: {within.mean():.2f} of the verdicts, right {right[within].mean():.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plv", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    began = time.process_time()
    turned = projection(args.polnear, args.cache)
    rows = read_rows(args.plv)
    model = train(rows, look_at_rows(rows), turned, DEFAULT)
    model.save(args.out)
    size = args.out.stat().st_size
    print(
        f"{len(rows)} rows, {len(model.names)} features, temperature {model.temperature:.2f}, floor {model.floor:.2f}"
    )
    print(f"{args.out.name}: {size:,} bytes, {time.process_time() - began:.0f} CPU seconds")


if __name__ == "__main__":
    main()
