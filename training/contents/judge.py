"""Learn how much each trait speaks for one claim: the weights of weighing/contents/judging.py.

    python -m training.contents.judge --gists FOLDER FOLDER FOLDER

A FOLDER is what `export` made of `train --fold N`, in the order of N: each story is judged by gists that have not seen
it. Beside the stories, the first half of evals/gold/claims, whose pairs are mostly hard ones: exchanged parties,
another time. Prints both sets of weights, and what they do on topics they were not learned from. No random numbers.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.claims import halves, own_pairs, state_in
from foreigndesk.reading.gist import Gists
from foreigndesk.weighing.contents import Content, Ints, Outlines, content_of, outline_of
from foreigndesk.weighing.contents.comparing import compare, nearness, traits
from foreigndesk.weighing.contents.judging import LEAST_NEAR, Weights
from training.contents.stories import Line, fold_of, load_stories

TRAITS = tuple(field.name for field in fields(Weights) if field.name != "bias")
STRENGTH = {"anywhere": 3.0, "matter": 1.0}  # the inverse of how strongly weights are held near zero
# What a pair of the stories counts beside one of the gold's: there are a hundred times as many, and where the matter is
# known to be one they would make nearly all pairs different.
OF_STORIES = {"anywhere": 0.3, "matter": 0.03}
STEPS = 50  # of Newton's method; ten are enough
PARTS = 8  # of the topics: each is judged by weights that were learned on the others
LEAST = (-0.5, -0.25, 0.0, 0.25, 0.5)  # scores from which on pairs are taken for one claim, to choose among


@dataclass(frozen=True)
class Told:
    """A content with its topic; `claim` is None in the gold, where only pairs are judged."""

    topic: str
    content: Content
    claim: str | None = None


@dataclass(frozen=True)
class Example:
    """The traits of a pair, None for twins, whether it is one claim, the topics of both, and where it is from."""

    traits: tuple[float, ...] | None
    same: bool
    topics: tuple[str, str]
    of_gold: bool

    @property
    def is_of_one_topic(self) -> bool:
        """Whether both are told of one matter."""
        return self.topics[0] == self.topics[1]


def told_by_fold(gists: Sequence[Gists]) -> Iterator[list[Told]]:
    """The statements of the stories, those that the same gists have not seen together."""
    for fold, encoder in enumerate(gists):
        lines = [line for line in load_stories() if fold_of(line.topic) == fold]
        yield [Told(line.topic, content_of_line(line, encoder), line.claim) for line in lines]


def content_of_line(line: Line, gists: Gists) -> Content:
    """A statement of a story, made ready for comparison."""
    return content_of(line.content, line.force, line.cue, state_in(line.speaker), gists.of(line.whole))


def compared(told: Sequence[Content], ones: Ints, others: Ints) -> Iterator[tuple[float, ...] | None]:
    """The traits of each pair of some contents, by their places; None for twins."""
    outlines = Outlines([outline_of(content) for content in told])
    pairs = outlines, ones, others
    found = traits(*pairs, nearness(*pairs), compare(*pairs))
    rows = zip(*(getattr(found, name) for name in TRAITS), strict=True)
    return (None if twins else tuple(map(float, row)) for row, twins in zip(rows, found.twins, strict=True))


def every_pair(told: Sequence[Content]) -> tuple[Ints, Ints]:
    """The pairs of some contents that are near enough to be judged at all, by place."""
    ones, others = np.triu_indices(len(told), 1)
    near = nearness(Outlines([outline_of(content) for content in told]), ones, others) >= LEAST_NEAR
    return ones[near], others[near]


def story_examples(told: Sequence[Told]) -> Iterator[Example]:
    """Every pair of some stories that is near enough to be judged at all."""
    contents = [one.content for one in told]
    ones, others = every_pair(contents)
    for found, (one, other) in zip(compared(contents, ones, others), zip(ones, others, strict=True), strict=True):
        yield Example(found, told[one].claim == told[other].claim, (told[one].topic, told[other].topic), of_gold=False)


def gold_examples() -> Iterator[Example]:
    """The judged pairs of the gold's first half, and pairs across its topics."""
    pairs, _ = halves(own_pairs())
    for pair in pairs:
        (found,) = compared([pair.one, pair.other], np.array([0]), np.array([1]))
        yield Example(found, pair.same, (pair.topic, pair.topic), of_gold=True)
    told = [(pair.topic, content) for pair in pairs for content in (pair.one, pair.other)]
    told = list({id(content): (topic, content) for topic, content in told}.values())
    contents = [content for _, content in told]
    ones, others = every_pair(contents)
    for found, (one, other) in zip(compared(contents, ones, others), zip(ones, others, strict=True), strict=True):
        if told[one][0] != told[other][0]:
            yield Example(found, False, (told[one][0], told[other][0]), of_gold=True)


