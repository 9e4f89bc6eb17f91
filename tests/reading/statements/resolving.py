"""Reads a text and resolves words of it, without looking for statements."""

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import Report, Sourcing, Span, report_id
from foreigndesk.reading.names import find_names
from foreigndesk.reading.parse import parse
from foreigndesk.reading.statements import around
from foreigndesk.reading.statements.grammar import tokens_in
from foreigndesk.reading.statements.layout import head_of
from foreigndesk.reading.statements.sourcing import find_sourcing
from foreigndesk.reading.statements.speakers import Resolved, Speakers

ACTORS = load_actors()


def resolve(text: str, words: str, nth: int = 1) -> tuple[Resolved, Sourcing]:
    """Whom the nth occurrence of some words means, and how he is described."""
    report = Report(report_id(text, None), "test.txt", text, published="2024-10-31")
    doc = parse(text)
    speakers = Speakers(doc, report, find_names(doc, report, ACTORS), ACTORS)
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    resolved = speakers.resolve(span)
    tokens = tokens_in(doc, span)
    return resolved, find_sourcing(resolved, tokens, around(doc, head_of(tokens)))


def name(text: str, words: str, nth: int = 1) -> str | None:
    """The name of whom some words mean."""
    return resolve(text, words, nth)[0].mention.name
