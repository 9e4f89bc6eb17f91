"""How long 10,000 readings take to weigh, and 100 more: `python -m evals.bench_weighing [N] [--more M] [--keep FILE]`.

The readings are made up from a fixed seed and owe nothing to a corpus: stories of a few weeks each, with parties and
names of their own; in each some claims, of words drawn by how often print has them; in each report some statements
that tell a claim anew, in words printed before, or in other words for the same; a fifth of the reports are copies.
Bars: 60 s from scratch, 3 s for 100 more reports, in CPU seconds of one core.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import briefing, claims
from foreigndesk.desk.gathering import gather
from foreigndesk.desk.withdraw import withdrawn
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.meanings import load_meanings
from foreigndesk.lexicon.thesaurus import load_company, load_thesaurus
from foreigndesk.model import (
    Certainty,
    Cite,
    Event,
    Force,
    Kinship,
    KinshipKind,
    Mention,
    Passage,
    Reading,
    Reason,
    Report,
    Shared,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    name_id,
    report_id,
)

READINGS, MORE = 10_000, 100
SCRATCH_BAR, MORE_BAR = 60.0, 3.0
SEED = 20241101
NOW = dt.datetime(2024, 12, 31, tzinfo=dt.UTC)
FIRST_DAY = dt.date(2024, 1, 1)
REPORTS_A_STORY = 25
STATEMENTS, DEEDS = 15, 3  # in a report: about what the seeds and the examples have
CLAIMS = 60  # in a story
COPIES = 0.2
EARLIER_WORDS, OTHER_WORDS = 0.35, 0.35  # of the statements; the rest tell a claim as it was first worded
SYLLABLES = "ba ber dal dor el fa gar hol is ja kel lin mar nor ol per qua ros sten tor ul var wen yor zan".split()
CUES = {Force.ASSERT: ("said", "told reporters", "confirmed"), Force.DENY: ("denied",), Force.DOUBT: ("doubted",)}
FUNCTION = ("the", "of", "in", "to", "for", "with", "by", "on")
Words = list[str]
Told = tuple[str, Force, str]  # cue, force and words


@dataclass
class Story:
    """What the reports of some weeks are about: states, names, words of its own, claims, and wordings so far."""

    first: dt.date
    states: Words
    names: Words
    speakers: list[tuple[str, SourcingKind]]
    claims: list[Words]
    told: dict[int, list[Told]] = field(default_factory=dict)


class World:
    """Draws stories and their reports."""

    def __init__(self, seed: int = SEED) -> None:
        """Begin with this seed."""
        self.draw = random.Random(seed)
        company = load_company()
        shares = {word: share for word in load_meanings().words() if (share := company.share(word)) is not None}
        self.words = [word for word in shares if len(word) > len("and")]
        self.weights = list(itertools.accumulate(2 ** shares[word] for word in self.words))
        self.states = [actor.name for actor in load_actors() if actor.kind.value == "state"]
        self.numbers = itertools.count()

    def story(self) -> Story:
        """A story in which some claims are to be told."""
        draw = self.draw
        states, names = draw.sample(self.states, 3), [self.name() for _ in range(6)]
        own = draw.choices(self.words, cum_weights=self.weights, k=60)
        speakers = [(f"{self.name()} {self.name()}", SourcingKind.NAMED) for _ in range(12)]
        speakers += [("a senior official", SourcingKind.UNNAMED), ("analysts", SourcingKind.COLLECTIVE)]
        made = [self.claim(states, names, own) for _ in range(CLAIMS)]
        return Story(FIRST_DAY + dt.timedelta(draw.randrange(350)), states, names, speakers, made)

    def name(self) -> str:
        """An invented name."""
        return "".join(self.draw.sample(SYLLABLES, self.draw.choice((2, 3)))).capitalize()

    def claim(self, states: Words, names: Words, own: Words) -> Words:
        """A claim: who, words of the story and others, a name or a figure now and then."""
        draw = self.draw
        told = [draw.choice(states)]
        told += draw.sample(own, draw.randint(3, 6))
        told += draw.choices(self.words, cum_weights=self.weights, k=draw.randint(2, 5))
        told += [draw.choice(states)] if draw.random() < 0.6 else []
        told += [draw.choice(names)] if draw.random() < 0.4 else []
        told += [str(draw.randrange(4, 20) * 100)] if draw.random() < 0.25 else []
        rest = told[1:]
        draw.shuffle(rest)
        return [told[0], *itertools.chain.from_iterable((draw.choice(FUNCTION), word) for word in rest)]

    def worded(self, story: Story, claim: int) -> Told:
        """A telling of a claim: as it was told before, as it was worded first, or in other words."""
        draw, before = self.draw, story.told.setdefault(claim, [])
        chance = draw.random()
        if before and chance < EARLIER_WORDS:
            return draw.choice(before)
        words = list(story.claims[claim])
        if before and chance < EARLIER_WORDS + OTHER_WORDS:
            for place, word in enumerate(words):
                other = sorted(load_thesaurus().expected(word))
                if other and draw.random() < 0.3:
                    words[place] = draw.choice(other)
            words = words[: draw.randint(max(6, len(words) - 6), len(words))]
        force = draw.choices((Force.ASSERT, Force.DENY, Force.DOUBT), (0.88, 0.08, 0.04))[0]
        before.append((draw.choice(CUES[force]), force, " ".join(words)))
        return before[-1]

    def reading(self, story: Story) -> Reading:
        """A report of a story, as read."""
        draw = self.draw
        day = (story.first + dt.timedelta(min(draw.randrange(14), draw.randrange(14)))).isoformat()
        outlet = f"Outlet {draw.randrange(40)}"
        lines = []
        for rank in range(STATEMENTS + DEEDS):
            speaker, sourcing = draw.choice(story.speakers)
            cue, force, words = self.worded(story, min(draw.randrange(CLAIMS), draw.randrange(CLAIMS)))
            lines.append((speaker if rank < STATEMENTS else "", cue, force, sourcing, words))
        return read(lines, outlet, day, next(self.numbers))


def read(lines: list[tuple[str, str, Force, SourcingKind, str]], outlet: str, day: str, number: int) -> Reading:
    """A report of these lines, a paragraph each, as read; lines without a speaker are deeds."""
    texts = [f"{speaker} {cue} that {words}." if speaker else f"{words}." for speaker, cue, *_, words in lines]
    text = "\n\n".join([*texts, f"Report {number}."])
    report = Report(report_id(text, outlet), f"bench/{number}.txt", text, outlet=outlet, published=day, language="en")
    statements, events, sentences, start = [], [], [], 0
    for line, (speaker, cue, force, sourcing, words) in zip(texts, lines, strict=True):
        at = start + line.index(words)
        said = Passage(at, at + len(words), words)
        sentences.append(Span(start, start + len(line)))
        if speaker:
            cued = Passage(start + len(speaker) + 1, start + len(speaker) + 1 + len(cue), cue)
            mention = Mention(speaker, name=speaker, start=start, end=start + len(speaker))
            statements.append(
                Statement(
                    name_id("s", report.id, start),
                    StatementKind.STATEMENT,
                    mention,
                    cued,
                    (said,),
                    force,
                    Certainty(),
                    Sourcing(sourcing),
                )
            )
        else:
            events.append(Event(name_id("e", report.id, start), "CONSULT", (), (), (), (), said, said))
        start += len(line) + 2
    return Reading(report, "bench/1", tuple(sentences), (), tuple(statements), tuple(events))


def readings(number: int, world: World) -> Iterator[tuple[Reading, Kinship | None]]:
    """So many readings, those of a story one after the other; of a copy with its kinship."""
    made = 0
    while made < number:
        story, first = world.story(), None
        for _ in range(min(REPORTS_A_STORY, number - made)):
            made += 1
            if first is not None and world.draw.random() < COPIES:
                yield copied(first, world)
                continue
            first = world.reading(story)
            yield first, None


def copied(reading: Reading, world: World) -> tuple[Reading, Kinship]:
    """A copy in another outlet, and what ties it to the first."""
    lines = [
        (one.speaker.printed or "", one.cue.text if one.cue else "", one.force, one.sourcing.kind, one.words)
        for one in reading.statements
    ]
    copy = read(lines, f"Outlet {world.draw.randrange(40)}", reading.report.published or "", next(world.numbers))
    shared = Shared(Cite(copy.report.id, 0, 40), Cite(reading.report.id, 0, 40))
    reason = Reason("copy", "The same text.")
    return copy, Kinship(copy.report.id, reading.report.id, KinshipKind.COPY, 1.0, (shared,), (reason,))


def keep(case: CaseFile, reading: Reading, kinship: Kinship | None) -> None:
    """Keep a reading as `collect` does, in a transaction of its own."""
    with case.together():
        case.save_report(reading.report, reading.report.text.encode(), NOW)
        case.save_reading(reading, NOW)
        case.save_place(reading.report.id, "bench", [], {}, [kinship] if kinship else [])


def timed(work: Callable[[], object]) -> float:
    """The CPU seconds of some work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def row(what: str, seconds: float, bar: float | None, more: str = "") -> None:
    """Print a line."""
    print(f"{what:52}{seconds:9.2f}{bar or '':>7}  {more}", flush=True)


