"""What the workbench costs: `python -m evals.bench_workbench [N] [FILE]` prints first paint, search and memory.

A case file of N (10,000) generated reports, drawn from a fixed seed: about 300 words each, words as frequent as their
rank in a language has it (Zipf), real states in them, six statements, two events, twelve names. The real server runs in
a process of its own and is asked over HTTP; the first paint is what Chromium itself measures. Beside each figure stands
what it is to stay under. Nothing here is a test: how fast a machine is, is not a property of the code.
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from urllib.parse import quote

from evals.browser import browser, chromium, page_of
from foreigndesk.casefile import open_case
from foreigndesk.model import (
    Certainty,
    Event,
    Force,
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

REPORTS = 10_000
SEED = 20241101
NOW = dt.datetime(2024, 12, 31, tzinfo=dt.UTC)
VOCABULARY = 20_000
SENTENCES, WORDS = 16, 19  # of a report: 300 words
PAINT_WORDS, PAINT_MARKS = 1_500, 200
LOADS = 9
SEARCHES = 240
BARS = {"first paint": 500.0, "search p95": 100.0, "memory": 250.0}

STATES = {
    "China": "CHN",
    "Russia": "RUS",
    "North Korea": "PRK",
    "Japan": "JPN",
    "Ukraine": "UKR",
    "France": "FRA",
    "India": "IND",
    "Iran": "IRN",
    "Turkey": "TUR",
    "Norway": "NOR",
}
TYPES = ("CONSULT", "AID", "ACCUSE", "SANCTION", "AGREE", "THREATEN", "REQUEST", "COOPERATE")
OUTLETS = tuple(f"Paper {n}" for n in range(60))


class Language:
    """Made-up words, the first ones most frequent."""

    def __init__(self, dice: random.Random) -> None:
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
        made = dict.fromkeys("".join(dice.choices(syllables, k=dice.choice((2, 2, 3)))) for _ in range(4 * VOCABULARY))
        self.words = list(made)[:VOCABULARY]
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def draw(self, dice: random.Random, number: int) -> list[str]:
        return dice.choices(self.words, self.weights, k=number)


def made_reading(dice: random.Random, language: Language, number: int, sentences: int = SENTENCES) -> Reading:
    """One report with its reading."""
    told, text = [], ""
    for rank in range(sentences):
        one, other = dice.sample(list(STATES), 2)
        sentence = f"{one} {' '.join(language.draw(dice, WORDS - 4))} {other}, officials said."
        told.append((len(text), sentence, one, other))
        text += sentence + ("\n\n" if rank % 2 else " ")
    day = (dt.date(2024, 1, 1) + dt.timedelta(dice.randrange(366))).isoformat()
    outlet = dice.choice(OUTLETS)
    report = Report(
        report_id(text, outlet),
        f"made/{number}.txt",
        text,
        headline=" ".join(language.draw(dice, 7)).capitalize(),
        outlet=outlet,
        published=day,
        published_by="made",
        language="en",
    )
    names, statements, events = [], [], []
    for rank, (start, sentence, one, other) in enumerate(told):
        there = start + sentence.rindex(other)
        first, second = Span(start, start + len(one)), Span(there, there + len(other))
        names += [Name(one, None, STATES[one], first.start, first.end)] if rank < 6 else []
        names += [Name(other, None, STATES[other], second.start, second.end)] if rank < 6 else []
        if rank < 6:
            end = start + sentence.index(",")
            statements.append(said(dice, report, Passage(start, end, text[start:end])))
        if rank < 2:
            whole = Passage(start, start + len(sentence), sentence)
            events.append(
                Event(
                    name_id("e", report.id, rank),
                    dice.choice(TYPES),
                    (),
                    (),
                    (Party(STATES[one], "GOV", one, STATES[one], first.start, first.end, STATES[one]),),
                    (Party(STATES[other], "GOV", other, STATES[other], second.start, second.end, STATES[other]),),
                    whole,
                    Passage(first.end + 1, first.end + 5, text[first.end + 1 : first.end + 5]),
                )
            )
    spans = tuple(Span(start, start + len(sentence)) for start, sentence, _, _ in told)
    return Reading(report, "bench/1", spans, tuple(names), tuple(statements), tuple(events))


def said(dice: random.Random, report: Report, content: Passage) -> Statement:
    speaker = dice.choice(list(STATES))
    return Statement(
        name_id("s", report.id, content.start),
        StatementKind.STATEMENT,
        Mention(actor=STATES[speaker], name=speaker, country=STATES[speaker]),
        None,
        (content,),
        dice.choice(list(Force)),
        Certainty(),
        Sourcing(dice.choice(list(SourcingKind))),
    )


def long_reading(language: Language) -> Reading:
    """A report of 1,500 words with 200 marks: four to each of fifty sentences of thirty words."""
    dice = random.Random(SEED + 1)
    text, names, statements = "", [], []
    for rank in range(PAINT_WORDS // 30):
        sentence = f"China {' '.join(language.draw(dice, 26))} Japan, officials said."
        start = len(text)
        text += sentence + ("\n\n" if rank % 3 == 2 else " ")
        names.append(("China", start))
        names.append(("Japan", start + sentence.rindex("Japan")))
        statements.append((start, start + sentence.index(",")))
    report = Report(report_id(text, "Long"), "made/long.txt", text, "A long report", "Long", published="2024-12-31")
    marked = tuple(Name(form, None, STATES[form], start, start + len(form)) for form, start in names)
    told = tuple(said(dice, report, Passage(start, end, text[start:end])) for start, end in statements)
    hedged = []
    for one in told:
        start = one.content[0].start + 7
        hedged.append(replace(one, certainty=Certainty((Passage(start, start + 5, text[start : start + 5]),))))
    return Reading(report, "bench/1", names=marked, statements=tuple(hedged))


def fill(path: Path, number: int, dice: random.Random, language: Language, long: Reading) -> None:
    """A case file of so many reports and the long one."""
    with open_case(path, write=True) as case:
        for start in range(0, number, 500):
            with case.together():
                for one in range(start, min(start + 500, number)):
                    reading = made_reading(dice, language, one)
                    case.save_report(reading.report, reading.report.text.encode(), NOW)
                    case.save_reading(reading, NOW)
        case.save_report(long.report, long.report.text.encode(), NOW)
        case.save_reading(long, NOW)


@contextmanager
def serving(path: Path) -> Iterator[tuple[int, int]]:
    """The real server as a process; its process id and port."""
    command = [sys.executable, "-m", "foreigndesk", "serve", "--case", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        port = re.search(r":(\d+)/", line)
        if port is None:
            raise RuntimeError(line + process.stderr.read())
        try:
            yield process.pid, int(port[1])
        finally:
            process.terminate()


def ask(port: int, address: str) -> tuple[int, float, bytes]:
    """Status, milliseconds and body of one page."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, 1000 * (time.perf_counter() - begun), body


