"""The errand after reading: gather what is told into claims, and keep them, so that only what changed is done again.

What comes out is what `weighing.claims.judge_claims` makes of all tellings at once, in whatever order reports come and
go: how close two contents are is theirs alone, and groups are judged among contents that hang together.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.claims import Heard, Kept, Made
from foreigndesk.desk.askept import AsKept
from foreigndesk.desk.hearing import hear_all
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.desk.workers import spread
from foreigndesk.model import KinshipKind, name_id
from foreigndesk.weighing.claims import Said, claim_id, judge_claim, parts_of, span_of
from foreigndesk.weighing.contents import Content, Outline, content_of
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.gathering import judge_again
from foreigndesk.weighing.lineages import families
from foreigndesk.weighing.nearness import Nearness, Tie

# Raise it whenever something that decides about claims changes: what is told, contents, closeness, sides, groups.
METHOD = "claims/4"
FEW = 4096  # claims are judged here by the time that workers have started


@dataclass(frozen=True, slots=True)
class Step:
    """How far the gathering has come: what is being done, and how many reports of how many are."""

    doing: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a gathering changed: how many reports and wordings were new, and which claims it made and unmade, by id."""

    reports: int
    wordings: int
    made: frozenset[str]
    gone: frozenset[str]


def gather(case: CaseFile, on_step: Callable[[Step], None] = lambda _: None, workers: int | None = None) -> Gathered:
    """Bring the kept claims up to what the case file holds now. Needs it opened for writing, or a copy of its claims.

    All is kept, or nothing if it is stopped; nothing is done where nothing has changed. Of many new reports the work is
    spread over so many workers (None: one for each processor); what comes out is the same.
    """
    if case.gathering.is_gathered(METHOD):
        return Gathered(0, 0, frozenset(), frozenset())
    if case.is_together or not case.writes:
        workers = 1  # others see nothing of what is not kept yet, or set aside
    with case.together():
        case.gathering.forget_gathering(METHOD)
        return Gatherer(case, on_step, workers).gather()


