"""Which statements tell how something is: others ask, decline to say, or tell what somebody wants or is against."""

from __future__ import annotations

import re

from foreigndesk.model import Statement, StatementKind
from foreigndesk.weighing.contents import NOT_SAYING
from foreigndesk.weighing.polarity import AGAINST, TAKERS

# Who is against a thing, or will not do it, does not say that something is not so. Who disputes it is told by the cue
# ("denied", "expressed doubts"), or by what is rejected: a claim ("dismissed the notion that"), or a clause.
DISPUTING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|doubt\w*|disput\w*|disbelie\w*|contradict\w*|refut\w*|rebut\w*|debunk\w*"
    r"|s[kc]eptic\w*|no (?:evidence|sign|proof))\b",
    re.IGNORECASE,
)
SAYINGS = frozenset(
    "account accounts version versions view views explanation explanations evidence findings figure figures finding"
    " description characterisation characterization talk speculation".split()
)
CLAIMED = re.compile(rf"\W*(?:[\w'’-]+ ){{0,4}}(?:{'|'.join(sorted(TAKERS | SAYINGS))})\b", re.IGNORECASE)
CLAUSE = re.compile(r"\W*(?:that|whether|if) \w", re.IGNORECASE)

HEAD = 3  # words of what is disputed: "expressed | similar doubts about"


def tells(statement: Statement) -> bool:
    """Whether a statement tells how something is; of attitudes those that dispute that it is so."""
    return says(statement) and (statement.kind is not StatementKind.ATTITUDE or statement.force in AGAINST)


def says(statement: Statement) -> bool:
    """Whether who is known to tell something may do so by a statement: also who only believes it, or is sure of it."""
    is_against = statement.kind is StatementKind.ATTITUDE and statement.force in AGAINST
    return statement.force not in NOT_SAYING and (not is_against or disputes(statement))


def disputes(statement: Statement) -> bool:
    """Whether words against something dispute that it is so."""
    head = " ".join([statement.cue.text if statement.cue else "", *statement.words.split()[:HEAD]])
    return bool(DISPUTING.search(head) or CLAIMED.match(statement.words) or CLAUSE.match(statement.words))
