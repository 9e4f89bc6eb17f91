"""One invented story in twelve reports, read by hand: Norland and Sundia quarrel over a strait. Nobody in it exists."""

from __future__ import annotations

import datetime as dt

from foreigndesk.model import (
    Certainty,
    DateFound,
    Event,
    Force,
    Forecast,
    Granularity,
    Mention,
    Name,
    Party,
    Passage,
    Reading,
    Reason,
    Report,
    Setback,
    Sourcing,
    SourcingKind,
    Statement,
    StatementKind,
    When,
    name_id,
    report_id,
)

NAMES = {"norland": "Norland", "sundia": "Sundia", "eastmark": "Eastmark", "ana-lund": "Ana Lund"}
READER = "test/1"


def name_of(actor: str) -> str:
    return NAMES.get(actor, actor)


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), words)


def make_report(
    text: str,
    published: str | None = "2024-10-31",
    outlet: str | None = "The Daily",
    headline: str | None = None,
    path: str = "reports/one.txt",
) -> Report:
    dates = (DateFound(published, published, "dateline"),) if published else ()
    by = "dateline" if published else None
    return Report(
        report_id(text, outlet),
        path,
        text,
        headline=headline,
        outlet=outlet,
        published=published,
        published_by=by,
        dates=dates,
        language="en",
    )


def says(
    report: Report,
    content: str,
    speaker: str | None = None,
    *,
    name: str | None = None,
    actor: str | None = None,
    cue: str | None = None,
    sourcing: Sourcing | SourcingKind = SourcingKind.NAMED,
    force: Force = Force.ASSERT,
    kind: StatementKind = StatementKind.STATEMENT,
    hedges: tuple[str, ...] = (),
    doubt: str | None = None,
    country: str | None = None,
) -> Statement:
    """A statement whose words are all in the report."""
    text = report.text
    at = passage(text, speaker) if speaker else None
    return Statement(
        id=name_id("s", report.id, content),
        kind=kind,
        speaker=Mention(
            printed=speaker,
            actor=actor,
            name=name,
            country=country,
            start=at.start if at else None,
            end=at.end if at else None,
            doubt=doubt,
        ),
        cue=passage(text, cue) if cue else None,
        content=(passage(text, content),),
        force=force,
        certainty=Certainty(words=tuple(passage(text, words) for words in hedges)),
        sourcing=sourcing if isinstance(sourcing, Sourcing) else Sourcing(sourcing),
        reasons=(Reason("cue", f"“{cue}” introduces what is said."),) if cue else (),
    )


def does(
    report: Report,
    sentence: str,
    kind: str,
    actor: str,
    recipient: str | None = None,
    *,
    trigger: str | None = None,
    day: str | None = None,
    under: Statement | None = None,
    auxiliary: str | None = None,
) -> Event:
    """An event whose sentence is in the report; parties are known actors."""
    at = passage(report.text, sentence)
    deed = passage(report.text, trigger or sentence)
    return Event(
        id=name_id("e", report.id, sentence, kind),
        type=kind,
        mode=(),
        context=(),
        actor=(party(actor),),
        recipient=(party(recipient),) if recipient else (),
        passage=at,
        trigger=deed,
        when=When(day, day, "on Tuesday", Granularity.DAY, "weekday", 0, 0, anchor=report.published) if day else None,
        statement=under.id if under else None,
        auxiliary_mode=auxiliary,
        reasons=(Reason(f"type {kind}", "The verb names it."),),
    )


def party(actor: str) -> Party:
    return Party(None, "GOV", name_of(actor), actor, 0, 0, None)


