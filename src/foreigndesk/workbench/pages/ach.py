"""Boards of competing hypotheses: what analysts type and mark, and what the desk suggests."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import ach as errand
from foreigndesk.model import Fit
from foreigndesk.showing.listings.ach import SIGNS, notes
from foreigndesk.workbench.asking import LONGEST, WrongAddress
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.templating import actor_address, show
from foreigndesk.workbench.writing import back_to, read_form, written

FITS = tuple(fit.value for fit in Fit)


def boards(request: Request) -> Response:
    """The boards, each in a line."""
    with opened(request) as case, case.together():
        found = [(name, case.load_board(name), address_of(name)) for name in errand.boards(case)]
    return show(request, "boards.html.jinja", boards=found)


async def begin(request: Request) -> Response:
    """Begin a board with its first hypothesis."""
    form = await read_form(request)
    name, words, analyst = needed(form, "board"), needed(form, "words"), bench_of(request).analyst
    await written(request, lambda case: errand.suppose(case, name, words, analyst))
    return back_to(address_of(name))


def board(request: Request) -> Response:
    """One board: its matrix, with a form in each place that an analyst fills."""
    name = request.path_params["board"]
    with opened(request) as case:
        matrix = errand.matrix(case, name)
    return show(
        request,
        "board.html.jinja",
        matrix=matrix,
        place=address_of(name),
        rows=[
            (row, list(zip(matrix.board.hypotheses, row.marked, row.suggested, strict=True)), notes(row))
            for row in matrix.rows
        ],
        against=dict(zip((one.rank for one in matrix.board.hypotheses), matrix.against, strict=True)),
        signs={fit.value: sign for fit, sign in SIGNS.items()},
        fits=FITS,
    )


async def suppose(request: Request) -> Response:
    """Add a hypothesis."""
    form = await read_form(request)
    name, words, analyst = request.path_params["board"], needed(form, "words"), bench_of(request).analyst
    await written(request, lambda case: errand.suppose(case, name, words, analyst))
    return back_to(address_of(name))


async def adduce(request: Request) -> Response:
    """Add an item of evidence: a statement or event by its id, or words."""
    form = await read_form(request)
    name, words, analyst = request.path_params["board"], needed(form, "words"), bench_of(request).analyst
    await written(request, lambda case: errand.adduce(case, name, words, analyst))
    return back_to(address_of(name))


async def mark(request: Request) -> Response:
    """Mark one item for one hypothesis; "item-hypothesis" says which."""
    form = await read_form(request)
    name, analyst = request.path_params["board"], bench_of(request).analyst
    item, _, hypothesis = form.get("cell", "").partition("-")
    fit = form.get("fit", "")
    if not (item.isdigit() and hypothesis.isdigit() and len(item + hypothesis) < 9 and fit in FITS):
        raise WrongAddress("no mark was chosen", f"choose one of: {', '.join(FITS)}")
    await written(request, lambda case: errand.mark(case, name, int(item), int(hypothesis), Fit(fit), analyst))
    return back_to(f"{address_of(name)}#e{item}")


def needed(form: dict[str, str], field: str) -> str:
    """What was typed in a field. Raises WrongAddress if nothing was, or too much."""
    words = form.get(field, "")
    if not words or len(words) > LONGEST * 5:
        raise WrongAddress(f"nothing to add: {field} is empty or too long", f"type up to {LONGEST * 5:,} characters")
    return words


def address_of(name: str) -> str:
    """Where a board is shown."""
    return f"/ach/{actor_address(name).removeprefix('/actor/')}"


routes = [
    Route("/ach", boards),
    Route("/ach", begin, methods=["POST"]),
    Route("/ach/{board:path}/hypotheses", suppose, methods=["POST"]),
    Route("/ach/{board:path}/evidence", adduce, methods=["POST"]),
    Route("/ach/{board:path}/marks", mark, methods=["POST"]),
    Route("/ach/{board:path}", board),
]
