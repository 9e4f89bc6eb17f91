"""Review: what to check first, one finding with its fields as a form, and what analysts did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.corrections import extent, is_reviewed
from foreigndesk.desk import carrying, reviewing
from foreigndesk.desk import review as errand
from foreigndesk.desk.answer import labels
from foreigndesk.desk.typed import FIELDS
from foreigndesk.lexicon.codebook import load_types
from foreigndesk.model import (
    Act,
    Cite,
    Event,
    Force,
    Forecast,
    Kinship,
    KinshipKind,
    Mention,
    Name,
    Party,
    Passage,
    Reading,
    Sourcing,
    SourcingKind,
    Statement,
    StatementKind,
    When,
)
from foreigndesk.showing.listings.review import show_correction, show_proposal
from foreigndesk.showing.pages import page_of_event, page_of_forecast, page_of_statement
from foreigndesk.workbench.asking import WrongAddress, asked_first, asked_last
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import cite_address, show
from foreigndesk.workbench.writing import back_to, read_form, written

PER_PAGE = 25  # findings to review on one page: as many as an analyst checks without a break
# Fields that hold one of a few words are chosen, not typed.
CHOICES: dict[str, tuple[str, ...]] = {
    "force": tuple(each.value for each in Force),
    "kind": tuple(each.value for each in StatementKind),
    "sourcing": tuple(each.value for each in SourcingKind),
    "auxiliary_mode": ("", "future", "hypothetical", "negation", "historical"),
}
LONG = frozenset({"content", "outcome", "condition"})
HINTS = {
    "content": "the words as printed, or where they stand: 120-180, 200-220",
    "speaker": "a name; known actors are recognised",
    "cue": "the words that attribute, as printed",
    "addressees": "several between semicolons",
    "via": "several between semicolons",
    "actor": "several between semicolons",
    "recipient": "several between semicolons",
    "when": "2024-10-31, or 2024-10-01/2024-10-31",
    "horizon": "2024-10-31, or 2024-10-01/2024-10-31",
    "mode": "several between commas",
    "context": "several between commas",
    "restored": "what the name was before it was spoilt",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a finding as a form shows it: what stands in it, what it may hold, and what to type."""

    name: str
    value: str
    choices: tuple[str, ...] = ()
    long: bool = False
    hint: str = ""


def queue(request: Request) -> Response:
    """What nobody has reviewed, most doubtful and most consequential first."""
    since, until = asked_first(request, "from"), asked_last(request, "to")
    pages = asked_page(request, "what to review", PER_PAGE)
    items = bench_of(request).weighed.ask("what to review", reviewing.queue, (None, since, until)).value
    part = items[pages.after : pages.after + PER_PAGE]
    with opened(request) as case, case.together():
        # what was decided since this was weighed is no longer to be decided
        decided = {one.finding for one in case.load_corrections()}
        shown = [one for one in part if one.finding not in decided]
        carried = carrying.proposals(case)[:PER_PAGE] if pages.number == 1 else []
        refs = labels(case, [*(one.cite.report for one in shown), *(one.cite.report for one in carried)])
    return show(
        request,
        "review.html.jinja",
        items=[(one, refs.ref(one.cite)) for one in shown],
        carried=[(one, show_proposal(one), refs.ref(one.cite)) for one in carried],
        total=len(items),
        pages=of(pages, len(items)),
        since=since,
        until=until,
        stale=False,
    )


def acts(request: Request) -> Response:
    """What analysts did, and how far all agree."""
    pages = asked_page(request, "acts", PER_PAGE)
    with opened(request) as case, case.together():
        found = case.load_acts()
        agreed = reviewing.agreement(case)
    return show(
        request,
        "acts.html.jinja",
        acts=[act_line(act) for act in found[pages.after : pages.after + PER_PAGE]],
        pages=of(pages, len(found)),
        desk=agreed.desk,
        analysts=agreed.analysts,
    )


def act_line(act: Act) -> dict[str, object]:
    """An act as a page tells it."""
    first = act.corrections[0]
    return {
        "id": act.id,
        "analyst": first.analyst,
        "made": first.made,
        "done": [(show_correction(one), one.finding) for one in act.corrections],
        "note": first.note,
        "undone_by": act.undone_by or "",
        "undone": act.undone,
    }


