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
class FindingLine:
    """One finding of weighing: what counts in a few words, what it is about, what else to know of it, its cites.

    `id` is that of the claim, forecast or silence behind it.
    """

    id: str
    head: str
    text: str
    notes: tuple[str, ...]
    cites: tuple[Ref, ...]
    single: bool = False  # rests on one voice, or on one that may be another


@dataclass(frozen=True, slots=True)
class FindingPart:
    """One question that weighing answers: its lines, how many more there are, and where they are listed."""

    name: str
    title: str
    lines: tuple[FindingLine, ...]
    more: int
    look_up: str
    note: str = ""

    @property
    def apart(self) -> bool:
        """Whether what else is to be known of a line stands in lines of its own: the sides of a contest."""
        return self.name == "contests"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report that the brief cites: how its cites begin, what it is, and how far it is to be relied on (ICD 206).

    `kin` tells what it owes to another report, `sourcing` how the speakers in it are described, `reasons` why some
    are not named, in its own words; `spun` that a machine exchanged its words. `lines` are the ids of the lines of the
    brief that rest on it, `alone` those that rest on no other report but its kin.
    """

    id: str
    short: str
    published: str | None
    published_by: str | None
    outlet: str | None
    wire: str | None
    headline: str
    kin: str = ""
    sourcing: str = ""
    reasons: tuple[str, ...] = ()
    spun: bool = False
    lines: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """What the whole product rests on, as ICD 206 asks for: in numbers, and as a statement in words.

    Shares are of statements in so many words. `single` of `lines` rest on one voice; `machine` names what read it.
    """

    reports: int
    outlets: int
    lineages: int
    spun: int
    unnamed: int
    second_hand: int
    statements: int
    single: int
    lines: int
    oldest: str | None
    missing: tuple[str, ...]
    machine: str
    words: str


@dataclass(frozen=True, slots=True)
class SetbackLine:
    """A document that could not be taken in or read, why, and what to do."""

    id: str
    path: str
    what: str
    hint: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What a chief reads in two minutes, or all: about the actors asked for, of reports since the day of `since`.

    `more_events`, `more_speakers` and `more_setbacks` count what was left out, so that no reader takes the choice for
    the whole. `reports` are those cited, `made_from` the ids of all; `readers` the versions that made the readings.
    `parts` are what weighing found, `summary` what all of it rests on. `bounded` is the day from which on reports were
    chosen from, of a case file too large for two minutes; `full`: nothing was left out for want of room.
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
    parts: tuple[FindingPart, ...] = ()
    summary: SourceSummary | None = None
    bounded: str | None = None
    full: bool = False
