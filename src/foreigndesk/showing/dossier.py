"""The dossier: a brief and the reports it rests on as one HTML file that needs nothing else, no script, no network.

A cite is a link to its passage, which the browser then shows highlighted. What a report printed is data: it is
escaped by the template engine, and the page's Content-Security-Policy allows nothing but its own style sheet.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from foreigndesk.model import Report, Span, paragraphs
from foreigndesk.showing.brief.sources import lines_of
from foreigndesk.showing.brief.value import Brief, ReportLine
from foreigndesk.showing.brief.words import (
    BY_DAY,
    asked_words,
    counts_words,
    deeds_words,
    descriptor_words,
    event_head,
    needs_by,
    told_words,
)
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.marks import Mark, Piece, cut
from foreigndesk.showing.pictures import Picture, style_of_pictures
from foreigndesk.showing.report import report_fields
from foreigndesk.showing.words import clean

# About 10 KB of HTML a report: more make a page that browsers are slow with, and only those cited are kept.
MOST_REPORTS = 200


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph as HTML: text, the ids of the cites that begin here, the classes of those over it."""

    text: str
    anchors: tuple[str, ...]
    classes: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report, from 1, in stretches."""

    id: str
    number: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A report at the end of the dossier; `homeless` are ids of cites that lie in none of its paragraphs.

    `descriptor` tells how far it is to be relied on, `resting` which lines of the brief rest on it: each with its id,
    its words, and whether it rests on no other report but kin of this one.
    """

    id: str
    short: str
    headline: str
    language: str
    fields: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    homeless: tuple[str, ...]
    descriptor: str = ""
    resting: tuple[tuple[str, str, bool], ...] = ()


def show_dossier(brief: Brief, reports: Sequence[Report], pictures: Sequence[Picture] = ()) -> str:
    """The brief with pictures and the text of the reports it was made from, as one HTML document.

    Of more than 200 reports only those cited are included, and the page says so.
    """
    refs = frozenset(refs_of(brief))
    cited = {ref.report for ref in refs}
    kept = [report for report in reports if len(reports) <= MOST_REPORTS or report.id in cited]
    # Short ids are of one length, so that those not cited are shortened alike.
    length = max((len(line.short) for line in brief.reports), default=None)
    described, words = {line.id: line for line in brief.reports}, {one.id: one.words for one in lines_of(brief)}
    leaves = [
        with_resting(leaf_of(report, refs, report.id[:length]), described.get(report.id), words) for report in kept
    ]
    style = style_sheet(sorted(anchor_of(ref) for ref in refs if ref.start < ref.end), with_pictures=bool(pictures))
    return (
        templates()
        .get_template("dossier.html.jinja")
        .render(
            brief=brief,
            leaves=leaves,
            pictures=pictures,
            left_out=len(reports) - len(kept),
            title=asked_words(brief),
            counts=counts_words(brief),
            deeds=deeds_words(brief),
            by_day=BY_DAY if needs_by(brief) else "",
            # The style sheet is the desk's own text and numbers, no words of a report.
            style=Markup(style),  # noqa: S704
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )


@functools.cache
def templates() -> Environment:
    """The templates, escaping on, every unknown name an error."""
    environment = Environment(
        loader=PackageLoader("foreigndesk.showing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "clean": clean,
        "anchor": anchor_of,
        "days": whole_days,
        "event_head": event_head,
        "told": told_words,
    }
    return environment


DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def whole_days(text: str) -> Markup:
    """The text, escaped, its ISO days kept from being broken over two lines."""
    # What is put in is the desk's own; the text around it is escaped first.
    return Markup(DAY.sub(r'<span class="when">\g<0></span>', str(escape(clean(text)))))  # noqa: S704


def refs_of(brief: Brief) -> Iterator[Ref]:
    """Every cite of the brief."""
    for event in brief.events:
        yield from event.cites
    for part in (*brief.speakers, *brief.unnamed):
        for line in part.lines:
            yield from line.cites
    for found in brief.parts:
        for finding in found.lines:
            yield from finding.cites
    for doubt in brief.doubts:
        for worry in doubt.lines:
            yield from worry.cites


def anchor_of(ref: Ref) -> str:
    """The id of a cite's passage in the page; of a cite without words, its report's."""
    return f"{ref.report}-{ref.start}-{ref.end}" if ref.start < ref.end else ref.report


def leaf_of(report: Report, refs: Iterable[Ref], short: str) -> Leaf:
    """A report with the brief's cites marked in it."""
    marks = [
        Mark(ref.start, ref.end, anchor_of(ref)) for ref in refs if ref.report == report.id and ref.start < ref.end
    ]
    placed: set[str] = set()
    numbered = enumerate(paragraphs(report.text), start=1)
    shown = tuple(paragraph_of(report, number, span, marks, placed) for number, span in numbered)
    return Leaf(
        id=report.id,
        short=short,
        headline=clean(report.headline or "No headline found"),
        language=report.language or "und",
        fields=tuple((title, clean(words)) for title, words in report_fields(report) if words),
        paragraphs=shown,
        homeless=tuple(sorted({mark.label for mark in marks} - placed)),
    )


def with_resting(leaf: Leaf, line: ReportLine | None, words: Mapping[str, str]) -> Leaf:
    """A report with its descriptor and what of the brief rests on it: the reverse index."""
    if line is None:
        return leaf
    resting = tuple((one, words[one], one in line.alone) for one in line.lines)
    return replace(leaf, descriptor=descriptor_words(line), resting=resting)


def paragraph_of(report: Report, number: int, span: Span, marks: list[Mark], placed: set[str]) -> Paragraph:
    """A paragraph in stretches. `placed` are the ids given so far: a mark over two paragraphs has one, in the first."""
    pieces = cut(report.text, span, marks)
    return Paragraph(f"{report.id}-p{number}", number, tuple(stretch_of(piece, placed) for piece in pieces))


def stretch_of(piece: Piece, placed: set[str]) -> Stretch:
    """A piece with the ids that begin in it and were not given yet."""
    anchors = tuple(mark.label for mark in piece.begins if mark.label not in placed)
    placed.update(anchors)
    return Stretch(clean(piece.text), anchors, " ".join(mark.label for mark in piece.over))


def style_sheet(anchors: Iterable[str], *, with_pictures: bool = False) -> str:
    """The style sheet, with one rule for each passage: when its id is the target, all its stretches are highlighted."""
    rules = templates().get_template("dossier.css").render() + (style_of_pictures() if with_pictures else "")
    targets = ",\n".join(f"article:has(#{anchor}:target) .{anchor}" for anchor in anchors)
    return f"{rules}\n{targets} {{ {HIGHLIGHT} }}\n" if targets else rules


# The same as `.at:target + mark` in dossier.css, which reaches the first stretch in browsers without :has().
HIGHLIGHT = "background: var(--lit); color: var(--lit-ink); border-bottom: 3px solid var(--accent);"
