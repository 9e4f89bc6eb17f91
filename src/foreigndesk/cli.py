"""The command line: options in, one call, text out.

Exit status: 0 done; 1 nothing could be read, or nothing has that name or id; 2 wrong call; 130 stopped by Ctrl-C.
"""

# Imports stand inside the commands, so that `--help` and each query load only what they use: the parser alone takes
# seconds.
# ruff: noqa: PLC0415

from __future__ import annotations

import calendar
import datetime as dt
import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from foreigndesk.errors import DeskError
from foreigndesk.model import Force, Setback, SourcingKind, StatementKind

if TYPE_CHECKING:
    from foreigndesk.casefile import CaseFile
    from foreigndesk.showing.tables import Table

Command = TypeVar("Command", bound=Callable[..., Any])

SOURCINGS = tuple(kind.value for kind in SourcingKind)
FORCES = tuple(force.value for force in Force)
FORMATS = ("table", "json", "jsonl", "csv", "md")

NOTHING = 1  # exit status: nothing could be read, or found
STOPPED = 130  # exit status of a shell command ended by SIGINT: 128 + 2


# -- options that several commands have --------------------------------------------------------------------------------


def first_of(value: str) -> dt.date:
    """The day of 2024-10-31, the first day of 2024-10 or 2024; anything else is a wrong call."""
    return days_of(value)[0]


def last_of(value: str) -> dt.date:
    """The day of 2024-10-31, the last day of 2024-10 or 2024; anything else is a wrong call."""
    return days_of(value)[1]


def days_of(value: str) -> tuple[dt.date, dt.date]:
    """The first and last day of an ISO day, month or year."""
    try:
        match [int(part) for part in value.split("-")]:
            case [year]:
                return dt.date(year, 1, 1), dt.date(year, 12, 31)
            case [year, month]:
                return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
            case [year, month, day]:
                return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        pass
    raise click.BadParameter(f"{value!r} is no date; write it as 2024-10-31, 2024-10 or 2024")


def moment(value: str) -> str:
    """A date or time in ISO 8601 as it was given; anything else is a wrong call."""
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        days_of(value)
    return value


def case_option(command: Command) -> Command:
    """--case FILE, the same everywhere."""
    return click.option(
        "--case",
        "path",
        metavar="FILE",
        default="foreigndesk.db",
        envvar="FOREIGNDESK_CASE",
        show_default=True,
        show_envvar=True,
        type=click.Path(dir_okay=False, path_type=Path),
        help="The case file.",
    )(command)


def format_option(command: Command) -> Command:
    """--format, the same everywhere."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to show it; jsonl is one record a line.",
    )(command)


def since_option(command: Command) -> Command:
    """--since, the first day."""
    return click.option(
        "--since", metavar="DATE", type=first_of, help="From this day on: 2024-10-31, 2024-10 or 2024."
    )(command)


def until_option(command: Command) -> Command:
    """--until, the last day."""
    return click.option("--until", metavar="DATE", type=last_of, help="Up to and with this day.")(command)


def about_option(command: Command) -> Command:
    """--about ACTOR, several times if wanted."""
    words = 'About this actor, as people name it: China, CHN, "State Department". May be given several times.'
    return click.option("--about", metavar="ACTOR", multiple=True, help=words)(command)


def paths_argument(command: Command) -> Command:
    """PATH..., what is to be read."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def overrides_options(command: Command) -> Command:
    """--published and --outlet, for reports that do not tell themselves."""
    words = "When the reports were published, whatever they say."
    published = click.option("--published", metavar="DATE", type=moment, help=words)
    outlet = click.option("--outlet", metavar="NAME", help="Who published the reports, whatever they say.")
    return published(outlet(command))


# -- the doors ---------------------------------------------------------------------------------------------------------


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


def complain(message: str, hint: str = "") -> None:
    """Tell on standard error what happened, and what to do next."""
    from foreigndesk.showing.words import clean

    click.echo(clean(f"foreigndesk: {message}" + (f"\nhint: {hint}" if hint else "")), err=True)


def print_out(text: str, form: str) -> None:
    """Write text to standard output: as the terminal wants it, data always as UTF-8."""
    click.echo(text if form == "table" else text.encode(), nl=False)


def print_table(table: Table, form: str) -> None:
    """Show a table on standard output."""
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format, show_table

    print_out(show_table(table, Format(form), screen_of(sys.stdout)), form)


def opened(path: Path) -> CaseFile:
    """The case file, for reading."""
    from foreigndesk.casefile import open_case

    return open_case(path)


# -- taking in ---------------------------------------------------------------------------------------------------------


