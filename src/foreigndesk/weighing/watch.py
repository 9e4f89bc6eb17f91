"""What became of a forecast, as far as later reports tell: proposed with its evidence, for an analyst to confirm.

A forecast has come about where a later report tells as a fact what it foretold; it is contradicted where one tells the
opposite, and has lapsed when its horizon has passed and no report tells either. A later report that only foretells the
same again, or tells that it was expected, is no evidence.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from foreigndesk.model import Cite, Forecast, Outcome, Reason, Watch, When, day_of
from foreigndesk.weighing.contents import content_of
from foreigndesk.weighing.fulfilment import as_fact, told

# Told this long after its horizon, or after a forecast without one, it is another matter.
GRACE = dt.timedelta(7)
OPEN_FOR = dt.timedelta(180)
# A span of time that begins when the condition is met, not on the day of the report.
SPAN = re.compile(
    r"^(?:within |in |after |inside )?(?!this |next |the |last )\w+ (?:hour|day|week|fortnight|month|year)s?$",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^(?P<unless>unless)\s+|^(?:even\s+)?(?:if|should|once|when|as soon as|provided(?: that)?|providing|in case)\s+",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:has|have|had)\s+(?:not|never|yet)\b|\bn['’]t\b|\bnot yet\b|\bso far\b|\bno\b.*\bbeen\b", re.IGNORECASE
)


class Part(StrEnum):
    """What of a forecast is looked for."""

    OUTCOME = "outcome"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Followed:
    """A forecast with whose it is ("" for the writer's), the report that tells it, its lineage, and its day."""

    forecast: Forecast
    speaker: str
    report: str
    lineage: str
    day: dt.date | None

    @property
    def waits(self) -> bool:
        """Whether its horizon counts from its condition: "if it does, within a week"."""
        horizon = self.forecast.horizon
        return horizon is not None and self.forecast.condition is not None and bool(SPAN.search(horizon.printed))

    @property
    def due(self) -> dt.date | None:
        """The last day of its horizon; None where it counts from a condition."""
        horizon = self.forecast.horizon
        return None if horizon is None or self.waits else day_of(horizon.latest)

    def due_from(self, met: dt.date | None) -> dt.date | None:
        """The last day of its horizon when its condition was met on a day."""
        horizon = self.forecast.horizon
        if not self.waits or met is None or horizon is None:
            return self.due
        last, anchor = day_of(horizon.latest), day_of(horizon.anchor) or self.day
        return met + (last - anchor) if last is not None and anchor is not None else None

    @property
    def until(self) -> dt.date | None:
        """The last day on which what is told can still be what was foretold."""
        if self.due is not None:
            return self.due + GRACE
        return self.day + OPEN_FOR if self.day is not None else None

    @property
    def cite(self) -> Cite:
        """Where it is told."""
        return Cite(self.report, self.forecast.outcome.start, self.forecast.outcome.end)

    @property
    def outcome(self) -> str:
        """What it foretells."""
        return without_horizon(self.forecast.outcome.text, self.forecast.horizon)

    @property
    def condition(self) -> str | None:
        """What it hangs on; None without a condition, or where that is no clause."""
        condition = self.forecast.condition
        if condition is None or not CONDITION.match(condition.text):
            return None
        return without_horizon(CONDITION.sub("", condition.text), self.forecast.horizon)

    @property
    def is_excepted(self) -> bool:
        """Whether it holds unless its condition is met."""
        condition = self.forecast.condition
        return condition is not None and condition.text.lower().startswith("unless")


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a later report tells as a fact: its words, the day that counts, its lineage, and where."""

    words: str
    day: dt.date
    lineage: str
    cite: Cite


class Confirmed(Protocol):
    """What an analyst said became of a forecast."""

    @property
    def outcome(self) -> Outcome:
        """What became of it."""

    @property
    def analyst(self) -> str:
        """Whose word it is."""

    @property
    def made(self) -> str:
        """When it was given."""


def judge_watch(
    followed: Followed,
    sightings: Iterable[Sighting],
    today: dt.date,
    confirmed: Confirmed | None = None,
    conditions: Iterable[Sighting] = (),
) -> Watch:
    """What became of one forecast by a day, from what later reports tell as facts of its outcome and its condition.

    The first sighting decides, and all that say the same are cited. Sightings of the forecast's own lineage, or before
    its own day, are left out. A horizon that is open, or unknown, never lapses, and until it is over "not yet" is no
    contradiction.
    """
    met = meeting(followed, conditions, today)
    due = followed.due_from(met.day if met else None)
    seen = sorted((one for one in sightings if counts(one, followed, today)), key=lambda one: (one.day, one.cite))
    judged = [(one, side) for one in seen if (side := told(followed.outcome, one.words)) is not None]
    judged = [(one, side) for one, side in judged if side is Outcome.COME_ABOUT or not is_early(one, due)]
    cites = [followed.cite, *([met.cite] if met else [])]
    if judged:
        proposed = judged[0][1]
        same = [one for one, side in judged if side is proposed]
        against = [one for one, side in judged if side is not proposed]
        cites += [one.cite for one in (*same, *against)]
        reasons = [Reason("seen", f"Told as a fact on {same[0].day.isoformat()}: “{same[0].words}”.")]
        reasons += [Reason("disputed", f"Another report tells otherwise: “{one.words}”.") for one in against[:1]]
    elif due is not None and due < today:
        proposed = Outcome.LAPSED
        reasons = [Reason("lapsed", f"Its horizon ended on {due.isoformat()}; nothing of it in this case file.")]
    else:
        proposed = Outcome.OPEN
        until = f"due by {due.isoformat()}" if due is not None else "no horizon is told"
        reasons = [Reason("not-seen", f"Nothing of it in this case file by {today.isoformat()}; {until}.")]
    return Watch(
        forecast=followed.forecast.id,
        report=followed.report,
        speaker=followed.speaker,
        due=due.isoformat() if due else None,
        proposed=proposed,
        checked=today.isoformat(),
        cites=tuple(dict.fromkeys(cites)),
        reasons=(*reasons, *reasons_of_condition(followed, met, today)),
        confirmed=confirmed.outcome if confirmed else None,
        analyst=confirmed.analyst if confirmed else None,
        given=confirmed.made if confirmed else None,
        met=met.day.isoformat() if met else None,
    )


def meeting(followed: Followed, conditions: Iterable[Sighting], today: dt.date) -> Sighting | None:
    """The first report after a forecast that tells its condition as met."""
    words = followed.condition or ""
    seen = sorted((one for one in conditions if counts(one, followed, today)), key=lambda one: (one.day, one.cite))
    return next((one for one in seen if words and told(words, one.words) is Outcome.COME_ABOUT), None)


def reasons_of_condition(followed: Followed, met: Sighting | None, today: dt.date) -> tuple[Reason, ...]:
    """What is told of the condition."""
    if met is not None:
        told_as = "What it excepts came" if followed.is_excepted else "Its condition was met"
        return (Reason("condition met", f"{told_as}, as told on {met.day.isoformat()}: “{met.words}”."),)
    if followed.condition is None:
        return ()
    return (Reason("condition open", f"Its condition is not told as met in this case file by {today.isoformat()}."),)


def without_horizon(words: str, horizon: When | None) -> str:
    """The words of an outcome without its horizon, which is judged by the days."""
    if horizon is None or not horizon.printed:
        return words
    bound = rf"(?:\b(?:by|in|on|within|before|until|from|at|after|beginning)\s+)*{re.escape(horizon.printed)}"
    return re.sub(bound, "", words).strip(" ,")


def counts(one: Sighting, followed: Followed, today: dt.date) -> bool:
    """Whether a sighting can tell what became of a forecast."""
    if followed.day is None or not followed.day < one.day <= today or one.lineage == followed.lineage:
        return False
    return followed.until is None or one.day <= followed.until


def is_early(one: Sighting, due: dt.date | None) -> bool:
    """Whether a report only tells that it has not come yet, while there is time."""
    return due is not None and one.day < due and bool(NOT_YET.search(one.words))


def keys_of(words: str) -> frozenset[str]:
    """The keys by which like words are found: rarer words, states with what is told of them, meanings in pairs."""
    content = content_of(as_fact(words))
    keys = {term.stem for term in content.terms if term.weight >= HEAVY}
    for state in content.states:
        keys.update(f"{state} {one}" for one in (*content.stems, *content.concepts))
    keys.update(f"{one} {other}" for one, other in itertools.combinations(sorted(content.concepts), 2))
    return frozenset(keys)


HEAVY = 0.6  # weight from which on a word by itself is a key
