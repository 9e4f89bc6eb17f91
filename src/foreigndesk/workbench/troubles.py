"""What becomes of errors: a page that says what happened and what to do next, with the right status."""

from __future__ import annotations

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from foreigndesk.errors import CaseFileBusy, CaseFileError, DeskError, UnknownActor, UnknownId
from foreigndesk.workbench.asking import WrongAddress
from foreigndesk.workbench.templating import show
from foreigndesk.workbench.weighed import StillWeighing

# The first that an error is tells the title and the status.
TITLES: tuple[tuple[type[DeskError], str, int], ...] = (
    (UnknownId, "Nothing has that id", 404),
    (UnknownActor, "No actor goes by that name", 404),
    (WrongAddress, "That address makes no sense", 400),
    (CaseFileBusy, "Another desk is writing", 503),
    (CaseFileError, "The case file cannot be read", 500),
    (DeskError, "That cannot be done", 400),
)
WAIT = 3  # seconds after which a page that is being weighed asks again


async def on_desk_error(request: Request, error: Exception) -> Response:
    """An error of the desk, with its hint."""
    if not isinstance(error, DeskError):
        raise error
    title, status = next((words, status) for kind, words, status in TITLES if isinstance(error, kind))
    typed = getattr(request.state, "form", None) if isinstance(error, CaseFileBusy) else None
    return await run_in_threadpool(
        show, request, "trouble.html.jinja", status, title=title, message=error.message, hint=error.hint, typed=typed
    )


async def on_http_error(request: Request, error: Exception) -> Response:
    """A page that is not there, or asked for in the wrong way."""
    if not isinstance(error, HTTPException):
        raise error
    title = {404: "There is no such page", 405: "That page takes no such request", 413: "That is too much"}.get(
        error.status_code, "That cannot be done"
    )
    message = error.detail if error.status_code not in {404, 405} else request.url.path
    answer = await run_in_threadpool(
        show, request, "trouble.html.jinja", error.status_code, title=title, message=message,
        hint="the bar above leads to every page", typed=None,
    )  # fmt: skip
    answer.headers.update(error.headers or {})
    return answer


async def on_weighing(request: Request, error: Exception) -> Response:
    """Something takes long: the page says so, and asks again by itself."""
    if not isinstance(error, StillWeighing):
        raise error
    answer = await run_in_threadpool(
        show, request, "weighing.html.jinja", 202, what=error.what, wait=WAIT, refresh=WAIT
    )
    answer.headers["retry-after"] = str(WAIT)
    return answer


async def on_fault(request: Request, error: Exception) -> Response:
    """A fault of the desk: told without the words of the error, which go to the log."""
    await asyncio.sleep(0)
    return await run_in_threadpool(
        show, request, "trouble.html.jinja", 500, title="A fault of the desk", message=type(error).__name__,
        hint="it is told in full where `foreigndesk serve` runs: please report it", typed=None,
    )  # fmt: skip
