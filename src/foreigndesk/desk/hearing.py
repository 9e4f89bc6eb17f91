"""What is told in reports, made ready for gathering: tellings, and the wordings these have, with all of a content."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.casefile.claims import Heard, Numbers, Worded
from foreigndesk.desk.gists import Gists
from foreigndesk.desk.tellings import tellings
from foreigndesk.desk.workers import spread
from foreigndesk.weighing.claims import Said, claim_id, key_of, takes_side
from foreigndesk.weighing.contents import Content, outline_of

AT_ONCE = 50  # reports: half a second's work
FEW = 40  # times AT_ONCE: two workers take four seconds of processors to start, for 1,000 reports half of the work


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is told in some reports: the tellings, each with the id of the claim that it would begin, and the wordings.

    `gists` are those that are made and not kept yet.
    """

    reports: Sequence[str]
    tellings: list[tuple[Heard, str]]
    wordings: dict[str, tuple[Worded, Numbers]]
    gists: dict[str, bytes]


def hear_all(case: CaseFile, reports: Sequence[str], *, workers: int | None) -> Iterator[Hearing]:
    """What is told in some reports, in their order, some at a time; of many by so many workers (None: one a processor).

    Workers see the file as it was before the transaction that is open, and nothing that is set aside.
    """
    parts = [reports[begin : begin + AT_ONCE] for begin in range(0, len(reports), AT_ONCE)]
    if workers == 1:
        return map(functools.partial(hear, case), parts)
    return spread(functools.partial(hear_in, case.path), parts, workers, few=FEW, chunk=1)


def hear_in(path: Path, reports: Sequence[str]) -> Hearing:
    """What is told in some reports of the case file at a path."""
    with open_case(path) as case:
        return hear(case, reports)


def hear(case: CaseFile, reports: Sequence[str]) -> Hearing:
    """What is told in some reports."""
    gists = Gists(case)
    said = [one for one in tellings(case, frozenset(reports), gists) if takes_side(one)]
    contents = {key_of(one.content): one.content for one in said}
    return Hearing(
        reports,
        [(heard(one), claim_id(one.id)) for one in said],
        {key: (worded(content), Numbers(*outline_of(content))) for key, content in contents.items()},
        gists.made,
    )


def worded(content: Content) -> Worded:
    """What a content is made of, as it is kept."""
    return Worded(content.text, content.force, content.telling, content.speaker, content.gist)


def heard(one: Said) -> Heard:
    """A telling as it is kept."""
    return Heard(
        one.id,
        key_of(one.content),
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
