"""The Admiralty digit that evidence suggests (FM 2-22.3, appendix B; AJP-2.1), and nothing more than evidence decides.

1 needs two independent voices or more; 5 a contradiction by a voice that is as well described or better; everything
else needs an analyst's judgment and is 6, "cannot be judged". The letter is an analyst's, F until one gives another.
"""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.model import Cite, Grade, Reason, SourcingKind, VoiceCount

# From the best described to the least (newsroom classes, as Reuters and AP rank them).
RANKS = (
    SourcingKind.NAMED,
    SourcingKind.SPOKESPERSON,
    SourcingKind.DOCUMENT,
    SourcingKind.TITLE,
    SourcingKind.UNNAMED,
    SourcingKind.MEDIA,
    SourcingKind.COLLECTIVE,
    SourcingKind.NONE,
)


def rank(kind: SourcingKind) -> int:
    """How well a speaker is described: 0 for the best.

    >>> rank(SourcingKind.NAMED) < rank(SourcingKind.UNNAMED)
    True
    """
    return RANKS.index(kind)


def judge_grade(
    count: VoiceCount,
    told: Sequence[SourcingKind],
    contradicted: Sequence[tuple[SourcingKind, Cite, str]],
    letter: str = "F",
) -> Grade:
    """The suggested digit of a content, with its evidence.

    `told` is how those who tell it are described, `contradicted` how those are who deny or doubt it, with their words'
    place and who they are. A contradiction outweighs voices: the standard keeps 1 for what nothing speaks against.
    """
    best = min(map(rank, told), default=len(RANKS))
    against = [(cite, who) for kind, cite, who in contradicted if rank(kind) <= best]
    if against:
        names = ", ".join(dict.fromkeys(who for _, who in against))
        reason = Reason(
            "contradicted", f"5 (improbable): {names} says the opposite and is described as well or better."
        )
        return Grade(count.of, 5, letter, (*count.cites, *(cite for cite, _ in against)), (reason,))
    if count.fewest >= 2 and not contradicted:
        reason = Reason("confirmed", f"1 (confirmed): {count.fewest} independent voices or more, and none against.")
        return Grade(count.of, 1, letter, count.cites, (reason,))
    why = "others contradict it, though none better described" if contradicted else "one voice may be all there is"
    reason = Reason("unjudged", f"6 (cannot be judged): {why}; 2, 3 and 4 take an analyst's judgment.")
    return Grade(count.of, 6, letter, count.cites, (reason,))
