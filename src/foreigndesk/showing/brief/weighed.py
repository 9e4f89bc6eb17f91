"""What weighing found, as lines of a brief: claims, contests, forecasts, silences, relations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foreigndesk.model import (
    Cite,
    Claim,
    Contest,
    Indication,
    Move,
    Outcome,
    Position,
    Relation,
    Silence,
    SilenceKind,
    Stance,
    VoiceCount,
    Watch,
    day_of,
    name_id,
)
from foreigndesk.showing.brief.value import FindingLine
from foreigndesk.showing.brief.words import said_words
from foreigndesk.showing.cites import Labels, Ref
from foreigndesk.showing.listings.lineage import voices_in_words
from foreigndesk.showing.phrases import SOURCINGS, show_day
from foreigndesk.showing.words import clip, count, listed

LINE = 110  # cells of a content: little more than a line of a wide terminal
SOON = dt.timedelta(14)  # a forecast due within a fortnight of the last report is due soon
QUOTES = '“”", '
NO_OUTLET = re.compile(r"r-[0-9a-f]+")
NAMES = 3  # of those who stand on one side

Counted = tuple[VoiceCount | None, VoiceCount | None, VoiceCount | None]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing found of what was asked about, by the day of the last report; what is new since `since`.

    `claims` are told by several, `voices` those behind claims and sides that are to be shown, by claim; `words` the
    printed words of forecasts, `days` the day of each report that is cited.
    """

    day: dt.date
    since: dt.date
    claims: tuple[Claim, ...] = ()
    contests: tuple[Contest, ...] = ()
    voices: Mapping[str, Counted] | None = None
    watches: tuple[Watch, ...] = ()
    indications: tuple[Indication, ...] = ()
    silences: tuple[Silence, ...] = ()
    relations: tuple[Relation, ...] = ()
    more_relations: int = 0
    words: Mapping[str, str] | None = None
    days: Mapping[str, str] | None = None


def refs(cites: Iterable[Cite], labels: Labels) -> tuple[Ref, ...]:
    """The cites as shown, one of each paragraph."""
    found: dict[str, Ref] = {}
    for cite in cites:
        if cite.report in labels.paragraphs:
            ref = labels.ref(cite)
            found.setdefault(ref.label, ref)
    return tuple(found.values())


def quoted(words: str) -> str:
    """Printed words as a quotation of one line."""
    return f"“{clip(said_words(words).strip(QUOTES), LINE)}”"


# -- claims ------------------------------------------------------------------------------------------------------------


def choose_claims(claims: Iterable[Claim], contests: Iterable[Contest]) -> list[Claim]:
    """The claims that are not contested, those that the most lineages tell first, of equals the latest."""
    disputed = {contest.claim.id for contest in contests}
    plain = [claim for claim in claims if claim.id not in disputed]
    newest = sorted(plain, key=lambda claim: (last_told(claim), claim.id), reverse=True)
    return sorted(newest, key=lambda claim: -spread(claim))


def choose_contests(contests: Iterable[Contest]) -> list[Contest]:
    """The contests that the most lineages are part of first, those in which somebody moved before equals."""
    newest = sorted(contests, key=lambda one: (last_told(one.claim), one.claim.id), reverse=True)
    return sorted(newest, key=lambda one: (-spread(one.claim), -len(one.moves)))


def spread(claim: Claim) -> int:
    """How many lineages tell it."""
    return len({position.lineage for position in claim.positions})


def last_told(claim: Claim) -> str:
    """The last day it was told; "" for none."""
    return max((position.day or "" for position in claim.positions), default="")


def first_told(claim: Claim) -> str:
    """The first day it was told; "9" for none, so that it is never old."""
    return min((position.day for position in claim.positions if position.day), default="9")