def searches(language: Language) -> list[str]:
    """What people type: rare words, words that stand everywhere, two words, phrases; in text and in statements."""
    dice = random.Random(SEED + 2)
    found = []
    for number in range(SEARCHES):
        rare, common = dice.choice(language.words[2_000:]), dice.choice(language.words[:200])
        state = dice.choice(list(STATES))
        words = (rare, common, f"{common} {state}", f'"{state} {common}"', state, f"{rare} {common}")[number % 6]
        place = ("text", "statements")[number // 6 % 2]
        narrow = f"&outlet={quote(dice.choice(OUTLETS))}" if number % 5 == 0 else ""
        found.append(f"/search?q={quote(words)}&in={place}{narrow}")
    return found


def memory(process: int) -> tuple[float, float]:
    """Megabytes that a process holds now, and held at most."""
    words = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    now, most = (re.search(rf"{name}:\s+(\d+) kB", words) for name in ("VmRSS", "VmHWM"))
    return (int(now[1]) / 1000 if now else 0.0), (int(most[1]) / 1000 if most else 0.0)


def processor(process: int) -> float:
    """Milliseconds of processor time that a process has had; a machine that is busy otherwise does not add to it."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6


def first_paints(address: str) -> list[float]:
    """What Chromium says of the first contentful paint, in milliseconds, each in a browser without a cache."""
    times = []
    with browser() as opened:
        for _ in range(LOADS + 1):
            with page_of(opened, viewport={"width": 1280, "height": 860}) as page:
                page.goto(address)
                paint = page.wait_for_function("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
                times.append(float(paint.json_value()))
    return times[1:]  # the first warms the server and the browser up


def line(name: str, value: float, unit: str, bar: str = "", note: str = "") -> None:
    """One line of the table."""
    limit = f"bar {BARS[bar]:g}" if bar else ""
    print(f"{name:44}{value:10.1f} {unit:3} {limit:9} {note}".rstrip(), flush=True)


def main(number: int, kept: Path | None = None) -> None:
    """Fill a case file, serve it, ask it, print what that costs. One that is `kept` from an earlier run is taken."""
    dice = random.Random(SEED)
    language = Language(dice)
    long = long_reading(language)
    with tempfile.TemporaryDirectory() as folder:
        path = kept or Path(folder) / "bench.db"
        begun = time.perf_counter()
        if not path.exists():
            fill(path, number, dice, language, long)
        print(f"{number:,} reports in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB\n")
        with serving(path) as (process, port):
            ask(port, "/setbacks")
            line("server memory, begun", memory(process)[0], "MB", "memory")
            asked = searches(language)
            times, worked = [], []
            for address in asked:
                before = processor(process)
                status, spent, _ = ask(port, address)
                assert status == 200, address
                times.append(spent)
                worked.append(processor(process) - before)
            times.sort()
            worked.sort()
            line("search p50", median(times), "ms", note=f"{len(times)} searches")
            line("search p95", times[int(len(times) * 0.95)], "ms", "search p95")
            line("search, the slowest", times[-1], "ms")
            line("search p50, the server's work", median(worked), "ms", note="processor time, whatever else runs")
            line("search p95, the server's work", worked[int(len(worked) * 0.95)], "ms", "search p95")
            place = f"/report/{long.report.id}"
            status, _, body = ask(port, place)
            pages = [ask(port, place)[1] for _ in range(LOADS)]
            note = f"{len(body) / 1000:.0f} KB, {PAINT_WORDS:,} words, {PAINT_MARKS} marks"
            line("report, made and sent", median(pages), "ms", note=note)
            if chromium():
                paints = first_paints(f"http://127.0.0.1:{port}{place}")
                line("report, first paint", median(paints), "ms", "first paint", f"slowest {max(paints):.0f}")
            else:
                print("report, first paint: no Chromium here")
            for name, address in (("reports", "/reports"), ("actor", "/actor/CHN"), ("story", "/story")):
                line(f"{name}, made and sent", ask(port, address)[1], "ms")
            now, most = memory(process)
            line("server memory, after all these", now, "MB", "memory", f"at most {most:.0f}")
            for name, address in (("today", "/"), ("network", "/network")):
                begun = time.perf_counter()
                while ask(port, address)[0] == 202:
                    time.sleep(0.5)
                line(f"{name}, weighed for the first time", time.perf_counter() - begun, "s")
            now, most = memory(process)
            line("server memory, after weighing these", now, "MB", "memory", f"at most {most:.0f}")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
