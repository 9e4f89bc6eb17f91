"""Kinship between reports: planted kin over PolNeAR, hand-written stories, false kin among real reports, time.

    python -m evals.kinship [../shared]

Planted kin and real pairs are measured on the odd half of the PolNeAR train reports (by name order); the rules were
made on the even half. Of the hand-written stories (evals/gold/kin) the first half by file order was for making the
rules, the second is measured. evals.bench_minhash measures others on the same planted texts.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import itertools
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import Figure, print_figures
from evals.planting import PLANTINGS, Planted, quoting
from foreigndesk.model import KinshipKind, Report, report_id
from foreigndesk.weighing.kinship import SHARED_KEYS, Index, Kin, judge_kinship, kin_of, sketch_of

GOLD = Path(__file__).parent / "gold" / "kin"
VERDICTS = GOLD / "verdicts.csv"
OUTLETS = {
    "breitbart": "Breitbart News", "huff-post": "The Huffington Post", "nyt": "The New York Times",
    "politico": "Politico", "usa-today": "USA Today", "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}  # fmt: skip
PLANTED_OUTLETS = ("The Ashford Ledger", "Northern Mail", "Daily Lantern", "Kestrel Post")
WAYS = (*PLANTINGS, "quoting")
NEAR_DAYS = 3  # two reports of one story come out within a few days of each other
SHARED_NAMES = 2
EXPLAIN = "--dev" in sys.argv
BARS = {KinshipKind.COPY: 0.97, KinshipKind.EXCERPT: 0.97, KinshipKind.SPUN: 0.92}


# -- what is measured on -----------------------------------------------------------------------------------------------


def read_half(shared: Path, half: int) -> list[Report]:
    """Every second PolNeAR train report by name order: 0 the half the rules were made on, 1 the other."""
    paths = sorted((shared / "corpora" / "polnear" / "train" / "text").glob("*.txt"))[half::2]
    reports = []
    for path in paths:
        outlet, published, _ = path.stem.split("_", 2)
        text = path.read_bytes().decode("utf-8")
        reports.append(
            Report(id=path.stem, path=path.name, text=text, outlet=OUTLETS.get(outlet, outlet), published=published)
        )
    return reports


def planted_report(report: Report, planted: Planted, dice: random.Random) -> Report:
    """A planted text as a report: a day later or undated; by another outlet, but for an update."""
    day = report.published_day or dt.date(2016, 1, 1)
    if planted.kind is KinshipKind.UPDATE:
        outlet, published = report.outlet, (day + dt.timedelta(days=1)).isoformat()
    else:
        outlet = dice.choice(PLANTED_OUTLETS)
        published = (day + dt.timedelta(days=1)).isoformat() if dice.random() < 0.5 else ""
    name = f"{planted.way}-{report.id}"
    return Report(id=name, path=name, text=planted.text, outlet=outlet, published=published or None)


def verdicts() -> dict[frozenset[str], bool]:
    """Pairs of real PolNeAR reports that a person looked at, and whether they are kin."""
    with VERDICTS.open(encoding="utf-8") as rows:
        return {frozenset((row["one"], row["other"])): row["kin"] == "yes" for row in csv.DictReader(rows)}


def true_kin() -> set[frozenset[str]]:
    """Pairs of real PolNeAR reports that a person found to be kin."""
    return {pair for pair, kin in verdicts().items() if kin}


# -- planted kin -------------------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What was found among pairs."""

    right: int = 0
    false: int = 0
    missed: int = 0
    kinds: int = 0
    directions: int = 0
    sure: int = 0
    sure_right: int = 0

    @property
    def f1(self) -> float:
        """F1 of finding a pair at all."""
        return 2 * self.right / max(2 * self.right + self.false + self.missed, 1)


