"""The one way to change the case file from a page: a form is read, one errand is done, the file is let go.

Every route that writes is an `async def` that does three things:

    form = await read_form(request)
    await written(request, lambda case: errand(case, form["words"], bench_of(request).analyst))
    return back_to("/where/it/shows")

That a request comes from a page of this workbench is checked before, for all of them, in `guarding`. Where another desk
is writing, CaseFileBusy becomes a page that holds what was typed and a button to try again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse

from foreigndesk.casefile import CaseFile, open_case

T = TypeVar("T")

MOST_FIELDS = 200  # of a form; a board of 10 hypotheses and 20 items has as many marks


class Writer:
    """Makes the changes of one workbench, one after the other."""

    def __init__(self, path: Path) -> None:
        """Write to this case file."""
        self._path = path
        self._turn = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether this workbench is writing now."""
        return self._turn.locked()

    def change(self, errand: Callable[[CaseFile], T]) -> T:
        """Do one errand with the case file open for writing. Raises CaseFileBusy while another desk writes to it."""
        with self._turn, open_case(self._path, write=True) as case:
            return errand(case)


async def written(request: Request, errand: Callable[[CaseFile], T]) -> T:
    """Do one errand that changes the case file, in a thread of its own, after those asked for before."""
    writer: Writer = request.app.state.bench.writer
    return await run_in_threadpool(writer.change, errand)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form in words, files left out; of a field given several times the last."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        fields = {name: value.strip() for name, value in form.multi_items() if isinstance(value, str)}
    request.state.form = fields
    return fields


def back_to(place: str) -> RedirectResponse:
    """Send the browser to the page that shows the change, by GET, so that loading it again changes nothing."""
    return RedirectResponse(place, status_code=303)
