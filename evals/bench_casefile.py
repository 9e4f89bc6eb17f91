"""How long a case file of 10,000 small readings takes to open and to answer: `python -m evals.bench_casefile [N]`.

The readings are drawn from a fixed seed: each report has four sentences, three statements, two events, one forecast.
Times are medians over REPEATS, in milliseconds; beside each stands the time it is to stay under.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from foreigndesk.casefile import CaseFile, EventQuery, StatementQuery, open_case
from foreigndesk.model import (
    Certainty,
    Event,
    Force,
    Forecast,
    Mention,
    Name,
    Party,
    Passage,
    Reading,
    Report,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    name_id,
    report_id,
)

READINGS = 10_000
REPEATS = 15
OPEN_BAR = 50.0
QUERY_BAR = 100.0
SEED = 20241101
FIRST_DAY = dt.date(2024, 1, 1)
NOW = dt.datetime(2024, 12, 31, tzinfo=dt.UTC)

STATES = ("Norland", "Sudmark", "Ostia", "Westmar", "Midland", "Insula", "Montana Alta", "Portus")
SPEAKERS = tuple(f"person-{n}" for n in range(400))
DEEDS = ("opened talks with", "sent aid to", "accused", "imposed sanctions on", "signed a pact with", "warned")
TOPICS = (
    "the border",
    "grain",
    "a missile test",
    "the embassy",
    "fishing rights",
    "prisoners",
    "a pipeline",
    "tariffs",
)
TYPES = ("CONSULT", "AID", "ACCUSE", "SANCTION", "AGREE", "THREATEN")


def draw_reading(rng: random.Random, number: int) -> Reading:
    """A small reading whose passages quote its report."""
    told = []
    for _ in range(4):
        actor, recipient = rng.sample(STATES, 2)
        deed = rng.randrange(len(DEEDS))
        told.append(
            (actor, recipient, deed, f"{actor} {DEEDS[deed]} {recipient} over {rng.choice(TOPICS)}, officials said.")
        )
    text = "\n\n".join(sentence for *_, sentence in told) + f"\n\nReport number {number}."
    day = (FIRST_DAY + dt.timedelta(days=rng.randrange(366))).isoformat()
    report = Report(
        report_id(text, "Bench"),
        f"bench/{number}.txt",
        text,
        f"{told[0][0]} acts",
        "Bench",
        published=day,
        language="en",
    )
    names, statements, events, sentences = [], [], [], []
    start = 0
    for rank, (actor, recipient, deed, sentence) in enumerate(told):
        span = Span(start, start + len(sentence))
        said = Passage(start, start + sentence.index(","), sentence[: sentence.index(",")])
        sentences.append(span)
        names.append(Name(actor, None, actor, start, start + len(actor)))
        at = start + sentence.index(recipient)
        names.append(Name(recipient, None, recipient, at, at + len(recipient)))
        if rank < 3:
            statements.append(_statement(rng, report, rank, said))
        if rank < 2:
            parties = (Party(actor, "GOV", actor, actor, start, start + len(actor)),)
            other = (Party(recipient, "GOV", recipient, recipient, at, at + len(recipient)),)
            sentence_passage = Passage(span.start, span.end, sentence)
            events.append(
                Event(
                    name_id("e", report.id, "event", rank), TYPES[deed], (), (), parties, other, sentence_passage, said
                )
            )
        start = span.end + 2
    forecast = Forecast(name_id("f", report.id, "forecast"), statements[0].content[0])
    return Reading(report, "bench/1", tuple(sentences), tuple(names), tuple(statements), tuple(events), (forecast,))


def _statement(rng: random.Random, report: Report, rank: int, said: Passage) -> Statement:
    return Statement(
        id=name_id("s", report.id, "statement", rank),
        kind=StatementKind.STATEMENT,
        speaker=Mention(actor=rng.choice(SPEAKERS)),
        cue=None,
        content=(said,),
        force=rng.choice(list(Force)),
        certainty=Certainty(),
        sourcing=Sourcing(rng.choice(list(SourcingKind))),
    )


def fill(path: Path, number: int) -> float:
    """Keep so many readings, each in its own transaction as `collect` does; the seconds it took."""
    rng = random.Random(SEED)
    readings = [draw_reading(rng, n) for n in range(number)]
    begun = time.perf_counter()
    with open_case(path, write=True) as case:
        for reading in readings:
            with case.together():
                case.save_report(reading.report, reading.report.text.encode(), NOW)
                case.save_reading(reading, NOW)
    return time.perf_counter() - begun


def timed(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median time of some work, in milliseconds."""
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def questions(sample: Reading) -> dict[str, Callable[[CaseFile], int]]:
    """What is asked, each with the number of answers; the sample is a reading that the file holds."""
    june, week = (dt.date(2024, 6, 1), dt.date(2024, 6, 30)), (dt.date(2024, 6, 3), dt.date(2024, 6, 9))
    speaker = StatementQuery(speaker=frozenset({"person-7"}))
    about = StatementQuery(about=frozenset({"Ostia"}), since=week[0], until=week[1])
    denials = StatementQuery(sourcing=SourcingKind.UNNAMED, force=Force.DENY, since=june[0], until=june[1])
    words = StatementQuery(text='"norland warned sudmark" missile')
    deeds = EventQuery(frozenset({"Norland"}), frozenset({"Ostia"}), frozenset({"SANCTION"}), june[0], june[1])
    return {
        "statements of one speaker": lambda case: len(case.load_statements(speaker)),
        "statements about one state in a week": lambda case: len(case.load_statements(about)),
        "unnamed denials in a month": lambda case: len(case.load_statements(denials)),
        "statements with words": lambda case: len(case.load_statements(words)),
        "sanctions of one state on another in a month": lambda case: len(case.load_events(deeds)),
        "words in all texts": lambda case: len(case.search_text('"norland warned sudmark" missile')),
        "an id by its first eight characters": lambda case: len([case.find_id(sample.statements[0].id[2:10])]),
        "one reading": lambda case: len([case.load_reading(sample.report.id)]),
        "counts": lambda case: len([case.counts()]),
    }


# What goes through the whole file has no bar.
SWEEPS: dict[str, Callable[[CaseFile], int]] = {
    "all statements": lambda case: len(case.load_statements()),
    "all readings": lambda case: sum(1 for _ in case.load_readings()),
}


def main(number: int) -> None:
    """Fill a case file and print a table: milliseconds, the bar, answers."""
    sample = draw_reading(random.Random(SEED), 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        seconds = fill(path, number)
        megabytes = path.stat().st_size / 1e6
        print(
            f"{number} readings kept in {seconds:.1f} s ({seconds / number * 1000:.2f} ms each), {megabytes:.1f} MB\n"
        )
        print(f"{'':46}{'ms':>9}{'bar':>7}{'answers':>9}")
        print(f"{'open':46}{timed(lambda: open_case(path).close()):9.2f}{OPEN_BAR:7.0f}{'':>9}")
        with open_case(path) as case:
            for asked, ask in questions(sample).items():
                print(f"{asked:46}{timed(partial(ask, case)):9.2f}{QUERY_BAR:7.0f}{ask(case):9}")
            for asked, ask in SWEEPS.items():
                print(f"{asked:46}{timed(partial(ask, case), repeats=1):9.2f}{'':7}{ask(case):9}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else READINGS)
