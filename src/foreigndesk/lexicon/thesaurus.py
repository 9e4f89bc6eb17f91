"""What a printed word can stand for where a machine exchanged words, and which words usually stand side by side.

Two tables, made by training/thesaurus (its README names origin and licence): `thesaurus.txt.gz`, neighbours in meaning
of WordNet 3.0 and the Moby Thesaurus, and `company.bin`, pairs of neighbours in books and news.
"""

from __future__ import annotations

import functools
import gzip
import math
import zlib
from array import array
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

# company.bin: each entry is the upper 27 bits of a CRC-32 and 5 bits of level. 27 bits: of 1,000 pairs that are not in
# the table (some 230,000 entries) two are taken for one that is.
LEVEL_BITS = 5
LEVELS = (1 << LEVEL_BITS) - 1
# One level is two thirds of a bit: 31 levels reach from -4 to 16.7 bits for a pair, from 2^-21 to 1 for a word.
BITS_A_LEVEL = 2 / 3
LOWEST_PAIR = -4.0
LOWEST_WORD = -21.0
# A pair that is in neither count was seen less than this often among all pairs: 6.4 million in 5.4e11 words of books
# (1.2e-5 of a millionth part each), once in 320,000 of news; the mean of the two, in bits.
UNSEEN = -17.6

NONE: Mapping[str, int] = MappingProxyType({})


def read_data(name: str) -> bytes:
    """The bytes of lexicon/data/NAME."""
    return (files("foreigndesk.lexicon") / "data" / name).read_bytes()


class Thesaurus:
    """Printed word or short phrase -> the words it can stand for, each with its closeness (1 to 5)."""

    def __init__(self, table: str) -> None:
        """Take the table: lines of a word, a tab, and expected words with a digit behind each."""
        self._lines = dict(line.split("\t") for line in table.split("\n"))
        self._openings = {tuple(key.split(" ")[:2]) for key in self._lines if " " in key}

    def expected(self, printed: str) -> Mapping[str, int]:
        """The words a printed word (small letters, as inflected) can stand for; empty if none is known.

        >>> "war" in load_thesaurus().expected("warfare"), dict(load_thesaurus().expected("beijing"))
        (True, {})
        """
        line = self._lines.get(printed)
        return {word[:-1]: int(word[-1]) for word in line.split(" ")} if line else NONE

    def words(self) -> list[str]:
        """The single words that can stand for another."""
        return [word for word in self._lines if " " not in word and not word.startswith("=")]

    def opens_phrase(self, first: str, second: str) -> bool:
        """Whether two words begin a phrase that can stand for a word: "put up" for post."""
        return (first, second) in self._openings

    def spread(self, expected: str) -> int:
        """How many words can stand for a word: of many, each is a little likely."""
        return int(self._lines.get(f"={expected}", 0))


class Company:
    """Which words keep company: how many bits likelier a pair is than its words by themselves."""

    def __init__(self, entries: array[int]) -> None:
        """Take the entries of the table."""
        self._levels = {entry >> LEVEL_BITS: entry & LEVELS for entry in entries}

    def level(self, key: str) -> int | None:
        """The level kept for a word, or for two words with a space between; None if there is none."""
        return self._levels.get(zlib.crc32(key.encode()) >> LEVEL_BITS)

    def pair(self, one: str, other: str) -> float | None:
        """The association of two words printed side by side, in bits; None for a pair that is not usual."""
        level = self.level(f"{one} {other}")
        return None if level is None else LOWEST_PAIR + level * BITS_A_LEVEL

    @functools.lru_cache(maxsize=32_768)  # noqa: B019 - there is one table a process
    def share(self, word: str) -> float | None:
        """How frequent a word is: the binary logarithm of its share; None for a rare word."""
        level = self.level(word)
        return None if level is None else LOWEST_WORD + level * BITS_A_LEVEL

    def at_most(self, one: str, other: str) -> float:
        """The association that a pair which is not usual can have at most: much, where its words are rare."""
        shares = self.share(one), self.share(other)
        return math.inf if shares[0] is None or shares[1] is None else UNSEEN - shares[0] - shares[1]


@functools.cache
def load_thesaurus() -> Thesaurus:
    """The packaged neighbours in meaning."""
    return Thesaurus(gzip.decompress(read_data("thesaurus.txt.gz")).decode())


@functools.cache
def load_exchanges() -> Thesaurus:
    """What else the words of known names can be printed as: any sense, sisters, all of an entry (training/spun)."""
    return Thesaurus(gzip.decompress(read_data("exchanges.txt.gz")).decode())


@functools.cache
def load_company() -> Company:
    """The packaged pairs of words."""
    entries = array("I")
    entries.frombytes(read_data("company.bin"))
    return Company(entries)
