"""Options that several commands have, the same everywhere."""

from __future__ import annotations

import calendar
import datetime as dt
import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "md")


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


def analyst_option(command: Command) -> Command:
    """--analyst, whose word it is."""
    words = "Whose word it is.  [default: the login name]"
    return click.option("--analyst", metavar="NAME", default=getpass.getuser, help=words)(command)


def paths_argument(command: Command) -> Command:
    """PATH..., what is to be read."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(command)


def overrides_options(command: Command) -> Command:
    """--published and --outlet, for reports that do not tell themselves."""
    words = "When the reports were published, whatever they say."
    published = click.option("--published", metavar="DATE", type=moment, help=words)
    outlet = click.option("--outlet", metavar="NAME", help="Who published the reports, whatever they say.")
    return published(outlet(command))


def actor_options(command: Command) -> Command:
    """--actor, --recipient and --type, which choose events."""
    actor = click.option("--actor", metavar="ACTOR", multiple=True, help="Who does it. May be given several times.")
    words = "To whom it is done. May be given several times."
    recipient = click.option("--recipient", metavar="ACTOR", multiple=True, help=words)
    words = "PLOVER type: CONSULT, SANCTION, ASSAULT, ..."
    kinds = click.option("--type", "types", metavar="TYPE", multiple=True, help=words)
    return actor(recipient(kinds(command)))


def types_of(names: tuple[str, ...]) -> frozenset[str] | None:
    """The PLOVER types of these names in any case, None for none; another name is a wrong call."""
    from foreigndesk.showing.deeds import known_types  # noqa: PLC0415 - only where types are given

    wanted = frozenset(name.upper() for name in names)
    if unknown := wanted - set(known_types()):
        raise click.BadParameter(
            f"{', '.join(sorted(unknown))}; PLOVER has {', '.join(known_types())}", param_hint="--type"
        )
    return wanted or None
