"""What of weighing a brief shows, and in which words."""

from __future__ import annotations

from foreigndesk.model import Move, Outcome, SilenceKind, Stance, Variant
from foreigndesk.showing.brief.parts import parts_of
from foreigndesk.showing.brief.size import FULL, SHORT, Size
from foreigndesk.showing.brief.value import FindingLine, FindingPart
from foreigndesk.showing.brief.weighed import Weighed
from tests.showing.brief.weighed_story import (
    CITES,
    LABELS,
    claim,
    contest,
    counted,
    found,
    position,
    relation,
    silent,
    watched,
)


def parts(weighed: Weighed, size: Size = SHORT) -> dict[str, FindingPart]:
    return {part.name: part for part in parts_of(weighed, LABELS, size)}


def told(line: FindingLine) -> str:
    return "; ".join((f"{line.head}: {line.text}", *line.notes))


OLD = claim("open", position("Ana Lund", Stance.ASSERT, 1), position("Rolf Brand", Stance.ASSERT, 2))


def test_what_has_nothing_to_show_has_no_part() -> None:
    assert parts(found()) == {}


def test_a_claim_shows_its_voices_who_tells_it_and_its_figures_side_by_side() -> None:
    variants = (Variant("ten", "2024-10-11", CITES[:1]), Variant("14", "2024-10-12", CITES[1:2]))
    one = claim("open", *OLD.positions, variants=variants)
    (line,) = parts(found(claims=(one,), voices={"open": (counted(1, 2, 2), None, None)}))["claims"].lines
    assert told(line) == (
        "1 to 2 voices in 2 reports: “the strait is open”; told by Ana Lund and 1 other;"
        " figures ten (2024-10-11), 14 (2024-10-12)"
    )
    assert line.single
    assert [ref.report for ref in line.cites] == [CITES[0].report, CITES[1].report]


def test_claims_that_more_lineages_tell_come_first_and_contested_ones_stand_elsewhere() -> None:
    wide = claim("wide", *(position(f"Speaker {n}", Stance.ASSERT, n) for n in range(1, 5)))
    fought = contest("fought", position("Ana Lund", Stance.ASSERT, 1), position("Rolf Brand", Stance.DENY, 2))
    shown = parts(found(claims=(OLD, wide, fought.claim), contests=(fought,)))
    assert [line.id for line in shown["claims"].lines] == ["wide", "open"]
    assert [line.id for line in shown["contests"].lines] == ["fought"]


def test_a_contest_shows_each_side_with_its_voices_and_who_moved() -> None:
    doubt, later = position("Rolf Brand", Stance.DOUBT, 2), position("Rolf Brand", Stance.ASSERT, 5)
    moves = (Move("Rolf Brand", doubt, later),)
    fought = contest("shut", position("Ana Lund", Stance.ASSERT, 1), doubt, later, moves=moves)
    voices = {"shut": (counted(2, 2, 2), counted(1, 1, 1), None)}
    shown = parts(found(claims=(fought.claim,), contests=(fought,), voices=voices))
    (line,) = shown["contests"].lines
    assert line.notes == (
        "asserted by Ana Lund, Rolf Brand (2 voices in 2 reports)",
        "doubted by Rolf Brand (1 voice in 1 report)",
        "changed sides: Rolf Brand doubted it 2024-10-12, asserted it 2024-10-15",
    )
    assert shown["news"].lines[0].head == "changed sides"


def test_a_short_brief_chooses_and_counts_the_rest_a_full_one_leaves_nothing_out() -> None:
    many = tuple(claim(f"c{n}", position("Ana Lund", Stance.ASSERT, 1)) for n in range(9))
    short, full = parts(found(claims=many))["claims"], parts(found(claims=many), FULL)["claims"]
    assert (len(short.lines), short.more) == (SHORT.claims, 9 - SHORT.claims)
    assert (len(full.lines), full.more) == (9, 0)


# -- what is new -------------------------------------------------------------------------------------------------------


def heads(weighed: Weighed) -> list[str]:
    return [line.head for line in parts(weighed, FULL)["news"].lines]


def test_what_was_first_told_contested_or_told_with_another_figure_since_a_day_is_new() -> None:
    new = claim("new", position("Ana Lund", Stance.ASSERT, 6), position("Rolf Brand", Stance.ASSERT, 7))
    fought = contest("fought", position("Ana Lund", Stance.ASSERT, 1), position("Rolf Brand", Stance.DENY, 6))
    variants = (Variant("ten", "2024-10-11", CITES[:1]), Variant("14", "2024-10-17", CITES[6:7]))
    counted_anew = claim("counted", *OLD.positions, variants=variants)
    weighed = found(claims=(OLD, new, fought.claim, counted_anew), contests=(fought,))
    assert heads(weighed) == ["now contested", "another figure", "first told"]


def test_what_was_told_before_is_not_new() -> None:
    assert "news" not in parts(found(claims=(OLD,), silences=(silent("Sundia", "2024-10-11", "2024-10-12"),)))


def test_outcomes_of_forecasts_and_ends_of_silences_are_new() -> None:
    weighed = found(
        watches=(watched("f-1", Outcome.COME_ABOUT, seen=6), watched("f-2", Outcome.LAPSED, due="2024-10-16")),
        silences=(silent("Sundia", "2024-10-11", "2024-10-17"),),
        words={"f-1": "the strait will open", "f-2": "ships will wait"},
    )
    assert heads(weighed) == [
        "come about (proposed), 2024-10-16",
        "lapsed (proposed), 2024-10-16",
        "silence ended",
    ]


# -- what to watch, who is silent, where they stand --------------------------------------------------------------------


def test_open_forecasts_due_soon_come_first_and_all_outcomes_are_counted() -> None:
    watches = (
        watched("f-1", Outcome.OPEN),
        watched("f-2", Outcome.OPEN, due="2025-03-01"),
        watched("f-3", Outcome.OPEN, due="2024-10-25"),
        watched("f-4", Outcome.LAPSED, due="2024-10-12"),
    )
    part = parts(found(watches=watches, words={"f-3": "the strait will open"}))["watch"]
    assert [line.id for line in part.lines] == ["f-3", "f-2", "f-1"]
    assert told(part.lines[0]) == "due 2024-10-25: Ana Lund: “the strait will open”"
    assert part.note.startswith("Of 4 forecasts: 3 open, 1 lapsed;")


def test_silences_that_last_are_shown_told_ones_before_those_only_seen() -> None:
    seen = silent("Eastmark", "2024-10-11", kind=SilenceKind.OBSERVED)
    over = silent("Norland", "2024-10-11", "2024-10-12")
    part = parts(found(silences=(seen, over, silent("Sundia", "2024-10-12"))))["silences"]
    assert [told(line) for line in part.lines] == [
        "Sundia: silent about the strait since 2024-10-12; told by 2 reports",
        "Eastmark: no statement since 2024-10-11; told by 2 reports",
    ]


def test_where_two_stand_is_told_each_way_with_bounds() -> None:
    (line,) = parts(found(relations=(relation(),)))["relations"].lines
    assert told(line) == "Norland and Sundia: Norland → Sundia -6.0 [-9.0, -3.0], 2 deeds"
