"""Boards of competing hypotheses: what analysts type, mark and weigh, and what the order hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.desk import ach as errand
from foreigndesk.desk.sensitivity import hinges
from foreigndesk.model import BoardStep, EvidenceRow, Fit, Hypothesis, Level, Marked, Matrix, Reason, Report
from foreigndesk.showing.cites import Labels, Ref
from foreigndesk.showing.listings.ach import SIGNS, list_history, list_matrix, notes
from foreigndesk.showing.matrix import show_matrix_page
from foreigndesk.showing.tables import show_csv
from foreigndesk.workbench.asking import LONGEST, WrongAddress, asked_choice
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.sending import sent
from foreigndesk.workbench.templating import actor_address, show
from foreigndesk.workbench.writing import back_to, read_form, written

SIZE = 40  # steps of a history on one page: some screens
KEYS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "-", Fit.NEUTRAL: "0"}  # as the signs, on any keyboard
LEVELS = tuple(level.value for level in Level)

Making = Callable[[Matrix, Sequence[Report], Labels, Sequence[BoardStep]], str]
# What can be taken away of a board, by the end of its file's name: its media type, and how it is made.
FILES: Mapping[str, tuple[str, Making]] = {
    "matrix.csv": ("text/csv", lambda matrix, _, labels, __: show_csv(list_matrix(matrix, labels))),
    "matrix.html": ("text/html", lambda matrix, reports, labels, _: show_matrix_page(matrix, reports, labels)),
    "history.csv": ("text/csv", lambda _, __, ___, steps: show_csv(list_history(steps))),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One item tried on one hypothesis: the analyst's mark, what the desk would mark, and why."""

    hypothesis: int
    marked: Marked | None
    suggested: Fit | None
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Row:
    """One item as the page shows it: its cells, what to know of it, and where the passages stand that it rests on."""

    row: EvidenceRow
    cells: tuple[Cell, ...]
    note: str
    refs: tuple[Ref, ...]


def boards(request: Request) -> Response:
    """The boards, each in a line."""
    with opened(request) as case, case.together():
        found = [(name, case.load_board(name), address_of(name)) for name in errand.boards(case)]
    return show(request, "boards.html.jinja", boards=found)


def board(request: Request) -> Response:
    """One board: its matrix, with a form in each place that an analyst fills; or one of its files (?file=)."""
    name = request.path_params["board"]
    file = asked_choice(request, "file", ("", *FILES))
    pager = asked_page(request, "Pages of the history", SIZE, name="step")
    with opened(request) as case, case.together():
        matrix = errand.matrix(case, name)
        reports, labels = errand.reports_of(case, matrix)
        steps = errand.history(case, name)
        removed = errand.removed(case, name)
    if file:
        kind, make = FILES[file]
        return sent(make(matrix, reports, labels, steps).encode(), f"{name} {file}", kind)
    return show(
        request,
        "board.html.jinja",
        matrix=matrix,
        place=address_of(name),
        standing=standing(matrix),
        rows=rows_of(matrix, labels),
        hinges=list(hinges(matrix.board)),
        removed=removed,
        steps=list(reversed(steps))[pager.after : pager.after + SIZE],
        pager=of(pager, len(steps)),
        signs=SIGNS,
        keys=KEYS,
        levels=LEVELS,
        files=tuple(FILES),
    )


def standing(matrix: Matrix) -> list[tuple[Hypothesis, int, float]]:
    """The hypotheses, the least spoken against first: how many items are against each, and how much these weigh."""
    each = zip(matrix.board.hypotheses, matrix.against, matrix.scores, strict=True)
    return sorted(each, key=lambda one: matrix.order.index(one[0].rank))


def rows_of(matrix: Matrix, labels: Labels) -> list[Row]:
    """The items with their cells; passages of reports that are gone are left out."""
    marks = {(one.evidence, one.hypothesis): one for one in matrix.board.marks}
    ranks = [one.rank for one in matrix.board.hypotheses]
    return [
        Row(
            row,
            tuple(
                Cell(rank, marks.get((row.evidence.rank, rank)), desk, why)
                for rank, desk, why in zip(ranks, row.suggested, row.why, strict=True)
            ),
            notes(row),
            tuple(labels.ref(cite) for cite in row.evidence.cites if cite.report in labels.paragraphs),
        )
        for row in matrix.rows
    ]


