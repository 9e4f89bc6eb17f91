"""Where a stretch of what is told stands: affirmed, denied, doubted, left possible or left open; and what turns it."""

from __future__ import annotations

from enum import StrEnum

from foreigndesk.lexicon.turns import Turn


class Sign(StrEnum):
    """How somebody stands to what they tell."""

    YES = "+"
    NO = "-"
    DOUBTED = "d"  # against, but short of saying that it is not so
    POSSIBLE = "p"  # against those only who rule it out
    POSSIBLY_NOT = "q"
    OPEN = "o"

    @property
    def is_against(self) -> bool:
        """Whether it is denied or doubted."""
        return self in {Sign.NO, Sign.DOUBTED}

    @property
    def is_sided(self) -> bool:
        """Whether it is affirmed, denied or doubted."""
        return self in {Sign.YES, Sign.NO, Sign.DOUBTED}


TURNED = {
    Sign.YES: Sign.NO,
    Sign.NO: Sign.YES,
    Sign.DOUBTED: Sign.YES,
    Sign.POSSIBLE: Sign.POSSIBLY_NOT,
    Sign.POSSIBLY_NOT: Sign.POSSIBLE,
}


def turned(sign: Sign) -> Sign:
    """The other side; what takes none keeps none.

    >>> turned(Sign.DOUBTED).value, turned(Sign.OPEN).value
    ('+', 'o')
    """
    return TURNED.get(sign, sign)


def under(turn: Turn, sign: Sign) -> Sign:
    """Where that stands which some words tell of, from where the words stand themselves.

    >>> from foreigndesk.lexicon.turns import load_turns
    >>> deny, _ = load_turns().at(["denied"], 0)
    >>> under(deny, Sign.YES).value, under(deny, Sign.NO).value
    ('-', 'o')
    """
    if not sign.is_sided:
        return turned(sign) if turn.yes == "-" else sign
    made = Sign(turn.yes if sign is Sign.YES else turn.no)
    return Sign.DOUBTED if made is Sign.NO and sign is Sign.DOUBTED else made
