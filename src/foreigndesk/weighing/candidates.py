"""Which contents may be one claim at all: found by sorted keys, so that nobody compares everything with everything.

Of two contents it is a fixed test, whatever else there is: that is why adding a report never undoes what stands
between two others, and why the order of reports does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from foreigndesk.weighing.contents import Ints, Marks, Outlines, Ragged, runs, with_following

Days: TypeAlias = NDArray[np.int32]

# Of both contents' keys together, from 0 to twice what they share out. On the first half of the gold no pair that is
# close enough to be joined has less; one that has 900 loses a twentieth of them. Of PolNeAR's statements two in 3,000
# pairs pass.
LEAST_SHARED = 800
FEWEST_KEYS = 3  # in common: words, concepts, states
# Of contents told weeks apart more is asked: one in three of those that are joined for the rest of their words passes.
LEAST_SHARED_LATER = 1100
SOON = 21  # days: within three weeks one deed is told, and told again; later the same words mostly tell another
UNDATED = (-(1 << 29), 1 << 29)  # any day: nothing tells it apart in time
# Cosine of two contents' gists. Only of contents told within SOON: weeks apart other words mostly tell another deed.
ALIKE = 0.6
BLOCK = 256  # gists multiplied at once: more at once meet too many days, fewer are laid out too often
PROBING = 1024  # contents that look up others at once
SHARED = 1 << 14  # pairs looked at at once


def candidates(outlines: Outlines, spans: Days, fresh: Ints) -> tuple[Ints, Ints]:
    """The pairs of contents that may be one claim and of which at least one is fresh; each once, in order.

    `spans` are the first days of all contents, in a row, and the last; UNDATED where there is none. `fresh` are
    places among the outlines; so is what comes out, first the lesser ones of the pairs, then the greater.
    """
    codes = [np.zeros(0, np.int64), *by_keys(outlines, spans, fresh), *by_gists(outlines, spans, fresh)]
    ones, others = np.divmod(distinct(np.concatenate(codes)), max(outlines.size, 1))
    return ones, others


def gaps(spans: Days, ones: Ints, others: Ints) -> Days:
    """The days that lie between the times at which the contents of pairs are told; below 1 where these overlap."""
    first, last = spans
    found: Days = np.maximum(first[ones], first[others]) - np.minimum(last[ones], last[others])
    return found


def coded(ones: Ints, others: Ints, size: int) -> Ints:
    """Pairs as codes: the lesser place times their number, plus the greater."""
    found: Ints = np.minimum(ones, others) * size + np.maximum(ones, others)
    return found


def distinct(codes: Ints) -> Ints:
    """Some codes, each once and in order; np.unique takes five times as long for millions of whole numbers."""
    ordered = np.sort(codes)
    found: Ints = ordered[np.diff(ordered, prepend=-1) > 0]
    return found


def by_keys(outlines: Outlines, spans: Days, fresh: Ints) -> Iterator[Ints]:
    """The pairs that share enough keys, as codes.

    Where two have enough in common, it is half of that in one of them at least. Two of the keys that this one leads
    with are then in the other (`Keys`); so they are looked up by pairs of keys, of which few have the same by chance.
    """
    keys = Keys(outlines)
    known = np.setdiff1d(np.arange(outlines.size), fresh)
    for probing, leads in ((np.arange(outlines.size), True), (known, False)):
        index = keys.pairs(fresh, leading=not leads).sorted()
        for begin in range(0, len(probing), PROBING):
            probe = keys.pairs(probing[begin : begin + PROBING], leading=leads)
            mine, theirs = index.matches(probe)
            ones, others = probe.owners[mine], index.owners[theirs]
            later = gaps(spans, ones, others) > SOON
            kept = (ones != others) & (~later | (probe.late[mine] if leads else index.late[theirs]))
            ones, others = np.divmod(distinct(ones[kept] * outlines.size + others[kept]), outlines.size)
            shared, number = keys.shared(ones, others)
            enough = np.flatnonzero((number >= FEWEST_KEYS) & (shared >= LEAST_SHARED))
            ones, others, shared = ones[enough], others[enough], shared[enough]
            kept = (shared >= LEAST_SHARED_LATER) | (gaps(spans, ones, others) <= SOON)
            yield coded(ones[kept], others[kept], outlines.size)


@dataclass(frozen=True)
class Pairs:
    """Pairs of keys as numbers, the content that has each, and whether it leads with both where told weeks apart."""

    codes: Ints
    owners: Ints
    late: Marks

    def sorted(self) -> Pairs:
        """The same in the order of their numbers."""
        order = np.argsort(self.codes)
        return Pairs(self.codes[order], self.owners[order], self.late[order])

    def matches(self, probe: Pairs) -> tuple[Ints, Ints]:
        """The places in `probe` and, sorted as these are, in these of pairs that are the same."""
        begins = np.searchsorted(self.codes, probe.codes)
        often = np.searchsorted(self.codes, probe.codes, side="right") - begins
        found, beside = Ragged(begins, often).places(np.arange(len(often)))
        return np.repeat(np.arange(len(often)), beside.lengths), found


class Keys:
    """The keys of contents, those of each with the rarest of all first.

    A content leads with its rarest keys: with so many that the others, and the one with most among them, would come to
    less than half of what two must share. So if half of it is shared, two of those are.
    """

    def __init__(self, outlines: Outlines) -> None:
        """Of these contents."""
        self._rows = outlines.key_rows
        _, keys, often = np.unique(outlines.keys["key"], return_inverse=True, return_counts=True)
        rank = np.empty(len(often), dtype=np.int64)
        rank[np.argsort(often, kind="stable")] = np.arange(len(often))
        owners = np.repeat(np.arange(outlines.size), self._rows.lengths)
        rarest = np.lexsort((rank[keys], owners))
        self._keys = rank[keys][rarest]
        self._shares = outlines.keys["share"][rarest].astype(np.int64)
        self._number = max(len(often), 1)
        ends = (self._rows.begins + self._rows.lengths)[owners]
        before = np.cumsum(self._shares) - self._shares
        before -= before[self._rows.begins[owners]] if len(owners) else 0
        most = np.zeros(outlines.size, dtype=np.int64)
        np.maximum.at(most, owners, self._shares)
        spare = np.bincount(owners, self._shares, outlines.size).astype(np.int64) + most
        self._ends = ends
        self._leads, self._leads_later = (
            before <= (spare - least // 2)[owners] for least in (LEAST_SHARED, LEAST_SHARED_LATER)
        )

    def pairs(self, contents: Ints, *, leading: bool) -> Pairs:
        """All pairs of the keys of some contents, or only those of the keys with which each leads."""
        places, rows = self._rows.places(contents)
        if leading:
            kept = self._leads[places]
            places, owners = places[kept], np.repeat(contents, rows.lengths)[kept]
        else:
            owners = np.repeat(contents, rows.lengths)
        # each with those that follow it in its content
        following = np.bincount(owners, minlength=len(self._rows.begins))[owners] - 1
        following -= places - self._rows.begins[owners]
        firsts, seconds = with_following(following)
        return Pairs(
            self._keys[places[firsts]] * self._number + self._keys[places[seconds]],
            owners[firsts],
            self._leads_later[places[seconds]],
        )

    def shared(self, ones: Ints, others: Ints) -> tuple[Ints, Ints]:
        """What the two contents of each pair share of what their keys share out, and how many keys.

        Pairs with one first content stand one after the other.
        """
        shared, number = np.zeros(len(ones), dtype=np.int64), np.zeros(len(ones), dtype=np.int64)
        shares = np.zeros(self._number, dtype=np.int64)  # by key, of the content that is laid beside others
        for begin in range(0, len(ones), SHARED):
            some = slice(begin, begin + SHARED)
            held, beside = self._rows.places(others[some])
            keys, mine = self._keys[held], np.zeros(len(held), dtype=np.int64)
            for one, several in runs(ones[some]):
                own, stretch = self._rows.row(one), beside.stretch(several)
                shares[self._keys[own]] = self._shares[own] + 1  # a share may be none
                mine[stretch] = shares[keys[stretch]]
                shares[self._keys[own]] = 0
            both = np.flatnonzero(mine)
            pair = np.repeat(np.arange(len(beside.lengths)), beside.lengths)[both]
            shared[some] = np.bincount(pair, mine[both] - 1 + self._shares[held[both]], len(beside.lengths))
            number[some] = np.bincount(pair, minlength=len(beside.lengths))
        return shared, number


def by_gists(outlines: Outlines, spans: Days, fresh: Ints, least: float = ALIKE) -> Iterator[Ints]:
    """The pairs told within SOON whose gists point the same way, as codes.

    By day, a block of fresh ones against all that are told near it: products of whole numbers, which no order rounds.
    """
    lengths = outlines.lengths.astype(np.float32)
    order = np.lexsort(spans[::-1])
    order = order[lengths[order] > 0]
    is_fresh = np.zeros(outlines.size, bool)
    is_fresh[fresh] = True
    first, last = spans[:, order]
    turns = np.flatnonzero(is_fresh[order])
    for begin in range(0, len(turns), BLOCK):
        mine = turns[begin : begin + BLOCK]
        near = (first <= last[mine].max() + SOON) & (last >= first[mine].min() - SOON)
        near[: mine[0]] &= ~is_fresh[order[: mine[0]]]  # those have met these before
        ones, others = order[mine], order[near]
        products = outlines.gists[ones].astype(np.float32) @ outlines.gists[others].astype(np.float32).T
        row, column = np.divmod(
            np.flatnonzero(products >= (least * lengths[ones])[:, None] * lengths[others]), len(others)
        )
        one, other = ones[row], others[column]
        kept = (one != other) & (gaps(spans, one, other) <= SOON)
        yield coded(one[kept], other[kept], outlines.size)
