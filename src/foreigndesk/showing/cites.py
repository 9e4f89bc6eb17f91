"""Cites as people read them: a short report id and a paragraph number, [r-3ea2c3 ¶4]."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.model import Cite, Report, Span, paragraphs

# Six hexadecimal digits tell any two of 100 reports apart with 99.97 % (n^2 / 2^25) and can be typed from paper;
# `short_ids` takes more where six are not enough.
FEWEST_DIGITS = 6


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Each id with its shortest form of at least six digits; all forms are of one length and no two the same.

    >>> short_ids(["r-3ea2c3f0a1b2", "r-3ea2c3999999", "r-b5b4efb2522d"])["r-3ea2c3f0a1b2"]
    'r-3ea2c3f'
    """
    known = sorted(set(ids))
    length = len("r-") + FEWEST_DIGITS
    longest = max((len(known_id) for known_id in known), default=length)
    while length < longest and len({known_id[:length] for known_id in known}) < len(known):
        length += 1
    return {known_id: known_id[:length] for known_id in known}


def paragraph_at(spans: tuple[Span, ...], start: int) -> int:
    """The number, from 1, of the paragraph that holds the offset; of one between paragraphs, the one before.

    >>> paragraph_at((Span(0, 4), Span(6, 10)), 7)
    2
    """
    return max(bisect.bisect_right([span.start for span in spans], start), 1)


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A cite ready to be shown: report and [start, end) as in a Cite, the paragraph (from 1), and the printed label."""

    report: str
    start: int
    end: int
    paragraph: int
    label: str

    @property
    def opens(self) -> str:
        """What `foreigndesk show` opens it with: the whole report id and the paragraph."""
        return f"{self.report}:{self.paragraph}"


class Labels:
    """The labels of cites into the given reports."""

    def __init__(self, reports: Iterable[Report], known: Iterable[str] = ()) -> None:
        """Keep where paragraphs begin. `known` are further report ids that a short id must not be taken for."""
        self.paragraphs = {report.id: paragraphs(report.text) for report in reports}
        self.short = short_ids([*self.paragraphs, *known])

    def ref(self, cite: Cite) -> Ref:
        """The cite with its paragraph and label; of a report that was not given, KeyError."""
        number = paragraph_at(self.paragraphs[cite.report], cite.start)
        return Ref(cite.report, cite.start, cite.end, number, f"{self.short[cite.report]} ¶{number}")
