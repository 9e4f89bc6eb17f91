"""Words that are said against each other: "alive" and "killed", from lexicon/data/opposites.csv.

Each row has words of one side and, as `contrary`, of the other; a word may stand in several rows. Written by hand for
news. WordNet's 900 pairs of antonyms of common words, as further rows, changed nothing in the folds of
training/polarity.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence

from foreigndesk.lexicon.concepts import stem
from foreigndesk.lexicon.tables import load_table

ALONE = "*"


class Opposites:
    """Words -> the rows in which they stand, and on which side."""

    def __init__(self, rows: Sequence[dict[str, str]]) -> None:
        """Take the rows of the table."""
        self._sides: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, row in enumerate(rows):
            axis = f"{ALONE if row['alone'] else ''}{number}"
            for column, side in (("words", 1), ("contrary", -1)):
                for form in row[column].split("|"):
                    key = form if " " in form else stem(form)
                    if (axis, side) not in self._sides[key]:
                        self._sides[key].append((axis, side))
        self._phrases: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted((form.split() for form in self._sides if " " in form), key=len, reverse=True):
            self._phrases[phrase[0]].append(tuple(phrase))

    def of(self, words: str) -> tuple[tuple[str, int], ...]:
        """The row and the side, 1 or -1, of each place where a word or phrase in small letters stands.

        ALONE stands before a row whose contrary by itself says that something is no more.

        >>> [side for _, side in load_opposites().of("asleep")], [side for _, side in load_opposites().of("awake")]
        ([1], [-1])
        """
        if words.endswith(("ee", "ees")):  # detainees are whom it is told of, not what
            return ()
        return tuple(self._sides.get(words if " " in words else stem(words), ()))

    def at(self, words: Sequence[str], place: int) -> tuple[int, tuple[tuple[str, int], ...]]:
        """How many words the longest form has that begins at a place of some words in small letters, and its rows.

        >>> load_opposites().at(["is", "still", "in", "town"], 1)[0]
        2
        """
        for phrase in self._phrases.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase), self.of(" ".join(phrase))
        return 1, self.of(words[place])


@functools.cache
def load_opposites() -> Opposites:
    """The packaged opposites."""
    return Opposites(load_table("opposites"))
