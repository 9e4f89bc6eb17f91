"""Two reports beside each other, what they share aligned."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import lineage
from foreigndesk.showing.beside import beside as beside_of
from foreigndesk.showing.listings.lineage import OWES
from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.templating import show


def beside(request: Request) -> Response:
    """One report on the left, another on the right: shared passages in one row, their words compared."""
    with opened(request) as case, case.together():
        left, kinships, _ = lineage.kin(case, request.path_params["one"])
        right = lineage.load_one(case, request.path_params["other"])
    tie = next((one for one in kinships if right.id in {one.debtor, one.creditor}), None)
    return show(
        request,
        "beside.html.jinja",
        left=left,
        right=right,
        tie=tie,
        words=OWES[tie.kind][0 if tie.debtor == left.id else 1] if tie else "",
        found=beside_of(left, right, tie),
    )


routes = [Route("/report/{one}/beside/{other}", beside)]
