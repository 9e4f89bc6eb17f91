"""Commands that weigh what the case file holds across reports: where actors stand to each other."""

# Imports stand inside the commands, so that `--help` and each query load only what they use.
# ruff: noqa: PLC0415

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from foreigndesk.cli.options import about_option, case_option, format_option, since_option, until_option
from foreigndesk.cli.printing import opened, print_out, print_table


@click.command()
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@click.option(
    "--by", type=click.Choice(["week", "month"]), default="month", show_default=True, help="How long a span is."
)
@click.option("--triads", is_flag=True, help="Instead: the third actors that have to do with both.")
@since_option
@until_option
@about_option
@case_option
@format_option
def relation(
    one: str,
    other: str,
    by: str,
    triads: bool,
    since: dt.date | None,
    until: dt.date | None,
    about: tuple[str, ...],
    path: Path,
    form: str,
) -> None:
    """Where two actors stand: the deeds between them on PLOVER's scale, over time.

    From -10 (hostile) to 10 (friendly), with 90 % bounds for that many deeds, each way by itself. A deed counts once
    however many tell it; beside it stands how many lineages name either actor, of how many reports, so that thin
    coverage shows. Below: what each says of the other and in which words, treaties, sanctions and visits, turns with
    the chance (p) that shuffled deeds turn as far, and who carried messages. Ministries, leaders and officials count as
    their state. With --about, only reports count that also name that actor.

    Limits: two deeds of one sort, day and way are one; a deed the reader missed or coded wrongly is missed or wrong
    here; a tone rests on single words; few deeds show no turn.

    \b
    Examples:
      foreigndesk relation China "North Korea"
      foreigndesk relation Russia Ukraine --by week --format csv > relation.csv
      foreigndesk relation Russia "United States" --triads
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk import relation as desk
    from foreigndesk.lexicon.actors import load_actors
    from foreigndesk.showing.listings.relation import list_relation, list_triads, relation_lines
    from foreigndesk.weighing.relations import Step

    with opened(path) as case:
        if triads:
            thirds = desk.triads(case, one, other, since, until)
            cited = [cite for each in thirds for bond in (each.with_one, each.with_other) for cite in bond.cites]
            names = load_actors().find(one).name, load_actors().find(other).name
            labels = answer.labels(case, (cite.report for cite in cited))
            print_table(list_triads(thirds, names[0], names[1], labels), form)
            return
        found = desk.relation(case, one, other, Step(by), since, until, about)
        cited = [*found.cites, *(remark.cite for way in found.ways for remark in way.remarks)]
        cited += [cite for milestone in found.milestones for cite in milestone.cites]
        cited += [cite for carrier in found.carriers for cite in carrier.cites]
        labels = answer.labels(case, (cite.report for cite in cited))
    to_read = form in {"table", "md"}
    print_table(list_relation(found, labels, brief=to_read), form)
    if to_read:
        print_out("\n" + "".join(f"- {line}\n" for line in relation_lines(found, labels)), form)


@click.command()
@click.argument("actor", metavar="ACTOR")
@since_option
@until_option
@case_option
@format_option
def relations(actor: str, since: dt.date | None, until: dt.date | None, path: Path, form: str) -> None:
    """Where an actor stands to every other one: those with most deeds first.

    \b
    Examples:
      foreigndesk relations Russia
      foreigndesk relations "North Korea" --since 2024-06 --format csv > relations.csv
    """
    from foreigndesk.desk import answer
    from foreigndesk.desk import relation as desk
    from foreigndesk.showing.listings.relation import list_bonds

    with opened(path) as case:
        found = desk.relations(case, actor, since, until)
        labels = answer.labels(case, (cite.report for bond in found for cite in bond.cites))
    print_table(list_bonds(found, labels), form)
