"""The commands of forecasts that are followed, and of silences."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from foreigndesk.cli.options import analyst_option, case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table

OUTCOMES = ("open", "come about", "contradicted", "lapsed")
DAY = click.DateTime(["%Y-%m-%d"])


@click.group(invoke_without_command=True)
@click.option("--speaker", metavar="NAME", help="Only forecasts of speakers with these words in their name.")
@click.option("--ledger", is_flag=True, help="What each speaker foretold, and what became of it.")
@click.option("--on", "on", type=DAY, help="As of this day.  [default: that of the last report]")
@case_option
@format_option
@click.pass_context
def watch(
    context: click.Context, speaker: str | None, ledger: bool, on: dt.datetime | None, path: Path, form: str
) -> None:
    """What was forecast, and what became of it.

    Come about or contradicted where a later report tells it, or its opposite, as a fact; lapsed where its horizon has
    passed and no report of the case file tells either. A question mark says that the desk proposes it and no analyst
    has confirmed it.

    \b
    Examples:
      foreigndesk watch
      foreigndesk watch --speaker Stollmann --format json
      foreigndesk watch --ledger
      foreigndesk watch confirm f-3b2c90 "come about"
    """
    if context.invoked_subcommand is not None:
        return
    from foreigndesk.desk import answer
    from foreigndesk.desk import watch as errand
    from foreigndesk.showing.listings.watch import list_ledger, list_watches

    day = on.date() if on else None
    with opened(path) as case:
        if ledger:
            table = list_ledger(errand.ledger(case, speaker, day))
        else:
            found = errand.watch(case, speaker, day)
            ids = {cite.report for one in found for cite in one.cites}
            reports = {report.id: report for report in case.load_reports() if report.id in ids}
            table = list_watches(found, reports, answer.labels(case, sorted(ids)))
    print_table(table, form)


@watch.command()
@click.argument("forecast", metavar="ID")
@click.argument("outcome", type=click.Choice(OUTCOMES))
@analyst_option
@case_option
def confirm(forecast: str, outcome: str, analyst: str, path: Path) -> None:
    """Say what became of a forecast; a later word replaces a former one, which is kept as history.

    \b
    Example:
      foreigndesk watch confirm f-3b2c90 "come about"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import watch as errand
    from foreigndesk.model import Outcome

    with open_case(path, write=True) as case:
        made = errand.confirm(case, forecast, Outcome(outcome), analyst)
    print_out(f"{made.forecast}: {made.outcome.value}, says {made.analyst}\n", "table")


@watch.command("check")
@click.option("--on", "on", type=DAY, help="As of this day.  [default: that of the last report]")
@case_option
def check_command(on: dt.datetime | None, path: Path) -> None:
    """Look for every forecast now and keep that it was looked for, seen or not; tells what is new since the last look.

    \b
    Example:
      foreigndesk watch check
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk import watch as errand

    with open_case(path, write=True) as case:
        day = on.date() if on else errand.last_day(case)
        found = errand.check(case, day) if day else []
    lines = [f"{one.forecast}: {one.proposed.value}. {one.reasons[0].sentence}" for one in found]
    print_out("\n".join(lines or ["Nothing new."]) + "\n", "table")


@watch.command("add")
@click.argument("words", metavar="WORDS")
@click.option("--until", type=DAY, help="Look for it up to this day.")
@click.option("--note", metavar="WORDS", default="", help="What it would be a sign of.")
@analyst_option
@case_option
def add_command(words: str, until: dt.datetime | None, note: str, analyst: str, path: Path) -> None:
    """Look for a sign in every report that is collected from now on, in your words or a forecast's condition (f-...).

    What the case file tells already is its baseline. Not seen is recorded as well as seen.

    \b
    Examples:
      foreigndesk watch add "China closes its border with North Korea" --note "a break"
      foreigndesk watch add f-3b2c90
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.indicators import add_indicator

    with open_case(path, write=True) as case:
        made = add_indicator(case, words, analyst, until.date() if until else None, note)
    print_out(f"{made.id}: looked for after {made.since}: {made.words}\n", "table")


