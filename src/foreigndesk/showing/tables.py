"""A table as a value, and the forms it is shown in: table, json, jsonl, csv, md."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from foreigndesk import record
from foreigndesk.showing.screen import Screen, bold
from foreigndesk.showing.words import clean, clip, fold, one_line, width


class Format(StrEnum):
    """How a table is shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, the fewest cells it is legible in, and how it behaves.

    `grows`: takes what room is left. `spare`: left out where the screen is too narrow for all, the last one first.
    `most`: cells of text shown on a screen, 0 for all. `screen`: shown on a screen and in Markdown; `data`: in CSV.
    """

    title: str
    least: int
    grows: bool = False
    spare: bool = False
    most: int = 0
    screen: bool = True
    data: bool = True
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under columns, each with the value it shows, and what to say where there are none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[object, ...]
    nothing: str


def show_table(table: Table, form: Format, screen: Screen | None = None) -> str:
    """The table in the form asked for, ending in a line break; "" for no rows in jsonl.

    JSON forms hold the values themselves (the record), the others the columns.
    """
    match form:
        case Format.JSON:
            return "[" + ",\n ".join(record.encode(value).decode() for value in table.values) + "]\n"
        case Format.JSONL:
            return "".join(record.encode(value).decode() + "\n" for value in table.values)
        case Format.CSV:
            return show_csv(table)
        case Format.MD:
            return show_markdown(table)
        case Format.TABLE:
            return show_grid(table, screen or Screen())


GAP = 2  # cells between columns

# -- on a screen -------------------------------------------------------------------------------------------------------


def show_grid(table: Table, screen: Screen) -> str:
    """The table in columns that fit the screen, without spare ones if need be, and then it says so.

    Where even that is too wide, each row is a block of "title: text" lines.
    """
    if not table.rows:
        return f"{table.nothing}\n"
    shown = [place for place, column in enumerate(table.columns) if column.screen]
    cells = {place: [cell_on_screen(row[place], table.columns[place]) for row in table.rows] for place in shown}
    wanted = {place: max(width(table.columns[place].title), *map(width, cells[place])) for place in shown}
    kept = list(shown)
    for place in reversed(shown):
        if fits(table, wanted, kept, screen):
            break
        if table.columns[place].spare:
            kept.remove(place)
    if not fits(table, wanted, kept, screen):
        return show_blocks(table, cells, screen)
    left_out = ", ".join(table.columns[place].title for place in shown if place not in kept)
    note = fold(f"not shown, the screen is narrow: {left_out}", screen.width) if left_out else []
    columns = [table.columns[place] for place in kept]
    rooms = share_out(columns, [wanted[place] for place in kept], screen.width)
    return show_columns(columns, [cells[place] for place in kept], rooms, screen) + "".join(
        f"{line}\n" for line in note
    )


def fits(table: Table, wanted: dict[int, int], places: list[int], screen: Screen) -> bool:
    """Whether these columns are all legible side by side."""
    return sum(min(table.columns[place].least, wanted[place]) + GAP for place in places) - GAP <= screen.width


def show_columns(columns: list[Column], cells: list[list[str]], rooms: list[int], screen: Screen) -> str:
    """Columns of cells side by side, text folded inside them, under a head and a rule."""
    head = [bold(line, screen) for line in row_lines(columns, [column.title for column in columns], rooms)]
    rule = "─" * (sum(rooms) + GAP * (len(rooms) - 1))
    rows = zip(*cells, strict=True)
    body = (line for row in rows for line in row_lines(columns, row, rooms))
    return "".join(f"{line}\n" for line in (*head, rule, *body))


def row_lines(columns: list[Column], row: Sequence[str], rooms: list[int]) -> list[str]:
    """A row as lines of the screen, each cell folded in its column."""
    folded = [fold(cell, room) for cell, room in zip(row, rooms, strict=True)]
    lines = []
    for parts in zip_longest(*folded, fillvalue=""):
        padded = [
            " " * (room - width(part)) + part if column.number else part + " " * (room - width(part))
            for column, part, room in zip(columns, parts, rooms, strict=True)
        ]
        lines.append((" " * GAP).join(padded).rstrip())
    return lines


def share_out(columns: list[Column], wanted: list[int], screen: int) -> list[int]:
    """How wide each column becomes: as its longest cell wants, or what is left where all want more than there is.

    Nobody gets less than is legible. Of the rest those that do not grow take up to a half, the first ones first; then
    those that grow take what they want, and what then remains goes to the others again.
    """
    rooms = [min(column.least, want) for column, want in zip(columns, wanted, strict=True)]
    spare = screen - sum(rooms) - GAP * (len(columns) - 1)
    growing = [place for place, column in enumerate(columns) if column.grows]
    others = [place for place, column in enumerate(columns) if not column.grows]
    for places, kept_back in ((others, spare // 2 if growing else 0), (growing, 0), (others, 0)):
        for place in places:
            more = max(min(wanted[place] - rooms[place], spare - kept_back), 0)
            rooms[place] += more
            spare -= more
    return rooms


def show_blocks(table: Table, cells: dict[int, list[str]], screen: Screen) -> str:
    """Each row as lines "title: text", for narrow screens; empty cells are left out."""
    blocks = []
    for number in range(len(table.rows)):
        lines = []
        for place, column in cells.items():
            title = f"{table.columns[place].title}:"
            if column[number]:
                first, *others = fold(f"{title} {column[number]}", screen.width)
                lines += [first.replace(title, bold(title, screen), 1), *others]
        blocks.append("".join(f"{line}\n" for line in lines))
    return "\n".join(blocks)


def cell_on_screen(cell: str, column: Column) -> str:
    """A cell's text in one line, cut where the column says so."""
    return clip(cell, column.most) if column.most else one_line(cell)


