"""Commands that hand data to other tools."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from foreigndesk.cli.options import actor_options, case_option, since_option, types_of, until_option
from foreigndesk.cli.printing import complain, opened

LAYOUTS = ("plover", "polecat", "gdelt")


@click.command()
@click.argument("layout", metavar="LAYOUT", type=click.Choice(LAYOUTS))
@actor_options
@since_option
@until_option
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a PLOVER line instead, and stop.")
@case_option
def export(
    layout: str,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    types: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    schema: bool,
    path: Path,
) -> None:
    """The events as data for other tools.

    LAYOUT is plover (JSON Lines of the PLOVER manual), polecat (CSV with the columns of that data set) or gdelt (CSV of
    dyads with CAMEO roots). Every row says which words of which report it rests on, and who coded it; a model score is
    the coder's own and no likelihood.

    \b
    Examples:
      foreigndesk export plover > events.jsonl
      foreigndesk export polecat --actor Russia --since 2024-10 > russia.csv
      foreigndesk export plover --schema > plover-event.schema.json
    """
    from foreigndesk.casefile import EventQuery
    from foreigndesk.desk.coded import coded
    from foreigndesk.showing import exports

    if schema:
        click.echo(json.dumps(exports.plover_schema(), indent=2, ensure_ascii=False).encode())
        return
    with opened(path) as case:
        events = list(coded(case, EventQuery(types=types_of(types), since=since, until=until), actor, recipient))
    match layout:
        case "plover":
            text = exports.show_plover(events)
            if undated := sum(one.day is None for one in events):
                complain(f"{undated} events without any date are left out", "give their reports a date: --published")
        case "polecat":
            text = exports.show_polecat(events)
        case _:
            text = exports.show_gdelt(events)
    click.echo(text.encode(), nl=False)
