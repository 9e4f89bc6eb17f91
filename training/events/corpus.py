"""PLV as it is learned from: marked sentences with their roots, and the features of each."""

import csv
from dataclasses import dataclass
from pathlib import Path

from foreigndesk.desk.pairs import Marked, read_marked
from foreigndesk.errors import IntakeError
from foreigndesk.reading.events.classifier import Seen, look_at
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.tagging import load_tagger


@dataclass(frozen=True)
class Row:
    """A row of PLV with its gold root and penta class."""

    marked: Marked
    root: str
    penta: int


def read_rows(path: Path) -> list[Row]:
    """The rows whose marks can be read."""
    found = []
    with path.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines, delimiter="\t"):
            try:
                marked = read_marked(record["marked_sentence"])
            except IntakeError as error:
                print(f"left out: {error.message}")
                continue
            found.append(Row(marked, record["gold_root"], int(record["gold_penta"])))
    return found


def look_at_rows(rows: list[Row]) -> list[Seen]:
    """The features of each row, its sentence read alone."""
    tagger = load_tagger()
    found = []
    for row in rows:
        doc = parse(row.marked.sentence)
        found.append(look_at(doc, tagger.vectors(doc), row.marked.actor, row.marked.recipient)[1])
    return found
