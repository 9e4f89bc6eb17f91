"""Claims: whether two statements tell one claim, and whether they agree, on evals/gold/claims; and time.

    python -m evals.claims [../shared] [--misses] [--time]

The weights of weighing/contents.py were learned on the first half of the topics of pairs.jsonl, by file order, and the
word lists written with it at hand; of the second half only totals were seen, of PolNeAR's pairs the first 48. `always`
is what calling every pair the same would give: the pairs were collected within topics, so that it is much. --misses
prints those of the first half; --time gathers the claims of 10,000 made-up readings.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from evals.figures import FRESH, UNSEEN, Figure, as_unseen, drawn, print_figures
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Cite, Force, Report, SourcingKind, Statement, report_id
from foreigndesk.reading.reader import Reader
from foreigndesk.weighing.claims import Said, judge_claims, key_of, ties_among
from foreigndesk.weighing.contents import (
    TOGETHER,
    Content,
    closeness,
    content_of,
    is_one_matter,
)
from foreigndesk.weighing.gathering import Wording, judge_groups
from foreigndesk.weighing.polarity import polarity

GOLD = Path(__file__).parent / "gold" / "claims"
WORD = re.compile(r"[A-Z][\w.]*(?: [A-Z]\w+)?")
# The words of telling stand in front of the content, in the same sentence.
IN_FRONT = 60
ALIKE = 0.5  # of the characters of two stretches together: no two statements of a report share as much with one


@dataclass(frozen=True)
class Pair:
    """Two contents, and what the gold says of them."""

    topic: str
    one: Content
    other: Content
    same: bool
    polarity: str | None
    note: str

    @cached_property
    def is_one_matter(self) -> bool:
        """Whether the desk takes both for one claim."""
        return is_one_matter(self.one, self.other)

    @cached_property
    def is_close(self) -> bool:
        """Whether the desk gathers both from a whole case file."""
        return is_close(self.one, self.other)

    @cached_property
    def told(self) -> str | None:
        """How the desk says that both stand to each other."""
        return polarity(self.one, self.other)


def state_in(words: str) -> str | None:
    """The first state that some words name."""
    found = (load_actors().state_named(tuple(name.lower().split())) for name in WORD.findall(words))
    return next((state.id for state in found if state), None)


def made(side: dict[str, Any]) -> Content:
    """A side of a pair of the project's own."""
    return content_of(side["content"], Force(side["force"]), side["cue"] or "", state_in(side["speaker"]))


def own_pairs(file: str = "pairs.jsonl") -> list[Pair]:
    """The project's own pairs, in file order."""
    rows = [json.loads(line) for line in (GOLD / file).read_text(encoding="utf-8").splitlines()]
    return [
        Pair(row["topic"], made(row["a"]), made(row["b"]), row["relation"] == "same", row["polarity"], row["note"])
        for row in rows
    ]


