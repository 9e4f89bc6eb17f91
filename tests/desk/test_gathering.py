"""Claims as kept are those of all that is told, gathered at once. People and outlets are invented."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk import claims
from foreigndesk.desk.gathering import METHOD, Step, gather
from foreigndesk.desk.placing import Placer
from foreigndesk.desk.tellings import tellings
from foreigndesk.errors import UnknownId
from foreigndesk.model import Claim, Force, Reading
from foreigndesk.weighing.claims import judge_claims
from tests.desk.scribe import Line, reading_of

NOW = dt.datetime(2024, 11, 20, 12, tzinfo=dt.UTC)
EVERY = claims.Asked(single=True)

TROOPS = Line("North Korea sent about 10,000 soldiers to Russia for training", "Ana Lund")
MORE = Line("as many as 12,000 North Korean troops had been moved to Russia to train", "Ivo Kern")
DENIED = Line("North Korea had sent soldiers to Russia for training", "Mara Holt", Force.DENY)
DOUBTED = Line("North Korean troops had been moved to Russia to train", "Per Aas", Force.DOUBT)
BACK = Line("Russia sent about 10,000 soldiers to North Korea for training", "Ana Lund")
PORTS = Line("Norway has closed its ports to trawlers from Iceland until the spring", "Ana Lund")
CLOSED = Line("the ports of Norway are closed to trawlers from Iceland until spring", "Ivo Kern")
PLAIN = Line("Norway closed its ports to all trawlers from Iceland")
ALL_LINES = (TROOPS, MORE, DENIED, DOUBTED, BACK, PORTS, CLOSED, PLAIN)
DAYS = ("2024-10-01", "2024-10-20", "2024-11-04", None)


def keep(case: CaseFile, reading: Reading) -> None:
    """Keep a report with its reading and its kin, as `collect` does."""
    with case.together():
        case.save_report(reading.report, reading.report.text.encode(), NOW)
        case.save_reading(reading, NOW)
        Placer(case).place(reading.report)


def at_once(case: CaseFile) -> list[Claim]:
    """The claims as they come out when all that is told is gathered at once."""
    lineage = claims.lineages_of(case)
    return [claims.with_lineages(claim, lineage) for claim in judge_claims(tellings(case))]


def without_lineages(claim: Claim) -> Claim:
    return claims.with_lineages(claim, lambda _: "")


def case_of(folder: Path, *readings: Reading) -> Path:
    path = folder / "case.db"
    with open_case(path, write=True) as case:
        for reading in readings:
            keep(case, reading)
    return path


READINGS = st.builds(
    reading_of,
    st.lists(st.sampled_from(ALL_LINES), min_size=1, max_size=4, unique=True),
    st.sampled_from(("Fjord Wire", "Lake Post", "Radio North")),
    st.sampled_from(DAYS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(READINGS, st.sampled_from(("gather", "wait", "remove"))), min_size=1, max_size=8), st.data())
def test_claims_kept_as_reports_come_and_go_are_those_of_all_reports_at_once(
    course: list[tuple[Reading, str]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first.db", Path(folder) / "second.db"
        left: dict[str, Reading] = {}
        with open_case(first, write=True) as case:
            for reading, then in course:
                keep(case, reading)
                left.setdefault(reading.report.id, reading)
                if then == "remove":
                    gone = data.draw(st.sampled_from(sorted(left)))
                    case.remove_report(gone)
                    del left[gone]
                if then != "wait":
                    gather(case)
            gather(case)
            kept = claims.claims(case, EVERY)
            assert kept == at_once(case)
        with open_case(second, write=True) as case:
            for reading in data.draw(st.permutations(list(left.values()))):
                keep(case, reading)
            gather(case)
            again = claims.claims(case, EVERY)
        # who owes whom is found as reports are placed, one after the other: lineages are not the claims' to tell
        assert [without_lineages(claim) for claim in again] == [without_lineages(claim) for claim in kept]


def test_what_nobody_gathered_is_gathered_by_who_only_reads_it_and_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = case_of(tmp_path, reading_of([TROOPS], "Fjord Wire", DAYS[0]), reading_of([MORE], "Lake Post", DAYS[1]))
    with open_case(path) as case:
        (claim,) = claims.claims(case)
        assert len(claim.positions) == 2
        assert not case.gathering.is_gathered(METHOD)


def test_only_what_is_new_is_gathered(tmp_path: Path) -> None:
    path = case_of(tmp_path, reading_of([TROOPS, PORTS], "Fjord Wire", DAYS[0]))
    with open_case(path, write=True) as case:
        first = gather(case)
        again = gather(case)
        keep(case, reading_of([MORE], "Lake Post", DAYS[0]))
        later = gather(case)
    assert (first.reports, first.wordings, again.reports, later.reports, later.wordings) == (1, 2, 0, 1, 1)


def test_the_claim_of_an_earlier_telling_takes_in_a_later_one_and_is_found_by_both_ids(tmp_path: Path) -> None:
    path = case_of(tmp_path, reading_of([MORE], "Lake Post", DAYS[1]))
    with open_case(path, write=True) as case:
        (alone,) = claims.claims(case, EVERY)
        keep(case, reading_of([TROOPS], "Fjord Wire", DAYS[0]))
        (both,) = claims.claims(case, EVERY)
        assert both.id != alone.id
        assert claims.claim_of(case, alone.id) == claims.claim_of(case, both.id[:8]) == both


def test_a_report_that_goes_takes_its_part_of_the_claims(tmp_path: Path) -> None:
    gone = reading_of([TROOPS, PORTS], "Fjord Wire", DAYS[0])
    path = case_of(tmp_path, gone, reading_of([MORE], "Lake Post", DAYS[1]))
    with open_case(path, write=True) as case:
        (several,) = claims.claims(case)
        case.remove_report(gone.report.id)
        gathered = gather(case)
        (left,) = claims.claims(case, EVERY)
    assert several.id in gathered.gone
    assert [one.speaker for one in left.positions] == ["Ivo Kern"]


def test_words_of_one_report_that_stand_in_each_other_are_not_joined(tmp_path: Path) -> None:
    inner = reading_of([TROOPS], "Fjord Wire", DAYS[0])
    (outer,) = reading_of([Line(TROOPS.printed.removesuffix("."), "Ivo Kern")], "Fjord Wire", DAYS[0]).statements
    path = case_of(tmp_path, inner, reading_of([Line(TROOPS.printed.removesuffix("."), "Ivo Kern")], "Lake Post", None))
    assert outer.words.endswith(TROOPS.words)
    with open_case(path) as case:
        assert claims.claims(case) == [claim for claim in at_once(case) if claims.is_told_by_several(claim)]


def test_steps_are_told(tmp_path: Path) -> None:
    path = case_of(tmp_path, reading_of([TROOPS], "Fjord Wire", DAYS[0]))
    steps: list[Step] = []
    with open_case(path, write=True) as case:
        gather(case, steps.append)
    assert steps[0] == Step("gathering what is told", 1, 1)


def test_an_id_that_no_claim_has_or_several_is_told(tmp_path: Path) -> None:
    path = case_of(tmp_path, reading_of([TROOPS, PORTS], "Fjord Wire", DAYS[0]))
    with open_case(path) as case:
        for prefix, words in (("c-zz", "no claim"), ("c-", "claims begin")):
            with pytest.raises(UnknownId, match=words):
                claims.claim_of(case, prefix)
