"""The front door: the group that every command hangs in, and what becomes of errors.

Exit status: 0 done; 1 nothing could be read, or nothing has that name or id; 2 wrong call; 130 stopped by Ctrl-C.
"""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from foreigndesk.cli import (
    ach,
    claims,
    exporting,
    lineage,
    listing,
    opening,
    pairs,
    review,
    serving,
    taking,
    watch,
    weighing,
)
from foreigndesk.cli.printing import NOTHING, STOPPED, complain
from foreigndesk.errors import DeskError


def print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the versions of desk and reader."""
    if wanted and not ctx.resilient_parsing:
        import importlib.metadata

        from foreigndesk.reading.reader import Reader

        click.echo(f"foreigndesk {importlib.metadata.version('foreigndesk')}\nreader {Reader().version}")
        ctx.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=print_version,
    help="Print the versions of desk and reader, and stop.",
)
def desk() -> None:
    """An analyst's desk for diplomatic and security news: who said what, who did what to whom, every line cited.

    \b
    Begin with:
      foreigndesk collect reports/ --case case.db
      foreigndesk brief --case case.db --html brief.html

    \b
    Exit status: 0 done; 1 nothing could be read, or nothing has that name or id;
    2 wrong call; 130 stopped by Ctrl-C.
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run a command; the exit status comes back. Errors are told in two lines: what happened, what to do next."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Unicode still gets its lines
    try:
        status = desk.main(args=args, prog_name="foreigndesk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        complain("stopped")
        return STOPPED
    except DeskError as error:
        complain(error.message, error.hint)
        return NOTHING
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}", "see whether the file and its folder may be read and written")
        return NOTHING
    return status if isinstance(status, int) else 0


for command in (
    taking.collect,
    taking.read,
    taking.schema,
    listing.brief,
    listing.reports,
    listing.statements,
    listing.events,
    listing.actors,
    listing.timeline,
    listing.setbacks,
    lineage.kin,
    lineage.lineages,
    lineage.voices,
    lineage.grade,
    lineage.rate,
    claims.claims,
    claims.contests,
    watch.watch,
    watch.silences,
    weighing.relation,
    weighing.relations,
    ach.ach,
    review.review,
    serving.serve,
    lineage.whatif_withdrawn,
    lineage.remove,
    exporting.export,
    exporting.merge,
    pairs.code_pairs,
    opening.show,
    opening.why,
):
    desk.add_command(command)
