"""The project's own statement gold (evals/gold/statements): whole statements, and the fields of those that match.

A statement of the reader's matches one of the gold where their contents share at least half their characters (Dice);
of two with the same content the one with the nearer cue. Fields are scored on matched pairs alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import Figure
from evals.scorer import attributions_of
from evals.statements import BOOTSTRAP, interval, load_scorer
from foreigndesk.lexicon.actors import Actors
from foreigndesk.model import Mention, Report, Statement, report_id
from foreigndesk.reading.reader import Reader
from foreigndesk.record import encode

GOLD = Path(__file__).parent / "gold" / "statements"
Row = dict[str, Any]
Pair = tuple[Row, Statement]
SKIPPED = frozenset({"the", "a", "an", "and", "of", "s", "mr", "mrs", "ms", "dr", "sir"})
# "President Obama" is the fullest naming where a report prints no first name; the reader may know it.
TITLES = frozenset("president vice senator sen representative rep governor gov general gen secretary speaker".split())
WORD = re.compile(r"[\w.]*\w")


@dataclass(frozen=True)
class OwnReport:
    """A report of the gold, what the reader made of it, and the pairs that match."""

    row: Row
    statements: tuple[Statement, ...]
    pairs: list[Pair]


def read_own(reader: Reader) -> list[OwnReport]:
    """Every report of the gold, read."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    found = []
    for row in rows:
        statements = reader.read(own_report(row)).statements
        found.append(OwnReport(row, statements, match(row["statements"], statements)))
    return found


def own_report(row: Row) -> Report:
    """A row of the gold as a report."""
    return Report(report_id(row["text"], None), row["name"], row["text"], published=row["published"])


def match(gold: Sequence[Row], mine: Sequence[Statement]) -> list[Pair]:
    """One-to-one pairs, best first."""
    ranked = []
    for i, row in enumerate(gold):
        told = places(row["content_spans"])
        for j, one in enumerate(mine):
            content = places([(part.start, part.end) for part in one.content])
            dice = 2 * len(told & content) / (len(told) + len(content))
            if dice >= 0.5:
                ranked.append((-dice, cue_distance(row, one), i, j))
    pairs, used_gold, used_mine = [], set(), set()
    for _, _, i, j in sorted(ranked):
        if i not in used_gold and j not in used_mine:
            pairs.append((gold[i], mine[j]))
            used_gold.add(i)
            used_mine.add(j)
    return pairs


def places(spans: Sequence[Sequence[int]]) -> set[int]:
    """The characters of some spans."""
    return {i for start, end in spans for i in range(start, end)}


def cue_distance(row: Row, one: Statement) -> int:
    """How far the cues lie apart, in characters; far, if one has none."""
    return abs(row["cue_span"][0] - one.cue.start) if row["cue_span"] and one.cue else 10_000


# -- whole statements --------------------------------------------------------------------------------------------------


def whole_figures(own: Sequence[OwnReport], shared: Path) -> list[Figure]:
    """Complete and match by the scorer beside the corpora, of all reports and of the machine-spun ones."""
    scorer = load_scorer(shared)
    figures = []
    for name, reports in (("own", own), ("own-spun", [one for one in own if one.row["style"] == "spun"])):
        counts = [count(scorer, one) for one in reports]
        out = scorer.report(scorer.add(counts))
        figures += [
            Figure(f"statements.{name}.{key}", out[key]["f1"], None, out["gold"],
                   tuple(scorer.interval(counts, key, BOOTSTRAP)))
            for key in ("complete", "match")
        ]  # fmt: skip
    return figures


def count(scorer: Any, one: OwnReport) -> dict[str, float]:
    """The scorer's counts of one report; statements and attitudes, nested ones too."""
    gold = [
        {
            "source": [row["source_span"]] if row["source_span"] else [],
            "cue": [row["cue_span"]] if row["cue_span"] else [],
            "content": row["content_spans"],
        }
        for row in one.row["statements"]
    ]
    mine = attributions_of({"statements": [json.loads(encode(s)) | {"within": None} for s in one.statements]})
    counts: dict[str, float] = scorer.count(one.row["text"], gold, mine)
    return counts


# -- fields ------------------------------------------------------------------------------------------------------------