@watch.command("indicators")
@click.option("--on", "on", type=DAY, help="As of this day.  [default: that of the last report]")
@click.option("--history", is_flag=True, help="Also those that were taken off the list.")
@case_option
@format_option
def indicators_command(on: dt.datetime | None, history: bool, path: Path, form: str) -> None:
    """What each indicator shows: on how many days it was seen since it was set, and before.

    \b
    Example:
      foreigndesk watch indicators --format csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk.indicators import indications
    from foreigndesk.showing.listings.watch import list_indications

    with opened(path) as case:
        found = indications(case, on.date() if on else None, history=history)
        labels = answer.labels(case, sorted({cite.report for one in found for cite in one.cites}))
    print_table(list_indications(found, labels), form)


@watch.command("drop")
@click.argument("indicator", metavar="ID")
@analyst_option
@case_option
def drop_command(indicator: str, analyst: str, path: Path) -> None:
    """Look for an indicator no longer; what it showed stays on record.

    \b
    Example:
      foreigndesk watch drop i-5f02d1
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.indicators import drop_indicator

    with open_case(path, write=True) as case:
        gone = drop_indicator(case, indicator, analyst)
    print_out(f"{gone.id}: looked for no longer: {gone.words}\n", "table")


@click.group(invoke_without_command=True)
@click.option("--about", metavar="ACTOR", help="Only silences of this actor and of all who speak for it.")
@click.option("--on", "on", type=DAY, help="As of this day.  [default: that of the last report]")
@click.option("--days", type=click.IntRange(1), default=30, show_default=True, help="How far back nothing was said.")
@case_option
@format_option
@click.pass_context
def silences(
    context: click.Context, about: str | None, on: dt.datetime | None, days: int, path: Path, form: str
) -> None:
    """Who keeps silent: as reports tell it, and as this case file shows it.

    An observed silence says only that no statement is in this case file, with how many reports of these days it holds
    and how many outlets of the actor's own state. A day in "until" tells that a silence has ended.

    \b
    Examples:
      foreigndesk silences
      foreigndesk silences --about China --format csv
      foreigndesk silences expect "North Korea" "the missile" --since 2024-11-01
    """
    if context.invoked_subcommand is not None:
        return
    from foreigndesk.desk import answer
    from foreigndesk.desk.silence import silences as silences_of
    from foreigndesk.showing.listings.watch import list_silences

    with opened(path) as case:
        found = silences_of(case, about, on.date() if on else None, dt.timedelta(days))
        labels = answer.labels(case, sorted({cite.report for one in found for cite in one.cites}))
    print_table(list_silences(found, labels), form)


@silences.command()
@click.argument("actor", metavar="ACTOR")
@click.argument("about", metavar="[ABOUT]", default="")
@click.option("--since", type=DAY, help="From this day on.  [default: that of the last report]")
@analyst_option
@case_option
def expect(actor: str, about: str, since: dt.datetime | None, analyst: str, path: Path) -> None:
    """Expect words of an actor: while the case file holds none, `silences` says so, whatever the actor did before.

    \b
    Example:
      foreigndesk silences expect "North Korea" "the missile" --since 2024-11-01
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.silence import expect as expecting

    with open_case(path, write=True) as case:
        made = expecting(case, actor, analyst, about, since.date() if since else None)
    print_out(f"words of {made.actor} are expected from {made.since} on\n", "table")


@silences.command()
@click.argument("actor", metavar="ACTOR")
@analyst_option
@case_option
def drop(actor: str, analyst: str, path: Path) -> None:
    """Expect no more words of an actor; that they were expected stays on record.

    \b
    Example:
      foreigndesk silences drop "North Korea"
    """
    from foreigndesk.casefile import open_case
    from foreigndesk.desk.silence import expect_no_more

    with open_case(path, write=True) as case:
        many = expect_no_more(case, actor, analyst)
    print_out(f"{many} expectation{'s' if many != 1 else ''} of {actor} dropped\n", "table")
