"""What an analyst should look at first: findings by how doubtful they are and how much hangs on them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.model import Cite, Event, Force, Reason, SourcingKind, Statement

# Weights of an order and of nothing else: chosen, not measured. They say that not knowing who speaks is the worst of
# doubts, as it was the most frequent mistake in the gold of statements (12 % of speakers wrong, 9 % of sourcing).
SURE = 0.9  # a model score below is told as a reason
UNSCORED = 0.6  # what a finding of rules, which has no score, counts as
SPEAKER = 0.35
SOURCING = 0.15
EVENT = 0.3
# What hangs on a finding: a denial or a threat is quoted more than a remark, a contested claim rests on each statement.
HEAVY = frozenset({Force.DENY, Force.THREATEN, Force.PROMISE})
HEAVY_FORCE = 0.5
CONTESTED = 1.0


@dataclass(frozen=True, slots=True)
class ToReview:
    """One finding that nobody has reviewed: how doubtful (0 to about 1), how much hangs on it (0 up), and why."""

    finding: str
    kind: str
    words: str
    cite: Cite
    doubt: float
    weight: float
    reasons: tuple[Reason, ...]

    @property
    def rank(self) -> float:
        """What the queue is ordered by: doubt times weight, so that neither counts without the other."""
        return self.doubt * (1 + self.weight)


def judge_queue(items: Iterable[ToReview]) -> tuple[ToReview, ...]:
    """The findings to review, those with most doubt and most that hangs on them first, then by id."""
    return tuple(sorted(items, key=lambda one: (-one.rank, one.finding)))


def statement_to_review(statement: Statement, report: str, family: int, *, contested: bool) -> ToReview:
    """A statement as an item of the queue; `family` is how many reports tell it as kin of each other."""
    doubt, reasons = scored(statement.model_score)
    if statement.speaker.doubt:
        doubt += SPEAKER
        reasons.append(Reason("speaker", f"Who speaks is uncertain: {statement.speaker.doubt}."))
    if statement.sourcing.kind is SourcingKind.NONE:
        doubt += SOURCING
        reasons.append(Reason("sourcing", "Nobody is named for it."))
    weight = math.log2(max(family, 1))
    if family > 1:
        reasons.append(Reason("echo", f"{family} reports carry it."))
    if statement.force in HEAVY:
        weight += HEAVY_FORCE
        reasons.append(Reason("force", f"It is told as what somebody would {statement.force.value}."))
    if contested:
        weight += CONTESTED
        reasons.append(Reason("contested", "Others deny or doubt it."))
    first = statement.content[0] if statement.content else statement.cue
    cite = Cite(report, first.start, statement.content[-1].end if statement.content else first.end) if first else None
    return ToReview(statement.id, "statement", statement.words, cite or Cite(report, 0, 0), doubt, weight, (*reasons,))


def event_to_review(event: Event, report: str, family: int) -> ToReview:
    """An event as an item of the queue."""
    doubt, reasons = scored(event.model_score)
    if event.uncertain:
        doubt += EVENT
        reasons.append(Reason("uncertain", f"{event.uncertain[:1].upper()}{event.uncertain[1:].rstrip('.')}."))
    weight = math.log2(max(family, 1))
    if family > 1:
        reasons.append(Reason("echo", f"{family} reports carry it."))
    cite = Cite(report, event.passage.start, event.passage.end)
    return ToReview(event.id, "event", event.passage.text, cite, doubt, weight, (*reasons,))


def scored(model_score: float | None) -> tuple[float, list[Reason]]:
    """The doubt that a model score leaves, in [0, 1], and the reason where it is much."""
    if model_score is None:
        return 1 - UNSCORED, []
    doubt = max(0.0, 1 - model_score)
    low = model_score < SURE
    return doubt, [Reason("model-score", f"The reader's own score is {model_score:.2f}.")] if low else []
