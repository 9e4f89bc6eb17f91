"""How a name is compared with a name: as a row of plain words, whatever its case, accents, stops and apostrophes."""

from __future__ import annotations

import functools
import re
import unicodedata
from enum import StrEnum

# An abbreviation with stops is one word ("U.S."); a hyphen or an apostrophe parts words; "OPEC+" keeps its plus.
WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W_]+\+?|&")

# What is left out in front of a name: the article, courtesy titles.
IN_FRONT = re.compile(r"(?:(?:the|mr|mrs|ms|miss|mx|sir|dr)\b\.?\s+)+(?=\S)", re.IGNORECASE)

# Letters that Unicode does not take apart into a base letter and an accent.
UNDIVIDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "&": "and"})


class FormKind(StrEnum):
    """What a form is to its actor."""

    NAME = "name"
    SHORT = "short"  # a name in one word that only one known person goes by
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"


@functools.lru_cache(maxsize=65_536)  # a report has some hundred different words, a long run meets the same ones again
def normal_word(word: str) -> str:
    """A word without case, accents and full stops.

    >>> normal_word("U.S."), normal_word("Élysée")
    ('us', 'elysee')
    """
    if word.isascii():
        return word.replace(".", "").lower().replace("&", "and")
    apart = unicodedata.normalize("NFKD", word.casefold()).translate(UNDIVIDED)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace(".", "")


def normal_words(text: str) -> tuple[str, ...]:
    """The words of a text, each without case, accents and full stops."""
    return tuple(normal_word(word) for word in WORD.findall(text))


def normal_form(text: str) -> str:
    """A name as it is looked up: plain words, no article and no courtesy title in front.

    >>> normal_form("the U.S."), normal_form("Mr. O’Brien"), normal_form("Côte d'Ivoire")
    ('us', 'o brien', 'cote d ivoire')
    """
    return " ".join(normal_words(bare(text)))


def bare(name: str) -> str:
    """A name without the article and courtesy titles in front of it."""
    found = IN_FRONT.match(name)
    return name[found.end() :] if found else name


def cases_of(printed: str) -> tuple[str, ...]:
    """How the words of a name are printed: "A" in capitals, "T" with a capital first, "l" without.

    A short word of small letters and capitals is given itself: "LeT" is not "Let".

    >>> cases_of("the U.S. Navy"), cases_of("al-Qaeda"), cases_of("MbS")
    (('A', 'T'), ('l', 'T'), ('MbS',))
    """
    return tuple(case_of(word) for word in WORD.findall(bare(printed)))


def case_of(word: str) -> str:
    """How one word is printed; see `cases_of`."""
    if not word[0].isupper():
        return "l"
    if len(word) > 1 and word.isupper():
        return "A"
    # Up to five letters: longer mixed words are names such as McMaster, printed in capitals in headlines.
    return word if len(word) <= 5 and not word[1:].islower() and len(word) > 1 else "T"
