"""The drop zone: files or a pasted text are taken in, and each step is shown."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.workbench.asking import LONGEST, days_of
from foreigndesk.workbench.bench import bench_of
from foreigndesk.workbench.dropping import Dropped
from foreigndesk.workbench.templating import show
from foreigndesk.workbench.writing import back_to

MOST_FILES = 500
MOST_BYTES = 64 << 20  # of one drop; an archive goes through `foreigndesk collect`
AGAIN = 2  # seconds after which the page of a drop asks how far it is


def zone(request: Request) -> Response:
    """Where files are dropped, and what was dropped in this sitting."""
    return show(request, "drop.html.jinja", drops=bench_of(request).drops.latest())


async def take(request: Request) -> Response:
    """Take files and a pasted text in."""
    async with request.form(max_files=MOST_FILES, max_part_size=MOST_BYTES) as form:
        files = [
            Dropped(each.filename or "file", await each.read())
            for each in form.getlist("files")
            if isinstance(each, UploadFile)
        ]
        given = {name: str(form.get(name) or "").strip() for name in ("text", "outlet", "published")}
    if given["text"]:
        files.append(Dropped("pasted.txt", given["text"].encode("utf-8", "replace")))
    if given["published"]:
        days_of(given["published"][: len("2024-10-31")], "published")
    drop = bench_of(request).drops.begin(files, given["outlet"][:LONGEST], given["published"])
    return back_to(f"/drop/{drop.id}")


def progress(request: Request) -> Response:
    """How far a drop is, and what became of each file."""
    drop = bench_of(request).drops.of(request.path_params["drop"])
    if drop is None:
        raise HTTPException(404)
    return show(request, "dropped.html.jinja", drop=drop, refresh=None if drop.done else AGAIN)


routes = [
    Route("/drop", zone),
    Route("/drop", take, methods=["POST"]),
    Route("/drop/{drop}", progress),
]
