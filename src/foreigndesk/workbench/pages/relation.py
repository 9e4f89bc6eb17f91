"""Relations: two actors over time, with the reports behind each point."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from foreigndesk.desk import answer
from foreigndesk.desk.relation import relation as relation_of
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import RelationPoint
from foreigndesk.showing.pictures import relation_chart
from foreigndesk.weighing.relations import Step
from foreigndesk.workbench.asking import asked_choice, asked_text
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.templating import actor_address, show

MOST_CITES = 12  # shown of one point


def choose(request: Request) -> Response:
    """Two names typed (?one=&other=) lead to their relation; without names, the form to type them in."""
    one, other = asked_text(request, "one"), asked_text(request, "other")
    if one and other:
        known = load_actors()
        return RedirectResponse(address_of(known.find(one).id, known.find(other).id), 303)
    return show(request, "relation.html.jinja", relation=None, one=one, other=other, step="month")


def address_of(one: str, other: str) -> str:
    """Where a relation is shown."""
    return f"/relation/{actor_address(one).removeprefix('/actor/')}/{actor_address(other).removeprefix('/actor/')}"


def relation(request: Request) -> Response:
    """The chart of two actors, by month or week (?by=)."""
    known = load_actors()
    one, other = known.find(request.path_params["one"]), known.find(request.path_params["other"])
    step = Step(asked_choice(request, "by", ("month", "week")))
    answered = bench_of(request).weighed.ask(f"{one.name} and {other.name}", relation_of, (one.id, other.id, step))
    found = answered.value
    shown = [point for point in found.points if point.cites]
    with opened(request) as case:
        labels = answer.labels(case, sorted({cite.report for point in shown for cite in point.cites[:MOST_CITES]}))
    return show(
        request,
        "relation.html.jinja",
        relation=found,
        one=one.name,
        other=other.name,
        ids=(one.id, other.id),
        step=step.value,
        picture=relation_chart(found, anchor) if found.points else None,
        points=[(point, [labels.ref(cite) for cite in point.cites[:MOST_CITES]]) for point in shown],
        most=MOST_CITES,
        stale=answered.stale,
    )


def anchor(point: RelationPoint) -> str:
    """Where the reports behind a point stand on the page."""
    return f"#d{point.start}" if point.cites else ""


routes = [Route("/relation", choose), Route("/relation/{one}/{other}", relation)]
