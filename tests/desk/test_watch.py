"""Forecasts and silences followed through a case file."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.silence import silences
from foreigndesk.desk.watch import check, confirm, last_day, ledger, watch
from foreigndesk.errors import UnknownId
from foreigndesk.model import Outcome, Report, SilenceKind, report_id
from foreigndesk.reading.dates import find_whens
from foreigndesk.reading.parse import parse
from foreigndesk.reading.reader import Reader
from foreigndesk.reading.silences import find_silences

STORY = {
    "2025-03-07": "Russia will send a warship through the Great Belt within two weeks, Henrike Stollmann said.\n\n"
    "Denmark’s defence ministry declined to comment on the tankers.\n",
    "2025-03-08": "The ferry to Nyborg will be repaired by March 12, the port captain Lis Holm said.\n",
    "2025-03-11": "Russia sent a warship through the Great Belt on Monday.\n",
    "2025-03-17": "Denmark’s defence ministry broke its silence on Monday and spoke of ten ships.\n",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = tmp_path_factory.mktemp("case") / "case.db"
    reader = Reader()
    now = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
    with open_case(kept, write=True) as case:
        for day, text in STORY.items():
            outlet = f"Paper of {day}"
            report = Report(report_id(text, outlet), f"{day}.txt", text, outlet=outlet, published=day, language="en")
            reading = reader.read(report)
            doc = parse(text)
            whens = find_whens(doc, report.published_day)
            told = find_silences(doc, report, reading.names, reading.statements, whens, reader.actors)
            case.save_report(report, text.encode(), now)
            case.save_reading(replace(reading, silences=told), now)
    return kept


def outcomes(case: CaseFile, day: dt.date | None = None) -> dict[str, Outcome]:
    return {one.speaker.split()[-1]: one.proposed for one in watch(case, today=day)}


def test_one_forecast_comes_about_and_another_lapses(path: Path) -> None:
    with open_case(path) as case:
        assert last_day(case) == dt.date(2025, 3, 17)
        assert outcomes(case) == {"Stollmann": Outcome.COME_ABOUT, "Holm": Outcome.LAPSED}
        assert outcomes(case, dt.date(2025, 3, 9)) == {"Stollmann": Outcome.OPEN, "Holm": Outcome.OPEN}
        assert [account.speaker for account in ledger(case, "stollmann")] == ["Henrike Stollmann"]


def test_every_look_is_kept_and_only_what_changed_comes_back(path: Path) -> None:
    with open_case(path, write=True) as case:
        assert check(case, dt.date(2025, 3, 9)) == []
        assert len(check(case, dt.date(2025, 3, 17))) == 2
        assert check(case, dt.date(2025, 3, 18)) == []
        looks = [(one.day, one.outcome, one.seen) for one in case.load_checks(watch(case)[0].forecast)]
    assert looks == [
        ("2025-03-09", Outcome.OPEN, 0),
        ("2025-03-17", Outcome.COME_ABOUT, 1),
        ("2025-03-18", Outcome.COME_ABOUT, 1),
    ]


def test_the_analysts_word_stands_beside_the_desks(path: Path) -> None:
    with open_case(path, write=True) as case:
        first = watch(case)[0]
        confirm(case, first.forecast, Outcome.CONTRADICTED, "ada")
        confirm(case, first.forecast, Outcome.COME_ABOUT, "ben")
        found = watch(case)[0]
        assert (found.proposed, found.confirmed, found.analyst) == (Outcome.COME_ABOUT, Outcome.COME_ABOUT, "ben")
        with pytest.raises(UnknownId):
            confirm(case, first.report, Outcome.OPEN, "ada")


def test_a_reported_silence_is_gathered_to_its_end(path: Path) -> None:
    with open_case(path) as case:
        (found,) = [one for one in silences(case, "Denmark") if one.kind is SilenceKind.REPORTED]
    assert (found.actor, found.since, found.until) == ("dnk-defence-ministry", "2025-03-07", "2025-03-17")


def test_an_actor_asked_for_that_nobody_heard_is_said_to_be_not_in_this_case_file(path: Path) -> None:
    with open_case(path) as case:
        (found,) = silences(case, "Norway")
    assert (found.kind, found.coverage) == (
        SilenceKind.OBSERVED,
        "not in this case file: 4 reports of these days from 4 outlets, none of its own state",
    )
