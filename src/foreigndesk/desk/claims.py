"""The errand of "what is claimed, and who contests it?": the kept claims, chosen, each with the voices behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from foreigndesk.casefile import CaseFile, EventQuery, StatementQuery
from foreigndesk.desk.answer import actor_ids, labels
from foreigndesk.desk.gathering import METHOD, contents_of, gather, said_again
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.desk.regrouping import regrouped
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import Claim, Contest, Position, Span, Stance, Statement, VoiceCount, name_id
from foreigndesk.showing.reasons import Why
from foreigndesk.weighing.claims import by_speakers, judge_claim, speakers
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.voices import judge_voices

SEVERAL = 2  # tellings, from speakers or lineages of their own: fewer are no claim worth a line


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims are asked for; every field that is given must hold.

    About these actors, with all of these words, told by a day or from a day on, contested, with so many voices at
    least. `single`: also what is told only once.
    """

    about: tuple[str, ...] = ()
    text: str | None = None
    since: dt.date | None = None
    single: bool = False
    until: dt.date | None = None
    contested: bool = False
    voices: int = 0


ALL = Asked()


@dataclass(frozen=True, slots=True)
class Sides:
    """The independent voices behind each side of a contest; None for a side without any."""

    asserting: VoiceCount | None
    doubting: VoiceCount | None
    denying: VoiceCount | None


def claims(case: CaseFile, asked: Asked = ALL) -> list[Claim]:
    """The claims asked for, those that the most speakers tell first. Raises UnknownActor."""
    about = actor_ids(asked.about)
    with gathered(case):
        lineage = lineages_of(case)
        kept = case.gathering.load_claims(asked.since, contested=asked.contested)
        kept += told_once(case) if asked.single and not asked.contested else []
        found = regrouped(case, [with_lineages(claim, lineage) for claim in kept], lambda told: claims_in(case, told))
        if not asked.single:
            found = [claim for claim in found if is_told_by_several(claim)]
        if about or asked.text is not None:
            meant = told_of(case, about, asked.text)
            found = [claim for claim in found if any(one.statement in meant for one in claim.positions)]
        found = [claim for claim in found if is_told_between(claim, asked.since, asked.until)]
        if asked.voices:
            count = Counting(case)
            # nobody has more voices than positions: a count costs more than a glance
            found = [
                claim
                for claim in found
                if len(claim.positions) >= asked.voices and count.of(claim).fewest >= asked.voices
            ]
    return sorted(found, key=by_speakers)


def contests(case: CaseFile, asked: Asked = ALL) -> list[Contest]:
    """The contests over the claims asked for, those with the most speakers first. Raises UnknownActor."""
    found = claims(case, replace(asked, contested=True))
    return [contest for claim in found if (contest := judge_contest(claim)) is not None]


def claim_of(case: CaseFile, prefix: str) -> Claim:
    """The claim of an id, or of its beginning. Raises UnknownId for none, or several.

    The id of a claim changes when an earlier telling comes to light; by its former id it is found still.
    """
    with gathered(case):
        found = case.gathering.find_claims(prefix)
        if len(found) == 1:
            claim = case.gathering.load_claim(found[0]) or next(iter(told_once(case, found)))
            claim = with_lineages(claim, lineages_of(case))
            for one in regrouped(case, [claim], lambda told: claims_in(case, told)):
                return one
    if not found:
        raise UnknownId(f"no claim has the id {prefix!r}", "`foreigndesk claims --all` lists them")
    several = ", ".join(found[:8])
    raise UnknownId(f"{len(found)} claims begin with {prefix!r}", f"write more of the one you mean: {several}")


def why(case: CaseFile, prefix: str) -> Why:
    """Why a claim is one, and who stands where, by the beginning of its id. Raises UnknownId."""
    claim = claim_of(case, prefix)
    contest = judge_contest(claim)
    cite = labels(case, [claim.cite.report]).ref(claim.cite)
    counted = Counting(case).of(claim).steps
    return Why(claim.id, "Claim", claim.reasons + (contest.reasons if contest else ()) + counted, cite, "")


def voices(case: CaseFile, prefix: str) -> VoiceCount:
    """The independent voices that assert a claim, by the beginning of its id; of one that all deny, theirs.

    Raises UnknownId.
    """
    claim, count = claim_of(case, prefix), Counting(case)
    asserting = [one for one in claim.positions if one.stance is Stance.ASSERT]
    return count.behind(claim.id, asserting) or count.of(claim)


