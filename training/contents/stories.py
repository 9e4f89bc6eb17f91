"""The training stories: for each topic some statements, those of one claim under one letter."""

import functools
from dataclasses import dataclass
from pathlib import Path

from foreigndesk.model import Force

FOLDS = 3  # every third topic is held out in turn
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

    @property
    def whole(self) -> str:
        """The statement as it is encoded: speaker, words of telling and content."""
        return " ".join(filter(None, (self.speaker, self.cue, self.content)))


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


@functools.cache
def fold_of(topic: str) -> int:
    """The fold that holds out a topic."""
    return sorted({line.topic for line in load_stories()}).index(topic) % FOLDS
