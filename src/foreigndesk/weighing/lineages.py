"""Lineages: families of kin, each with its likely first. A quotation taken over makes no family."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from foreigndesk.model import Cite, Kinship, KinshipKind, Lineage, Reason, Report


def families(ties: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The sets of reports that ties hold together, directly or through others, the largest first.

    >>> [sorted(family) for family in families([("a", "b"), ("c", "d"), ("b", "e")])]
    [['a', 'b', 'e'], ['c', 'd']]
    """
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for one, other in ties:
        parent[root(one)] = root(other)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for one in parent:
        members[root(one)].add(one)
    return sorted(map(frozenset, members.values()), key=lambda family: (-len(family), min(family)))


def judge_lineage(reports: Sequence[Report], kinships: Iterable[Kinship]) -> Lineage:
    """The lineage of some reports that are one family: who was likely first, and what ties them.

    `kinships` are those among these reports. First is who owes nobody; of several the one to whom the most goes back,
    then the earliest, then the longest. Raises ValueError for no reports.
    """
    if not reports:
        raise ValueError("a lineage has at least one report")
    known = {report.id: report for report in reports}
    ties = [
        tie
        for tie in sorted(kinships, key=lambda tie: tie.id)
        if tie.kind is not KinshipKind.QUOTES and {tie.debtor, tie.creditor} <= known.keys()
    ]
    debts = Counter(tie.debtor for tie in ties)
    credit = Counter(tie.creditor for tie in ties)
    first = min(reports, key=lambda one: (debts[one.id], -credit[one.id], *order(one)))
    rest = sorted((one for one in reports if one.id != first.id), key=order)
    return Lineage(
        first=first.id,
        reports=(first.id, *(one.id for one in rest)),
        kinships=tuple(tie.id for tie in ties),
        cites=tuple(cite for tie in ties for cite in tie.cites[:2]) or (Cite(first.id, 0, len(first.text)),),
        reasons=tuple(reasons_for(first, ties, debts)),
    )


def reasons_for(first: Report, ties: Sequence[Kinship], debts: Mapping[str, int]) -> Iterable[Reason]:
    """Why the reports are one family, and why this one is taken for the first."""
    if not ties:
        yield Reason("no-kin", "No other report of the case file is kin of it: it stands by itself.")
        return
    name = first.outlet or first.id
    if debts[first.id]:
        yield Reason("first-of-all", f"Each owes another; {name} is the earliest of them, so far as their dates tell.")
    else:
        yield Reason("owes-nobody", f"{name} owes nothing to another report here, and the others go back to it.")
    for tie in ties:
        yield from tie.reasons[:1]


def order(report: Report) -> tuple[bool, str, int, str]:
    """Reports by time of publication, undated ones last; of one time the longer first."""
    return report.published is None, report.published or "", -len(report.text), report.id