def finding(request: Request) -> Response:
    """One finding with its words, its fields as a form, and what analysts did to it."""
    asked = request.path_params["finding"]
    with opened(request) as case, case.together():
        reading, found = errand.looked_up(case, asked)
        key = asked if isinstance(found, Name) else found.id
        history = [act_line(act) for act in case.load_acts() if any(one.finding == key for one in act.corrections)]
    others = [
        one
        for one in reading.statements
        if isinstance(found, Statement) and one.id != found.id and one.content and one.kind is StatementKind.STATEMENT
    ]
    return show(
        request,
        "finding.html.jinja",
        report=reading.report,
        finding=key,
        kind=type(found).__name__.lower(),
        before=around(reading, found)[0],
        words=around(reading, found)[1],
        after=around(reading, found)[2],
        place=place_of(reading, found),
        fields=fields_of(found),
        known=known_of(reading, found),
        reasons=found.reasons,
        reviewed=not isinstance(found, Kinship) and is_reviewed(found),
        history=history,
        others=others[:60] if isinstance(found, Statement) else [],
        splits=isinstance(found, Statement),
    )


WINDOW = 400  # characters shown on either side of a finding: the sentences that tell who speaks


def around(reading: Reading, found: Any) -> tuple[str, str, str]:
    """What stands before a finding, its words, and what stands behind."""
    if isinstance(found, Kinship):
        return "", "", ""
    span, text = extent(found), reading.report.text
    return text[max(0, span.start - WINDOW) : span.start], text[span.start : span.end], text[span.end :][:WINDOW]


def place_of(reading: Reading, found: Any) -> str:
    """Where a finding is shown in its report."""
    if isinstance(found, Kinship):
        return f"/report/{found.debtor}/beside/{found.creditor}"
    span = extent(found)
    return cite_address(Cite(reading.report.id, span.start, span.end))


def known_of(reading: Reading, found: Any) -> list[tuple[str, str]]:
    """The fields of a finding as every page shows them."""
    pages: dict[type[Any], Callable[..., Any]] = {
        Statement: page_of_statement,
        Event: page_of_event,
        Forecast: page_of_forecast,
    }
    make = pages.get(type(found))
    return list(make(reading.report, found).fields) if make else []


def fields_of(found: Any) -> list[Field]:
    """The fields of a finding that can be changed, with what stands in them."""
    return [
        Field(name, typed_value(getattr(found, name)), choices_of(found, name), name in LONG, HINTS.get(name, ""))
        for name in FIELDS[type(found)]
    ]


def choices_of(found: Any, name: str) -> tuple[str, ...]:
    """The words that a field may hold; none where it holds any."""
    if isinstance(found, Event) and name == "type":
        return tuple(load_types())
    if isinstance(found, Kinship) and name == "kind":
        return tuple(each.value for each in KinshipKind)
    return CHOICES.get(name, ())


def typed_value(value: Any) -> str:
    """A field's value as it would be typed."""
    match value:
        case None:
            return ""
        case Passage():
            return f"{value.start}-{value.end}"
        case Mention() | Party():
            return value.name or (value.printed if isinstance(value, Mention) else "") or ""
        case Sourcing():
            return value.kind.value
        case When():
            if value.earliest is None or value.latest is None:
                return value.earliest or value.latest or ""
            return value.earliest if value.earliest == value.latest else f"{value.earliest}/{value.latest}"
        case tuple():
            sign = ", " if all(isinstance(one, Passage | str) for one in value) else "; "
            return sign.join(typed_value(one) for one in value)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


# -- what is done ------------------------------------------------------------------------------------------------------


async def accept(request: Request) -> Response:
    """Say that a finding is right."""
    return await done(request, lambda case, key, _, by, note: errand.accept(case, key, by, note))


async def reject(request: Request) -> Response:
    """Say that a finding is wrong."""
    return await done(request, lambda case, key, _, by, note: errand.reject(case, key, by, note))