class Gatherer:
    """One gathering."""

    def __init__(self, case: CaseFile, on_step: Callable[[Step], None], workers: int | None) -> None:
        """Gather into this case file, and tell of each step."""
        self._case = case
        self._tell = on_step
        self._workers = workers

    def gather(self) -> Gathered:
        """From tellings to wordings, ties, groups and claims."""
        reports = self._case.gathering.load_ungathered()
        touched = self._hear(reports)
        changed = self._case.gathering.load_changed(touched)
        self._case.gathering.save_wordings(changed)
        gone = {one.key for one in changed if not one.now[0]}
        fresh = {one.key for one in changed if not one.before[0] or one.now[1:] != one.before[1:]} - gone
        hung = self._case.gathering.forget_closenesses(
            one.key for one in changed if one.before[0] and one.key in gone | fresh
        )
        self._case.gathering.save_closenesses((tie.one, tie.other, tie.nearness) for tie in self._ties(fresh))
        made, unmade = self._group({one.key for one in changed} - gone, hung - gone, changed)
        self._families(frozenset(reports))
        self._case.gathering.save_gathering(METHOD)
        return Gathered(len(reports), len(fresh), made - unmade, unmade - made)

    def _hear(self, reports: Sequence[str]) -> set[str]:
        """Keep the tellings of some reports; their wordings come back."""
        touched, done = set[str](), 0
        for hearing in hear_all(self._case, reports, workers=self._workers):
            if hearing.gists and self._case.writes:  # made by a worker, which only reads
                self._case.save_gists(hearing.gists)
            self._case.gathering.save_tellings(hearing.reports, hearing.tellings, hearing.wordings)
            touched |= hearing.wordings.keys()
            done += len(hearing.reports)
            self._tell(Step("gathering what is told", done, len(reports)))
        return touched

    def _ties(self, fresh: set[str]) -> Iterator[Tie]:
        """The ties between fresh wordings and all others."""
        if not fresh:
            return iter(())
        return self._near.ties(fresh, lambda done, of: self._tell(Step("comparing contents", done, of)))

    @functools.cached_property
    def _near(self) -> Nearness:
        """How near all wordings are, as they are kept now."""
        rows = self._case.gathering.load_numbers()
        return Nearness(
            [key for key, *_ in rows],
            [Outline(*numbers) for _, numbers, *_ in rows],
            [span_of((first, last)) for *_, first, last in rows],
        )

    def _group(self, changed: set[str], hung: set[str], kept: Iterable[Kept]) -> tuple[frozenset[str], frozenset[str]]:
        """Judge anew the groups that a change may have reached; the ids of claims made, and unmade."""
        before = AsKept(self._case)
        # claims that lost a wording are judged again though no wording of theirs has changed
        unmade = {one.claim for one in kept if one.claim}
        fresh = changed | self._case.gathering.load_members(unmade).keys()
        groups = [
            group
            for group in judge_again(fresh | hung, before, self._near.between)
            if not fresh.isdisjoint(group) or not before.is_group(group)
        ]
        unmade |= {claim for group in groups for key in group if (claim := before.claims[key])}
        made = [*self._claims(groups, before.told, before.ties({key for group in groups for key in group}))]
        self._case.gathering.save_claims(unmade, made)
        return frozenset(one.id for one in made), frozenset(unmade)

    def _claims(
        self, groups: list[tuple[str, ...]], told: Mapping[str, list[Heard]], ties: Iterable[Tie]
    ) -> Iterator[Made]:
        """The claims of some groups of wordings; of one that is told once only its id."""
        several = [group for group in groups if sum(len(told[key]) for key in group) > 1]
        for (key,) in (group for group in groups if sum(len(told[key]) for key in group) == 1):
            yield Made(claim_id(told[key][0].id), (key,), None)
        contents = contents_of(self._case, (key for group in several for key in group))
        said = [said_again(one, contents[key]) for group in several for key in group for one in told[key]]
        yield from spread(made_of, zip(several, parts_of(several, said, ties), strict=True), self._workers, few=FEW)

    def _families(self, new: frozenset[str]) -> None:
        """Judge the lineages of the families that have changed, or have a new report."""
        ties = [tie for tie in self._case.load_ties() if tie.kind != KinshipKind.QUOTES]
        by_report = defaultdict[str, list[str]](list)
        for tie in ties:
            by_report[tie.debtor].append(f"{tie.id} {tie.debtor} {tie.kind}")
        before, kinfolk, found = self._case.gathering.load_lineages(), None, []
        for family in families([(tie.debtor, tie.creditor) for tie in ties]):
            held = name_id("t", *sorted(tie for report in family for tie in by_report[report]), *sorted(family))
            known = {before.get(report) for report in family}
            one = known.pop() if len(known) == 1 and not new & family else None
            if one is None or one[1] != held:
                kinfolk = kinfolk or Kinfolk(self._case)
                one = (kinfolk.judge(family).id, held)
            found.append((family, *one))
        self._case.gathering.save_lineages(found)


def made_of(group: tuple[tuple[str, ...], tuple[list[Said], list[Tie]]]) -> Made:
    """The claim that some wordings make, from their tellings and ties."""
    wordings, (said, ties) = group
    claim = judge_claim(said, ties)
    return Made(claim.id, wordings, claim, judge_contest(claim) is not None)


def contents_of(case: CaseFile, wordings: Iterable[str]) -> dict[str, Content]:
    """The contents of kept wordings, by key."""
    worded = case.gathering.load_worded(wordings)
    return {key: content_of(one.text, one.force, one.telling, one.speaker, one.gist) for key, one in worded.items()}


def said_again(one: Heard, content: Content) -> Said:
    """A kept telling as it was."""
    return Said(
        one.id,
        one.speaker,
        one.actor,
        one.force,
        one.sourcing,
        one.day,
        name_id("l", one.cite.report),
        one.cite,
        one.printed,
        content,
        one.refers,
        one.spun,
    )
