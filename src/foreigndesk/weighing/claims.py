"""Claims: one content told by several, across reports and speakers, in the best-sourced speaker's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from foreigndesk.model import (
    Cite,
    Claim,
    Force,
    Position,
    Reason,
    SourcingKind,
    Stance,
    Variant,
    name_id,
)
from foreigndesk.weighing.contents import TOGETHER, TOO_FAR, Content, closeness
from foreigndesk.weighing.kinship.words import fingerprint
from foreigndesk.weighing.polarity import Polarity, Sign, polarity, sided

# From the strongest kind of sourcing to the weakest: of several tellings the words of the best sourced are shown.
STRENGTH = tuple(SourcingKind)
# A word or pair that so many have says little about which two belong together; beyond it only neighbours in time meet.
CROWD = 24
NEIGHBOURS = 6
MOST_OF_A_KEY = 3000
FEWEST_KEYS = 3  # keys that two tellings must have in common to be compared at all
FEWEST_WORDS = 3  # content words and states: of less it cannot be told what it claims
HEAVY = 0.6  # weight from which on a word by itself is a key
ENOUGH_FOR = 0.6  # share of such pairs that must be close
COMPARED = 4  # tellings of each group that are compared when two groups are joined
NUMBER = (
    r"\$?\d[\d,]*(?:\.\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|two|several|many|tens of|dozens of|hundreds of|scores of)"
)
FIGURE = re.compile(
    r"\b(?:(?:about|some|around|roughly|nearly|almost|up to|as many as|as much as|more than|less than|fewer than|over"
    rf"|at least|at most|well over|an estimated) )?(?:{NUMBER})"
    r"(?: (?:hundred|thousand|million|billion|percent|per cent|%|dozen))*"
    r"|\b(?:thousands|hundreds|dozens|scores|tens of thousands|two dozen)\b",
    re.IGNORECASE,
)
NO_FIGURE = re.compile(r"(?:19|20)\d\d$")
MONTH_BEFORE = re.compile(
    r"(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? $|\b(?:in|since|of|by) (?=(?:19|20)\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One telling, as claims are gathered from: who says what on which day, how sourced, and where it stands.

    `id` is that of the statement or event, `day` ISO 8601, `lineage` that of the report; `printed` is what is told as
    printed at the cite, `content` the same made ready for comparison. `refers`
    is the telling that it refers back to ("the same assertion"), whose content it then has.
    """

    id: str
    speaker: str
    actor: str | None
    force: Force
    sourcing: SourcingKind
    day: str | None
    lineage: str
    cite: Cite
    printed: str
    content: Content
    refers: str | None = None

    @property
    def order(self) -> tuple[bool, str, str, int, str]:
        """By day, undated ones last, then by place."""
        return self.day is None, self.day or "", self.cite.report, self.cite.start, self.id


def judge_claims(said: Iterable[Said]) -> list[Claim]:
    """The claims in some tellings, each telling in one claim: those with the most speakers first.

    The order of the tellings does not matter. What takes no side (who asks, declines, cannot say) is left out.
    """
    tellings = sorted(
        (one for one in {one.id: one for one in said}.values() if takes_side(one)), key=lambda one: one.order
    )
    groups = gathered(tellings)
    found = [judge_claim([tellings[place] for place in group]) for group in groups]
    return sorted(found, key=lambda claim: (-len(speakers(claim)), -len(claim.positions), claim.id))


def takes_side(one: Said) -> bool:
    """Whether somebody says by a telling how it is."""
    content = one.content
    enough = bool(content.terms) and len(content.terms) + len(content.states) >= FEWEST_WORDS
    return enough and content.left_open is None and one.force is not Force.DECLINE


def speakers(claim: Claim) -> frozenset[str]:
    """Who takes a position, known actors by their id."""
    return frozenset(position.actor or position.speaker for position in claim.positions)


# -- gathering ---------------------------------------------------------------------------------------------------------


def keys_of(content: Content) -> Iterator[str]:
    """What tellings of one claim are found by: names, rarer words, and states with what is told of them."""
    yield from content.names
    for term in content.terms:
        if term.weight >= HEAVY:
            yield term.stem
        for state in content.states:
            yield f"{state} {term.stem}"
            for concept in (*term.concepts, *term.contrary):
                yield f"{state} {concept}"
    concepts = sorted(content.concepts)
    for place, concept in enumerate(concepts):
        for other in concepts[place + 1 :]:
            yield f"{concept} {other}"


