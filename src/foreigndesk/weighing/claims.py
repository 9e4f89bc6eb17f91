"""Claims: one content told by several, across reports and speakers, in the best-sourced speaker's own words."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from foreigndesk.weighing.contents import Content, outline_of
from foreigndesk.weighing.gathering import Wording, judge_groups
from foreigndesk.weighing.nearness import Nearness, Span, Tie
from foreigndesk.weighing.polarity import Polarity, Sign, is_clear, polarity, sided

# From the strongest kind of sourcing to the weakest: of several tellings the words of the best sourced are shown.
STRENGTH = tuple(SourcingKind)
FEWEST_WORDS = 3  # content words and states: of less it cannot be told what it claims
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
    is the telling that it refers back to ("the same assertion"), whose content it then has; `spun` tells that a machine
    exchanged words of the report.
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
    spun: bool = False

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
    told: defaultdict[str, list[Said]] = defaultdict(list)
    for one in tellings:
        told[key_of(one.content)].append(one)
    near = nearness_of({key: (same[0].content, span_of(one.day for one in same)) for key, same in sorted(told.items())})
    ties = [*near.ties()]
    wordings = {key: Wording(key, tuple(one.cite for one in same)) for key, same in told.items()}
    groups = judge_groups(wordings, ties, near.between)
    found = [judge_claim(*parts) for parts in parts_of(groups, tellings, ties)]
    return sorted(found, key=by_speakers)


def by_speakers(claim: Claim) -> tuple[int, int, str]:
    """Claims with the most speakers first, then those most often told."""
    return -len(speakers(claim)), -len(claim.positions), claim.id


def parts_of(
    groups: Iterable[Sequence[str]], tellings: Iterable[Said], ties: Iterable[Tie]
) -> Iterator[tuple[list[Said], list[Tie]]]:
    """Of each group of contents, by key, its tellings in order of time, and its ties."""
    group_of = {key: rank for rank, group in enumerate(groups) for key in group}
    told: defaultdict[int, list[Said]] = defaultdict(list)
    tied: defaultdict[int, list[Tie]] = defaultdict(list)
    for one in sorted(tellings, key=lambda one: one.order):
        told[group_of[key_of(one.content)]].append(one)
    for tie in ties:
        rank = group_of.get(tie.one)
        if rank is not None and rank == group_of.get(tie.other):
            tied[rank].append(tie)
    return ((told[rank], tied[rank]) for rank in range(len(told)))


def takes_side(one: Said) -> bool:
    """Whether somebody says by a telling how it is."""
    content = one.content
    enough = bool(content.terms) and len(content.terms) + len(content.states) >= FEWEST_WORDS
    return enough and content.left_open is None and one.force is not Force.DECLINE


def speakers(claim: Claim) -> frozenset[str]:
    """Who takes a position, known actors by their id."""
    return frozenset(position.holder for position in claim.positions)


# -- gathering ---------------------------------------------------------------------------------------------------------


# asked of each telling several times
@functools.lru_cache(maxsize=1 << 14)
def key_of(content: Content) -> str:
    """The key of a content, the same for all that is told in the same words with the same force, and of one gist."""
    return name_id("w", content.text, content.force, content.telling, content.speaker, content.gist.hex())


def nearness_of(contents: Mapping[str, tuple[Content, Span]]) -> Nearness:
    """How near some contents are, told from day to day, by key and in the order of their keys."""
    told = contents.values()
    return Nearness([*contents], [outline_of(content) for content, _ in told], [span for _, span in told])


def span_of(days: Iterable[str | None]) -> Span:
    """The first and the last of some days as numbers, None and None where none is known.

    >>> span_of(["2024-11-01", None, "2024-10-31"])
    (739190, 739191)
    """
    numbers = [dt.date.fromisoformat(day).toordinal() for day in days if day]
    return (min(numbers), max(numbers)) if numbers else (None, None)


# -- one claim ---------------------------------------------------------------------------------------------------------


def judge_claim(tellings: Sequence[Said], ties: Iterable[Tie] = ()) -> Claim:
    """The claim that some tellings make together, in the words of the best sourced who asserts it.

    `tellings` are in order of time, `ties` are those between their contents. Raises ValueError for none.
    """
    if not tellings:
        raise ValueError("a claim is told somewhere")
    lead = min(central(tellings, ties), key=rank)
    told, unclear = stances_of(tellings, lead)
    positions = tuple(
        Position(one.speaker, one.actor, stance, one.id, one.sourcing, one.day, one.lineage, one.cite)
        for one, stance in told
    )
    return Claim(
        id=claim_id(tellings[0].id),
        words=lead.printed,
        cite=lead.cite,
        positions=positions,
        variants=tuple(variants_of([one for one, _ in told])),
        reasons=(*reasons_for([one for one, _ in told], lead, positions), *unclear_for(unclear)),
    )


def claim_id(telling: str) -> str:
    """The id of the claim that begins with this telling."""
    return name_id("c", telling)


def central(tellings: Sequence[Said], ties: Iterable[Tie]) -> Sequence[Said]:
    """The tellings that have most in common with the others: a claim is not worded by its odd one out."""
    keys = [key_of(one.content) for one in tellings]
    close = dict.fromkeys(keys, 0.0)
    if len(close) <= len(("one", "other")):
        return tellings
    for tie in sorted(ties, key=lambda tie: (tie.one, tie.other)):
        if tie.one in close and tie.other in close:
            close[tie.one] += tie.nearness
            close[tie.other] += tie.nearness
    least = CENTRAL * max(close.values())
    return [one for one, key in zip(tellings, keys, strict=True) if close[key] >= least]


CENTRAL = 0.7  # of what the one with most in common has in common with the others


def rank(one: Said) -> tuple[bool, bool, int, bool, tuple[bool, str, str, int, str]]:
    """Who is best placed to word a claim: who asserts it, in words of his own, on the strongest sourcing, in a whole
    clause, first."""
    unfit = one.refers is not None or sided(one.content).is_against
    short = len(one.content.terms) + len(one.content.states) < ENOUGH_WORDS
    return unfit, one.spun, STRENGTH.index(one.sourcing), short, one.order


ENOUGH_WORDS = 4  # content words and states: fewer are hardly a claim that is understood by itself


def stances_of(tellings: Sequence[Said], lead: Said) -> tuple[list[tuple[Said, Stance]], list[Said]]:
    """Where the speaker of each telling stands to the claim as the lead words it, and the tellings that are unclear.

    A telling whose words are against the claim, and do not clearly oppose those of anybody who asserts it, is likelier
    to tell something else of the matter than to contest it: it takes no side.
    """
    known: dict[tuple[Content, Force], Stance] = {}
    for one in tellings:
        if (one.content, one.force) not in known:
            known[one.content, one.force] = stance_of(one, lead)
    told = [(one, known[one.content, one.force]) for one in tellings]
    asserted = {one.content: one for one, stance in told if stance is Stance.ASSERT}.values()
    # what copies tell is laid beside the assertions once
    against = {(one.content, one.speaker, one.sourcing): one for one, stance in told if stance is not Stance.ASSERT}
    unclear = {
        one.content for one in against.values() if asserted and not any(contests(one, other) for other in asserted)
    }
    counted, uncounted = [], []
    for one, stance in told:
        if stance is not Stance.ASSERT and one.content in unclear:
            uncounted.append(one)
        else:
            counted.append((one, stance))
    return counted, uncounted


def contests(one: Said, other: Said) -> bool:
    """Whether a telling clearly opposes another; what two say that they themselves will do are two deeds."""
    both = OF_ONESELF.match(one.content.text) and OF_ONESELF.match(other.content.text)
    if both and one.sourcing is other.sourcing is SourcingKind.NAMED and one.speaker != other.speaker:
        return False
    return one.content == other.content or is_clear(one.content, other.content)


# "he would not support the nominee": of a named speaker it is mostly himself
OF_ONESELF = re.compile(
    r"\W*(?:that )?(?:I|he|she|they)"
    r"(?:['’](?:d|ll)| (?:(?:would|could)(?:n['’]t)?|will|won['’]t|can|cannot|shall|intended))\b",
    re.IGNORECASE,
)


def stance_of(one: Said, lead: Said) -> Stance:
    """The stance of a telling to the claim that the lead's words make; what the lead denies is the claim denied."""
    against = Stance.DOUBT if sided(one.content) is Sign.DOUBTED or one.force is Force.DOUBT else Stance.DENY
    if key_of(one.content) == key_of(lead.content):
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


def unclear_for(unclear: Iterable[Said]) -> Iterator[Reason]:
    """Whose words are near the claim and turn something, and were not counted."""
    told = list(dict.fromkeys(f"{one.speaker} ({one.id}, {one.day or 'no day told'})" for one in unclear))
    if told:
        yield Reason(
            "unclear", f"Near it and not counted, for what they turn may be another matter: {'; '.join(told)}."
        )