@desk.command()
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
    from foreigndesk.desk.collect import Outcome, Step
    from foreigndesk.desk.collect import collect as collect_all
    from foreigndesk.intake import Overrides
    from foreigndesk.reading.reader import Reader
    from foreigndesk.showing.listings import list_collected, show_collected
    from foreigndesk.showing.progress import show_progress
    from foreigndesk.showing.screen import screen_of

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
        except KeyboardInterrupt:
            complain(f"stopped; every report finished before is kept in {path}")
            return STOPPED
    if form == "table":
        print_out(show_collected(done), form)
    else:
        print_table(list_collected(done), form)
    return 0 if done.new or done.known or done.reread else NOTHING


@desk.command()
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


def setback_line(setback: Setback) -> str:
    """A setback in one line: which document, what happened, what to do."""
    where = f", {setback.where}" if setback.where else ""
    hint = f" ({setback.hint})" if setback.hint else ""
    return f"{setback.path}{where}: {setback.what}{hint}"


@desk.command()
def schema() -> None:
    """The JSON Schema of what `foreigndesk read` writes.

    \b
    Example:
      foreigndesk schema > reading.schema.json
    """
    from foreigndesk import record

    click.echo(json.dumps(record.schema(), indent=2, ensure_ascii=False).encode())


# -- the brief ---------------------------------------------------------------------------------------------------------


@desk.command()
@about_option
@since_option
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the brief with all its reports as one HTML file.",
)
@case_option
@format_option
def brief(about: tuple[str, ...], since: dt.date | None, html: Path | None, path: Path, form: str) -> None:
    """The course of events, who said what, what is uncertain.

    What a chief reads in two minutes. It chooses: the most important events and statements, with how many more there
    are. Every line has a cite such as [r-3ea2c3 ¶4], which `foreigndesk show r-3ea2c3:4` opens, and in the HTML file a
    click. With --since, only reports published from that day on count.

    \b
    Examples:
      foreigndesk brief --case case.db
      foreigndesk brief --about China --about Russia --since 2024-10-25
      foreigndesk brief --html brief.html --format md > brief.md
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.brief.markdown import show_brief_markdown
    from foreigndesk.showing.brief.rows import list_brief
    from foreigndesk.showing.brief.terminal import show_brief
    from foreigndesk.showing.screen import screen_of

    with opened(path) as case:
        made = answer.brief(case, about, since)
        reports = answer.reports_of(case, made) if html else []
    if html:
        from foreigndesk.showing.dossier import show_dossier

        html.write_text(show_dossier(made, reports), encoding="utf-8")
        click.echo(f"written: {html}", err=True)
    match form:
        case "table":
            print_out(show_brief(made, screen_of(sys.stdout)), form)
        case "md":
            print_out(show_brief_markdown(made), form)
        case "json":
            from foreigndesk import record

            click.echo(record.encode(made))
        case _:
            print_table(list_brief(made), form)


# -- listings ----------------------------------------------------------------------------------------------------------


@desk.command()
@click.option("--text", metavar="WORDS", help='Only reports that have these words; "quoted words" in this order.')
@since_option
@until_option
@case_option
@format_option
def reports(text: str | None, since: dt.date | None, until: dt.date | None, path: Path, form: str) -> None:
    """The reports in the case file, by date.

    \b
    Examples:
      foreigndesk reports
      foreigndesk reports --text "mutual defence" --since 2024-06
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.listings import list_reports

    with opened(path) as case:
        print_table(list_reports(*answer.reports(case, since, until, text)), form)


@desk.command()
@click.option("--speaker", metavar="ACTOR", help="Who says it; of a state, all who act for it.")
@about_option
@click.option(
    "--sourcing", type=click.Choice([kind.value for kind in SourcingKind]), help="How the speaker is described."
)
@click.option("--force", type=click.Choice([force.value for force in Force]), help="What the speaker does by it.")
@since_option
@until_option
@click.option("--text", metavar="WORDS", help='Only what has these words; "quoted words" in this order.')
@click.option("--attitudes", is_flag=True, help="Include attitudes: what is told of a speaker (supports, fears).")
@case_option
@format_option
def statements(
    speaker: str | None,
    about: tuple[str, ...],
    sourcing: str | None,
    force: str | None,
    since: dt.date | None,
    until: dt.date | None,
    text: str | None,
    attitudes: bool,
    path: Path,
    form: str,
) -> None:
    """Who said what.

    Shows the statements that answer every option given. Days are those of the statement, or of its report where
    it gives none.

    \b
    Examples:
      foreigndesk statements --speaker Beijing --about "North Korea" --since 2024-06
      foreigndesk statements --sourcing unnamed --format csv > unnamed.csv
      foreigndesk statements --force deny --text "10,000 troops"
    """
    from foreigndesk.casefile import StatementQuery
    from foreigndesk.desk import answer
    from foreigndesk.showing.listings import list_statements

    query = StatementQuery(
        sourcing=SourcingKind(sourcing) if sourcing else None,
        force=Force(force) if force else None,
        kind=None if attitudes else StatementKind.STATEMENT,
        since=since,
        until=until,
        text=text,
    )
    with opened(path) as case:
        told = answer.statements(case, query, speaker, about)
        labels = answer.labels(case, (one.report for one in told))
    print_table(list_statements(told, labels), form)


