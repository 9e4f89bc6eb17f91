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
from dataclasses import replace

from foreigndesk.lexicon.actors import Actors
from foreigndesk.lexicon.forms import normal_form
from foreigndesk.model import Reason, Report, StatementKind, Voice, VoiceCount
from foreigndesk.weighing.houses import belongs
from foreigndesk.weighing.origins import Origin, Telling, is_college, origin_of


def judge_voices(of: str, tellings: Sequence[Telling], actors: Actors) -> VoiceCount:
    """The independent voices behind a content that is told in these places, with the arithmetic.

    `of` is the id that was asked about. Raises ValueError for no tellings.
    """
    if not tellings:
        raise ValueError("a content is told somewhere")
    groups: defaultdict[tuple[str, ...], list[tuple[Telling, Origin]]] = defaultdict(list)
    origins = without_citers([(telling, origin_of(telling, actors)) for telling in without_echoes(tellings)])
    posted = {origin.person: origin.key for _, origin in origins if origin.person and origin.key[0] != "name"}
    origins = [
        (telling, replace(one, key=posted.get(one.key[-1], one.key)) if one.key[0] == "name" else one)
        for telling, one in origins
    ]
    origins = [(telling, replace(one, key=body_key(telling, one, origins))) for telling, one in origins]
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
    found = [one for one in found if not is_deed_told(one, found)]
    inner = {one.statement.within for one in found if one.statement is not None and one.statement.within}
    attributed = {one.report.id for one in found if one.statement is not None}
    return [
        one
        for one in found
        if (one.statement is None and one.report.id not in attributed)
        or (one.statement is not None and one.statement.id not in inner)
    ]


def is_deed_told(telling: Telling, others: Iterable[Telling]) -> bool:
    """Whether a telling is what another tells that somebody wants, fears or will not do, in no words of his own."""
    inner = telling.statement
    if inner is None or inner.kind is not StatementKind.ATTITUDE or inner.within is None:
        return False
    return any(one.statement is not None and one.statement.id == inner.within for one in others)


def without_citers(origins: Sequence[tuple[Telling, Origin]]) -> list[tuple[Telling, Origin]]:
    """The origins without the outlets that are cited where their own report tells it too: that report's voices count.

    An outlet's own report is one that is published by it; a cited outlet may be in no table.
    """
    own = {normal_form(telling.report.outlet) for telling, _ in origins if telling.report.outlet}
    cited = [(telling, origin, outlet_cited(origin, own)) for telling, origin in origins]
    telling_it = {
        normal_form(telling.report.outlet) for telling, _, outlet in cited if outlet is None and telling.report.outlet
    }
    return [(telling, origin) for telling, origin, outlet in cited if outlet not in telling_it]


def outlet_cited(origin: Origin, outlets: Iterable[str]) -> str | None:
    """Which of some outlets an origin is, where it is cited as speaker; as a name or the end of one ("the Ledger")."""
    kind, name = origin.key[0], origin.key[-1]
    if kind == "outlet" and origin.reason.rule == "own-account":
        return None
    if kind not in {"outlet", "name"}:
        return None
    plain = PUBLICATION.sub("", name)
    return next((one for one in outlets if one == plain or one.endswith(f" {plain}")), None)


# "the newspaper Harbour Courier", "the Harbour Courier daily"
PAPER = r"(?:newspaper|daily|weekly|magazine|broadcaster|website|news (?:agency|site))"
PUBLICATION = re.compile(rf"^(?:the )?{PAPER} (?:the )?| {PAPER}$")


def body_key(telling: Telling, origin: Origin, others: Iterable[tuple[Telling, Origin]]) -> tuple[str, ...]:
    """The key of the body a named person speaks for, where the report says so and that body tells it too; else its own.

    For bodies of the table and roles `origin_of` knows; this is for all others.
    """
    if origin.key[0] != "name" or not origin.certain:
        return origin.key
    for _, other in others:
        is_body = other.certain and not other.whole_state and (other.key[0] == "actor" or is_college(other.label))
        if is_body and other.key != origin.key and belongs(origin.label, telling.report.text, other.label):
            return other.key
    return origin.key


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
