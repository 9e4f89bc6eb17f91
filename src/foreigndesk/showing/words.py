"""Words fit for a line: cleaned of what could command a terminal, cut where a word ends."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"

# What a report's text could do to a terminal or to the order of a line: control characters (C0 but tab and line
# break, DEL, C1, so no escape sequence survives), the bidirectional overrides and isolates of Unicode (UAX #9, 2.1 to
# 2.5; the marks U+200E and U+200F stay, right-to-left names need them), and halves of surrogate pairs.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    r"""The text without characters that could command a terminal; line breaks and tabs stay.

    >>> clean("a \x1b[31mred\x1b[0m word")
    'a [31mred[0m word'
    """
    return UNSAFE.sub("", text)


def one_line(text: str) -> str:
    r"""The cleaned text in one line, every run of white space one space.

    >>> one_line(" two\n lines ")
    'two lines'
    """
    return SPACES.sub(" ", clean(text)).strip()


def width(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide character, none for a combining one."""
    return cell_len(text)


def clip(text: str, most: int) -> str:
    """The text in one line of at most so many cells, cut behind a word and marked with an ellipsis where it was longer.

    A word that alone is longer is cut inside, and so is a script written without spaces.

    >>> clip("talks on the border question", 20)
    'talks on the border…'
    """
    line = one_line(text)
    if width(line) <= most:
        return line
    head = set_cell_size(line, max(most - 1, 1))
    cut = head.rfind(" ")
    inside_word = not line[len(head) :].startswith(" ") and not head.endswith(" ")
    if inside_word and cut > len(head) // 2:
        head = head[:cut]
    return head.rstrip(" ,;:–—-") + ELLIPSIS


def clip_around(text: str, start: int, end: int, most: int) -> str:
    """The part of a text around [start, end), in one line of at most so many cells, with an ellipsis at each cut.

    The beginning is kept where the words looked for still fit behind it.

    >>> clip_around("After weeks of talks in Geneva the two sides signed the accord on Friday.", 45, 51, 40)
    '…Geneva the two sides signed the accord…'
    """
    line, before, sought = one_line(text), one_line(text[:start]), one_line(text[start:end])
    if width(line) <= most or width(before) + width(sought) + 2 <= most:
        return clip(line, most)
    # Two thirds of the room go to the words before: who acts stands before the deed in English.
    room = max(most - width(sought) - 2, 0) * 2 // 3
    begin = len(before)
    while begin > 0 and width(before[begin - 1 :]) <= room:
        begin -= 1
    space = before.find(" ", max(begin - 1, 0))
    begin = space + 1 if space >= 0 else len(before)
    return ELLIPSIS + clip(line[begin:], most - 1)


def fold(line: str, most: int) -> list[str]:
    """One line as several of at most so many cells, broken at spaces, inside a word only where it alone is longer.

    A character that is wider than a line stands alone.

    >>> fold("talks on the border question", 12)
    ['talks on the', 'border', 'question']
    """
    lines = [""]
    for word in line.split(" "):
        gap = " " if lines[-1] else ""
        if width(lines[-1]) + len(gap) + width(word) <= most:
            lines[-1] += gap + word
        else:
            lines += chop_cells(word, max(most, 2))
    return [part for part in lines if part] or [""]


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "report"), count(1200, "report"), count(2, "country", "countries")
    ('1 report', '1,200 reports', '2 countries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: list[str], most: int = 3) -> str:
    """Names in a row; what is beyond the limit is counted.

    >>> listed(["China"]), listed(["China", "Russia"]), listed(["China", "Russia", "Japan", "France", "Italy"])
    ('China', 'China, Russia', 'China, Russia, Japan and 2 more')
    """
    kept = ", ".join(names[:most])
    return f"{kept} and {len(names) - most} more" if len(names) > most else kept
