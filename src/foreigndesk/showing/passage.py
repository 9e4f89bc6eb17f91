"""A report, a paragraph or a finding with its passage in context, the exact words marked."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from foreigndesk.model import Report, Span, paragraphs
from foreigndesk.showing.cites import paragraph_at
from foreigndesk.showing.marks import Mark, cut
from foreigndesk.showing.pages import Page
from foreigndesk.showing.painting import show_on
from foreigndesk.showing.report import report_fields
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clean, one_line

# Around the exact words, also where colours show them; two brackets, since one is common in news ("[sic]").
OPEN, CLOSE = "[[", "]]"

STYLES = {
    "speaker": "cyan",
    "cue": "magenta",
    "content": "bold",
    "actor": "cyan",
    "recipient": "cyan",
    "deed": "bold",
    "when": "green",
    "outcome": "bold",
    "condition": "magenta",
    "paragraph": "bold",
}


def show_page(page: Page, screen: Screen | None = None) -> str:
    """The page as text, ending in a line break."""
    screen = screen or Screen()
    rows: list[RenderableType] = [Text.assemble((page.kind, "bold"), f" {page.id}"), fields_grid(page.fields)]
    if page.report is not None:
        about = report_fields(page.report)
        title = page.report.headline or "no headline found"
        rows += [Text(), Text(f"Report {page.report.id}: {one_line(title)}", style="bold"), fields_grid(about)]
        rows += [Text(), *passage_rows(page, page.report)]
        rows += marks_legend(page)
    return show_on(screen, *rows)


def list_page(page: Page) -> Table:
    """The page's fields, and those of its report, as rows; its value is the record behind it."""
    rows = [("id", page.id), *page.fields, *(report_fields(page.report) if page.report else ())]
    rows += [("passage", passage) for passage in marked_passages(page)]
    columns = (Column("field", 10), Column("words", 30, grows=True))
    return Table(columns, tuple(row for row in rows if row[1]), (page.value,), "")


def marked_passages(page: Page) -> list[str]:
    """The paragraphs that hold marks, or all of a report shown whole, with their numbers and brackets on the marks."""
    if page.report is None:
        return []
    spans = paragraphs(page.report.text)
    held = [place for place, span in enumerate(spans) if page.whole or any(touches(mark, span) for mark in page.marks)]
    return [f"¶{place + 1} {marked_text(page.report.text, spans[place], page.marks).plain}" for place in held]


def touches(mark: Mark, span: Span) -> bool:
    """Whether a mark has words of a span."""
    return mark.start < span.end and span.start < mark.end


def fields_grid(fields: tuple[tuple[str, str], ...]) -> RenderableType:
    """Titles and words in two columns; what is empty is left out."""
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for title, words in fields:
        if words:
            grid.add_row(f"  {title}", Text(clean(words)))
    return grid


def passage_rows(page: Page, report: Report) -> Iterator[RenderableType]:
    """The paragraphs with their numbers, a line between them that says how many are left out."""
    spans = paragraphs(report.text)
    shown = set(range(len(spans))) if page.whole else near(spans, page.marks)
    grid = Grid.grid(padding=(0, 2, 1, 0))
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    last = -1
    for place in sorted(shown):
        if place > last + 1:
            grid.add_row("", Text("…", style="dim"))
        grid.add_row(f"¶{place + 1}", marked_text(report.text, spans[place], page.marks))
        last = place
    if shown and last < len(spans) - 1:
        grid.add_row("", Text("…", style="dim"))
    yield grid


def near(spans: tuple[Span, ...], marks: tuple[Mark, ...]) -> set[int]:
    """The paragraphs that hold marks, and one on each side."""
    held: set[int] = set()
    for mark in marks:
        first, last = paragraph_at(spans, mark.start) - 1, paragraph_at(spans, max(mark.end - 1, mark.start)) - 1
        held |= set(range(first - 1, last + 2))
    return {place for place in held if 0 <= place < len(spans)}


def marked_text(text: str, paragraph: Span, marks: tuple[Mark, ...]) -> Text:
    """A paragraph with brackets and styles on its marks."""
    shown = Text()
    for piece in cut(text, paragraph, marks):
        style = next((STYLES[mark.label] for mark in reversed(piece.over) if mark.label in STYLES), "")
        shown.append(OPEN * len(piece.begins))
        shown.append(clean(piece.text), style=style)
        shown.append(CLOSE * len(piece.ends))
    return shown


def marks_legend(page: Page) -> list[RenderableType]:
    """What the brackets mean, where there are any."""
    if not page.marks:
        return []
    labels = ", ".join(dict.fromkeys(mark.label for mark in page.marks))
    return [Text(f"Between {OPEN} and {CLOSE}: {labels}.", style="dim")]