def candidates(tellings: Sequence[Said]) -> list[tuple[int, int]]:
    """The pairs of tellings, by place, that have at least FEWEST_KEYS keys in common; neighbours only in a crowd."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(tellings):
        for key in set(keys_of(one.content)):
            holders[fingerprint(key)].append(place)
    size = len(tellings)
    codes = []
    for places in holders.values():
        count = len(places)
        if not 1 < count <= MOST_OF_A_KEY:
            continue
        row = np.array(places, dtype=np.int64)
        reach = count - 1 if count <= CROWD else NEIGHBOURS
        codes += [row[:-gap] * size + row[gap:] for gap in range(1, reach + 1)]
    if not codes:
        return []
    pairs, often = np.unique(np.concatenate(codes), return_counts=True)
    return [(int(code) // size, int(code) % size) for code in pairs[often >= FEWEST_KEYS]]


def gathered(tellings: Sequence[Said]) -> list[list[int]]:
    """The places of tellings that are one claim, each in one group; of each group in order."""
    known: dict[tuple[int, int], float] = {}

    def near(one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            known[pair] = closeness(tellings[pair[0]].content, tellings[pair[1]].content)
        return known[pair]

    ties = [(near(*pair), pair) for pair in candidates(tellings) if not overlap(*(tellings[place] for place in pair))]
    ties = sorted(((tie, pair) for tie, pair in ties if tie >= TOGETHER), key=lambda each: (-each[0], each[1]))
    group_of = {place: [place] for place in range(len(tellings))}
    for _, (one, other) in ties:
        mine, theirs = group_of[one], group_of[other]
        if mine is theirs:
            continue
        across = [near(here, there) for here in mine[:COMPARED] for there in theirs[:COMPARED]]
        # most must speak for it: one telling that lies between two claims does not make them one
        if ENOUGH_FOR * len(across) <= sum(each >= TOO_FAR for each in across):
            joined = sorted(mine + theirs)
            for place in joined:
                group_of[place] = joined
    return list({id(group): group for group in group_of.values()}.values())


def overlap(one: Said, other: Said) -> bool:
    """Whether two tellings are partly the same words of one report: a statement, and one inside it."""
    here, there = one.cite, other.cite
    return here.report == there.report and here.start < there.end and there.start < here.end


# -- one claim ---------------------------------------------------------------------------------------------------------


def judge_claim(tellings: Sequence[Said]) -> Claim:
    """The claim that some tellings make together, in the words of the best sourced who asserts it.

    `tellings` are in order of time. Raises ValueError for none.
    """
    if not tellings:
        raise ValueError("a claim is told somewhere")
    lead = min(central(tellings), key=rank)
    positions = tuple(position_of(one, lead) for one in tellings)
    return Claim(
        id=name_id("c", tellings[0].id),
        words=lead.printed,
        cite=lead.cite,
        positions=positions,
        variants=tuple(variants_of(tellings)),
        reasons=tuple(reasons_for(tellings, lead, positions)),
    )


def central(tellings: Sequence[Said]) -> Sequence[Said]:
    """The tellings that have most in common with the others: a claim is not worded by its odd one out."""
    looked_at = tellings[:LOOKED_AT]
    if len(looked_at) <= len(("one", "other")):
        return looked_at
    close = dict.fromkeys((one.id for one in looked_at), 0.0)
    for one, other in combinations(looked_at, 2):
        shared = closeness(one.content, other.content)
        close[one.id] += shared
        close[other.id] += shared
    least = CENTRAL * max(close.values())
    return [one for one in looked_at if close[one.id] >= least]


CENTRAL = 0.7  # of what the one with most in common has in common with the others
LOOKED_AT = 8  # tellings of a claim, the earliest, among which its words are looked for


def rank(one: Said) -> tuple[bool, int, bool, tuple[bool, str, str, int, str]]:
    """Who is best placed to word a claim: who asserts it, on the strongest sourcing, in a whole clause, first."""
    short = len(one.content.terms) + len(one.content.states) < ENOUGH_WORDS
    return one.refers is not None or sided(one.content).is_against, STRENGTH.index(one.sourcing), short, one.order


ENOUGH_WORDS = 4  # content words and states: fewer are hardly a claim that is understood by itself


def position_of(one: Said, lead: Said) -> Position:
    """Where the speaker of a telling stands to the claim as the lead words it."""
    return Position(one.speaker, one.actor, stance_of(one, lead), one.id, one.sourcing, one.day, one.lineage, one.cite)


def stance_of(one: Said, lead: Said) -> Stance:
    """The stance of a telling to the claim that the lead's words make; what the lead denies is the claim denied."""
    against = Stance.DOUBT if sided(one.content) is Sign.DOUBTED or one.force is Force.DOUBT else Stance.DENY
    if one is lead:
        return against if sided(one.content).is_against else Stance.ASSERT
    opposed = polarity(one.content, lead.content) is Polarity.OPPOSE
    return against if opposed != sided(lead.content).is_against else Stance.ASSERT


def variants_of(tellings: Sequence[Said]) -> Iterator[Variant]:
    """The figures with which a claim is told, in the order in which they came up; none for a claim without figures."""
    cites: defaultdict[str, list[Cite]] = defaultdict(list)
    printed: dict[str, tuple[str, str | None]] = {}
    for one in tellings:
        for figure in figures_in(one.printed):
            key = " ".join(figure.lower().split())
            printed.setdefault(key, (figure, one.day))
            cites[key].append(one.cite)
    for key, (figure, day) in printed.items():
        yield Variant(figure, day, tuple(dict.fromkeys(cites[key])))


def figures_in(words: str) -> list[str]:
    """The figures in some words, with what hedges them, as printed; neither days nor years.

    >>> figures_in("as many as 12,000 troops since May 3, 2024"), figures_in("two dozen vehicles")
    (['as many as 12,000'], ['two dozen'])
    """
    found = [(match.start(), match.group().strip(" ,")) for match in FIGURE.finditer(words)]
    return [
        figure for start, figure in found if not NO_FIGURE.search(figure) and not MONTH_BEFORE.search(words[:start])
    ]


def reasons_for(tellings: Sequence[Said], lead: Said, positions: Sequence[Position]) -> Iterator[Reason]:
    """Why these tellings are one claim, and why it is worded so."""
    reports = len({one.cite.report for one in tellings})
    if len(tellings) == 1:
        yield Reason("single-telling", "It is told once.")
    else:
        yield Reason(
            "same-content",
            f"{len(tellings)} tellings in {reports} report{'s' if reports > 1 else ''} have their actors, deed and"
            " words in common by meaning.",
        )
    yield Reason(
        "best-sourced", f"Its words are those of {lead.speaker}, the best sourced ({lead.sourcing}) to tell it."
    )
    against = [position for position in positions if position.stance is not Stance.ASSERT]
    if against:
        who = ", ".join(dict.fromkeys(position.speaker for position in against))
        yield Reason("against", f"Denied or doubted by: {who}.")
