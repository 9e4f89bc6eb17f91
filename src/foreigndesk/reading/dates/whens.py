"""Doc -> Whens: what `reading/dates` is for."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Doc

from foreigndesk.model import When
from foreigndesk.reading.dates.islands import find_islands
from foreigndesk.reading.dates.phrases import RULES, read_phrase
from foreigndesk.reading.dates.scene import Found, Scene, tense_of
from foreigndesk.reading.dates.shifts import BOUNDS, PARTS
from foreigndesk.reading.dates.tense import Tense

# The first newspaper is of 1605 (Strasbourg); a publication outside these years is a slip of intake.
YEARS_OF_NEWS = range(1605, 2900)
RANGE_WHY = "From the first day of the first date to the last day of the second."


def find_whens(doc: Doc, anchor: dt.date | None) -> tuple[When, ...]:
    """The dates of a parsed report, sorted, without overlaps; offsets are characters of `doc.text`.

    `anchor` is the day of publication where the outlet is. Without it only absolute dates have bounds; relative ones
    are kept, open on both sides. Words too vague for a day are bounded by the anchor alone.

    >>> from foreigndesk.reading.parse import parse
    >>> [(when.printed, when.earliest) for when in find_whens(parse("They met on Tuesday."), dt.date(2024, 10, 31))]
    [('Tuesday', '2024-10-29')]
    """
    found: list[Found] = []
    text = doc.text
    published = anchor if anchor and anchor.year in YEARS_OF_NEWS else None
    scene = Scene(doc, text, published, found)
    for island in find_islands(text):
        for word in island:
            if found and word.start < found[-1].end:
                continue
            phrase = read_phrase(word.start, scene)
            if phrase:
                found.append(phrase)
    return tuple(_when(phrase, scene) for phrase in found)


def _when(found: Found, scene: Scene) -> When:
    """The value kept of what was found."""
    period = found.period
    return When(
        earliest=period.first.isoformat() if period.first else None,
        latest=period.last.isoformat() if period.last else None,
        printed=scene.text[found.start : found.end],
        granularity=period.granularity,
        rule=" ".join(found.rules),
        start=found.start,
        end=found.end,
        anchor=period.anchor.isoformat() if period.anchor else None,
        tense=_told_tense(found, scene).value,
    )


def _told_tense(found: Found, scene: Scene) -> Tense:
    """Past or future by the bounds, else by the verb; the present tells neither."""
    tense = tense_of(found.period, scene.published) or scene.tense_at(found.start, found.end)
    return Tense.UNKNOWN if tense is Tense.PRESENT else tense


def why(rule: str) -> str:
    """The sentences that explain `When.rule` to an analyst, one for each rule that had a part in it.

    >>> why("since year_printed")
    'From its first day up to the day of publication. The year is printed.'
    """
    reasons = {known.name: known.why for known in RULES} | {"range": RANGE_WHY}
    reasons |= {known.name: known.why for known in (*BOUNDS, *PARTS)}
    return " ".join(reasons[name] for name in rule.split())
