"""A small case file for the pages: states are real, persons, papers and what they print are invented."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from foreigndesk.casefile import open_case
from foreigndesk.desk.placing import Placer
from foreigndesk.model import (
    Certainty,
    Cite,
    Event,
    Force,
    Forecast,
    Granularity,
    Mention,
    Name,
    Oddity,
    Party,
    Passage,
    Reading,
    Report,
    Setback,
    Silence,
    SilenceKind,
    Sourcing,
    SourcingKind,
    Span,
    Spun,
    Statement,
    StatementKind,
    When,
    name_id,
    report_id,
)
from foreigndesk.workbench.app import make_app
from foreigndesk.workbench.guarding import Door, Guard

NOON = dt.datetime(2024, 11, 4, 12, tzinfo=dt.UTC)
ADDRESS = "http://localhost:8017"
OWN = {"sec-fetch-site": "same-origin"}  # what a browser says of a form on a page of the workbench

NAMED = {"China": "CHN", "North Korea": "PRK", "Russia": "RUS", "United States": "USA"}

TALKS = (
    "China asked North Korea on Tuesday to keep its troops away from the border, the envoy Mara Tolland said.\n\n"
    "“We have told them that this is dangerous,” Tolland told reporters in Geneva. “They may well not listen.”\n\n"
    "Russia denied that any troops had crossed the river, and called the reports a fabrication.\n\n"
    "A senior official said that several thousand soldiers were waiting in the hills near the old railway station, "
    "and that food and winter clothing had been brought there by train during the last two weeks of October."
)


class Pages:
    """Asks for pages as a browser does."""

    def __init__(self, client: TestClient, path: Path = Path()) -> None:
        self.client = client
        self.path = path  # of the case file

    def get(self, address: str, status: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        return answer.text

    def post(self, address: str, fields: dict[str, str]) -> tuple[int, str, str]:
        """Send a form; status, where it leads, and the page."""
        answer = self.client.post(address, data=fields, headers=OWN, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", ""), answer.text


def pages_of(case: Path, door: Door | None = None) -> Guard:
    return make_app(case, door, "mara")


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), words)


def report(text: str, outlet: str, published: str | None = "2024-10-31", headline: str = "Talks on troops") -> Report:
    return Report(
        report_id(text, outlet),
        f"{outlet}.txt",
        text,
        headline=headline,
        outlet=outlet,
        published=published,
        published_by="given" if published else None,
        language="en",
    )


def names_in(text: str) -> tuple[Name, ...]:
    found = [
        Name(form, None, actor, place.start(), place.end())
        for form, actor in NAMED.items()
        for place in re.finditer(form, text)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def says(
    of: Report,
    content: str,
    speaker: str,
    *,
    actor: str | None = None,
    name: str | None = None,
    cue: str | None = None,
    force: Force = Force.ASSERT,
    sourcing: SourcingKind = SourcingKind.NAMED,
    hedges: tuple[str, ...] = (),
    via: tuple[Mention, ...] = (),
) -> Statement:
    at = passage(of.text, speaker)
    return Statement(
        name_id("s", of.id, content),
        StatementKind.STATEMENT,
        Mention(speaker, None, actor, name or speaker, actor, None, at.start, at.end),
        passage(of.text, cue) if cue else None,
        (passage(of.text, content),),
        force,
        Certainty(tuple(passage(of.text, words) for words in hedges)),
        Sourcing(sourcing),
        via=via,
    )


def party(actor: str, name: str) -> Party:
    return Party(actor, "GOV", name, actor, 0, 0, actor)


def does(of: Report, sentence: str, kind: str, actor: str, recipient: str, trigger: str) -> Event:
    names = {code: name for name, code in NAMED.items()}
    return Event(
        name_id("e", of.id, sentence, kind),
        kind,
        (),
        (),
        (party(actor, names[actor]),),
        (party(recipient, names[recipient]),),
        passage(of.text, sentence),
        passage(of.text, trigger),
        when=When("2024-10-29", "2024-10-29", "", Granularity.DAY, "weekday", 0, 0),
    )


def talks(outlet: str, published: str) -> Reading:
    """A report with everything in it that a page marks."""
    of = report(TALKS, outlet, published)
    told = says(of, "“We have told them that this is dangerous,”", "Tolland", name="Mara Tolland", cue="told reporters")
    hedged = says(of, "“They may well not listen.”", "Tolland", name="Mara Tolland", hedges=("may well",))
    denial = says(of, "that any troops had crossed the river", "Russia", actor="RUS", cue="denied", force=Force.DENY)
    official = says(
        of,
        "that several thousand soldiers were waiting in the hills near the old railway station",
        "A senior official",
        cue="said",
        sourcing=SourcingKind.UNNAMED,
    )
    asked = does(
        of,
        "China asked North Korea on Tuesday to keep its troops away from the border",
        "REQUEST",
        "CHN",
        "PRK",
        "asked",
    )
    on = passage(of.text, "on Tuesday")
    when = When("2024-10-29", "2024-10-29", on.text, Granularity.DAY, "weekday", on.start, on.end, "2024-10-31")
    return Reading(
        of,
        "test/1",
        sentences=tuple(Span(place.start(), place.end()) for place in re.finditer(r"[^.\n]+\.”?", of.text)),
        names=names_in(of.text),
        statements=(told, hedged, denial, official),
        events=(asked,),
        forecasts=(Forecast(name_id("f", of.id), passage(of.text, "They may well not listen"), statement=hedged.id),),
        whens=(when,),
    )


def spun() -> Reading:
    """A report whose words a machine exchanged, with a restored name."""
    text = "Yun Solar of the Chilly Warfare Heart said the pact was shaky."
    of = report(text, "Spin Daily", "2024-11-01", "Pact is shaky")
    at, odd = passage(text, "Yun Solar"), passage(text, "Chilly Warfare")
    return Reading(
        of,
        "test/1",
        names=(Name(at.text, "Mara Tolland", None, at.start, at.end, kind="person"),),
        statements=(says(of, "the pact was shaky", "Yun Solar", cue="said"),),
        spun=Spun((Oddity(odd.text, "Cold War", odd.start, odd.end, "tortured"),), 0.9),
    )


def quiet() -> Reading:
    """A report that tells of a silence and of a later deed, without outlet or headline."""
    text = "Russia supplied North Korea with oil. There was not a word from China on the troops."
    of = replace(report(text, "Hill Gazette", "2024-11-20"), headline=None)
    deed = does(of, "Russia supplied North Korea with oil", "AID", "RUS", "PRK", "supplied")
    silence = Silence(
        SilenceKind.REPORTED, "CHN", "China", "the troops", "2024-11-20", None, "", (cite_in(of, "not a word"),), ()
    )
    later = When("2024-11-20", "2024-11-20", "", Granularity.DAY, "weekday", 0, 0)
    return Reading(of, "test/1", names=names_in(text), events=(replace(deed, when=later),), silences=(silence,))


def cite_in(of: Report, words: str) -> Cite:
    at = passage(of.text, words)
    return Cite(of.id, at.start, at.end)


SETBACK = Setback("broken.html", "intake", "the file is empty", hint="save the page again")


def readings() -> tuple[Reading, ...]:
    return (talks("Meridian", "2024-10-31"), talks("Harbour Courier", "2024-11-01"), spun(), quiet())


def make_case(path: Path, several: tuple[Reading, ...] | None = None) -> Path:
    """A case file with these readings, each placed among its kin."""
    with open_case(path, write=True) as case:
        placer = Placer(case)
        for reading in several or readings():
            case.save_report(reading.report, reading.report.text.encode(), NOON)
            case.save_reading(reading, NOON)
            placer.place(reading.report, reading.spun)
        case.save_setback(SETBACK, NOON)
    return path


MERIDIAN = readings()[0]
COURIER = readings()[1]