# -- what analysts change: each does one errand with what was typed, and says where on the page it shows ---------------


def suppose(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Add a hypothesis; the first begins the board."""
    return f"h{errand.suppose(case, name, needed(form, 'words'), analyst).rank}"


def adduce(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Add an item of evidence: a finding by its id, an assumption, or what should be there and is not."""
    absent = form.get("absent") == "yes"
    return f"e{errand.adduce(case, name, needed(form, 'words'), analyst, absent=absent).rank}"


def mark(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Mark one item for one hypothesis; "item-hypothesis" says which."""
    item, _, hypothesis = form.get("cell", "").partition("-")
    fit = Fit(chosen(form, "fit", tuple(fit.value for fit in Fit)))
    made = errand.mark(case, name, numbered(item), numbered(hypothesis), fit, analyst)
    return f"e{made.evidence}-h{made.hypothesis}"


def weigh(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Say how credible and how relevant an item is."""
    item = numbered(form.get("item", ""))
    credibility, relevance = (Level(chosen(form, field, LEVELS)) for field in ("credibility", "relevance"))
    errand.weigh(case, name, item, credibility, relevance, analyst)
    return f"e{item}"


def reword(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Put a hypothesis or an item in other words."""
    part = needed(form, "part")
    errand.reword(case, name, part, needed(form, "words"), analyst)
    return part.lower()


def remove(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Take a hypothesis or an item from the board."""
    errand.remove(case, name, needed(form, "part"), analyst)
    return "removed"


def restore(case: CaseFile, name: str, form: dict[str, str], analyst: str) -> str:
    """Put back what was taken from the board."""
    part = needed(form, "part")
    errand.restore(case, name, part, analyst)
    return part.lower()


Change = Callable[[CaseFile, str, dict[str, str], str], str]
CHANGES: Mapping[str, Change] = {
    "hypotheses": suppose,
    "evidence": adduce,
    "marks": mark,
    "weights": weigh,
    "words": reword,
    "out": remove,
    "back": restore,
}


async def begin(request: Request) -> Response:
    """Begin a board with its first hypothesis."""
    form = await read_form(request)
    name, analyst = needed(form, "board"), bench_of(request).analyst
    await written(request, lambda case: suppose(case, name, form, analyst))
    return back_to(address_of(name))


async def change(request: Request) -> Response:
    """Change one thing on a board."""
    doing = CHANGES.get(request.path_params["change"])
    if doing is None:
        raise HTTPException(404)
    form = await read_form(request)
    name, analyst = request.path_params["board"], bench_of(request).analyst
    place = await written(request, lambda case: doing(case, name, form, analyst))
    return back_to(f"{address_of(name)}#{place}")


def needed(form: dict[str, str], field: str) -> str:
    """What was typed in a field. Raises WrongAddress if nothing was, or too much."""
    words = form.get(field, "")
    if not words or len(words) > LONGEST * 5:
        raise WrongAddress(f"nothing to add: {field} is empty or too long", f"type up to {LONGEST * 5:,} characters")
    return words


def chosen(form: dict[str, str], field: str, choices: tuple[str, ...]) -> str:
    """The word chosen in a field. Raises WrongAddress for any other."""
    if form.get(field) not in choices:
        raise WrongAddress(f"no {field} was chosen", f"choose one of: {', '.join(choices)}")
    return form[field]


def numbered(words: str) -> int:
    """The number of a part of a board. Raises WrongAddress for what is none.

    >>> numbered("12")
    12
    """
    if not (words.isascii() and words.isdigit() and len(words) < 9):
        raise WrongAddress(f"{words!r} is no number of a board", "use the forms of its page")
    return int(words)


def address_of(name: str) -> str:
    """Where a board is shown."""
    return f"/ach/{actor_address(name).removeprefix('/actor/')}"


routes = [
    Route("/ach", boards),
    Route("/ach", begin, methods=["POST"]),
    Route("/ach/{board:path}/{change}", change, methods=["POST"]),
    Route("/ach/{board:path}", board),
]
