"""Words of the statement gold -> offsets; fails on words that are not there, or not unique without an `nth`.

python evals/gold/statements_check.py           checks every report: words, stored offsets, classes
python evals/gold/statements_check.py --write   stores the offsets beside the words

Fields: README-statements.md. Standard library only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "statements"
SPANS = {
    "source": "source_span",
    "cue": "cue_span",
    "content": "content_spans",
    "addressees": "addressee_spans",
    "certainty": "certainty_spans",
}
CLASSES = {
    "kind": "statement attitude",
    "sourcing": "named spokesperson title document unnamed collective media none",
    "force": "assert deny doubt ask urge promise threaten predict decline",
}


class Misplaced(ValueError):
    """Words that a report does not hold, or holds more than once."""


def span_of(text: str, words: str, nth: int | None) -> list[int]:
    """[start, end) of words in a text; of the nth (from 1) where they occur more than once.

    >>> span_of("He said he said no.", "said", 2)
    [11, 15]
    """
    starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]
    if not starts:
        raise Misplaced(f"not in the text: {words!r}")
    if nth is None and len(starts) > 1:
        raise Misplaced(f"{len(starts)} times in the text, give nth: {words!r}")
    if nth is not None and not 1 <= nth <= len(starts):
        raise Misplaced(f"{len(starts)} times in the text, not {nth}: {words!r}")
    start = starts[(nth or 1) - 1]
    return [start, start + len(words)]


def spans_of(text: str, statement: dict[str, Any]) -> dict[str, Any]:
    """The offset fields of a statement: a span, None, or a list of spans."""
    found: dict[str, Any] = {}
    for field, name in SPANS.items():
        words, nth = statement[field], statement.get("nth", {}).get(field)
        if isinstance(words, list):
            found[name] = [span_of(text, one, which) for one, which in zip_longest(words, nth or [])]
        else:
            found[name] = span_of(text, words, nth) if words else None
    return found


def complaints(report: dict[str, Any]) -> list[str]:
    """What is wrong with a report's statements, one line each; the statements get their offsets."""
    wrong = []
    for index, statement in enumerate(report["statements"]):
        where = f"{report['name']} [{index}]"
        try:
            spans = spans_of(report["text"], statement)
        except Misplaced as trouble:
            wrong.append(f"{where}: {trouble}")
            continue
        for name, span in spans.items():
            if statement.get(name, span) != span:
                wrong.append(f"{where}: {name} stored as {statement[name]}, found at {span}")
        statement.update(spans)
        wrong += [
            f"{where}: no such {field}: {statement[field]}"
            for field, allowed in CLASSES.items()
            if statement[field] not in allowed.split()
        ]
        if not statement["content"]:
            wrong.append(f"{where}: no content")
        outer = statement["within"]
        if outer is not None and not inside(statement, report["statements"][outer], report["text"]):
            wrong.append(f"{where}: its content is not within that of [{outer}]")
    return wrong


def inside(inner: dict[str, Any], outer: dict[str, Any], text: str) -> bool:
    """Whether every piece of content lies within a piece of the outer statement's."""
    around = outer.get("content_spans") or spans_of(text, outer)["content_spans"]
    return all(any(s <= start and end <= e for s, e in around) for start, end in inner["content_spans"])


def main(write: bool) -> int:
    """Check all reports, print the complaints and the counts by class; 1 if anything is wrong."""
    wrong: list[str] = []
    reports = []
    for path in sorted(FOLDER.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        if write:  # the words decide: offsets stored before are dropped
            for statement in report["statements"]:
                for name in SPANS.values():
                    statement.pop(name, None)
        stored = all(name in statement for statement in report["statements"] for name in SPANS.values())
        found = complaints(report)
        if report["name"] != path.stem:
            found.append(f"{path.name}: named {report['name']}")
        if write and not found:
            path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        elif not write and not stored:
            found.append(f"{path.name}: offsets are missing, run with --write")
        wrong += found
        reports.append(report)
    statements = [statement for report in reports for statement in report["statements"]]
    for field in CLASSES:
        counts = Counter(statement[field] for statement in statements).most_common()
        print(f"{field}: " + ", ".join(f"{value} {n}" for value, n in counts))
    nested = sum(statement["within"] is not None for statement in statements)
    print(f"{len(reports)} reports, {len(statements)} statements, {nested} nested")
    for line in wrong:
        print(line)
    return 1 if wrong or not reports else 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
