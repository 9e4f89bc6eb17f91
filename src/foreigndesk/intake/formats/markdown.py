"""Markdown reports, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from foreigndesk.intake.draft import Draft
from foreigndesk.intake.encoding import decode
from foreigndesk.intake.fields import read_fields
from foreigndesk.intake.formats.markup import text_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)\s*:\s*(?P<value>.*)")
ITEM = re.compile(r"\s*-\s+(?P<value>.+)")


def open_markdown(raw: bytes) -> Iterator[Draft]:
    """The one draft that a Markdown file makes: its paragraphs as plain text, blank lines between them.

    Front matter may state title, outlet, date, author, url and the other fields of a JSONL line. Without a title there,
    a heading of the first level at the beginning is the headline, and no part of the text. Raises IntakeError.
    """
    decoded = decode(raw, declares=False)
    text = decoded.text
    stated: dict[str, object] = {}
    if found := FRONT_MATTER.match(text):
        stated = front_matter(found["lines"])
        text = text[found.end() :]
    fields = read_fields(stated)
    tokens = _parser().parse(text)
    title = fields.title
    if title is None and len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title = _words(tokens[1].children or ()) or None
        tokens = tokens[3:]
    yield Draft(
        text="\n\n".join(_paragraphs(tokens)),
        raw=raw,
        encoding=decoded.encoding,
        title=title,
        outlet=fields.outlet,
        authors=fields.authors,
        dateline=fields.dateline,
        dates=fields.dates,
        url=fields.url,
        language=fields.language,
        troubles=(*decoded.troubles, *fields.troubles),
    )


def front_matter(lines: str) -> dict[str, object]:
    r"""The fields of front matter, of which only `key: value`, lists and quotation marks are read, not all of YAML.

    >>> front_matter('title: "Envoy leaves"\nauthor:\n  - Jane Doe\n  - Li Wei\n')
    {'title': 'Envoy leaves', 'author': ['Jane Doe', 'Li Wei']}
    """
    fields: dict[str, object] = {}
    key = ""
    for line in lines.splitlines():
        if key and (item := ITEM.fullmatch(line)):
            listed = fields[key]
            fields[key] = [*(listed if isinstance(listed, list) else []), _unquoted(item["value"])]
        elif field := FIELD.fullmatch(line):
            key, value = field["key"].lower(), field["value"].strip()
            inline = re.fullmatch(r"\[(.*)\]", value)
            fields[key] = [_unquoted(part) for part in inline[1].split(",")] if inline else _unquoted(value)
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a tenth of a second, for those who read Markdown

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    """The paragraphs, headings, list items and cells of a document in order."""
    for token in tokens:
        if token.type == "inline" and (words := _words(token.children or ())):
            yield words
        elif token.type in {"fence", "code_block"} and token.content.strip():
            yield token.content.strip()
        elif token.type == "html_block" and (words := text_of(token.content)):
            yield words


def _words(children: Iterable[Token]) -> str:
    """The words of a paragraph on one line: a line end in Markdown is a space; links keep their words, images none."""
    parts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts).strip()
