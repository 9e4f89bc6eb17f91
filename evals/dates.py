"""How many dates are resolved rightly, on the project's own gold (evals/gold/dates.jsonl, README-dates.md).

    python -m evals.dates [--misses]

Right means that bounds and granularity are both those of the gold, in one when that touches the phrase; for a phrase
that is no date, that no when touches it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evals.figures import Figure, print_figures
from foreigndesk.model import When, day_of
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.parse import load_parser

GOLD = Path(__file__).parent / "gold" / "dates.jsonl"
BAR = 0.95
RESAMPLES, SEED = 1000, 20241031


@dataclass(frozen=True)
class Phrase:
    """One row of the gold."""

    id: str
    group: str
    anchor: str | None
    text: str
    phrase: str
    start: int
    end: int
    earliest: str | None
    latest: str | None
    granularity: str | None
    tense: str
    note: str = ""


@dataclass(frozen=True)
class Verdict:
    """A phrase and what was found for it."""

    phrase: Phrase
    found: tuple[When, ...]

    @property
    def when(self) -> When | None:
        """The one when that touches the phrase."""
        return self.found[0] if len(self.found) == 1 else None

    @property
    def is_right(self) -> bool:
        """Bounds and granularity as in the gold."""
        if self.phrase.granularity is None or self.when is None:
            return self.phrase.granularity is None and not self.found
        gold = (self.phrase.earliest, self.phrase.latest, self.phrase.granularity)
        return (self.when.earliest, self.when.latest, self.when.granularity.value) == gold


def load_phrases(path: Path = GOLD) -> list[Phrase]:
    """The rows of the gold, in order."""
    return [Phrase(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def read_gold(phrases: list[Phrase]) -> tuple[list[Verdict], list[When]]:
    """A verdict for every phrase, and the whens found in its passages that touch none."""
    passages: dict[tuple[str, str | None], list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        passages[phrase.text, phrase.anchor].append(phrase)
    verdicts, strays = [], []
    docs = load_parser().pipe(text for text, _ in passages)  # a passage is one paragraph: together as when parsed apart
    for ((_, anchor), marked), doc in zip(passages.items(), docs, strict=True):
        whens = find_whens(doc, day_of(anchor))
        found = [Verdict(one, tuple(w for w in whens if w.start < one.end and one.start < w.end)) for one in marked]
        verdicts += found
        strays += [when for when in whens if not any(when in verdict.found for verdict in found)]
    return verdicts, strays


def interval(verdicts: list[Verdict]) -> tuple[float, float]:
    """95 % bootstrap interval of the share that is right, over passages."""
    passages: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        passages[verdict.phrase.text].append(verdict.is_right)
    pool, dice = list(passages.values()), random.Random(SEED)
    shares = []
    for _ in range(RESAMPLES):
        drawn = [right for passage in dice.choices(pool, k=len(pool)) for right in passage]
        shares.append(sum(drawn) / len(drawn))
    shares.sort()
    return shares[round(0.025 * RESAMPLES)], shares[round(0.975 * RESAMPLES) - 1]


def figures_of(verdicts: list[Verdict], strays: list[When]) -> list[Figure]:
    """The figures: all, by group, tense, words, and the share of whens found that are dates in the gold."""
    dates = [verdict for verdict in verdicts if verdict.phrase.granularity is not None]
    by_group: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        by_group[verdict.phrase.group].append(verdict.is_right)
    tense = [verdict.when is not None and verdict.when.tense == verdict.phrase.tense for verdict in dates]
    words = [verdict.when is not None and verdict.when.printed == verdict.phrase.phrase for verdict in dates]
    hits = sum(len(verdict.found) for verdict in dates)
    found = hits + len(strays) + sum(len(verdict.found) for verdict in verdicts if verdict.phrase.granularity is None)
    right = [verdict.is_right for verdict in verdicts]
    return [
        Figure("dates.right", sum(right) / len(right), BAR, len(right), interval(verdicts), "bounds and granularity"),
        *(Figure(f"dates.right.{group}", sum(one) / len(one), n=len(one)) for group, one in by_group.items()),
        Figure("dates.tense", sum(tense) / len(tense), n=len(tense)),
        Figure("dates.words", sum(words) / len(words), n=len(words), note="the printed words exactly"),
        Figure("dates.precision", hits / found, n=found, note="whens found that are dates in the gold"),
    ]


def measure(_shared: Path | None = None) -> list[Figure]:
    """The figures of this topic; they need no corpora."""
    return figures_of(*read_gold(load_phrases()))


def describe(verdict: Verdict) -> str:
    """A miss, in one line."""
    gold = verdict.phrase
    wanted = f"{gold.earliest}..{gold.latest} {gold.granularity}"
    got = "; ".join(
        f"{w.printed!r} {w.earliest}..{w.latest} {w.granularity} {w.tense} [{w.rule}]" for w in verdict.found
    )
    anchor = dt.date.fromisoformat(gold.anchor[:10]).strftime("%a %Y-%m-%d") if gold.anchor else "no anchor"
    return f"{gold.id} {gold.phrase!r} ({anchor}) wanted {wanted}; found {got or 'nothing'} | {gold.text}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every phrase that is wrong")
    wanted = parser.parse_args()
    verdicts, strays = read_gold(load_phrases())
    print_figures(figures_of(verdicts, strays))
    if wanted.misses:
        print(*(describe(verdict) for verdict in verdicts if not verdict.is_right), sep="\n")
        print(*(f"stray {when}" for when in strays), sep="\n")


if __name__ == "__main__":
    main()
