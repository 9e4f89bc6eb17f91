"""Events on PLV: with the parties marked, and from the bare sentences.

PLV_train marks one actor and one recipient a row and gives one of 15 roots (CONCEDE and RETREAT as YIELD). Three
questions are put to it:

* marked, rules alone: which root do the rules give the marked pair?
* marked, with counts: PLV codes some words otherwise than the manual does ("imposed sanctions" as COERCE, "convicted"
  as ACCUSE). Counts of what each trigger was coded as, learned on four fifths of the sentences and used on the fifth,
  show how much of the loss is that.
* bare: nothing is marked. How many of the marked pairs does the reader find by itself, with the right root or any?
"""

from __future__ import annotations

import csv
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from evals.figures import Figure
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import Event, Name, Party, Report, Span
from foreigndesk.reading.events import find_events
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.coding import Coder
from foreigndesk.reading.events.enough import Coded
from foreigndesk.reading.events.referents import PRONOUNS
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse

FOLD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
PENTA = {"YIELD": 2} | {name: kind.quad for name, kind in load_types().items() if name not in FOLD}
# The commonest root of the train half but one: what is given where no trigger is found at all.
LAST_RESORT = "ACCUSE"
FOLDS = 5
OWN_VOTES = 1.5
OURS, THEIRS = "source", "target"


@dataclass(frozen=True)
class Row:
    """One row of PLV: a sentence with a marked pair and its gold root and penta class."""

    sentence: str
    actor: Span
    recipient: Span
    root: str
    penta: int


@dataclass(frozen=True)
class Answer:
    """What the rules say of a pair: the root, and the trigger and rule that decided (for learning counts)."""

    root: str
    key: str


def read_rows(path: Path) -> list[Row]:
    """The rows whose marks can be laid over their sentence."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for record in csv.DictReader(lines, delimiter="\t") if (row := read_row(record))]


def read_row(record: dict[str, str]) -> Row | None:
    """One row; the spans are counted in the sentence without its marks."""
    text, i = "", 0
    spans: dict[str, int] = {}
    marked = record["marked_sentence"]
    while i < len(marked):
        tag = next((tag for tag in ("<s>", "</s>", "<t>", "</t>") if marked.startswith(tag, i)), None)
        if tag is None:
            text += marked[i]
            i += 1
            continue
        spans.setdefault(tag, len(text))
        i += len(tag)
    if not spans:
        return None
    # A row without a recipient of its own marks the actor alone: the recipient is then an empty stretch.
    actor = Span(spans.get("<s>", 0), spans.get("</s>", 0))
    recipient = Span(spans.get("<t>", 0), spans.get("</t>", 0))
    return Row(text, actor, recipient, record["gold_root"], int(record["gold_penta"]))


class MarkedCast(Cast):
    """A cast that knows two parties only: what is marked as actor and what is marked as recipient."""

    def __init__(self, doc: Doc, actor: Span, recipient: Span) -> None:
        """Take the marked spans as names."""
        names = [Name(doc.text[s.start : s.end], None, None, s.start, s.end) for s in (actor, recipient) if s.end]
        super().__init__(doc, names, load_actors(), None)
        self.marked = {OURS: actor, THEIRS: recipient}

    def find_party(self, token: Token) -> Party | None:
        """The mark a word stands under, the narrower one first."""
        word = Span(token.idx, token.idx + len(token))
        if token.lower_ in PRONOUNS and not any(span.covers(word) for span in self.marked.values()):
            return super().find_party(token)
        over = [(span.end - span.start, mark) for mark, span in self.marked.items() if span.covers(word)]
        mark = min(over)[1] if over else None
        return Party(mark, None, mark, mark, word.start, word.end) if mark else None

    def kinds(self, token: Token) -> frozenset[str]:
        """As for any cast; a marked word is a party in any case."""
        kinds = super().kinds(token)
        return kinds | {"party", "spoken"} if self.party(token) else kinds


def code_pair(sentence: str, actor: Span, recipient: Span, doc: Doc | None = None) -> Answer:
    """The root the rules give a marked pair in a sentence.

    The deed with the actor among its actors and the recipient among its recipients (or all of them among the actors)
    wins; where no deed has both, the best trigger between the two words in the grammar; else any trigger.
    """
    doc = doc if doc is not None else parse(sentence)
    cast = MarkedCast(doc, actor, recipient)
    coder = Coder(doc, Report("pair", "", sentence), cast, (), ())
    path = path_between(head_of(doc, actor), head_of(doc, recipient))
    best: tuple[float, Coded] | None = None
    for coded in coder.coded():
        score = fit(coded, path)
        if best is None or score > best[0]:
            best = (score, coded)
    if best is None:
        return Answer(LAST_RESORT, "")
    coded = best[1]
    root = FOLD.get(coded.outcome.type, coded.outcome.type)
    key = "/".join(
        (" ".join(coded.deed.trigger.words), coded.deed.trigger.type, coded.outcome.type, coded.outcome.auxiliary or "")
    )
    return Answer(root, key)


def fit(coded: Coded, path: Sequence[Token]) -> float:
    """How well a deed fits the pair: parties first, then the path between them, then how much the trigger asks for."""
    actors = {party.actor for party in coded.roles.actors}
    recipients = {party.actor for party in coded.roles.recipients}
    score = 8.0 * (OURS in actors) + 6.0 * (THEIRS in recipients | (actors if OURS in actors else set()))
    score += 3.0 * (coded.deed.token in path or coded.deed.verb in path)
    score -= 3.0 * (coded.outcome.auxiliary == "hypothetical")
    depth = sum(1 for _ in coded.deed.token.ancestors)
    return score + 0.3 * coded.deed.trigger.weight - 0.2 * depth


def head_of(doc: Doc, span: Span) -> Token | None:
    """The head of the words in a span."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if span.end > span.start else None
    return words.root if words is not None else None


