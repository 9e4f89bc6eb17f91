"""Commands that answer with a list or a brief of what the case file holds."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from foreigndesk.cli.options import (
    about_option,
    actor_options,
    case_option,
    format_option,
    since_option,
    types_of,
    until_option,
)
from foreigndesk.cli.printing import opened, print_out, print_table
from foreigndesk.model import Force, SourcingKind, StatementKind


@click.command()
@about_option
@since_option
@click.option("--full", is_flag=True, help="Leave nothing out, however long it becomes.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the brief with all its reports as one HTML file.",
)
@case_option
@format_option
def brief(about: tuple[str, ...], since: dt.date | None, full: bool, html: Path | None, path: Path, form: str) -> None:
    """What is new, what happened, what is claimed and contested, what to watch, who is silent, who said what.

    What a chief reads in two minutes. It chooses what matters most, with how many more there are; --full leaves nothing
    out. Of more than 400 reports it takes the latest, unless --since or --full is given, and says so. What is new is
    what changed since --since, else in the last week of the reports. At the end stands what all of it rests on, and for
    each report how far it is to be relied on (as ICD 206 asks). Every line has a cite such as [r-3ea2c3 ¶4], which
    `foreigndesk show r-3ea2c3:4` opens, and in the HTML file a click. With --since, only reports published from that
    day on count.

    \b
    Examples:
      foreigndesk brief --case case.db
      foreigndesk brief --about China --about Russia --since 2024-10-25
      foreigndesk brief --html brief.html --format md > brief.md
    """
    from foreigndesk.desk import briefing, picturing
    from foreigndesk.showing.brief.markdown import show_brief_markdown
    from foreigndesk.showing.brief.rows import list_brief
    from foreigndesk.showing.brief.terminal import show_brief
    from foreigndesk.showing.screen import screen_of

    with opened(path) as case:
        made = briefing.brief(case, about, since, full=full)
        reports = briefing.reports_of(case, made) if html else []
        pictures = picturing.pictures(case, made) if html else []
    if html:
        from foreigndesk.showing.dossier import show_dossier

        html.write_text(show_dossier(made, reports, pictures), encoding="utf-8")
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


@click.command()
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


@click.command()
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


@click.command()
@actor_options
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
    from foreigndesk.showing.listings import list_events

    query = EventQuery(types=types_of(types), since=since, until=until)
    with opened(path) as case:
        done = answer.events(case, query, actor, recipient)
        labels = answer.labels(case, (one.report for one in done))
    print_table(list_events(done, labels), form)


@click.command()
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


@click.command()
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


@click.command()
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