# -- as data -----------------------------------------------------------------------------------------------------------

# A cell that begins so is read as a formula by spreadsheets (OWASP, CSV Injection); an apostrophe before it makes it
# text. A minus sign before a number is a number and stays.
FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(?:\.\d+)?\Z)")


def show_csv(table: Table) -> str:
    r"""RFC 4180 with a header, lines ending in \n, no cell that a spreadsheet would run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    places = [place for place, column in enumerate(table.columns) if column.data]
    writer.writerow([table.columns[place].title for place in places])
    writer.writerows([cell_as_data(row[place]) for place in places] for row in table.rows)
    return out.getvalue()


def cell_as_data(cell: str) -> str:
    """A cell's cleaned text, made harmless to spreadsheets.

    >>> cell_as_data("=1+1"), cell_as_data("-0.5"), cell_as_data("- said the official")
    ("'=1+1", '-0.5', "'- said the official")
    """
    text = clean(cell)
    return f"'{text}" if FORMULA.match(text) else text


# -- as Markdown -------------------------------------------------------------------------------------------------------

# Characters with a meaning of their own in CommonMark text, tables (GFM) and inline HTML.
MARKS = re.compile(r"([\\`*_{}\[\]<>|~#&])")
# What begins a block only at the start of a line: a list item or a heading underline, a numbered item.
BLOCK = re.compile(r"\A([-+=]|\d+(?=[.)]))")


def markdown(text: str) -> str:
    r"""The text in one line, with every character escaped that Markdown or HTML would take for markup.

    >>> markdown("a *bold* <b> | claim")
    'a \\*bold\\* \\<b\\> \\| claim'
    """
    escaped = MARKS.sub(r"\\\1", one_line(text))
    return BLOCK.sub(lambda start: f"\\{start[0]}" if not start[0].isdigit() else start[0] + "\\", escaped)


def show_markdown(table: Table) -> str:
    """A Markdown table (GitHub's), or a line that says there is nothing."""
    if not table.rows:
        return f"{table.nothing}\n"
    places = [place for place, column in enumerate(table.columns) if column.screen]
    rules = ["--:" if table.columns[place].number else "---" for place in places]
    lines = [[table.columns[place].title for place in places], rules]
    lines += [[markdown(row[place]) for place in places] for row in table.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
