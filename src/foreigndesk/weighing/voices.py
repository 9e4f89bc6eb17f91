"""Voices: how many independent origins stand behind a content, from reports over lineages and speakers.

The rules, from the strictest reading of independence (standards: ICD 206; FM 2-22.3 on "other independent sources"):

* a lineage is one teller: copies, cuts, updates, rewrites and spun copies add nothing;
* a person or a body is one voice however many reports tell it; a spokesperson, and whoever holds a post in a body,
  speaks with the voice of that body;
* a state without a body ("Kyiv said") may be any body of that state: beside one of them it counts only to the most;
* who is not named is never certain: two unnamed officials of one report are at most two, and may be somebody already
  counted; so may "analysts", and what is told without saying who says it;
* a report that only cites another outlet adds nothing to that outlet's own;
* who tells what somebody told him is no voice, the one who told him is;
* what a report tells in its own words counts where no speaker of it tells it; certain where its reporter saw it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import normal_form
from foreigndesk.lexicon.outlets import load_outlets
from foreigndesk.model import (
    Actor,
    ActorKind,
    Cite,
    Lineage,
    Reason,
    Report,
    SourcingKind,
    Span,
    Statement,
    Voice,
    VoiceCount,
    paragraphs,
)
from foreigndesk.weighing.houses import House, home_of, house_in, house_of

# Sectors in which somebody speaks for a state.
OFFICIAL = frozenset({"GOV", "MIL", "SPY", "LEG", "JUD", "COP"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a content is told: the report, its lineage, the words, and the statement that tells it.

    Without a statement the report tells it in its own words.
    """

    report: Report
    lineage: Lineage
    place: Span
    statement: Statement | None = None

    @property
    def cite(self) -> Cite:
        """The words that tell it."""
        return Cite(self.report.id, self.place.start, self.place.end)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a telling goes back to. Tellings with one key have one origin.

    `state` is the state it speaks for, if any, `whole_state` whether no body of it is told, `person` who it is that
    speaks for a house, as names are compared.
    """

    key: tuple[str, ...]
    label: str
    actor: str | None
    state: str | None
    certain: bool
    reason: Reason
    count: int = 1
    whole_state: bool = False
    person: str = ""


def judge_voices(of: str, tellings: Sequence[Telling], actors: Actors) -> VoiceCount:
    """The independent voices behind a content that is told in these places, with the arithmetic.

    `of` is the id that was asked about. Raises ValueError for no tellings.
    """
    if not tellings:
        raise ValueError("a content is told somewhere")
    groups: defaultdict[tuple[str, ...], list[tuple[Telling, Origin]]] = defaultdict(list)
    origins = [(telling, origin_of(telling, actors)) for telling in without_echoes(tellings)]
    posted = {origin.person: origin.key for _, origin in origins if origin.person and origin.key[0] != "name"}
    origins = [
        (telling, replace(one, key=posted.get(one.key[-1], one.key)) if one.key[0] == "name" else one)
        for telling, one in origins
    ]
    meant = fuller_keys({origin.key for _, origin in origins})
    for telling, origin in origins:
        groups[meant[origin.key]].append((telling, origin))
    bodies = {group[0][1].state for group in groups.values() if group[0][1].certain and not group[0][1].whole_state}
    voices, most = [], 0
    for group in sorted(groups.values(), key=lambda group: (not group[0][1].certain, group[0][1].label)):
        origin = group[0][1]
        certain, reason = origin.certain, origin.reason
        if origin.whole_state and origin.state in bodies:
            certain = False
            reason = Reason("whole-state", f"{origin.label} may be any body of that state, also the one that is named.")
        most += most_in(group)
        tellers = tuple(dict.fromkeys(telling.lineage.id for telling, _ in group))
        cites = tuple(telling.cite for telling, _ in group)
        voices.append(Voice(origin.label, origin.actor, certain, tellers, cites, (reason,)))
    fewest = max(1, sum(voice.certain for voice in voices))
    reports = len({telling.report.id for telling in tellings})
    lineages = len({telling.lineage.id for telling in tellings})
    steps = tuple(arithmetic(reports, lineages, voices, fewest, max(most, fewest)))
    cites = tuple(telling.cite for telling in tellings)
    return VoiceCount(of, reports, lineages, fewest, max(most, fewest), tuple(voices), cites, steps)


def without_echoes(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that can be origins.

    Of a lineage those of its first report, or of the first that tells it, and what the same outlet adds later. A
    statement that tells what another within it tells is that other's; a report's own words count where no speaker of
    that report tells it.
    """
    found = []
    for lineage in dict.fromkeys(telling.lineage.id for telling in tellings):
        family = [telling for telling in tellings if telling.lineage.id == lineage]
        order = {report: place for place, report in enumerate(family[0].lineage.reports)}
        first = min(family, key=lambda telling: order.get(telling.report.id, len(order))).report
        found += [one for one in family if one.report.id == first.id or is_update(one, first)]
    inner = {one.statement.within for one in found if one.statement is not None and one.statement.within}
    attributed = {one.report.id for one in found if one.statement is not None}
    return [
        one
        for one in found
        if (one.statement is None and one.report.id not in attributed)
        or (one.statement is not None and one.statement.id not in inner)
    ]


