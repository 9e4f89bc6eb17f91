"""What was forecast and what became of it, and who keeps silent."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.desk import answer
from foreigndesk.desk import watch as errand
from foreigndesk.desk.silence import silences
from foreigndesk.model import Outcome
from foreigndesk.showing.listings.watch import outcome_words
from foreigndesk.weighing.ledger import judge_ledger
from foreigndesk.workbench.asking import WrongAddress, asked_choice, asked_text
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import show
from foreigndesk.workbench.writing import back_to, read_form, written

SIZE = 30
OUTCOMES = tuple(outcome.value for outcome in Outcome)


def watch(request: Request) -> Response:
    """Forecasts, all or of one outcome (?outcome=), of speakers with words in their name (?speaker=); silences."""
    outcome = asked_choice(request, "outcome", ("", *OUTCOMES))
    speaker = asked_text(request, "speaker")
    pager = asked_page(request, "Pages of forecasts", SIZE)
    weighed = bench_of(request).weighed
    kept_silent = weighed.glance("the silences", silences)
    answered = weighed.ask("the forecasts", errand.watch)
    found = [
        one
        for one in answered.value
        if speaker.lower() in one.speaker.lower() and outcome in {"", (one.confirmed or one.proposed).value}
    ]
    page = found[pager.after : pager.after + SIZE]
    quiet = kept_silent.value if kept_silent else []
    with opened(request) as case:
        ids = {cite.report for one in page for cite in one.cites[:5]} | {one.report for one in page}
        ids |= {cite.report for one in quiet for cite in one.cites[:3]}
        labels = answer.labels(case, sorted(ids))
        texts = {one: report.text for one in {one.cites[0].report for one in page} if (report := case.load_report(one))}
    return show(
        request,
        "watch.html.jinja",
        outcome=outcome,
        outcomes=OUTCOMES,
        speaker=speaker,
        rows=[
            (
                one,
                texts.get(one.cites[0].report, "")[one.cites[0].start : one.cites[0].end],
                outcome_words(one),
                [labels.ref(cite) for cite in one.cites[:5]],
            )
            for one in page
        ],
        counts={
            value: sum((one.confirmed or one.proposed).value == value for one in answered.value) for value in OUTCOMES
        },
        total=len(answered.value),
        pager=of(pager, len(found)),
        ledger=judge_ledger(answered.value),
        silences=[(one, [labels.ref(cite) for cite in one.cites[:3]]) for one in quiet],
        weighing=kept_silent is None,
        stale=answered.stale or (kept_silent is not None and kept_silent.stale),
    )


async def confirm(request: Request) -> Response:
    """Keep what the analyst says became of a forecast."""
    form = await read_form(request)
    if form.get("outcome") not in OUTCOMES:
        raise WrongAddress("no outcome was chosen", f"choose one of: {', '.join(OUTCOMES)}")
    asked, outcome, analyst = request.path_params["forecast"], Outcome(form["outcome"]), bench_of(request).analyst
    made = await written(request, lambda case: errand.confirm(case, asked, outcome, analyst))
    return back_to(f"/watch#{made.forecast}")


routes = [Route("/watch", watch), Route("/watch/{forecast}", confirm, methods=["POST"])]
