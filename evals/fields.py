"""The fields of a statement: who is meant, how they are described, what they do by speaking, through whom it goes.

speakers    the reader's name for a gold source of PolNeAR dev agrees with the words it refers to  (gold/speakers.jsonl)
sourcing    the class of a gold source                                                             (gold/sourcing.jsonl)
via         who carries a message, and to whom, on single sentences                                (gold/via.jsonl)
own         whole statements and their fields on the project's own reports                         (gold/statements)

A gold source is put to the reader's own resolver, which has read the whole report. Without the corpora only what rests
on the project's own texts is measured.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.figures import Figure
from evals.own import agrees, field_figures, figure, own_report, read_own, telling, whole_figures
from evals.polnear import read_gold
from foreigndesk.model import Mention, Report, Sourcing, Span, Statement, report_id
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.statements import around, find_statements
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.layout import head_of
from foreigndesk.reading.statements.sourcing import find_sourcing
from foreigndesk.reading.statements.speakers import Resolved, Speakers

GOLD = Path(__file__).parent / "gold"
Row = dict[str, Any]


def measure(shared: Path | None) -> list[Figure]:
    """All figures; without the corpora only those on the project's own texts."""
    reader = Reader()
    own = read_own(reader)
    reports = {one.row["name"]: own_report(one.row) for one in own}
    if shared is not None:
        for gold in read_gold(shared / "corpora" / "polnear" / "dev"):
            day = gold.name.split("_")[1]  # breitbart_2016-09-12_...: intake knows the day of publication
            reports[gold.name] = Report(report_id(gold.text, None), gold.name, gold.text, published=day)
    figures = [*speaker_figures(reports, reader), *via_figures(reader), *field_figures(own, reader.actors)]
    return figures + (whole_figures(own, shared) if shared is not None else [])


def load_gold(name: str) -> list[Row]:
    """The rows of a gold file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def speaker_figures(reports: dict[str, Report], reader: Reader) -> list[Figure]:
    """Who is meant by gold sources, and their class; of those reports that are at hand."""
    wanted: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for name in ("speakers", "sourcing"):
        for row in load_gold(name):
            if row["doc"] in reports:
                wanted[row["doc"]].append((name, row))
    right: dict[str, list[list[bool]]] = {"speakers": [], "sourcing": []}
    for doc, rows in wanted.items():
        answers = judge(reports[doc], rows, reader)
        for name, found in right.items():
            found.append([answer for (kind, _), answer in zip(rows, answers, strict=True) if kind == name])
    bars = {"speakers": 0.85, "sourcing": 0.90}
    return [figure(f"fields.{name}", found, bars[name]) for name, found in right.items() if any(found)]


def judge(report: Report, rows: list[tuple[str, Row]], reader: Reader) -> list[bool]:
    """Whether the reader is right about each gold row of one report."""
    doc = parse(report.text)
    names = find_names(doc, report, reader.actors)
    statements: tuple[Statement, ...] = ()
    if any(row["start"] is None for _, row in rows):
        statements = find_statements(doc, report, names, find_whens(doc, report.published_day), reader.actors)
    speakers = Speakers(doc, report, names, reader.actors)
    answers = []
    for name, row in rows:
        if row["start"] is None:
            answers.append(sourcing_at(row["cue"], statements).kind == row["class"])
            continue
        span = Span(row["start"], row["end"])
        resolved = speakers.resolve(span)
        if name == "speakers":
            words = report.text[slice(*row["refers"])] if row["refers"] else None
            answers.append(agrees(resolved.mention, words, reader.actors))
        else:
            tokens = tokens_in(doc, span)
            answers.append(find_sourcing(resolved, tokens, around(doc, head_of(tokens))).kind == row["class"])
    return answers


def sourcing_at(cue: list[int], statements: tuple[Statement, ...]) -> Sourcing:
    """The sourcing of the reader's statement with that cue; none where it finds no statement there."""
    for one in statements:
        if one.cue is not None and one.cue.start < cue[1] and cue[0] < one.cue.end:
            return one.sourcing
    return find_sourcing(Resolved(Mention(), None, None), [], "")


def via_figures(reader: Reader) -> list[Figure]:
    """Recall and precision of carriers: via and recipient must share a word with the gold; the origin is left free."""
    found, told = [], []
    for row in load_gold("via"):
        statements = reader.read(Report(report_id(row["text"], None), "via", row["text"])).statements
        right = {
            mention.start: fits(mention.printed, row["via"])
            and (row["recipient"] is None or any(fits(to.printed, row["recipient"]) for to in one.addressees))
            for one in statements
            for mention in one.via
        }
        told.append(list(right.values()))
        found.append([any(right.values())] if row["via"] is not None else [])
    return [figure("fields.via.recall", found, 0.70), figure("fields.via.precision", told, 0.90)]


def fits(printed: str | None, words: str | None) -> bool:
    """Whether words found share one with those of the gold."""
    return printed is not None and words is not None and bool(telling(printed) & telling(words))
