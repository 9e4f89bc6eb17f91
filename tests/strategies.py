"""Hypothesis strategies for every type of the model. What is drawn for a report quotes its text truly.

    @given(readings())
    def test_...(reading: Reading) -> None: ...

Strategies that need a text take it; `readings()` draws a report of its own unless it is given one.
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from foreigndesk.model import (
    Actor,
    ActorKind,
    Certainty,
    Cite,
    DateFound,
    Encoding,
    Event,
    Force,
    Forecast,
    Granularity,
    Mention,
    Name,
    Party,
    Passage,
    Place,
    Post,
    Reading,
    Reason,
    Report,
    Setback,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    When,
    name_id,
    report_id,
)

T = TypeVar("T")

SENTENCES = (
    "The envoy of Norland said on Tuesday that talks may resume; “no pact” was signed.",
    "Officials who asked not to be named told the Daily that China’s troops, 10,000 of them, had left São Paulo.",
    "U.S.-led sanctions: denied – NOT agreed (北京).",
)
# For fields that nothing is looked up in: what usually stands there, and what breaks badly written stores.
WORDINGS = (
    "",
    "the Daily",
    "Jane Q. Doe",
    "São Paulo",
    "“quoted”",
    "北京",
    "\U0001f600",
    "it's",
    '"',
    "a\nb\r\n",
    "\x00",
    "\u2028",
)
ACTORS = ("CHN", "USA", "PRK", "KOR", "us-state-department", "jane-doe", "united-nations")
COUNTRIES = ("CHN", "USA", "PRK", "KOR")
SECTORS = ("GOV", "MIL", "JRN", "IGO")
EVENT_TYPES = ("CONSULT", "THREATEN", "SANCTION", "AID", "AGREE")

# Everything that UTF-8 can write: halves of surrogate pairs it cannot, and intake lets none in.
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
wordings = st.sampled_from(WORDINGS)
numbers = st.floats(allow_nan=False, allow_infinity=False)  # JSON has no others
days = st.dates().map(lambda day: day.isoformat())
moments = st.builds("{}T09:12{}".format, days, st.sampled_from(["", "Z", "+09:00", "-03:30"]))
published_dates = st.one_of(days, moments, st.sampled_from(["2024", "2024-10"]))


def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """Something or None."""
    return st.none() | strategy


def some(strategy: SearchStrategy[T], *, least: int = 0, most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """A short tuple."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


texts = st.lists(st.sampled_from(SENTENCES) | any_text, max_size=4).map("\n\n".join)


# -- places in a text --------------------------------------------------------------------------------------------------


@st.composite
def spans(draw: DrawFn, text: str) -> Span:
    """A span of a text, maybe empty."""
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end)


