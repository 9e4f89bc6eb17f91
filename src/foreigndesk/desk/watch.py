"""The errand of "has it come about?": forecasts followed through later reports, and a ledger by speaker."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.watch import Check, Confirmation
from foreigndesk.desk.kinfolk import Kinfolk
from foreigndesk.errors import UnknownId
from foreigndesk.model import Cite, Outcome, Reading, Span, Watch
from foreigndesk.weighing.contents import telling_words
from foreigndesk.weighing.watch import AHEAD, Account, Followed, Sighting, judge_ledger, judge_watch

MOST_PASSAGES = 60  # paragraphs looked at for each forecast: as many as for the voices of a content


def watch(case: CaseFile, speaker: str | None = None, today: dt.date | None = None) -> list[Watch]:
    """Every forecast with what became of it by a day (None: the day of the last report, or now), by report and place.

    `speaker` leaves those whose speaker's name has these words.
    """
    day = today or last_day(case) or dt.datetime.now(dt.UTC).date()
    with case.together():
        confirmed = case.load_confirmations()
        kinfolk = Kinfolk(case)

        @functools.cache
        def facts(report: str) -> list[Span]:
            return facts_of(kinfolk.reading(report))

        return [
            judge_watch(one, sightings(case, one, kinfolk, facts), day, confirmed.get(one.forecast.id))
            for one in followed(case, kinfolk)
            if speaker is None or speaker.lower() in one.speaker.lower()
        ]


def ledger(case: CaseFile, speaker: str | None = None, today: dt.date | None = None) -> tuple[Account, ...]:
    """What each speaker foretold, and what became of it."""
    return judge_ledger(watch(case, speaker, today))


def check(case: CaseFile, today: dt.date) -> list[Watch]:
    """Look for every forecast and keep that it was looked for on that day, seen or not; those come back that are new.

    New is what is proposed otherwise than at the last look. Needs the case file opened for writing.
    """
    found = watch(case, today=today)
    with case.together():
        before = {one.forecast: looks[-1].outcome for one in found if (looks := case.load_checks(one.forecast))}
        case.save_checks(Check(one.forecast, today.isoformat(), one.proposed, len(one.cites) - 1) for one in found)
    return [one for one in found if before.get(one.forecast, Outcome.OPEN) is not one.proposed]


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


def last_day(case: CaseFile) -> dt.date | None:
    """The day of the last report: after it the case file can tell nothing."""
    return max((day for report in case.load_reports() if (day := report.published_day)), default=None)


def followed(case: CaseFile, kinfolk: Kinfolk) -> Iterator[Followed]:
    """The forecasts of a case file, one told in several reports of a lineage once."""
    seen = set[tuple[str, str]]()
    for reading in case.load_readings():
        lineage = kinfolk.of(reading.report.id).id
        tellers = {one.id: one for one in reading.statements}
        for forecast in reading.forecasts:
            key = (lineage, forecast.outcome.text)
            if key in seen:
                continue
            seen.add(key)
            teller = tellers.get(forecast.statement or "")
            name = (teller.speaker.name or teller.speaker.restored or teller.speaker.printed or "") if teller else ""
            yield Followed(forecast, name, reading.report.id, lineage, reading.report.published_day)


def sightings(
    case: CaseFile, one: Followed, kinfolk: Kinfolk, facts: Callable[[str], list[Span]]
) -> Iterator[Sighting]:
    """What other reports tell as facts, with words of the forecast."""
    for place in case.search_any(telling_words(one.forecast.outcome.text), MOST_PASSAGES):
        reading = kinfolk.reading(place.report) if place.report != one.report else None
        day = reading.report.published_day if reading is not None else None
        if reading is None or day is None or (one.day is not None and day <= one.day):
            continue
        paragraph = Span(place.start, place.end)
        for sentence in facts(place.report):
            if paragraph.touches(sentence):
                words = reading.report.text[sentence.start : sentence.end].rstrip()
                yield Sighting(
                    words,
                    day,
                    kinfolk.of(place.report).id,
                    Cite(place.report, sentence.start, sentence.start + len(words)),
                )


def facts_of(reading: Reading | None) -> list[Span]:
    """The sentences of a report that tell what is or was: no forecast, nothing that looks ahead, no question."""
    if reading is None:
        return []
    ahead = [one.outcome for one in reading.forecasts] + [one.condition for one in reading.forecasts if one.condition]
    text = reading.report.text
    return [
        sentence
        for sentence in reading.sentences
        if not any(sentence.touches(part) for part in ahead)
        and not AHEAD.search(text, sentence.start, sentence.end)
        and not text[: sentence.end].rstrip('”"’ \n').endswith("?")
    ]
