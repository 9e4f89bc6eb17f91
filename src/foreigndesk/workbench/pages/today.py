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

COUNTING = 4  # seconds after which the page asks whether the voices have been counted

# Where all of a part is listed.
PLACES = {
    "claims": "/claims?show=all",
    "contests": "/claims",
    "forecasts": "/watch",
    "silences": "/watch",
    "relations": "/network",
}


def today(request: Request) -> Response:
    """The brief of the case file as it stands: about actors (?about=), of reports since a day (?since=).

    Where the voices behind its lines take long to count, it is shown without them until they are.
    """
    about, asked = asked_names(request, "about"), asked_first(request, "since")
    weighed = bench_of(request).weighed
    plain = weighed.ask("the brief", briefing.uncounted, (about, asked), bounded=asked is None)
    counted = weighed.glance("the voices", briefing.with_counts, (plain.value,))
    answer = counted or plain
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
        since=asked,
        places=PLACES,
        counted=counted is not None,
        refresh=None if counted else COUNTING,
        stale=answer.stale or plain.stale,
    )


routes = [Route("/", today)]
