"""What became of a forecast, as far as later reports tell: proposed with its evidence, for an analyst to confirm.

A forecast has come about where a later report tells as a fact what it foretold; it is contradicted where one tells the
opposite, and has lapsed when its horizon has passed and no report tells either. A later report that only foretells the
same again is no evidence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from foreigndesk.model import Cite, Forecast, Outcome, Reason, Watch, When, day_of
from foreigndesk.weighing.contents import Content, agrees, content_of, contradicts

# Told this long after its horizon, or after a forecast without one, it is another matter.
GRACE = dt.timedelta(7)
OPEN_FOR = dt.timedelta(180)
# What makes a forecast of the words; without it they are what a later report would tell.
AHEAD = re.compile(
    r"\b(?:will|would|shall|could|may|might|(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:(?:due|going|set|likely|expected|scheduled|planned|certain|bound)\s+)?to)\b\s*",
    re.IGNORECASE,
)
# A span of time that begins when the condition is met, not on the day of the report.
SPAN = re.compile(
    r"^(?:within |in |after |inside )?(?!this |next |the |last )\w+ (?:hour|day|week|fortnight|month|year)s?$",
    re.IGNORECASE,
)
# "double", "halve", and numbers that are no day of a month and no year: a forecast with other figures is not what came.
MEASURE = re.compile(
    r"\b(?P<by>doubl|tripl|halv|quadrupl)\w*"
    r"|(?<!January )(?<!February )(?<!March )(?<!April )(?<!May )(?<!June )(?<!July )(?<!August )(?<!September )"
    r"(?<!October )(?<!November )(?<!December )\b(?P<figure>(?!(?:19|20)\d\d\b)\d[\d,.]*\d|\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Followed:
    """A forecast with whose it is ("" for the writer's), the report that tells it, its lineage, and its day."""

    forecast: Forecast
    speaker: str
    report: str
    lineage: str
    day: dt.date | None

    @property
    def due(self) -> dt.date | None:
        """The last day of its horizon; None where it counts from a condition ("if it does, within a week")."""
        horizon = self.forecast.horizon
        if horizon is None or (self.forecast.condition is not None and SPAN.search(horizon.printed)):
            return None
        return day_of(horizon.latest)

    @property
    def cite(self) -> Cite:
        """Where it is told."""
        return Cite(self.report, self.forecast.outcome.start, self.forecast.outcome.end)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a later report tells as a fact: its words, the day of the report, its lineage, and where."""

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


def judge_watch(
    followed: Followed, sightings: Iterable[Sighting], today: dt.date, confirmed: Confirmed | None = None
) -> Watch:
    """What became of one forecast by a day, from what later reports tell as facts.

    The first sighting decides, and all that say the same are cited. Sightings of the forecast's own lineage, or before
    its own day, are left out. A horizon that is open, or unknown, never lapses.
    """
    content = content_of(as_fact(followed.forecast.outcome.text, followed.forecast.horizon))
    seen = sorted((one for one in sightings if counts(one, followed, today)), key=lambda one: (one.day, one.cite))
    judged = [(one, outcome) for one in seen if (outcome := told(content, one)) is not None]
    cites, due = [followed.cite], followed.due
    if judged:
        proposed = judged[0][1]
        same = [one for one, outcome in judged if outcome is proposed]
        cites += [one.cite for one in same]
        reasons = [Reason("seen", f"Told as a fact on {same[0].day.isoformat()}: “{same[0].words}”.")]
        against = [one for one, outcome in judged if outcome is not proposed]
        if against:
            cites += [one.cite for one in against]
            reasons.append(Reason("disputed", f"Another report tells otherwise: “{against[0].words}”."))
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
        cites=tuple(cites),
        reasons=tuple(reasons),
        confirmed=confirmed.outcome if confirmed else None,
        analyst=confirmed.analyst if confirmed else None,
    )


def as_fact(words: str, horizon: When | None = None) -> str:
    """The words of an outcome as a later report would tell them, without its horizon, which is judged by the days.

    >>> as_fact("Russia will send a warship")
    'Russia send a warship'
    """
    if horizon is not None and horizon.printed:
        words = re.sub(
            rf"(?:\b(?:by|in|on|within|before|until|from|at|after)\s+)?{re.escape(horizon.printed)}", "", words
        )
    return AHEAD.sub("", words).strip()


def counts(one: Sighting, followed: Followed, today: dt.date) -> bool:
    """Whether a sighting can tell what became of a forecast."""
    if followed.day is None or not followed.day < one.day <= today or one.lineage == followed.lineage:
        return False
    return one.day <= (followed.due + GRACE if followed.due else followed.day + OPEN_FOR)


def figures(words: str) -> set[str]:
    """The measures that words tell, dates left out.

    >>> sorted(figures("it will double by 6 percent before April 4"))
    ['6', 'doubl']
    """
    return {(one.group("by") or one.group("figure")).lower() for one in MEASURE.finditer(words)}


def told(content: Content, one: Sighting) -> Outcome | None:
    """Whether a fact is what was foretold, its opposite, or neither."""
    other = content_of(one.words)
    if figures(content.text).isdisjoint(figures(other.text)) and figures(content.text) and figures(other.text):
        return None
    if contradicts(content, other):
        return Outcome.CONTRADICTED
    return Outcome.COME_ABOUT if agrees(content, other) else None


@dataclass(frozen=True, slots=True)
class Account:
    """What one speaker foretold, and what became of it: how many of each outcome, and how many an analyst confirmed.

    The analyst's word counts where there is one, else what the desk proposes.
    """

    speaker: str
    open: int
    come_about: int
    contradicted: int
    lapsed: int
    confirmed: int
    watches: tuple[str, ...]


def judge_ledger(watches: Sequence[Watch]) -> tuple[Account, ...]:
    """An account for each speaker, who foretold most first; the writers' own under ""."""
    by_speaker: dict[str, list[Watch]] = {}
    for watch in watches:
        by_speaker.setdefault(watch.speaker, []).append(watch)
    accounts = []
    for speaker, theirs in by_speaker.items():
        times = Counter(watch.confirmed or watch.proposed for watch in theirs)
        accounts.append(
            Account(
                speaker,
                times[Outcome.OPEN],
                times[Outcome.COME_ABOUT],
                times[Outcome.CONTRADICTED],
                times[Outcome.LAPSED],
                sum(watch.confirmed is not None for watch in theirs),
                tuple(watch.forecast for watch in theirs),
            )
        )
    return tuple(sorted(accounts, key=lambda account: (-len(account.watches), account.speaker)))
