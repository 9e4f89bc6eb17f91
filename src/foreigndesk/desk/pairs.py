"""The errand behind `code-pairs`: label a table of sentences in which an actor and a recipient are marked.

A table has one row a line, columns set apart by tabs. It names its columns in the first line and has either

* `marked_sentence`: the sentence with <s>actor</s> and <t>recipient</t>, of which one may be missing (PLV and AW, Hu
  et al. 2024, are such tables); of a party that is marked several times the mark nearest to the other party counts, or
* `sentence`, `source` and, if any, `target`: the sentence, and the words in it that are actor and recipient;

or it names none and has a marked sentence in each line. Other columns are left alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foreigndesk.errors import IntakeError
from foreigndesk.model import Setback, Span
from foreigndesk.reading.events.classifier import Model, Verdict, classify
from foreigndesk.reading.parse import parse

STAGE = "code-pairs"
MARK = re.compile(r"</?[st]>", re.IGNORECASE)
ROLE = re.compile(r"^\w+:\s*")  # AW names the role before the words: "Agent:the army"
HINT = "mark the actor as <s>...</s> and the recipient as <t>...</t>"
COLUMNS = "name a column marked_sentence, or the columns sentence and source (and target), in the first line"
# No sentence is this long; a parse of more would cost every other row its memory.
LONGEST_SENTENCE = 20_000


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and where actor and recipient stand in it (in its characters)."""

    sentence: str
    actor: Span | None
    recipient: Span | None

    @property
    def parties(self) -> tuple[str, str]:
        """The words of both; "" for one that is not there."""
        ours, theirs = (
            self.sentence[span.start : span.end] if span is not None else "" for span in (self.actor, self.recipient)
        )
        return ours, theirs


@dataclass(frozen=True, slots=True)
class CodedPair:
    """A row of the table: its line (the first is 1), what is marked in it, and its verdict."""

    line: int
    marked: Marked
    verdict: Verdict


def code_pairs(lines: Iterable[bytes], path: str, model: Model | None = None) -> Iterator[CodedPair | Setback]:
    """A verdict, or a setback that names the line, for each row of a table; blank lines are passed over.

    Raises IntakeError if the first line neither names the columns that are needed nor is a marked sentence.
    """
    for number, marked in read_table(lines):
        if isinstance(marked, IntakeError):
            yield Setback(path, STAGE, marked.message, f"line {number}", marked.hint)
            continue
        try:
            verdict = classify(parse(marked.sentence), marked.actor, marked.recipient, model=model)
        except ValueError as error:
            yield Setback(path, STAGE, str(error), f"line {number}", HINT)
        else:
            yield CodedPair(number, marked, verdict)


def read_table(lines: Iterable[bytes]) -> Iterator[tuple[int, Marked | IntakeError]]:
    """The rows of a table, each with its line; a row that cannot be read is the error that says why."""
    header: Sequence[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            fields = cells(line, len(header) if header else 0)
            if header is None:
                header = header_of(fields)
                if header is fields:
                    continue
            yield number, read_row(header, fields)
        except IntakeError as error:
            if header is None:
                raise
            yield number, error


def header_of(fields: Sequence[str]) -> Sequence[str]:
    """The names of the columns: those of the first line, or made up where that is a row; IntakeError for neither."""
    if "marked_sentence" in fields or {"sentence", "source"} <= set(fields):
        return fields
    marked = next((i for i, cell in enumerate(fields) if MARK.search(cell)), None)
    if marked is None:
        raise IntakeError("the first line names no column with sentences", COLUMNS, "line 1")
    return [f"column {i}" if i != marked else "marked_sentence" for i in range(len(fields))]


def cells(line: bytes, wanted: int) -> list[str]:
    """The cells of a line. Quotation marks around a cell are taken off, unless that would change how many there are."""
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise IntakeError(f"not UTF-8 at byte {error.start}", "save the table as UTF-8") from error
    plain = text.split("\t")
    try:
        quoted = next(csv.reader([text], delimiter="\t", strict=True), [])
    except csv.Error:  # a quotation mark that is part of the text
        return plain
    return quoted if len(quoted) == (wanted or len(plain)) else plain


def read_row(header: Sequence[str], fields: Sequence[str]) -> Marked:
    """What a row marks; IntakeError if it is no marked sentence."""
    if len(fields) != len(header):
        raise IntakeError(f"{len(fields)} columns where the first line has {len(header)}", "check for tabs in the text")
    row = dict(zip(header, fields, strict=True))
    if "marked_sentence" in row:
        return read_marked(row["marked_sentence"])
    sentence = row["sentence"]
    actor = find_words(sentence, row["source"])
    return Marked(sentence, actor, find_words(sentence, row["target"]) if row.get("target", "").strip() else None)


def find_words(sentence: str, words: str) -> Span:
    """Where words first stand in a sentence, with or without a role named before them; IntakeError if nowhere."""
    for wanted in (words.strip(), ROLE.sub("", words.strip())):
        start = sentence.find(wanted)
        if wanted and start >= 0:
            return Span(start, start + len(wanted))
    raise IntakeError(f"{words.strip() or 'nobody'!r} is not in the sentence", "copy the words as they are printed")


def read_marked(text: str) -> Marked:
    """A marked sentence read; IntakeError if nobody is marked, or marks are crossed or do not come together.

    >>> read_marked("<s>Chad</s> praised <t>Mali</t>.")
    Marked(sentence='Chad praised Mali.', actor=Span(start=0, end=4), recipient=Span(start=13, end=17))
    """
    if len(text) > LONGEST_SENTENCE:
        raise IntakeError(f"a sentence of {len(text):,} characters", f"at most {LONGEST_SENTENCE:,}")
    sentence, at, opened = "", 0, dict[str, int]()
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in MARK.finditer(text):
        sentence += text[at : mark.start()]
        at, party = mark.end(), mark.group().lower().strip("</>")
        if ("/" in mark.group()) != (party in opened):
            raise IntakeError(f"<{party}> and </{party}> do not come together", HINT)
        if party not in opened:
            opened[party] = len(sentence)
            continue
        span = Span(opened.pop(party), len(sentence))
        if not sentence[span.start : span.end].strip():
            raise IntakeError(f"nothing stands between <{party}> and </{party}>", HINT)
        spans[party].append(span)
    if opened:
        raise IntakeError(f"<{next(iter(opened))}> is never closed", HINT)
    if not any(spans.values()):
        raise IntakeError("nobody is marked", HINT)
    return Marked(sentence + text[at:], *nearest(spans["s"], spans["t"]))


def nearest(ours: Sequence[Span], theirs: Sequence[Span]) -> tuple[Span | None, Span | None]:
    """The actor and the recipient that stand closest together; the first of one whose other is not marked."""
    if not ours or not theirs:
        return next(iter(ours), None), next(iter(theirs), None)
    return min(
        ((actor, recipient) for actor in ours for recipient in theirs),
        key=lambda pair: max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end),
    )
