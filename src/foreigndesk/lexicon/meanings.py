"""Words as vectors: the closer two are, the more alike they mean. Made by training/meanings from a sentence encoder."""

from __future__ import annotations

import functools
import io
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WIDTH = 64


class Meanings:
    """Word (small letters, as printed) -> its vector of length one."""

    def __init__(self, words: list[str], rows: NDArray[np.int8]) -> None:
        """Take the words and their rows, of any length."""
        self._at = {word: place for place, word in enumerate(words)}
        self._rows = rows

    def words(self) -> list[str]:
        """The words of the table, in its order."""
        return list(self._at)

    def of(self, word: str) -> Floats | None:
        """The vector of a word, None if it is not in the table.

        >>> meanings = load_meanings()
        >>> ship, vessel, tree = (meanings.of(word) for word in ("ship", "vessel", "tree"))
        >>> bool(ship @ vessel > ship @ tree)
        True
        """
        place = self._at.get(word)
        if place is None:
            return None
        row = self._rows[place].astype(np.float32)
        unit: Floats = row / np.linalg.norm(row)
        return unit


@functools.cache
def load_meanings() -> Meanings:
    """The packaged vectors."""
    data = (files("foreigndesk.lexicon") / "data" / "meanings.npz").read_bytes()
    with np.load(io.BytesIO(data)) as table:
        return Meanings(table["words"].tobytes().decode().split("\n"), table["rows"])