def keep_all(case: CaseFile, several: Iterable[tuple[Any, ...]]) -> None:
    """Keep some readings."""
    for one in several:
        keep(case, *one)


def bench(path: Path, number: int, more: int) -> None:
    """Make the readings, weigh them, add some, and print a table: CPU seconds, the bar, what came out."""
    world = World()
    with open_case(path, write=True) as case:
        row(f"{number} readings made and kept", timed(lambda: keep_all(case, readings(number, world))), None)
        scratch = timed(lambda: gather(case))
        with_claims = claims.claims(case)
        row(f"claims of {number} readings from scratch", scratch, SCRATCH_BAR, f"{len(with_claims)} told by several")
        keep_all(case, readings(more, world))
        added = timed(lambda: gather(case))
        row(f"after adding {more} reports", added, MORE_BAR, f"{added / scratch:.3f} of from scratch")
    with open_case(path) as case:
        row("claims: listed", timed(lambda: claims.claims(case)), None)
        row("contests: listed", timed(lambda: claims.contests(case)), None)
        count = claims.Counting(case)
        row("voices of 100 claims", timed(lambda: [count.of(claim) for claim in with_claims[:100]]), None)
        row("why c-...", timed(lambda: claims.why(case, with_claims[0].id)), None)
        report = with_claims[0].positions[0].cite.report
        row("whatif-withdrawn of one report", timed(lambda: withdrawn(case, report)), None)
        row("brief", timed(lambda: briefing.brief(case)), None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{peak:.0f} MB at most; the case file has {path.stat().st_size / 1e6:.0f} MB")


def main() -> None:
    """Make a case file and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=READINGS)
    parser.add_argument("--more", type=int, default=MORE)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="Keep the case file here.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench(options.keep or Path(folder) / "bench.db", options.number, options.more)


if __name__ == "__main__":
    main()
