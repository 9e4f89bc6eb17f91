"""Which features pay, by cross-validation on PLV: python -m training.events.ablate --plv PLV_train.tsv [--deals N].

The projection is that of the shipped weights: it has seen no label and no sentence of PLV.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from foreigndesk.reading.events.classifier import load_model
from foreigndesk.reading.events.classifier.features import GROUPS

from .corpus import look_at_rows, read_rows
from .fit import DEFAULT, Settings
from .train import SEEDS, figures, out_of_fold

NONE = 1e-9  # weight of vectors that are to say nothing


def variants() -> Iterator[tuple[str, Settings]]:
    """The settings compared, by what is said of them in the table."""
    words = tuple(group for group in GROUPS if group != "rules")
    yield "all", DEFAULT
    yield "without rules", Settings(groups=words)
    yield "without vectors", Settings(vectors=NONE)
    yield "rules alone", Settings(vectors=NONE, groups=("rules",))
    yield "vectors alone", Settings(groups=())
    yield "words alone", Settings(vectors=NONE, groups=words)
    for left_out in words:
        yield f"without {left_out}", Settings(groups=tuple(group for group in GROUPS if group != left_out))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plv", type=Path, required=True)
    parser.add_argument("--deals", type=int, default=len(SEEDS), choices=range(1, len(SEEDS) + 1))
    args = parser.parse_args()
    rows = read_rows(args.plv)
    seen, turned = look_at_rows(rows), load_model().projection.astype(np.float64)
    for name, settings in variants():
        each = [figures(rows, out_of_fold(rows, seen, turned, settings, seed)) for seed in SEEDS[: args.deals]]
        print("| {} | {:.3f} | {:.3f} |".format(name, *np.mean(each, axis=0)), flush=True)


if __name__ == "__main__":
    main()
