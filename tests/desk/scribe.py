"""Readings made without a parser, for tests of what is weighed: a report is some lines, each a statement or a deed."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.model import (
    Certainty,
    Event,
    Force,
    Mention,
    Passage,
    Reading,
    Report,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    name_id,
    report_id,
)


@dataclass(frozen=True)
class Line:
    """What one sentence tells: the words, and who says them with which force; without a speaker the report tells it."""

    words: str
    speaker: str = ""
    force: Force = Force.ASSERT
    sourcing: SourcingKind = SourcingKind.NAMED

    @property
    def printed(self) -> str:
        return f"{self.speaker} {CUES[self.force]} that {self.words}." if self.speaker else f"{self.words}."


CUES = {Force.ASSERT: "said", Force.DENY: "denied", Force.DOUBT: "doubted"}


def reading_of(lines: list[Line], outlet: str, day: str | None, version: str = "scribe/1") -> Reading:
    """A report with these lines, a paragraph each, as read."""
    text = "\n\n".join(line.printed for line in lines)
    report = Report(report_id(text, outlet), f"{outlet}.txt", text, outlet=outlet, published=day, language="en")
    statements, events, sentences, start = [], [], [], 0
    for line in lines:
        at = start + line.printed.index(line.words)
        said = Passage(at, at + len(line.words), line.words)
        cue = CUES[line.force]
        sentences.append(Span(start, start + len(line.printed)))
        if line.speaker:
            cue_at = start + len(line.speaker) + 1
            mention = Mention(line.speaker, name=line.speaker, start=start, end=start + len(line.speaker))
            statements.append(
                Statement(
                    id=name_id("s", report.id, start),
                    kind=StatementKind.STATEMENT,
                    speaker=mention,
                    cue=Passage(cue_at, cue_at + len(cue), cue),
                    content=(said,),
                    force=line.force,
                    certainty=Certainty(),
                    sourcing=Sourcing(line.sourcing),
                )
            )
        else:
            events.append(Event(name_id("e", report.id, start), "CONSULT", (), (), (), (), said, said))
        start += len(line.printed) + 2
    return Reading(report, version, tuple(sentences), (), tuple(statements), tuple(events))
