"""Claims and contests: what is told by several, and who stands where."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.desk import answer, claims
from foreigndesk.desk.contested import over
from foreigndesk.desk.examined import Examined, Without, examined
from foreigndesk.model import Claim, Contest, Position, Stance, Variant
from foreigndesk.showing.listings.claims import STANDS, names_of
from foreigndesk.showing.listings.lineage import title_of, voices_in_words
from foreigndesk.showing.pictures import contest_matrix
from foreigndesk.showing.pictures.contest import TITLES
from foreigndesk.workbench.asking import asked_choice, asked_first, asked_names, asked_text
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import cite_address, show

SIZE = 25
MOST_POSITIONS = 200  # listed on the page of one claim

Weighed = tuple[tuple[Claim, Contest | None], ...]


def weighed_claims(case: CaseFile, asked: claims.Asked) -> Weighed:
    """The claims asked for, each with its contest if it is contested."""
    with case.together(), claims.gathered(case):
        found = claims.claims(case, asked)
        contests = {contest.claim.id: contest for contest in over(case, found)}
    return tuple((claim, contests.get(claim.id)) for claim in found)


def listed(request: Request) -> Response:
    """Claims: contested, or all (?show=all); about actors (?about=), with words (?text=), since a day (?since=)."""
    kind = asked_choice(request, "show", ("contested", "all"))
    about, words, since = asked_names(request, "about"), asked_text(request, "text"), asked_first(request, "since")
    pager = asked_page(request, "Pages of claims", SIZE)
    asked = claims.Asked(about, words or None, since)
    answered = bench_of(request).weighed.ask("the claims", weighed_claims, (asked,))
    found = [one for one in answered.value if kind == "all" or one[1] is not None]
    page = found[pager.after : pager.after + SIZE]
    with opened(request) as case:
        labels = answer.labels(case, sorted({claim.cite.report for claim, _ in page}))
    return show(
        request,
        "claims.html.jinja",
        kind=kind,
        about=about,
        words=words,
        since=since,
        rows=[(claim, contest, sides_of(claim, contest), labels.ref(claim.cite)) for claim, contest in page],
        counts=(sum(contest is not None for _, contest in answered.value), len(answered.value)),
        pager=of(pager, len(found)),
        stale=answered.stale,
    )


def sides_of(claim: Claim, contest: Contest | None) -> dict[str, list[str]]:
    """Who asserts, doubts and denies a claim, and who leaves it open, by name, each once."""
    positions = (*claim.positions, *(contest.undecided if contest else ()))
    return {stance.value: names_of(one for one in positions if one.stance is stance) for stance in Stance}


def one(request: Request) -> Response:
    """One claim: its matrix, the voices behind each side, its figures, who moved, what hangs on a report, positions."""
    asked = request.path_params["claim"]
    answered = bench_of(request).weighed.ask("the claim", examined, (asked,))
    found = answered.value
    claim = found.claim
    positions = sorted((*claim.positions, *found.undecided), key=lambda one: (one.day is None, one.day or ""))
    cited = positions[:MOST_POSITIONS]
    with opened(request) as case:
        ids = {one.cite.report for one in cited} | {cite.report for one in claim.variants for cite in one.cites[:4]}
        labels = answer.labels(case, sorted({*ids, claim.cite.report}))
        reports = {one.report: title_of(case.load_report(one.report)) for one in found.without}
    return show(
        request,
        "claim.html.jinja",
        claim=claim,
        contest=found.contest,
        sides=[(stance, voices_in_words(voices), voices.steps) for stance, voices in found.sides],
        ref=labels.ref(claim.cite),
        picture=contest_matrix(claim, found.contest, place_of, undecided=found.undecided),
        positions=[(one, labels.ref(one.cite)) for one in cited],
        more=len(positions) - len(cited),
        variants=[(one, tellers(claim, one), [labels.ref(cite) for cite in one.cites[:4]]) for one in claim.variants],
        without=[(one, reports[one.report], left_in_words(one, found)) for one in found.without],
        stands=STANDS,
        titles=TITLES,
        stale=answered.stale,
    )


def tellers(claim: Claim, variant: Variant) -> list[tuple[str, str | None]]:
    """Who tells a claim with a figure, each once, with the day of the first time."""
    told: dict[str, str | None] = {}
    for position in claim.positions:
        if position.cite in variant.cites:
            told.setdefault(position.speaker, position.day)
    return list(told.items())


def left_in_words(without: Without, found: Examined) -> str:
    """How a claim would stand without a report."""
    if not without.sides:
        return "nobody would tell it"
    stands = "; ".join(f"{TITLES[stance]}: {voices_in_words(voices)}" for stance, voices in without.sides)
    return stands + ("; no longer contested" if found.contest and not without.contested else "")


def place_of(position: Position) -> str:
    """Where a position is shown."""
    return cite_address(position.cite)


routes = [Route("/claims", listed), Route("/claim/{claim}", one)]
