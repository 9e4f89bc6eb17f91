"""Findings -> pages: which fields they are told in, and which words they mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foreigndesk.model import (
    Cite,
    Event,
    Forecast,
    Kinship,
    Mention,
    Party,
    Passage,
    Reading,
    Report,
    Setback,
    Statement,
    When,
)
from foreigndesk.model import paragraphs as paragraphs_of
from foreigndesk.showing.deeds import meaning
from foreigndesk.showing.marks import Mark
from foreigndesk.showing.phrases import (
    show_content,
    show_deed,
    show_hedges,
    show_parties,
    show_sourcing,
    show_speaker,
    show_when,
)
from foreigndesk.showing.words import count, one_line


@dataclass(frozen=True, slots=True)
class Page:
    """What `show` opens: an id and what it is, its fields in words, and the marked passage of a report, if it has one.

    `value` is the record behind it; `whole` shows all of the report instead of the marked paragraphs and their
    neighbours.
    """

    id: str
    kind: str
    fields: tuple[tuple[str, str], ...]
    value: object
    report: Report | None = None
    marks: tuple[Mark, ...] = ()
    whole: bool = False


def page_of_report(report: Report, reading: Reading | None) -> Page:
    """A whole report."""
    found = (
        ("read", f"{count(len(reading.statements), 'statement')}, {count(len(reading.events), 'event')}")
        if reading
        else ("read", "not yet")
    )
    reader = ("reader", reading.reader if reading else "")
    return Page(report.id, "Report", (found, reader), report, report, whole=True)


def page_of_paragraph(report: Report, number: int) -> Page:
    """One paragraph, from 1, with its neighbours; IndexError if the report has fewer."""
    spans = paragraphs_of(report.text)
    if not 1 <= number <= len(spans):
        raise IndexError(number)
    span = spans[number - 1]
    marks = (Mark(span.start, span.end, "paragraph"),)
    value = Cite(report.id, span.start, span.end)
    return Page(f"{report.id}:{number}", "Paragraph", (), value, report, marks)


def page_of_statement(report: Report, statement: Statement) -> Page:
    """A statement: its speaker, cue and content marked."""
    speaker = statement.speaker
    marks = [
        *mark_mention(speaker, "speaker"),
        *mark_passages([statement.cue] if statement.cue else [], "cue"),
        *mark_passages(statement.content, "content"),
        *mark_when(statement.when),
    ]
    fields = (
        ("speaker", speaker_words(speaker)),
        ("sourcing", show_sourcing(statement.sourcing)),
        ("kind", statement.kind.value),
        ("force", statement.force.value),
        ("content", show_content(statement)),
        ("hedges", show_hedges(statement)),
        ("to", ", ".join(show_speaker(one) for one in statement.addressees)),
        ("through", ", ".join(show_speaker(one) for one in statement.via)),
        ("forum", one_line(statement.forum.text) if statement.forum else ""),
        ("when", when_words(statement.when)),
        ("told within", statement.within or ""),
        ("model score", score_words(statement.model_score)),
    )
    return Page(statement.id, "Statement", fields, statement, report, tuple(marks))


def page_of_event(report: Report, event: Event) -> Page:
    """An event: its deed, parties and time marked."""
    marks = [
        *mark_parties(event.actor, "actor"),
        *mark_parties(event.recipient, "recipient"),
        *mark_parties(event.via, "carrier"),
        *mark_passages([event.trigger], "deed"),
        *mark_when(event.when),
    ]
    kind = meaning(event.type)
    fields = (
        ("event", f"{show_deed(event)} ({kind})" if kind else show_deed(event)),
        ("actor", show_parties(event.actor)),
        ("recipient", show_parties(event.recipient)),
        ("through", show_parties(event.via)),
        ("when", when_words(event.when)),
        ("where", one_line(event.place.printed) if event.place else ""),
        ("context", ", ".join(event.context)),
        ("uncertain", event.uncertain or ""),
        ("stands under", event.statement or ""),
        ("model score", score_words(event.model_score)),
    )
    return Page(event.id, "Event", fields, event, report, tuple(marks))


def page_of_forecast(report: Report, forecast: Forecast) -> Page:
    """A forecast: its outcome and condition marked."""
    marks = [
        *mark_passages([forecast.outcome], "outcome"),
        *mark_passages([forecast.condition] if forecast.condition else [], "condition"),
        *mark_when(forecast.horizon),
    ]
    fields = (
        ("if", one_line(forecast.condition.text) if forecast.condition else ""),
        ("then", one_line(forecast.outcome.text)),
        ("by", when_words(forecast.horizon)),
        ("stands under", forecast.statement or ""),
    )
    return Page(forecast.id, "Forecast", fields, forecast, report, tuple(marks))


def page_of_setback(setback: Setback) -> Page:
    """A setback; it has no passage."""
    fields = (
        ("document", setback.path),
        ("stage", setback.stage),
        ("where", setback.where),
        ("what", setback.what),
        ("hint", setback.hint),
        ("report", setback.report or ""),
    )
    return Page(setback.id, "Setback", fields, setback)


def speaker_words(speaker: Mention) -> str:
    """Who speaks, what is printed for it, the post held and what is doubtful."""
    printed = one_line(speaker.printed or "")
    name = show_speaker(speaker)
    parts = [name, speaker.post or "", f"printed “{printed}”" if printed and printed != name else ""]
    parts += [f"not sure: {speaker.doubt}" if speaker.doubt else ""]
    return "; ".join(part for part in parts if part)


def when_words(when: When | None) -> str:
    """A time, the printed words it comes from, and how."""
    if when is None:
        return ""
    anchor = f", counted from {when.anchor}" if when.anchor else ""
    printed = f"“{one_line(when.printed)}”{anchor}" if when.printed else f"inferred{anchor}"
    return f"{show_when(when) or 'no day'} ({printed})"


def score_words(score: float | None) -> str:
    """The reader's own score, which is no likelihood."""
    return "" if score is None else f"{score:.2f} (the reader's own, not a likelihood)"


def mark_mention(mention: Mention, label: str) -> list[Mark]:
    """Where somebody is printed."""
    placed = mention.start is not None and mention.end is not None
    return [Mark(mention.start or 0, mention.end or 0, label)] if placed else []


def mark_parties(parties: Iterable[Party], label: str) -> list[Mark]:
    """Where parties are printed."""
    return [Mark(party.start, party.end, label) for party in parties if party.start < party.end]


def mark_passages(passages: Iterable[Passage], label: str) -> list[Mark]:
    """The passages as marks."""
    return [Mark(passage.start, passage.end, label) for passage in passages]


def mark_when(when: When | None) -> list[Mark]:
    """Where a time is printed."""
    return [Mark(when.start, when.end, "when")] if when is not None and when.printed else []


def page_of_kinship(debtor: Report, kinship: Kinship, creditor: Report | None) -> Page:
    """A kinship: the shared passages marked in the debtor's text, and where they stand in the creditor's."""
    other = creditor.outlet or creditor.id if creditor is not None else kinship.creditor
    marks = tuple(Mark(shared.debtor.start, shared.debtor.end, "shared") for shared in kinship.shared)
    fields = (
        ("kind", kinship.kind.value),
        ("owes to", f"{other} ({kinship.creditor})"),
        ("shared", f"{100 * kinship.score:.0f} % of its words"),
        ("doubt", kinship.doubt or ""),
        *(
            (f"there, at {shared.creditor.start}", one_line(creditor.text[shared.creditor.start : shared.creditor.end]))
            for shared in kinship.shared
            if creditor is not None
        ),
    )
    return Page(kinship.id, "Kinship", fields, kinship, debtor, marks)
