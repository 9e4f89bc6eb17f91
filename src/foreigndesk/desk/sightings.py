"""Where later reports tell of what is looked for: each report is gone through once, forecasts looked for in new ones.

What is kept already is found from the sentences of new reports, by keys; what is new itself is looked up in the reports
that were gone through before, if any of them is later.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foreigndesk.casefile import CaseFile
from foreigndesk.casefile.watch import FEWEST_KEYS, Foretold, Seen, Sought
from foreigndesk.desk.lineage import Kinfolk
from foreigndesk.model import Cite, Force, Indicator, Reading, Span, day_of
from foreigndesk.weighing.contents import telling_words
from foreigndesk.weighing.fulfilment import AHEAD, told
from foreigndesk.weighing.watch import Followed, Part, keys_of

MOST_PASSAGES = 60  # paragraphs looked at for each forecast: as many as for the voices of a content
# Who says this says that it may come, should come, or did not seem so, and not that it has come.
NO_FACTS = frozenset({Force.ASK, Force.URGE, Force.PROMISE, Force.THREATEN, Force.PREDICT, Force.DOUBT, Force.DECLINE})


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking: what is looked for for the first time, where it was seen, what was gone through."""

    sought: tuple[Sought, ...]
    seen: tuple[Seen, ...]
    reports: tuple[str, ...]


def look(case: CaseFile, kinfolk: Kinfolk) -> Looked:
    """Look for all that is followed in all that is new; nothing is kept."""
    known = case.load_looked_for()
    indicators = (one for one in case.load_indicators() if one.id not in known)
    new = [*sought_of(case.load_foretold(new=True), kinfolk), *map(sought_for, indicators)]
    last = case.load_last_gone_through()
    late = [one for one in new if last is not None and (one.since is None or one.since < last)]
    unread = case.load_unread()
    fresh = Fresh(new)
    seen = [one for each in late for one in look_up(case, kinfolk, each)]
    seen += [one for report in unread for one in go_through(case, kinfolk.reading(report), fresh)]
    return Looked(tuple(new), tuple(dict.fromkeys(seen)), tuple(unread))


class Fresh:
    """What is looked for the first time, found by keys as the case file finds what it keeps."""

    def __init__(self, sought: Iterable[Sought]) -> None:
        """Put each under its keys."""
        self._by_key: dict[str, list[Sought]] = {}
        for one in sought:
            for key in keys_of(one.words):
                self._by_key.setdefault(key, []).append(one)

    def find(self, keys: Iterable[str], day: str) -> Iterator[Sought]:
        """What shares enough keys and may be told of on that day."""
        counted: dict[Sought, int] = {}
        for key in keys:
            for one in self._by_key.get(key, ()):
                if (one.since is None or one.since < day) and (one.until is None or one.until >= day):
                    counted[one] = counted.get(one, 0) + 1
        return (one for one, times in counted.items() if times >= FEWEST_KEYS)


def sought_of(foretold: Iterable[Foretold], kinfolk: Kinfolk) -> Iterator[Sought]:
    """Outcome and condition of each forecast whose day is known."""
    for one in foretold:
        followed = followed_of(one, kinfolk)
        if followed.day is None:
            continue
        since, until = followed.day.isoformat(), followed.until.isoformat() if followed.until else None
        yield Sought(one.forecast.id, Part.OUTCOME.value, one.report, followed.outcome, since, until)
        if followed.condition is not None:
            yield Sought(one.forecast.id, Part.CONDITION.value, one.report, followed.condition, since, until)


def sought_for(indicator: Indicator) -> Sought:
    """An indicator is looked for in all reports: what was told before it was set is its baseline."""
    return Sought(indicator.id, Part.OUTCOME.value, "", indicator.words, None, indicator.until)


def followed_of(one: Foretold, kinfolk: Kinfolk) -> Followed:
    """A forecast with whose it is."""
    speaker = one.statement.speaker if one.statement is not None else None
    name = (speaker.name or speaker.restored or speaker.printed or "") if speaker is not None else ""
    return Followed(one.forecast, name, one.report, kinfolk.of(one.report).id, day_of(one.day))


def go_through(case: CaseFile, reading: Reading | None, fresh: Fresh) -> Iterator[Seen]:
    """What a report that is new tells of what is looked for."""
    published = reading.report.published_day if reading is not None else None
    if reading is None or published is None:
        return
    for sentence in facts_of(reading):
        words = words_at(reading, sentence)
        keys = keys_of(words)
        for one in (*case.load_sought_by(keys, published.isoformat()), *fresh.find(keys, published.isoformat())):
            found = seen_in(reading, sentence, one)
            if found is not None:
                yield found


def look_up(case: CaseFile, kinfolk: Kinfolk, one: Sought) -> Iterator[Seen]:
    """Where reports that were gone through before tell of what is looked for now."""
    for place in case.search_any(telling_words(one.words), MOST_PASSAGES):
        reading = kinfolk.reading(place.report)
        day = reading.report.published_day if reading is not None else None
        if reading is None or day is None or not in_time(one, day):
            continue
        paragraph = Span(place.start, place.end)
        for sentence in facts_of(reading):
            found = seen_in(reading, sentence, one) if paragraph.touches(sentence) else None
            if found is not None:
                yield found


def in_time(one: Sought, day: dt.date) -> bool:
    """Whether what a report of that day tells can count."""
    return (one.since is None or one.since < day.isoformat()) and (one.until is None or one.until >= day.isoformat())


def seen_in(reading: Reading, sentence: Span, one: Sought) -> Seen | None:
    """What one sentence tells of what is looked for: nothing in its own report, nor of what was over before it."""
    words = words_at(reading, sentence)
    day = day_in(reading, sentence)
    if one.report == reading.report.id or day is None or not in_time(one, day):
        return None
    if told(one.words, words) is None:
        return None
    return Seen(
        one.follows, one.part, Cite(reading.report.id, sentence.start, sentence.start + len(words)), day.isoformat()
    )


def day_in(reading: Reading, sentence: Span) -> dt.date | None:
    """The day that counts for a sentence: that of its report, or an earlier one that it tells by a day or a year."""
    published = reading.report.published_day
    days = [
        last
        for when in reading.whens
        if sentence.start <= when.start < sentence.end and when.printed and (last := day_of(when.latest)) is not None
    ]
    past = [day for day in days if published is not None and day < published]
    return max(past) if past and len(past) == len(days) else published


def words_at(reading: Reading, sentence: Span) -> str:
    """The words of a sentence."""
    return reading.report.text[sentence.start : sentence.end].rstrip()


def facts_of(reading: Reading) -> list[Span]:
    """The sentences of a report that tell what is or was: nothing that looks ahead, was expected or asked for."""
    ahead: list[Span] = [one.outcome for one in reading.forecasts]
    ahead += [one.condition for one in reading.forecasts if one.condition]
    ahead += [part for one in reading.statements if one.force in NO_FACTS for part in one.content]
    text = reading.report.text
    return [
        sentence
        for sentence in reading.sentences
        if not any(sentence.touches(part) for part in ahead)
        and not AHEAD.search(text, sentence.start, sentence.end)
        and not QUESTION.search(text[sentence.start : sentence.end])
    ]


QUESTION = re.compile(r"\?[\"”’'\s]*$")
