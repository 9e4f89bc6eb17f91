"""Whether two contents say the same: by meaning, actors and their parts, figures and time; never by polarity.

terms.py      the words that carry a content, the states and names it tells of
content.py    a content: what is told, made ready for comparison
outline.py    a content as numbers, as it is kept; many of them side by side
comparing.py  what two contents have in common, and what holds them apart, for many pairs at once
judging.py    how close they are, and whether they are one claim
"""

from foreigndesk.weighing.contents.comparing import likeness
from foreigndesk.weighing.contents.content import (
    AHEAD,
    NOT_SAYING,
    Content,
    content_of,
    content_of_event,
    content_of_statement,
    telling_words,
    told_as,
)
from foreigndesk.weighing.contents.judging import (
    TOGETHER,
    TOO_FAR,
    agrees,
    closeness,
    closenesses,
    closenesses_to,
    is_one_matter,
    is_same,
    polarity_of_same,
)
from foreigndesk.weighing.contents.outline import (
    Ints,
    Marks,
    Outline,
    Outlines,
    Ragged,
    outline_of,
    runs,
    with_following,
)

__all__ = [
    "AHEAD",
    "NOT_SAYING",
    "TOGETHER",
    "TOO_FAR",
    "Content",
    "Ints",
    "Marks",
    "Outline",
    "Outlines",
    "Ragged",
    "agrees",
    "closeness",
    "closenesses",
    "closenesses_to",
    "content_of",
    "content_of_event",
    "content_of_statement",
    "is_one_matter",
    "is_same",
    "likeness",
    "outline_of",
    "polarity_of_same",
    "runs",
    "telling_words",
    "told_as",
    "with_following",
]
