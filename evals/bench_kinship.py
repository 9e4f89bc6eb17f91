"""What it costs to place a report among many: `python -m evals.bench_kinship [N] [--workers 2] [--plot FILE.svg]`.

Reports are made from PolNeAR: each new story takes sentences of many reports, with names, figures and a third of its
content words drawn anew from the corpus, so that stories are independent and words as frequent as in news. Three of
four reports tell a new story; the others are kin of an earlier one, mostly a recent one: copied, cut, edited, spun.
All are made first. Then each is placed: its sketch is made (by workers), its candidates are found and judged, and it is
kept. Printed is what a report costs when so many are kept (the mean of the WINDOW before) in processor time, of workers
too; then time and memory for all, and how many of the planted kin were found.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evals.kinship import read_half
from evals.planting import FUNCTION, PLANTINGS, SENTENCE, joined
from evals.plotting import Line, draw_lines
from foreigndesk.desk.workers import spread
from foreigndesk.model import Report
from foreigndesk.weighing.kinship import Index, Kin, find_kin, kin_of, ranked

REPORTS = 100_000
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 70_000, 100_000)
WINDOW = 1_000  # reports
SEED = 20160101
KIN = 0.25  # of all reports: shares of near copies in news crawls lie between a tenth and a half
WORDS = (120, 900)  # words of a new story
LONGEST = 60  # words of a sentence: longer ones are lists and tables
DRAWN = 0.35  # of its content words drawn anew
WAYS = ("copied", "cut", "hand_edited", "spun_10", "spun_35", "reordered")
WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+")


@dataclass(frozen=True)
class Made:
    """A made report, the story it tells, and whether it was made from an earlier one."""

    report: Report
    story: int
    echo: bool


def make_reports(count: int, shared: Path) -> Iterator[Made]:
    """So many reports in the order in which they come out, the same in every run."""
    dice = random.Random(SEED)
    sentences: list[str] = []
    words: list[str] = []
    names: list[str] = []
    for report in (*read_half(shared, 0), *read_half(shared, 1)):
        for sentence in SENTENCE.split(report.text.replace("\n", " ")):
            if sentence.count(" ") < LONGEST:
                sentences.append(sentence.strip())
            for place, word in enumerate(WORD.findall(sentence)):
                if word.lower() not in FUNCTION:
                    (names if place and word[0].isupper() else words).append(word)
    stories: list[str] = []
    for number in range(count):
        echo = bool(stories) and dice.random() < KIN
        if echo:
            # Echoes follow soon: the story's age falls off like 1/age.
            story = len(stories) - min(int(len(stories) ** dice.random()), len(stories))
            text = PLANTINGS[dice.choice(WAYS)](stories[story], dice).text
        else:
            story, text = len(stories), new_story(sentences, words, names, dice)
            stories.append(text)
        yield Made(Report(id=f"r{number:07}", path="", text=text, outlet=f"Outlet {number}"), story, echo)


def new_story(sentences: list[str], words: list[str], names: list[str], dice: random.Random) -> str:
    """Sentences from anywhere with a cast of its own: names and a third of the content words drawn from the corpus."""
    cast = [dice.choice(names) for _ in range(12)]

    def drawn(match: re.Match[str]) -> str:
        word: str = match.group()
        if word.isdigit():
            return str(dice.randrange(2, 3000))
        if word[0].isupper() and match.start():
            return dice.choice(cast)
        return dice.choice(words) if word.lower() not in FUNCTION and dice.random() < DRAWN else word

    size, length, paragraphs = dice.randrange(*WORDS), 0, []
    while length < size:
        paragraph = " ".join(WORD.sub(drawn, dice.choice(sentences)) for _ in range(dice.randrange(1, 4)))
        length += paragraph.count(" ")
        paragraphs.append(paragraph)
    return joined(paragraphs)


@dataclass
class Cost:
    """Seconds of processor time by part for so many reports, and what was found."""

    reports: int = 0
    sketching: float = 0.0
    looking: float = 0.0
    judging: float = 0.0
    judged: int = 0
    planted: int = 0
    found: int = 0
    false: int = 0

    def add(self, other: Cost) -> None:
        """Add the cost of others."""
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def each(self) -> tuple[float, float, float]:
        """Milliseconds for a report: sketch, look up and keep, judge."""
        per = 1000 / max(self.reports, 1)
        return per * self.sketching, per * self.looking, per * self.judging


@dataclass
class Course:
    """What placing has cost when so many were kept, and in all."""

    windows: dict[int, Cost] = field(default_factory=dict)
    total: Cost = field(default_factory=Cost)


def timed(report: Report) -> tuple[Kin, float]:
    """A report made ready, and the seconds of processor time that it took."""
    begin = time.process_time()
    kin = kin_of(report)
    return kin, time.process_time() - begin


def given_up(made: deque[Made]) -> Iterator[Report]:
    """The reports in order, each let go when it is taken: the index keeps them from then on."""
    while made:
        yield made.popleft().report


def place(made: deque[Made], workers: int) -> Course:
    """Place reports one after another."""
    index, course, window = Index(), Course(), Cost()
    stories = [(one.story, one.echo) for one in made]
    story_of: dict[str, int] = {}
    for (story, echo), (kin, sketching) in zip(stories, spread(timed, given_up(made), workers), strict=True):
        begin = time.process_time()
        lists = index.lists(kin.sketch)
        near = ranked(lists.values())
        looked = time.process_time()
        placed = find_kin(kin, near, index)
        judged = time.process_time()
        index.keep(kin, lists, placed)
        looking = looked - begin + time.process_time() - judged
        told = {story_of[one] for tie in placed.kinships for one in (tie.debtor, tie.creditor) if one in story_of}
        story_of[kin.report.id] = story
        window.add(
            Cost(1, sketching, looking, judged - looked, len(near), echo, echo and story in told, len(told - {story}))
        )
        if len(index) % WINDOW == 0 or len(index) == len(stories):
            course.windows[len(index)] = window
            course.total.add(window)
            window = Cost()
    return course


def print_course(course: Course, minutes: float, workers: int) -> None:
    """A line for each size, and what all of it came to."""
    print("     kept  ms each  sketch look up   judge  judged")
    for size in (*(each for each in SIZES if each in course.windows and each < course.total.reports), 0):
        cost = course.windows[size] if size else course.total
        parts = " ".join(f"{part:>7.2f}" for part in cost.each)
        print(f"{size or 'all':>9} {sum(cost.each):>8.2f} {parts} {cost.judged / cost.reports:>7.2f}", flush=True)
    total = course.total
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{total.reports} reports placed in {minutes:.1f} minutes with {workers} workers"
        f" ({sum(total.each) * total.reports / 60_000:.1f} minutes of processor time);"
        f" {gigabytes:.2f} GB, the reports among them\n"
        f"of {total.planted} planted kin {total.found / max(total.planted, 1):.4f} were found, and {total.false} false"
    )


def draw(course: Course) -> str:
    """The cost of a report by how many are kept, as SVG."""
    names = ("sketch", "look up and keep", "judge", "all")
    values = [(*cost.each, sum(cost.each)) for cost in course.windows.values()]
    lines = [
        Line(name, list(zip(course.windows, column, strict=True)))
        for name, column in zip(names, zip(*values, strict=True), strict=True)
    ]
    return draw_lines("What it costs to place a report", "reports kept", "ms of processor time", lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="?", default=REPORTS)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--plot", type=Path, help="an SVG file to draw")
    parser.add_argument("--corpora", type=Path, default=Path(__file__).parents[2] / "shared")
    wanted = parser.parse_args()
    if not wanted.corpora.is_dir():
        sys.exit("No corpora found: reports are made from PolNeAR (see --corpora).")
    made = deque(make_reports(wanted.reports, wanted.corpora))
    begin = time.perf_counter()
    course = place(made, wanted.workers)
    print_course(course, (time.perf_counter() - begin) / 60, wanted.workers)
    if wanted.plot:
        wanted.plot.parent.mkdir(parents=True, exist_ok=True)
        wanted.plot.write_text(draw(course), encoding="utf-8")


if __name__ == "__main__":
    main()
