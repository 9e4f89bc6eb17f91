"""Packaged tables: lexicon/data/NAME.csv, every row with its origin."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from importlib.resources import files


def load_table(name: str) -> list[dict[str, str]]:
    """The rows of lexicon/data/NAME.csv, by column name."""
    text = (files("foreigndesk.lexicon") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def load_classes(name: str) -> dict[str, frozenset[str]]:
    """The words of each class of a table of classes (columns class, words parted by "|", origin)."""
    return {row["class"]: frozenset(row["words"].split("|")) for row in load_table(name)}


def classes_of(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The classes of each word.

    >>> classes_of({"talk": frozenset({"say"}), "speech": frozenset({"say"})})["say"] == {"talk", "speech"}
    True
    """
    words = {word for several in classes.values() for word in several}
    return {word: frozenset(name for name, several in classes.items() if word in several) for word in words}