@st.composite
def disjoint_spans(draw: DrawFn, text: str, most: int = 3) -> list[Span]:
    """Spans of a text that are not empty and do not touch, in order."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=2 * most)))
    return [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


def passages(text: str) -> SearchStrategy[Passage]:
    """A passage of a text."""
    return spans(text).map(lambda span: Passage(span.start, span.end, text[span.start : span.end]))


@st.composite
def contents(draw: DrawFn, text: str) -> tuple[Passage, ...]:
    """What is said: passages of a text in order, none if the text is empty."""
    return tuple(Passage(s.start, s.end, text[s.start : s.end]) for s in draw(disjoint_spans(text, most=2)))


def cites(report: Report) -> SearchStrategy[Cite]:
    """A cite of a report."""
    return spans(report.text).map(lambda span: Cite(report.id, span.start, span.end))


reasons = st.builds(Reason, rule=wordings, sentence=wordings)

# -- reports -----------------------------------------------------------------------------------------------------------

dates_found = st.builds(DateFound, value=published_dates, printed=wordings, origin=wordings)
encodings = st.builds(Encoding, name=wordings, decided_by=st.sampled_from(["bom", "header", "utf-8", "guess"]))


@st.composite
def reports(draw: DrawFn, text: str | None = None) -> Report:
    """A report whose id is that of its text and outlet. Its raw bytes, for those who need some, are `raw_of` it."""
    words = draw(texts) if text is None else text
    outlet = draw(maybe(wordings))
    return Report(
        id=report_id(words, outlet),
        path=draw(any_text),
        text=words,
        headline=draw(maybe(wordings)),
        outlet=outlet,
        byline=draw(maybe(wordings)),
        dateline=draw(maybe(wordings)),
        wire=draw(maybe(st.sampled_from(["Reuters", "AP", "Yonhap"]))),
        published=draw(maybe(published_dates)),
        published_by=draw(maybe(wordings)),
        dates=draw(some(dates_found)),
        url=draw(maybe(wordings)),
        language=draw(maybe(st.sampled_from(["en", "ko", "fr"]))),
        encoding=draw(maybe(encodings)),
        sha256=hashlib.sha256(words.encode()).hexdigest(),
    )


def raw_of(report: Report) -> bytes:
    """The bytes that a drawn report was taken from: its text as UTF-8."""
    return report.text.encode()


# -- actors ------------------------------------------------------------------------------------------------------------

posts = st.builds(
    Post,
    title=wordings,
    body=maybe(st.sampled_from(ACTORS)),
    country=maybe(st.sampled_from(COUNTRIES)),
    sector=maybe(st.sampled_from(SECTORS)),
    since=days,
    until=maybe(days),
    origin=wordings,
)
actors = st.builds(
    Actor,
    id=st.sampled_from(ACTORS),
    kind=st.sampled_from(ActorKind),
    name=wordings,
    country=maybe(st.sampled_from(COUNTRIES)),
    sector=maybe(st.sampled_from(SECTORS)),
    forms=some(wordings),
    posts=some(posts),
    origin=wordings,
)

# -- as read -----------------------------------------------------------------------------------------------------------


@st.composite
def names(draw: DrawFn, text: str) -> tuple[Name, ...]:
    """The names of a text: in order, none over another."""
    return tuple(
        Name(
            printed=text[span.start : span.end],
            restored=draw(maybe(wordings)),
            actor=draw(maybe(st.sampled_from(ACTORS))),
            start=span.start,
            end=span.end,
            reasons=draw(some(reasons, most=1)),
        )
        for span in draw(disjoint_spans(text))
    )


@st.composite
def mentions(draw: DrawFn, text: str) -> Mention:
    """Who is meant by words of a text, or by none."""
    span = draw(maybe(spans(text)))
    return Mention(
        printed=text[span.start : span.end] if span else None,
        restored=draw(maybe(wordings)),
        actor=draw(maybe(st.sampled_from(ACTORS))),
        name=draw(maybe(wordings)),
        country=draw(maybe(st.sampled_from(COUNTRIES))),
        post=draw(maybe(wordings)),
        start=span.start if span else None,
        end=span.end if span else None,
        doubt=draw(maybe(wordings)),
    )


@st.composite
def whens(draw: DrawFn, text: str) -> When:
    """A when of a text: its first day not behind its last; maybe without words."""
    span = draw(spans(text))
    earliest, latest = sorted(draw(st.tuples(days, days)))
    return When(
        earliest=draw(maybe(st.just(earliest))),
        latest=draw(maybe(st.just(latest))),
        printed=text[span.start : span.end],
        granularity=draw(st.sampled_from(Granularity)),
        rule=draw(wordings),
        start=span.start,
        end=span.end,
        anchor=draw(maybe(days)),
        tense=draw(st.sampled_from(["past", "future", "unknown"])),
    )


sourcings = st.builds(
    Sourcing,
    kind=st.sampled_from(SourcingKind),
    speaks_for=maybe(st.sampled_from(ACTORS)),
    count=maybe(st.integers(1, 99)),
    level=maybe(wordings),
    country=maybe(st.sampled_from(COUNTRIES)),
    reason=maybe(wordings),
    proximity=maybe(wordings),
    outlet=maybe(wordings),
)


def certainties(text: str) -> SearchStrategy[Certainty]:
    """The hedging in a text."""
    return st.builds(
        Certainty,
        words=some(passages(text)),
        band=maybe(st.sampled_from(["20-45", "55-80"])),
        distance=some(passages(text), most=1),
    )


def statements(report: Report, rank: int = 0) -> SearchStrategy[Statement]:
    """A statement in a report; its rank among the report's statements makes its id."""
    text = report.text
    return st.builds(
        Statement,
        id=st.just(name_id("s", report.id, "statement", rank)),
        kind=st.sampled_from(StatementKind),
        speaker=mentions(text),
        cue=maybe(passages(text)),
        content=contents(text),
        force=st.sampled_from(Force),
        certainty=certainties(text),
        sourcing=sourcings,
        addressees=some(mentions(text), most=1),
        via=some(mentions(text), most=1),
        forum=maybe(passages(text)),
        within=st.just(name_id("s", report.id, "statement", rank - 1)) if rank else st.none(),
        when=maybe(whens(text)),
        model_score=maybe(numbers),
        reasons=some(reasons, most=1),
    )


