"""What it costs to place a report among many: `python -m evals.bench_kinship [N ...] [--corpora ../shared]`.

Reports are made from PolNeAR: each new story takes sentences of many reports, with names, figures and a third of its
content words drawn anew from the corpus, so that stories are independent and words as frequent as in news. Three of
four reports tell a new story; the others are kin of an earlier one, mostly a recent one: copied, cut, edited, spun.
A report is placed when its sketch is made, its candidates are found and judged, and it is kept. Printed for each N:
time in all and for each part, memory, and how many of the planted kin were found.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.kinship import read_half
from evals.planting import FUNCTION, PLANTINGS, SENTENCE, joined
from foreigndesk.model import Report
from foreigndesk.weighing.kinship import Index, find_kin, kin_of, ranked

SIZES = (10_000, 20_000, 40_000)
SEED = 20160101
KIN = 0.25  # of all reports: shares of near copies in news crawls lie between a tenth and a half
WORDS = (120, 900)  # words of a new story
LONGEST = 60  # words of a sentence: longer ones are lists and tables
DRAWN = 0.35  # of its content words drawn anew
WAYS = ("copied", "cut", "hand_edited", "spun_10", "spun_35", "reordered")
BAR_MINUTES, BAR_GIGABYTES = 10, 4
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
    """Seconds of processor time by part, and what was found."""

    sketching: float = 0.0
    looking: float = 0.0
    judging: float = 0.0
    judged: int = 0
    planted: int = 0
    found: int = 0
    false: int = 0


def place(count: int, shared: Path) -> Cost:
    """Place so many reports one after another."""
    index, cost, story_of = Index(), Cost(), dict[str, int]()
    for made in make_reports(count, shared):
        begin = time.process_time()
        kin = kin_of(made.report)
        sketched = time.process_time()
        lists = index.lists(kin.sketch)
        near = ranked(lists.values())
        looked = time.process_time()
        placed = find_kin(kin, near, index)
        judged = time.process_time()
        index.keep(kin, lists, placed)
        cost.sketching += sketched - begin
        cost.looking += looked - sketched + time.process_time() - judged
        cost.judging += judged - looked
        cost.judged += len(near)
        told = {story_of[one] for found in placed.kinships for one in (found.debtor, found.creditor) if one in story_of}
        cost.planted += made.echo
        cost.found += made.echo and made.story in told
        cost.false += len(told - {made.story})
        story_of[made.report.id] = made.story
    return cost


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--corpora", type=Path, default=Path(__file__).parents[2] / "shared")
    wanted = parser.parse_args()
    if not wanted.corpora.is_dir():
        sys.exit("No corpora found: reports are made from PolNeAR (see --corpora).")
    print("  reports  minutes  ms each  sketch look up   judge  judged    GB  found  false")
    for count in wanted.sizes:
        cost = place(count, wanted.corpora)
        total = cost.sketching + cost.looking + cost.judging
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        per = 1000 / count
        print(
            f"{count:>9} {total / 60:>8.2f} {per * total:>8.2f} {per * cost.sketching:>7.2f} {per * cost.looking:>7.2f}"
            f" {per * cost.judging:>7.2f} {cost.judged / count:>7.2f} {memory:>5.2f}"
            f" {cost.found / max(cost.planted, 1):>6.3f} {cost.false:>6}",
            flush=True,
        )


if __name__ == "__main__":
    main()
