"""Which side a statement takes on its content: for, against, or none; by the words of telling and of what is told.

Negations are counted out ("not unaware", "rejected the suggestion that it had not known"): what stands against the
content an odd number of times is against it. Words that leave the question open ("stopped short of denying", "could
not say whether") take no side, however many negations they hold.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum

from foreigndesk.lexicon.turns import load_turns
from foreigndesk.model import Force


class Side(StrEnum):
    """Where a speaker stands to a content."""

    FOR = "for"
    AGAINST = "against"
    DOUBTING = "doubting"  # against, but short of saying that it is not so
    POSSIBLE = "possible"  # leaves it possible: against those only who rule it out
    OPEN = "open"

    @property
    def is_against(self) -> bool:
        """Whether it denies or doubts."""
        return self in {Side.AGAINST, Side.DOUBTING}


# "whether", "who", "which" open a content that is asked about, after words that do not know it.
OURS = re.compile(
    r"\b(?:I|[Ww]e|[Ii]t)\b(?: \w+)? (?:not|do|does|did|can|could|cannot|\w+n['’]t|would|had|have|has|is|was|am|are)\b"
)
OPENING = 60  # characters at the head of a content: cues are often cut in two ("did not", "rule out a strike")
ASKING = re.compile(r"^[\W_]*(?:that )?(?:whether|who|which|how many|how much|what|where)\b", re.IGNORECASE)
DID_NOT_DENY = re.compile(r"\bdid(?: not|n['’]t) (?:deny|dispute)", re.IGNORECASE)
# Behind these words stands why, when or against what, not what is told.
ASIDE = re.compile(
    r",? \b(?:because|although|though|while|which|who|before|after|unless|until|lest|so that|in order|as long as)\b"
    r"[^,;.]*"
    r"|, not (?!\w+ (?:is|was|were|are|have|has|had)\b)[^,;.]*|\bnot [^,;.]{1,40}?, but\b|\(.*?\)",
    re.IGNORECASE,
)
SELF_ANSWERED = re.compile(r"\bwho (?:else )?but\b|\bwhat else\b|\bwho else\b|\bhow could .* not\b", re.IGNORECASE)
AGAINST = frozenset({Force.DENY, Force.DOUBT})
# Where one clause of a content ends and the next, with its own negations, begins.
CLAUSE = re.compile(r"(?<=[.;!?:])[\"”’)]*\s+|,? (?:and|but|or|nor)(?: that)? |\s[–—-]+\s|…")
QUESTION = re.compile(r"\?[\"”’' ]*$")
PROOF = re.compile(r"\bwhere\b.*\b(?:evidence|proof)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turns:
    """How often some words turn what they tell of round, and whether one of them only doubts."""

    count: int
    doubt: bool


@functools.lru_cache(maxsize=1 << 14)
def turns(text: str) -> Turns:
    """How often words turn their content round, and whether one of them only doubts.

    >>> turns("denied that nothing was done").count, turns("unlikely").doubt, turns("no doubt that it fell").count
    (2, True, 0)
    """
    words = load_turns()
    plain = words["admits"].sub(" ", text)
    rest, doubts = words["doubts"].subn(" ", plain)
    return Turns(doubts + len(words["negates"].findall(rest)), doubts > 0)


def clauses(content: str) -> list[str]:
    """The clauses of a content, without what stands aside of them: reasons, times, contrasts.

    >>> clauses("They shot, then we shot. It was no accident, because they had orders.")
    ['They shot, then we shot.', 'It was no accident.']
    """
    return [part for part in CLAUSE.split(ASIDE.sub("", content)) if part] or [content]


def is_open(cue: str, content: str, force: Force | None) -> Side | None:
    """OPEN or POSSIBLE where the words leave the question so; else None."""
    words = load_turns()
    if words["possible"].search(f"{cue} {content[:OPENING]}"):
        return Side.POSSIBLE
    if force is Force.DECLINE:
        return Side.OPEN
    if words["admits"].search(cue) is not None and not DID_NOT_DENY.search(cue):
        return None
    if force is Force.ASK:
        return None if PROOF.search(content) or SELF_ANSWERED.search(content) else Side.OPEN
    asked = ASKING.match(content) is not None and not SELF_ANSWERED.search(content)
    asked = asked or (QUESTION.search(content) is not None and not turns(content).count)
    own = OURS.search(content) is not None or content.lstrip().lower().startswith("it was too")
    return Side.OPEN if asked or words["open"].search(cue) or (own and words["open"].search(content)) else None


def side_of(cue: Turns, content: Turns, force: Force | None = None) -> Side:
    """The side a statement takes, from what turns it round in the words of telling and in those of the content.

    The force that was read in it decides only where no word turns it round.

    >>> side_of(turns("rejected the suggestion"), turns("that it had not known")).value
    'for'
    """
    count = cue.count + content.count
    if count == 0 and force in AGAINST:
        return Side.AGAINST if force is Force.DENY else Side.DOUBTING
    if count % 2 == 0:
        return Side.FOR
    return Side.DOUBTING if cue.doubt or content.doubt or force is Force.DOUBT else Side.AGAINST
