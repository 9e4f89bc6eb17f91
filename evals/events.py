"""How well events are coded: on the project's own gold, and on PLV (evals/plv.py).

    python -m evals.events --shared ../shared

The gold (evals/gold/README-events.md) has sentences with every event a careful coder takes from them, and sentences
from which one takes none. An event matches one of the gold if their triggers overlap, or if type and parties agree.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import Figure, print_figures
from evals.plv import measure_plv
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Event, Party, Report, report_id
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.events import find_events
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements import find_statements

GOLD = Path(__file__).parent / "gold"
Row = dict[str, Any]
# Types in which it does not matter which side is called actor and which recipient (the gold's rules of scoring).
BETWEEN_EQUALS = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
# In a sentence without events these marks are no fault: the manual lets a coder keep such events.
HARMLESS = frozenset({"negation", "hypothetical", "historical"})


@dataclass(frozen=True)
class Matched:
    """An event of the gold and the one of the reader that matches it."""

    gold: Row
    mine: Event

    @property
    def right_type(self) -> bool:
        """Whether the type is right."""
        return bool(self.gold["type"] == self.mine.type)


def read_events(row: Row) -> tuple[Event, ...]:
    """The reader's events in a sentence of the gold."""
    actors = load_actors()
    report = Report(report_id(row["text"], None), row["id"], row["text"], published=row["published"])
    doc = parse(report.text)
    names, whens = find_names(doc, report, actors), find_whens(doc, report.published_day)
    statements = find_statements(doc, report, names, whens, actors)
    return find_events(doc, report, names, statements, whens, actors)


def match(row: Row, mine: Sequence[Event]) -> list[Matched]:
    """One-to-one pairs of gold and found events of a sentence, in the order of the gold, each with its best match."""
    free, pairs = list(mine), []
    for gold in row["events"]:
        start = row["text"].find(gold["trigger"])
        end = start + len(gold["trigger"])
        ranked = [
            (2 * (event.type == gold["type"]) + overlaps, -i)
            for i, event in enumerate(free)
            if (overlaps := event.trigger.start < end and start < event.trigger.end) or is_same_act(gold, event)
        ]
        if ranked:
            pairs.append(Matched(gold, free.pop(-max(ranked)[1])))
    return pairs


def is_same_act(gold: Row, event: Event) -> bool:
    """Whether type and parties are the same."""
    return bool(gold["type"] == event.type) and set(gold["actor"]) | set(gold["recipient"]) == codes(
        (*event.actor, *event.recipient)
    )


def codes(parties: Sequence[Party]) -> set[str]:
    """The entity codes of some parties."""
    return {party.code for party in parties if party.code is not None}


def right_parties(pair: Matched) -> tuple[bool, bool]:
    """Whether the actors and the recipients are right; between equals both together."""
    gold, mine = pair.gold, pair.mine
    if gold["type"] in BETWEEN_EQUALS:
        together = is_same_act(gold, mine)
        return together, together
    return codes(mine.actor) == set(gold["actor"]), codes(mine.recipient) == set(gold["recipient"])


def right_date(pair: Matched) -> bool:
    """Whether both bounds of the date are right."""
    mine = pair.mine.when and {"earliest": pair.mine.when.earliest, "latest": pair.mine.when.latest}
    return bool(mine == pair.gold["date"])


def right_place(pair: Matched) -> bool:
    """Whether the printed place is right."""
    return bool((pair.mine.place.printed if pair.mine.place else None) == pair.gold["place"])


def measure_gold() -> Iterator[Figure]:
    """The figures of the project's own gold."""
    rows = [json.loads(line) for line in (GOLD / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted, found, pairs = 0, 0, list[Matched]()
    for row in rows:
        mine = read_events(row)
        wanted, found = wanted + len(row["events"]), found + len(mine)
        pairs += match(row, mine)
    typed = [pair for pair in pairs if pair.right_type]
    yield Figure(
        "events.gold.precision", len(pairs) / max(1, found), None, found, None, "found events that are in the gold"
    )
    yield Figure("events.gold.recall", len(pairs) / wanted, None, wanted, None, "events of the gold that are found")
    yield Figure(
        "events.gold.type", share(pair.right_type for pair in pairs), None, len(pairs), None, "of those matched"
    )
    parties = [right_parties(pair) for pair in typed]
    right = {
        "actor": [ours for ours, _ in parties],
        "recipient": [theirs for _, theirs in parties],
        "mode": [set(pair.mine.mode) == set(pair.gold["mode"]) for pair in typed],
        "auxiliary": [pair.mine.auxiliary_mode == pair.gold["auxiliary_mode"] for pair in typed],
        "date": [right_date(pair) for pair in typed],
        "place": [right_place(pair) for pair in typed],
        "via": [bool(pair.mine.via) == bool(pair.gold["via"]) for pair in typed],
    }
    for name, truths in right.items():
        yield Figure(f"events.gold.{name}", share(iter(truths)), None, len(typed), None, "of those typed right")
        # what a user gets; a share of those found falls when harder events are found too
        yield Figure(f"events.gold-all.{name}", sum(truths) / wanted, None, wanted, None, "of all events of the gold")
    yield Figure("events.gold-all.type", len(typed) / wanted, None, wanted, None, "of all events of the gold")
    none = [json.loads(line) for line in (GOLD / "no_event.jsonl").read_text(encoding="utf-8").splitlines()]
    false = sum(any(event.auxiliary_mode not in HARMLESS for event in read_events(row)) for row in none)
    yield Figure(
        "events.gold.quiet",
        1 - false / len(none),
        0.95,
        len(none),
        None,
        "sentences without events that are left alone",
    )


def share(truths: Iterator[bool] | map[bool]) -> float:
    """The share of what is true; 0 of none."""
    told = list(truths)
    return sum(told) / len(told) if told else 0.0


def measure(shared: Path | None) -> list[Figure]:
    """The figures of events; those of PLV only with the corpora."""
    figures = list(measure_gold())
    path = shared / "corpora" / "plover" / "PLV_train.tsv" if shared is not None else None
    return figures + (measure_plv(path) if path is not None and path.is_file() else [])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path)
    print_figures(measure(parser.parse_args().shared))
