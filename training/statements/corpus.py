"""PolNeAR's brat stand-off files as typed values."""

import re
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Attribution:
    """One annotated attribution; spans are [start, end) characters of the text, each role's in reading order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Annotated:
    """One report with its attributions and the spans that annotators threw out."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    discarded: tuple[Span, ...]


def read_brat(name: str, text: str, stand_off: str) -> Annotated:
    """One report from its text and its brat annotations."""
    spans: dict[str, list[Span]] = {}
    labels: dict[str, str] = {}
    found: list[Attribution] = []
    for line in stand_off.splitlines():
        part = line.split("\t")
        if line.startswith("T") and len(part) > 1:
            label, offsets = part[1].split(" ", 1)
            labels[part[0]] = label
            pairs = [piece.split() for piece in offsets.split(";")]
            spans[part[0]] = [(int(start), int(end)) for start, end in pairs]
        elif line.startswith("E") and len(part) > 1:
            roles: dict[str, list[Span]] = {role: [] for role in ROLES}
            for item in part[1].split():
                role, ref = item.split(":")
                role = role.lower().rstrip("0123456789")  # Content2 is more of the content
                if role in roles:
                    roles[role] += spans.get(ref, [])
            found.append(Attribution(*(tuple(sorted(roles[role])) for role in ROLES)))
    discarded = tuple(span for ref, label in labels.items() if label == "Discard" for span in spans[ref])
    return Annotated(name, text, tuple(found), discarded)


def read_corpus(folder: Path) -> list[Annotated]:
    """Every report of a folder with text/ and attributions/; of several annotators the first by file name."""
    stand_off = sorted((folder / "attributions").glob("*.ann"))
    reports = []
    for path in sorted((folder / "text").glob("*.txt")):
        mine = re.compile(re.escape(path.stem) + r"(_[0-9a-z]+)?")
        ann = next((a for a in stand_off if mine.fullmatch(a.stem)), None)
        if ann is not None:
            with path.open(encoding="utf-8", newline="") as file:  # newline="" keeps the offsets true
                text = file.read()
            reports.append(read_brat(path.stem, text, ann.read_text(encoding="utf-8")))
    return reports
