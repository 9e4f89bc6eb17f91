"""Who somebody is whom a report tells of before it names him: "a Danish pilot says", and then "Jens Brostrup told"."""

from __future__ import annotations

import re

from foreigndesk.model import Reading, SourcingKind, Statement, paragraphs
from foreigndesk.weighing.houses import beside_name

ONE = re.compile(r"(?:an?|one)\b", re.IGNORECASE)
FURTHER = 1  # paragraphs: a lead that tells of somebody is followed by his words, and with these by his name
LETTERS = re.compile(r"[^\W\d_]{2,}")


def is_described(statement: Statement) -> bool:
    """Whether the speaker is one person who is told of and not named: "a Danish pilot who guided a tanker"."""
    return statement.sourcing.kind is SourcingKind.TITLE and ONE.match(statement.speaker.printed or "") is not None


def name_given(statement: Statement, reading: Reading) -> str | None:
    """The name that a report gives soon after to a speaker whom it only describes; None where it gives none.

    Whom it names without a word on who that is, it has told of before.
    """
    place = statement.speaker.start
    if place is None or not is_described(statement):
        return None
    end = [part.end for part in paragraphs(reading.report.text) if part.end > place][: FURTHER + 1][-1]
    until = [one for one in reading.statements if (one.speaker.start or 0) < end]
    if any(is_described(one) and one.speaker.start != place for one in until):
        return None  # two are told of without a name: it may be either's
    after = (one for one in until if (one.speaker.start or 0) > place)
    return next((one.speaker.name for one in after if is_bare(one, reading)), None)


def is_bare(statement: Statement, reading: Reading) -> bool:
    """Whether a speaker is a person who is named here for the first time, and with no word on who that is."""
    speaker, text = statement.speaker, reading.report.text
    persons = {name.printed for name in reading.names if name.kind == "person"}
    if not speaker.name or speaker.name not in persons or text.find(speaker.name) != speaker.start:
        return False
    until = text[: speaker.start + len(speaker.name) + APPOSITION]
    said = set(LETTERS.findall(statement.cue.text if statement.cue else ""))
    return all(said.issuperset(LETTERS.findall(beside)) for beside in beside_name(speaker.name, until))


APPOSITION = 80  # characters behind a name
