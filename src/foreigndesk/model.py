"""Every noun of the desk, as frozen values: no I/O, no language processing, the standard library only.

Offsets are characters of a report's text, counted from 0, ends exclusive. A date is ISO 8601. A field that
nothing is known about is None or empty, never a guess.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

# -- ids ---------------------------------------------------------------------------------------------------------------


def name_id(prefix: str, *parts: object) -> str:
    """An id that depends on its parts alone, so it is the same in every run and on every machine.

    48 bits of SHA-256: among a million ids of one kind the chance that any two are the same is 0.2 %
    (n^2 / 2^49), and few enough characters remain to copy an id by hand.

    >>> name_id("r", "text", "outlet")
    'r-9c01eaf5470b'
    """
    digest = hashlib.sha256("\x1f".join(str(part) for part in (prefix, *parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:12]}"


# -- places in a text --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text: [start, end) in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no stretch of text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage(Span):
    """A span together with the words it covers: `report.text[start:end] == text`, always."""

    text: str


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """The only form of evidence: a report and a span of its text."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is what it is: the rule that made it, and one sentence for an analyst."""

    rule: str
    sentence: str


# -- the report --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateFound:
    """One candidate for a report's publication date: value (ISO 8601, as precise as printed), printed words, origin."""

    value: str
    printed: str
    origin: str


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes became text: the encoding's name, and what decided it (bom, meta, declaration, utf-8, guess)."""

    name: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Report:
    """One news item as taken in. Its text is never changed afterwards.

    `published` is ISO 8601 with the printed precision and zone (2024-10-31, 2024-10-31T09:12:00+09:00), and
    `published_by` says which candidate of `dates` it is (its origin). `wire` is the agency credited
    (a news agency's name), `path` where it was taken from, with the line in a JSONL file.
    """

    id: str
    path: str
    text: str
    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    wire: str | None = None
    published: str | None = None
    published_by: str | None = None
    dates: tuple[DateFound, ...] = ()
    url: str | None = None
    language: str | None = None
    encoding: Encoding | None = None
    sha256: str = ""

    @property
    def published_day(self) -> dt.date | None:
        """The day of publication, in the zone of the outlet; None if the date is not known to the day."""
        return day_of(self.published)


def day_of(value: str | None) -> dt.date | None:
    """The day of an ISO 8601 date or time; None for none, or for one less precise than a day.

    >>> day_of("2024-10-31T23:30:00-04:00"), day_of("2024-10")
    (datetime.date(2024, 10, 31), None)
    """
    return dt.date.fromisoformat(value[:10]) if value and len(value) >= len("2024-10-31") else None


def report_id(text: str, outlet: str | None) -> str:
    """The id of a report: the same text from the same outlet is the same report, wherever its file lies."""
    return name_id("r", text, outlet or "")


LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The paragraphs of a text: its lines that are not blank, surrounding white space left out.

    >>> paragraphs("One.\n\n  Two.\n")
    (Span(start=0, end=4), Span(start=8, end=12))
    """
    found = []
    for line in LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            found.append(Span(start, start + len(words)))
    return tuple(found)


# -- actors ------------------------------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    BODY = "body"  # a ministry, agency, court, party: part of a state
    ORGANISATION = "organisation"  # of states: the United Nations, NATO
    GROUP = "group"  # armed, social, religious
    MEDIA = "media"
    INSTITUTE = "institute"  # think tank, university
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Post:
    """A post a person held: [since, until] as ISO dates, until None while it lasts."""

    title: str
    body: str | None
    country: str | None
    sector: str | None
    since: str
    until: str | None
    origin: str


# A prime minister who is also foreign minister speaks as prime minister.
HIGHEST_POSTS = frozenset(
    {"President", "Prime Minister", "Chancellor", "Premier", "Supreme Leader", "King", "Queen", "Emir", "Pope"}
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A known state, body, organisation, group or person.

    `id` is the ISO 3166 alpha-3 code of a state, else a readable slug; `country` the alpha-3 code of the state it
    belongs to; `sector` its PLOVER sector (GOV, MIL, JRN, ...); `forms` every way it is printed; `origin` where the row
    comes from.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None
    sector: str | None
    forms: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    origin: str = ""

    def post_on(self, day: dt.date | None) -> Post | None:
        """The post held on a day: of several the highest, then the one taken up last. Without a day, the latest."""
        held = [
            post
            for post in self.posts
            if day is None or (post.since <= day.isoformat() and (post.until is None or day.isoformat() <= post.until))
        ]
        return max(held, key=lambda post: (day is not None and post.title in HIGHEST_POSTS, post.since), default=None)


# -- as read -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a report: as printed, as restored (only where the print is corrupt), and the actor it names.

    `kind` is what its form tells: person, state, body, place or people; empty where it tells nothing.
    """

    printed: str
    restored: str | None
    actor: str | None
    start: int
    end: int
    reasons: tuple[Reason, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is meant by some words: the speaker, addressee or carrier of a statement.

    `printed` are the words ("he", "a senior U.S. official") at [start, end), all None where nobody is printed; `name`
    the person or body they resolve to; `actor` and `country` if known; `post` the post held at the report's date;
    `doubt` says what is uncertain about the resolution.
    """

    printed: str | None = None
    restored: str | None = None
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    post: str | None = None
    start: int | None = None
    end: int | None = None
    doubt: str | None = None


class Granularity(StrEnum):
    """How precise a printed date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"  # also a quarter of a year
    YEAR = "year"
    DECADE = "decade"
    VAGUE = "vague"  # "recently": no bounds, or one


@dataclass(frozen=True, slots=True)
class When:
    """When something was or will be: the first and last day it can mean (ISO, None where open), and how it is known.

    `tense` tells whether it lies behind or ahead of the report: past, future or unknown. `anchor` is the day it was
    counted from. [start, end) are the offsets of the printed words; a when without words (`printed` empty) is inferred.
    """

    earliest: str | None
    latest: str | None
    printed: str
    granularity: Granularity
    rule: str
    start: int
    end: int
    anchor: str | None = None
    tense: str = "unknown"


def day_told(when: When | None, published: str | None) -> dt.date | None:
    """The day something counts for: the first its own date can mean, else that of its report; None without both.

    >>> day_told(None, "2024-10-31T09:12:00+09:00")
    datetime.date(2024, 10, 31)
    """
    return (day_of(when.earliest) if when is not None else None) or day_of(published)


class StatementKind(StrEnum):
    """Statements proper (said in so many words), and attitudes (told of the speaker: "supports", "fears")."""

    STATEMENT = "statement"
    ATTITUDE = "attitude"


class Force(StrEnum):
    """What the speaker does by speaking."""

    ASSERT = "assert"
    DENY = "deny"
    DOUBT = "doubt"
    ASK = "ask"
    URGE = "urge"
    PROMISE = "promise"
    THREATEN = "threaten"
    PREDICT = "predict"
    DECLINE = "decline"  # to comment: its own thing, neither assertion nor denial


class SourcingKind(StrEnum):
    """How the speaker is described, from the strongest to none (Reuters and AP handbooks)."""

    NAMED = "named"
    SPOKESPERSON = "spokesperson"
    TITLE = "title"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    MEDIA = "media"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How a speaker is described, by newsroom classes, with what the report says of an unnamed one.

    `speaks_for` is the body a spokesperson speaks for; `count` how many speakers are claimed ("two officials");
    `level` and `country` what is said of them; `reason` why they are unnamed, `proximity` how they know, `outlet` whose
    report it is second hand: each in the report's words.
    """

    kind: SourcingKind
    speaks_for: str | None = None
    count: int | None = None
    level: str | None = None
    country: str | None = None
    reason: str | None = None
    proximity: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """The speaker's own hedging, verbatim; `band` is the ICD 203 range (percent) only if the speaker used its word.

    `distance` are the writer's words that hold the statement at arm's length ("claimed", "so-called").
    """

    words: tuple[Passage, ...] = ()
    band: str | None = None
    distance: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: one attribution of content to a speaker.

    `content` are the spans of what is said, in order; every other field rests on the report's words too. `within` is
    the id of the statement this one is told in. `model_score` is the reader's own, never a likelihood.
    """

    id: str
    kind: StatementKind
    speaker: Mention
    cue: Passage | None
    content: tuple[Passage, ...]
    force: Force
    certainty: Certainty
    sourcing: Sourcing
    addressees: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    forum: Passage | None = None
    within: str | None = None
    when: When | None = None
    model_score: float | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def words(self) -> str:
        """What is said, in the report's words: the spans of the content in order, an ellipsis between them."""
        return " … ".join(passage.text for passage in self.content)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who does, suffers or carries an event: PLOVER entity code and sector, printed words and known actor."""

    code: str | None
    sector: str | None
    name: str
    actor: str | None
    start: int
    end: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: printed words, country (alpha-3), and a point if the place is known more closely."""

    printed: str
    country: str | None
    start: int
    end: int
    name: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, in PLOVER 1.3.

    `auxiliary_mode` is future, hypothetical, negation or historical; `statement` the id of the statement it stands
    under; `passage` the sentence, `trigger` the words that name the deed; `also` other sentences of the report that
    tell the same act.
    """

    id: str
    type: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    passage: Passage
    trigger: Passage
    via: tuple[Party, ...] = ()
    when: When | None = None
    place: Place | None = None
    auxiliary_mode: str | None = None
    statement: str | None = None
    uncertain: str | None = None
    model_score: float | None = None
    also: tuple[Passage, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """If (condition), then (outcome), by when (horizon), and whose it is (statement; None: the writer's)."""

    id: str
    outcome: Passage
    condition: Passage | None = None
    horizon: When | None = None
    statement: str | None = None
    reasons: tuple[Reason, ...] = ()


class SilenceKind(StrEnum):
    """How a silence is known."""

    REPORTED = "reported"  # a report says so
    OBSERVED = "observed"  # nothing in this case file


@dataclass(frozen=True, slots=True)
class Silence:
    """An actor expected to speak who did not, about what, and for how long (ISO days; `until` None while it lasts).

    An observed silence says only "not in this case file": `coverage` tells how much of the time's reports it holds.
    """

    kind: SilenceKind
    actor: str | None
    name: str
    about: str
    since: str | None
    until: str | None
    coverage: str
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """The same for the same actor and beginning; an observed one's, whose window moves on, for the same actor."""
        begun = self.since if self.kind is SilenceKind.REPORTED else ""
        return name_id("q", self.kind, self.actor or self.name, begun)


@dataclass(frozen=True, slots=True)
class Setback:
    """What could not be taken in or read, and why: `what` happened, `where` in it, and a `hint` what to do."""

    path: str
    stage: str
    what: str
    where: str = ""
    hint: str = ""
    report: str | None = None

    @property
    def id(self) -> str:
        """The same trouble with the same document has the same id."""
        return name_id("x", self.path, self.stage, self.what, self.where)


@dataclass(frozen=True, slots=True)
class Oddity:
    """A word or phrase that no writer would print here: as printed at [start, end), and what was there before.

    `expected` is empty where the words are odd but what they stood for is not known.
    """

    printed: str
    expected: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Spun:
    """A report whose words were exchanged one by one for synonyms, by a machine: the traces, and the reader's score.

    `model_score` is in [0, 1] and no likelihood.
    """

    oddities: tuple[Oddity, ...]
    model_score: float
    reasons: tuple[Reason, ...] = ()


READING_SCHEMA = "foreigndesk.reading/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one report, with the version of the reader that read it."""

    report: Report
    reader: str
    sentences: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    whens: tuple[When, ...] = ()
    setbacks: tuple[Setback, ...] = ()
    silences: tuple[Silence, ...] = ()
    spun: Spun | None = None
    schema: str = READING_SCHEMA


# -- as weighed: findings across reports, each with its cites and reasons --------------------------------------------


class KinshipKind(StrEnum):
    """What one report owes to another."""

    COPY = "copy"  # the same text, boilerplate aside
    EXCERPT = "excerpt"  # part of it
    UPDATE = "update"  # the same outlet's later version of it
    REWRITE = "rewrite"  # edited by a person
    SPUN = "spun"  # words exchanged by a machine
    QUOTES = "quotes"  # an independent report that takes over a quotation


@dataclass(frozen=True, slots=True)
class Shared:
    """The same passage in two reports: in the debtor's text and in the creditor's."""

    debtor: Cite
    creditor: Cite


@dataclass(frozen=True, slots=True)
class Kinship:
    """One report's debt to another: `debtor` took over what `creditor` had, as far as can be told.

    `score` is the share of the debtor's words that are accounted for by the creditor, in [0, 1]. `doubt` says what
    is uncertain: mostly which of the two came first.
    """

    debtor: str
    creditor: str
    kind: KinshipKind
    score: float
    shared: tuple[Shared, ...]
    reasons: tuple[Reason, ...]
    doubt: str | None = None

    @property
    def id(self) -> str:
        """The same for a pair of reports whatever is found between them, and whichever came first."""
        return name_id("k", *sorted((self.debtor, self.creditor)))

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The passages on both sides."""
        return tuple(cite for shared in self.shared for cite in (shared.debtor, shared.creditor))


@dataclass(frozen=True, slots=True)
class Lineage:
    """A family of kin: the likely first, and every report that goes back to it, the first included.

    A report without kin is a lineage of one. `kinships` are the ids of the ties that hold it together.
    """

    first: str
    reports: tuple[str, ...]
    kinships: tuple[str, ...]
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """The id of the lineage that begins with that report."""
        return name_id("l", self.first)


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent origin of a content: somebody who says it, or a report that tells it on its own authority.

    `speaker` names the origin for people, `actor` the known actor it is. `lineages` are those whose reports carry it.
    A voice that is not `certain` may be another voice of the same count, and counts only towards the most.
    """

    speaker: str
    actor: str | None
    certain: bool
    lineages: tuple[str, ...]
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class VoiceCount:
    """How many independent voices stand behind a content: at least `fewest`, at most `most`, with the arithmetic.

    `of` is the id of the statement or event that was asked about, `reports` and `lineages` how many tell it; `steps`
    is the arithmetic, one sentence a step, from reports to voices.
    """

    of: str
    reports: int
    lineages: int
    fewest: int
    most: int
    voices: tuple[Voice, ...]
    cites: tuple[Cite, ...]
    steps: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """The Admiralty digit that evidence suggests for a content (FM 2-22.3): 1, 5 or 6; the rest is the analyst's.

    `letter` is the reliability an analyst gave the outlet or speaker, F where nobody did.
    """

    of: str
    digit: int
    letter: str
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reliability:
    """The Admiralty letter (A to F) that an analyst gave to an outlet or a speaker, and when (ISO 8601, UTC)."""

    of: str
    letter: str
    analyst: str
    given: str
    note: str = ""


class Stance(StrEnum):
    """Where a speaker stands to a claim."""

    ASSERT = "assert"
    DOUBT = "doubt"
    DENY = "deny"
    OPEN = "open"  # speaks of it and takes no side


@dataclass(frozen=True, slots=True)
class Position:
    """One speaker's stance to a claim at one time, in one statement; `day` is that of the saying (ISO 8601)."""

    speaker: str
    actor: str | None
    stance: Stance
    statement: str
    sourcing: SourcingKind
    day: str | None
    lineage: str
    cite: Cite

    @property
    def holder(self) -> str:
        """Who takes it: a known actor by id, else the speaker by name."""
        return self.actor or self.speaker


@dataclass(frozen=True, slots=True)
class Variant:
    """One figure that a claim is told with ("10,000", "as many as 12,000"), where and from when."""

    figure: str
    first_day: str | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One content told by several, in the best-sourced speaker's own words (`words`, at `cite`).

    `id` depends on the statement that told it first, so that it stays as others join. Positions are by day.
    """

    id: str
    words: str
    cite: Cite
    positions: tuple[Position, ...]
    variants: tuple[Variant, ...]
    reasons: tuple[Reason, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Every place where it is told, doubted or denied."""
        return tuple(position.cite for position in self.positions)


@dataclass(frozen=True, slots=True)
class Move:
    """A speaker who changed position: from which to which, shown by the statements of both."""

    speaker: str
    before: Position
    after: Position


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim with those who assert, doubt and deny it, and who moved; `undecided` speak of it and take no side."""

    claim: Claim
    asserting: tuple[Position, ...]
    doubting: tuple[Position, ...]
    denying: tuple[Position, ...]
    moves: tuple[Move, ...]
    reasons: tuple[Reason, ...]
    undecided: tuple[Position, ...] = ()


class Outcome(StrEnum):
    """What became of a forecast, as far as later reports tell."""

    OPEN = "open"
    COME_ABOUT = "come about"
    CONTRADICTED = "contradicted"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Watch:
    """A forecast that is being followed: what the desk proposes became of it, with its evidence, until an analyst says.

    `speaker` is whose it is ("" for the writer's), `due` the last day of its horizon, `checked` the last day looked at,
    `met` the day on which its condition was told as met. `confirmed` is the word of `analyst`, given on `given`.
    """

    forecast: str
    report: str
    speaker: str
    due: str | None
    proposed: Outcome
    checked: str | None
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]
    confirmed: Outcome | None = None
    analyst: str | None = None
    given: str | None = None
    met: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What an analyst looks for as a sign that something is under way, in the analyst's own words or a condition's.

    What is told after the day `since` counts, up to `until` if that is given; what was told by then is the baseline.
    `forecast` is the id of the forecast whose condition it is. `removed` tells when it was taken off the list.
    """

    words: str
    analyst: str
    made: str
    since: str
    until: str | None = None
    note: str = ""
    forecast: str | None = None
    removed: str | None = None
    removed_by: str | None = None

    @property
    def id(self) -> str:
        """The same for the same words set at the same moment."""
        return name_id("i", self.words, self.made)


@dataclass(frozen=True, slots=True)
class Indication:
    """What an indicator shows by a day: where it was seen, on how many days, and on how many days before it was set.

    Not seen is told as well as seen: `checked` is the last day looked at, `reports` how many were looked through since.
    """

    indicator: Indicator
    seen: int
    first: str | None
    last: str | None
    before: int
    reports: int
    checked: str
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Awaited:
    """An actor from whom an analyst expects words, about what ("" for anything), from which day on."""

    actor: str
    about: str
    since: str
    analyst: str
    made: str


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of something there are for every hundred voices that name one of two actors, with 90 % bounds."""

    per_hundred: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RelationPoint:
    """Two actors over one span of days [start, end]: deeds between them on PLOVER's scale, with bounds from counts.

    A deed counts once, however many tell it: `events` is how many deeds, `scale` their mean, `low` and `high` its 90 %
    bounds; None without deeds. `there` and `back` are those of one to the other and of the other to one, with their own
    means. `statements` are those of one about the other. `reports` is how many reports of the case file fall in the
    span, `naming` how many lineages of them name either actor: the rates are per hundred of these.
    """

    start: str
    end: str
    events: int
    scale: float | None
    low: float | None
    high: float | None
    friendly: int
    hostile: int
    statements: int
    reports: int
    cites: tuple[Cite, ...]
    there: int = 0
    there_scale: float | None = None
    back: int = 0
    back_scale: float | None = None
    naming: int = 0
    friendly_rate: Rate | None = None
    hostile_rate: Rate | None = None


class Tone(StrEnum):
    """How what one actor says of another sounds; what that rests on stands with each remark."""

    FRIENDLY = "friendly"
    HOSTILE = "hostile"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Remark:
    """A statement of one actor about another: its force, the tone of its words, and the words that give it."""

    statement: str
    speaker: str
    force: Force
    tone: Tone
    rests_on: tuple[str, ...]
    day: str | None
    lineage: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Way:
    """What one actor does to another and says of it: deeds with their mean and 90 % bounds, and remarks by day."""

    actor: str
    recipient: str
    events: int
    scale: float | None
    low: float | None
    high: float | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A day from which on two actors stood otherwise: means before and after, and how likely chance alone does it.

    `p` is the share of shuffled courses with as large a change; `cites` are the deeds after it, `before` those before.
    """

    start: str
    was: float
    now: float
    p: float
    before: tuple[Cite, ...]
    cites: tuple[Cite, ...]


class MilestoneKind(StrEnum):
    """What is listed of a relation by itself."""

    TREATY = "treaty"
    SANCTION = "sanction"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A treaty, sanction or visit between two actors: its day, its words, who to whom, and who tells it.

    `status` is PLOVER's auxiliary mode of what has not simply happened (future, hypothetical, negation, historical).
    """

    kind: MilestoneKind
    day: str
    actor: str
    recipient: str
    words: str
    status: str | None
    voices: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carried messages between two actors: how many from one to the other, back, and how often it brought both."""

    actor: str | None
    name: str
    there: int
    back: int
    mediated: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors stood to each other over time.

    `changes` are the starts of spans at which it turned, `turns` the same with what they rest on, `between` the names
    of those who carried messages for them, `ways` what each does to the other and says of it.
    """

    one: str
    other: str
    points: tuple[RelationPoint, ...]
    changes: tuple[str, ...]
    between: tuple[str, ...]
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]
    ways: tuple[Way, ...] = ()
    turns: tuple[Change, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    carriers: tuple[Carrier, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """What lies between two actors over some days: deeds, their mean with 90 % bounds, and where they are told.

    `sign` is friendly or hostile where the bounds lie on one side of zero, else None.
    """

    one: str
    other: str
    name: str
    events: int
    friendly: int
    hostile: int
    scale: float
    low: float
    high: float
    first: str
    last: str
    cites: tuple[Cite, ...]

    @property
    def sign(self) -> Tone | None:
        """Friendly or hostile, if the counts bear it out."""
        if self.low > 0:
            return Tone.FRIENDLY
        return Tone.HOSTILE if self.high < 0 else None


@dataclass(frozen=True, slots=True)
class Triad:
    """Two actors and a third: the bonds of the third with each, and what the three signs make together.

    `stands` tells it in words; `balanced` after Cartwright and Harary (1956): the product of three known signs.
    """

    third: str
    name: str
    with_one: Bond
    with_other: Bond
    stands: str
    balanced: bool | None
    carried: int


class Fit(StrEnum):
    """How an item of evidence goes with a hypothesis (Heuer 1999, chapter 8)."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An explanation that an analyst typed, by its place on the board from 1."""

    rank: int
    words: str
    analyst: str
    made: str


class EvidenceKind(StrEnum):
    """What an item of evidence is."""

    STATEMENT = "statement"
    EVENT = "event"
    CLAIM = "claim"
    SILENCE = "silence"
    ABSENCE = "absence"  # what should be there and is not
    ASSUMPTION = "assumption"


class Level(StrEnum):
    """How credible or relevant an analyst holds an item."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item of evidence, or an assumption, by its place on the board from 1; `finding` the id of what it is.

    `cites` are the passages it rests on. `credibility` and `relevance` are the analyst's: medium until weighed.
    """

    rank: int
    words: str
    finding: str | None
    analyst: str
    made: str
    kind: EvidenceKind = EvidenceKind.ASSUMPTION
    cites: tuple[Cite, ...] = ()
    credibility: Level = Level.MEDIUM
    relevance: Level = Level.MEDIUM


@dataclass(frozen=True, slots=True)
class Marked:
    """An analyst's mark of one item for one hypothesis."""

    evidence: int
    hypothesis: int
    fit: Fit
    analyst: str
    made: str


@dataclass(frozen=True, slots=True)
class BoardStep:
    """One line of a board's history: which part ("H2", "E3", "E3 H2") an analyst changed, how, and when."""

    part: str
    change: str
    words: str
    analyst: str
    made: str


@dataclass(frozen=True, slots=True)
class Board:
    """One analysis of competing hypotheses, as analysts made it; `marks` are the last of each pair."""

    name: str
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An item with its fits, one for each hypothesis in order: the analyst's (None: not marked) and the desk's.

    `diagnostic`: the analyst's marks tell hypotheses apart. `sensitive`: without it others would come first;
    `if_false`: so they would, were it false and went against what it goes with. `why`: the reasons of the suggestions.
    """

    evidence: Evidence
    marked: tuple[Fit | None, ...]
    suggested: tuple[Fit | None, ...]
    diagnostic: bool
    sensitive: bool
    if_false: bool = False
    why: tuple[Reason | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A board worked out: rows of evidence, how many items speak against each hypothesis, and these in order.

    `scores` weigh them by the analyst's credibility and relevance. `order` are hypotheses' ranks, those with the lowest
    score first: an aid, never a verdict.
    """

    board: Board
    rows: tuple[EvidenceRow, ...]
    against: tuple[int, ...]
    order: tuple[int, ...]
    reasons: tuple[Reason, ...]
    scores: tuple[float, ...] = ()


# -- as it would be: what rests on a report ---------------------------------------------------------------------------


class Resting(StrEnum):
    """What may rest on a report."""

    STATEMENT = "statement"
    EVENT = "event"
    FORECAST = "forecast"
    KINSHIP = "kinship"
    LINEAGE = "lineage"
    CLAIM = "claim"
    CONTEST = "contest"
    GRADE = "grade"
    SILENCE = "silence"
    WATCH = "watch"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one finding without a report: how it stands, how it would stand, with the passages it rests on.

    `after` is empty for what would be gone.
    """

    kind: Resting
    id: str
    words: str
    before: str
    after: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What rests on a report: everything that would be gone, or stand otherwise, without it."""

    report: str
    effects: tuple[Effect, ...]


# -- as corrected: what analysts say of findings; never overwritten by reading or weighing again -----------------------


class Subject(StrEnum):
    """What a correction is about."""

    STATEMENT = "statement"
    NAME = "name"
    EVENT = "event"
    FORECAST = "forecast"
    KINSHIP = "kinship"
    CLAIM = "claim"


class Verdict(StrEnum):
    """What an analyst says of a finding."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"  # what the desk has not found; of a claim: a statement that belongs to it


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words a correction rests on, by which it finds its place again: a quotation, its start, what stood around.

    After the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model (2017).
    """

    quote: str
    start: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One analyst's word on one finding, with name and time (ISO 8601, UTC).

    `act` is shared by corrections that were made together and are undone together (a split is a rejection and several
    additions). `finding` is the id of what is corrected or added, in `report`. `before` is the JSON of what the desk
    had found, `after` of what the analyst wants instead (None for a rejection), `fields` which of its fields he or she
    changed. `statements` are, for a claim, those that are taken from it or put to it.
    """

    id: str
    act: str
    subject: Subject
    report: str | None
    finding: str
    verdict: Verdict
    analyst: str
    made: str
    anchor: Anchor | None = None
    before: str | None = None
    after: str | None = None
    fields: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What an analyst did at one moment: one correction, or several that belong together, and whether it was undone."""

    id: str
    corrections: tuple[Correction, ...]
    undone_by: str | None = None
    undone: str | None = None
