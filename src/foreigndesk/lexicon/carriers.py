"""Words for messages and for those who carry them between two others."""

from __future__ import annotations

import functools
from collections import defaultdict
from enum import StrEnum

from foreigndesk.lexicon.tables import load_table


class Carrying(StrEnum):
    """What a word tells of a message on its way."""

    RELAY = "relay"  # who does it passes on what is another's: "relay", "pass on"
    BRING = "bring"  # who does it may speak for itself: "convey", "deliver"
    VOICE = "voice"  # carries only what another asks for: "press its case"
    LEAVE = "leave"  # gives a message to who is to carry it
    TELL = "tell"  # whom one tells is its object: "inform"
    PRESS = "press"  # tells only what another asks for: "sound out"
    PLEAD = "plead"  # the same, with a preposition: "intercede with"
    LINK = "link"  # keeps a channel open between two
    MOTION = "motion"  # carries what one has "with" one
    RECEIVE = "receive"  # whose subject hears
    REACH = "reach"  # what is done through a carrier: "send", "negotiate"
    MEDIATE = "mediate"
    HOST = "host"  # carries only where the talks are indirect
    GO_BETWEEN = "go-between"
    MOUTHPIECE = "mouthpiece"  # speaks for its own side: no carrier
    MESSAGE = "message"
    TALKS = "talks"
    PACT = "pact"
    PERSON = "person"  # persons and groups that speak for nobody in reports but carry much


@functools.cache
def load_carrying() -> dict[Carrying, frozenset[str]]:
    """The lemmas by what they tell, from lexicon/data/carriers.csv; a verb with its particle is two words.

    >>> "pass on" in load_carrying()[Carrying.RELAY]
    True
    """
    found = defaultdict(set)
    for row in load_table("carriers"):
        found[Carrying(row["role"])].add(row["words"])
    return {role: frozenset(words) for role, words in found.items()}