async def carry(request: Request) -> Response:
    """Say of a finding in an update what was said of it in the former version."""
    return await done(request, lambda case, key, _, by, __: carrying.carry(case, key, by))


async def edit(request: Request) -> Response:
    """Put what was typed into the fields that it differs from."""

    def changing(case: CaseFile, key: str, form: dict[str, str], by: errand.Analyst, note: str) -> Act:
        _, found = errand.looked_up(case, key)
        now = {one.name: one.value for one in fields_of(found)}
        changed = {name: form[name] for name, value in now.items() if name in form and same(form[name]) != same(value)}
        return errand.edit(case, key, changed, by, note)

    return await done(request, changing)


async def split(request: Request) -> Response:
    """Make a statement of each line."""

    def splitting(case: CaseFile, key: str, form: dict[str, str], by: errand.Analyst, note: str) -> Act:
        parts = [line.strip() for line in form.get("parts", "").splitlines() if line.strip()]
        return errand.split(case, key, parts, by, note)

    return await done(request, splitting)


async def merge(request: Request) -> Response:
    """Make one statement of this and another."""
    return await done(
        request, lambda case, key, form, by, note: errand.merge(case, [key, form.get("other", "")], by, note)
    )


async def take_out(request: Request) -> Response:
    """Take a statement out of a claim."""
    return await done(
        request, lambda case, key, form, by, note: errand.take_out(case, key, [form.get("statement", "")], by, note)
    )


async def put_together(request: Request) -> Response:
    """Make one claim of this and another."""
    return await done(
        request, lambda case, key, form, by, note: errand.put_together(case, key, form.get("other", ""), by, note)
    )


async def undo(request: Request) -> Response:
    """Take an act back."""
    return await done(request, lambda case, key, _, by, __: errand.undo(case, key, by))


async def add(request: Request) -> Response:
    """Add a statement to a report, or a name if only its words are given."""
    names = ("content", "speaker", "cue", "force", "sourcing")

    def adding(case: CaseFile, key: str, form: dict[str, str], by: errand.Analyst, note: str) -> Act:
        if form.get("words"):
            return errand.add_name(case, key, {name: form.get(name, "") for name in ("words", "actor")}, by, note)
        return errand.add_statement(case, key, {name: form[name] for name in names if form.get(name)}, by, note)

    return await done(request, adding)


def same(value: str) -> str:
    """A value without the line ends that browsers write their own way."""
    return " ".join(value.split())


Doing = Callable[[CaseFile, str, dict[str, str], errand.Analyst, str], Act]


async def done(request: Request, doing: Doing) -> Response:
    """Do something in the analyst's name and go back to where it was asked for."""
    form = await read_form(request)
    key = request.path_params["finding"]
    by = errand.analyst(bench_of(request).analyst)
    await written(request, lambda case: doing(case, key, form, by, form.get("note", "")[: 10 * WINDOW]))
    return back_to(local(form.get("back", "")) or "/review")


def local(place: str) -> str:
    """An address of this workbench; "" for any other. Raises WrongAddress for one that tries to lead away.

    >>> local("/report/r-1?at=3-9#at"), local("")
    ('/report/r-1?at=3-9#at', '')
    """
    if place and (not place.startswith("/") or place.startswith("//") or "\\" in place or "\n" in place):
        raise WrongAddress("that address leads elsewhere", "go back by the browser's own button")
    return place


routes = [
    Route("/review", queue),
    Route("/review/acts", acts),
    Route("/review/{finding}", finding),
    Route("/review/{finding}/accept", accept, methods=["POST"]),
    Route("/review/{finding}/reject", reject, methods=["POST"]),
    Route("/review/{finding}/carry", carry, methods=["POST"]),
    Route("/review/{finding}/edit", edit, methods=["POST"]),
    Route("/review/{finding}/split", split, methods=["POST"]),
    Route("/review/{finding}/merge", merge, methods=["POST"]),
    Route("/review/{finding}/take-out", take_out, methods=["POST"]),
    Route("/review/{finding}/one-claim", put_together, methods=["POST"]),
    Route("/review/{finding}/undo", undo, methods=["POST"]),
    Route("/review/{finding}/add", add, methods=["POST"]),
]
