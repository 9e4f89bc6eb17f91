"""Write the pages that come from the code: `python -m docs.generate` (or `make docs`).

docs/cli.md has the help of every command, docs/reading.schema.json the JSON Schema of a Reading,
docs/plover-event.schema.json that of an event as `foreigndesk export plover` writes it.
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


def pages() -> dict[str, str]:
    """Every generated page by its name."""
    return {
        "cli.md": cli_page(),
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
