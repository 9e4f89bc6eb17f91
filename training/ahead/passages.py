"""The passages to learn from: those of the text files with their marks, and those in the fields of the gold.

In a text file a passage stands on a line, under a headline `# register`. `{...}` marks an outcome, or who is silent,
`[...]` a condition; nothing is marked in a passage with none. All are of the same day.

Of running news, which is not part of this project, `news.tsv` tells by places what some sentences tell.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evals.weighing import GOLD, Row

HERE = Path(__file__).parent
DAY = "2025-03-12"
STRETCH = 20  # passages of a gold file that are held out together, as were they of one register
MARKS = re.compile(r"[{}\[\]]")
MARKED = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Mark:
    """A sentence of a report of PolNeAR's train folder, by characters, and whether it tells what it was taken for."""

    report: str
    start: int
    end: int
    right: bool


def load_marks(name: str) -> dict[str, list[Mark]]:
    """The marked sentences of running news, of "forecasts" or "silences", by report."""
    marks = defaultdict[str, list[Mark]](list)
    with (HERE / "news.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["tells"] == name:
                one = Mark(row["report"], int(row["start"]), int(row["end"]), row["right"] == "1")
                marks[one.report].append(one)
    return marks


def load_marked(name: str) -> list[Row]:
    """The passages of a text file as rows of the gold, each with its register as `group`."""
    rows, group = [], ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            group = f"{name}: {line[2:]}"
        elif line.strip():
            marked = [MARKS.sub("", words) for words in MARKED.findall(line)]
            empty = {"condition": None, "horizon": None, "speaker": None, "kind": ""}
            rows.append(
                {
                    "text": MARKS.sub("", line),
                    "published": DAY,
                    "group": group,
                    "forecasts": [{"outcome": words, **empty} for words in marked],
                    "silence": {"actor": marked[0], "about": None} if marked else None,
                }
            )
    return rows


def load_rows(name: str) -> list[Row]:
    """The passages of a JSONL file of this folder, or of the first half of a gold file ("gold/forecasts")."""
    path = GOLD / name.removeprefix("gold/") / "sentences.jsonl" if "/" in name else HERE / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = rows[: len(rows) // 2] if "/" in name else rows
    return [{**row, "group": f"{name} {n // STRETCH}"} for n, row in enumerate(rows)]


def load_passages(name: str) -> list[Row]:
    """All passages to learn "forecasts" or "silences" from."""
    rows = load_rows(f"gold/{name}")
    for path in sorted(HERE.glob(f"{name}*.jsonl")):
        rows += load_rows(path.stem)
    for path in sorted(HERE.glob(f"{name}_*.txt")):
        rows += load_marked(path.name)
    return rows