def is_update(telling: Telling, first: Report) -> bool:
    """Whether a telling stands in a later version by the outlet of the first."""
    return telling.report.outlet is not None and telling.report.outlet == first.outlet


def fuller_keys(keys: set[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each key with the one that it is short for, if only one can be meant: a surname, a ministry of no state.

    >>> fuller_keys({("name", "lund"), ("name", "ana lund")})[("name", "lund")]
    ('name', 'ana lund')
    """
    return {
        key: (fuller[0] if len(fuller := [one for one in keys if is_short_for(key, one)]) == 1 else key) for key in keys
    }


def is_short_for(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one key says less of the same than another."""
    match key, other:
        case ("name", short), ("name", full):
            return full.endswith(f" {short}")
        case ("role", role), ("actor", body):
            return body.endswith(f"-{role}")
    return False


def most_in(group: Sequence[tuple[Telling, Origin]]) -> int:
    """How many voices a group of tellings with one key can be at most: one, or as many unnamed as one report counts."""
    by_report: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for telling, origin in group:
        by_report[telling.report.id][normal_form(origin.label)] = origin.count
    return 1 if group[0][1].certain else max(sum(counts.values()) for counts in by_report.values())


def arithmetic(reports: int, lineages: int, voices: Sequence[Voice], fewest: int, most: int) -> Iterable[Reason]:
    """From reports to voices, a sentence a step."""
    yield Reason("reports", f"{counted(reports, 'report')} of the case file {'tells' if reports == 1 else 'tell'} it.")
    if lineages < reports:
        yield Reason(
            "lineages",
            f"Copies, updates and rewrites taken together, they go back to {counted(lineages, 'lineage')}.",
        )
    else:
        yield Reason("lineages", "None of them is a copy or rewrite of another, as far as their texts tell.")
    certain = [voice.speaker for voice in voices if voice.certain]
    others = [voice.speaker for voice in voices if not voice.certain]
    if certain:
        yield Reason("certain", f"Certainly apart: {', '.join(certain)}.")
    if others:
        yield Reason("uncertain", f"May be one of the others, or one more: {', '.join(others)}.")
    if fewest == most:
        yield Reason("sum", f"So it has {counted(fewest, 'independent voice')}.")
    else:
        yield Reason("sum", f"So it has at least {fewest}, at most {counted(most, 'independent voice')}.")


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(2, "independent voice")
    ('1 report', '2 independent voices')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def origin_of(telling: Telling, actors: Actors) -> Origin:
    """Who a telling goes back to."""
    statement = telling.statement
    if statement is None:
        return own_account(telling)
    speaker, sourcing = statement.speaker, statement.sourcing
    label = speaker_label(statement)
    known = actors.get(speaker.actor) if speaker.actor else None
    match sourcing.kind:
        case SourcingKind.MEDIA:
            return second_hand(sourcing.outlet or label)
        case SourcingKind.NONE:
            return unsure(telling, "hearsay", "it is not said who says it", "nobody named")
        case SourcingKind.UNNAMED:
            state = sourcing.country or speaker.country
            return unsure(telling, "unnamed", "who is not named may be anybody", label, state, sourcing.count or 1)
        case SourcingKind.COLLECTIVE if known is None or known.kind not in {ActorKind.BODY, ActorKind.STATE}:
            return unsure(telling, "collective", "a group is nobody in particular", label, speaker.country)
        case SourcingKind.SPOKESPERSON if sourcing.speaks_for:
            state = speaker.country or home_of(telling.report, actors)
            return body_voice(sourcing.speaks_for, label, state, actors)
        case _ if known is not None:
            return known_voice(telling, known, actors)
        case _:
            state = speaker.country or home_of(telling.report, actors)
            house = house_in(label, state, actors) or house_of(label, telling.report.text, state, actors)
            if house is not None:
                return house_voice(house, label, actors)
            key = ("name", normal_form(label))
            return Origin(key, label, None, speaker.country, certain=True, reason=named_reason(label))


def speaker_label(statement: Statement) -> str:
    """Who says it, for people."""
    speaker = statement.speaker
    return speaker.restored or speaker.name or speaker.printed or "somebody"


def known_voice(telling: Telling, known: Actor, actors: Actors) -> Origin:
    """The voice of a known actor: of the body in which a person holds a post, else its own."""
    post = known.post_on(telling.report.published_day) if known.kind is ActorKind.PERSON else None
    body = actors.get(post.body) if post is not None and post.body else None
    if post is not None and body is not None and post.sector in OFFICIAL:
        reason = Reason("body", f"{known.name} speaks as {post.title} for {body.name}: one voice with that body.")
        return Origin(("actor", body.id), f"{body.name} ({known.name})", body.id, body.country, True, reason)
    whole = known.kind is ActorKind.STATE
    state = (known.country or known.id) if whole or known.sector in OFFICIAL else None
    reason = named_reason(known.name)
    return Origin(("actor", known.id), known.name, known.id, state, True, reason, whole_state=whole)


def named_reason(label: str) -> Reason:
    """Why somebody named is one voice."""
    return Reason("named", f"{label} is named: one voice, however many reports tell it.")


def body_voice(speaks_for: str, label: str, state: str | None, actors: Actors) -> Origin:
    """The voice of the body that a spokesperson speaks for."""
    known = actors.get(speaks_for) or next(iter(actors.named(speaks_for)), None)
    if known is None:
        house = house_in(speaks_for, state, actors)
        if house is not None:
            return house_voice(house, label, actors)
    name = known.name if known is not None else speaks_for
    state = known.country if known is not None else state
    reason = Reason("spokesperson", f"{label} speaks for {name}: one voice with that body.")
    key = ("actor", known.id) if known is not None else ("name", normal_form(speaks_for))
    whole = known is not None and known.kind is ActorKind.STATE
    actor = known.id if known is not None else None
    return Origin(key, name, actor, state, True, reason, whole_state=whole, person=normal_form(label))


def house_voice(house: House, label: str, actors: Actors) -> Origin:
    """The voice of a body that is known by its role; of whose state nothing is told, of any such body."""
    body = actors.body_of(house.state, house.role) if house.state else None
    name = body.name if body is not None else house.role.replace("-", " ")
    reason = Reason("house", f"{label} speaks for the {name}: one voice with that body.")
    key = ("actor", body.id) if body is not None else ("role", house.role)
    actor = body.id if body is not None else None
    return Origin(key, name, actor, house.state, True, reason, person=normal_form(label))


def second_hand(outlet: str) -> Origin:
    """The voice of the outlet that is cited."""
    known = load_outlets().named(outlet)
    name = known.name if known is not None else outlet
    reason = Reason("second-hand", f"It is told on the word of {name}: one voice with that outlet's own report.")
    return Origin(("outlet", normal_form(name)), name, None, None, True, reason)


# Whoever writes for the report saw it: a reporter, or the writers themselves.
WITNESS = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|teams?|crews?|we|I)\b[^.]{0,60}"
    r"\b(?:saw|seen|watched|counted|heard|witnessed|visited)\b"
    r"|\b(?:seen|witnessed|heard|counted|watched) by (?:a|an|this|our|the)?\s?[^.]{0,30}"
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|newspaper)\b"
)


def own_account(telling: Telling) -> Origin:
    """The voice of the outlet whose report tells it in its own words; certain where its reporter saw it."""
    report = telling.report
    outlet = report.outlet or report.wire
    label = outlet or f"report {report.id}"
    around = next((p for p in paragraphs(report.text) if p.touches(telling.place)), telling.place)
    seen = WITNESS.search(report.text, around.start, around.end) is not None
    why = "its reporter saw it" if seen else "it is not told how it knows"
    key = ("outlet", normal_form(outlet)) if outlet else ("lineage", telling.lineage.id)
    return Origin(key, label, None, None, seen, Reason("own-account", f"{label} tells it in its own words; {why}."))


def unsure(telling: Telling, rule: str, why: str, label: str, state: str | None = None, count: int = 1) -> Origin:
    """An origin that may be somebody already counted: those of one sort in one lineage stand together."""
    reason = Reason(rule, f"{label}: {why}.")
    return Origin((rule, telling.lineage.id), label, None, state, certain=False, reason=reason, count=count)
