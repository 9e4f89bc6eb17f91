"""What is claimed and contested, asked of a real case file. People and outlets are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from foreigndesk.casefile import open_case
from foreigndesk.desk import answer, claims
from foreigndesk.desk.collect import collect
from foreigndesk.errors import UnknownId
from foreigndesk.intake import Overrides
from foreigndesk.model import Stance
from foreigndesk.reading.reader import Reader
from foreigndesk.showing.listings.claims import list_claims, list_contests
from foreigndesk.showing.screen import Screen
from foreigndesk.showing.tables import Format, show_table

NOW = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
WIRE = """Norwegian officials said on Monday that Iceland had cut the cable between Norway and the Faroe
Islands.

The ships of the coast guard stayed in port because of the storm, and the night was quiet.
"""
POST = """Tarje Holmvik, a spokesman for the Norwegian foreign ministry, said that the cable between Norway
and the Faroe Islands had been severed by Iceland.

The sea was too rough for divers and their boats, according to a fisherman in Bergen.
"""
RADIO = """Sigrun Halldal, Iceland's foreign minister, denied that Iceland had cut the cable between Norway
and the Faroe Islands.

In Reykjavik the shops were full, and a choir sang.
"""
REPORTS = (("Fjord Wire", "2024-11-04", WIRE), ("Lake Post", "2024-11-06", POST), ("Radio North", "2024-11-08", RADIO))


@pytest.fixture(scope="module")
def case_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("claims")
    path = folder / "case.db"
    reader = Reader()
    with open_case(path, write=True) as case:
        for outlet, day, text in REPORTS:
            file = folder / f"{outlet}.txt"
            file.write_text(text, encoding="utf-8")
            collect(case, [str(file)], Overrides(published=day, outlet=outlet), reader, lambda _: None, now=NOW)
    return path


def test_a_claim_is_gathered_across_reports_with_everybodys_stance(case_path: Path) -> None:
    with open_case(case_path) as case:
        claim = claims.claims(case)[0]
    stances = [position.stance for position in claim.positions]
    assert stances == [Stance.ASSERT, Stance.ASSERT, Stance.DENY]
    assert "cable" in claim.words


def test_what_is_told_once_is_listed_only_if_asked_for(case_path: Path) -> None:
    with open_case(case_path) as case:
        several, every = claims.claims(case), claims.claims(case, claims.Asked(single=True))
    assert {claim.id for claim in several} < {claim.id for claim in every}


def test_claims_are_chosen_by_words_actors_and_days(case_path: Path) -> None:
    with open_case(case_path) as case:
        assert claims.claims(case, claims.Asked(text="cable", about=("Iceland",)))
        assert claims.claims(case, claims.Asked(about=("Japan",))) == []
        assert claims.claims(case, claims.Asked(since=dt.date(2024, 11, 9))) == []


def test_a_contest_is_shown_as_a_matrix_with_the_voices_of_each_side(case_path: Path) -> None:
    with open_case(case_path) as case:
        (contest,) = claims.contests(case)
        sides = claims.Counting(case).sides(contest)
        labels = answer.labels(case, (cite.report for cite in contest.claim.cites))
        table = list_contests([contest], labels, lambda _: (sides.asserting, sides.doubting, sides.denying))
        shown = show_table(table, Format.TABLE, Screen(120))
        listed = show_table(list_claims([(contest.claim, claims.Counting(case).of(contest.claim))], labels), Format.CSV)
    assert sides.doubting is None
    assert sides.denying is not None
    assert sides.denying.fewest == 1
    assert "Sigrun Halldal" in shown
    assert max(map(len, shown.splitlines())) <= 120
    assert contest.claim.id in listed


def test_a_claim_is_found_by_the_beginning_of_its_id(case_path: Path) -> None:
    with open_case(case_path) as case:
        claim = claims.claims(case)[0]
        assert claims.claim_of(case, claim.id[:8]) == claim
        with pytest.raises(UnknownId):
            claims.claim_of(case, "c-ffffffffffff")


def test_the_reasons_of_a_contested_claim_tell_who_stands_where(case_path: Path) -> None:
    with open_case(case_path) as case:
        told = claims.why(case, claims.claims(case)[0].id)
    assert {"same-content", "best-sourced", "against", "assert", "deny"} <= {reason.rule for reason in told.reasons}


def test_the_seeds_show_that_chinas_unease_is_contested(tmp_path: Path) -> None:
    seeds = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    if not seeds.exists():
        pytest.skip("needs ../shared/seeds, which are not part of the project")
    with open_case(tmp_path / "case.db", write=True) as case:
        collect(case, [str(seeds)], Overrides(published="2024-10-31"), Reader(), lambda _: None, now=NOW)
        contest = claims.contests(case)[0]
    asserting = {one.speaker for one in contest.asserting}
    doubting = {one.speaker for one in (*contest.doubting, *contest.denying)}
    assert {"Kurt Campbell", "U.S. authorities", "American officers"} <= asserting
    assert any(speaker.startswith("Yun Sun") for speaker in asserting)
    assert {"Andrew Shearer", "Emi Mifune"} <= doubting
