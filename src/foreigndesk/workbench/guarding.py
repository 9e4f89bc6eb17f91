"""Who may come in, and what a browser may do with a page.

The workbench has no accounts. What keeps others out is that it listens on loopback only, or asks for a token; what
keeps other sites out of an analyst's browser is checked here for every request, before any page is made:

* the Host header must name this machine: a name that a stranger has pointed at it gets nothing (DNS rebinding);
* whatever changes something must come from a page of the workbench itself (cross-site request forgery);
* a page runs no script and loads nothing but the workbench's own files (Content-Security-Policy).
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "foreigndesk-token"
SAFE = frozenset({"GET", "HEAD"})
MOST_BYTES = 1_000_000  # of a request's body: a form with a long note; places that take files say their own


@dataclass(frozen=True, slots=True)
class Door:
    """Where the workbench is reached: the address it listens on, and the token asked for ("" for none)."""

    host: str = "127.0.0.1"
    token: str = ""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)

    def lets_in(self, host: str) -> bool:
        """Whether a Host header names this machine.

        >>> Door().lets_in("localhost:8017"), Door().lets_in("desk.example:8017")
        (True, False)
        """
        name = name_of(host)
        if self.is_local:
            return is_loopback(name)
        # An address in figures cannot be pointed elsewhere; of names only this machine's own count.
        return is_address(name) or name in {self.host.lower(), "localhost", *own_names()}


def name_of(host: str) -> str:
    """The name or address in a Host header, without its port; "" for none.

    >>> name_of("[::1]:8017"), name_of("Localhost:8017")
    ('::1', 'localhost')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    """Whether it is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether it is an address of this machine that no other can reach.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    return name == "localhost" or (is_address(name) and ipaddress.ip_address(name).is_loopback)


def own_names() -> frozenset[str]:
    """The names of this machine."""
    name = socket.gethostname().lower()
    return frozenset({name, f"{name}.local"})


class Guard:
    """Checks every request and adds to every answer what a browser must know."""

    def __init__(self, app: Starlette, door: Door, limits: Mapping[str, int] | None = None) -> None:
        """Guard an app. `limits` are places (beginnings of paths) that take more bytes than a form has."""
        self.app = app
        self.door = door
        self.limits = dict(limits or {})

    def close(self) -> None:
        """Weigh and read nothing more."""
        self.app.state.bench.weighed.close()
        self.app.state.bench.drops.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, limited(receive, self._most(scope)), guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | RedirectResponse | None:
        headers = Headers(scope=scope)
        if not self.door.lets_in(headers.get("host", "")):
            return PlainTextResponse(
                "This workbench answers to the address it was started with, and no other name.\n", 421
            )
        if self.door.token:
            given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("token", "")
            if scope["method"] in SAFE and given and is_same(given, self.door.token):
                return self._with_cookie(scope)
            if not is_same(cookie_of(headers), self.door.token):
                return PlainTextResponse(
                    "This workbench asks for its token: open the address that `foreigndesk serve` printed.\n", 401
                )
        if scope["method"] not in SAFE and not self._is_own(headers):
            return PlainTextResponse("Changes are taken from the pages of this workbench alone.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most(scope):
            return PlainTextResponse("That is more than can be taken in at once.\n", 413)
        return None

    def _with_cookie(self, scope: Scope) -> RedirectResponse:
        """The same page without the token in its address, which would stand in the browser's history."""
        query = [(name, value) for name, value in parse_qsl(scope["query_string"].decode("latin-1")) if name != "token"]
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + (f"?{urlencode(query)}" if query else ""), 303)
        answer.set_cookie(COOKIE, self.door.token, httponly=True, samesite="strict", path="/")
        return answer

    def _is_own(self, headers: Headers) -> bool:
        """Whether a request that changes something comes from a page of the workbench.

        Browsers say so in Sec-Fetch-Site, on loopback and under https, and in Origin. Under `no-referrer` Origin is
        "null" (Fetch standard, "append a request Origin header"), so that on another address in plain http nothing
        tells; there the cookie does, which is sent from pages of the same site alone (SameSite=Strict).
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None:
            return site == "same-origin"
        if origin is not None and origin != "null":
            return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
        return origin == "null" and bool(self.door.token)

    def _most(self, scope: Scope) -> int:
        return max((most for place, most in self.limits.items() if scope["path"].startswith(place)), default=MOST_BYTES)


def limited(receive: Receive, most: int) -> Receive:
    """A body that ends the request when it grows beyond its limit, whatever length it gave beforehand."""
    taken = 0

    async def receive_some() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, "That is more than can be taken in at once.")
        return message

    return receive_some


def cookie_of(headers: Headers) -> str:
    """The token in a request's cookies; "" for none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def is_same(given: str, token: str) -> bool:
    """Whether two tokens are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())
