"""Reports: the text with all that was read in it, its kin, and both beside each other."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from foreigndesk.desk import lineage
from foreigndesk.model import Force, Kinship, Report, Span
from foreigndesk.showing.leaves import KINDS, Note, leaf_of
from foreigndesk.showing.listings.lineage import OWES, title_of
from foreigndesk.showing.report import report_fields
from foreigndesk.workbench.asking import asked_number, asked_span
from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.templating import show

MOST_KIN = 12  # shown in the banner: a wire report that two hundred outlets print has more


def report(request: Request) -> Response:
    """One report: a leaf of its text (?leaf=), or the leaf with a passage (?at=120-180)."""
    asked = request.path_params["report"]
    at = asked_span(request, "at")
    number = asked_number(request, "leaf")
    with opened(request) as case, case.together():
        found, kinships, others = lineage.kin(case, asked)
        if found.id != asked:
            return RedirectResponse(f"/report/{found.id}", 303)
        reading = case.load_reading(found.id)
    cited = Span(min(at[0], len(found.text)), min(at[1], len(found.text))) if at else None
    leaf = leaf_of(found, reading, number, cited if cited and cited.start < cited.end else None)
    return show(
        request,
        "report.html.jinja",
        report=found,
        reading=reading,
        fields=report_fields(found),
        leaf=leaf,
        handles={note.id: handle_of(note) for block in leaf.blocks for note in block.notes},
        layers={kind: KINDS[kind] for kind in leaf.kinds},
        kin=[kin_line(found, tie, others) for tie in kinships[:MOST_KIN]],
        more_kin=max(len(kinships) - MOST_KIN, 0),
        restored=list({name.restored: name for name in reading.names if name.restored}.values()) if reading else [],
        forces=[force.value for force in Force],
        odd=list(reading.spun.oddities[:8]) if reading and reading.spun else [],
    )


def handle_of(note: Note) -> dict[str, str]:
    """What stands before a finding in the text, and what a screen reader says there."""
    return {"handle": note.handle, "label": f"{note.kind} {note.handle}: {note.who}, {note.what}"}


def kin_line(report: Report, tie: Kinship, others: dict[str, Report]) -> dict[str, object]:
    """A kinship as seen from a report."""
    owes = tie.debtor == report.id
    other = tie.creditor if owes else tie.debtor
    return {
        "id": tie.id,
        "kind": tie.kind.value,
        "words": OWES[tie.kind][0 if owes else 1],
        "other": other,
        "title": title_of(others.get(other)),
        "headline": (others[other].headline or "") if other in others else "",
        "share": round(100 * tie.score),
        "doubt": tie.doubt or "",
        "owes": owes,
    }


routes = [Route("/report/{report}", report)]
