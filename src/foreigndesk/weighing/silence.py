"""Who kept silent: silences that reports tell, gathered over time, and silences that the case file shows.

An observed silence is never more than "not in this case file": its coverage tells how much of the time's reports that
holds, and how many of the outlets of the actor's own state.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from foreigndesk.model import Cite, Reason, Silence, SilenceKind, day_of

# Reported silences of one actor further apart than this are two: nobody tells the same silence after so long a pause.
APART = dt.timedelta(45)
RETOLD = dt.timedelta(3)  # the end of a silence told again within these days is the same end
# Words that name no matter.
VAGUE = re.compile(r"(?:the|this|that) (?:matter|issue|subject|topic|question|case|affair)s?", re.IGNORECASE)
# An actor that has spoken on this many days before, or is a party in this many lineages, is expected to speak.
SPOKE_BEFORE = 2
PARTY_IN = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A silence as one report tells it, with the day of the report."""

    silence: Silence
    day: dt.date


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an actor: its day, and where it stands."""

    day: dt.date
    cite: Cite


@dataclass(frozen=True, slots=True)
class Met:
    """An event that an actor is a party to: its day, its words, its lineage, and where it stands."""

    day: dt.date
    words: str
    lineage: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many reports of some days a case file holds, from how many outlets, and how many of the actor's own state."""

    reports: int
    outlets: int
    own: int

    def __str__(self) -> str:
        """The coverage in words."""
        own = f"{self.own} of them outlets of its own state" if self.own else "none of its own state"
        return f"{self.reports} reports of these days from {self.outlets} outlets, {own}"


def judge_reported(told: Iterable[Told]) -> tuple[Silence, ...]:
    """The silences that reports tell, those of one actor gathered from its first report to its end, by beginning.

    A silence goes on until a report says that it was broken; one that none tells of for APART begins anew. An actor
    that is not known is gathered by the words that name it.
    """
    gathered: dict[str, list[list[Told]]] = {}
    for one in sorted(told, key=lambda one: (one.day, one.silence.until is not None, one.silence.cites)):
        runs = gathered.setdefault(one.silence.actor or one.silence.name.lower(), [])
        last = runs[-1] if runs else None
        over = last is not None and last[-1].silence.until is not None
        retold = over and one.silence.until is not None and last is not None and one.day - last[-1].day <= RETOLD
        if last is None or (over and not retold) or one.day - last[-1].day > APART:
            runs.append([one])
        else:
            last.append(one)
    found = [joined(run) for runs in gathered.values() for run in runs]
    return tuple(sorted(found, key=lambda silence: (silence.since or "", silence.name)))


def joined(run: Sequence[Told]) -> Silence:
    """One silence out of the reports that tell it."""
    first = run[0].silence
    reports = len({cite.report for one in run for cite in one.silence.cites})
    reasons = [reason for one in run for reason in one.silence.reasons]
    end = min((one.silence.until for one in run if one.silence.until), default=None)
    if end is not None:
        reasons.append(Reason("ended", f"It ended by {end}, as a report says."))
    return replace(
        first,
        about=told_about([one.silence.about for one in run]),
        since=min((one.silence.since for one in run if one.silence.since), default=None),
        until=end,
        coverage=f"told by {reports} report{'s' if reports > 1 else ''}",
        cites=tuple(dict.fromkeys(cite for one in run for cite in one.silence.cites)),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def told_about(several: Iterable[str]) -> str:
    """What a silence is about: the first words that say so, if any do; else the first at all.

    >>> told_about(["", "the matter", "the raid on the port", "the raid"])
    'the raid on the port'
    """
    told = [words for words in several if words]
    return next((words for words in told if not VAGUE.fullmatch(words)), told[0] if told else "")


def judge_observed(
    actor: str,
    name: str,
    met: Sequence[Met],
    said: Sequence[Said],
    coverage: Coverage,
    since: dt.date,
    today: dt.date,
    *,
    awaited: bool = False,
) -> Silence | None:
    """An actor without a statement in this case file from a day on, though one was to be expected.

    `met` are the events of the window that it is a party to, `said` all its statements in the case file. It is expected
    to speak if it is a party to events in PARTY_IN lineages, or to one and has spoken on SPOKE_BEFORE days before, or
    if the analyst awaits it. A statement after the first of these events ends it.
    """
    events = sorted((one for one in met if since <= one.day <= today), key=lambda one: (one.day, one.cite))
    before = {one.day for one in said if one.day < since}
    party = len({one.lineage for one in events})
    if not awaited and not (party >= PARTY_IN or (party and len(before) >= SPOKE_BEFORE)):
        return None
    start = events[0].day if events else since
    first = min((one for one in said if start <= one.day <= today), key=lambda one: (one.day, one.cite), default=None)
    if first is not None and first.day <= start:
        return None
    reasons = [Reason("expected", why(party, len(before), awaited=awaited))]
    until = first.day.isoformat() if first is not None else None
    if first is None:
        reasons.append(Reason("not-seen", f"No statement of {name} in this case file from {start} to {today}."))
    else:
        reasons.append(Reason("ended", f"Its first statement in this case file is of {first.day}."))
    cites = [one.cite for one in events] + ([first.cite] if first is not None else [])
    return Silence(
        kind=SilenceKind.OBSERVED,
        actor=actor,
        name=name,
        about=events[0].words if events else "",
        since=start.isoformat(),
        until=until,
        coverage=f"not in this case file: {coverage}",
        cites=tuple(dict.fromkeys(cites)),
        reasons=tuple(reasons),
    )


def why(party: int, before: int, *, awaited: bool) -> str:
    """Why words were expected."""
    parts = ["an analyst awaits it"] if awaited else []
    if party:
        parts.append(f"it is a party to what {party} independent report{'s tell' if party > 1 else ' tells'}")
    if before:
        parts.append(f"it spoke on {before} day{'s' if before > 1 else ''} before")
    return f"Words were expected: {', '.join(parts)}."


def is_open(silence: Silence, today: dt.date) -> bool:
    """Whether a silence has not ended by a day."""
    end = day_of(silence.until)
    return end is None or end > today
