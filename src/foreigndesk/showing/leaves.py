"""A report as leaves to be read: paragraphs in pieces under overlapping marks, each finding with a note in the margin.

A report of any length is cut into leaves of bounded work, so that one page never holds more than a browser can show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foreigndesk.model import (
    Event,
    Forecast,
    Mention,
    Name,
    Passage,
    Reading,
    Report,
    Span,
    Statement,
    StatementKind,
    paragraphs,
)
from foreigndesk.showing.deeds import plain
from foreigndesk.showing.marks import Mark, cut
from foreigndesk.showing.pages import page_of_event, page_of_forecast, page_of_statement
from foreigndesk.showing.phrases import (
    show_act,
    show_dyad,
    show_hedges,
    show_parties,
    show_sourcing,
    show_speaker,
    show_when,
)
from foreigndesk.showing.words import clip, one_line

# One leaf is at most so long, in characters and in marks: about ten screens of text, and a page that Chromium lays out
# in a quarter of a second. A report of 1,500 words with 200 marks is one leaf.
MOST_CHARACTERS = 30_000
MOST_MARKS = 1_200
LONGEST_BLOCK = 6_000  # characters of a paragraph: a text without line breaks is folded at spaces
MOST_OVER = 12  # findings named by one piece; where more lie over each other nobody can tell them apart
NOTE_HEAD = 60

# What a mark is, in the order in which the legend tells them.
KINDS = {
    "said": "what is said",
    "cue": "who says, and how",
    "name": "a name",
    "restored": "a name restored",
    "deed": "an event",
    "hedge": "a hedge",
    "when": "a date",
    "forecast": "a forecast",
    "odd": "an odd word",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text under the same marks.

    `kinds` are what it is marked as, `ids` the findings over it, `begins` the notes whose handle stands before it.
    `actor` is whom a name means, `restored` the name that it stands for: told once, behind its last words.
    """

    text: str
    kinds: tuple[str, ...]
    ids: tuple[str, ...]
    begins: tuple[str, ...]
    actor: str | None = None
    restored: str | None = None
    cited: bool = False
    cited_first: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin tells of a finding: its handle ("3", "E2"), who, what it is in a few words, and its fields."""

    id: str
    handle: str
    kind: str
    who: str
    actor: str | None
    what: str
    hedges: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of a very long one: its number from 1, its pieces, and the notes that begin in it.

    `start` is where it begins in the report's text. `left_out` is how many marks are not shown because there are too
    many over each other.
    """

    number: int
    first: bool
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    left_out: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of a report: which it is, from 1, of how many, and its blocks. `kinds` are those that occur in it."""

    number: int
    of: int
    blocks: tuple[Block, ...]
    kinds: tuple[str, ...]
    notes: int


def leaf_of(report: Report, reading: Reading | None, number: int | None = None, at: Span | None = None) -> Leaf:
    """A leaf by its number, or the one that holds the beginning of a cited passage; the first if neither is given.

    A number beyond the last gives the last.
    """
    marks = sorted(marks_of(reading)) if reading is not None else []
    leaves = list(cut_leaves(blocks_of(report.text), marks))
    chosen = min(max(number or 1, 1), len(leaves)) - 1 if leaves else 0
    if number is None and at is not None:
        holding = [rank for rank, blocks in enumerate(leaves) if blocks[0][1].start <= at.start]
        chosen = holding[-1] if holding else 0
    shown = leaves[chosen] if leaves else []
    if at is not None:
        marks = sorted([*marks, Mark(at.start, at.end, "at ")])
    notes = {note.id: (place, note) for place, note in notes_of(reading)} if reading is not None else {}
    made = tuple(dress(report.text, shown, marks, reading, notes))
    kinds = {kind for block in made for stretch in block.stretches for kind in stretch.kinds}
    return Leaf(
        chosen + 1,
        max(len(leaves), 1),
        made,
        tuple(kind for kind in KINDS if kind in kinds),
        sum(len(block.notes) for block in made),
    )


# -- where a report is cut ---------------------------------------------------------------------------------------------

Place = tuple[int, Span, bool]  # paragraph number, stretch of it, whether it is the paragraph's first


def blocks_of(text: str) -> list[Place]:
    """The paragraphs of a text with their numbers; a very long one in several blocks, cut behind a space."""
    found = []
    for number, span in enumerate(paragraphs(text), start=1):
        start = span.start
        while span.end - start > LONGEST_BLOCK:
            space = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
            end = space + 1 if space > 0 else start + LONGEST_BLOCK
            found.append((number, Span(start, end), start == span.start))
            start = end
        found.append((number, Span(start, span.end), start == span.start))
    return found


def cut_leaves(blocks: Sequence[Place], marks: Sequence[Mark]) -> Iterator[list[Place]]:
    """Blocks in leaves of bounded length and number of marks; a block that alone has more is a leaf of its own."""
    starts = sorted(mark.start for mark in marks)
    leaf: list[Place] = []
    characters = counted = taken = 0
    for block in blocks:
        span = block[1]
        begun = taken
        while taken < len(starts) and starts[taken] < span.end:
            taken += 1
        size, many = span.end - span.start, taken - begun
        if leaf and (characters + size > MOST_CHARACTERS or counted + many > MOST_MARKS):
            yield leaf
            leaf, characters, counted = [], 0, 0
        leaf.append(block)
        characters += size
        counted += many
    if leaf:
        yield leaf


# -- what is marked ----------------------------------------------------------------------------------------------------


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Everything that was found in a report, as marks labelled "KIND ID"."""
    for rank, name in enumerate(reading.names):
        yield Mark(name.start, name.end, f"{'restored' if name.restored else 'name'} {rank}")
    for statement in reading.statements:
        yield from statement_marks(statement)
    for event in reading.events:
        yield from passage_marks([event.trigger], "deed", event.id)
    for forecast in reading.forecasts:
        parts = [forecast.outcome, *([forecast.condition] if forecast.condition else [])]
        yield from passage_marks(parts, "forecast", forecast.id)
    for when in reading.whens:
        if when.printed:
            yield Mark(when.start, when.end, "when ")
    for odd in reading.spun.oddities if reading.spun else ():
        yield Mark(odd.start, odd.end, "odd ")


