"""All features of a pair, by group. The order of GROUPS is that of the weights."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.reading.events.classifier import words
from foreigndesk.reading.events.classifier.pair import Pair
from foreigndesk.reading.events.classifier.vectors import Floats, pooled
from foreigndesk.reading.events.classifier.verdicts import Features, rule_features

GROUPS = ("rules", "path", "between", "whole", "after", "parties")


@dataclass(frozen=True)
class Seen:
    """The features of one pair: those with names by group, and the encoder's (places x width)."""

    named: dict[str, Features]
    vectors: Floats


def features_of(pair: Pair, rows: Floats) -> Seen:
    """The features of a pair; `rows` are the encoder's vectors of its Doc's tokens (tokens x width)."""
    flags = {
        "path": words.path_features(pair),
        "between": words.between_features(pair),
        "whole": words.whole_features(pair),
        "after": words.after_features(pair),
        "parties": words.party_features(pair),
    }
    named = {"rules": rule_features(pair)} | {group: dict.fromkeys(names, 1.0) for group, names in flags.items()}
    return Seen(named, pooled(pair, rows))