def claim_line(claim: Claim, found: Weighed, labels: Labels) -> FindingLine:
    """A claim in the words of the best sourced, with the voices behind it and the figures it is told with."""
    counted = voices_behind(claim, found)[0]
    teller = next((one for one in claim.positions if one.cite == claim.cite), claim.positions[0])
    others = {one.speaker for one in claim.positions} - {teller.speaker}
    by = who(teller) + (f" and {count(len(others), 'other')}" if others else "")
    notes = [f"told by {by}"]
    notes += [figures_words(claim)] if len(claim.variants) > 1 else []
    return FindingLine(
        claim.id,
        voices_in_words(counted) if counted else "",
        quoted(claim.words),
        tuple(notes),
        refs([claim.cite, *(one.cite for one in claim.positions)], labels),
        single=counted is not None and counted.fewest <= 1,
    )


def voices_behind(claim: Claim, found: Weighed) -> Counted:
    """The voices behind each side of a claim, where they were counted."""
    return (found.voices or {}).get(claim.id, (None, None, None))


def figures_words(claim: Claim) -> str:
    """The figures of a claim side by side, with the day each was first told."""
    return "figures " + ", ".join(f"{one.figure} ({show_day(one.first_day)})" for one in claim.variants[:4])


def who(position: Position) -> str:
    """Who takes a position, and how he or she is described."""
    name = "somebody not told" if position.speaker == "–" else position.speaker
    if NO_OUTLET.fullmatch(name):
        return "a report without outlet"
    described = SOURCINGS[position.sourcing]
    return name if described in {"named", "nobody given"} else f"{name} ({described})"


def contest_line(contest: Contest, found: Weighed, labels: Labels) -> FindingLine:
    """A contest: the words, who stands on each side with how many voices, and who moved."""
    counts = voices_behind(contest.claim, found)
    sides = (
        ("asserted by", contest.asserting, counts[0]),
        ("doubted by", contest.doubting, counts[1]),
        ("denied by", contest.denying, counts[2]),
    )
    notes = [side_words(verb, positions, counted) for verb, positions, counted in sides if positions]
    if contest.undecided:
        notes.append(f"left open by {names_of(contest.undecided)}")
    notes += [f"changed sides: {move_words(move)}" for move in contest.moves[:NAMES]]
    if len(contest.claim.variants) > 1:
        notes.append(figures_words(contest.claim))
    shown = [contest.claim.cite, *(positions[0].cite for _, positions, _ in sides if positions)]
    return FindingLine(
        contest.claim.id,
        "",
        quoted(contest.claim.words),
        tuple(notes),
        refs([*shown, *contest.claim.cites], labels),
        single=counts[0] is not None and counts[0].fewest <= 1,
    )


STANDS = {
    Stance.ASSERT: "asserted it",
    Stance.DOUBT: "doubted it",
    Stance.DENY: "denied it",
    Stance.OPEN: "left it open",
}


def move_words(move: Move) -> str:
    """Who changed sides, from which to which, and when."""
    before, after = move.before, move.after
    return f"{move.speaker} {STANDS[before.stance]} {before.day}, {STANDS[after.stance]} {after.day}"


def side_words(verb: str, positions: Sequence[Position], counted: VoiceCount | None) -> str:
    """One side of a contest: "denied by Russia, Valery Osmolov (1 voice in 3 reports)"."""
    return f"{verb} {names_of(positions)}" + (f" ({voices_in_words(counted)})" if counted else "")


def names_of(positions: Iterable[Position]) -> str:
    """Who takes some positions, each once."""
    return listed(list(dict.fromkeys(who(one) for one in positions)), NAMES)


# -- forecasts ---------------------------------------------------------------------------------------------------------


def outcome(watch: Watch) -> Outcome:
    """What became of a forecast: the analyst's word where there is one, else what the desk proposes."""
    return watch.confirmed or watch.proposed


def decided_on(watch: Watch, found: Weighed) -> str:
    """The day on which it was told what became of a forecast, or on which it lapsed; "" for an open one."""
    if outcome(watch) is Outcome.OPEN:
        return ""
    if outcome(watch) is Outcome.LAPSED:
        return watch.due or ""
    return min((day for cite in watch.cites[1:] if (day := (found.days or {}).get(cite.report))), default="")


