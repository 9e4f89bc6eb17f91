"""The errand of "has it come about?": forecasts followed through later reports, and a ledger by speaker."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.watch import Check, Confirmation, Seen
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.desk.sightings import followed_of, look
from foreigndesk.errors import UnknownId
from foreigndesk.model import Outcome, Watch
from foreigndesk.weighing.ledger import Account, judge_ledger
from foreigndesk.weighing.watch import Followed, Part, Sighting, judge_watch, keys_of

Places = Mapping[tuple[str, str], Sequence[Seen]]


def watch(case: CaseFile, speaker: str | None = None, today: dt.date | None = None) -> list[Watch]:
    """Every forecast with what became of it by a day (None: the day of the last report, or now), by report and place.

    `speaker` leaves those whose speaker's name has these words. Reports that nobody has gone through yet are gone
    through for it; `check` keeps what that brings.
    """
    day = today or last_day(case) or dt.datetime.now(dt.UTC).date()
    with case.together():
        kinfolk = Kinfolk(case)
        places = by_part((*case.load_seen(), *look(case, kinfolk).seen))
        return judge_all(case, kinfolk, places, day, speaker)


def judge_all(
    case: CaseFile, kinfolk: Kinfolk, places: Places, day: dt.date, speaker: str | None = None
) -> list[Watch]:
    """What became of every forecast, from the places where later reports tell of it."""
    confirmed = case.load_confirmations()
    found = []
    for one in followed(case, kinfolk):
        if speaker is None or speaker.lower() in one.speaker.lower():
            outcome, condition = (
                sightings(kinfolk, places.get((one.forecast.id, part.value), ()))
                for part in (Part.OUTCOME, Part.CONDITION)
            )
            found.append(judge_watch(one, outcome, day, confirmed.get(one.forecast.id), condition))
    return found


def ledger(case: CaseFile, speaker: str | None = None, today: dt.date | None = None) -> tuple[Account, ...]:
    """What each speaker foretold, and what became of it."""
    return judge_ledger(watch(case, speaker, today))


def check(case: CaseFile, today: dt.date) -> list[Watch]:
    """Look for every forecast in what is new, and keep that it was looked for that day; those come back that changed.

    Changed is what is proposed otherwise than at the last look. Needs the case file opened for writing.
    """
    with case.together():
        kinfolk = Kinfolk(case)
        keep_looks(case, kinfolk)
        before = case.load_last_checks()
        found = judge_all(case, kinfolk, by_part(case.load_seen()), today)
        case.save_checks(Check(one.forecast, today.isoformat(), one.proposed, seen_in(one)) for one in found)
    return [one for one in found if was(before.get(one.forecast)) is not one.proposed]


def keep_looks(case: CaseFile, kinfolk: Kinfolk) -> None:
    """Go through what is new, and keep what is looked for and where it was seen."""
    case.forget_gone()
    looked = look(case, kinfolk)
    case.save_sought((one, keys_of(one.words)) for one in looked.sought)
    case.save_seen(looked.seen, looked.reports)


def was(check: Check | None) -> Outcome:
    """What was proposed at a look; of none that it is open."""
    return check.outcome if check is not None else Outcome.OPEN


def seen_in(one: Watch) -> int:
    """In how many places what became of a forecast is told."""
    return len(one.cites) - 1 - (one.met is not None)


def confirm(
    case: CaseFile, prefix: str, outcome: Outcome, analyst: str, now: dt.datetime | None = None
) -> Confirmation:
    """Keep what an analyst says became of a forecast, by the beginning of its id. Raises UnknownId."""
    found = case.find_id(prefix)
    if found.kind != "forecast":
        raise UnknownId(f"{found.id} is a {found.kind}, not a forecast", "`foreigndesk watch` lists them; ids begin f-")
    moment = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat()
    made = Confirmation(found.id, outcome, analyst, moment)
    case.save_confirmation(made)
    return made


def watch_of(case: CaseFile, forecast: str, today: dt.date | None = None) -> Watch | None:
    """What became of one forecast by its whole id; None if it is told elsewhere in the same words before."""
    return next((one for one in watch(case, today=today) if one.forecast == forecast), None)


def last_day(case: CaseFile) -> dt.date | None:
    """The day of the last report: after it the case file can tell nothing."""
    return max((day for report in case.load_reports() if (day := report.published_day)), default=None)


def followed(case: CaseFile, kinfolk: Kinfolk) -> Iterator[Followed]:
    """The forecasts of a case file; one told in several reports of a lineage, or again by its speaker, once."""
    seen = set[tuple[str, str]]()
    for one in case.load_foretold():
        made = followed_of(one, kinfolk)
        keys = {(made.lineage, one.forecast.outcome.text)}
        if made.speaker:
            keys.add((made.speaker.lower(), one.forecast.outcome.text))
        if not keys & seen:
            yield made
        seen |= keys


def by_part(seen: Iterable[Seen]) -> Places:
    """Places by what is looked for, and which part of it."""
    places: defaultdict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in seen:
        places[one.follows, one.part].append(one)
    return places


def sightings(kinfolk: Kinfolk, seen: Iterable[Seen]) -> Iterator[Sighting]:
    """Places with their words, days and lineages."""
    for one in seen:
        reading = kinfolk.reading(one.cite.report)
        if reading is not None:
            words = reading.report.text[one.cite.start : one.cite.end]
            yield Sighting(words, dt.date.fromisoformat(one.day), kinfolk.of(one.cite.report).id, one.cite)
