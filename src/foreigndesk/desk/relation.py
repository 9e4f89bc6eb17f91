"""The errand of "where do these two stand?": relations, bonds and triads from what a case file holds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from foreigndesk.casefile import CaseFile, Done, EventQuery, StatementQuery, Told
from foreigndesk.desk.answer import STATE_SECTORS, actor_ids, is_meant
from foreigndesk.desk.claims import lineages_of
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import (
    ActorKind,
    Bond,
    Cite,
    Event,
    Mention,
    Party,
    Relation,
    Remark,
    Triad,
    When,
    day_told,
)
from foreigndesk.showing.listings import cite_of_statement
from foreigndesk.showing.phrases import show_speaker
from foreigndesk.weighing.relations import NOT_HAPPENED, Act, Path, Reported, Said, Step, judge_relation
from foreigndesk.weighing.tones import tone_of
from foreigndesk.weighing.triads import Carriage, judge_bond, judge_bonds, judge_carriers, judge_triads

Lineages = Callable[[str], str]


def relation(
    case: CaseFile,
    one: str,
    other: str,
    step: Step = Step.MONTH,
    since: dt.date | None = None,
    until: dt.date | None = None,
    about: Iterable[str] = (),
) -> Relation:
    """How two actors, by name, stood to each other by week or month. Raises UnknownActor.

    Whoever acts for a state or body counts as it. `about`: only from reports that also name one of these actors.
    """
    known = load_actors()
    sides = (actor_ids([one], known), actor_ids([other], known))
    wanted = actor_ids(about, known)
    with case.together():
        lineage = lineages_of(case)
        within = {report for report, _ in case.load_days(wanted)} if wanted else None
        done = [each for each in between(case, *sides, since, until) if within is None or each.report in within]
        told = [each for each in spoken(case, *sides, since, until) if within is None or each[0].report in within]
        acts = [act for each in done if (act := act_of(each, path_of(each.event, *sides), lineage)) is not None]
        said = [said_of(each, path, lineage) for each, path in told if each.statement.content]
        carriages = [*carried_in_words(told, sides, lineage), *carried_in_deeds(done, sides, lineage)]
        reported = list(reported_in(case, frozenset().union(*sides), lineage))
    return judge_relation(
        known.find(one).name,
        known.find(other).name,
        acts,
        said,
        reported,
        judge_carriers(carriages),
        step,
        undated=len(done) - len(acts),
    )


def relations(
    case: CaseFile, actor: str, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[Bond, ...]:
    """What lies between an actor and every other, those with most deeds first. Raises UnknownActor."""
    known = load_actors()
    ids = actor_ids([actor], known)
    with case.together():
        return bonds_of(case, known.find(actor).id, ids, known, lineages_of(case), since, until)


def triads(
    case: CaseFile, one: str, other: str, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[Triad, ...]:
    """The third actors that have bonds with both, and where they stand. Raises UnknownActor."""
    known = load_actors()
    sides = (actor_ids([one], known), actor_ids([other], known))
    named = (known.find(one), known.find(other))
    with case.together():
        lineage = lineages_of(case)
        mine, theirs = (
            bonds_of(case, actor.id, ids, known, lineage, since, until) for actor, ids in zip(named, sides, strict=True)
        )
        done = list(between(case, *sides, since, until))
        acts = [act for each in done if (act := act_of(each, path_of(each.event, *sides), lineage)) is not None]
        carriages = [
            *carried_in_words(spoken(case, *sides, since, until), sides, lineage),
            *carried_in_deeds(done, sides, lineage),
        ]
    own = judge_bond(named[0].id, named[1].id, named[1].name, happened(acts))
    return judge_triads(named[0].name, named[1].name, own, mine, theirs, judge_carriers(carriages))


# -- deeds -------------------------------------------------------------------------------------------------------------


def between(
    case: CaseFile, mine: frozenset[str], theirs: frozenset[str], since: dt.date | None, until: dt.date | None
) -> Iterator[Done]:
    """The events of one towards the other, and those that both do together, each once."""
    seen = set[tuple[str, str]]()
    for actor, recipient in ((mine, theirs), (theirs, mine), (mine, None)):
        for done in case.load_events(EventQuery(actor, recipient, since=since, until=until)):
            together = recipient is not None or any(is_party(party, theirs) for party in done.event.actor)
            if together and (done.report, done.event.id) not in seen:
                seen.add((done.report, done.event.id))
                yield done


def is_party(party: Party, ids: frozenset[str]) -> bool:
    """Whether a party is one of these actors; somebody unknown goes with the country he or she belongs to."""
    return not ids.isdisjoint({party.actor, party.code, party.country} - {None})


def path_of(event: Event, mine: frozenset[str], theirs: frozenset[str]) -> Path:
    """Which way an event goes."""
    there = any(is_party(party, mine) for party in event.actor) and any(
        is_party(party, theirs) for party in event.recipient
    )
    back = any(is_party(party, theirs) for party in event.actor) and any(
        is_party(party, mine) for party in event.recipient
    )
    if there == back:
        return Path.TOGETHER
    return Path.THERE if there else Path.BACK


def act_of(done: Done, path: Path, lineage: Lineages) -> Act | None:
    """An event with its day; None for one without any."""
    day = day_told(done.event.when, done.published)
    trigger = done.event.trigger
    cite = Cite(done.report, trigger.start, trigger.end)
    return Act(done.event, day, lineage(done.report), cite, path) if day is not None else None


def happened(acts: Iterable[Act]) -> list[Act]:
    """The acts that have simply happened."""
    return [act for act in acts if act.event.auxiliary_mode not in NOT_HAPPENED]


# -- words -------------------------------------------------------------------------------------------------------------


def spoken(
    case: CaseFile, mine: frozenset[str], theirs: frozenset[str], since: dt.date | None, until: dt.date | None
) -> list[tuple[Told, Path]]:
    """The statements of either that name or are addressed to the other, with which way they go."""
    found = []
    for path, speakers, others in ((Path.THERE, mine, theirs), (Path.BACK, theirs, mine)):
        query = StatementQuery(speaker=speakers, since=since, until=until)
        about = {
            (told.report, told.statement.id)
            for told in case.load_statements(StatementQuery(speaker=speakers, about=others, since=since, until=until))
        }
        found += [
            (told, path)
            for told in case.load_statements(query)
            if is_meant(told.statement.speaker, speakers)
            and (
                (told.report, told.statement.id) in about
                or any(is_meant(mention, others) for mention in told.statement.addressees)
            )
        ]
    return found


def said_of(told: Told, path: Path, lineage: Lineages) -> Said:
    """A statement as a remark."""
    one = told.statement
    day = day_told(one.when, told.published)
    tone, rests_on = tone_of(one.force, one.words)
    remark = Remark(
        one.id,
        show_speaker(one.speaker),
        one.force,
        tone,
        rests_on,
        day.isoformat() if day else None,
        lineage(told.report),
        cite_of_statement(told.report, one),
    )
    return Said(remark, told.report, path)


# -- messages ----------------------------------------------------------------------------------------------------------


def carried_in_words(
    told: Iterable[tuple[Told, Path]], sides: tuple[frozenset[str], frozenset[str]], lineage: Lineages
) -> Iterator[Carriage]:
    """Who carried what one said to the other."""
    for each, path in told:
        others = sides[1] if path is Path.THERE else sides[0]
        if any(is_meant(mention, others) for mention in each.statement.addressees):
            for mention in each.statement.via:
                yield carriage(mention, path, each.report, each.statement.when, each.published, lineage)


def carried_in_deeds(
    done: Iterable[Done], sides: tuple[frozenset[str], frozenset[str]], lineage: Lineages
) -> Iterator[Carriage]:
    """Through whom one acted on the other, and who brought both to talk (PLOVER's CONSULT, mode third-party)."""
    both = sides[0] | sides[1]
    for each in done:
        event = each.event
        path = path_of(event, *sides)
        for party in event.via:
            yield carriage(party, path, each.report, event.when, each.published, lineage)
        if event.type == "CONSULT" and "third-party" in event.mode:
            for party in (*event.actor, *event.recipient):
                if not is_party(party, both):
                    yield carriage(party, Path.TOGETHER, each.report, event.when, each.published, lineage)


def carriage(
    who: Mention | Party, path: Path, report: str, when: When | None, published: str | None, lineage: Lineages
) -> Carriage:
    """One message carried, by somebody as the report names him."""
    day = day_told(when, published)
    name = (show_speaker(who) if isinstance(who, Mention) else who.name) or "–"
    start, end = who.start or 0, who.end or 0
    return Carriage(who.actor, name, path, day.isoformat() if day else "", lineage(report), Cite(report, start, end))


# -- coverage ----------------------------------------------------------------------------------------------------------


def reported_in(case: CaseFile, ids: frozenset[str], lineage: Lineages) -> Iterator[Reported]:
    """All reports of the case file that have a day, and whether they name any of these actors."""
    naming = {report for report, _ in case.load_days(ids)}
    for report, day in case.load_days():
        yield Reported(dt.date.fromisoformat(day), lineage(report), report in naming)


# -- bonds -------------------------------------------------------------------------------------------------------------


def bonds_of(
    case: CaseFile,
    actor: str,
    ids: frozenset[str],
    known: Actors,
    lineage: Lineages,
    since: dt.date | None,
    until: dt.date | None,
) -> tuple[Bond, ...]:
    """What lies between an actor and every other one that is known."""
    acts: defaultdict[str, list[Act]] = defaultdict(list)
    seen = set[tuple[str, str]]()
    for query in (EventQuery(actor=ids, since=since, until=until), EventQuery(recipient=ids, since=since, until=until)):
        for done in case.load_events(query):
            if (done.report, done.event.id) in seen or done.event.auxiliary_mode in NOT_HAPPENED:
                continue
            seen.add((done.report, done.event.id))
            for other, path in others_in(done.event, ids, known):
                act = act_of(done, path, lineage)
                if act is not None:
                    acts[other].append(act)
    names = {other: found.name if (found := known.get(other)) else other for other in acts}
    return judge_bonds(actor, acts, names)


def others_in(event: Event, ids: frozenset[str], known: Actors) -> set[tuple[str, Path]]:
    """The other known actors of an event with which an actor has to do in it, and which way."""
    acting = any(is_party(party, ids) for party in event.actor)
    suffering = any(is_party(party, ids) for party in event.recipient)
    found = set()
    for parties, mine, path in (
        (event.recipient, acting, Path.THERE),
        (event.actor, suffering, Path.BACK),
        (event.actor, acting, Path.TOGETHER),
    ):
        if mine:
            found |= {
                (key, path)
                for party in parties
                if not is_party(party, ids) and (key := stands_for(party, known)) is not None
            }
    return found


def stands_for(one: Party | Mention, known: Actors, *, by_state: bool = True) -> str | None:
    """Whom somebody counts as: the state he or it acts for, else himself; None for whom nobody knows.

    Not `by_state`, each known actor counts as itself.
    """
    actor = known.get(one.actor) if one.actor else None
    if actor is None:
        return one.country if one.country and known.state(one.country) else None
    in_service = by_state and actor.kind is not ActorKind.STATE and actor.sector in STATE_SECTORS
    return actor.country if in_service and actor.country else actor.id
