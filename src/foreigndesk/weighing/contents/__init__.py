"""Whether two contents say the same: by meaning, actors and their parts, figures and time; never by polarity.

terms.py      the words that carry a content, the states and names it tells of
content.py    a content made ready for comparison once; the keys and the vector by which its like are found
comparing.py  what two contents have in common, and what holds them apart
judging.py    how close they are, and whether they are one claim
"""

from foreigndesk.weighing.contents.comparing import LOOSE, likeness
from foreigndesk.weighing.contents.content import (
    AHEAD,
    STATE_WEIGHT,
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
    contradicts,
    is_one_matter,
    is_same,
)

__all__ = [
    "AHEAD",
    "LOOSE",
    "STATE_WEIGHT",
    "TOGETHER",
    "TOO_FAR",
    "Content",
    "agrees",
    "closeness",
    "content_of",
    "content_of_event",
    "content_of_statement",
    "contradicts",
    "is_one_matter",
    "is_same",
    "likeness",
    "telling_words",
    "told_as",
]