def watch_lines(found: Weighed, labels: Labels) -> Iterator[FindingLine]:
    """Open forecasts that are due soon, the first due first, then those whose condition has come, then the latest."""
    still = [one for one in found.watches if outcome(one) is Outcome.OPEN]

    def rank(one: Watch) -> tuple[int, str, str]:
        due = day_of(one.due)
        if due is not None and found.day <= due <= found.day + SOON:
            return 0, one.due or "", one.forecast
        return (1 if one.met else 2 if due is not None else 3), one.due or "", one.forecast

    latest = sorted(still, key=lambda one: (found.days or {}).get(one.report, ""), reverse=True)
    for one in sorted(latest, key=lambda one: rank(one)[:2]):
        head = f"due {one.due}" if one.due else "no day told"
        notes = [f"its condition was met on {one.met}"] if one.met else []
        yield watch_line(one, head, notes, found, labels)


def watch_line(one: Watch, head: str, notes: Sequence[str], found: Weighed, labels: Labels) -> FindingLine:
    """A forecast: whose it is, what is to come."""
    text = f"{one.speaker or 'the writer'}: {quoted((found.words or {}).get(one.forecast, ''))}"
    return FindingLine(one.forecast, head, text, tuple(notes), refs(one.cites, labels), single=True)


def ledger_words(found: Weighed) -> str:
    """How many forecasts there are, and what became of them."""
    if not found.watches:
        return ""
    kinds = [outcome(one) for one in found.watches]
    told = ", ".join(f"{kinds.count(kind)} {kind.value}" for kind in Outcome if kind in kinds)
    return f"Of {count(len(kinds), 'forecast')}: {told}; the desk proposes, an analyst confirms."


def indication_line(one: Indication, labels: Labels) -> FindingLine:
    """An indicator: seen or not, told as well."""
    seen = f"seen on {count(one.seen, 'day')}, last {one.last}" if one.seen else f"not seen by {one.checked}"
    reports = f"{count(one.reports, 'report')} looked through"
    return FindingLine(
        one.indicator.id, f"indicator {seen}", quoted(one.indicator.words), (reports,), refs(one.cites, labels)
    )


# -- silences ----------------------------------------------------------------------------------------------------------


def choose_silences(silences: Iterable[Silence], day: dt.date) -> list[Silence]:
    """The silences that last, those of known actors told in most reports first; observed ones last."""
    lasting = [one for one in silences if one.until is None or (end := day_of(one.until)) is None or end > day]
    return sorted(
        lasting,
        key=lambda one: (
            one.kind is SilenceKind.OBSERVED,
            one.actor is None,
            -len({cite.report for cite in one.cites}),
            one.since or "",
            one.name,
        ),
    )


def silence_line(one: Silence, labels: Labels) -> FindingLine:
    """A silence: who, about what, since when, and how it is known."""
    about = f" about {clip(one.about.removeprefix('about '), LINE)}" if one.about else ""
    since = f" since {one.since}" if one.since else ""
    told = f"silent{about}{since}" if one.kind is SilenceKind.REPORTED else f"no statement{since}"
    return FindingLine(one.id, one.name, told, (one.coverage,), refs(one.cites, labels))


# -- relations ---------------------------------------------------------------------------------------------------------


def relation_line(one: Relation, labels: Labels) -> FindingLine:
    """Where two actors stand: the mean of all deeds with bounds, each way, the last turn, and how often they spoke."""
    deeds = sum(point.events for point in one.points)
    known = [point for point in one.points if point.scale is not None]
    ways = [
        f"{way.actor} → {way.recipient} {way.scale:+.1f} [{way.low:+.1f}, {way.high:+.1f}], {count(way.events, 'deed')}"
        for way in one.ways
        if way.scale is not None
    ]
    together = deeds - sum(way.events for way in one.ways)
    ways += [f"{count(together, 'deed')} together"] if together > 0 else []
    remarks = sum(len(way.remarks) for way in one.ways)
    ways += [f"{count(remarks, 'statement')} about each other"] if remarks else []
    turn = next((f"turned {turn.start}: {turn.now:+.1f} after {turn.was:+.1f}" for turn in reversed(one.turns)), "")
    latest = known[-1].cites if known else ()
    return FindingLine(
        name_id("b", one.one, one.other),
        f"{one.one} and {one.other}",
        ways[0] if ways else "no deeds",
        (*ways[1:], *([turn] if turn else [])),
        refs(latest or one.cites, labels),
    )
