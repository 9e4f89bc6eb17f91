"""The trained part of the event coder: given who and to whom, which PLOVER type (weights/MODEL_CARD.md).

    pair.py      the two parties in the grammar, and the deeds that the rules see
    verdicts.py  the rules' view as features
    words.py     which words stand where
    vectors.py   what the shared encoder makes of them
    features.py  all of these by group
    model.py     the weights: a logistic regression, numpy alone
    classify.py  the verdict: type, calibrated score, margin, runner-up, reasons

How the weights are made: training/events.
"""

from foreigndesk.reading.events.classifier.classify import Verdict, classify, judge, look_at
from foreigndesk.reading.events.classifier.features import Seen
from foreigndesk.reading.events.classifier.model import Model, in_use, load_model, read_model

__all__ = ["Model", "Seen", "Verdict", "classify", "in_use", "judge", "load_model", "look_at", "read_model"]
