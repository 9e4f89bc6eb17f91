"""The pages, one small file for each kind; each has its `routes`. A new kind of page is a new file and a line here."""

from collections.abc import Mapping

from starlette.routing import Route

from foreigndesk.workbench.pages import (
    ach,
    actor,
    beside,
    claims,
    drop,
    files,
    findings,
    network,
    relation,
    report,
    reports,
    review,
    search,
    setbacks,
    story,
    take,
    today,
    voices,
    watch,
    without,
)

# In this order: what stands first answers. `findings` takes any address that looks like an id, so it stands last.
ROUTES: tuple[Route, ...] = (
    *files.routes,
    *today.routes,
    *story.routes,
    *reports.routes,
    *report.routes,
    *beside.routes,
    *without.routes,
    *claims.routes,
    *actor.routes,
    *relation.routes,
    *network.routes,
    *voices.routes,
    *watch.routes,
    *ach.routes,
    *review.routes,
    *drop.routes,
    *take.routes,
    *setbacks.routes,
    *search.routes,
    *findings.routes,
)

# Places that take more bytes than a form has, by the beginning of their path.
LIMITS: Mapping[str, int] = {"/drop": drop.MOST_BYTES}
