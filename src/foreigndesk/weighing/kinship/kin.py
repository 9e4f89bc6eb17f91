"""What judging needs of one report, made once and kept as long as the report is compared."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.model import Report, Spun
from foreigndesk.weighing.kinship.sketch import Sketch, sketch_from
from foreigndesk.weighing.kinship.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Kin:
    """A report made ready for comparison: its words, its sketch, and the traces of spinning if the reader found any."""

    report: Report
    words: Words
    sketch: Sketch
    spun: Spun | None = None


def kin_of(report: Report, spun: Spun | None = None) -> Kin:
    """A report made ready for comparison.

    >>> kin_of(Report("r-1", "invented", "The envoy left."), None).words.starts.tolist()
    [0, 4, 10]
    """
    words = words_of(report.text)
    return Kin(report, words, sketch_from(words), spun)
