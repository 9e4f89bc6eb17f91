"""The story so far: a timeline that zooms by links."""

from __future__ import annotations

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import answer
from foreigndesk.desk.picturing import bins_of, title_of
from foreigndesk.desk.story import Story, Zoom
from foreigndesk.desk.story import story as story_of
from foreigndesk.showing.listings import reports_in
from foreigndesk.showing.pictures import timeline
from foreigndesk.workbench.asking import asked_choice, asked_first, asked_last, asked_names
from foreigndesk.workbench.bench import opened
from foreigndesk.workbench.listing import entry_lines
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import query_of, show

SIZE = 60
CLOSER = {Zoom.YEAR: Zoom.MONTH, Zoom.MONTH: Zoom.DAY, Zoom.WEEK: Zoom.DAY, Zoom.DAY: Zoom.DAY}


def story(request: Request) -> Response:
    """What happened from a day (?from=) to a day (?to=), by year, month, week or day (?by=), about actors (?about=)."""
    about = asked_names(request, "about")
    since, until = asked_first(request, "from"), asked_last(request, "to")
    asked = asked_choice(request, "by", ("", "year", "month", "week", "day"))
    pager = asked_page(request, "Pages of the story", SIZE)
    with opened(request) as case, case.together():
        found = story_of(case, Zoom(asked) if asked else None, since, until, about)
        if found is None:
            return show(request, "story.html.jinja", story=None)
        lines = found.entries[pager.after : pager.after + SIZE]
        labels = answer.labels(case, reports_in(lines))
    title = title_of(found)
    return show(
        request,
        "story.html.jinja",
        story=found,
        title=title,
        about=about,
        picture=timeline(bins_of(found, lambda one: address_of(CLOSER[found.zoom], one.start, one.end, about)), title),
        lines=entry_lines(lines, labels),
        pager=of(pager, len(found.entries)),
        zooms=[(zoom.value, address_of(zoom, found.since, found.until, about)) for zoom in Zoom],
        wider=wider(found, about),
    )


def wider(found: Story, about: tuple[str, ...]) -> str:
    """The way out: three times as many days, or everything; "" where everything is shown."""
    if (found.since, found.until) == found.days:
        return ""
    length = (found.until - found.since).days + 1
    first = max(found.days[0].toordinal(), found.since.toordinal() - length)
    last = min(found.days[1].toordinal(), found.until.toordinal() + length)
    since, until = dt.date.fromordinal(min(first, last)), dt.date.fromordinal(max(first, last))
    return "/story" + query_of({"from": since, "to": until, "about": about[0] if about else None})


def address_of(zoom: Zoom, since: dt.date, until: dt.date, about: tuple[str, ...]) -> str:
    """Where some days are shown at a zoom."""
    return "/story" + query_of({"by": zoom.value, "from": since, "to": until, "about": about[0] if about else None})


routes = [Route("/story", story)]