def field_figures(own: Sequence[OwnReport], actors: Actors) -> list[Figure]:
    """Accuracy, or F1 for lists of words, of each field of the matched statements."""

    def speaker(row: Row, one: Statement) -> bool:
        return agrees(one.speaker, row["speaker"], actors)

    accuracies: dict[str, Callable[[Row, Statement], bool]] = {
        "force": lambda row, one: one.force == row["force"],
        "sourcing": lambda row, one: one.sourcing.kind == row["sourcing"],
        "speaker": speaker,
        "country": lambda row, one: one.speaker.country == row["country"],
    }
    figures = [figure(f"fields.own.{name}", [[right(*pair) for pair in one.pairs] for one in own])
               for name, right in accuracies.items()]  # fmt: skip
    figures.append(figure("fields.own.within", [within(one) for one in own]))
    figures.append(f1_figure("fields.own.certainty", [overlaps(one, "certainty_spans", hedges_of) for one in own]))
    figures.append(f1_figure("fields.own.addressees", [overlaps(one, "addressee_spans", heard_by) for one in own]))
    return figures


def within(one: OwnReport) -> list[bool]:
    """Of each matched statement, whether it is told within the right one, or rightly in none."""
    ids = {id(row): mine.id for row, mine in one.pairs}
    rows = one.row["statements"]
    return [
        mine.within == (ids.get(id(rows[row["within"]]), "unmatched") if row["within"] is not None else None)
        for row, mine in one.pairs
    ]


def hedges_of(one: Statement) -> list[tuple[int, int]]:
    """Where a statement's hedging words stand."""
    return [(word.start, word.end) for word in one.certainty.words]


def heard_by(one: Statement) -> list[tuple[int, int]]:
    """Where a statement's addressees stand."""
    return [(m.start, m.end) for m in one.addressees if m.start is not None and m.end is not None]


def overlaps(
    one: OwnReport, field: str, spans: Callable[[Statement], list[tuple[int, int]]]
) -> list[tuple[int, int, int, int]]:
    """(gold, gold found, predicted, predicted right) of each pair: right where they share half their characters."""
    rows = []
    for row, mine in one.pairs:
        gold, found = [places([span]) for span in row[field]], [places([span]) for span in spans(mine)]
        hit = [any(2 * len(g & f) >= len(g | f) for f in found) for g in gold]
        right = [any(2 * len(g & f) >= len(g | f) for g in gold) for f in found]
        rows.append((len(gold), sum(hit), len(found), sum(right)))
    return rows


# -- comparing and counting --------------------------------------------------------------------------------------------


def agrees(mention: Mention, words: str | None, actors: Actors) -> bool:
    """Whether a resolved speaker is whom some words name: the same actor, or names that hold each other.

    A description must hold all of the words; a short name may lack some ("Trump" of "Donald J. Trump").
    """
    if mention.name is None or words is None:
        return mention.name is None and words is None
    if mention.actor is not None and any(actor.id == mention.actor for actor in actors.named(words)):
        return True
    mine, theirs = telling(mention.name), telling(words)
    named = mention.actor is not None or any(word[0].isupper() for word in mention.name.split()[-1:])
    return theirs <= mine or (named and bool(mine) and mine <= theirs)


def telling(words: str) -> set[str]:
    """The words of a name that tell, in lower case, without full stops."""
    found = {word.replace(".", "").lower() for word in WORD.findall(words)} - SKIPPED
    return (found - TITLES) or found


def figure(name: str, rows: Sequence[Sequence[bool]], bar: float | None = None, note: str = "") -> Figure:
    """The share of right ones, with its interval over documents."""

    def share(documents: Sequence[Sequence[bool]]) -> float:
        return sum(map(sum, documents)) / (sum(map(len, documents)) or 1)

    return Figure(name, round(share(rows), 4), bar, sum(map(len, rows)), interval(rows, share), note)


def f1_figure(name: str, rows: Sequence[Sequence[tuple[int, int, int, int]]]) -> Figure:
    """F1 with its interval over documents, and the two parts it is made of."""

    def parts(documents: Sequence[Sequence[tuple[int, int, int, int]]]) -> tuple[float, float]:
        counts = [0, 0, 0, 0]
        for row in (row for document in documents for row in document):
            counts = [a + b for a, b in zip(counts, row, strict=True)]
        return counts[3] / (counts[2] or 1), counts[1] / (counts[0] or 1)

    def f1(documents: Sequence[Sequence[tuple[int, int, int, int]]]) -> float:
        precision, recall = parts(documents)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    precision, recall = parts(rows)
    n = sum(row[0] for document in rows for row in document)
    return Figure(name, round(f1(rows), 4), None, n, interval(rows, f1), f"P {precision:.3f} R {recall:.3f}")
