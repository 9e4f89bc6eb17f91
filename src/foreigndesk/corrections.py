"""A reading as analysts corrected it: their words come last, also when the report has been read again.

The machine's reading and the corrections are kept apart; `correct` lays the one over the other. A correction finds its
finding by id, else by the words that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from foreigndesk.errors import DeskError
from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import (
    Anchor,
    Correction,
    Event,
    Forecast,
    Mention,
    Name,
    Party,
    Passage,
    Reading,
    Reason,
    Span,
    Statement,
    Subject,
    Verdict,
    name_id,
)
from foreigndesk.record import decode, encode

Finding = Statement | Event | Forecast | Name

# Where each subject stands in a reading, and its type.
PLACES: dict[Subject, tuple[str, type[Any]]] = {
    Subject.STATEMENT: ("statements", Statement),
    Subject.EVENT: ("events", Event),
    Subject.FORECAST: ("forecasts", Forecast),
    Subject.NAME: ("names", Name),
}
AROUND = 32  # characters on each side of a quotation: enough to tell two like ones apart
ENOUGH = 0.5  # of the characters of both together: less than half in common is another finding
RULE = "review"  # the rule of a reason that an analyst is


def id_of(report: str, finding: Finding) -> str:
    """The id of a finding; a name has one only here, from its place.

    >>> id_of("r-3ea2c3aa0f51", Name("Beijing", None, "CHN", 4, 11))
    'n-3ea2c3aa0f51-4-11'
    """
    if isinstance(finding, Name):
        return f"n-{report.removeprefix('r-')}-{finding.start}-{finding.end}"
    return finding.id


def subject_of(finding: Finding) -> Subject:
    """What kind of thing a finding is."""
    return next(subject for subject, (_, kind) in PLACES.items() if isinstance(finding, kind))


def extent(finding: Finding) -> Span:
    """From the first to the last character that a finding rests on; [0, 0) for one that has no words."""
    match finding:
        case Name():
            return Span(finding.start, finding.end)
        case Event():
            return Span(finding.passage.start, finding.passage.end)
        case Forecast():
            parts: list[Passage] = [one for one in (finding.outcome, finding.condition) if one]
        case Statement():
            parts = [*finding.content, *((finding.cue,) if finding.cue else ())]
    return Span(min((part.start for part in parts), default=0), max((part.end for part in parts), default=0))


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a span of a text.

    >>> anchor_of("Talks went on.", Span(6, 10))
    Anchor(quote='went', start=6, before='Talks ', after=' on.')
    """
    start, end = span.start, span.end
    return Anchor(text[start:end], start, text[max(0, start - AROUND) : start], text[end : end + AROUND])


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where an anchor's words stand in a text: where they stood, else where most around them is alike; None if nowhere.

    >>> find_anchor("So talks went on.", anchor_of("Talks went on.", Span(6, 10)))
    Span(start=9, end=13)
    """
    length = len(anchor.quote)
    if not length:
        return None
    if text[anchor.start : anchor.start + length] == anchor.quote:
        return Span(anchor.start, anchor.start + length)
    places, at = [], text.find(anchor.quote)
    while at >= 0:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    if not places:
        return None

    def fit(place: int) -> tuple[int, int]:
        before, after = text[max(0, place - AROUND) : place], text[place + length : place + length + AROUND]
        like = common(reversed(before), reversed(anchor.before)) + common(after, anchor.after)
        return like, -abs(place - anchor.start)

    best = max(places, key=fit)
    return Span(best, best + length)


def common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common from their beginning."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading with the corrections laid over it, and those whose finding the reader no longer has.

    Of these an accepted, edited or added finding is put back as the analyst left it.
    """

    reading: Reading
    put_back: tuple[Correction, ...] = ()