@desk.command()
@click.option("--actor", metavar="ACTOR", multiple=True, help="Who does it. May be given several times.")
@click.option("--recipient", metavar="ACTOR", multiple=True, help="To whom it is done. May be given several times.")
@click.option("--type", "types", metavar="TYPE", multiple=True, help="PLOVER type: CONSULT, SANCTION, ASSAULT, ...")
@since_option
@until_option
@case_option
@format_option
def events(
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    types: tuple[str, ...],
    since: dt.date | None,
    until: dt.date | None,
    path: Path,
    form: str,
) -> None:
    """Who did what to whom.

    Shows the events that answer every option given.

    \b
    Examples:
      foreigndesk events --actor Russia --recipient Ukraine --since 2024-10
      foreigndesk events --type SANCTION --type THREATEN --format csv > pressure.csv
    """
    from foreigndesk.casefile import EventQuery
    from foreigndesk.desk import answer
    from foreigndesk.showing.deeds import known_types
    from foreigndesk.showing.listings import list_events

    wanted = frozenset(name.upper() for name in types)
    if unknown := wanted - set(known_types()):
        raise click.BadParameter(
            f"{', '.join(sorted(unknown))}; PLOVER has {', '.join(known_types())}", param_hint="--type"
        )
    with opened(path) as case:
        done = answer.events(case, EventQuery(types=wanted or None, since=since, until=until), actor, recipient)
        labels = answer.labels(case, (one.report for one in done))
    print_table(list_events(done, labels), form)


@desk.command()
@case_option
@format_option
def actors(path: Path, form: str) -> None:
    """The known actors that the reports name, with how often.

    \b
    Examples:
      foreigndesk actors
      foreigndesk actors --format csv > actors.csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.listings import list_actors

    with opened(path) as case:
        print_table(list_actors(answer.actors(case)), form)


@desk.command()
@about_option
@since_option
@until_option
@case_option
@format_option
def timeline(about: tuple[str, ...], since: dt.date | None, until: dt.date | None, path: Path, form: str) -> None:
    """Statements and events in one course, by day.

    Something whose day is not told stands at the day of its report.

    \b
    Examples:
      foreigndesk timeline --about Beijing --since 2024-06
      foreigndesk timeline --about Russia --about Ukraine --format md
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.listings import list_timeline, reports_in

    with opened(path) as case:
        entries = answer.timeline(case, about, since, until)
        labels = answer.labels(case, reports_in(entries))
    print_table(list_timeline(entries, labels), form)


@desk.command()
@case_option
@format_option
def setbacks(path: Path, form: str) -> None:
    """What could not be taken in or read, why, and what to do.

    \b
    Examples:
      foreigndesk setbacks
      foreigndesk setbacks --format jsonl
    """
    from foreigndesk.showing.listings import list_setbacks

    with opened(path) as case:
        print_table(list_setbacks(case.load_setbacks()), form)


# -- one thing ---------------------------------------------------------------------------------------------------------


@desk.command()
@click.argument("words", metavar="ID", nargs=-1, required=True)
@case_option
@format_option
def show(words: tuple[str, ...], path: Path, form: str) -> None:
    """Open a report, or a finding with its passage.

    ID is an id or as much of its beginning as tells it apart: a report (r-), a statement (s-), an event (e-), a
    forecast (f-), a setback (x-). A report may have a paragraph behind it. The exact words stand between [[ and ]].

    \b
    Examples:
      foreigndesk show r-3ea2c3
      foreigndesk show r-3ea2c3:4
      foreigndesk show "[r-3ea2c3 ¶4]"
      foreigndesk show s-0f9d2a --format json
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.passage import list_page, show_page
    from foreigndesk.showing.screen import screen_of

    with opened(path) as case:
        page = answer.passage_of(case, " ".join(words))
    if form == "table":
        print_out(show_page(page, screen_of(sys.stdout)), form)
    else:
        print_table(list_page(page), form)


@desk.command()
@click.argument("words", metavar="ID", nargs=-1, required=True)
@case_option
@format_option
def why(words: tuple[str, ...], path: Path, form: str) -> None:
    """The rules behind a finding, in sentences.

    Of a report: how its date was found.

    \b
    Examples:
      foreigndesk why s-0f9d2a
      foreigndesk why r-3ea2c3
    """
    from foreigndesk.desk import answer
    from foreigndesk.showing.reasons import show_why
    from foreigndesk.showing.screen import screen_of
    from foreigndesk.showing.tables import Format

    with opened(path) as case:
        reasons = answer.reasons_for(case, " ".join(words))
    print_out(show_why(reasons, Format(form), screen_of(sys.stdout)), form)
