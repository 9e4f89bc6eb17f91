"""Serve the workbench: a socket, a server, and an orderly end."""

from __future__ import annotations

import errno
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import uvicorn

from foreigndesk.casefile import open_case
from foreigndesk.errors import CaseFileBusy, CaseFileError, DeskError
from foreigndesk.workbench.app import make_app
from foreigndesk.workbench.guarding import Door, is_address, is_loopback

GRACE = 3  # seconds that pages being made have after Ctrl-C
IN_THE_WAY = frozenset({errno.EADDRINUSE, errno.EACCES})


class CannotListen(DeskError):
    """The address is taken, or not this machine's."""


def serve(path: Path, host: str, port: int, token: str, analyst: str, on_ready: Callable[[str], None]) -> None:
    """Serve the case file until the process is told to stop; `on_ready` gets the address to open.

    A case file that is not there yet is begun. On another address than loopback a token is asked for; one is made up
    if none is given. Raises CannotListen, CaseFileError.
    """
    begin(path)
    local = is_loopback(host)
    door = Door(host, token or ("" if local else secrets.token_urlsafe(24)))
    listening = listen(host, port)
    app = make_app(path, door, analyst)
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whoever stands before this desk must not say who is asking
        ws="none",
        lifespan="off",
        http="h11",
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)
    on_ready(address_of(door, listening.getsockname()[1]))
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()
        app.close()


def begin(path: Path) -> None:
    """Make a case file that is not there yet, bring an older one up to date; raises CaseFileError if it is none.

    One that may not be written to, or that somebody is writing to, is shown as it is.
    """
    try:
        open_case(path, write=True).close()
    except CaseFileBusy:
        open_case(path).close()
    except CaseFileError:
        if not path.is_file():
            raise
        open_case(path).close()


def listen(host: str, port: int) -> socket.socket:
    """A socket at that address; port 0 takes a free one. Raises CannotListen."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, proto)
    except OSError as error:
        raise CannotListen(f"no address is known for {host!r}", "give this machine's name or address") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        if error.errno in IN_THE_WAY:
            hint = "another workbench may be running there; --port 0 takes the next free port"
            raise CannotListen(f"port {port} at {host} is taken", hint) from error
        raise CannotListen(f"cannot listen at {host}: {error.strerror}", "give an address of this machine") from error
    return listening


def address_of(door: Door, port: int) -> str:
    """The address to open in a browser, with its token.

    >>> address_of(Door("127.0.0.1"), 8017)
    'http://127.0.0.1:8017/'
    """
    host = socket.gethostname() if door.host in {"0.0.0.0", "::", ""} else door.host  # noqa: S104 (compared, not bound)
    name = f"[{host}]" if is_address(host) and ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={quote(door.token)}" if door.token else "")
