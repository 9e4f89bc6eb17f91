"""Macro-F1 as PLV is scored."""

from collections.abc import Sequence

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.reading.events.classifier.verdicts import YIELDING, root_of

# PLV counts giving way, in word and in deed, as material cooperation.
PENTA = {root_of(name): 2 if name in YIELDING else kind.quad for name, kind in load_types().items()}


def f1_by_class(gold: Sequence[str], told: Sequence[str]) -> dict[str, float]:
    """F1 of each class that occurs in gold."""
    result = {}
    for label in sorted(set(gold)):
        hits = sum(g == p == label for g, p in zip(gold, told, strict=True))
        result[label] = 2 * hits / (gold.count(label) + told.count(label)) if hits else 0.0
    return result


def macro(gold: Sequence[str], told: Sequence[str]) -> float:
    """Macro-F1 over the gold classes."""
    return sum(scores.values()) / len(scores) if (scores := f1_by_class(gold, told)) else 0.0


def pentas(roots: Sequence[str]) -> list[str]:
    """The penta class of each root, as PLV prints it."""
    return [str(PENTA[root]) for root in roots]
