"""Which contents may be one claim at all: found by sorted keys, so that nobody compares everything with everything.

Of two contents it is a fixed test, whatever else there is: that is why adding a report never undoes what stands
between two others, and why the order of reports does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from foreigndesk.weighing.contents import Ints, Outlines

# Of both contents' keys together, from 0 to twice what they share out. On the first half of the gold no pair that is
# close enough to be joined has less; one that has 900 loses a twentieth of them. Of PolNeAR's statements two in 3,000
# pairs pass.
LEAST_SHARED = 800
FEWEST_KEYS = 3  # in common: words, concepts, states
# Of contents told weeks apart more is asked: one in three of those that are joined for the rest of their words passes.
LEAST_SHARED_LATER = 1100
SOON = 21  # days: within three weeks one deed is told, and told again; later the same words mostly tell another
UNDATED = (-(1 << 40), 1 << 40)  # any day: nothing tells it apart in time
# Cosine of two contents' gists. Only of contents told within SOON: weeks apart other words mostly tell another deed.
ALIKE = 0.6
BLOCK = 1024  # gists multiplied at once
ONE_MORE = 1 << 20  # more than all that two contents can share


def candidates(outlines: Outlines, spans: Ints, fresh: Ints) -> tuple[Ints, Ints]:
    """The pairs of contents that may be one claim and of which at least one is fresh; each once, in order.

    `spans` are first and last day of each content as numbers, a row each; UNDATED where there is none. `fresh` are
    places among the outlines; so is what comes out, first the lesser ones of the pairs, then the greater.
    """
    codes = [np.zeros(0, np.int64), *by_keys(outlines, spans, fresh), *by_gists(outlines, spans, fresh)]
    ones, others = np.divmod(np.unique(np.concatenate(codes)), max(outlines.size, 1))
    return ones, others


def gaps(spans: Ints, one: Ints | int, others: Ints) -> Ints:
    """The days that lie between the times at which contents are told; none where these overlap."""
    found: Ints = np.maximum(
        0, np.maximum(spans[one, 0], spans[others, 0]) - np.minimum(spans[one, 1], spans[others, 1])
    )
    return found


def coded(ones: Ints | int, others: Ints, size: int) -> Ints:
    """Pairs as codes: the lesser place times their number, plus the greater."""
    found: Ints = np.minimum(ones, others) * size + np.maximum(ones, others)
    return found


def by_keys(outlines: Outlines, spans: Ints, fresh: Ints) -> Iterator[Ints]:
    """The pairs that share enough keys, as codes.

    Contents go one after the other into the index, the fresh ones last, and each of these looks up all before it.
    """
    size = outlines.size
    order = np.concatenate([np.setdiff1d(np.arange(size), fresh), fresh])
    places, rows = outlines.key_rows.places(order)
    _, keys, often = np.unique(outlines.keys["key"][places], return_inverse=True, return_counts=True)
    shares = outlines.keys["share"][places].astype(np.int64)
    under = np.argsort(keys, kind="stable")  # keys in turn, and under each its contents in order
    holders, held = np.repeat(np.arange(size), rows.lengths)[under], shares[under]
    begins = np.cumsum(often) - often
    known = int(rows.lengths[: size - len(fresh)].sum())
    filled = begins + np.bincount(keys[:known], minlength=len(often))
    sums = np.zeros(size, dtype=np.int64)  # of each content what it shares, and above ONE_MORE how many keys
    for rank in range(size - len(fresh), size):
        mine = rows.row(rank)
        several = [slice(begins[key], filled[key]) for key in keys[mine]]
        for stretch, share in zip(several, shares[mine].tolist(), strict=True):
            sums[holders[stretch]] += held[stretch] + (share + ONE_MORE)
        filled[keys[mine]] += 1
        found = np.concatenate([holders[stretch] for stretch in several]) if several else places[:0]
        found = found[(sums[found] >= FEWEST_KEYS * ONE_MORE) & (sums[found] % ONE_MORE >= LEAST_SHARED)]
        others, shared = order[found], sums[found] % ONE_MORE
        later = gaps(spans, int(order[rank]), others) > SOON
        yield coded(int(order[rank]), others[~later | (shared >= LEAST_SHARED_LATER)], size)
        for stretch in several:
            sums[holders[stretch]] = 0


def by_gists(outlines: Outlines, spans: Ints, fresh: Ints, least: float = ALIKE) -> Iterator[Ints]:
    """The pairs told within SOON whose gists point the same way, as codes.

    By day, a block of fresh ones against all that are told near it: products of whole numbers, which no order rounds.
    """
    lengths = outlines.lengths.astype(np.float32)
    order = np.lexsort((spans[:, 1], spans[:, 0]))
    order = order[lengths[order] > 0]
    is_fresh = np.zeros(outlines.size, bool)
    is_fresh[fresh] = True
    first, last = spans[order].T
    turns = np.flatnonzero(is_fresh[order])
    for begin in range(0, len(turns), BLOCK):
        mine = turns[begin : begin + BLOCK]
        near = (first <= last[mine].max() + SOON) & (last >= first[mine].min() - SOON)
        near[: mine[0]] &= ~is_fresh[order[: mine[0]]]  # those have met these before
        ones, others = order[mine], order[near]
        products = outlines.gists[ones].astype(np.float32) @ outlines.gists[others].astype(np.float32).T
        row, column = np.nonzero(products >= (least * lengths[ones])[:, None] * lengths[others])
        one, other = ones[row], others[column]
        kept = (one != other) & (gaps(spans, one, other) <= SOON)
        yield coded(one[kept], other[kept], outlines.size)
