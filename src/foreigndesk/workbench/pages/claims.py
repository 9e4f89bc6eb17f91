"""Claims and contests: what is told by several, and who stands where."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from foreigndesk.casefile import CaseFile
from foreigndesk.desk import answer, claims
from foreigndesk.model import Claim, Contest, Position, Stance
from foreigndesk.showing.listings.lineage import voices_in_words
from foreigndesk.showing.pictures import contest_matrix
from foreigndesk.showing.pictures.contest import speakers_of
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.workbench.asking import asked_choice, asked_first, asked_names, asked_text
from foreigndesk.workbench.bench import bench_of, opened
from foreigndesk.workbench.paging import asked_page, of
from foreigndesk.workbench.templating import cite_address, show

SIZE = 25
MOST_POSITIONS = 200  # listed on the page of one claim

Weighed = tuple[tuple[Claim, Contest | None], ...]


def weighed_claims(case: CaseFile, asked: claims.Asked) -> Weighed:
    """The claims asked for, each with its contest if it is contested."""
    return tuple((claim, judge_contest(claim)) for claim in claims.claims(case, asked))


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
        rows=[(claim, contest, sides_of(claim), labels.ref(claim.cite)) for claim, contest in page],
        counts=(sum(contest is not None for _, contest in answered.value), len(answered.value)),
        pager=of(pager, len(found)),
        stale=answered.stale,
    )


def sides_of(claim: Claim) -> dict[str, list[str]]:
    """Who asserts, doubts and denies a claim, by name, each once."""
    return {
        stance.value: list(dict.fromkeys(one.speaker for one in claim.positions if one.stance is stance))
        for stance in Stance
    }


def one(request: Request) -> Response:
    """One claim: its matrix, the voices behind each side, its figures, who moved, and every position with its cite."""
    asked = request.path_params["claim"]
    answered = bench_of(request).weighed.ask("the claim", weigh, (asked,))
    claim, contest, voices = answered.value
    with opened(request) as case:
        cited = [*claim.positions[:MOST_POSITIONS]]
        ids = {one.cite.report for one in cited} | {cite.report for one in claim.variants for cite in one.cites[:4]}
        labels = answer.labels(case, sorted({*ids, claim.cite.report}))
    return show(
        request,
        "claim.html.jinja",
        claim=claim,
        contest=contest,
        voices=voices,
        ref=labels.ref(claim.cite),
        picture=contest_matrix(claim, contest, place_of),
        speakers=len(speakers_of(claim)),
        positions=[(one, labels.ref(one.cite)) for one in cited],
        more=len(claim.positions) - len(cited),
        variants=[(one, [labels.ref(cite) for cite in one.cites[:4]]) for one in claim.variants],
        stale=answered.stale,
    )


def weigh(case: CaseFile, asked: str) -> tuple[Claim, Contest | None, list[tuple[str, str]]]:
    """A claim by the beginning of its id, its contest, and the voices behind each side in words."""
    claim = claims.claim_of(case, asked)
    contest = judge_contest(claim)
    if contest is None:
        return claim, None, []
    sides = claims.Counting(case).sides(contest)
    counts = (("asserts", sides.asserting), ("doubts", sides.doubting), ("denies", sides.denying))
    return claim, contest, [(title, voices_in_words(count)) for title, count in counts if count is not None]


def place_of(position: Position) -> str:
    """Where a position is shown."""
    return cite_address(position.cite)


routes = [Route("/claims", listed), Route("/claim/{claim}", one)]