def plant(reports: Sequence[Report], way: str) -> list[tuple[Report, Report, KinshipKind]]:
    """(planted, original, kind) for each report of which this way can make one."""
    made = []
    for place, report in enumerate(reports):
        dice = random.Random(f"{way} {report.id}")
        if way == "quoting":  # the host is a report of another season, so that nothing else is shared
            host = reports[(place + len(reports) // 2) % len(reports)]
            planted = quoting(report.text, host.text, (report.outlet or "").removeprefix("The "), dice)
        else:
            planted = PLANTINGS[way](report.text, dice)
        if planted is not None:
            made.append((planted_report(report, planted, dice), report, planted.kind))
    return made


def tally_planted(reports: Sequence[Report], way: str, known: set[frozenset[str]]) -> Tally:
    """Planted texts among all originals and each other, found by the index and judged.

    A report quoted into is the planted text's host: that pair is a copy, and left out.
    """
    index = Index()
    for report in reports:
        index.place(kin_of(report))
    family = {report.id: report.id for report in reports}
    tally = Tally()
    for planted, original, kind in plant(reports, way):
        host = reports[(reports.index(original) + len(reports) // 2) % len(reports)].id if way == "quoting" else None
        hit = False
        for finding in index.place(kin_of(planted)):
            other = finding.creditor if finding.debtor == planted.id else finding.debtor
            root = family[other]
            if other == original.id:
                hit = True
                tally.right += 1
                tally.kinds += finding.kind is kind
                tally.directions += finding.debtor == planted.id
                tally.sure += finding.doubt is None
                tally.sure_right += finding.doubt is None and finding.debtor == planted.id
            elif root not in (original.id, host) and frozenset((root, original.id)) not in known:
                tally.false += 1
                if EXPLAIN:
                    print(finding.debtor, finding.creditor, finding.kind, finding.score, finding.reasons[0].sentence)
        tally.missed += not hit
        family[planted.id] = host or original.id
    return tally


def planted_figures(reports: Sequence[Report], ways: Sequence[str] = WAYS) -> list[Figure]:
    """F1 of each way of planting, kind and direction over all."""
    known = true_kin()
    figures, sums = [], Tally()
    for way in ways:
        tally = tally_planted(reports, way, known)
        count = tally.right + tally.missed
        kind = next(iter(plant(reports[:1], way)), (None, None, KinshipKind.QUOTES))[2]
        kinds, directions = tally.kinds / max(tally.right, 1), tally.directions / max(tally.right, 1)
        note = f"kind right {kinds:.3f}, direction {directions:.3f}, {tally.false} false, {tally.missed} missed"
        figures.append(Figure(f"kinship.planted.{way}", tally.f1, BARS.get(kind), count, note=note))
        for field in ("right", "kinds", "directions", "sure", "sure_right"):
            setattr(sums, field, getattr(sums, field) + getattr(tally, field))
    figures.append(Figure("kinship.planted.kind", sums.kinds / max(sums.right, 1), 0.9, sums.right))
    figures.append(Figure("kinship.planted.direction", sums.directions / max(sums.right, 1), None, sums.right))
    note = "of those whose direction is said without doubt"
    figures.append(
        Figure("kinship.planted.direction_sure", sums.sure_right / max(sums.sure, 1), None, sums.sure, note=note)
    )
    return figures


# -- hand-written stories ----------------------------------------------------------------------------------------------


@dataclass
class Story:
    """One story of the gold: its reports by letter, the listed debts, and pairs that are neither right nor wrong."""

    kin: dict[str, Kin]
    debts: dict[frozenset[str], dict[str, str]]
    apart: set[frozenset[str]]


def read_story(path: Path) -> Story:
    """A story of evals/gold/kin (its README says what is kin)."""
    told = json.loads(path.read_text(encoding="utf-8"))
    kin = {}
    for row in told["reports"]:
        fields: dict[str, Any] = {key: row[key] or None for key in ("outlet", "published", "headline", "byline")}
        name = f"{path.stem}/{row['name']}"
        kin[row["name"]] = kin_of(
            Report(id=report_id(row["text"], row["outlet"]), path=name, text=row["text"], **fields)
        )
    root = {name: name for name in kin}
    for debt in told["kin"]:
        if debt["kind"] != "quotes":
            old, new = root[debt["debtor"]], root[debt["creditor"]]
            root = {name: new if head == old else head for name, head in root.items()}
    quoted = {(debt["debtor"], root[debt["creditor"]]) for debt in told["kin"] if debt["kind"] == "quotes"}
    debts = {frozenset((debt["debtor"], debt["creditor"])): debt for debt in told["kin"]}
    apart = {
        frozenset((one, other))
        for one in kin
        for other in kin
        if one < other and (root[one] == root[other] or (one, root[other]) in quoted or (other, root[one]) in quoted)
    }
    return Story(kin, debts, apart - set(debts))


def gold_figures(paths: Sequence[Path], name: str, *, explain: bool = False) -> list[Figure]:
    """F1 of finding the listed debts, and of those found the share with kind and with direction right."""
    stories = [read_story(path) for path in paths]
    tally, candidates = Tally(), 0
    everyone = [(place, letter, kin) for place, story in enumerate(stories) for letter, kin in story.kin.items()]
    for first, (place, one, kin) in enumerate(everyone):
        for other_place, other, other_kin in everyone[:first]:
            pair = frozenset((one, other)) if place == other_place else frozenset[str]()
            debt = stories[place].debts.get(pair)
            if pair in stories[place].apart:
                continue
            candidate = kin.sketch.shared(other_kin.sketch) >= SHARED_KEYS
            finding = judge_kinship(kin, other_kin) if candidate else None
            candidates += bool(debt) and candidate
            if finding and debt:
                tally.right += 1
                tally.kinds += finding.kind == debt["kind"]
                tally.directions += finding.debtor == stories[place].kin[debt["debtor"]].report.id
            tally.false += bool(finding and not debt)
            tally.missed += bool(debt and not finding)
            if explain and (finding is None) != (debt is None):
                print(kin.report.path, other_kin.report.path, debt, finding and (finding.kind, finding.reasons))
    count = tally.right + tally.missed
    note = f"{tally.false} false, {tally.missed} missed, {candidates} of {count} among the candidates"
    return [
        Figure(f"kinship.{name}.f1", tally.f1, 0.8, count, note=note),
        Figure(f"kinship.{name}.kind", tally.kinds / max(tally.right, 1), 0.9, tally.right),
        Figure(f"kinship.{name}.direction", tally.directions / max(tally.right, 1), None, tally.right),
    ]


# -- real reports of the same days -------------------------------------------------------------------------------------


def near_pairs(kin: Sequence[Kin]) -> Iterable[tuple[Kin, Kin]]:
    """Pairs published within NEAR_DAYS of each other that share SHARED_NAMES names."""
    names = [frozenset(one.words.stems[one.words.sharp].tolist()) for one in kin]
    days = [one.report.published_day or dt.date.min for one in kin]
    for first in range(len(kin)):
        for second in range(first):
            if (
                abs((days[first] - days[second]).days) <= NEAR_DAYS
                and len(names[first] & names[second]) >= SHARED_NAMES
            ):
                yield kin[first], kin[second]


def false_figures(reports: Sequence[Report], *, explain: bool = False) -> list[Figure]:
    """The share of real pairs of one time and subject that are left apart, but for those that a person found to be kin.

    Of all within NEAR_DAYS, of those of one day, and of those that a person looked at: there of kin found, too.
    """
    known, kin = verdicts(), [kin_of(report) for report in reports]
    near, same_day, looked_at = [], [], []
    for one, other in near_pairs(kin):
        finding = judge_kinship(one, other) if one.sketch.shared(other.sketch) >= SHARED_KEYS else None
        pair = frozenset((one.report.id, other.report.id))
        near.append(finding is None or known.get(pair, False))
        if one.report.published_day == other.report.published_day:
            same_day.append(near[-1])
        if pair in known:
            looked_at.append((finding is not None) == known[pair])
        if explain and not near[-1] and finding:
            print(finding.debtor, finding.creditor, finding.kind, finding.score, finding.reasons)
    return [
        Figure(f"kinship.{name}", sum(right) / max(len(right), 1), bar, len(right), note=f"{right.count(False)} {what}")
        for name, right, bar, what in (
            ("true_apart", near, 0.998, "found that no verdict calls kin"),
            ("true_apart.same_day", same_day, 0.998, "found that no verdict calls kin"),
            ("true_apart.looked_at", looked_at, None, "judged otherwise than by the person who looked at them"),
        )
    ]


# -- time --------------------------------------------------------------------------------------------------------------


def time_figures(reports: Sequence[Report]) -> list[Figure]:
    """Milliseconds of processor time to sketch a report and to judge a candidate."""
    begin = time.process_time()
    for report in reports:
        sketch_of(report.text)
    sketched = time.process_time()
    kin = [kin_of(report) for report in reports]
    spun = [kin_of(made) for made, _, _ in plant(reports, "spun_35")]
    ready = time.process_time()
    for one, other in zip(kin, spun, strict=True):
        judge_kinship(one, other)
    related = time.process_time()
    for one, other in itertools.pairwise(kin):
        judge_kinship(one, other)
    unrelated = time.process_time()
    words = sum(len(one.words) for one in kin) // len(kin)
    per = 1000 / len(reports)
    return [
        Figure(
            "speed.kinship.sketch_ms",
            per * (sketched - begin),
            None,
            len(reports),
            note=f"bar at most 2; {words} words",
        ),
        Figure(
            "speed.kinship.judge_kin_ms", per * (related - ready), None, len(reports), note="bar at most 3; spun pairs"
        ),
        Figure("speed.kinship.judge_others_ms", per * (unrelated - related), None, len(reports), note="bar at most 3"),
    ]


# -- all ---------------------------------------------------------------------------------------------------------------


def story_paths(half: int) -> list[Path]:
    """The stories by file order: 0 the first half, the rules were made with it; 1 the second."""
    paths = sorted(GOLD.glob("*.json"))
    return paths[: len(paths) // 2] if half == 0 else paths[len(paths) // 2 :]


def measure(shared: Path | None) -> list[Figure]:
    """The figures on the halves that the rules were not made with; without the corpora those of the stories alone."""
    figures = gold_figures(story_paths(1), "stories") if story_paths(1) else []
    if shared is None:
        return figures
    reports = read_half(shared, 1)
    return figures + planted_figures(reports) + false_figures(reports) + time_figures(reports)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--dev", action="store_true", help="the halves that the rules were made with, errors shown")
    parser.add_argument("--only", choices=("stories", "planted", "false", "time"))
    parser.add_argument("--reports", type=int, help="only so many of them")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS, help="ways of planting")
    wanted = parser.parse_args()
    half = 0 if wanted.dev else 1
    reports = read_half(wanted.shared, half)[: wanted.reports] if wanted.shared.is_dir() else []
    parts: dict[str, Callable[[], list[Figure]]] = {
        "stories": lambda: gold_figures(story_paths(half), "stories", explain=wanted.dev),
        "planted": lambda: planted_figures(reports, wanted.ways),
        "false": lambda: false_figures(reports, explain=wanted.dev),
        "time": lambda: time_figures(reports),
    }
    for name, part in parts.items():
        if wanted.only in (None, name):
            print_figures(part())


if __name__ == "__main__":
    main()