def path_between(one: Token | None, other: Token | None) -> list[Token]:
    """The words on the way from one to the other in the grammar; those above one where the other is missing."""
    if one is None or other is None:
        known = one or other
        return list(known.ancestors) if known is not None else []
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    shared = {token.i for token in up} & {token.i for token in down}
    return (
        [token for token in (*up, *down) if token.i not in shared] + [next(token for token in up if token.i in shared)]
        if shared
        else [*up, *down]
    )


# -- figures -----------------------------------------------------------------------------------------------------------


def f1_by_class(gold: Sequence[str], told: Sequence[str]) -> dict[str, float]:
    """F1 of each class that occurs in gold."""
    result = {}
    for label in sorted(set(gold)):
        hits = sum(g == p == label for g, p in zip(gold, told, strict=True))
        result[label] = 2 * hits / (gold.count(label) + told.count(label)) if hits else 0.0
    return result


def macro(gold: Sequence[str], told: Sequence[str]) -> float:
    """Macro-F1 over the gold classes."""
    return sum(scores.values()) / len(scores) if (scores := f1_by_class(gold, told)) else 0.0


def interval(gold: Sequence[str], told: Sequence[str], draws: int = 400) -> tuple[float, float]:
    """95 % bootstrap interval of macro-F1 over rows."""
    rng, rows, scores = random.Random(0), list(zip(gold, told, strict=True)), []
    for _ in range(draws):
        drawn = rng.choices(rows, k=len(rows))
        scores.append(macro([g for g, _ in drawn], [p for _, p in drawn]))
    scores.sort()
    return scores[int(0.025 * draws)], scores[int(0.975 * draws) - 1]


def fold_of(row: Row) -> int:
    """The fold of a row; rows of one sentence share it."""
    return zlib.crc32(row.sentence.encode()) % FOLDS


