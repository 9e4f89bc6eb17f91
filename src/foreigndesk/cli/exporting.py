"""Commands that hand data to other tools, and take a whole case in from another desk."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foreigndesk.cli.options import actor_options, case_option, since_option, types_of, until_option
from foreigndesk.cli.printing import complain, opened, print_out

if TYPE_CHECKING:
    from foreigndesk.casefile import CaseFile, EventQuery

EVENTS = ("plover", "polecat", "gdelt")
NETWORKS = ("graphml", "gexf")
CITATIONS = ("csl", "bibtex")
WHOLE = ("ftm", "parquet", "case")
LAYOUTS = (*EVENTS, *NETWORKS, *CITATIONS, *WHOLE)


@click.command()
@click.argument("layout", metavar="LAYOUT", type=click.Choice(LAYOUTS))
@actor_options
@since_option
@until_option
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write there instead of to standard output: a file, for parquet a folder. Needed for parquet and case.",
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a PLOVER line instead, and stop.")
@case_option
def export(
    layout: str,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    types: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    out: Path | None,
    schema: bool,
    path: Path,
) -> None:
    """The case file as data for other tools.

    \b
    LAYOUT is, for events:
      plover    JSON Lines of the PLOVER manual
      polecat   CSV with the columns of that data set
      gdelt     CSV of dyads with CAMEO roots
    for the network of actors:
      graphml, gexf
    for reports as citations:
      csl       CSL-JSON for reference managers
      bibtex
    for everything:
      ftm       FollowTheMoney entities, JSON lines
      parquet   one file a table: reports, statements, events, names, ...
      case      one zip that another desk takes in with `merge`

    --actor, --recipient and --type choose events, --actor also ties of the network, --since and --until events, ties
    and reports. Every row says which words of which report it rests on, and who coded it; a model score is the coder's
    own and no likelihood.

    \b
    Examples:
      foreigndesk export plover > events.jsonl
      foreigndesk export polecat --actor Russia --since 2024-10 > russia.csv
      foreigndesk export gexf --since 2024-10 --out october.gexf
      foreigndesk export parquet --out tables/
      foreigndesk export case --out case.zip
    """
    from foreigndesk.casefile import EventQuery
    from foreigndesk.showing import exports

    if schema:
        click.echo(json.dumps(exports.plover_schema(), indent=2, ensure_ascii=False).encode())
        return
    if layout in {"parquet", "case"} and out is None:
        raise click.UsageError(f"{layout} is no text: name a place for it, as --out {layout}")
    query = EventQuery(types=types_of(types), since=since, until=until)
    with opened(path) as case:
        if layout == "case" and out is not None:
            case.pack(out)
        elif layout == "parquet" and out is not None:
            write_tables(case, out)
        else:
            text = text_of(case, layout, query, actor, recipient)
            if out is None:
                print_out(text, "data")
            else:
                out.write_text(text, encoding="utf-8", newline="")


def text_of(case: CaseFile, layout: str, query: EventQuery, actor: tuple[str, ...], recipient: tuple[str, ...]) -> str:
    """The case file in a layout that is text."""
    from foreigndesk.desk import taking_away
    from foreigndesk.desk.coded import coded
    from foreigndesk.showing import exports

    if layout in NETWORKS:
        network = taking_away.network(case, actor, query.since, query.until)
        return exports.show_graphml(*network) if layout == "graphml" else exports.show_gexf(*network)
    if layout in CITATIONS:
        reports = case.load_reports(query.since, query.until)
        return exports.show_csl(reports) if layout == "csl" else exports.show_bibtex(reports)
    if layout == "ftm":
        return taking_away.entities(case)
    events = list(coded(case, query, actor, recipient))
    match layout:
        case "plover":
            if undated := sum(one.day is None for one in events):
                complain(f"{undated} events without any date are left out", "give their reports a date: --published")
            return exports.show_plover(events)
        case "polecat":
            return exports.show_polecat(events)
        case _:
            return exports.show_gdelt(events)


def write_tables(case: CaseFile, folder: Path) -> None:
    """Write the Parquet files and say what they hold."""
    from foreigndesk.desk import taking_away
    from foreigndesk.showing.exports.frames import write_parquet

    tables = taking_away.tables_of(case)
    for path, table in zip(write_parquet(tables, folder), tables.values(), strict=True):
        click.echo(f"{path}: {table.num_rows} rows", err=True)


@click.command()
@click.argument("zipped", metavar="ZIP", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@case_option
def merge(zipped: Path, path: Path) -> None:
    """Take in a whole case that another desk exported: its reports, readings and what its analysts said.

    Nothing that stands here is replaced; of two words of analysts on one finding the later counts. Merging the same zip
    again changes nothing. A zip that is damaged is refused as a whole.

    \b
    Example:
      foreigndesk merge colleague.zip --case case.db
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.placing import Placer

    with open_case(path, write=True) as case:
        done = case.merge(zipped)
        Placer(case).place_rest()
    boards = f", boards: {', '.join(done.boards)}" if done.boards else ""
    print_out(
        f"{done.reports} reports new, {done.known} known; {done.acts} acts of review and {done.signed} signed words"
        f" added{boards}\n",
        "table",
    )
