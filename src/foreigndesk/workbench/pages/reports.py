"""All reports, a page at a time."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.workbench.asking import asked_text
from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import show

SIZE = 50


def reports(request: Request) -> Response:
    """The reports, the latest first, of one outlet (?outlet=) if asked for."""
    outlet = asked_text(request, "outlet")
    pager = asked_page(request, "Pages of reports", SIZE)
    with opened(request) as case, case.together():
        total, listed = case.leafing.reports(outlet, SIZE, pager.after)
        outlets = case.leafing.outlets()
    return show(
        request,
        "reports.html.jinja",
        outlet=outlet,
        reports=listed,
        outlets=outlets,
        total=total,
        pager=of(pager, total),
    )


routes = [Route("/reports", reports)]
