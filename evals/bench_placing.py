"""What it costs to place one report in a case file where many are kept: `python -m evals.bench_placing [N ...]`.

Reports are drawn from a fixed seed: 150 words each, names and figures among them, every word as frequent as its rank
lets it be; every tenth is an edited copy of an earlier one, and every hundredth a copy of the very first, whose family
grows with the file. They are kept and placed one by one, each place in a transaction of its own, and the last WINDOW
before each size are timed. Printed for each size: processor time to place a report, of that what the case file takes,
and both beside the first size; bytes of the file that a place takes; and what it costs to remove the first report,
which stands for its family.
"""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.placing import Placer
from foreigndesk.model import Reading, Report, report_id

SIZES = (1_000, 10_000, 50_000)
WINDOW = 300
SEED = 20241101
NOW = dt.datetime(2024, 12, 31, tzinfo=dt.UTC)
SYLLABLES = "ba ko ri ten sul mar vo din esk ula por nim gar hal ost fen".split()
WORDS = 40_000  # of the language: a year of news has about as many that come more than once
LENGTH = 150

Result = TypeVar("Result")


def language(dice: random.Random) -> list[str]:
    """Words of a language, the most frequent first; every fourth is a name."""
    made = dict.fromkeys("".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(2 * WORDS))
    return [word.title() if place % 4 == 3 else word for place, word in enumerate(list(made)[:WORDS])]


def new_text(words: list[str], dice: random.Random) -> str:
    """Sentences of words, each as frequent as one by its rank (Zipf)."""
    drawn = [words[int(len(words) ** dice.random()) - 1] for _ in range(LENGTH)]
    sentences = [" ".join(drawn[at : at + 15]).capitalize() for at in range(0, LENGTH, 15)]
    return ". ".join(f"{sentence} {dice.randrange(10, 9999)}" for sentence in sentences) + "."


def edited(text: str, words: list[str], dice: random.Random) -> str:
    """A copy with a sentence dropped and one of its own."""
    sentences = text.split(". ")
    sentences[dice.randrange(len(sentences))] = new_text(words, dice)[:80]
    return ". ".join(sentences)


class Timed:
    """A case file whose loads and saves are timed."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self.seconds = 0.0

    def __getattr__(self, name: str) -> object:
        found = getattr(self._case, name)
        return self._timed(found) if callable(found) else found

    def _timed(self, work: Callable[..., Result]) -> Callable[..., Result]:
        def timed(*given: object, **named: object) -> Result:
            begin = time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.seconds += time.process_time() - begin

        return timed


def main(sizes: list[int]) -> None:
    """Keep and place as many reports as the largest size, and print a line for each size."""
    dice = random.Random(SEED)
    words = language(dice)
    texts: list[str] = []
    print("     kept   ms each  of that in file  beside the first size   bytes a place   longest list")
    with tempfile.TemporaryDirectory() as folder, open_case(Path(folder) / "bench.db", write=True) as case:
        timed = Timed(case)
        placer = Placer(timed)  # type: ignore[arg-type]  # it has all that a case file has
        spent, within = 0.0, 0.0
        first: tuple[float, float] | None = None
        for number in range(max(sizes)):
            texts.append(next_text(texts, words, dice))
            report = Report(report_id(texts[-1], "Bench"), f"{number}.txt", texts[-1], outlet=f"Outlet {number % 97}")
            with case.together():
                case.save_report(report, report.text.encode(), NOW)
                case.save_reading(Reading(report, "bench/1"), NOW)
            timed.seconds, begin = 0.0, time.process_time()
            with case.together():
                placer.place(report)
                placed = time.process_time()
            done = time.process_time()
            if any(size - WINDOW <= number < size for size in sizes):
                spent, within = spent + done - begin, within + timed.seconds + done - placed
            if number + 1 in sizes:
                each = 1000 * spent / WINDOW, 1000 * within / WINDOW
                first = first or each
                print_line(case.path, number + 1, each, first)
                spent, within = 0.0, 0.0
        print_removal(case, report_id(texts[0], "Bench"))


def next_text(texts: list[str], words: list[str], dice: random.Random) -> str:
    """The text of the next report."""
    number = len(texts)
    if number and number % 100 == 50:
        return edited(texts[0], words, dice)
    if number and number % 10 == 5:
        return edited(dice.choice(texts), words, dice)
    return new_text(words, dice)


def print_line(path: Path, kept: int, each: tuple[float, float], first: tuple[float, float]) -> None:
    """What a report costs when so many are kept."""
    connection = sqlite3.connect(path)
    (size,) = connection.execute(
        "SELECT sum(pgsize) FROM dbstat WHERE name = 'listed' OR name LIKE '%sketches%'"
    ).fetchone()
    (longest,) = connection.execute("SELECT max(length(reports)) / 4 FROM listed").fetchone()
    connection.close()
    beside = f"{each[0] / first[0]:.2f}, file {each[1] / first[1]:.2f}"
    print(f"{kept:>9} {each[0]:>9.2f} {each[1]:>15.2f} {beside:>23} {size / kept:>15.0f} {longest:>14}", flush=True)


def print_removal(case: CaseFile, report: str) -> None:
    """What it costs to remove the report that most go back to, and whether its family is found without it."""
    kept = case.load_report(report)
    ties = len(case.load_kinships(report))
    begin = time.process_time()
    gone = case.remove_report(report)
    spent = 1000 * (time.process_time() - begin)
    placer = Placer(case)
    again = placer.place(kept) if kept and case.save_report(kept, b"", NOW) else 0
    print(
        f"removing the first report took {spent:.0f} ms, with {len(gone.kinships)} of {ties} kinships;"
        f" taken in again, it has {again}"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
