"""Statements on PolNeAR dev: complete, match, recall by kind, and statements proper apart from attitudes.

python -m evals.statements ../shared [--split dev]
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.tokens import Doc

from evals.figures import Figure, print_figures
from evals.polnear import Attribution, GoldReport, read_gold
from evals.scorer import attributions_of
from foreigndesk.model import Report, Span, report_id
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.record import encode

ClassCount = tuple[int, int, int, int]  # gold, gold found complete, predicted, predicted complete
BOOTSTRAP = 1000  # draws; documents are drawn, not attributions


def measure(shared: Path | None) -> list[Figure]:
    """The figures on the dev split; none without the corpora."""
    if shared is None:
        return []
    return figures(shared, "dev", Reader())


def figures(shared: Path, split: str, reader: Reader) -> list[Figure]:
    """Read a split and score it with the scorer beside the corpora."""
    scorer = load_scorer(shared)
    counts, proper, attitude = [], [], []
    gold = list(read_gold(shared / "corpora" / "polnear" / split))
    for report in gold:
        reading = reader.read(Report(report_id(report.text, None), report.name, report.text))
        predicted = attributions_of(json.loads(encode(reading)))
        counts.append(scorer.count(report.text, report.attributions, predicted, report.discarded))
        doc = parse(report.text)
        proper.append(count_class(scorer, report, predicted, doc, wanted=True))
        attitude.append(count_class(scorer, report, predicted, doc, wanted=False))
    out = scorer.report(scorer.add(counts))
    name = f"statements.polnear-{split}"
    bars = {"complete": 0.70, "match": 0.78}
    result = [
        Figure(f"{name}.{key}", out[key]["f1"], bars[key], out["gold"], tuple(scorer.interval(counts, key, BOOTSTRAP)))
        for key in bars
    ]
    recall = out["match"]["recall_by_kind"]
    bars = {"indirect": 0.68}
    result += [Figure(f"{name}.recall-{kind}", value, bars.get(kind), n) for kind, (value, n) in recall.items()]
    result.append(Figure(f"{name}.proper", *class_f1(proper, 0.84), note="quoted, clause of saying, according to"))
    result.append(Figure(f"{name}.attitudes", *class_f1(attitude, None), note="humans agree at 0.57"))
    return result


def load_scorer(shared: Path) -> ModuleType:
    """The scorer beside the corpora, as a module."""
    spec = importlib.util.spec_from_file_location("attribution_score", shared / "bench" / "attribution_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_proper(attribution: Attribution, text: str, doc: Doc) -> bool:
    """Whether it is a statement proper: quotation marks in the content, or a cue that governs a clause of saying."""
    if any(mark in text[start:end] for start, end in attribution["content"] for mark in '"“”„«»'):
        return True
    for start, end in attribution["cue"]:
        for token in tokens_in(doc, Span(start, end)):
            says = any(child.dep_ == "ccomp" for child in token.children)
            if says or token.lower_ == "according" or token.dep_ == "parataxis":
                return True
    return False


def count_class(scorer: Any, report: GoldReport, predicted: list[Attribution], doc: Doc, wanted: bool) -> ClassCount:
    """(gold, gold found complete, predicted, predicted complete) of one class in one report."""
    tokens = scorer.Tokens(report.text)
    off = tokens.ids(report.discarded)

    def sets(side: list[Attribution]) -> list[tuple[bool, dict[str, set[int]]]]:
        rows = [
            (is_proper(a, report.text, doc), {role: tokens.ids(a[role]) - off for role in scorer.ROLES}) for a in side
        ]
        return [(proper, row) for proper, row in rows if row["content"]]

    gold, mine = sets(report.attributions), sets(predicted)
    pairs = scorer.align([row for _, row in gold], [row for _, row in mine])
    right = [(g, p) for g, p in pairs if scorer.dice(g["source"], p["source"]) >= 0.5]
    hit = {id(g) for g, _ in right} | {id(p) for _, p in right}
    wanted_gold = [row for proper, row in gold if proper is wanted]
    wanted_mine = [row for proper, row in mine if proper is wanted]
    return (
        len(wanted_gold),
        sum(id(row) in hit for row in wanted_gold),
        len(wanted_mine),
        sum(id(row) in hit for row in wanted_mine),
    )


def class_f1(counts: Sequence[ClassCount], bar: float | None) -> tuple[float, float | None, int, tuple[float, float]]:
    """F1 of a class with bar, number of gold, and the interval over documents."""

    def f1(rows: Sequence[ClassCount]) -> float:
        gold, found, predicted, right = (sum(column) for column in zip(*rows, strict=True))
        recall, precision = found / (gold or 1), right / (predicted or 1)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    return round(f1(counts), 4), bar, sum(row[0] for row in counts), interval(counts, f1)


def interval(rows: Sequence[Any], value: Callable[[Sequence[Any]], float]) -> tuple[float, float]:
    """95 % bootstrap interval of a value over rows (documents)."""
    pick = random.Random(0)
    draws = sorted(value(pick.choices(rows, k=len(rows))) for _ in range(BOOTSTRAP))
    return round(draws[int(0.025 * BOOTSTRAP)], 4), round(draws[int(0.975 * BOOTSTRAP) - 1], 4)


if __name__ == "__main__":
    shared = Path(sys.argv[1])
    print_figures(figures(shared, sys.argv[3] if len(sys.argv) > 3 else "dev", Reader()))
