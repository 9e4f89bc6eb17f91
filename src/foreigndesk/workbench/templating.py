"""Pages from templates: escaping on, words cleaned, and on every page the same frame."""

from __future__ import annotations

import functools
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from foreigndesk.model import Cite
from foreigndesk.showing.brief.words import event_head, told_words
from foreigndesk.showing.cites import Ref
from foreigndesk.showing.phrases import show_day
from foreigndesk.showing.pictures.contest import called
from foreigndesk.showing.words import clean, clip, count, one_line

# The ways of the desk, as the bar on every page tells them: address, name, the key that goes there after "g".
NAVIGATION = (
    ("/", "Today", "t"),
    ("/story", "Story", "s"),
    ("/reports", "Reports", "r"),
    ("/claims", "Claims", "c"),
    ("/actors", "Actors", "a"),
    ("/network", "Network", "n"),
    ("/watch", "Watch", "w"),
    ("/ach", "Hypotheses", "h"),
    ("/review", "Review", "v"),
    ("/drop", "Take in", "d"),
    ("/take", "Take away", "k"),
    ("/setbacks", "Setbacks", "x"),
)


@functools.cache
def templates() -> Environment:
    """The templates. Every word that goes into one is escaped, and cleaned of what could turn a line around."""
    environment = Environment(
        loader=PackageLoader("foreigndesk.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=cleaned,
    )
    environment.filters |= {
        "clip": clip,
        "count": count,
        "day": show_day,
        "event_head": event_head,
        "line": one_line,
        "told": told_words,
        "called": called,
        "cite": cite_address,
        "actor": actor_address,
        "query": query_of,
    }
    environment.globals |= {"navigation": NAVIGATION}
    return environment


def cleaned(value: Any) -> Any:
    """What a template shows: words without control characters and bidirectional overrides, all else as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def cite_address(cite: Cite | Ref) -> str:
    """Where a cite is opened: its report, at its passage.

    >>> cite_address(Cite("r-1", 3, 9))
    '/report/r-1?at=3-9#at'
    """
    return f"/report/{cite.report}?at={cite.start}-{cite.end}#at" if cite.start < cite.end else f"/report/{cite.report}"


def actor_address(actor: str) -> str:
    """Where an actor is shown, by id or by name.

    >>> actor_address("Marten Oyelaran/2")
    '/actor/Marten%20Oyelaran%2F2'
    """
    return f"/actor/{quote(actor, safe='')}"


def query_of(values: dict[str, object]) -> str:
    """A query string of what is given; what is empty is left out.

    >>> query_of({"q": "grain deal", "page": None, "in": "text"})
    '?q=grain+deal&in=text'
    """
    kept = {name: value for name, value in values.items() if value not in {None, ""}}
    return f"?{urlencode(kept)}" if kept else ""


def show(request: Request, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """A page. Every template finds `bench`, the address it is at as `here`, and whether another desk writes."""
    bench = request.app.state.bench
    page = templates().get_template(template)
    words = page.render(
        bench=bench,
        here=request.url.path,
        written_elsewhere=bench.is_written_elsewhere(),
        **{"stale": False, "refresh": None, **values},
    )
    return HTMLResponse(words, status)
