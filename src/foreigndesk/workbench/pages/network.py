"""The network of actors in a period."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk.network import network as network_of
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.showing.pictures import network as picture_of
from foreigndesk.workbench.asking import asked_choice, asked_first, asked_last
from foreigndesk.workbench.bench import bench_of
from foreigndesk.workbench.pages.relation import address_of
from foreigndesk.workbench.templating import actor_address, query_of, show


def network(request: Request) -> Response:
    """Actors and ties from a day (?from=) to a day (?to=); bodies and officials with their state, or each (?each=1)."""
    since, until = asked_first(request, "from"), asked_last(request, "to")
    each = asked_choice(request, "each", ("0", "1")) == "1"
    answered = bench_of(request).weighed.ask("the network", network_of, (since, until, not each), bounded=True)
    found = answered.value
    if found is None or not found.nodes:
        return show(request, "network.html.jinja", network=None)
    names = {node.id: node.name for node in found.nodes}
    nodes = [replace(node, address=actor_address(node.id)) for node in found.nodes]
    ties = [replace(tie, address=address_of(tie.one, tie.other)) for tie in found.ties]
    title = f"Who is tied to whom, {found.since} to {found.until}"
    known = load_actors()
    return show(
        request,
        "network.html.jinja",
        network=found,
        picture=picture_of(nodes, ties, found.carried, title),
        carried=[
            (names[one.carrier], one.carrier, names[one.one], names[one.other], one.times) for one in found.carried
        ],
        each=each,
        months=months(found.days[0].isoformat()[:7], found.days[1].isoformat()[:7]),
        chosen=(since, until),
        kinds={node.id: kind.kind.value for node in nodes if (kind := known.get(node.id))},
        stale=answered.stale,
    )


MOST_MONTHS = 18


def months(first: str, last: str) -> list[tuple[str, str]]:
    """The last months of a case file, each with its address."""
    year, month = int(last[:4]), int(last[5:7])
    found: list[tuple[str, str]] = []
    while len(found) < MOST_MONTHS and f"{year:04d}-{month:02d}" >= first:
        name = f"{year:04d}-{month:02d}"
        found.append((name, "/network" + query_of({"from": name, "to": name})))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return list(reversed(found))


routes = [Route("/network", network)]
