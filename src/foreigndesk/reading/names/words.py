"""The words of a text with their offsets, cut as names are compared."""

from __future__ import annotations

import functools
import re

from foreigndesk.lexicon.forms import WORD, normal_word
from foreigndesk.lexicon.given_names import load_given_names

# What may lie between two words of one name.
JOINS = frozenset({" ", "\u00a0", "-", "‐", "‑", "–", "'", "’", "‘", "' ", "’ ", " & "})
APOSTROPHES = frozenset({"'", "’", "‘", "ʼ"})
HYPHENS = frozenset({"-", "‐", "‑"})
# Words that end in a full stop within a name: "St. Petersburg", "Vladimir V. Putin".
STOPPED = frozenset("st mt ft no dr lt gen col maj sgt capt adm jr sr gov sen rep rev prof mr mrs ms dept".split())

# Two words run together where a page's text lost a line break ("ShortsDennis").
GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2,}$)")


class Words:
    """The words of a text: `starts` and `ends` as offsets, the printed `texts`, and `normals` to compare them by."""

    def __init__(self, text: str) -> None:
        """Cut a text into words."""
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.texts: list[str] = []
        for match in WORD.finditer(text):
            start, word = match.start(), match.group()
            cut = glued(word)
            if cut:
                self._add(start, word[:cut])
                start, word = start + cut, word[cut:]
            self._add(start, word)
        self.normals = [normal_word(word) for word in self.texts]

    def _add(self, start: int, word: str) -> None:
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.texts.append(word)

    def __len__(self) -> int:
        """How many words."""
        return len(self.texts)

    def gap(self, behind: int) -> str:
        """What is printed between a word and the next; a line break before the first and behind the last."""
        if not 0 <= behind < len(self.texts) - 1:
            return "\n"
        return self.text[self.ends[behind] : self.starts[behind + 1]]

    def joined(self, behind: int) -> bool:
        """Whether a word and the next can belong to one name."""
        gap = self.gap(behind)
        return gap in JOINS or (gap == ". " and self.abbreviated(behind))

    def abbreviated(self, index: int) -> bool:
        """Whether a full stop behind a word belongs to it."""
        return len(self.texts[index]) == 1 or self.normals[index] in STOPPED

    def capital(self, index: int) -> bool:
        """Whether a word starts with a capital letter."""
        return self.texts[index][0].isupper()

    def possessive(self, index: int) -> bool:
        """Whether a word is the s of "China's"."""
        return self.normals[index] == "s" and self.gap(index - 1) in APOSTROPHES

    def opens(self, index: int) -> bool:
        """Whether a word opens a sentence, a quotation or a line, where a capital letter says nothing."""
        gap = self.gap(index - 1)
        return (gap not in JOINS and gap != ", ") and not (gap == ". " and self.abbreviated(index - 1))

    def slice(self, first: int, end: int) -> tuple[str, ...]:
        """The words first..end as they are compared."""
        return tuple(self.normals[first:end])


@functools.lru_cache(maxsize=65_536)
def glued(word: str) -> int:
    """Where a given name starts that is glued to the word before; 0 if none is.

    >>> glued("ShortsDennis"), glued("MacDonald")
    (6, 0)
    """
    if word.isupper() or word[1:].islower():
        return 0
    found = GLUED.search(word)
    return found.start() if found and word[found.start() :].lower() in load_given_names() else 0
