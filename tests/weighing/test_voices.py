"""How many independent voices stand behind a content. All persons and outlets are invented."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foreigndesk.lexicon.actors import load_actors
from foreigndesk.model import (
    Certainty,
    Force,
    Mention,
    Passage,
    Report,
    Sourcing,
    SourcingKind,
    Span,
    Statement,
    StatementKind,
    VoiceCount,
)
from foreigndesk.weighing.lineages import judge_lineage
from foreigndesk.weighing.origins import Telling
from foreigndesk.weighing.voices import judge_voices

TEXT = "Ten ships left the port on Monday."


def report(name: str, outlet: str = "", text: str = TEXT) -> Report:
    return Report(f"r-{name}", f"{name}.txt", text, outlet=outlet or f"Outlet {name}", published="2024-10-31")


def said(
    speaker: str | None,
    kind: SourcingKind = SourcingKind.NAMED,
    *,
    actor: str | None = None,
    id: str = "s-1",  # noqa: A002 - the field's name
    within: str | None = None,
    **sourcing: object,
) -> Statement:
    return Statement(
        id,
        StatementKind.STATEMENT,
        Mention(printed=speaker, name=speaker, actor=actor, country=None),
        None,
        (Passage(0, len(TEXT), TEXT),),
        Force.ASSERT,
        Certainty(),
        Sourcing(kind, **sourcing),  # type: ignore[arg-type]
        within=within,
    )


def told(where: Report, statement: Statement | None, family: tuple[Report, ...] = ()) -> Telling:
    return Telling(where, judge_lineage(family or (where,), []), Span(0, len(TEXT)), statement)


def count(*tellings: Telling) -> VoiceCount:
    return judge_voices("s-1", tellings, load_actors())


def numbers(counted: VoiceCount) -> tuple[int, int]:
    return counted.fewest, counted.most


def test_ten_reports_of_one_lineage_are_one_voice() -> None:
    family = tuple(report(str(n), "Wire" if n == 0 else "") for n in range(10))
    counted = count(*(told(one, said("Ana Lund"), family) for one in family))
    assert (counted.reports, counted.lineages, numbers(counted)) == (10, 1, (1, 1))


def test_one_named_person_in_two_independent_reports_is_one_voice() -> None:
    assert numbers(count(told(report("a"), said("Ana Lund")), told(report("b"), said("Ana Lund")))) == (1, 1)


def test_a_surname_alone_is_the_person_of_that_full_name() -> None:
    assert numbers(count(told(report("a"), said("Ana Lund")), told(report("b"), said("Lund")))) == (1, 1)


def test_two_named_persons_are_two_voices() -> None:
    assert numbers(count(told(report("a"), said("Ana Lund")), told(report("b"), said("Bo Vik")))) == (2, 2)


def test_two_unnamed_officials_of_one_report_are_at_most_two_and_never_certain() -> None:
    one = report("a")
    counted = count(
        told(one, said("a senior official", SourcingKind.UNNAMED, id="s-1")),
        told(one, said("another official", SourcingKind.UNNAMED, id="s-2")),
    )
    assert numbers(counted) == (1, 2)
    assert [voice.certain for voice in counted.voices] == [False]


def test_as_many_unnamed_count_to_the_most_as_the_report_counts() -> None:
    assert numbers(count(told(report("a"), said("three diplomats", SourcingKind.UNNAMED, count=3)))) == (1, 3)


def test_a_spokesman_and_his_ministry_are_one_voice_two_ministries_are_two() -> None:
    ministry = told(report("a"), said("the foreign ministry", actor="chn-foreign-ministry"))
    spokesman = told(report("b"), said("Li Wen", SourcingKind.SPOKESPERSON, speaks_for="chn-foreign-ministry"))
    army = told(report("c"), said("the defence ministry", actor="chn-defence-ministry"))
    assert numbers(count(ministry, spokesman)) == (1, 1)
    assert numbers(count(ministry, spokesman, army)) == (2, 2)


def test_a_state_beside_one_of_its_bodies_counts_only_to_the_most() -> None:
    state = told(report("a"), said("China", actor="CHN"))
    ministry = told(report("b"), said("the foreign ministry", actor="chn-foreign-ministry"))
    assert numbers(count(state)) == (1, 1)
    assert numbers(count(state, ministry)) == (1, 2)


def test_a_minister_who_is_in_no_table_speaks_with_the_voice_of_the_ministry() -> None:
    text = f"Norwegian Defence Minister Ana Lund spoke. {TEXT}"
    minister = told(report("a", text=text), said("Ana Lund"))
    ministry = told(report("b"), said("the Norwegian defence ministry", actor="nor-defence-ministry"))
    assert numbers(count(minister, ministry)) == (1, 1)


def test_a_former_minister_speaks_for_herself() -> None:
    text = f"Former Norwegian Defence Minister Ana Lund spoke. {TEXT}"
    former = told(report("a", text=text), said("Ana Lund"))
    ministry = told(report("b"), said("the Norwegian defence ministry", actor="nor-defence-ministry"))
    assert numbers(count(former, ministry)) == (2, 2)


def test_a_report_that_only_cites_another_outlet_adds_nothing_to_it() -> None:
    cited = told(report("a"), said("the Harbour Post", SourcingKind.MEDIA, outlet="Harbour Post"))
    own = told(report("b", "Harbour Post", f"A reporter saw it. {TEXT}"), None)
    assert numbers(count(cited)) == (1, 1)
    assert numbers(count(cited, own)) == (1, 1)


def test_a_plain_assertion_counts_to_the_most_unless_the_reporter_saw_it() -> None:
    lund = told(report("a"), said("Ana Lund"))
    assert numbers(count(lund, told(report("b"), None))) == (1, 2)
    assert numbers(count(lund, told(report("c", text=f"A correspondent counted the ships. {TEXT}"), None))) == (2, 2)


def test_a_report_that_names_who_says_it_adds_no_voice_of_its_own() -> None:
    one = report("a")
    assert numbers(count(told(one, said("Ana Lund")), told(one, None))) == (1, 1)


def test_who_tells_what_somebody_told_him_is_no_voice() -> None:
    one = report("a")
    counted = count(told(one, said("Bo Vik", id="s-1")), told(one, said("Ana Lund", id="s-2", within="s-1")))
    assert [voice.speaker for voice in counted.voices] == ["Ana Lund"]


def test_whom_the_report_names_elsewhere_is_certain() -> None:
    described = said("a pilot", SourcingKind.TITLE)
    counted = count(replace(told(report("a"), described), named="Ana Lund"), told(report("b"), said("Ana Lund")))
    assert [(voice.speaker, voice.certain) for voice in counted.voices] == [("Ana Lund", True)]
    assert not count(told(report("a"), described)).voices[0].certain


def test_a_report_that_is_nobodys_is_not_certain_a_document_is() -> None:
    first = told(report("a"), said("first report", SourcingKind.DOCUMENT))
    paper = told(report("b"), said("the panel's report", SourcingKind.DOCUMENT))
    assert [count(one).voices[0].certain for one in (first, paper)] == [False, True]


def test_the_arithmetic_is_shown_step_by_step() -> None:
    counted = count(told(report("a"), said("Ana Lund")), told(report("b"), said(None, SourcingKind.NONE)))
    assert [step.rule for step in counted.steps] == ["reports", "lineages", "certain", "uncertain", "sum"]
    assert counted.steps[-1].sentence == "So it has at least 1, at most 2 independent voices."


SPEAKERS = st.sampled_from(["Ana Lund", "Bo Vik", "Cy Holm", "Lund"])
KINDS = st.sampled_from([SourcingKind.NAMED, SourcingKind.UNNAMED, SourcingKind.COLLECTIVE, SourcingKind.NONE])


@given(st.lists(st.tuples(SPEAKERS, KINDS), min_size=1, max_size=6), st.randoms())
def test_the_count_does_not_depend_on_the_order_of_reports(
    said_by: list[tuple[str, SourcingKind]], random: object
) -> None:
    tellings = [told(report(str(n)), said(name, kind)) for n, (name, kind) in enumerate(said_by)]
    mixed = list(tellings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert numbers(count(*mixed)) == numbers(count(*tellings))
    counted = count(*tellings)
    assert 1 <= counted.fewest <= counted.most <= max(len(tellings), 1)
