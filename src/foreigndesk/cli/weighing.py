"""Commands that weigh what the case file holds across reports."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from foreigndesk.cli.options import case_option, format_option
from foreigndesk.cli.printing import opened, print_out, print_table


@click.command()
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@click.option(
    "--by", type=click.Choice(["week", "month"]), default="month", show_default=True, help="How long a span is."
)
@case_option
@format_option
def relation(one: str, other: str, by: str, path: Path, form: str) -> None:
    """Where two actors stand: the events between them on PLOVER's scale, over time.

    From -10 (hostile) to 10 (friendly), with 90 % bounds for that many events; copies count once, and the number of
    reports stands beside, so that thin coverage shows. Turns, and who carried messages between them, are told below.

    \b
    Examples:
      foreigndesk relation China "North Korea"
      foreigndesk relation Russia Ukraine --by week --format csv > relation.csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk.relation import relation as relation_of
    from foreigndesk.showing.listings.relation import list_relation
    from foreigndesk.weighing.relations import Step

    with opened(path) as case:
        found = relation_of(case, one, other, Step(by))
        labels = answer.labels(case, (cite.report for cite in found.cites))
    print_table(list_relation(found, labels), form)
    if form in {"table", "md"}:
        lines = [f"- {reason.sentence}" for reason in found.reasons]
        lines += [f"- Carried between them by: {', '.join(found.between)}."] if found.between else []
        print_out("\n" + "\n".join(lines) + "\n", form)
