"""Events on PLV: with the parties marked, and from the bare sentences.

PLV_train marks one actor and one recipient a row and gives one of 15 roots (CONCEDE and RETREAT as YIELD). Three
questions are put to it:

* marked, rules alone: which root do the rules give the marked pair?
* marked, learned: which root does the classifier give it? Five folds that keep a sentence's rows together, dealt three
  times; no sentence is judged by a model that saw it. The rules and the features' weights against each other were
  chosen with an eye on the same sentences: these figures flatter both a little.
* bare: nothing is marked. How many of the marked pairs does the reader find by itself, with the right root or any? The
  classifier in use is that of the sentence's fold.

AW_train (other people's sentences, with nothing but cooperation or conflict as gold) is only measured on.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from evals.figures import Figure
from foreigndesk.desk.pairs import Marked, read_marked
from foreigndesk.errors import IntakeError
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Event, Name, Party, Report, Span
from foreigndesk.reading.events import find_events
from foreigndesk.reading.events.classifier import classify, in_use, load_model, look_at
from foreigndesk.reading.events.classifier.pair import Pair
from foreigndesk.reading.events.classifier.verdicts import root_of
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements.tagging import load_tagger
from training.events.corpus import Row, read_rows
from training.events.fit import LABELS
from training.events.measure import f1_by_class, macro, pentas
from training.events.train import SEEDS, fold_models

# The commonest root of the train half but one: what the rules alone give where they find no trigger at all.
LAST_RESORT = "ACCUSE"
RARE = ("COOPERATE", "MOBILIZE", "PROTEST", "SANCTION")
FRIENDLY = frozenset({"1", "2"})


def code_by_rules(pair: Pair) -> str:
    """The root the rules give a marked pair: that of the deed that fits it best."""
    return root_of(pair.fits[0].coded.outcome.type) if pair.fits else LAST_RESORT


def interval(gold: Sequence[str], told: Sequence[str], draws: int = 400) -> tuple[float, float]:
    """95 % bootstrap interval of macro-F1 over rows."""
    rng, rows, scores = random.Random(0), list(zip(gold, told, strict=True)), []
    for _ in range(draws):
        drawn = rng.choices(rows, k=len(rows))
        scores.append(macro([g for g, _ in drawn], [p for _, p in drawn]))
    scores.sort()
    return scores[int(0.025 * draws)], scores[int(0.975 * draws) - 1]


# -- end to end --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Found:
    """What the reader found of a marked pair by itself: a root if any event joins the two, and whether it is right."""

    root: str | None
    right: bool
    events: int


def find_pair(row: Row, doc: Doc) -> Found:
    """Read a bare sentence and look for an event that joins the words marked in it."""
    report = Report("bare", "", row.marked.sentence)
    actors = load_actors()
    names = find_names(doc, report, actors)
    events = find_events(doc, report, names, (), (), actors)
    roots = [root_of(event.type) for event in events if joins(event, row.marked, names)]
    right = row.root in roots
    return Found(row.root if right else next(iter(roots), None), right, len(events))


def joins(event: Event, marked: Marked, names: Sequence[Name]) -> bool:
    """Whether the marked actor is among the event's actors and the marked recipient among its parties."""
    ours = any(meets(party, marked.actor, names) for party in event.actor)
    parties = (*event.recipient, *event.actor, *event.via)
    return ours and (marked.recipient is None or any(meets(party, marked.recipient, names) for party in parties))


def meets(party: Party, span: Span | None, names: Sequence[Name]) -> bool:
    """Whether a party's words reach into a marked stretch, or it is somebody named there ("Chad ... it")."""
    if span is None:
        return False
    known = {name.actor for name in names if name.actor and name.start < span.end and span.start < name.end}
    return (party.start < span.end and span.start < party.end) or party.actor in known


# -- figures -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Judged:
    """PLV as it was judged: gold and rules' roots; learned roots by seed; what the reader found by itself."""

    gold: list[str]
    rules: list[str]
    learned: list[list[str]]
    found: list[Found]


def judge_plv(path: Path) -> Judged:
    """Judge every row by the rules, by models that never saw its sentence, and from the bare sentence."""
    rows = read_rows(path)
    docs = [parse(row.marked.sentence) for row in rows]
    tagger, projection = load_tagger(), load_model().projection.astype(np.float64)
    looked = [
        look_at(doc, tagger.vectors(doc), row.marked.actor, row.marked.recipient)
        for row, doc in zip(rows, docs, strict=True)
    ]
    seen = [one for _, one in looked]
    learned, found = [], [Found(None, False, 0)] * len(rows)
    for seed in SEEDS:
        told = [""] * len(rows)
        for model, held in fold_models(rows, seen, projection, seed=seed):
            for i in held:
                told[i] = LABELS[int(model.logits(seen[i]).argmax())]
            if seed == SEEDS[0]:
                with in_use(model):
                    for i in held:
                        found[i] = find_pair(rows[i], docs[i])
        learned.append(told)
    return Judged([row.root for row in rows], [code_by_rules(pair) for pair, _ in looked], learned, found)


def measure_plv(path: Path) -> list[Figure]:
    """The figures of PLV_train: marked pairs, and bare sentences."""
    judged = judge_plv(path)
    gold, n, found = judged.gold, len(judged.gold), judged.found
    joined = sum(one.root is not None for one in found)
    right = sum(one.right for one in found)
    return [
        *marked_figures("", gold, [judged.rules], (0.743, 0.867), "macro-F1; bar: zero-shot"),
        *marked_figures("learned-", gold, judged.learned, (0.84, 0.935), "macro-F1, 5 folds, mean of 3 deals"),
        *(
            Figure(
                f"events.plv.learned-{label.lower()}",
                float(np.mean([f1_by_class(gold, told)[label] for told in judged.learned])),
                0.65,
                gold.count(label),
                None,
                "F1, as above",
            )
            for label in RARE
        ),
        Figure("events.plv.bare-any-root", joined / n, None, n, None, "share of marked pairs"),
        Figure("events.plv.bare-right-root", right / n, None, n, None, "share of marked pairs"),
        Figure("events.plv.bare-right-of-found", right / max(1, joined), None, n),
        *(measure_aw(aw) if (aw := path.with_name("AW_train.tsv")).is_file() else ()),
    ]


def marked_figures(
    name: str, gold: Sequence[str], told: Sequence[Sequence[str]], bars: tuple[float, float], note: str
) -> list[Figure]:
    """Macro-F1 of root and penta, averaged over the deals; the interval is the first deal's."""
    return [
        Figure(
            f"events.plv.marked-{name}{level}",
            float(np.mean([macro(turn(gold), turn(one)) for one in told])),
            bar,
            len(gold),
            interval(turn(gold), turn(told[0])),
            note,
        )
        for level, turn, bar in (("root", list, bars[0]), ("penta", pentas, bars[1]))
    ]


def measure_aw(path: Path) -> list[Figure]:
    """Cooperation or conflict on AW_train, by the shipped classifier, which was not made with it."""
    gold, told = [], []
    with path.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines, delimiter="\t"):
            try:
                marked = read_marked(record["marked_sentence"])
            except IntakeError:
                continue
            verdict = classify(parse(marked.sentence), marked.actor, marked.recipient)
            gold.append(record["gold_binary"])
            told.append("0" if str(verdict.penta) in FRIENDLY else "1")
    note = "macro-F1, cooperation or conflict, sentences of others"
    return [Figure("events.aw.marked-binary", macro(gold, told), None, len(gold), interval(gold, told), note)]
