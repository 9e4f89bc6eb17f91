"""An attribution: the words of a speaker, of a cue and of what is said, before anything is made of them."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.model import Span, StatementKind
from foreigndesk.reading.statements.carriers import Carriage

NOMINAL, ATTITUDE_NOMINAL, CARRIED = "clause of a thought", "clause of a feeling", "carried message"
NOMINALS = frozenset({NOMINAL, ATTITUDE_NOMINAL})

# Ways of telling in which something is said in so many words; in the others it is told of the speaker: an attitude.
SAYING = frozenset({"quotation", "clause", "passive clause", "parataxis", "according to", NOMINAL})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content as spans of the text; `construct` names how it is told, `score` ranks it (0 to 1).

    `carried` tells who carries it to whom.
    """

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    construct: str
    score: float
    carried: tuple[Carriage, ...] = ()

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in (*self.speaker, *self.cue, *self.content))

    @property
    def kind(self) -> StatementKind:
        """A statement proper, or an attitude."""
        return StatementKind.STATEMENT if self.construct in SAYING else StatementKind.ATTITUDE

    def holds(self, span: Span) -> bool:
        """Whether a span lies inside what is said."""
        return any(part.covers(span) for part in self.content)
