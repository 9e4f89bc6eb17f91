"""The command that labels a table of marked sentences."""

# Imports stand inside the command, so that `--help` loads only what it uses.
# ruff: noqa: PLC0415

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

import click

from foreigndesk.cli.printing import NOTHING, complain, setback_line

if TYPE_CHECKING:
    from foreigndesk.desk.pairs import CodedPair
    from foreigndesk.model import Setback

COLUMNS = ("line", "root", "penta", "type", "score", "margin", "runner_up", "uncertain", "actor", "recipient", "error")
Fields = dict[str, str | int | float | bool | None]


@click.command("code-pairs")
@click.argument("table", metavar="IN.tsv", type=click.File("rb"))
@click.option("--jsonl", is_flag=True, help="JSON Lines instead of a table.")
def code_pairs(table: BinaryIO, jsonl: bool) -> int:
    """Code who did what to whom in sentences where an actor and a recipient are marked.

    IN.tsv (- for standard input) has one row a line, columns set apart by tabs: a column marked_sentence with
    <s>actor</s> and <t>recipient</t> in it, or the columns sentence, source and target.

    One row comes out for each row that goes in, in the same order: root (one of 15 classes: giving way in word and in
    deed is YIELD), penta (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict), type
    (one of PLOVER's 16), score and margin (of the model; no likelihood of the event), runner_up, uncertain. A row that
    cannot be read has its reason under error, and is told with its line number.

    \b
    Examples:
      foreigndesk code-pairs pairs.tsv > coded.tsv
      foreigndesk code-pairs --jsonl pairs.tsv > coded.jsonl
      printf '<s>Chad</s> condemned <t>Mali</t>.\\n' | foreigndesk code-pairs -
    """
    from foreigndesk.desk import pairs
    from foreigndesk.model import Setback

    coded = 0
    if not jsonl:
        click.echo("\t".join(COLUMNS))
    for row in pairs.code_pairs(table, table.name):
        if isinstance(row, Setback):
            complain(setback_line(row))
            fields = fields_of_setback(row)
        else:
            coded += 1
            fields = fields_of_pair(row)
        click.echo((json.dumps(fields, ensure_ascii=False) if jsonl else as_line(fields)).encode())
    return 0 if coded else NOTHING


def fields_of_pair(row: CodedPair) -> Fields:
    """The fields of a coded row."""
    actor, recipient = row.marked.parties
    verdict = row.verdict
    return {
        "line": row.line,
        "root": verdict.root,
        "penta": verdict.penta,
        "type": verdict.type,
        "score": round(verdict.score, 3),
        "margin": round(verdict.margin, 3),
        "runner_up": verdict.runner_up,
        "uncertain": verdict.uncertain,
        "actor": actor,
        "recipient": recipient,
        "error": None,
    }


def fields_of_setback(row: Setback) -> Fields:
    """The fields of a row that cannot be coded: its line and what is wrong with it."""
    blank: Fields = dict.fromkeys(COLUMNS)
    return blank | {"line": int(row.where.removeprefix("line ")), "error": row.what}


def as_line(fields: Fields) -> str:
    """The fields as a line of the table; white space within one becomes a space."""
    return "\t".join("" if fields[name] is None else " ".join(str(fields[name]).split()) for name in COLUMNS)
