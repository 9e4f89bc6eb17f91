"""From contents that are close to each other, pair by pair, to groups that are one claim.

A claim is a group of contents in which the pairs are close on the whole: two groups become one where some tie across
them is close enough to join wherever it stands (TOGETHER), and the pairs across them have enough on average
(ON_AVERAGE), those that are too far apart having nothing. So a content that lies between two claims, or a chain of
contents each near the next, glues nothing together. Those with the highest average are joined first, ties broken by the
keys of the contents: the same groups come out in whatever order contents came in.

Of a large case file nearly all hangs together by chains of close pairs, yet a change reaches only a few groups: what
groups become of some contents depends on pairs among these alone, as long as nothing is joined to them from outside.
So `judge_again` judges what has changed together with the groups beside it; where those come out as they were, so do
all that lie behind them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from foreigndesk.model import Cite
from foreigndesk.weighing.candidates import distinct
from foreigndesk.weighing.contents import TOGETHER, Ints, Marks, with_following
from foreigndesk.weighing.joining import joined
from foreigndesk.weighing.nearness import Tie

# Of the pairs of the gold's first half that are so joined 87 % are one claim, and a quarter of those that are one claim
# are joined. At 0.5 a chain of three that are just close enough would be one claim. Had each content to be close to the
# three that are nearest to it alone, PolNeAR's 17,000 contents would make a claim of 249; so the largest has 49.
ON_AVERAGE = 0.6
PARTS = 1_000_000  # nearness as whole numbers, which sum up alike in every order
AT_ONCE = 1 << 20  # pairs with a third in common that are laid out at once

Group = tuple[str, ...]  # the keys of its wordings, in order
Pair = tuple[str, str]
Asked = Callable[[Sequence[Pair]], Sequence[float]]  # how near the two of each pair are


@dataclass(frozen=True, slots=True)
class Wording:
    """One content in the words and with the force in which it is told, however often: its key, and where it is told."""

    key: str
    places: tuple[Cite, ...]


class Before(Protocol):
    """Groups as they stood before something changed, and the ties as they are now, looked up as far as is needed."""

    def whole(self, keys: Iterable[str]) -> set[str]:
        """Some wordings with all others of the groups they were in."""

    def is_group(self, keys: Group) -> bool:
        """Whether some wordings were a group."""

    def ties(self, keys: AbstractSet[str]) -> Sequence[Tie]:
        """All ties of some wordings, with any wordings; others may be among them."""

    def wordings(self, keys: AbstractSet[str]) -> Mapping[str, Wording]:
        """Some wordings by key; others may be among them."""


def judge_again(changed: AbstractSet[str], before: Before, asked: Asked) -> list[Group]:
    """The groups that a change may have reached, as they are now; all others are as they were.

    `changed` are the wordings that are new, told elsewhere or at other times than before, and those that were tied to,
    or in a group with, one that is gone.
    """
    reached = before.whole(changed | joined_to(changed, before.ties(changed)))
    while True:
        beside = before.whole(joined_to(reached, before.ties(reached))) - reached
        among = reached | beside
        ties = before.ties(among)
        thirds = {key for tie in ties for key in (tie.one, tie.other)}
        groups = judge_groups(before.wordings(among | thirds), ties, asked, among)
        moved = {key for group in groups if not before.is_group(group) for key in group if key in beside}
        if not moved:
            return [group for group in groups if not beside.issuperset(group)]
        reached |= before.whole(moved)


def joined_to(keys: AbstractSet[str], ties: Iterable[Tie]) -> set[str]:
    """The wordings to which a tie joins some, wherever they stand."""
    close = [tie for tie in ties if tie.nearness >= TOGETHER]
    return {tie.other for tie in close if tie.one in keys} | {tie.one for tie in close if tie.other in keys}


def judge_groups(
    wordings: Mapping[str, Wording],
    ties: Iterable[Tie],
    asked: Asked = lambda pairs: [0.0] * len(pairs),
    among: AbstractSet[str] | None = None,
) -> list[Group]:
    """The wordings among these (None: all) that are one claim: each in one group, groups and their keys in order.

    Ties with wordings that are not given are passed over; `asked` tells how near those without a tie are that both are
    joined to a third: they count for groups, and are no ground to join them. Any others count as far apart. A wording
    that is told inside another is no second telling of it.
    """
    keys = sorted(wordings)
    judged = np.array([among is None or key in among for key in keys], dtype=bool)
    tied = Tied.of(keys, ties, told_inside(wordings))
    ones, others = np.divmod(tied.with_a_third(judged), max(len(keys), 1))
    found = asked([(keys[one], keys[other]) for one, other in zip(ones.tolist(), others.tolist(), strict=True)])
    some = judged[tied.ones] & judged[tied.others]
    near = np.concatenate([tied.near[some], np.asarray(found, dtype=np.float64)])
    ones, others = np.concatenate([tied.ones[some], ones]), np.concatenate([tied.others[some], others])
    joins = np.concatenate([tied.joins[some], np.zeros(len(found), dtype=bool)])
    groups = joined(
        len(keys),
        zip(ones.tolist(), others.tolist(), np.rint(near * PARTS).astype(np.int64).tolist(), strict=True),
        zip(ones[joins].tolist(), others[joins].tolist(), strict=True),
        ON_AVERAGE * PARTS,
    )
    return [tuple(keys[place] for place in group) for group in groups if judged[group[0]]]


@dataclass(frozen=True)
class Tied:
    """Ties as arrays, each once: the places of the two, the lesser first; how near; and whether it joins them.

    `size` is how many wordings there are.
    """

    size: int
    ones: Ints
    others: Ints
    near: np.ndarray[tuple[int], np.dtype[np.float64]]
    joins: Marks

    @classmethod
    def of(cls, keys: Sequence[str], ties: Iterable[Tie], apart: AbstractSet[Pair]) -> Tied:
        """Those of some ties whose two are among the keys; `apart` are pairs that are not near, whatever is said."""
        places = {key: place for place, key in enumerate(keys)}
        known = [Tie(one, other, 0.0) for one, other in apart]
        known += [tie for tie in ties if tie.one in places and tie.other in places]
        codes = np.array([places[tie.one] * len(keys) + places[tie.other] for tie in known], dtype=np.int64)
        codes, first = np.unique(codes, return_index=True)  # of each pair what is known first: that it is apart
        near = np.array([tie.nearness for tie in known])[first]
        ones, others = np.divmod(codes, max(len(keys), 1))
        return cls(len(keys), ones, others, near, near >= TOGETHER)

    def with_a_third(self, judged: Marks) -> Ints:
        """The pairs of judged ones without a tie, both joined to a third, as codes: one times size, plus other."""
        one, other = self.ones[self.joins], self.others[self.joins]
        third, end = np.concatenate([one, other]), np.concatenate([other, one])
        order = np.lexsort((end, third))
        third, end = third[order], end[order]
        third, end = third[judged[end]], end[judged[end]]
        after = np.searchsorted(third, third, side="right") - np.arange(len(third)) - 1  # of its row, behind each
        known = self.ones * self.size + self.others
        found = [np.zeros(0, dtype=np.int64)]
        for begin, stop in stretches(after):
            firsts, seconds = with_following(after[begin:stop])
            codes = distinct(end[begin + firsts] * self.size + end[begin + seconds])
            found.append(codes[~np.isin(codes, known, assume_unique=True)])
        return distinct(np.concatenate(found))


def stretches(lengths: Ints) -> Iterator[tuple[int, int]]:
    """Where some rows begin and end that are laid out at once: of AT_ONCE together, or one."""
    ends = np.cumsum(lengths)
    begin = 0
    while begin < len(lengths):
        before = int(ends[begin - 1]) if begin else 0
        stop = max(begin + 1, int(np.searchsorted(ends, before + AT_ONCE, side="right")))
        yield begin, stop
        begin = stop


def told_inside(wordings: Mapping[str, Wording]) -> set[Pair]:
    """The pairs of wordings, the lesser key first, of which some words of one report stand in both."""
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for key, wording in wordings.items():
        for cite in wording.places:
            places[cite.report].append((cite.start, cite.end, key))
    found = set()
    for stretched in places.values():
        stretched.sort()
        open_until: list[tuple[int, str]] = []
        for start, end, key in stretched:
            open_until = [(until, other) for until, other in open_until if until > start]
            found |= {(min(key, other), max(key, other)) for _, other in open_until if other != key}
            open_until.append((end, key))
    return found