def polnear_pairs(shared: Path) -> list[Pair]:
    """The pairs of PolNeAR dev: a content's words by offsets, told as the desk's reader finds it told there.

    Where the reader finds no statement, the words of telling are those that stand in front of it.
    """
    folder = shared / "corpora" / "polnear" / "dev" / "text"
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in folder.glob("*.txt")}
    reader = Reader()
    told: dict[str, tuple[Statement, ...]] = {}

    def side(row: dict[str, Any], which: str) -> Content:
        # documents are named by the beginning of their file's name
        name, text = next(item for item in texts.items() if item[0].startswith(row[f"doc_{which}"]))
        if name not in told:
            told[name] = reader.read(Report(report_id(text, None), "", text)).statements
        start, end = row[f"start_{which}"], row[f"end_{which}"]
        found = statement_at(told[name], start, end)
        if found is not None:
            cue = found.cue.text if found.cue else ""
            return content_of(text[start:end], found.force, cue, found.speaker.country)
        front = re.split(r"[.!?\n]\s", text[max(0, start - IN_FRONT) : start])[-1]
        return content_of(text[start:end], None, front)

    rows = [json.loads(line) for line in (GOLD / "pairs_polnear.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Pair("PolNeAR", side(row, "a"), side(row, "b"), row["relation"] == "same", row["polarity"], row["note"])
        for row in rows
    ]


def statement_at(statements: Iterable[Statement], start: int, end: int) -> Statement | None:
    """The statement whose content shares most with a stretch, if more than half of both together."""

    def shared(one: Statement) -> float:
        places = {place for part in one.content for place in range(part.start, part.end)}
        stretch = set(range(start, end))
        return len(places & stretch) / len(places | stretch)

    best = max((one for one in statements if one.content), key=shared, default=None)
    return best if best is not None and shared(best) > ALIKE else None


def found_same(pairs: Sequence[Pair], rule: Callable[[Pair], bool]) -> tuple[float, float, float]:
    """F1, precision and recall of "same" by a rule."""
    said = [rule(pair) for pair in pairs]
    right = sum(mine and pair.same for mine, pair in zip(said, pairs, strict=True))
    precision, recall = right / max(sum(said), 1), right / max(sum(pair.same for pair in pairs), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def is_close(one: Content, other: Content) -> bool:
    """The rule by which claims are gathered from a whole case file, where nothing is known of a pair beforehand."""
    return closeness(one, other) >= TOGETHER


def right_polarity(pairs: Iterable[Pair]) -> tuple[float, int]:
    """The share of pairs whose polarity is right, and how many there are."""
    told = [pair.told == pair.polarity for pair in pairs]
    return sum(told) / max(len(told), 1), len(told)


def figures_of(name: str, pairs: Sequence[Pair], *, bars: bool) -> list[Figure]:
    """The figures of some pairs."""
    size = len(pairs)
    f1, precision, recall = found_same(pairs, lambda pair: pair.is_one_matter)
    close = found_same(pairs, lambda pair: pair.is_close)
    always = found_same(pairs, lambda _: True)
    same = [pair for pair in pairs if pair.same]
    contested = right_polarity(pair for pair in same if pair.polarity == "oppose")
    sided = right_polarity(pair for pair in same if pair.polarity)
    every = right_polarity(same)
    return [
        Figure(f"claims.{name}.same.f1", f1, 0.8 if bars else None, size, note=f"always {always[0]:.3f}"),
        Figure(f"claims.{name}.same.precision", precision, None, size, note=f"always {always[1]:.3f}"),
        Figure(f"claims.{name}.same.recall", recall, None, size),
        Figure(f"claims.{name}.gathered.precision", close[1], None, size),
        Figure(f"claims.{name}.gathered.recall", close[2], None, size),
        Figure(f"claims.{name}.polarity.contested", contested[0], 0.9 if bars else None, contested[1]),
        Figure(f"claims.{name}.polarity.sided", sided[0], None, sided[1], note="agree and oppose"),
        Figure(f"claims.{name}.polarity.all", every[0], None, every[1], note="and open"),
    ]


def joined(name: str, pairs: Sequence[Pair]) -> list[Figure]:
    """How the pairs fare where all their contents lie in one case file, and how many are joined across topics."""
    topics = {key_of(content): pair.topic for pair in pairs for content in (pair.one, pair.other)}
    wordings = {
        key_of(content): (Wording(key_of(content), None, None, ()), content)
        for pair in pairs
        for content in (pair.one, pair.other)
    }
    groups = judge_groups(
        {key: wording for key, (wording, _) in wordings.items()},
        ties_among(wordings),
        lambda one, other: closeness(wordings[one][1], wordings[other][1]),
    )
    group_of = {key: rank for rank, group in enumerate(groups) for key in group}
    _, precision, recall = found_same(pairs, lambda pair: group_of[key_of(pair.one)] == group_of[key_of(pair.other)])
    together = [pair for group in groups for pair in itertools.combinations(group, 2)]
    apart = sum(topics[one] != topics[other] for one, other in together)
    return [
        Figure(f"claims.{name}.joined.precision", precision, None, len(pairs)),
        Figure(f"claims.{name}.joined.recall", recall, None, len(pairs)),
        Figure(
            f"claims.{name}.joined.across", apart / max(len(together), 1), None, len(together), note="lower is better"
        ),
    ]


def strangers(pairs: Sequence[Pair], seed: int = 1, size: int = 3000) -> list[tuple[Content, Content]]:
    """Pairs of contents from different topics, at random with a seed."""
    draw = random.Random(seed)
    topics = [
        [content for pair in group for content in (pair.one, pair.other)]
        for _, group in itertools.groupby(pairs, key=lambda pair: pair.topic)
    ]
    return [(draw.choice(one), draw.choice(other)) for one, other in (draw.sample(topics, 2) for _ in range(size))]


def fresh_figures() -> list[Figure]:
    """The figures of the fresh pairs; their intervals are over topics, for pairs of one topic share statements."""
    pairs = own_pairs(f"{FRESH}.jsonl")
    topics = [list(group) for _, group in itertools.groupby(pairs, key=lambda pair: pair.topic)]

    def figures(groups: Sequence[list[Pair]]) -> list[Figure]:
        return figures_of(UNSEEN, [pair for group in groups for pair in group], bars=True)

    return as_unseen(drawn(topics, figures), FRESH)


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs of the first and of the second half of the topics, by file order."""
    topics = list(dict.fromkeys(pair.topic for pair in pairs))
    first = set(topics[: (len(topics) + 1) // 2])
    return [one for one in pairs if one.topic in first], [one for one in pairs if one.topic not in first]


def measure(shared: Path | None) -> list[Figure]:
    """Same or not, and polarity, by half; false pairs among contents of different topics."""
    own = own_pairs()
    first, second = halves(own)
    found = figures_of("all", own, bars=True)
    found += figures_of("first", first, bars=False) + figures_of("second", second, bars=False)
    found += as_unseen(figures_of(UNSEEN, own_pairs("unseen.jsonl"), bars=True))
    found += fresh_figures()
    found += joined("all", own) + joined("first", first) + joined("second", second)
    others = strangers(second)
    false = sum(is_close(*pair) for pair in others) / len(others)
    found.append(Figure("claims.strangers.gathered", false, None, len(others), note="lower is better"))
    if shared is not None and (shared / "corpora" / "polnear" / "dev").exists():
        found += figures_of("polnear", polnear_pairs(shared), bars=False)
    return found


# -- time --------------------------------------------------------------------------------------------------------------

REPORTS, A_REPORT = 10_000, 15  # readings, and statements in each: about what the seeds and examples have
RETOLD = 5  # statements of one claim, on average


def made_up(seed: int = 1) -> list[Said]:
    """The statements of 10,000 readings: each claim of the gold's kind with other states and other words.

    Each is told RETOLD times in the same words, as copies tell it.
    """
    draw = random.Random(seed)
    states = [actor.name for actor in load_actors() if actor.kind.value == "state"]
    rows = [json.loads(line) for line in (GOLD / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    models = list({side["content"]: side for row in rows for side in (row["a"], row["b"])}.values())
    pool = sorted({word for side in models for word in re.findall(r"\b[a-z]{5,}\b", side["content"])})
    said = []
    for number in range(REPORTS * A_REPORT // RETOLD):
        model = draw.choice(models)
        swap: dict[str, str] = {}

        def other(found: re.Match[str], swap: dict[str, str] = swap) -> str:
            word = found.group()
            new = draw.choice(states) if word[0].isupper() else (draw.choice(pool) if draw.random() < 0.5 else word)
            return swap.setdefault(word, new)

        words = re.sub(r"\b(?:[A-Z]\w+|[a-z]{5,})\b", other, model["content"])
        day = f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        for telling in range(RETOLD):
            name = f"{number}-{telling}"
            report = f"r-{draw.randrange(REPORTS)}"
            said.append(
                Said(
                    f"s-{name}",
                    f"speaker {draw.randrange(500)}",
                    None,
                    Force(model["force"]),
                    SourcingKind.NAMED,
                    day,
                    f"l-{report}",
                    Cite(report, telling, telling + 1),
                    words,
                    content_of(words, Force(model["force"]), model["cue"] or ""),
                )
            )
    return said


def clock() -> list[Figure]:
    """Seconds to make the contents of 150,000 statements ready and to gather their claims, on one core."""
    start = time.process_time()
    said = made_up()
    ready = time.process_time()
    claims = judge_claims(said)
    end = time.process_time()
    return [
        Figure("claims.time.contents", ready - start, None, len(said), note="CPU seconds, making them up included"),
        Figure("claims.time.gathering", end - ready, 60, len(said), note=f"CPU seconds, {len(claims)} claims"),
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--time", action="store_true")
    options = parser.parse_args()
    print_figures(clock() if options.time else measure(options.shared))
    for pair in halves(own_pairs())[0] if options.misses else ():
        told = pair.told if pair.same else None
        if pair.is_one_matter != pair.same or (pair.same and told != pair.polarity):
            sys.stdout.write(
                f"{pair.topic}: {pair.polarity} {told} {pair.note}\n  {pair.one.text}\n  {pair.other.text}\n"
            )


if __name__ == "__main__":
    main()
