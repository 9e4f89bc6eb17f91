"""Search over text, statements and actors."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile.searching import Facet, Hit, Hits, Narrowed
from foreigndesk.desk import profile
from foreigndesk.model import Span
from foreigndesk.showing.phrases import show_act, show_sourcing, show_speaker
from foreigndesk.workbench.asking import asked_choice, asked_text
from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import query_of, show

SIZE = 20
PLACES = ("text", "statements", "actors")
AROUND = 160  # characters shown before and behind what was found
FIELDS = ("outlet", "month", "force", "sourcing", "speaker")


def search(request: Request) -> Response:
    """What has these words (?q=), in the text, in statements or among actors (?in=), narrowed by outlet, month, …"""
    words, place = asked_text(request, "q"), asked_choice(request, "in", PLACES)
    given = {field: asked_text(request, field) for field in FIELDS}
    narrowed = Narrowed(**given)
    pager = asked_page(request, "Pages of what was found", SIZE)
    found = Hits(0, False, (), ())
    with opened(request) as case, case.together():
        named = profile.named_like(case, words) if words else []
        if place == "text" and words:
            found = case.searching.text(words, narrowed, SIZE, pager.after)
        elif place == "statements" and (words or any(given.values())):
            found = case.searching.statements(words, narrowed, SIZE, pager.after)
    query = {"q": words, "in": place, **given}
    return show(
        request,
        "search.html.jinja",
        words=words,
        place=place,
        places=[(one, query_of({**query, "in": one})) for one in PLACES],
        narrowed=[(field, value, query_of({**query, field: None})) for field, value in given.items() if value],
        found=found,
        hits=[line_of(hit) for hit in found.hits],
        facets=grouped(found.facets, query, given),
        actors=named,
        pager=of(pager, found.total),
    )


def line_of(hit: Hit) -> dict[str, object]:
    """A hit as the page shows it: the words around, and what was looked for marked in them."""
    told = hit.statement
    return {
        "hit": hit,
        "pieces": list(snippet(hit.text, hit.found)),
        "address": f"/report/{hit.report}" + (f"?at={hit.start}-{hit.end}#at" if hit.end > hit.start else ""),
        "who": show_speaker(told.speaker) if told else "",
        "actor": (told.speaker.actor or told.speaker.name) if told else None,
        "does": show_act(told) if told else "",
        "sourcing": show_sourcing(told.sourcing) if told else "",
        "id": told.id if told else "",
    }


def snippet(text: str, found: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    """The words around what was found, in pieces: whether each was looked for."""
    first = found[0].start if found else 0
    begin = max(first - AROUND, 0)
    if begin:
        space = text.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
        yield "… ", False
    end = min(max(first + 2 * AROUND, begin + 2 * AROUND), len(text))
    at = begin
    for span in found:
        if span.start >= end:
            break
        if span.start > at:
            yield text[at : span.start], False
        yield text[max(span.start, at) : span.end], True
        at = span.end
    if at < end:
        yield text[at:end], False
    if end < len(text):
        yield " …", False


def grouped(
    facets: tuple[Facet, ...], query: dict[str, str], given: dict[str, str]
) -> dict[str, list[tuple[str, int, str]]]:
    """The facets by field, each value with how many hits have it and where they are shown alone."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for one in facets:
        if not given.get(one.field):
            address = query_of({**query, one.field: one.value})
            found.setdefault(one.field, []).append((one.value, one.count, address))
    return {field: values for field, values in found.items() if len(values) > 1}


routes = [Route("/search", search)]