def learned(examples: Sequence[Example], worth: Callable[[Example], float], strength: float) -> Weights:
    """The weights of a logistic regression by Newton's method; twins are left out."""
    told_apart = [one for one in examples if one.traits is not None]
    rows = np.array([[*one.traits, 1.0] for one in told_apart if one.traits is not None])
    same, worths = np.array([one.same for one in told_apart]), np.array([worth(one) for one in told_apart])
    width = rows.shape[1]
    held = np.diag([1 / strength] * (width - 1) + [0.0])
    weights = np.zeros(width)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (worths * (likely - same)) + held @ weights
        bend = (rows * (worths * likely * (1 - likely))[:, None]).T @ rows + held
        weights -= np.linalg.solve(bend, slope)
    return Weights(*(round(float(each), 2) for each in weights))


def judged_unseen(examples: Sequence[Example], learn: Callable[[Sequence[Example]], Weights]) -> NDArray[np.float64]:
    """The score of each example by weights that were learned without the topics of either side; twins score least."""
    part = {topic: rank % PARTS for rank, topic in enumerate(sorted({one.topics[0] for one in examples}))}
    weights = [
        learn([one for one in examples if fold not in {part.get(topic) for topic in one.topics}])
        for fold in range(PARTS)
    ]
    return np.array([score(one, weights[part[one.topics[0]]]) for one in examples])


def score(example: Example, weights: Weights) -> float:
    """How much speaks for one claim in a pair."""
    if example.traits is None:
        return -np.inf
    return weights.bias + sum(
        getattr(weights, name) * value for name, value in zip(TRAITS, example.traits, strict=True)
    )


def print_learned(name: str, examples: Sequence[Example]) -> None:
    """Print the weights, and what they find on topics that they were not learned from."""

    def learn(some: Sequence[Example]) -> Weights:
        return learned(some, lambda one: 1.0 if one.of_gold else OF_STORIES[name], STRENGTH[name])

    sys.stdout.write(f"{name}: {learn(examples)}\n")
    scores = judged_unseen(examples, learn)
    same = np.array([one.same for one in examples])
    gold = np.array([one.of_gold and one.is_of_one_topic for one in examples])
    one_topic = np.array([not one.of_gold and one.is_of_one_topic for one in examples])
    across = np.array([not one.is_of_one_topic for one in examples])
    for least in LEAST:
        found = scores >= least
        told = [
            f"{kind} precision {same[of & found].mean():.3f} recall {same[of & found].sum() / same[of].sum():.3f}"
            for kind, of in (("gold", gold), ("stories", one_topic))
        ]
        sys.stdout.write(f"  from {least:5.2f} on: {', '.join(told)}, across topics {int((across & found).sum())}\n")


def main() -> None:
    """Print the weights for pairs that stand anywhere, and for pairs known to be about one matter."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gists", type=Path, nargs="+", required=True)
    gists = [Gists(folder) for folder in parser.parse_args().gists]
    examples = [one for told in told_by_fold(gists) for one in story_examples(told)] + list(gold_examples())
    print_learned("anywhere", examples)
    print_learned("matter", [one for one in examples if one.is_of_one_topic])


if __name__ == "__main__":
    main()
