"""Packaged tables: lexicon/data/NAME.csv, every row with its origin."""

from __future__ import annotations

import csv
import io
from importlib.resources import files


def load_table(name: str) -> list[dict[str, str]]:
    """The rows of lexicon/data/NAME.csv, by column name."""
    text = (files("foreigndesk.lexicon") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))
