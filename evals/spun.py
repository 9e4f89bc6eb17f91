"""Spun text: names restored, reports flagged. Bars: names precision 0.95, recall 0.6; clean reports flagged 0.5 %."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy

from evals.figures import FRESH, UNSEEN, Figure, as_unseen, drawn, together
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.forms import normal_form
from foreigndesk.model import Report, Spun, report_id
from foreigndesk.reading.names import find_names
from foreigndesk.reading.names.restored import restore
from foreigndesk.reading.parse import parse
from foreigndesk.reading.spun import find_spun

GOLD = Path(__file__).parent / "gold" / "spun"
STATEMENTS = GOLD.parent / "statements"
GIVEN = Spun((), 1.0)  # names.jsonl says that its sentences are spun: only restoring is measured
Row = dict[str, Any]


def load_rows(name: str) -> list[Row]:
    """The rows of one gold file."""
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def restored_at(row: Row) -> tuple[str | None, list[tuple[str, str]]]:
    """What the name of a row is restored to, and what else is restored in its sentence."""
    text = row["sentence"]
    report = Report(report_id(text, None), "", text)
    doc = parse(text)
    names = restore(find_names(doc, report, load_actors()), doc, GIVEN, load_actors())
    start = text.index(row["spun"])
    end = start + len(row["spun"])
    hit, others = None, []
    for name in names:
        if name.restored is None:
            continue
        if name.start < end and start < name.end:
            hit = name.restored
        else:
            others.append((name.printed, name.restored))
    return hit, others


def right(restored: str, row: Row) -> bool:
    """Whether a name is restored as it was; a state or owner printed before it may be part of the name."""
    mine, true = (american(normal_form(name)) for name in (restored, row["true"]))
    before = normal_form(row["sentence"][: row["sentence"].rindex(row["spun"])])
    lead = mine[: -len(true)].strip() if mine.endswith(true) else None
    return mine == true or (bool(lead) and before.endswith(lead or "-"))


def american(form: str) -> str:
    """A name in one of its two spellings: another printed form of the same name is no mistake."""
    for british, other in (("defence", "defense"), ("centre", "center"), ("organisation", "organization")):
        form = form.replace(british, other)
    return form


def judge_names(rows: list[Row], show: bool = False) -> tuple[int, int, int]:
    """How many names were restored rightly, and wrongly, of how many."""
    good = bad = 0
    for row in rows:
        hit, others = restored_at(row)
        ok = hit is not None and right(hit, row)
        good += ok
        bad += hit is not None and not ok
        if show and not ok:
            print(f"{row['kind']:12} {row['spun']!r} -> {hit!r} (true {row['true']!r})")
        if show:
            for printed, other in others:
                print(f"      also {printed!r} -> {other!r}")
    return good, bad, len(rows)


def name_figures(rows: list[Row], half: str) -> list[Figure]:
    """Precision and recall of restored names."""
    good, bad, of = judge_names(rows)
    return [
        Figure(f"spun.names.{half}.precision", good / max(1, good + bad), 0.95, good + bad),
        Figure(f"spun.names.{half}.recall", good / max(1, of), 0.6, of),
    ]


def judge_reports(rows: list[Row], show: bool = False) -> dict[str, int]:
    """Counts over whole reports: flagged, names restored rightly and wrongly (or where none was broken)."""
    if not rows:
        return {}
    counts = dict.fromkeys(("reports", "flagged", "gold", "good", "bad"), 0)
    for row in rows:
        report = Report(report_id(row["text"], row["outlet"]), "", row["text"], outlet=row["outlet"])
        doc = parse(row["text"])
        found = find_names(doc, report, load_actors())
        spun = find_spun(doc, report, found, load_actors())
        names = restore(found, doc, spun, load_actors())
        counts["reports"] += 1
        counts["flagged"] += spun is not None
        counts["gold"] += len(row["names"])
        left = list(row["names"])
        for name in names:
            if name.restored is None:
                continue
            gold = next((one for one in left if name.start < one["end"] and one["start"] < name.end), None)
            ok = gold is not None and right_in(name.restored, gold, row["text"])
            counts["good" if ok else "bad"] += 1
            if gold is not None:
                left.remove(gold)
            if show and not ok:
                print(f"   {row['id']} {name.printed!r} -> {name.restored!r} (true {gold and gold['true']!r})")
        if show:
            print(f"{row['id']} score {spun and spun.model_score} missed {[one['printed'] for one in left]}")
    return counts


def right_in(restored: str, gold: Row, text: str) -> bool:
    """Whether a name in a report is restored as it was."""
    return right(restored, {"true": gold["true"], "spun": gold["printed"], "sentence": text[: gold["end"]]})


def report_figures(rows: list[Row], half: str) -> list[Figure]:
    """Whole reports: spun ones flagged, clean ones left alone, names restored in those that were flagged."""
    figures = []
    if spun := judge_reports([row for row in rows if row["group"] == "spun"]):
        told = spun["good"] + spun["bad"]
        figures += [
            Figure(f"spun.reports.{half}.flagged", spun["flagged"] / spun["reports"], None, spun["reports"]),
            Figure(f"spun.reports.{half}.names.precision", spun["good"] / max(1, told), 0.95, told),
            Figure(f"spun.reports.{half}.names.recall", spun["good"] / max(1, spun["gold"]), None, spun["gold"]),
        ]
    if clean := judge_reports([row for row in rows if row["group"] == "clean"]):
        figures += [
            Figure(f"spun.reports.{half}.unflagged", 1 - clean["flagged"] / clean["reports"], 0.995, clean["reports"]),
            Figure(f"spun.reports.{half}.clean.restored", clean["bad"], 0, clean["reports"]),
        ]
    return figures


def fresh_figures() -> list[Figure]:
    """The figures of the fresh names and reports; names restored in clean ones are told by report."""
    names = [name_figures([row], UNSEEN) for row in load_rows(f"{FRESH}_names.jsonl")]
    rows = load_rows(f"{FRESH}_reports.jsonl")
    spun, clean = (
        [report_figures([row], UNSEEN) for row in rows if row["group"] == group] for group in ("spun", "clean")
    )
    return as_unseen([one for units in (names, spun, clean) for one in drawn(units, together)], FRESH)


def clean_figures(shared: Path) -> list[Figure]:
    """Reports of PolNeAR, all written by hand, that are not flagged; the rules were tried on the even half of train."""
    train = sorted((shared / "corpora" / "polnear" / "train" / "text").glob("*.txt"))
    dev = sorted((shared / "corpora" / "polnear" / "dev" / "text").glob("*.txt"))
    blank = spacy.blank("en")  # whether a report is spun is told by its words alone
    figures = []
    for name, paths in (("polnear-tried", train[::2]), ("polnear-untried", train[1::2]), ("polnear-dev", dev)):
        flagged = 0
        for path in paths:
            text = path.read_text(encoding="utf-8")
            report = Report(report_id(text, None), str(path), text)
            flagged += find_spun(blank.make_doc(text), report, (), load_actors()) is not None
        figures.append(Figure(f"spun.{name}.unflagged", 1 - flagged / len(paths), 0.995, len(paths)))
    return figures


def own_figures() -> list[Figure]:
    """The reports of the gold of statements: the spun ones flagged, the others not."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(STATEMENTS.glob("*.json"))]
    flagged = {"spun": [0, 0], "other": [0, 0]}
    for row in rows:
        doc = parse(row["text"])
        report = Report(report_id(row["text"], None), row["name"], row["text"])
        kind = flagged["spun" if row["style"] == "spun" else "other"]
        kind[0] += find_spun(doc, report, (), load_actors()) is not None
        kind[1] += 1
    return [
        Figure("spun.own.flagged", flagged["spun"][0] / flagged["spun"][1], None, flagged["spun"][1]),
        Figure("spun.own.unflagged", 1 - flagged["other"][0] / flagged["other"][1], 0.995, flagged["other"][1]),
    ]


def measure(shared: Path | None) -> list[Figure]:
    """Every figure of spun text. The first half of each gold file was looked at, the second never."""
    rows = load_rows("names.jsonl")
    whole = load_rows("reports.jsonl")
    seen, looked = len(rows) // 2, len(whole) // 2
    return [
        *name_figures(rows[:seen], "seen"),
        *name_figures(rows[seen:], "unseen"),
        *report_figures(whole[:looked], "seen"),
        *report_figures(whole[looked:], "unseen"),
        *as_unseen(name_figures(load_rows("unseen_names.jsonl"), UNSEEN)),
        *as_unseen(report_figures(load_rows("unseen_reports.jsonl"), UNSEEN)),
        *fresh_figures(),
        *own_figures(),
        *(clean_figures(shared) if shared else []),
    ]


if __name__ == "__main__":
    lines = load_rows("names.jsonl")
    print(judge_names(lines[: len(lines) // 2], show=True))
    whole = load_rows("reports.jsonl")
    print(judge_reports(whole[: len(whole) // 2], show=True))
