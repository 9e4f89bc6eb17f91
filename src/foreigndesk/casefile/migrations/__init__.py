"""The numbered steps that bring a case file from nothing to what the desk knows now; each runs once, in order."""

from __future__ import annotations

import importlib.resources


def load_migrations() -> tuple[str, ...]:
    """The SQL of every step, the first at 0. A step that has gone out in a release is never changed again.

    >>> "CREATE TABLE reports" in load_migrations()[0]
    True
    """
    folder = importlib.resources.files(__name__)
    steps = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(step.read_text(encoding="utf-8") for step in steps)
