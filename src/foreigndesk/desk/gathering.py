"""The errand after reading: gather what is told into claims, and keep them, so that only what changed is done again.

What comes out is what `weighing.claims.judge_claims` makes of all tellings at once, in whatever order reports come and
go: how close two contents are is theirs alone, and groups are judged among contents that hang together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.claims import Heard, Kept, Looked, Made
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.tellings import tellings
from foreigndesk.model import KinshipKind, Statement, name_id
from foreigndesk.weighing.candidates import UNDATED, Sign, candidates, sign_of
from foreigndesk.weighing.claims import Said, claim_id, judge_claim, key_of, parts_of, span_of, takes_side, tie_of
from foreigndesk.weighing.contents import TOGETHER, Content, closeness, content_of_event, content_of_statement
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.gathering import Tie, Wording, judge_groups
from foreigndesk.weighing.lineages import families

# Raise it whenever something that decides about claims changes: what is told, contents, closeness, sides, groups.
METHOD = "claims/1"
AT_ONCE = 100  # reports whose tellings are kept ready at the same time


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


def gather(case: CaseFile, on_step: Callable[[Step], None] = lambda _: None) -> Gathered:
    """Bring the kept claims up to what the case file holds now. Needs it opened for writing, or a copy of its claims.

    All is kept, or nothing if it is stopped; nothing is done where nothing has changed.
    """
    if case.gathering.is_gathered(METHOD):
        return Gathered(0, 0, frozenset(), frozenset())
    with case.together():
        case.gathering.forget_gathering(METHOD)
        return Gatherer(case, on_step).gather()


class Gatherer:
    """One gathering, with the contents that it has made ready."""

    def __init__(self, case: CaseFile, on_step: Callable[[Step], None]) -> None:
        """Gather into this case file, and tell of each step."""
        self._case = case
        self._tell = on_step
        self._contents: dict[str, Content] = {}

    def gather(self) -> Gathered:
        """From tellings to wordings, ties, groups and claims."""
        reports = self._case.gathering.load_ungathered()
        touched = self._hear(reports)
        changed = self._case.gathering.load_changed(touched)
        self._case.gathering.save_wordings(changed)
        gone = {one.key for one in changed if not one.now[0]}
        fresh = {one.key for one in changed if not one.before[0] or one.now[1:] != one.before[1:]} - gone
        near = self._case.gathering.forget_closenesses(
            one.key for one in changed if one.before[0] and one.key in gone | fresh
        )
        self._case.gathering.save_closenesses((tie.one, tie.other, tie.closeness) for tie in self._ties(fresh))
        made, unmade = self._group({one.key for one in changed} - gone, near - gone, changed)
        self._families(frozenset(reports))
        self._case.gathering.save_gathering(METHOD)
        return Gathered(len(reports), len(fresh), made - unmade, unmade - made)

    def _hear(self, reports: list[str]) -> set[str]:
        """Keep the tellings of some reports; their wordings come back."""
        touched = set[str]()
        for begin in range(0, len(reports), AT_ONCE):
            chunk = reports[begin : begin + AT_ONCE]
            said = [(one, key_of(one.content)) for one in tellings(self._case, frozenset(chunk)) if takes_side(one)]
            keys = {key: one.content for one, key in said}
            new = {key: content for key, content in keys.items() if key not in touched}
            self._contents |= new
            looked = {key: looked_up(sign_of(content)) for key, content in new.items()}
            self._case.gathering.save_tellings(
                chunk, [(heard(one, key), claim_id(one.id)) for one, key in said], looked
            )
            touched |= keys.keys()
            self._tell(Step("gathering what is told", begin + len(chunk), len(reports)))
        return touched

    def _ties(self, fresh: set[str]) -> Iterator[Tie]:
        """The ties between fresh wordings and all others."""
        if not fresh:
            return
        rows = self._case.gathering.load_looked()
        keys = [key for key, *_ in rows]
        spans = [span_of(days) for *_, days in ((key, (first, last)) for key, _, first, last in rows)]
        days = np.array([UNDATED if None in span else span for span in spans], dtype=np.int64).reshape(-1, 2)
        places = np.array([place for place, key in enumerate(keys) if key in fresh], dtype=np.int64)
        pairs = candidates([sign_in(looked) for _, looked, *_ in rows], days, places)
        self._make_ready({keys[place] for pair in pairs for place in pair})
        for rank, (one, other) in enumerate(pairs):
            tie = tie_of(keys[one], self._contents[keys[one]], keys[other], self._contents[keys[other]])
            if tie is not None:
                yield tie
            if rank % COMPARED == 0:
                self._tell(Step("comparing contents", rank, len(pairs)))

    def _closeness(self, one: str, other: str) -> float:
        """How close two wordings are."""
        self._make_ready((one, other))
        return closeness(self._contents[one], self._contents[other])

    def _make_ready(self, wordings: Iterable[str]) -> None:
        """Make the contents of some wordings again, of those that are not at hand."""
        missing = {key for key in wordings if key not in self._contents}
        if missing:
            self._contents |= contents_of(self._case, missing)

    def _group(self, changed: set[str], near: set[str], kept: Iterable[Kept]) -> tuple[frozenset[str], frozenset[str]]:
        """Judge anew the groups that hang together with changed wordings; the ids of claims made, and unmade."""
        members = self._case.gathering.load_hanging(changed | near, TOGETHER)
        ties = [Tie(*row) for row in self._case.gathering.load_closenesses(members)]
        told = defaultdict[str, list[Heard]](list)
        for one in self._case.gathering.load_tellings(members):
            told[one.wording].append(one)
        wordings = {key: wording_of(key, told[key]) for key in members}
        # claims that lost a wording are judged again though no wording of theirs has changed
        unmade = {one.claim for one in kept if one.claim}
        former = defaultdict[str | None, set[str]](set)
        for key, claim in self._case.gathering.load_members({*filter(None, members.values()), *unmade}).items():
            former[claim].add(key)
        stale = {key for claim in unmade for key in former[claim]}
        fresh = changed | stale
        groups = [
            group
            for group in judge_groups(wordings, ties, self._closeness)
            if not fresh.isdisjoint(group) or former[members[group[0]]] != set(group)
        ]
        unmade |= {claim for group in groups for key in group if (claim := members[key])}
        made = [*self._claims(groups, told, ties)]
        self._case.gathering.save_claims(unmade, made)
        return frozenset(one.id for one in made), frozenset(unmade)

    def _claims(
        self, groups: list[tuple[str, ...]], told: Mapping[str, list[Heard]], ties: Iterable[Tie]
    ) -> Iterator[Made]:
        """The claims of some groups of wordings; of one that is told once only its id."""
        several = [group for group in groups if sum(len(told[key]) for key in group) > 1]
        for (key,) in (group for group in groups if sum(len(told[key]) for key in group) == 1):
            yield Made(claim_id(told[key][0].id), (key,), None)
        self._make_ready(key for group in several for key in group)
        said = [said_again(one, self._contents[key]) for group in several for key in group for one in told[key]]
        for rank, (parts, tied) in enumerate(parts_of(several, said, ties)):
            claim = judge_claim(parts, tied)
            yield Made(claim.id, several[rank], claim, judge_contest(claim) is not None)

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


COMPARED = 10_000  # pairs: about half a second


def contents_of(case: CaseFile, wordings: Iterable[str]) -> dict[str, Content]:
    """The contents of kept wordings, by key."""
    return {
        key: content_of_statement(told) if isinstance(told, Statement) else content_of_event(told)
        for key, told in case.gathering.load_worded(wordings).items()
    }


def heard(one: Said, key: str) -> Heard:
    """A telling as it is kept."""
    return Heard(
        one.id,
        key,
        one.speaker,
        one.actor,
        one.force,
        one.sourcing,
        one.day,
        one.cite,
        one.printed,
        one.refers,
        one.spun,
    )


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


def wording_of(key: str, told: Iterable[Heard]) -> Wording:
    """A wording as its tellings show it."""
    kept = list(told)
    return Wording(key, *span_of(one.day for one in kept), tuple(one.cite for one in kept))


def looked_up(sign: Sign) -> Looked:
    """A sign as it is kept."""
    vector = None if sign.vector is None else sign.vector.tobytes()
    return Looked(sign.keys.astype("<i8").tobytes(), sign.shares.astype("<i2").tobytes(), vector)


def sign_in(looked: Looked) -> Sign:
    """A kept sign as it was."""
    keys, shares = np.frombuffer(looked.keys, "<i8"), np.frombuffer(looked.shares, "<i2").astype(np.int64)
    return Sign(keys, shares, None if looked.vector is None else np.frombuffer(looked.vector, np.int8))
