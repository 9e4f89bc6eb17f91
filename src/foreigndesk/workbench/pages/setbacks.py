"""What could not be taken in or read."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import show

SIZE = 50


def setbacks(request: Request) -> Response:
    """The setbacks, a page at a time."""
    pager = asked_page(request, "Pages of setbacks", SIZE)
    with opened(request) as case:
        total, found = case.leafing.setbacks(SIZE, pager.after)
        reports = {one.report for one in found if one.report and case.load_report(one.report) is not None}
    return show(request, "setbacks.html.jinja", setbacks=found, kept=reports, total=total, pager=of(pager, total))


routes = [Route("/setbacks", setbacks)]
