"""What words of the trade mean alike: "shells", "rounds" and "ordnance"; and which are said against each other.

The table, lexicon/data/concepts.csv, was written by hand for news of diplomacy and security. A word may stand under
several concepts; `contrary` are words that say the opposite of the concept ("accident" to "deliberate").
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from foreigndesk.lexicon.tables import load_table

SHORTEST = 4  # letters: of a word without its ending one fewer must remain, "sing" is not "s"


@functools.lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in small letters without its inflection, so that the forms of one word are alike; no word of a language.

    >>> stem("shipped"), stem("ships"), stem("deliveries"), stem("delivery")
    ('ship', 'ship', 'deliver', 'deliver')
    """
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    if len(plain) <= SHORTEST - 1 or not plain.isalpha():
        return plain
    if plain.endswith("ies"):
        plain = plain[:-3] + "y"
    cut = plain.removesuffix("s") if plain.endswith("ss") is False else plain
    for ending in ("ing", "ed", "ment", "ion", "es", "er"):
        if cut.endswith(ending) and len(cut) - len(ending) >= SHORTEST - 1:
            cut = cut[: -len(ending)]
            break
    if len(cut) >= SHORTEST and cut[-1] == cut[-2] and cut[-1] not in "aeious":
        cut = cut[:-1]
    return cut.rstrip("ey") if len(cut) > SHORTEST - 1 else cut


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that a word stands under, and whether it says the contrary of it."""

    name: str
    contrary: bool


class Concepts:
    """Stem or phrase of stems -> the concepts it stands under."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        """Take the rows of the table."""
        self._words: dict[str, tuple[Concept, ...]] = {}
        self._printed: list[str] = []
        self.phrases: dict[str, tuple[Concept, ...]] = {}
        for row in rows:
            for column, contrary in (("words", False), ("contrary", True)):
                for form in filter(None, row[column].split("|")):
                    concept = Concept(row["concept"], contrary)
                    self._printed.append(form)
                    table = self.phrases if " " in form else self._words
                    key = form.lower() if " " in form else stem(form)
                    if concept not in table.get(key, ()):
                        table[key] = (*table.get(key, ()), concept)
        self.phrase = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, self.phrases), key=len, reverse=True))})\b")

    @functools.cached_property
    def numbers(self) -> dict[str, int]:
        """Each concept by name with a number from 0, the least first."""
        several = (*self._words.values(), *self.phrases.values())
        return {name: number for number, name in enumerate(sorted({one.name for each in several for one in each}))}

    def words(self) -> list[str]:
        """The single words of the table, as they stand in it."""
        return [form for form in self._printed if form.isalpha()]

    def of(self, word: str) -> tuple[Concept, ...]:
        """The concepts of a printed word; none for most.

        >>> [concept.name for concept in load_concepts().of("centrifuges")]
        ['enrich']
        """
        return self._words.get(stem(word), ())


@functools.cache
def load_concepts() -> Concepts:
    """The packaged concepts."""
    return Concepts(load_table("concepts"))
