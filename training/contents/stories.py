"""The training stories: for each topic some statements, those of one claim under one letter."""

from dataclasses import dataclass
from pathlib import Path

from foreigndesk.model import Force

STORIES = Path(__file__).parent / "stories.txt"
FORCES = {
    "a": Force.ASSERT,
    "d": Force.DENY,
    "n": Force.DECLINE,
    "o": Force.DOUBT,
    "p": Force.PROMISE,
    "q": Force.ASK,
    "t": Force.THREATEN,
    "u": Force.URGE,
    "w": Force.PREDICT,
}


@dataclass(frozen=True)
class Line:
    """One statement of a story; `claim` is its topic and letter: statements of one claim answer one question."""

    topic: str
    claim: str
    force: Force
    speaker: str
    cue: str
    content: str


def load_stories(path: Path = STORIES) -> list[Line]:
    """Every statement, in order."""
    lines, topic = [], ""
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            topic = row[2:]
        elif row.strip():
            label, speaker, cue, content = (part.strip() for part in row.split("|"))
            letter, force = label.split()
            lines.append(Line(topic, f"{topic}:{letter}", FORCES[force], speaker, cue, content))
    return lines
