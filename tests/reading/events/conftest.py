"""Sentences read as the reader reads them: names, dates and statements found by the real rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Token

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Event, Party, Report
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.events import find_events
from foreigndesk.reading.events.cast import Cast
from foreigndesk.reading.events.coding import Coder
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse

PUBLISHED = "2024-10-31"
Read = Callable[[str], tuple[Event, ...]]


def read_text(text: str, published: str | None = PUBLISHED) -> tuple[Event, ...]:
    report, doc, actors = Report("r", "here", text, published=published), parse(text), load_actors()
    names, whens = find_names(doc, report, actors), find_whens(doc, report.published_day)
    return find_events(doc, report, names, (), whens, actors)


def coder_of(text: str, published: str | None = PUBLISHED) -> Coder:
    report, doc, actors = Report("r", "here", text, published=published), parse(text), load_actors()
    cast = Cast(doc, find_names(doc, report, actors), actors, report.published_day)
    return Coder(doc, report, cast, (), find_whens(doc, report.published_day))


def cast_of(text: str, published: str | None = PUBLISHED) -> Cast:
    return coder_of(text, published).cast


def word(cast_or_coder: Cast | Coder, text: str) -> Token:
    return next(token for token in cast_or_coder.doc if token.text == text)


def codes(parties: tuple[Party, ...]) -> list[str]:
    return [f"{party.code}{'-' + party.sector if party.sector else ''}" for party in parties]


def told(event: Event) -> str:
    """An event in one line: TYPE-mode(auxiliary) actors > recipients."""
    kind = "-".join((event.type, *event.mode)) + (f"({event.auxiliary_mode})" if event.auxiliary_mode else "")
    return f"{kind} {'+'.join(codes(event.actor))} > {'+'.join(codes(event.recipient))}"


def lines(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [told(event) for event in read_text(text, published)]


@pytest.fixture(scope="session")
def today() -> dt.date:
    return dt.date.fromisoformat(PUBLISHED)
