"""Learn how much each trait of polarity speaks: logistic regression in numpy, measured in folds by topic.

    python -m training.polarity.fit

Learned on the pairs of statements.tsv here (a pair's polarity follows from the sides of its statements) and on the
first half of the topics of evals/gold/claims. Prints the weights for weighing/polarity/judge.py, and what is right in
ten folds by topic.
"""

from __future__ import annotations

import csv
import itertools
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from evals.claims import halves, own_pairs
from foreigndesk.model import Force
from foreigndesk.weighing.polarity import Told, polarity
from foreigndesk.weighing.polarity.judge import Traits, compare

HERE = Path(__file__).parent
FOLDS = 10
RIDGE = 3.0  # pull of the weights towards 0: of 1, 3 and 10 no other was better in the folds
STEPS = 50


@dataclass(frozen=True)
class Statement:
    """A statement of statements.tsv."""

    text: str
    force: Force
    telling: str
    side: str


@dataclass(frozen=True)
class Example:
    """Two contents of one topic, and whether they agree, oppose each other, or neither."""

    topic: str
    one: Told
    other: Told
    polarity: str | None


def expected(one: str, other: str) -> str | None:
    """What follows from two sides, as the gold's guideline says."""
    if "open" in {one, other}:
        return None
    if "possible" in {one, other}:
        return "oppose" if "against" in {one, other} else None
    return "agree" if one == other else "oppose"


def written() -> Iterator[Example]:
    """The pairs of statements.tsv: all of each topic."""
    with (HERE / "statements.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    topics: defaultdict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(Statement(row["content"], Force(row["force"]), row["cue"], row["side"]))
    for topic, several in topics.items():
        for one, other in itertools.combinations(several, 2):
            # who doubts does not rule out
            doubting = Force.DOUBT in {one.force, other.force} and "possible" in {one.side, other.side}
            yield Example(topic, one, other, None if doubting else expected(one.side, other.side))


def golden() -> Iterator[Example]:
    """The pairs of the first half of the gold's topics that are the same."""
    for pair in halves(own_pairs())[0]:
        if pair.same:
            yield Example(pair.topic, pair.one, pair.other, pair.polarity)


def fit(rows: Sequence[tuple[Traits, str]]) -> np.ndarray:
    """Weights by Newton's method."""
    x = np.array([astuple(traits) for traits, _ in rows])
    y = np.array([told == "oppose" for _, told in rows], float)
    weights = np.zeros(x.shape[1])
    pull = RIDGE * np.eye(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + pull @ weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + pull
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Print weights and what is right in folds."""
    examples = [*written(), *golden()]
    compared = [(example, compare(example.one, example.other)) for example in examples]
    rows = [
        (example.topic, (found, example.polarity))
        for example, found in compared
        if isinstance(found, Traits) and example.polarity is not None
    ]
    topics = sorted({example.topic for example in examples})
    random.Random(1).shuffle(topics)
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        weights = fit([row for topic, row in rows if topic not in held])
        for example, found in compared:
            if example.topic not in held:
                continue
            if isinstance(found, Traits):
                told: str | None = "oppose" if np.array(astuple(found)) @ weights > 0 else "agree"
            else:
                told = found
            source = "written" if isinstance(example.one, Statement) else "gold"
            right[f"{source} {example.polarity}"].append(told == example.polarity)
            if example.polarity:
                right[f"{source} sided"].append(told == example.polarity)
    for name, several in sorted(right.items()):
        sys.stdout.write(f"{name:16} {np.mean(several):.3f}  n={len(several)}\n")
    weights = fit([row for _, row in rows])
    for name, weight in zip((field.name for field in fields(Traits)), weights, strict=True):
        sys.stdout.write(f"{name:16} {weight:+.2f}\n")
    sys.stdout.write(f"as shipped: {np.mean([polarity(e.one, e.other) == e.polarity for e in examples]):.3f}\n")


if __name__ == "__main__":
    main()
