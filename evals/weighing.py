"""What is weighed: forecasts and reported silences found in sentences. Bars: recall 0.75 at precision 0.85.

A forecast counts as found where its outcome shares most of its words with the gold's (Jaccard over words of the
passage at least ENOUGH); each counts once. Of a passage one silence is marked, so it is judged as a whole: found where
some silence has the actor marked, false where silences are found and none has it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import FRESH, UNSEEN, Figure, as_unseen, drawn, together
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Forecast, Report, Silence, Span, Statement, report_id
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.forecasts import find_forecasts
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.silences import find_silences
from foreigndesk.reading.statements import find_statements

GOLD = Path(__file__).parent / "gold"
ENOUGH = 0.5  # more than half of the words of both together: no two outcomes of one passage can match the same gold
RECALL, PRECISION = 0.75, 0.85
WORD = re.compile(r"\w+")
Row = dict[str, Any]


@dataclass(frozen=True)
class Read:
    """What was read in one passage."""

    text: str
    forecasts: tuple[Forecast, ...]
    silences: tuple[Silence, ...]
    statements: tuple[Statement, ...]


def load_rows(name: str, file: str = "sentences.jsonl") -> list[Row]:
    """The rows of one gold file."""
    path = GOLD / name / file
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(row: Row) -> Read:
    """A passage read as a report of its own."""
    text = row["text"]
    report = Report(report_id(text, None), "", text, published=row["published"])
    doc = parse(text)
    actors = load_actors()
    names = find_names(doc, report, actors)
    whens = find_whens(doc, report.published_day)
    statements = find_statements(doc, report, names, whens, actors)
    forecasts = find_forecasts(doc, report, statements, whens)
    return Read(text, forecasts, find_silences(doc, report, names, statements, whens, actors), statements)


def words_at(text: str, span: Span) -> set[int]:
    """Where the words of a span begin."""
    return {m.start() for m in WORD.finditer(text) if span.start <= m.start() < span.end}


def alike(text: str, one: Span, other: Span) -> bool:
    """Whether two spans share most of their words."""
    mine, theirs = words_at(text, one), words_at(text, other)
    return bool(mine | theirs) and len(mine & theirs) > ENOUGH * len(mine | theirs)


def place(text: str, words: str) -> Span:
    """Where words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def judge_forecasts(rows: list[Row], half: str, show: bool = False) -> list[Figure]:
    """Precision and recall of forecasts, and of those found: how many have the right condition, horizon and speaker."""
    found = gold = hits = 0
    fields: dict[str, list[bool]] = {"condition": [], "horizon": [], "speaker": [], "kind": []}
    for row in rows:
        got = read(row)
        open_ones = list(got.forecasts)
        found, gold = found + len(open_ones), gold + len(row["forecasts"])
        for want in row["forecasts"]:
            hit = next(
                (f for f in open_ones if alike(row["text"], f.outcome, place(row["text"], want["outcome"]))), None
            )
            if hit is None:
                if show:
                    print(f"MISSED  {want['outcome']!r}: {row['text']}")
                    print(f"        {[f.outcome.text for f in got.forecasts]}")
                continue
            open_ones.remove(hit)
            hits += 1
            for field, right in judge_fields(got, hit, want).items():
                fields[field].append(right)
                if show and not right:
                    print(f"{field:10}{want[field]!r}: {row['text']}")
        if show and open_ones:
            print(f"FALSE   {[(f.outcome.text, f.reasons[0]) for f in open_ones]}\n        {row['text']}")
    name = f"weighing.forecasts.{half}"
    figures = [
        Figure(f"{name}.precision", hits / max(1, found), PRECISION, found),
        Figure(f"{name}.recall", hits / max(1, gold), RECALL, gold),
    ]
    return figures + [Figure(f"{name}.{f}", sum(of) / max(1, len(of)), None, len(of)) for f, of in fields.items()]


def judge_fields(got: Read, hit: Forecast, want: Row) -> dict[str, bool]:
    """Which fields of a forecast that was found are right: some word in common, or both empty."""
    teller = next((s for s in got.statements if s.id == hit.statement), None)
    speaker = None
    if teller is not None and teller.speaker.start is not None and teller.speaker.end is not None:
        speaker = Span(teller.speaker.start, teller.speaker.end)
    return {
        "condition": same_place(got.text, hit.condition, want["condition"]),
        "horizon": same_place(got.text, hit.horizon, want["horizon"]),
        "speaker": same_place(got.text, speaker, want["speaker"]),
        "kind": hit.reasons[0].rule == want["kind"],
    }


def same_place(text: str, got: Any, want: str | None) -> bool:
    """Whether both are empty, or share a word."""
    if got is None or want is None:
        return got is None and want is None
    return bool(words_at(text, Span(got.start, got.end)) & words_at(text, place(text, want)))


def judge_silences(rows: list[Row], half: str, show: bool = False) -> list[Figure]:
    """Precision and recall of reported silences, by passage."""
    found = gold = hits = about = abouts = 0
    for row in rows:
        got, want = read(row).silences, row["silence"]
        found, gold = found + bool(got), gold + bool(want)
        hit = next((s for s in got if want and names_actor(s, want["actor"])), None)
        hits += hit is not None
        if hit is not None and want["about"]:
            abouts += 1
            about += bool(set(WORD.findall(hit.about.lower())) & set(WORD.findall(want["about"].lower())))
        if show and bool(hit) != bool(got or want):
            print(f"{'FALSE' if got else 'MISSED'}  {[(s.name, s.about) for s in got]} want {want}: {row['text']}")
    name = f"weighing.silences.{half}"
    return [
        Figure(f"{name}.precision", hits / max(1, found), PRECISION, found),
        Figure(f"{name}.recall", hits / max(1, gold), RECALL, gold),
        Figure(f"{name}.about", about / max(1, abouts), None, abouts),
    ]


def names_actor(silence: Silence, want: str) -> bool:
    """Whether a silence is that of the actor marked: half of the words of both together are the same."""
    mine, theirs = ({w.lower() for w in WORD.findall(words)} - {"the", "a"} for words in (silence.name, want))
    return len(mine & theirs) >= ENOUGH * len(mine | theirs)


def measure(_shared: Path | None = None, *, show: str = "") -> list[Figure]:
    """Every figure of forecasts and silences, by half of the gold: rules were written with the first half in view."""
    figures = []
    for name, judge in (("forecasts", judge_forecasts), ("silences", judge_silences)):
        rows = load_rows(name)
        middle = len(rows) // 2
        figures += judge(rows[:middle], "seen", name in show)
        figures += judge(rows[middle:], "unseen")
        figures += judge(rows, "all")
        figures += as_unseen(judge(load_rows(name, "unseen.jsonl"), UNSEEN))
        fresh = [judge([row], UNSEEN) for row in load_rows(name, f"{FRESH}.jsonl")]
        figures += as_unseen(drawn(fresh, together), FRESH)
    return figures
