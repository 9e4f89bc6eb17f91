"""Make the weights of forecasts and silences, and measure each register by weights that have not seen it (numpy alone).

Run as `python -m training.ahead.fit --polnear DIR [--check]`; with `--check` nothing is written.
"""

from __future__ import annotations

import argparse
import functools
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.polnear import read_gold
from evals.weighing import alike, place
from foreigndesk.model import Span
from foreigndesk.reading import forecasts, learned, silences
from foreigndesk.reading.events.classifier import load_model
from foreigndesk.reading.learned.weights import Weights, save_weights
from training.ahead.passages import load_marks, load_passages
from training.ahead.seen import Passage, Sentence, Word, is_meant, see_forecasts, see_marked, see_news, see_silences
from training.events.descent import minimise

Floats = NDArray[np.float64]
TWICE = 2  # a feature of one sentence or word alone is left out
SIZE = 2.0  # what the weights' squared length counts beside the loss; 1 and 4 were within a point
VECTOR = 0.1  # what a step of one deviation in the vector counts beside a feature; 0.2 was within a point
LEAST = 0.01  # weights this small decide nothing
FOLDS = 8
NEWS, NEWS_DAY = 45, "2016-10-12"  # reports of running news, about 1,600 sentences
OUT = Path(learned.__file__).parent / "weights"
Scores = dict[str, Weights]
Spans = list[Span]


def known(rows: Sequence[frozenset[str]]) -> list[str]:
    """The features that occur more than once."""
    counted = Counter(name for row in rows for name in row)
    return sorted(name for name, count in counted.items() if count >= TWICE and "\n" not in name)


def matrix(rows: Sequence[frozenset[str]], names: Sequence[str]) -> Floats:
    """Rows of features as ones and zeros."""
    at = {name: i for i, name in enumerate(names)}
    filled = np.zeros((len(rows), len(names)))
    for line, row in zip(filled, rows, strict=True):
        line[[at[name] for name in row if name in at]] = 1.0
    return filled