def names_in(text: str) -> tuple[Name, ...]:
    """The first place of every actor of the story in a text."""
    found = [
        Name(form, None, actor, text.index(form), text.index(form) + len(form))
        for actor, form in NAMES.items()
        if form in text
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def read(report: Report, statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = ()) -> Reading:
    return Reading(report, READER, names=names_in(report.text), statements=statements, events=events)


CLOSED = "Norland closed the strait to Sundian ships on Tuesday."
HOPE = "“We want the strait open for everybody by winter,”"


def closing(outlet: str, published: str) -> Reading:
    """One of several outlets that tell the closing, and the same words of the same speaker."""
    text = (
        f"{CLOSED}\n\n{HOPE} said Ana Lund, the spokeswoman of Norland’s foreign ministry, to {outlet}.\n\n"
        "A senior official said the navy might board ships that do not turn back."
    )
    report = make_report(text, published, outlet, f"Strait closed, {outlet} learns")
    lund = says(report, HOPE, "Ana Lund", name="Ana Lund", actor="ana-lund", cue="said")
    unnamed = says(
        report,
        "the navy might board ships that do not turn back",
        "A senior official",
        name="A senior official",
        sourcing=Sourcing(SourcingKind.UNNAMED, count=1, level="senior"),
        hedges=("might",),
    )
    closed = does(report, CLOSED, "COERCE", "norland", "sundia", trigger="closed", day="2024-10-29")
    board = does(
        report, "the navy might board ships", "THREATEN", "norland", "sundia", under=unnamed, auxiliary="future"
    )
    return read(report, (lund, unnamed), (closed, board))


def daily(number: int) -> Reading:
    """One of many small reports: a deed, a meeting, a denial, an attitude and an unresolved speaker."""
    day = (dt.date(2024, 10, 10) + dt.timedelta(days=number)).isoformat()
    text = (
        f"Sundia seized boat number {number} near the strait.\n\n"
        f"Envoys of Norland and Eastmark met for round {number} of talks.\n\n"
        f"Sundia denied that boat {number} had been in its waters, Minister Rolf Brand said.\n\n"
        f"He would not speak of boat {number} again.\n\n"
        f"Captains fear storm {number}."
    )
    report = make_report(text, day, f"Paper {number % 4}", f"Boat {number} seized", path=f"reports/{number}.txt")
    denial = says(
        report,
        f"that boat {number} had been in its waters",
        "Minister Rolf Brand",
        name="Rolf Brand",
        cue="denied",
        force=Force.DENY,
        country="sundia",
    )
    lost = says(report, f"speak of boat {number} again", "He", doubt="more than one person could be meant")
    fear = says(
        report,
        f"storm {number}",
        "Captains",
        name="Captains",
        sourcing=SourcingKind.COLLECTIVE,
        kind=StatementKind.ATTITUDE,
    )
    seized = does(
        report, f"Sundia seized boat number {number} near the strait.", "COERCE", "sundia", "norland", day=day
    )
    met = does(
        report,
        f"Envoys of Norland and Eastmark met for round {number} of talks.",
        "CONSULT",
        "norland",
        "eastmark",
        day=day,
    )
    return read(report, (denial, lost, fear), (seized, met))


def undated() -> Reading:
    """A report without outlet, headline or date, with hostile and wide characters in its text."""
    text = "<script>alert(1)</script> & “北京 の 会談” \x1b[31mred\x1b[0m |pipe| *star* said Zoë Ångström.\n\nEnd."
    report = make_report(text, None, None, path="reports/odd.txt")
    told = says(report, "“北京 の 会談”", "Zoë Ångström", name="Zoë Ångström", cue="said")
    forecast = Forecast(name_id("f", report.id, 1), passage(text, "End."))
    return Reading(report, READER, statements=(told,), forecasts=(forecast,))


SETBACKS = (Setback("reports/empty.txt", "intake", "the file is empty", hint="save the report again"),)


def story() -> tuple[Reading, ...]:
    """Twelve reports: three outlets tell the closing, eight small ones, one odd one."""
    closings = [
        closing("The Daily", "2024-10-30"),
        closing("Harbour Post", "2024-10-30"),
        closing("The Ledger", "2024-10-31"),
    ]
    return (*(daily(number) for number in range(1, 9)), *closings, undated())