@st.composite
def parties(draw: DrawFn, text: str) -> Party:
    """A party to an event in a text."""
    span = draw(spans(text))
    return Party(
        code=draw(maybe(st.sampled_from(COUNTRIES))),
        sector=draw(maybe(st.sampled_from(SECTORS))),
        name=text[span.start : span.end],
        actor=draw(maybe(st.sampled_from(ACTORS))),
        start=span.start,
        end=span.end,
        country=draw(maybe(st.sampled_from(COUNTRIES))),
    )


@st.composite
def places(draw: DrawFn, text: str) -> Place:
    """A place in a text."""
    span = draw(spans(text))
    return Place(
        printed=text[span.start : span.end],
        country=draw(maybe(st.sampled_from(COUNTRIES))),
        start=span.start,
        end=span.end,
        name=draw(maybe(wordings)),
        lat=draw(maybe(st.floats(-90, 90))),
        lon=draw(maybe(st.floats(-180, 180))),
    )


def events(report: Report, rank: int = 0) -> SearchStrategy[Event]:
    """An event in a report; its rank among the report's events makes its id."""
    text = report.text
    return st.builds(
        Event,
        id=st.just(name_id("e", report.id, "event", rank)),
        type=st.sampled_from(EVENT_TYPES),
        mode=some(wordings, most=1),
        context=some(wordings, most=1),
        actor=some(parties(text)),
        recipient=some(parties(text)),
        passage=passages(text),
        trigger=passages(text),
        via=some(parties(text), most=1),
        when=maybe(whens(text)),
        place=maybe(places(text)),
        auxiliary_mode=maybe(st.sampled_from(["future", "hypothetical", "negation", "historical"])),
        statement=maybe(st.just(name_id("s", report.id, "statement", 0))),
        uncertain=maybe(wordings),
        model_score=maybe(numbers),
        reasons=some(reasons, most=1),
    )


def forecasts(report: Report, rank: int = 0) -> SearchStrategy[Forecast]:
    """A forecast in a report; its rank among the report's forecasts makes its id."""
    return st.builds(
        Forecast,
        id=st.just(name_id("f", report.id, "forecast", rank)),
        outcome=passages(report.text),
        condition=maybe(passages(report.text)),
        horizon=maybe(whens(report.text)),
        statement=maybe(st.just(name_id("s", report.id, "statement", 0))),
        reasons=some(reasons, most=1),
    )


def setbacks(report: Report | None = None, stage: str = "intake") -> SearchStrategy[Setback]:
    """A setback, of a report if one is given."""
    return st.builds(
        Setback,
        path=wordings,
        stage=st.just(stage),
        what=wordings,
        where=wordings,
        hint=wordings,
        report=st.just(report.id) if report else st.none(),
    )


@st.composite
def readings(draw: DrawFn, report: Report | None = None) -> Reading:
    """A reading of a report: every span in its text, every id its own, names and whens in order."""
    read = draw(reports()) if report is None else report
    return Reading(
        report=read,
        reader=draw(st.sampled_from(["reader/1", "reader/2"])),
        sentences=tuple(draw(disjoint_spans(read.text))),
        names=draw(names(read.text)),
        statements=tuple(draw(statements(read, rank)) for rank in range(draw(st.integers(0, 2)))),
        events=tuple(draw(events(read, rank)) for rank in range(draw(st.integers(0, 2)))),
        forecasts=tuple(draw(forecasts(read, rank)) for rank in range(draw(st.integers(0, 1)))),
        whens=tuple(sorted(draw(some(whens(read.text))), key=lambda when: when.start)),
        setbacks=draw(some(setbacks(read, stage="reading"), most=1)),
    )
