"""The pages put together as one application."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException

from foreigndesk.errors import DeskError
from foreigndesk.workbench import troubles
from foreigndesk.workbench.bench import make_bench
from foreigndesk.workbench.guarding import Door, Guard
from foreigndesk.workbench.pages import LIMITS, ROUTES
from foreigndesk.workbench.weighed import StillWeighing


def make_app(path: Path, door: Door | None = None, analyst: str = "analyst") -> Guard:
    """The workbench on a case file, as an ASGI application. The file is opened for each request anew.

    The guard stands outside of everything, so that no answer leaves without its headers, not even that to a fault.
    """
    door = door or Door()
    app = Starlette(
        routes=list(ROUTES),
        exception_handlers={
            DeskError: troubles.on_desk_error,
            HTTPException: troubles.on_http_error,
            StillWeighing: troubles.on_weighing,
            Exception: troubles.on_fault,
        },
    )
    app.state.bench = make_bench(path, door, analyst)
    return Guard(app, door, LIMITS)
