"""What rests on a report: how all would stand if it were withdrawn."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import answer
from foreigndesk.desk.withdraw import withdrawn
from foreigndesk.model import Resting
from foreigndesk.showing.listings.lineage import title_of
from foreigndesk.showing.listings.withdrawal import show_direct
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.templating import show

MOST = 60  # of a kind that are listed; a report that a whole case file rests on has more than anybody reads

TITLES = {
    Resting.CLAIM: "Claims",
    Resting.CONTEST: "Contests",
    Resting.GRADE: "Suggested grades",
    Resting.LINEAGE: "Its family",
    Resting.KINSHIP: "Kinships",
    Resting.SILENCE: "Silences",
    Resting.WATCH: "Forecasts",
    Resting.EVIDENCE: "Evidence on boards",
}


def without(request: Request) -> Response:
    """What rests on a report, by kind: what would be gone, and what would stand otherwise."""
    asked = request.path_params["report"]
    answered = bench_of(request).weighed.ask("what rests on the report", withdrawn, (asked,))
    found = answered.value
    kinds = {title: [one for one in found.effects if one.kind is kind] for kind, title in TITLES.items()}
    with opened(request) as case:
        report = case.load_report(found.report)
        cited = {cite.report for several in kinds.values() for one in several[:MOST] for cite in one.cites[:2]}
        labels = answer.labels(case, sorted(cited))
    return show(
        request,
        "without.html.jinja",
        report=found.report,
        title=title_of(report),
        direct=show_direct(found),
        kinds=[
            (title, [(one, [labels.ref(cite) for cite in one.cites[:2]]) for one in several[:MOST]], len(several))
            for title, several in kinds.items()
            if several
        ],
        stale=answered.stale,
    )


routes = [Route("/report/{report}/without", without)]
