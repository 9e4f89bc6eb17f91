"""How far a brief says that it is to be relied on."""

from __future__ import annotations

from dataclasses import replace

from foreigndesk.model import KinshipKind, Oddity, Reading, Sourcing, SourcingKind, Spun
from foreigndesk.showing.brief import brief_of
from foreigndesk.showing.brief.markdown import show_brief_markdown
from foreigndesk.showing.brief.sources import Behind, Owed, described, summary_of
from foreigndesk.showing.brief.terminal import show_brief
from foreigndesk.showing.brief.value import Brief, ReportLine
from foreigndesk.showing.brief.words import descriptor_words
from tests.showing.story import SETBACKS, closing, daily, make_report, name_of, read, says

FIRST, COPY = closing("The Daily", "2024-10-30"), closing("Harbour Post", "2024-10-30")


def behind(readings: list[Reading], owed: dict[str, Owed] | None = None) -> Behind:
    family = {one.report.id: "l-1" for one in (FIRST, COPY)}
    return Behind({one.report.id: one for one in readings}, owed or {}, lambda one: family.get(one, one), "test")


def made(readings: list[Reading], owed: dict[str, Owed] | None = None) -> Brief:
    brief = brief_of(readings, SETBACKS, name_of)
    known = behind(readings, owed)
    brief = replace(brief, reports=described(brief, known, {one.report.id: one.report.id[:8] for one in readings}))
    return replace(brief, summary=summary_of(brief, readings, known))


def line_of(brief: Brief, reading: Reading) -> ReportLine:
    return next(line for line in brief.reports if line.id == reading.report.id)


def test_a_report_says_how_its_speakers_are_described_and_why_some_are_not_named() -> None:
    report = make_report("An official said it was so, to speak freely of it.")
    sourcing = Sourcing(SourcingKind.UNNAMED, reason="to speak freely")
    reading = read(report, (says(report, "it was so", "An official", name="official", sourcing=sourcing),))
    words = descriptor_words(line_of(made([reading]), reading))
    assert words == "statements: unnamed 1; not named because: “to speak freely”; 1 line here, 1 on it alone"


def test_a_report_says_what_it_owes_and_that_it_was_spun() -> None:
    spun = replace(COPY, spun=Spun((Oddity("Nice Belt", "Great Belt", 0, 4, "names"),), 0.9))
    brief = made([FIRST, spun], {COPY.report.id: Owed(FIRST.report.id, KinshipKind.COPY)})
    words = descriptor_words(line_of(brief, COPY))
    assert words.startswith(f"copy of {FIRST.report.id[:8]}; words exchanged by a machine;")


def test_what_rests_on_a_report_and_its_kin_alone_is_told() -> None:
    line = line_of(made([FIRST, COPY, daily(1)]), FIRST)
    assert line.lines
    assert line.alone == line.lines


def test_a_line_that_others_tell_too_does_not_rest_on_one_report_alone() -> None:
    other = closing("The Ledger", "2024-10-31")
    line = line_of(made([FIRST, COPY, other]), FIRST)
    assert line.alone == ()


def test_the_summary_counts_what_all_of_it_rests_on_and_names_the_machine() -> None:
    summary = made([FIRST, COPY, daily(1)]).summary
    assert summary is not None
    assert (summary.reports, summary.outlets, summary.lineages, summary.spun) == (3, 3, 2, 0)
    assert (summary.statements, summary.unnamed) == (6, 2)
    assert "3 reports from 3 outlets, 2 lineages once copies are taken together." in summary.words
    assert "33 % are by speakers not named" in summary.words
    assert "Missing: 1 document that could not be read." in summary.words
    assert "Read and weighed by machine (test)" in summary.words


def test_screen_and_markdown_show_summary_and_descriptors() -> None:
    brief = made([FIRST, COPY])
    for shown in (show_brief(brief), show_brief_markdown(brief)):
        assert "lineage once copies are taken together" in " ".join(shown.split())
        assert "spokesperson" in shown or "named" in shown
