"""PolNeAR in brat stand-off -> reports with gold attributions, offsets true to the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Attribution = dict[str, list[list[int]]]  # role (source, cue, content) -> spans [start, end)
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class GoldReport:
    """A report's name and text, what the first annotator marked, and the spans to leave out of account."""

    name: str
    text: str
    attributions: list[Attribution]
    discarded: list[list[int]]


def read_gold(folder: Path) -> Iterator[GoldReport]:
    """The annotated reports of a folder with text/ and attributions/, by name; the first annotator by file name."""
    notes = sorted((folder / "attributions").glob("*.ann"))
    for path in sorted((folder / "text").glob("*.txt")):
        mine = [note for note in notes if re.fullmatch(re.escape(path.stem) + r"(_[0-9a-z]+)?", note.stem)]
        if mine:
            text = path.read_bytes().decode("utf-8")
            yield GoldReport(path.stem, text, *parse_standoff(mine[0].read_text(encoding="utf-8")))


def parse_standoff(notes: str) -> tuple[list[Attribution], list[list[int]]]:
    """Attributions and discarded spans of one brat file."""
    spans: dict[str, list[list[int]]] = {}
    labels: dict[str, str] = {}
    events: list[list[str]] = []
    for line in notes.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:  # a printed line break inside a passage starts a line of its own
            labels[parts[0]], offsets = parts[1].split(" ", 1)
            spans[parts[0]] = [[int(number) for number in piece.split()] for piece in offsets.split(";")]
        elif line.startswith("E") and len(parts) > 1:
            events.append(parts[1].split())
    attributions = []
    for event in events:
        found: Attribution = {role: [] for role in ROLES}
        for role, reference in (part.split(":") for part in event):
            name = role.lower().rstrip("0123456789")  # Content2 -> content
            if name in found:
                found[name] += spans.get(reference, [])
        attributions.append(found)
    return attributions, [span for key, label in labels.items() if label == "Discard" for span in spans[key]]
