"""Reports placed in real case files, without a reader: kin stay found whatever is removed, or read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from foreigndesk.casefile import CaseFile, open_case
from foreigndesk.desk.placing import Placer, remove
from foreigndesk.model import KinshipKind, Oddity, Reading, Report, Spun
from foreigndesk.weighing.kinship import OF_ONE_FAMILY
from foreigndesk.weighing.lineages import families
from tests.casefile.examples import NOON, fresh_case, report
from tests.weighing.kinship.examples import INDEPENDENT, WIRE, spun

TRACES = Spun((Oddity("sentries", "guards", 0, 8, "odd"),), 0.9)
UNSIGNED = WIRE.replace("Harbour Wire", "this paper")


def keep(case: CaseFile, *reports: Report, traces: Spun | None = None) -> None:
    """Keep reports as read, without a place."""
    for one in reports:
        case.save_report(one, one.text.encode(), NOON)
        case.save_reading(Reading(one, "test/1", spun=traces), NOON)


def copies(count: int) -> list[Report]:
    """The wire's report as so many papers print it, each with a line of its own; the papers are invented."""
    return [report(f"{WIRE}\n\nPaper {n} of Oulu, street {n * 7}.", outlet=f"Paper {n}") for n in range(count)]


def family_sizes(case: CaseFile) -> list[int]:
    return [len(family) for family in families((tie.debtor, tie.creditor) for tie in case.load_ties())]


def test_a_family_is_found_after_the_reports_it_was_found_by_have_gone() -> None:
    papers = copies(4 * OF_ONE_FAMILY)
    with fresh_case() as case:
        keep(case, *papers)
        placer = Placer(case)
        for one in papers:
            placer.place(one)
        for number, one in enumerate(papers[: 3 * OF_ONE_FAMILY], start=1):
            assert remove(case, one.id).kinships
            assert family_sizes(case) == [len(papers) - number]
        late = report(WIRE, outlet="Late Edition")
        keep(case, late)
        assert Placer(case).place(late) == OF_ONE_FAMILY


def test_a_report_that_is_read_again_keeps_its_place_and_its_kin() -> None:
    papers = copies(3 * OF_ONE_FAMILY)
    with fresh_case() as case:
        keep(case, *papers)
        placer = Placer(case)
        for one in papers:
            placer.place(one)
        before = case.load_ties()
        assert family_sizes(case) == [len(papers)]
        assert Placer(case).place(papers[0]) == len(case.load_kinships(papers[0].id)) > OF_ONE_FAMILY
        assert case.load_ties() == before


def test_traces_of_spinning_read_later_turn_the_debt_round() -> None:
    machine, original = report(spun(UNSIGNED), None, outlet="One"), report(UNSIGNED, None, outlet="Two")
    with fresh_case() as case:
        keep(case, machine, original)
        placer = Placer(case)
        placer.place(machine)
        assert placer.place(original) == 1
        keep(case, machine, traces=TRACES)
        assert placer.place(machine, TRACES) == 1
        (tie,) = case.load_ties()
        assert (tie.kind, tie.debtor, tie.creditor) == (KinshipKind.SPUN, machine.id, original.id)
        keep(case, original, traces=TRACES)
        assert placer.place(original, TRACES) == 1
        assert [tie.kind for tie in case.load_kinships(machine.id)] == [KinshipKind.SPUN]


def test_what_is_placed_at_once_is_found_as_one_by_one_by_any_number_of_workers(tmp_path: Path) -> None:
    texts = [f"{INDEPENDENT if n % 3 else WIRE}\n\nNote {n % 40} of day {n}." for n in range(60)]
    papers = [report(text, outlet=f"Paper {n}", path=f"{n}.txt") for n, text in enumerate(texts)]
    fillers = [report(f"Gauge {n} stood at {n * n} on day {n}.", path=f"g{n}.txt") for n in range(480)]
    found = []
    for workers in (1, 2):
        with open_case(tmp_path / f"{workers}.db", write=True) as case:
            keep(case, *papers, *fillers)
            assert Placer(case).place_rest(workers) == len(papers) + len(fillers)
            assert Placer(case).place_rest(workers) == 0
            found.append(case.load_ties())
    assert found[0] == found[1] != []


def test_a_report_with_other_metadata_is_placed_anew_and_leaves_nothing_behind() -> None:
    one, other = report(WIRE, outlet="One"), report(WIRE + "\n\nOulu.", outlet="Two")
    with fresh_case() as case:
        keep(case, one, other)
        placer = Placer(case)
        assert [placer.place(each) for each in (one, other)] == [0, 1]
        renamed = replace(one, id="r-renamed", outlet="Three")
        case.save_metadata(one.id, renamed)
        keep(case, renamed)
        assert placer.place(renamed) == 1
        (tie,) = case.load_ties()
        assert {tie.debtor, tie.creditor} == {"r-renamed", other.id}
