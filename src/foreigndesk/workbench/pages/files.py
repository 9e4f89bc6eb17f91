"""The stylesheet, the script and the mark: the only files that a page loads."""

from __future__ import annotations

import functools
import hashlib
import importlib.resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.showing.pictures import style_of_pictures

KINDS = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}


@functools.cache
def content_of(name: str) -> bytes:
    """A file as it is sent; the stylesheet together with that of the pictures."""
    folder = importlib.resources.files("foreigndesk.workbench") / "static"
    content = (folder / name).read_bytes()
    return content + style_of_pictures().encode() if name == "desk.css" else content


def file(request: Request) -> Response:
    """One of the files, by name; kept by the browser until it changes."""
    name = request.path_params["name"]
    if name not in KINDS:
        raise HTTPException(404)
    content = content_of(name)
    mark = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"etag": mark, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=KINDS[name], headers=headers)


def icon(_: Request) -> Response:
    """What browsers ask for on their own: the same mark."""
    return Response(content_of("desk.svg"), media_type=KINDS["desk.svg"])


routes = [Route("/static/{name}", file), Route("/favicon.ico", icon)]