def logistic(filled: Floats, right: Floats, counts: Floats | float = 1.0) -> Floats:
    """Logistic regression over rows that count so much: a weight for each column, and the bias."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = filled @ weights[:-1] + weights[-1]
        missed = (1 / (1 + np.exp(-odds)) - right) * counts
        value = float(((np.logaddexp(0, -odds) * right + np.logaddexp(0, odds) * (1 - right)) * counts).sum())
        value += 0.5 * SIZE * float(weights[:-1] @ weights[:-1])
        return value, np.append(filled.T @ missed + SIZE * weights[:-1], missed.sum())

    return minimise(loss, np.zeros(filled.shape[1] + 1), steps=120, tolerance=1e-5)


def fit_words(words: Sequence[Word]) -> Weights:
    """How likely a word is meant, whatever its sentence."""
    rows = [word.features for word in words]
    names = known(rows)
    found = logistic(matrix(rows, names), np.array([float(word.right) for word in words]))
    return weighed(names, found[:-1], float(found[-1]))


def fit_choice(sentences: Sequence[Sentence]) -> Weights:
    """Which word of a sentence is meant, given that one is."""
    asked = [s.words for s in sentences if 0 < sum(word.right for word in s.words) < len(s.words)]
    names = known([word.features for words in asked for word in words])
    filled = [(matrix([w.features for w in words], names), np.array([w.right for w in words])) for words in asked]

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = 0.5 * SIZE * float(weights @ weights), SIZE * weights
        for rows, right in filled:
            odds = rows @ weights
            shares = np.exp(odds - odds.max())
            shares /= shares.sum()
            mine = shares * right
            value -= float(np.log(mine.sum() + 1e-12))
            slope = slope + rows.T @ (shares - mine / (mine.sum() + 1e-12))
        return value, slope

    return weighed(names, minimise(loss, np.zeros(len(names)), steps=60, tolerance=1e-4), 0.0)


def fit_sentences(passages: Sequence[Passage], news: Sequence[Sentence], *, once: bool) -> Weights:
    """How likely a sentence tells what is looked for; where a passage tells it once, its likeliest sentence does.

    Sentences of running news that tell none keep what any sentence has, and the more the longer it is, from counting.
    """
    sentences = [one for passage in passages for one in passage.sentences]
    names = known([one.features for one in sentences])
    sentences += news
    # The tagger's states are laid over directions that carry meaning, as for events (training/events/README.md).
    vectors = np.stack([one.vector for one in sentences]) @ load_model().projection
    centre, spread = vectors.mean(0), vectors.std(0) + 1e-6
    filled = np.hstack([matrix([one.features for one in sentences], names), (vectors - centre) / spread * VECTOR])
    right = np.array([float(one.right) for one in sentences])
    counts = np.array([one.weight for one in sentences])
    odds = filled @ (first := logistic(filled, right, counts))[:-1] + first[-1]
    start = 0
    for passage in passages:
        here = np.arange(start, start := start + len(passage.sentences))
        told = here[right[here] > 0]
        if once and len(told):
            right[told] = 0.0
            right[told[odds[told].argmax()]] = 1.0
    found = logistic(filled, right, counts)
    dense = found[len(names) : -1] * VECTOR / spread
    bias = float(found[-1] - centre @ dense)
    return weighed(names, found[: len(names)], bias, (load_model().projection @ dense).astype(np.float32))


def weighed(names: Sequence[str], values: Floats, bias: float, vector: NDArray[np.float32] | None = None) -> Weights:
    """Weights of the features that count at all."""
    empty = np.zeros(0, np.float32)
    kept = {name: float(value) for name, value in zip(names, values, strict=True) if abs(value) >= LEAST}
    return Weights(kept, vector if vector is not None else empty, bias)


def fit_forecasts(passages: Sequence[Passage], news: Sequence[Sentence]) -> Scores:
    """The scores of forecasts."""
    words = [word for passage in passages for one in passage.sentences for word in one.words]
    return {"sentence": fit_sentences(passages, news, once=False), "head": fit_words(words)}


def fit_silences(passages: Sequence[Passage], news: Sequence[Sentence]) -> Scores:
    """The scores of silences."""
    sentences = [one for passage in passages for one in passage.sentences]
    return {"sentence": fit_sentences(passages, news, once=True), "who": fit_choice(sentences)}


def held_out(
    passages: Sequence[Passage], fit: Callable[[Sequence[Passage]], Scores]
) -> Iterator[tuple[Passage, Scores]]:
    """Each passage with scores that have seen no passage of its register."""
    folds = [zlib.crc32(passage.row["group"].encode()) % FOLDS for passage in passages]
    for fold in range(FOLDS):
        scores = fit([one for one, own in zip(passages, folds, strict=True) if own != fold])
        yield from ((one, scores) for one, own in zip(passages, folds, strict=True) if own == fold)


def outcomes(one: Sentence, scores: Scores) -> Spans:
    """The outcomes found in a sentence, as find_forecasts finds them."""
    sure = scores["sentence"].score(one.features, one.vector)
    if sure < forecasts.VETO:
        return []
    kept: Spans = list(one.by_form)
    if sure >= forecasts.ENOUGH:
        odds = sorted(((scores["head"].score(word.features), n) for n, word in enumerate(one.words)), reverse=True)
        for own, n in odds:
            tells = one.words[n].tells
            apart = not any(tells.touches(other) for other in kept)
            if (own >= forecasts.BESIDE or not kept) and apart:
                kept.append(tells)
    return kept


def silents(one: Sentence, scores: Scores) -> Spans:
    """Who is found silent in a sentence, as find_silences finds it."""
    sure = scores["sentence"].score(one.features, one.vector)
    if one.by_form or sure < silences.ENOUGH or not one.words:
        return list(one.by_form)
    return [max(one.words, key=lambda word: scores["who"].score(word.features)).tells]


def measure(name: str, held: Iterator[tuple[Passage, Scores]]) -> str:
    """Precision and recall as the evals count them, by passages marked as in the gold and those of the text files."""
    counts: dict[str, Counter[str]] = {"as the gold": Counter(), "registers": Counter()}
    for passage, scores in held:
        count = counts["registers" if ".txt" in passage.row["group"] else "as the gold"]
        if name == "forecasts":
            got = [tells for one in passage.sentences for tells in outcomes(one, scores)]
            count.update(tally_outcomes(passage, got))
        else:
            got = [tells for one in passage.sentences for tells in silents(one, scores)]
            hit = any(is_meant(passage.row["text"][who.start : who.end], passage.row) for who in got)
            count.update(hits=int(hit), found=int(bool(got)), wanted=int(passage.row["silence"] is not None))
    return "; ".join(
        f"{name} {part}: precision {c['hits'] / max(1, c['found']):.3f} recall {c['hits'] / max(1, c['wanted']):.3f}"
        f" (n={c['wanted']})"
        for part, c in counts.items()
    )


def tally_outcomes(passage: Passage, got: Spans) -> Counter[str]:
    """How many outcomes of a passage are found, each once."""
    left, hits = list(got), 0
    for want in passage.row["forecasts"]:
        spot = place(passage.row["text"], want["outcome"])
        hit = next((one for one in left if alike(passage.row["text"], one, spot)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return Counter(hits=hits, found=len(got), wanted=len(passage.row["forecasts"]))


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="the corpus's train folder: running news")
    parser.add_argument("--check", action="store_true", help="measure only")
    wanted = parser.parse_args()
    reports = list(read_gold(wanted.polnear))
    plain = see_news((one.text for one in reports[:: len(reports) // NEWS][:NEWS]), NEWS_DAY)
    marks = load_marks("forecasts")
    for one in reports:
        if one.name in marks:
            plain[0].extend(see_marked(one.text, NEWS_DAY, marks[one.name]))
    for news, (name, see, fit) in zip(
        plain, (("forecasts", see_forecasts, fit_forecasts), ("silences", see_silences, fit_silences)), strict=True
    ):
        passages = [see(row) for row in load_passages(name)]
        if wanted.check:
            print(measure(name, held_out(passages, functools.partial(fit, news=news))))
        else:
            save_weights(OUT / f"{name}.npz", fit(passages, news))


if __name__ == "__main__":
    main()