# -- what is kept ------------------------------------------------------------------------------------------------------


@contextmanager
def gathered(case: CaseFile) -> Iterator[None]:
    """The kept claims, brought up to what the case file holds: in it, or on copies if it is only read."""
    if case.gathering.is_gathered(METHOD):
        yield
    elif case.writes:
        gather(case)
        yield
    else:
        with case.aside():
            gather(case)
            yield


def claims_in(case: CaseFile, tellings: frozenset[str]) -> list[Claim]:
    """The kept claims that hold some tellings, by id, also those that are told once."""
    ids = case.gathering.load_claims_of(tellings)
    lineage = lineages_of(case)
    found = [claim for one in ids if (claim := case.gathering.load_claim(one)) is not None]
    found += told_once(case, set(ids) - {claim.id for claim in found})
    return [with_lineages(claim, lineage) for claim in sorted(found, key=lambda claim: claim.id)]


def told_once(case: CaseFile, ids: Iterable[str] | None = None) -> list[Claim]:
    """The claims that are told once, of some ids or all."""
    several = {claim.id for claim in case.gathering.load_claims()} if ids is None else set[str]()
    keys = [key for key, claim in case.gathering.load_members(ids).items() if claim not in several]
    contents = contents_of(case, keys)
    return [judge_claim([said_again(one, contents[one.wording])]) for one in case.gathering.load_tellings(keys)]


def told_of(case: CaseFile, about: frozenset[str], text: str | None) -> set[str]:
    """The ids of what is told about some actors, with some words; of events those that they have part in."""
    meant = case.find_statements(StatementQuery(None, about or None, kind=None, text=text))
    if about and text is None:
        meant |= case.find_events(EventQuery(actor=about)) | case.find_events(EventQuery(recipient=about))
    return meant


def lineages_of(case: CaseFile) -> Callable[[str], str]:
    """What gives the id of a report's lineage."""
    known = case.gathering.load_lineages()
    return lambda report: known[report][0] if report in known else name_id("l", report)


def with_lineages(claim: Claim, lineage: Callable[[str], str]) -> Claim:
    """A claim with the lineages of its reports as they stand now."""
    return replace(claim, positions=tuple(replace(one, lineage=lineage(one.cite.report)) for one in claim.positions))


def is_told_by_several(claim: Claim) -> bool:
    """Whether speakers or lineages of their own tell a claim."""
    return len(speakers(claim)) >= SEVERAL or len({one.lineage for one in claim.positions}) >= SEVERAL


def is_told_between(claim: Claim, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether a claim is told on some day from one to another, both included; of no bounds, also without a day."""
    first, last = since and since.isoformat(), until and until.isoformat()
    if first is None and last is None:
        return True
    return any(one.day and (first or "") <= one.day <= (last or "9") for one in claim.positions)


# -- voices ------------------------------------------------------------------------------------------------------------


class Counting:
    """Counts the voices behind claims of one case file, as they are shown."""

    def __init__(self, case: CaseFile, kinfolk: Kinfolk | None = None, actors: Actors | None = None) -> None:
        """Gather who is kin; `kinfolk` saves it."""
        self._case, self._kinfolk, self._actors = case, kinfolk or Kinfolk(case), actors or load_actors()

    def of(self, claim: Claim) -> VoiceCount:
        """The voices of all who take a position to a claim, whichever."""
        found = self.behind(claim.id, claim.positions)
        assert found is not None, claim.id
        return found

    def sides(self, contest: Contest) -> Sides:
        """The voices behind each side of a contest."""
        parts = (contest.asserting, contest.doubting, contest.denying)
        return Sides(*(self.behind(contest.claim.id, positions) for positions in parts))

    def behind(self, of: str, positions: Sequence[Position]) -> VoiceCount | None:
        """The voices behind some positions; None for no positions."""
        query = StatementQuery(kind=None, ids=frozenset(one.statement for one in positions))
        told: dict[str, Statement] = {one.statement.id: one.statement for one in self._case.load_statements(query)}
        found = []
        for one in positions:
            report = self._case.load_report(one.cite.report)
            if report is not None:
                place = Span(one.cite.start, one.cite.end)
                found.append(self._kinfolk.telling(report, told.get(one.statement), place))
        return judge_voices(of, found, self._actors) if found else None
