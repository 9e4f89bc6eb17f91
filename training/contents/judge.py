"""Learn how much each trait speaks for one claim: the weights of weighing/contents/judging.py.

    python -m training.contents.judge --gists FOLDER FOLDER FOLDER

A FOLDER is what `export` made of `train --fold N`, in the order of N: each story is judged by gists that have not seen
it. Beside the stories, the first half of evals/gold/claims, whose pairs are mostly hard ones: exchanged parties,
another time. Prints both sets of weights, and what they do on topics they were not learned from. No random numbers.
"""

import argparse
import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.claims import halves, own_pairs, state_in
from foreigndesk.reading.gist import Gists
from foreigndesk.weighing.contents import Content, Outlines, content_of, outline_of
from foreigndesk.weighing.contents.comparing import compare, nearness, traits
from foreigndesk.weighing.contents.judging import LEAST_NEAR, Weights
from training.contents.stories import Line, fold_of, load_stories

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
    """The traits of a pair, None for twins, whether it is one claim, the topics of both, and where it is from.

    The traits are in the order of `Weights`, with 1 for the bias at the end.
    """

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


def story_examples(told: Sequence[Told]) -> Iterator[Example]:
    """Every pair of some stories that is near enough to be judged at all."""
    pairs = list(itertools.combinations(told, 2))
    for (one, other), near, found in zip(pairs, *compared([(a.content, b.content) for a, b in pairs]), strict=True):
        if near >= LEAST_NEAR:
            yield Example(found, one.claim == other.claim, (one.topic, other.topic), of_gold=False)


def compared(pairs: Sequence[tuple[Content, Content]]) -> tuple[list[float], list[tuple[float, ...] | None]]:
    """How near the gists of each pair are, and its traits; those with one first content stand one after the other."""
    places = {content: place for place, content in enumerate(dict.fromkeys(itertools.chain(*pairs)))}
    ones, others = (np.array([places[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
    asked = Outlines([outline_of(content) for content in places]), ones, others
    near = nearness(*asked)
    found = traits(*asked, near, compare(*asked))
    rows = np.stack([found.near, found.longer, found.one_against, found.demand, np.ones(len(pairs))], axis=1)
    return near.tolist(), [
        None if twins else tuple(row) for row, twins in zip(rows.tolist(), found.twins.tolist(), strict=True)
    ]


def gold_examples() -> Iterator[Example]:
    """The judged pairs of the gold's first half, and pairs across its topics."""
    pairs, _ = halves(own_pairs())
    _, judged = compared([(pair.one, pair.other) for pair in pairs])
    for pair, found in zip(pairs, judged, strict=True):
        yield Example(found, pair.same, (pair.topic, pair.topic), of_gold=True)
    told = {id(content): Told(pair.topic, content) for pair in pairs for content in (pair.one, pair.other)}
    across = [(one, other) for one, other in itertools.combinations(told.values(), 2) if one.topic != other.topic]
    for (one, other), near, found in zip(across, *compared([(a.content, b.content) for a, b in across]), strict=True):
        if near >= LEAST_NEAR:
            yield Example(found, False, (one.topic, other.topic), of_gold=True)


def learned(examples: Sequence[Example], worth: Callable[[Example], float], strength: float) -> Weights:
    """The weights of a logistic regression by Newton's method; twins are left out."""
    told_apart = [one for one in examples if one.traits is not None]
    rows = np.array([one.traits for one in told_apart])
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
    return np.array(
        [-np.inf if one.traits is None else score(weights[part[one.topics[0]]], one.traits) for one in examples]
    )


def score(weights: Weights, found: Sequence[float]) -> float:
    """How much speaks for one claim in some traits."""
    return float(np.dot(astuple(weights), found))


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
    sys.stdout.write(f"traits: {[field.name for field in fields(Weights)]}\n")
    examples = [one for told in told_by_fold(gists) for one in story_examples(told)] + list(gold_examples())
    print_learned("anywhere", examples)
    print_learned("matter", [one for one in examples if one.is_of_one_topic])


if __name__ == "__main__":
    main()
