"""A reader for the tests of `collect` that needs no model: every sentence with "said" is a statement."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from foreigndesk.casefile import open_case
from foreigndesk.desk.collect import Step, collect
from foreigndesk.intake import Overrides
from foreigndesk.model import (
    Certainty,
    Force,
    Mention,
    Passage,
    Reading,
    Report,
    Setback,
    Sourcing,
    SourcingKind,
    Statement,
    StatementKind,
    name_id,
)

SENTENCE = re.compile(r"[^\s.][^.]*\bsaid\b[^.]*\.")


class Clerk:
    """Reads slowly, if told so; fails on reports that have the word "failing"; notes which reports it was given."""

    def __init__(self, version: str = "clerk/1", seconds: float = 0.0) -> None:
        self.version = version
        self.seconds = seconds
        self.given: list[Report] = []

    def read(self, report: Report) -> Reading:
        self.given.append(report)
        time.sleep(self.seconds)
        if "failing" in report.text:
            raise ZeroDivisionError("no sentence to divide by")
        if report.language not in {None, "en"}:
            foreign = Setback(report.path, "reading", f"in another language ({report.language})", report=report.id)
            return Reading(report, self.version, setbacks=(foreign,))
        statements = [
            Statement(
                id=name_id("s", report.id, said.start()),
                kind=StatementKind.STATEMENT,
                speaker=Mention(),
                cue=None,
                content=(Passage(said.start(), said.end(), said.group()),),
                force=Force.ASSERT,
                certainty=Certainty(),
                sourcing=Sourcing(SourcingKind.NONE),
            )
            for said in SENTENCE.finditer(report.text)
        ]
        return Reading(report, self.version, statements=tuple(statements))


def main(path: Path, reports: str) -> None:
    """A desk in a process of its own, slow enough to be interrupted."""

    def tell(step: Step) -> None:
        sys.stdout.write(f"{step.report}\n")
        sys.stdout.flush()

    with open_case(path, write=True) as case:
        collect(case, [reports], Overrides(), Clerk(seconds=0.05), tell)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