def correct(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """The reading as analysts want it; of two words on one finding, or on one field of it, the last counts."""
    laid = list(corrections)
    put_back: list[Correction] = []
    changed: dict[str, Any] = {}
    for subject, (place, _) in PLACES.items():
        found = {id_of(reading.report.id, one): one for one in getattr(reading, place)}
        mine = sorted((one for one in laid if one.subject is subject), key=lambda one: (one.made, one.id))
        if mine:
            changed[place] = tuple(_laid_over(found, mine, reading.report.text, put_back))
    return Corrected(_consistent(reading, replace(reading, **changed)), tuple(put_back))


def _laid_over(
    found: dict[str, Any], corrections: list[Correction], text: str, put_back: list[Correction]
) -> list[Finding]:
    """The findings of one kind after their corrections, in the order of the text."""
    kept: dict[str, Finding] = dict(found)
    meant: dict[str, str] = {}  # the id that a correction names -> the id of the finding as it is read today
    rejected: set[str] = set()
    named = {one.finding for one in corrections}
    nameless = {key: finding for key, finding in found.items() if key not in named}
    for one in corrections:
        if one.finding not in kept and one.finding not in meant:
            meant[one.finding] = _target(one, nameless, text) or one.finding
        key = meant.get(one.finding, one.finding)
        if one.verdict is Verdict.REJECT:
            rejected.add(key)
            continue
        rejected.discard(key)
        after = decode(one.after, PLACES[one.subject][1]) if one.after else None
        if key in kept:
            if one.verdict is Verdict.EDIT and after is not None:
                kept[key] = overlaid(kept[key], after, one.fields)
        elif after is not None:
            kept[key] = after
            if one.verdict is not Verdict.ADD:
                put_back.append(one)
        if key in kept:
            kept[key] = replace(kept[key], reasons=(*kept[key].reasons, reason_of(one)))
    left = [finding for key, finding in kept.items() if key not in rejected]
    return sorted(left, key=lambda finding: extent(finding).start)


def _consistent(former: Reading, corrected: Reading) -> Reading:
    """A corrected reading whose findings go together: none under a statement that is gone, actors as its names say."""
    gone = {one.id for one in former.statements} - {one.id for one in corrected.statements}
    actors = {(name.start, name.end): name.actor for name in former.names}
    changed = {
        (name.start, name.end): name.actor
        for name in corrected.names
        if is_reviewed(name) and name.actor != actors.get((name.start, name.end), name.actor)
    }

    def named(mention: Mention) -> Mention:
        if mention.start is None or mention.end is None:
            return mention
        actor = changed.get((mention.start, mention.end))
        known = load_actors().get(actor) if actor else None
        if known is None:
            return mention
        return replace(mention, actor=actor, name=known.name, country=known.country, post=None, doubt=None)

    def party(one: Party) -> Party:
        actor = changed.get((one.start, one.end))
        known = load_actors().get(actor) if actor else None
        return replace(one, actor=actor, country=known.country, sector=known.sector) if known else one

    statements = tuple(
        replace(
            one,
            within=None if one.within in gone else one.within,
            speaker=one.speaker if _changed_by_hand(one, "speaker") else named(one.speaker),
            addressees=tuple(named(each) for each in one.addressees),
            via=tuple(named(each) for each in one.via),
        )
        for one in corrected.statements
    )
    events = tuple(
        replace(
            one,
            statement=None if one.statement in gone else one.statement,
            actor=tuple(party(each) for each in one.actor),
            recipient=tuple(party(each) for each in one.recipient),
        )
        for one in corrected.events
    )
    return replace(corrected, statements=statements, events=events)


def _changed_by_hand(finding: Statement, field: str) -> bool:
    return any(reason.rule == RULE and f"changed {field}" in reason.sentence for reason in finding.reasons)


def _target(correction: Correction, found: dict[str, Finding], text: str) -> str | None:
    """The id of the finding with most of the words of a correction, whose own id nothing has; None for too few."""
    if correction.anchor is None or correction.verdict is Verdict.ADD:
        return None
    place = find_anchor(text, correction.anchor)
    if place is None:
        return None
    shares = [(overlap(place, extent(finding)), key) for key, finding in found.items()]
    share, key = max(shares, default=(0.0, ""))
    return key if share >= ENOUGH else None


def overlap(one: Span, other: Span) -> float:
    """The share of the characters of both that both have (Dice), in [0, 1].

    >>> overlap(Span(0, 10), Span(5, 15))
    0.5
    """
    both = min(one.end, other.end) - max(one.start, other.start)
    length = one.end - one.start + other.end - other.start
    return 2 * both / length if both > 0 else 0.0


def overlaid(finding: Any, after: Any, changed: Iterable[str]) -> Any:
    """A finding with some fields of another of its kind; a field within one is written with a dot ("sourcing.kind")."""
    for name in changed:
        first, _, rest = name.partition(".")
        value = getattr(after, first)
        finding = replace(finding, **{first: overlaid(getattr(finding, first), value, [rest]) if rest else value})
    return finding


def reason_of(correction: Correction) -> Reason:
    """Why a finding is as it is: because an analyst says so."""
    day = correction.made[: len("2024-10-31")]
    told = len(correction.statements)
    several = f"{told} statement{'s' if told > 1 else ''}"
    match correction.verdict:
        case Verdict.ADD if told:
            deed = f"put {several} to it"
        case Verdict.REJECT if told:
            deed = f"took {several} out of it"
        case Verdict.ADD:
            deed = "added it"
        case Verdict.EDIT:
            deed = f"changed {' and '.join(correction.fields)}"
        case _:
            deed = "accepted it"
    return Reason(RULE, f"{correction.analyst} {deed} on {day}.{' ' + correction.note if correction.note else ''}")


def is_reviewed(finding: Finding) -> bool:
    """Whether an analyst has accepted, edited or added a finding."""
    return any(reason.rule == RULE for reason in finding.reasons)


def check_words(text: str, finding: object) -> None:
    """Refuse a finding whose passages are not the words of the text. Raises DeskError."""
    for passage in passages_in(finding):
        if text[passage.start : passage.end] != passage.text:
            raise DeskError(
                f"[{passage.start}, {passage.end}) of the report is not “{passage.text}”", "mark the words again"
            )


def passages_in(value: object) -> Iterator[Passage]:
    """Every passage within a value of the model."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from passages_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages_in(getattr(value, field.name))


def correction_of(
    act: str,
    verdict: Verdict,
    reading: Reading,
    finding: Finding,
    analyst: str,
    made: str,
    *,
    after: Finding | None = None,
    fields: tuple[str, ...] = (),
    note: str = "",
) -> Correction:
    """A correction of a finding in a reading (of a new finding: `Verdict.ADD`, and `finding` is what is added)."""
    report, added = reading.report, verdict is Verdict.ADD
    wanted = after or (None if verdict is Verdict.REJECT else finding)
    return Correction(
        id=name_id("v", act, id_of(report.id, finding), verdict),
        act=act,
        subject=subject_of(finding),
        report=report.id,
        finding=id_of(report.id, finding),
        verdict=verdict,
        analyst=analyst,
        made=made,
        anchor=anchor_of(report.text, extent(finding)),
        before=None if added else encode(finding).decode(),
        after=encode(wanted).decode() if wanted is not None else None,
        fields=fields,
        note=note,
    )
