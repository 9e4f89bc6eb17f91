"""Voices on the project's own cases: evals/gold/voices."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import FRESH, Figure, as_unseen, drawn
from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.lineage import voices
from foreigndesk.desk.placing import Placer
from foreigndesk.errors import DeskError
from foreigndesk.model import Report, VoiceCount, report_id
from foreigndesk.reading.reader import Reader

GOLD = Path(__file__).parent / "gold" / "voices"
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Counted:
    """A case of the gold and what the desk counts in it; None where it does not find the content."""

    name: str
    gold: dict[str, Any]
    count: VoiceCount | None

    @property
    def fewest(self) -> bool:
        """Whether the least number is right."""
        return self.count is not None and self.count.fewest == self.gold["fewest"]

    @property
    def most(self) -> bool:
        """Whether the greatest number is right."""
        return self.count is not None and self.count.most == self.gold["most"]


def count_all(reader: Reader, gold_folder: Path = GOLD) -> list[Counted]:
    """Every case, read, placed and counted in a case file of its own."""
    found = []
    for path in sorted(gold_folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder, open_case(Path(folder) / "case.db", write=True) as case:
            keep(case, reader, gold["reports"])
            found.append(Counted(path.stem, gold, ask(case, gold["question"])))
    return found


def keep(case: CaseFile, reader: Reader, reports: list[dict[str, Any]]) -> None:
    """Read and place reports of the gold."""
    placer = Placer(case)
    for row in reports:
        report = Report(
            report_id(row["text"], row["outlet"]),
            row["name"],
            row["text"],
            headline=row.get("headline"),
            outlet=row["outlet"],
            byline=row.get("byline"),
            published=row["published"],
            language="en",
        )
        reading = reader.read(report)
        case.save_report(report, row["text"].encode(), NOW)
        case.save_reading(reading, NOW)
        placer.place(report, reading.spun)


def ask(case: CaseFile, question: str) -> VoiceCount | None:
    """The voices behind the statement, else the event, whose words hold the most of the question's."""
    wanted = set(question.lower().split())
    candidates = [
        (share(wanted, " ".join(part.text for part in one.statement.content)), one.statement.id)
        for one in case.load_statements()
    ]
    candidates += [(share(wanted, one.event.passage.text) * 0.9, one.event.id) for one in case.load_events()]
    for _, each in sorted(candidates, reverse=True)[:1]:
        try:
            return voices(case, each)
        except DeskError:
            return None
    return None


def share(wanted: set[str], text: str) -> float:
    """How much two wordings have in common (Jaccard)."""
    words = set(text.lower().split())
    return len(wanted & words) / max(len(wanted | words), 1)


def measure(shared: Path | None) -> list[Figure]:  # noqa: ARG001 - the project's own gold needs no corpora
    """Share of cases whose least and greatest number are right."""
    reader = Reader()
    return [
        *figures_of(count_all(reader)),
        *as_unseen(figures_of(count_all(reader, GOLD / "unseen"))),
        *as_unseen(drawn(count_all(reader, GOLD / FRESH), figures_of), FRESH),
    ]


def figures_of(counted: Sequence[Counted]) -> list[Figure]:
    """The figures of some cases."""
    size = len(counted)
    return [
        Figure("voices.fewest", sum(one.fewest for one in counted) / size, None, size),
        Figure("voices.most", sum(one.most for one in counted) / size, None, size),
        Figure("voices.both", sum(one.fewest and one.most for one in counted) / size, None, size),
    ]


if __name__ == "__main__":
    import sys

    for one in count_all(Reader()):
        count = one.count
        line = f"{count.fewest}-{count.most}" if count else "not found"
        if not (one.fewest and one.most):
            sys.stdout.write(f"{one.name}: {line}, gold {one.gold['fewest']}-{one.gold['most']}\n")
