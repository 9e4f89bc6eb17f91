"""Actors: who they are, what they say and do, where they keep silent, whom they deal with."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import answer, profile
from foreigndesk.desk.silence import silences
from foreigndesk.workbench.asking import asked_text
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.listing import event_lines, statement_lines
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import show
from foreigndesk.workbench.weighed import Answer

SIZE = 20


def actors(request: Request) -> Response:
    """The actors that the reports name, and the speakers whom no table knows."""
    words = asked_text(request, "q")
    with opened(request) as case, case.together():
        named = profile.named_like(case, words, 500) if words else profile.named(case)
        speakers = [one for one in case.leafing.speakers() if words.casefold() in one[0].casefold()]
    return show(request, "actors.html.jinja", words=words, actors=named, speakers=speakers)


def actor(request: Request) -> Response:
    """One actor by id or name, or one whom no table knows by the name it has in the case file."""
    asked = request.path_params["actor"]
    said_page = asked_page(request, "Pages of statements", SIZE, name="said")
    done_page = asked_page(request, "Pages of events", SIZE, name="done")
    with opened(request) as case, case.together():
        found = profile.profile(case, asked, SIZE, said_page.after, done_page.after)
        ids = {one.report for one in found.statements} | {one.report for one in found.events}
        labels = answer.labels(case, sorted(ids))
    answered = (
        bench_of(request).weighed.glance(f"the silences of {found.name}", silences, (found.actor.id,))
        if found.actor is not None
        else Answer([])
    )
    quiet = answered.value if answered else []
    with opened(request) as case:
        quiet_labels = answer.labels(case, sorted({cite.report for one in quiet for cite in one.cites[:3]}))
    return show(
        request,
        "actor.html.jinja",
        found=found,
        said=statement_lines(found.statements, labels),
        done=event_lines(found.events, labels),
        said_pager=of(said_page, found.all_statements),
        done_pager=of(done_page, found.all_events),
        silences=[(one, [quiet_labels.ref(cite) for cite in one.cites[:3]]) for one in quiet],
        weighing=answered is None,
    )


routes = [Route("/actors", actors), Route("/actor/{actor:path}", actor)]
