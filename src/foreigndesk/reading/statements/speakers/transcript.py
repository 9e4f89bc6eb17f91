"""Who speaks which paragraph of a transcript: "LUND: We will go.", "Q:", "A:"."""

from __future__ import annotations

import bisect
import re

from foreigndesk.model import Span, paragraphs
from foreigndesk.reading.statements.speakers.cast import Named
from foreigndesk.reading.statements.speakers.member import Kind, Member

LABEL = re.compile(r"(?P<name>[A-Z](?:[\w.’'-]| (?=\w)){0,40}):\s")
ANSWER = frozenset({"a", "answer"})
# A report with fewer labelled paragraphs has a colon somewhere; one with more is a transcript.
FEWEST = 3


class Transcript:
    """The paragraphs of a report that are labelled with who speaks; a paragraph without a label goes on."""

    def __init__(self, text: str, named: Named) -> None:
        """Read the labels; a report with hardly any is no transcript."""
        self.starts: list[int] = []
        self.speakers: list[Member | None] = []
        self.labels: dict[int, int] = {}  # where each label starts, and where it ends
        labels = [(part.start, LABEL.match(text, part.start, part.end)) for part in paragraphs(text)]
        first = next((start for start, label in labels if label), 0)
        if sum(label is not None for _, label in labels) < FEWEST:
            return
        asked = interviewee(named, first)
        for start, label in labels:
            if label is not None:
                name = label.group("name")
                self.starts.append(start)
                self.labels[start] = label.end("name")
                self.speakers.append(asked if name.lower() in ANSWER else called(name, start, named))

    def speaker_at(self, place: int) -> Member | None:
        """Who speaks at a place in the text; None outside any labelled paragraph, or for a bare "Q"."""
        at = bisect.bisect_right(self.starts, place) - 1
        return self.speakers[at] if at >= 0 else None

    def label_at(self, span: Span) -> Member | None:
        """Whom a label names; None for other words."""
        return self.speaker_at(span.start) if self.labels.get(span.start, -1) >= span.end else None


def called(name: str, start: int, named: Named) -> Member | None:
    """Whom a label names: a name there, else the person whose name ends so."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    people = [member for member in named.members.values() if member.kind is Kind.PERSON and not member.name.isupper()]
    if found := next((member for member in people if member.name.lower().split()[-1] == last), None):
        return found
    end = start + len(name)
    return next((member for at, member in named.places() if start <= at < end), None)


def interviewee(named: Named, before: int) -> Member | None:
    """Who answers: the person named most before the first label."""
    counts: dict[str, int] = {}
    people: dict[str, Member] = {}
    for at, member in named.places():
        if at < before and member.kind is Kind.PERSON:
            counts[member.name] = counts.get(member.name, 0) + 1
            people[member.name] = member
    return people[max(counts, key=lambda name: counts[name])] if counts else None
