"""Take it away: the tables, the network, the citations, the entities and the whole case, as files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.desk import taking_away
from foreigndesk.showing.exports import show_bibtex, show_csl, show_gexf, show_graphml
from foreigndesk.showing.exports.frames import TABLES, show_table_as
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.sending import sent
from foreigndesk.workbench.templating import show

TYPES = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}

Making = Callable[[CaseFile], str]
# What else can be taken, by the name of its file: what it is, its media type, how it is made.
FILES: Mapping[str, tuple[str, str, Making]] = {
    "network.graphml": (
        "The network of actors as GraphML",
        "application/graphml+xml",
        lambda case: show_graphml(*taking_away.network(case)),
    ),
    "network.gexf": (
        "The same as GEXF, each tie with its days",
        "application/gexf+xml",
        lambda case: show_gexf(*taking_away.network(case)),
    ),
    "reports.csl.json": (
        "The reports as citations, CSL-JSON",
        "application/vnd.citationstyles.csl+json",
        lambda case: show_csl(case.load_reports()),
    ),
    "reports.bib": ("The same as BibTeX", "application/x-bibtex", lambda case: show_bibtex(case.load_reports())),
    "entities.ftm.jsonl": ("FollowTheMoney entities, JSON lines", "application/x-ndjson", taking_away.entities),
}
WHOLE = "case.zip"


def take(request: Request) -> Response:
    """What can be taken away."""
    return show(request, "take.html.jinja", tables=TABLES, kinds=tuple(TYPES), files=FILES, whole=WHOLE)


def table(request: Request) -> Response:
    """One table in one form."""
    name, kind = request.path_params["table"], request.path_params["kind"]
    if name not in TABLES or kind not in TYPES:
        raise HTTPException(404)
    with opened(request) as case:
        made = taking_away.tables_of(case)[name]
    return sent(show_table_as(made, kind), f"{name}.{kind}", TYPES[kind])


def file(request: Request) -> Response:
    """Something else by the name of its file, or the whole case."""
    name = request.path_params["file"]
    if name == WHOLE:
        return whole(request)
    if name not in FILES:
        raise HTTPException(404)
    _, kind, make = FILES[name]
    with opened(request) as case:
        text = make(case)
    return sent(text.encode(), name, kind)


def whole(request: Request) -> Response:
    """The whole case, for another desk to merge."""
    with tempfile.TemporaryDirectory(prefix="foreigndesk-") as folder, opened(request) as case:
        path = Path(folder) / WHOLE
        case.pack(path)
        return sent(path.read_bytes(), f"{bench_of(request).path.stem}.zip", "application/zip")


routes = [
    Route("/take", take),
    Route("/take/tables/{table}.{kind}", table),
    Route("/take/{file}", file),
]
