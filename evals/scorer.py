"""Readings -> the JSONL that the attribution scorer takes.

    foreigndesk read REPORTS --format jsonl | python -m evals.scorer > predictions.jsonl

One line a report: {"doc": name of its file without suffix, "attributions": [{source, cue, content}]}, offsets in
characters of the file, ends exclusive. Only the outermost attributions are written, as the corpus has no nested ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from evals.polnear import Attribution


def attributions_of(reading: dict[str, Any]) -> list[Attribution]:
    """The outermost statements and attitudes of a Reading's JSON in the scorer's form."""
    return [
        {"source": spans([one["speaker"]]), "cue": spans([one["cue"]]), "content": spans(one["content"])}
        for one in reading["statements"]
        if one["within"] is None
    ]


def spans(passages: Iterable[dict[str, Any] | None]) -> list[list[int]]:
    """[start, end] of passages that have a place."""
    return [[p["start"], p["end"]] for p in passages if p is not None and p["start"] is not None]


def main() -> None:
    for line in filter(str.strip, sys.stdin):
        reading = json.loads(line)
        name = PurePath(reading["report"]["path"]).stem
        print(json.dumps({"doc": name, "attributions": attributions_of(reading)}))


if __name__ == "__main__":
    main()
