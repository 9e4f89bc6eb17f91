"""Write the pages that come from the code: `python -m docs.generate` (or `make docs`).

docs/cli.md has the help of every command, docs/reading.schema.json the JSON Schema of a Reading,
docs/plover-event.schema.json that of an event as `foreigndesk export plover` writes it, docs/tables.md the columns of
the tables for notebooks and Parquet.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from foreigndesk import record
from foreigndesk.cli import desk
from foreigndesk.showing.exports import plover_schema
from foreigndesk.showing.exports.frames import frames

HERE = Path(__file__).parent

HEAD = """# Command line

This page is generated from the commands themselves: `make docs`.
"""

WIDTH = 100  # columns of the help texts, as the commands print them on a wide terminal


def help_of(name: str, command: click.Command, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The title and help of a command and of all below it."""
    options = desk.context_settings["help_option_names"]
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=options,
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from help_of(below, found, context)


def cli_page() -> str:
    """docs/cli.md."""
    parts = [f"\n## {title}\n\n```text\n{words.rstrip()}\n```\n" for title, words in help_of("foreigndesk", desk)]
    return HEAD + "".join(parts)


def schema_page(schema: dict[str, Any]) -> str:
    """A JSON Schema as a page."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


TABLES_HEAD = """# Tables

This page is generated from the tables themselves: `make docs`.

`foreigndesk export parquet --out tables/` writes one Parquet file a table, and in Python one line gives the same:

```python
import foreigndesk

statements = foreigndesk.tables("case.db")["statements"].to_pandas()
```

Rows are findings as reports print them, with analysts' corrections laid over. `report`, `start` and `end` lead back to
the words (characters of the report's text from 0, ends exclusive). `lineage` is one for all copies of a report: count
lineages, not rows. `model_score` is the reader's own number, never a likelihood of truth. `reviewed` says that an
analyst accepted, changed or added the row. An example: [../examples/notebook.py](../examples/notebook.py).
"""


def tables_page() -> str:
    """docs/tables.md."""
    tables = frames([], [], str)
    parts = [
        f"\n## {name}\n\n| column | type |\n|---|---|\n"
        + "".join(f"| `{field.name}` | {field.type} |\n" for field in table.schema)
        for name, table in tables.items()
    ]
    return TABLES_HEAD + "".join(parts)


def pages() -> dict[str, str]:
    """Every generated page by its name."""
    return {
        "cli.md": cli_page(),
        "tables.md": tables_page(),
        "reading.schema.json": schema_page(record.schema()),
        "plover-event.schema.json": schema_page(plover_schema()),
    }


def main(folder: Path = HERE) -> None:
    """Write the pages into a folder."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
