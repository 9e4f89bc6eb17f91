"""Of what kind a debt is: the same text, a part of it, exchanged word by word, or recast by a person.

Every bound was set on the even half of the PolNeAR train reports with planted kin (evals/planting.py) and on the first
half of the hand-written stories (evals/gold/kin); evals/kinship.py measures on the others.
"""

from __future__ import annotations

from foreigndesk.model import KinshipKind
from foreigndesk.weighing.kinship.facts import Telling
from foreigndesk.weighing.kinship.likeness import Likeness, Side

# Half of a report in blocks is more than any two independent ones share (at most 0.16 on the development half); of
# less than half, three sentences and eighty words outside quotation marks are asked: the background that a house
# prints again and again, and that reaches other houses through its wire, is a paragraph of up to 76 words. Fifty words
# are more than the furniture around a report of a few lines; what stands in another nearly whole needs only twenty.
MOSTLY, MOSTLY_OWN = 0.5, 50
NEARLY_ALL, NEARLY_ALL_WORDS = 0.75, 20
PART_OWN, PART_SENTENCES, PART_SHARE = 80, 3, 0.12
WHOLE = 0.75  # of the creditor: what holds less is an excerpt; planted copies hold 0.81 and more in 99 of 100
ALIKE = 0.6  # of both: below, one is a part of the other, and its length tells which
LIKE_COPIED = 1.0  # changes per hundred equal words: copies have at most 0.8 in 99 of 100, edited texts 2 in the median
KEPT = 0.85  # of the shared sentences word for word: copies 0.86 and more in 95 of 100, edited texts at most 0.83
SWAPS = 1.5  # exchanges per hundred equal words: 2.7 and more in 99 of 100 texts with 10 % of content words exchanged
SWAPPED = 0.8  # of all changes are exchanges: 0.92 and more there
# Of both reports in blocks; 0.96 and more in 99 of 100 there: who spins keeps every sentence, who edits drops some.
SPUN_SHARE = 0.88
HEAVY = 8.0  # exchanges per hundred: nobody edits so by hand, also where only a part was taken
# A rewrite holds hardly a name or figure of its own, leaves out few, and tells them sentence for sentence. The three
# shares added up are 1.70 and more in all but one of the direct rewrites of the development stories (a condensed one
# has 1.49); pairs of PolNeAR reports by two outlets that hold each other's names reach 1.5.
RETOLD_SHARP, RETOLD, RETOLD_SUM = 0.75, 0.25, 1.6
RETOLD_COUNT = 14  # names and figures: reports with fewer are too like each other


def shares_words(likeness: Likeness) -> bool:
    """Whether one report has words of the other beyond what two writers at one event have in common."""
    one, other = likeness.one, likeness.other
    bulk, own, held = min(one.bulk, other.bulk), min(one.own, other.own), min(one.held, other.held)
    share, touched = max(one.share, other.share), max(one.touched, other.touched)
    return (
        (share >= MOSTLY and own >= MOSTLY_OWN)
        or (share >= NEARLY_ALL and held >= NEARLY_ALL_WORDS)
        or (share >= PART_SHARE and bulk >= PART_OWN and touched >= PART_SENTENCES)
    )


def has_the_facts(telling: Telling) -> bool:
    """Whether a report has hardly a name or figure that the other lacks."""
    return telling.sharp_share >= RETOLD_SHARP and telling.sharp >= RETOLD_COUNT


def is_retold(telling: Telling, told_back: Telling) -> bool:
    """Whether a report tells what the other tells, name for name, figure for figure and sentence for sentence."""
    added = telling.sharp_share + told_back.sharp_share + telling.told
    return has_the_facts(telling) and telling.told >= RETOLD and added >= RETOLD_SUM


def kind_of(likeness: Likeness) -> KinshipKind:
    """The kind of a debt for words between two outlets, whichever owes the other."""
    equal = max(sum(map(len, likeness.blocks)), 1)
    changes = likeness.swaps + likeness.recasts
    swap_rate, swap_share = 100 * likeness.swaps / equal, likeness.swaps / max(changes, 1)
    less, more = sorted((likeness.one.share, likeness.other.share))
    if swap_rate >= SWAPS and swap_share >= SWAPPED and (less >= SPUN_SHARE or (swap_rate >= HEAVY and more >= MOSTLY)):
        return KinshipKind.SPUN
    kept = max(side.kept / max(side.touched, 1) for side in (likeness.one, likeness.other))
    if 100 * changes / equal <= LIKE_COPIED or kept >= KEPT:
        return KinshipKind.COPY if more >= WHOLE and less >= ALIKE else KinshipKind.EXCERPT
    return KinshipKind.REWRITE


def copy_or_part(kind: KinshipKind, creditor: Side) -> KinshipKind:
    """Once it is known who owes whom: what holds the creditor whole is a copy, however much stands around it."""
    if kind not in {KinshipKind.COPY, KinshipKind.EXCERPT}:
        return kind
    return KinshipKind.COPY if creditor.share >= WHOLE else KinshipKind.EXCERPT
