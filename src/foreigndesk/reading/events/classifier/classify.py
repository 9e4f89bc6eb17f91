"""A pair of parties in a report -> the PLOVER type of what the one did to the other, with a score and reasons."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Reason, Span
from foreigndesk.reading.events.classifier.features import Seen, features_of
from foreigndesk.reading.events.classifier.model import Model, model_in_use
from foreigndesk.reading.events.classifier.pair import Pair, words_of
from foreigndesk.reading.events.classifier.vectors import Floats
from foreigndesk.reading.events.classifier.verdicts import YIELDING, root_of
from foreigndesk.reading.statements.tagging import vectors_of

# The training labels do not tell the two ways of giving way apart. Where the rules do not either, the deed is taken as
# done: the benchmark counts all of it as material cooperation (Hu et al. 2024).
GAVE_WAY = "RETREAT"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one party did to the other.

    type: one of the 16 PLOVER types. score: 0 to 1, calibrated on held-out folds of the training sentences; how often
    such a verdict is right there, given that something happened between the two at all. margin: score less that of the
    runner-up. uncertain: whether the margin is below the model's floor.
    """

    type: str
    score: float
    margin: float
    runner_up: str
    uncertain: bool
    reasons: tuple[Reason, ...]

    @property
    def root(self) -> str:
        """The type as one of the 15 roots of PLV (CONCEDE and RETREAT are YIELD)."""
        return root_of(self.type)

    @property
    def penta(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; YIELD is 2 there."""
        return 2 if self.root == "YIELD" else load_types()[self.type].quad


def classify(
    doc: Doc, actor: Span | None, recipient: Span | None, hint: str | None = None, model: Model | None = None
) -> Verdict:
    """The type of what `actor` did to `recipient` (None: nobody is named); spans are characters of the Doc's text.

    Looks at the sentences from the one to the other. `hint` is the type that a rule gave, if any: it tells CONCEDE from
    RETREAT and is told in the reasons; it does not change the type otherwise. `model` is the one in use (the shipped
    one) unless given. There is no "nothing happened": PLV has no such rows, so whether anything happened at all is for
    the rules to say. One of the two may be None; ValueError if neither has a word in the text.
    """
    pair, seen = look(doc, actor, recipient)
    return judge(seen, model or model_in_use(), hint or yielded(pair))


def look(doc: Doc, actor: Span | None, recipient: Span | None) -> tuple[Pair, Seen]:
    """The pair in its own sentences, and its features."""
    return look_at(doc, vectors_of(doc), actor, recipient)


def look_at(doc: Doc, rows: Floats, actor: Span | None, recipient: Span | None) -> tuple[Pair, Seen]:
    """As `look`, with the encoder's vectors of the Doc's tokens at hand."""
    words = [doc[i] for span in (actor, recipient) for i in words_of(doc, span)]
    if not words:
        raise ValueError("neither actor nor recipient has a word in the text")
    first, last = min(word.sent.start for word in words), max(word.sent.end for word in words)
    part, back = doc[first:last].as_doc(), doc[first].idx
    ours, theirs = (moved(span, back) if words_of(doc, span) else None for span in (actor, recipient))
    pair = Pair(part, ours, theirs)
    return pair, features_of(pair, rows[first:last])


def moved(span: Span | None, back: int) -> Span | None:
    """A span counted from a later character."""
    return Span(max(0, span.start - back), span.end - back) if span is not None else None


def judge(seen: Seen, model: Model, hint: str | None = None) -> Verdict:
    """The verdict a model comes to over the features of a pair."""
    chances = model.chances(seen)
    order = chances.argsort()[::-1]
    best, second = (model.labels[i] for i in order[:2])
    score, margin = float(chances[order[0]]), float(chances[order[0]] - chances[order[1]])
    kind = (hint if hint in YIELDING else GAVE_WAY) if best == "YIELD" else best
    told = [Reason("classifier", f"Learned from coded sentences: {kind}, then {second} (margin {margin:.2f}).")]
    if hint is not None and root_of(hint) != root_of(kind):
        told.append(Reason("classifier-differs", f"The rules alone would have it as {hint}."))
    return Verdict(kind, score, margin, second, margin < model.floor, tuple(told))


def yielded(pair: Pair) -> str | None:
    """CONCEDE or RETREAT, whichever the rules find first between the two; None if neither."""
    return next((fit.coded.outcome.type for fit in pair.fits if fit.coded.outcome.type in YIELDING), None)
