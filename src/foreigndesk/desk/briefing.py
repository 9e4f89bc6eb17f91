"""The errand of Monday morning: the brief of a case file, with the voices behind its lines and what weighing found."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foreigndesk.casefile import CaseFile, EventQuery
from foreigndesk.desk.answer import actor_ids
from foreigndesk.desk.claims import Asked as ClaimsAsked
from foreigndesk.desk.claims import Counting, lineages_of
from foreigndesk.desk.claims import claims as claims_of
from foreigndesk.desk.indicators import indications
from foreigndesk.desk.lineage import Kinfolk, voices
from foreigndesk.desk.relation import relation, stands_for
from foreigndesk.desk.silence import silences
from foreigndesk.desk.watch import last_day, watch
from foreigndesk.errors import UnknownId
from foreigndesk.lexicon.actors import Actors, load_actors
from foreigndesk.model import Claim, Contest, KinshipKind, Reading, Relation, Report, Stance, day_of
from foreigndesk.showing.brief import FULL, SHORT, Asked, Brief, Size, Voices, brief_of, with_parts, with_voices
from foreigndesk.showing.brief.parts import parts_of
from foreigndesk.showing.brief.sources import Behind, Owed, described, summary_of
from foreigndesk.showing.brief.weighed import Counted, Weighed, choose_claims, choose_contests
from foreigndesk.showing.cites import Labels
from foreigndesk.weighing.contests import judge_contest
from foreigndesk.weighing.relations import NOT_HAPPENED, Step

NEWS = dt.timedelta(7)  # days before the last report that count as new where no day is asked for
MOST_REPORTS = 400  # of a brief for which no day is asked: two minutes tell of more only by leaving most of it out
PERIOD = dt.timedelta(90)  # days before the last report of which the pairs with most events are told
SEVERAL = 2  # tellings of deeds between a pair: one is told in the course of events
BY_WEEK = dt.timedelta(120)  # a longer course is told by month


def brief(case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None, *, full: bool = False) -> Brief:
    """The brief of a case file: about these actors and published since that day, if given. Raises UnknownActor.

    `full` leaves nothing out; else it is two minutes' reading, of a large case file from its latest reports.
    """
    with case.together():
        return with_counts(case, uncounted(case, about, since, full=full))


def uncounted(case: CaseFile, about: Iterable[str] = (), since: dt.date | None = None, *, full: bool = False) -> Brief:
    """The same without voices and findings, which take longest. Raises UnknownActor."""
    known = load_actors()
    names = tuple(about)
    asked = Asked(actor_ids(names, known), tuple(known.find(name).name for name in names), since)
    with case.together():
        bounded = None if full or since else case.leafing.day_of_latest(MOST_REPORTS)
        made = brief_of(
            case.load_readings(since or bounded),
            case.load_setbacks(),
            lambda one: name_of(known, one),
            replace(asked, since=since or bounded),
            FULL if full else SHORT,
            (report for report, _ in case.load_days()),
        )
    return replace(made, since=since.isoformat() if since else None, bounded=bounded.isoformat() if bounded else None)


def with_counts(case: CaseFile, made: Brief) -> Brief:
    """A brief of that case file with the voices behind each line, what weighing found, and what all of it rests on."""
    known = load_actors()
    size = FULL if made.full else SHORT
    with case.together():
        kinfolk = Kinfolk(case)
        counted = with_voices(made, lambda one: voices_behind(case, one, known, kinfolk))
        found = weighed(case, made, known, kinfolk, size)
        ids = [report for report, _ in case.load_days()]
        reports = [report for one in sorted(set(cites_in(found))) if (report := case.load_report(one)) is not None]
        labels = Labels(reports, [*ids, *made.made_from])
        whole = with_parts(counted, parts_of(found, labels, size), reports, labels)
        return with_sources(case, whole, kinfolk, labels)


# -- what weighing found -----------------------------------------------------------------------------------------------


def weighed(case: CaseFile, made: Brief, known: Actors, kinfolk: Kinfolk, size: Size) -> Weighed:
    """What weighing finds of what a brief is about."""
    since = day_of(made.since) or day_of(made.bounded)
    day = last_day(case) or dt.datetime.now(dt.UTC).date()
    claims = claims_of(case, ClaimsAsked(made.about, since=since))
    contests = [contest for claim in claims if (contest := judge_contest(claim)) is not None]
    ids = actor_ids(made.about, known)
    naming = {report for report, _ in case.load_days(ids)} if ids else None
    foretold = watch(case, today=day) if case.counts().forecasts else []
    watches = [one for one in foretold if naming is None or one.report in naming]
    several, more = pairs(case, made, since or day - PERIOD, known, size.relations)
    found = Weighed(
        day=day,
        since=day_of(made.since) or day - NEWS,
        claims=tuple(claims),
        contests=tuple(contests),
        watches=tuple(watches),
        # without an indicator nothing is looked for, and reports that nobody has gone through need not be
        indications=tuple(indications(case, day)) if case.load_indicators() else (),
        silences=tuple(one for one in silences(case, today=day) if not ids or one.actor in ids),
        relations=tuple(several),
        more_relations=more,
    )
    shown = choose_claims(claims, contests)[: size.claims]
    sides = choose_contests(contests)[: size.contests]
    places = [cite for one in watches for cite in one.cites]
    reports = {one: report for one in {cite.report for cite in places} if (report := case.load_report(one))}
    return replace(
        found,
        voices=dict(counted(shown, sides, Counting(case, kinfolk, known))),
        words={
            one.forecast: reports[one.report].text[one.cites[0].start : one.cites[0].end]
            for one in watches
            if one.report in reports
        },
        days={one: told.isoformat() for one, report in reports.items() if (told := report.published_day)},
    )


def counted(claims: Sequence[Claim], contests: Sequence[Contest], counting: Counting) -> Iterator[tuple[str, Counted]]:
    """The voices behind claims, and behind each side of contests, by claim."""
    for claim in claims:
        asserting = [one for one in claim.positions if one.stance is Stance.ASSERT]
        yield claim.id, (counting.behind(claim.id, asserting or claim.positions), None, None)
    for contest in contests:
        sides = counting.sides(contest)
        yield contest.claim.id, (sides.asserting, sides.doubting, sides.denying)


def pairs(case: CaseFile, made: Brief, since: dt.date, known: Actors, most: int) -> tuple[list[Relation], int]:
    """The relations of the pairs that most reports tell events between, and how many other pairs there are."""
    about = actor_ids(made.about, known)
    times: Counter[tuple[str, str]] = Counter()
    lineage, seen = lineages_of(case), set[tuple[object, ...]]()
    for done in case.load_events(EventQuery(since=since)):
        event = done.event
        if event.auxiliary_mode in NOT_HAPPENED:
            continue
        actors = sorted({one for party in event.actor if (one := stands_for(party, known))})
        recipients = sorted({one for party in event.recipient if (one := stands_for(party, known))})
        several = {(one, two) for one in actors for two in recipients if one != two}
        several |= {(one, two) for one in actors for two in actors if one < two}
        for one, two in several:
            pair = (min(one, two), max(one, two))
            key = (pair, event.type, lineage(done.report), done.published)
            if key not in seen and (not about or about & set(pair)):
                seen.add(key)
                times[pair] += 1
    ranked = sorted((pair for pair in times if times[pair] >= SEVERAL), key=lambda pair: (-times[pair], pair))
    step = Step.WEEK if (last_day(case) or since) - since <= BY_WEEK else Step.MONTH
    return [relation(case, one, two, step, since=since) for one, two in ranked[:most]], max(len(ranked) - most, 0)


def cites_in(found: Weighed) -> Iterator[str]:
    """The reports that may be cited of what weighing found."""
    for claim in found.claims:
        yield from (cite.report for cite in claim.cites)
        yield from (cite.report for variant in claim.variants for cite in variant.cites)
    cited = [one.cites for one in found.watches] + [one.cites for one in found.silences]
    cited += [one.cites for one in found.relations] + [one.cites for one in found.indications]
    yield from (cite.report for cites in cited for cite in cites)


# -- what it rests on --------------------------------------------------------------------------------------------------


def with_sources(case: CaseFile, made: Brief, kinfolk: Kinfolk, labels: Labels) -> Brief:
    """The brief with descriptors of each report cited, and the source summary statement."""
    readings = {one.id: reading for one in made.reports if (reading := kinfolk.reading(one.id)) is not None}
    owed = {tie.debtor: Owed(tie.creditor, KinshipKind(tie.kind)) for tie in case.load_ties()}
    behind = Behind(readings, owed, lineages_of(case), machine())
    whole = replace(made, reports=described(made, behind, labels.short))
    return replace(whole, summary=summary_of(whole, readings_of(case, made), behind))


def readings_of(case: CaseFile, made: Brief) -> Iterator[Reading]:
    """The readings that a brief was made from."""
    wanted = set(made.made_from)
    for reading in case.load_readings(day_of(made.since) or day_of(made.bounded)):
        if reading.report.id in wanted:
            yield reading


def machine() -> str:
    """What read and weighed, as a product made with a machine is to name it."""
    return f"Foreign Desk {importlib.metadata.version('foreigndesk')}"


def voices_behind(case: CaseFile, finding: str, known: Actors, kinfolk: Kinfolk) -> Voices | None:
    """The voices behind a line of the brief; None where two reports have the same id of a finding."""
    try:
        counted_voices = voices(case, finding, known, kinfolk)
    except UnknownId:
        return None
    return Voices(counted_voices.fewest, counted_voices.most, counted_voices.reports)


def name_of(known: Actors, actor_id: str) -> str:
    """The name of an actor, or the id of one that is no longer known."""
    actor = known.get(actor_id)
    return actor.name if actor else actor_id


def reports_of(case: CaseFile, made: Brief) -> list[Report]:
    """The reports that a brief was made from or cites, in its order."""
    ids = dict.fromkeys([*made.made_from, *(line.id for line in made.reports)])
    return [report for one in ids if (report := case.load_report(one)) is not None]