def statement_marks(statement: Statement) -> Iterator[Mark]:
    """What is said, the words that attribute it, who is printed as the speaker, and the hedges."""
    yield from passage_marks(statement.content, "said", statement.id)
    yield from passage_marks([statement.cue] if statement.cue else [], "cue", statement.id)
    yield from mention_marks(statement.speaker, statement.id)
    certainty = statement.certainty
    yield from passage_marks((*certainty.words, *certainty.distance), "hedge", statement.id)


def mention_marks(mention: Mention, finding: str) -> Iterator[Mark]:
    """Where a speaker is printed."""
    if mention.start is not None and mention.end is not None and mention.start < mention.end:
        yield Mark(mention.start, mention.end, f"cue {finding}")


def passage_marks(passages: Iterable[Passage], kind: str, finding: str) -> Iterator[Mark]:
    """Passages of one finding."""
    for passage in passages:
        yield Mark(passage.start, passage.end, f"{kind} {finding}")


# -- what the margin tells ---------------------------------------------------------------------------------------------


def notes_of(reading: Reading) -> Iterator[tuple[int, Note]]:
    """A note for each statement, event and forecast, with the place of its handle in the text, numbered in order."""
    report = reading.report
    said = sorted(reading.statements, key=lambda one: (place_of(one), one.id))
    for rank, statement in enumerate(said, start=1):
        yield place_of(statement), statement_note(report, statement, str(rank))
    for rank, event in enumerate(sorted(reading.events, key=lambda one: (one.trigger.start, one.id)), start=1):
        yield event.trigger.start, event_note(report, event, f"E{rank}")
    foretold = sorted(reading.forecasts, key=lambda one: (one.outcome.start, one.id))
    for rank, forecast in enumerate(foretold, start=1):
        yield forecast.outcome.start, forecast_note(report, forecast, f"F{rank}", reading.statements)


def place_of(statement: Statement) -> int:
    """Where the handle of a statement stands: at its content, else its cue, else its speaker."""
    first = statement.content[0].start if statement.content else None
    cue = statement.cue.start if statement.cue else None
    return next((place for place in (first, cue, statement.speaker.start) if place is not None), 0)


