"""The brief as a value: what was chosen to be shown, every line with its cites, nothing yet laid out."""

from __future__ import annotations

from dataclasses import dataclass

from foreigndesk.showing.cites import Ref


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much the brief was chosen from. `speakers` are those known by name; `days` first and last publication."""

    reports: int
    outlets: int
    statements: int
    speakers: int
    attitudes: int
    events: int
    forecasts: int
    setbacks: int
    days: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """A known actor with the number of reports that name it, statements it makes and events it has part in."""

    actor: str
    name: str
    reports: int
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class DeedCount:
    """How many events are of one PLOVER type."""

    type: str
    meaning: str
    events: int


@dataclass(frozen=True, slots=True)
class Voices:
    """How many independent voices stand behind a line, at least and at most, in how many reports of the case file."""

    fewest: int
    most: int
    reports: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event, told by `reports` reports in `cites` places; `voices` where they were counted.

    `when` is shown; `day` (ISO) puts the lines in order and `dated` tells whether the report itself gives it. `text` is
    the sentence of the first report; `told_by` whose statement it stands under there, with how they are sourced.
    """

    id: str
    when: str
    day: str
    dated: bool
    actor: str
    recipient: str
    via: str
    type: str
    deed: str
    text: str
    told_by: str | None
    reports: int
    cites: tuple[Ref, ...]
    voices: Voices | None = None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One content by one speaker, told by `reports` reports in `cites` places; `voices` of whoever says it.

    `does` is the speaker's act in words, `hedges` the hedging in the report's, `doubt` why the speaker is not sure.
    """

    id: str
    does: str
    text: str
    hedges: str
    doubt: str
    reports: int
    cites: tuple[Ref, ...]
    voices: Voices | None = None


@dataclass(frozen=True, slots=True)
class SpeakerPart:
    """One speaker, or one way unnamed speakers are described: how they are sourced, and their chosen statements.

    `statements` counts contents, those told by several reports once; `look_up` is the command that lists them all.
    """

    name: str
    described: str
    statements: int
    reports: int
    lines: tuple[StatementLine, ...]
    look_up: str

    @property
    def more(self) -> int:
        """How many contents are not among the lines."""
        return self.statements - len(self.lines)


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """One thing to be careful about, in a few words, and where it stands."""

    text: str
    cites: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DoubtPart:
    """One kind of uncertainty: how often it occurs, and the first of it."""

    title: str
    count: int
    lines: tuple[DoubtLine, ...]
    look_up: str

    @property
    def more(self) -> int:
        """How many are not among the lines."""
        return self.count - len(self.lines)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report that the brief cites: how its cites begin, and what it is."""

    id: str
    short: str
    published: str | None
    published_by: str | None
    outlet: str | None
    wire: str | None
    headline: str


@dataclass(frozen=True, slots=True)
class SetbackLine:
    """A document that could not be taken in or read, why, and what to do."""

    id: str
    path: str
    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What a chief reads in two minutes. `about` are the actors asked for, `since` the first day of publication.

    `more_events`, `more_speakers` and `more_setbacks` count what was left out, so that no reader takes the choice for
    the whole. `reports` are those cited, `made_from` the ids of all; `readers` the versions that made the readings.
    """

    about: tuple[str, ...]
    since: str | None
    numbers: Numbers
    subjects: tuple[Subject, ...]
    deeds: tuple[DeedCount, ...]
    events: tuple[EventLine, ...]
    more_events: int
    speakers: tuple[SpeakerPart, ...]
    more_speakers: int
    unnamed: tuple[SpeakerPart, ...]
    more_unnamed: int
    doubts: tuple[DoubtPart, ...]
    setbacks: tuple[SetbackLine, ...]
    more_setbacks: int
    reports: tuple[ReportLine, ...]
    made_from: tuple[str, ...]
    readers: tuple[str, ...]
