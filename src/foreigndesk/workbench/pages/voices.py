"""Who actually says this: from every echo back to its origin."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk.echoes import echoes
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.pictures import voices_tree
from foreigndesk.workbench.bench import bench_of
from foreigndesk.workbench.templating import show

MOST_CITES = 8


def voices(request: Request) -> Response:
    """The voices behind a statement's content or an event, by its id or the beginning of it."""
    asked = request.path_params["finding"]
    answered = bench_of(request).weighed.ask("the voices", echoes, (asked,))
    found = answered.value
    labels = Labels(found.reports.values())
    return show(
        request,
        "voices.html.jinja",
        found=found,
        picture=voices_tree(found.tree),
        rows=[
            (one, [labels.ref(cite) for cite in one.cites[:MOST_CITES] if cite.report in found.reports], len(one.cites))
            for one in found.count.voices
        ],
        stale=answered.stale,
    )


routes = [Route("/voices/{finding}", voices)]