def statement_note(report: Report, statement: Statement, handle: str) -> Note:
    """Who says it, how described, doing what."""
    act = show_act(statement)
    kind = "attitude" if statement.kind is StatementKind.ATTITUDE else ""
    what = " · ".join(part for part in (show_sourcing(statement.sourcing), act, kind) if part)
    return Note(
        statement.id,
        handle,
        kind or "statement",
        clip(show_speaker(statement.speaker), NOTE_HEAD),
        actor_of(statement.speaker),
        what,
        show_hedges(statement),
        told(page_of_statement(report, statement).fields, "content hedges"),
    )


def actor_of(mention: Mention) -> str | None:
    """What a speaker's page goes by: the known actor, else the name that was resolved; None for nobody."""
    return mention.actor or mention.name


def event_note(report: Report, event: Event, handle: str) -> Note:
    """Who does what to whom."""
    who = show_dyad(show_parties(event.actor) or "–", show_parties(event.recipient), show_parties(event.via))
    when = show_when(event.when)
    what = " · ".join(part for part in (plain(event), when) if part)
    fields = told(page_of_event(report, event).fields, "actor recipient through")
    return Note(event.id, handle, "event", clip(who, NOTE_HEAD), None, what, "", fields)


def forecast_note(report: Report, forecast: Forecast, handle: str, statements: Sequence[Statement]) -> Note:
    """Whose forecast it is."""
    teller = next((one for one in statements if one.id == forecast.statement), None)
    who = show_speaker(teller.speaker) if teller else "the writer"
    what = f"forecast, if {clip(one_line(forecast.condition.text), NOTE_HEAD)}" if forecast.condition else "forecast"
    fields = told(page_of_forecast(report, forecast).fields, "if then")
    return Note(
        forecast.id,
        handle,
        "forecast",
        clip(who, NOTE_HEAD),
        actor_of(teller.speaker) if teller else None,
        what,
        "",
        fields,
    )


def told(fields: tuple[tuple[str, str], ...], but: str) -> tuple[tuple[str, str], ...]:
    """The fields that have words, without those that a note tells otherwise."""
    left_out = but.split()
    return tuple((title, words) for title, words in fields if words and title not in left_out)


# -- the leaf put together ---------------------------------------------------------------------------------------------


def dress(
    text: str,
    blocks: Sequence[Place],
    marks: Sequence[Mark],
    reading: Reading | None,
    notes: dict[str, tuple[int, Note]],
) -> Iterator[Block]:
    """Blocks with their marks and notes."""
    names = reading.names if reading is not None else ()
    by_place: defaultdict[int, list[Note]] = defaultdict(list)
    for place, note in notes.values():
        by_place[place].append(note)
    places = sorted(by_place)
    waiting = iter(marks)
    ahead = next(waiting, None)
    over: list[Mark] = []
    for number, span, first in blocks:
        while ahead is not None and ahead.start < span.end:
            over.append(ahead)
            ahead = next(waiting, None)
        over = [mark for mark in over if mark.end > span.start]
        begin, end = bisect_left(places, span.start), bisect_left(places, span.end)
        here = tuple(note for place in places[begin:end] for note in by_place[place])
        shown = over[-MOST_MARKS:]
        pieces = tuple(stretches(text, span, shown, names, by_place))
        yield Block(number, first, pieces, here[:MOST_MARKS], len(over) - len(shown), span.start)


def stretches(
    text: str, span: Span, marks: list[Mark], names: Sequence[Name], by_place: dict[int, list[Note]]
) -> Iterator[Stretch]:
    """The pieces of a block."""
    at, cited = span.start, False
    for piece in cut(text, span, marks):
        labels = [mark.label.partition(" ") for mark in piece.over]
        kinds = dict.fromkeys(kind for kind, _, _ in labels if kind in KINDS)
        ids = dict.fromkeys(which for kind, _, which in labels if which and kind not in {"name", "restored"})
        named = [names[int(which)] for kind, _, which in labels if kind in {"name", "restored"}]
        ending = {int(mark.label.partition(" ")[2]) for mark in piece.ends if mark.label.startswith("restored ")}
        is_cited = any(kind == "at" for kind, _, _ in labels)
        yield Stretch(
            piece.text,
            tuple(kinds),
            tuple(ids)[:MOST_OVER],
            tuple(note.id for note in by_place.get(at, ())),
            next((name.actor for name in reversed(named) if name.actor), None),
            next((names[rank].restored for rank in sorted(ending)), None),
            is_cited,
            is_cited and not cited,
        )
        cited = cited or is_cited
        at += len(piece.text)
