"""Commands that take reports in and read them."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from foreigndesk.cli.options import case_option, format_option, overrides_options, paths_argument
from foreigndesk.cli.printing import NOTHING, STOPPED, complain, gather, print_out, print_table, setback_line
from foreigndesk.model import Setback


@click.command()
@paths_argument
@overrides_options
@case_option
@format_option
def collect(paths: tuple[str, ...], published: str | None, outlet: str | None, path: Path, form: str) -> int:
    """Take reports in, read them, and keep both in the case file.

    PATH is a file or a folder of reports (text, Markdown, HTML, RSS and Atom, JSONL), or - for standard input. A
    report that is kept already is not read again, unless the desk has a newer reader. What cannot be read is kept as a
    setback: see `foreigndesk setbacks`.

    \b
    Examples:
      foreigndesk collect reports/ --case case.db
      foreigndesk collect cable.txt --published 2024-10-31 --outlet "Example Times"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import watch
    from foreigndesk.desk.collect import Outcome, Step
    from foreigndesk.desk.collect import collect as collect_all
    from foreigndesk.intake import Overrides
    from foreigndesk.reading.reader import Reader
    from foreigndesk.showing.listings import list_collected, show_collected
    from foreigndesk.showing.progress import show_progress
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.words import count

    overrides = Overrides(published=published, outlet=outlet)
    progress = show_progress(sys.stderr, screen_of(sys.stderr), "reading", count_files(paths))
    with open_case(path, write=True) as case, progress as course:

        def on_step(step: Step) -> None:
            notes = [setback_line(setback) for setback in step.setbacks]
            if step.outcome is Outcome.SETBACK and notes:
                course.step(f"{step.outcome.value:<8} {notes.pop(0)}", step.path, kept=True)
            else:
                course.step(f"{step.outcome.value:<8} {step.report or '–':<14}  {step.path}", step.path)
            for note in notes:
                course.note(note)

        try:
            done = collect_all(case, paths, overrides, Reader(), on_step)
            gather(case)
            changed = watch.check(case, day) if (day := watch.last_day(case)) else []
        except KeyboardInterrupt:
            complain(f"stopped; every report finished before is kept in {path}")
            return STOPPED
    if form == "table":
        print_out(show_collected(done), form)
        if changed:
            print_out(f"{count(len(changed), 'forecast')} changed: foreigndesk watch\n", form)
    else:
        print_table(list_collected(done), form)
    return 0 if done.new or done.known or done.reread else NOTHING


@click.command()
@paths_argument
@overrides_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "json"]),
    default="jsonl",
    show_default=True,
    help="One reading a line, or all in one list.",
)
def read(paths: tuple[str, ...], published: str | None, outlet: str | None, form: str) -> int:
    """Read reports without a case file, as JSON lines.

    One Reading a report on standard output. Each line is written as soon as its report is read, in the form that
    `foreigndesk schema` describes. What cannot be taken in is told on standard error.

    \b
    Examples:
      foreigndesk read report.txt --published 2024-10-31 | jq '.statements[].speaker.name'
      foreigndesk read reports/ --format json > readings.json
    """
    from foreigndesk import record
    from foreigndesk.desk.collect import read_one
    from foreigndesk.intake import Overrides, open_paths
    from foreigndesk.reading.reader import Reader

    reader = Reader()
    written = 0
    between = ",\n " if form == "json" else ""
    click.echo("[" if form == "json" else "", nl=False)
    for taken in open_paths(paths, Overrides(published=published, outlet=outlet)):
        if isinstance(taken, Setback):
            complain(setback_line(taken))
            continue
        reading = read_one(reader, taken.report)
        if isinstance(reading, Setback):
            complain(setback_line(reading))
            continue
        for setback in reading.setbacks:
            complain(setback_line(setback))
        click.echo((between if written else "").encode() + record.encode(reading), nl=form == "jsonl")
        written += 1
    click.echo("]\n" if form == "json" else "", nl=False)
    return 0 if written else NOTHING


def count_files(paths: tuple[str, ...]) -> int:
    """How many files lie at the paths: how many steps there will be, if each holds one report."""
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    return len(paths) - len(folders) + sum(one.is_file() for folder in folders for one in folder.rglob("*"))


@click.command()
def schema() -> None:
    """The JSON Schema of what `foreigndesk read` writes.

    \b
    Example:
      foreigndesk schema > reading.schema.json
    """
    from foreigndesk import record

    click.echo(json.dumps(record.schema(), indent=2, ensure_ascii=False).encode())
