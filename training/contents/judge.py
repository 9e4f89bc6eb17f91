"""Learn how much each trait speaks for one claim: the weights of weighing/contents/judging.py.

    python -m training.contents.judge --weights FILE --gists FOLDER

FILE is what `train --fold 0` wrote, FOLDER what `export` made of it: gists that have not seen the stories that weights
are learned on. Beside those stories, the first half of evals/gold/claims, whose pairs are mostly hard ones: exchanged
parties, another time. No random numbers; prints both sets of weights.
"""

import argparse
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch

from evals.claims import halves, own_pairs, state_in
from foreigndesk.reading.gist import Gists
from foreigndesk.weighing.contents import Content, content_of
from foreigndesk.weighing.contents.comparing import Traits, nearness, traits
from foreigndesk.weighing.contents.judging import LEAST_NEAR
from training.contents.stories import load_stories
from training.contents.train import whole

STRENGTH = {"anywhere": 3.0, "matter": 1.0}  # the inverse of how strongly weights are held near zero
OF_STORIES = (
    0.03  # what a pair of one story's topic counts beside one of the gold's, where the matter is known to be one
)
STEPS = 50  # of Newton's method; ten are enough
ONLY_MATTER = {"exchanged", "sharp_apart", "times_apart", "against", "left_open", "both_demand"}


@dataclass(frozen=True)
class Told:
    """A content with its topic; `claim` is None in the gold, where only pairs are judged."""

    topic: str
    content: Content
    claim: str | None = None


@dataclass(frozen=True)
class Example:
    """The traits of a pair, whether it is one claim, and whether both are of one topic."""

    traits: Traits
    same: bool
    of_one_topic: bool


def told_in_stories(gists: Gists, held_out: set[str]) -> list[Told]:
    """The statements of the stories that the gists have not seen."""
    return [
        Told(
            line.topic,
            content_of(line.content, line.force, line.cue, state_in(line.speaker), gists.of(whole(line))),
            line.claim,
        )
        for line in load_stories()
        if line.topic in held_out
    ]


def story_examples(told: Sequence[Told]) -> Iterator[Example]:
    """Every pair of the stories that is near enough to be judged at all."""
    for one, other in itertools.combinations(told, 2):
        if nearness(one.content, other.content) >= LEAST_NEAR:
            same = one.claim == other.claim
            yield Example(traits(one.content, other.content), same, one.topic == other.topic)


def gold_examples() -> tuple[list[Example], list[Example]]:
    """The judged pairs of the gold's first half, and pairs across its topics."""
    pairs, _ = halves(own_pairs())
    judged = [Example(traits(pair.one, pair.other), pair.same, True) for pair in pairs]
    told = {id(content): Told(pair.topic, content) for pair in pairs for content in (pair.one, pair.other)}
    across = [
        Example(traits(one.content, other.content), False, False)
        for one, other in itertools.combinations(told.values(), 2)
        if one.topic != other.topic and nearness(one.content, other.content) >= LEAST_NEAR
    ]
    return judged, across


def learned(
    examples: Sequence[Example], worth: Callable[[Example], float], names: Sequence[str], strength: float
) -> tuple[dict[str, float], float]:
    """Weights by trait, and the bias, of a logistic regression by Newton's method."""
    rows = np.array([[*(getattr(one.traits, name) for name in names), 1.0] for one in examples])
    same, worths = np.array([one.same for one in examples]), np.array([worth(one) for one in examples])
    held = np.diag([1 / strength] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (worths * (likely - same)) + held @ weights
        bend = (rows * (worths * likely * (1 - likely))[:, None]).T @ rows + held
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(each), 2) for name, each in zip(names, weights[:-1], strict=True)}, float(weights[-1])


def print_learned(name: str, found: tuple[dict[str, float], float]) -> None:
    """Print weights as they stand in the code."""
    sys.stdout.write(f"{name}: {found[0]}\n  bias {found[1]:.2f}\n")


def main() -> None:
    """Print the weights for pairs that stand anywhere, and for pairs known to be about one matter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--gists", type=Path, required=True)
    options = parser.parse_args()
    gists = Gists(options.gists)
    held_out = set(torch.load(options.weights, weights_only=False)["held_out"])
    stories = list(story_examples(told_in_stories(gists, held_out)))
    judged, across = gold_examples()
    every = [field.name for field in fields(Traits)]
    anywhere: Iterable[Example] = [*stories, *judged, *across]
    names = [name for name in every if name not in ONLY_MATTER]
    print_learned("anywhere", learned(list(anywhere), lambda _: 1.0, names, STRENGTH["anywhere"]))
    kept = {id(one) for one in stories}
    matter = [one for one in (*stories, *judged) if one.of_one_topic]
    print_learned(
        "one matter", learned(matter, lambda one: OF_STORIES if id(one) in kept else 1.0, every, STRENGTH["matter"])
    )


if __name__ == "__main__":
    main()
