"""Today: the brief, live."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import briefing
from foreigndesk.showing.brief.words import BY_DAY, asked_words, counts_words, deeds_words, needs_by
from foreigndesk.workbench.asking import asked_first, asked_names
from foreigndesk.workbench.bench import bench_of
from foreigndesk.workbench.templating import show


def today(request: Request) -> Response:
    """The brief of the case file as it stands: about actors (?about=), of reports since a day (?since=)."""
    about, since = asked_names(request, "about"), asked_first(request, "since")
    answer = bench_of(request).weighed.ask(
        ("brief", about, since), "the brief", lambda case: briefing.brief(case, about, since)
    )
    made = answer.value
    return show(
        request,
        "today.html.jinja",
        brief=made,
        title=asked_words(made),
        counts=counts_words(made),
        deeds=deeds_words(made),
        by_day=BY_DAY if needs_by(made) else "",
        about=about,
        since=since,
        stale=answer.stale,
    )


routes = [Route("/", today)]
