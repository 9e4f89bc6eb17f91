"""What the rules say of a pair, as features: the deeds they see, what these became, and how well they fit the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from foreigndesk.lexicon.codebook import load_triggers
from foreigndesk.reading.events.classifier.pair import Fit, Pair
from foreigndesk.reading.events.deeds import NOUN_TAGS

Features = dict[str, float]
YIELDING = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
RANKS = ("best", "next")  # of further deeds it does not matter how far down they come


def root_of(kind: str) -> str:
    """The root a type is measured as: the two ways of giving way are one (PLV, Hu et al. 2024).

    >>> root_of("RETREAT"), root_of("AID")
    ('YIELD', 'AID')
    """
    return YIELDING.get(kind, kind)


def rule_features(pair: Pair) -> Features:
    """Features of the rules' view; each is 0 or 1, but for the shares of loose triggers."""
    found: Features = {}
    for n, fit in enumerate(pair.fits):
        root = root_of(fit.coded.outcome.type)
        found[f"any:{root}"] = found[f"{RANKS[n] if n < len(RANKS) else 'more'}:{root}"] = 1.0
    if pair.fits:
        found |= dict.fromkeys(of_best(pair.fits[0]), 1.0)
    else:
        found["none"] = 1.0
    way = {token.i for token in pair.path}
    for i, deed in pair.deeds.items():
        found[f"deed:{deed.trigger.type}"] = 1.0
        found[f"deed:{deed.trigger.type}:{'on' if i in way or deed.verb.i in way else 'off'}"] = 1.0
    return found | loose_triggers(pair)


def of_best(fit: Fit) -> Iterator[str]:
    """The deed that fits best: trigger, type, mode, rule, marks of its reality, content."""
    coded = fit.coded
    trigger, outcome = coded.deed.trigger, coded.outcome
    root, words = root_of(outcome.type), " ".join(trigger.words)
    yield f"best:{root}:{fit.has_actor:d}{fit.has_recipient:d}"
    yield f"best:{root}:{min(3, max(0, int(fit.score // 5)))}"
    yield f"trigger:{words}"
    yield f"trigger:{words}:{outcome.type}"
    yield f"named:{trigger.type}>{outcome.type}:{outcome.auxiliary}"
    yield f"rule:{outcome.rule}"
    yield f"mode:{outcome.type}:{outcome.mode}"
    yield f"kind:{trigger.kind}"
    yield f"effect:{coded.deed.effect}"
    for mark in coded.reality.marks:
        yield f"mark:{mark}"
        yield f"mark:{trigger.type}:{mark}"
    if coded.deed.carrier is not None:
        yield f"carrier:{coded.deed.carrier.lemma_.lower()}"
    if coded.content is not None:
        yield f"content:{coded.content.trigger.type}"
        yield f"content:{trigger.type}>{coded.content.trigger.type}"


def loose_triggers(pair: Pair) -> Features:
    """Words that carry a trigger whatever stands around them: the share of each root among their rows, summed."""
    found: Features = {}
    way = {token.i for token in pair.path}
    for token in pair.doc:
        rows = load_triggers().get((token.lemma_.lower(), token.pos_ in NOUN_TAGS), ())
        for root, count in Counter(root_of(row.type) for row in rows).items():
            for name in (f"loose:{root}", f"way:{root}") if token.i in way else (f"loose:{root}",):
                found[name] = found.get(name, 0.0) + count / len(rows)
    return found