def with_counts(rows: Sequence[Row], answers: Sequence[Answer]) -> list[str]:
    """The roots after learning, on the other folds, what each trigger is coded as.

    A trigger's own root and its type's usual roots have OWN_VOTES votes each beside what was counted of its words.
    """
    told = [""] * len(rows)
    for fold in range(FOLDS):
        words: dict[str, Counter[str]] = defaultdict(Counter)
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for row, answer in zip(rows, answers, strict=True):
            if fold_of(row) != fold:
                words[answer.key][row.root] += 1
                kinds[coarse(answer.key)][row.root] += 1
        for i, (row, answer) in enumerate(zip(rows, answers, strict=True)):
            if fold_of(row) == fold:
                usual = kinds[coarse(answer.key)]
                votes = {
                    root: OWN_VOTES * (root == answer.root) + words[answer.key][root] for root in {*usual, answer.root}
                }
                for root, n in usual.items():
                    votes[root] += OWN_VOTES * n / usual.total()
                told[i] = max(sorted(votes), key=lambda root: votes[root])
    return told


def coarse(key: str) -> str:
    """A key without its words: the named type, the type it became, the auxiliary mode."""
    return key.partition("/")[2]


# -- end to end --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Found:
    """What the reader found of a marked pair by itself: a root if any event joins the two, and whether it is right."""

    root: str | None
    right: bool
    events: int


def find_pair(row: Row, doc: Doc) -> Found:
    """Read a bare sentence and look for an event that joins the words marked in it."""
    report = Report("bare", "", row.sentence)
    actors = load_actors()
    names = find_names(doc, report, actors)
    events = find_events(doc, report, names, (), (), actors)
    joining = [event for event in events if joins(event, row, names)]
    roots = [FOLD.get(event.type, event.type) for event in joining]
    right = row.root in roots
    return Found(row.root if right else next(iter(roots), None), right, len(events))


def joins(event: Event, row: Row, names: Sequence[Name]) -> bool:
    """Whether the marked actor is among the event's actors and the marked recipient among its parties."""
    ours = any(meets(party, row.actor, names) for party in event.actor)
    theirs = any(meets(party, row.recipient, names) for party in (*event.recipient, *event.actor, *event.via))
    return ours and (theirs or row.recipient.end == 0)


def meets(party: Party, span: Span, names: Sequence[Name]) -> bool:
    """Whether a party's words reach into a marked stretch, or it is somebody named there ("Chad ... it")."""
    known = {name.actor for name in names if name.actor and name.start < span.end and span.start < name.end}
    return (party.start < span.end and span.start < party.end) or party.actor in known


def measure_plv(path: Path) -> list[Figure]:
    """The figures of PLV_train: marked pairs, and bare sentences."""
    rows = read_rows(path)
    docs = [parse(row.sentence) for row in rows]
    answers = [code_pair(row.sentence, row.actor, row.recipient, doc) for row, doc in zip(rows, docs, strict=True)]
    gold, told, learned = [row.root for row in rows], [answer.root for answer in answers], with_counts(rows, answers)
    found = [find_pair(row, doc) for row, doc in zip(rows, docs, strict=True)]
    n = len(rows)
    return [
        Figure(
            "events.plv.marked-root",
            macro(gold, told),
            0.743,
            n,
            interval(gold, told),
            "macro-F1, 15 roots; bar: zero-shot",
        ),
        Figure(
            "events.plv.marked-penta",
            macro(pentas(gold), pentas(told)),
            0.867,
            n,
            interval(pentas(gold), pentas(told)),
            "macro-F1",
        ),
        Figure("events.plv.marked-root-with-counts", macro(gold, learned), None, n, interval(gold, learned), "5-fold"),
        Figure(
            "events.plv.marked-penta-with-counts",
            macro(pentas(gold), pentas(learned)),
            None,
            n,
            interval(pentas(gold), pentas(learned)),
            "5-fold",
        ),
        Figure(
            "events.plv.bare-any-root",
            sum(f.root is not None for f in found) / n,
            None,
            n,
            None,
            "share of marked pairs",
        ),
        Figure("events.plv.bare-right-root", sum(f.right for f in found) / n, None, n, None, "share of marked pairs"),
        Figure(
            "events.plv.bare-right-of-found",
            sum(f.right for f in found) / max(1, sum(f.root is not None for f in found)),
            None,
            n,
        ),
    ]


def pentas(roots: Sequence[str]) -> list[str]:
    """The penta class of each root."""
    return [str(PENTA[root]) for root in roots]
