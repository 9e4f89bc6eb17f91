"""Anything by its id: every finding has an address of its own, which leads to where it is shown."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.desk.answer import cite_of, finding_in
from foreigndesk.desk.claims import claim_of
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.pages.setbacks import SIZE as SETBACKS

ID = re.compile(r"([a-z])-[0-9a-f]{2,12}")


def finding(request: Request) -> Response:
    """Send the browser to what has that id, or its beginning."""
    asked = request.path_params["finding"]
    kind = ID.fullmatch(asked)
    if kind is None:
        raise HTTPException(404)
    if kind[1] == "c":
        claim = bench_of(request).weighed.ask("the claim", claim_of, (asked,)).value
        return RedirectResponse(f"/claim/{claim.id}", 303)
    if kind[1] == "q":
        return RedirectResponse(f"/watch#{asked}", 303)
    with opened(request) as case:
        return RedirectResponse(place_of(case, asked), 303)


def place_of(case: CaseFile, asked: str) -> str:
    """The address of the page that shows it. Raises UnknownId."""
    found = case.find_id(asked)
    match found.kind:
        case "report":
            return f"/report/{found.id}"
        case "setback":
            page = case.leafing.setbacks_before(found.id) // SETBACKS + 1
            return f"/setbacks?page={page}#{found.id}" if page > 1 else f"/setbacks#{found.id}"
        case "kinship":
            kinship = case.load_kinship(found.id)
            return f"/report/{kinship.debtor}/beside/{kinship.creditor}" if kinship else "/reports"
        case _:
            report = found.report or ""
            cite = cite_of(report, finding_in(case.load_reading(report), found.id))
            return f"/report/{report}?at={cite.start}-{cite.end}#{found.id}"


routes = [Route("/{finding}", finding)]
