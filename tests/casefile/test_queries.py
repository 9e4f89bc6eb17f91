from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foreigndesk.casefile import EventQuery, StatementQuery
from foreigndesk.casefile.readings import subjects
from foreigndesk.model import Event, Force, Reading, Report, SourcingKind, Statement, StatementKind
from tests import strategies
from tests.casefile.examples import day, event, fresh_case, keep, name, party, report, statement

few = settings(max_examples=25, deadline=None)

FIRST = report("Talks with China went on for 10,000 hours. Nothing was signed. Norland fears China.", "2024-11-01")
SECOND = report("Norland left. The United States denied it. Nobody signed anything.", "2024-11-03")
UNDATED = report("The pact was signed in secret.", None)

WENT = statement(FIRST, "Talks with China went on", speaker="jane-doe")
NOTHING = statement(FIRST, "Nothing was signed", speaker="us-state-department", force=Force.DENY)
FEARS = statement(FIRST, "Norland fears China", speaker="NOR", kind=StatementKind.ATTITUDE)
LEFT = statement(SECOND, "Norland left", sourcing=SourcingKind.UNNAMED, when=day("2024-10-30"))
NOBODY = statement(SECOND, "Nobody signed", "anything", speaker="jane-doe", when=day(None))
PACT = statement(UNDATED, "The pact was signed", sourcing=SourcingKind.UNNAMED)


def put(*statements: Statement, events: tuple[Event, ...] = (), of: Report) -> Reading:
    names = [name(of.text, "China", "CHN")] if "China" in of.text else []
    return Reading(of, "reader/1", names=tuple(names), statements=statements, events=events)


def asked(value: object) -> str:
    """The name of a case: what its query asks."""
    if not isinstance(value, StatementQuery | EventQuery):
        return ""
    plain = type(value)()
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return ", ".join(f"{field}={part}" for field, part in fields.items() if part != getattr(plain, field)) or "all"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (StatementQuery(), [LEFT, WENT, NOTHING, NOBODY, PACT]),
        (StatementQuery(kind=None), [LEFT, WENT, NOTHING, FEARS, NOBODY, PACT]),
        (StatementQuery(kind=StatementKind.ATTITUDE), [FEARS]),
        (StatementQuery(speaker=frozenset({"jane-doe"})), [WENT, NOBODY]),
        (StatementQuery(speaker=frozenset({"jane-doe", "us-state-department", "CHN"})), [WENT, NOTHING, NOBODY]),
        (StatementQuery(speaker=frozenset()), []),
        (StatementQuery(about=frozenset({"CHN", "USA"})), [WENT]),
        (StatementQuery(about=frozenset({"USA"})), []),
        (StatementQuery(sourcing=SourcingKind.UNNAMED), [LEFT, PACT]),
        (StatementQuery(force=Force.DENY), [NOTHING]),
        (StatementQuery(since=dt.date(2024, 11, 1)), [WENT, NOTHING, NOBODY]),
        (StatementQuery(until=dt.date(2024, 10, 30)), [LEFT]),
        (StatementQuery(since=dt.date(2024, 11, 1), until=dt.date(2024, 11, 2)), [WENT, NOTHING]),
        (StatementQuery(text="signed"), [NOTHING, NOBODY, PACT]),
        (StatementQuery(text="sign anything"), [NOBODY]),
        (StatementQuery(text='"went on"'), [WENT]),
        (StatementQuery(text="hours"), []),
        (StatementQuery(text="—"), []),
        (StatementQuery(speaker=frozenset({"jane-doe"}), text="talks", since=dt.date(2024, 11, 1)), [WENT]),
    ],
    ids=asked,
)
def test_statements_are_found_by_what_is_asked_in_order_of_day_report_and_place(
    query: StatementQuery, expected: list[Statement]
) -> None:
    with fresh_case() as case:
        # ranks against the order of the text, so that the place in it and not the rank decides
        keep(case, put(PACT, of=UNDATED))
        keep(case, put(NOBODY, LEFT, of=SECOND))
        keep(case, put(FEARS, NOTHING, WENT, of=FIRST))
        assert [told.statement for told in case.load_statements(query)] == expected


def test_a_statement_comes_with_its_report_and_the_date_of_that() -> None:
    with fresh_case() as case:
        keep(case, put(LEFT, of=SECOND))
        (told,) = case.load_statements()
        assert (told.report, told.published, told.statement) == (SECOND.id, "2024-11-03", LEFT)


MEETING = event(
    FIRST,
    "Talks",
    actor=(party(code="CHN", actor="chinese-foreign-ministry"), party(actor="jane-doe", country="NOR")),
    recipient=(party(code="USA"),),
)
LEAVING = event(SECOND, "Norland left", "PROTEST", actor=(party(code="NOR"),), when=day("2024-10-30"))
SIGNING = event(UNDATED, "signed", "AGREE", actor=(party(code="USA"), party(code="USA", country="USA")))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EventQuery(), [LEAVING, MEETING, SIGNING]),
        (EventQuery(actor=frozenset({"CHN"})), [MEETING]),
        (EventQuery(actor=frozenset({"chinese-foreign-ministry"})), [MEETING]),
        (EventQuery(actor=frozenset({"NOR"})), [LEAVING, MEETING]),
        (EventQuery(actor=frozenset({"USA"})), [SIGNING]),
        (EventQuery(recipient=frozenset({"USA", "RUS"})), [MEETING]),
        (EventQuery(actor=frozenset({"CHN"}), recipient=frozenset({"NOR"})), []),
        (EventQuery(types=frozenset({"AGREE", "PROTEST"})), [LEAVING, SIGNING]),
        (EventQuery(types=frozenset()), []),
        (EventQuery(since=dt.date(2024, 10, 31)), [MEETING]),
        (EventQuery(until=dt.date(2024, 10, 31)), [LEAVING]),
    ],
    ids=asked,
)
def test_events_are_found_by_what_is_asked_in_order_of_day_report_and_place(
    query: EventQuery, expected: list[Event]
) -> None:
    with fresh_case() as case:
        keep(case, put(events=(SIGNING,), of=UNDATED))
        keep(case, put(events=(LEAVING,), of=SECOND))
        keep(case, put(events=(MEETING,), of=FIRST))
        assert [done.event for done in case.load_events(query)] == expected


def test_a_set_of_actors_may_be_larger_than_a_query_has_parameters() -> None:
    with fresh_case() as case:
        keep(case, put(WENT, of=FIRST))
        many = frozenset(f"actor-{n}" for n in range(40_000)) | {"jane-doe"}
        assert [told.statement for told in case.load_statements(StatementQuery(speaker=many))] == [WENT]


@few
@given(
    strategies.readings(),
    st.builds(
        StatementQuery,
        speaker=strategies.maybe(st.frozensets(st.sampled_from(strategies.ACTORS))),
        about=strategies.maybe(st.frozensets(st.sampled_from(strategies.ACTORS))),
        sourcing=strategies.maybe(st.sampled_from(SourcingKind)),
        force=strategies.maybe(st.sampled_from(Force)),
        kind=strategies.maybe(st.sampled_from(StatementKind)),
        since=strategies.maybe(st.dates()),
        until=strategies.maybe(st.dates()),
    ),
)
def test_a_query_finds_exactly_the_statements_that_fit_it(reading: Reading, query: StatementQuery) -> None:
    def fits(each: Statement) -> bool:
        dated = each.when.earliest if each.when and each.when.earliest else None
        on = dt.date.fromisoformat(dated) if dated else reading.report.published_day
        return (
            (query.speaker is None or bool({each.speaker.actor, each.speaker.country} & query.speaker))
            and (query.about is None or not query.about.isdisjoint(subjects(each, reading.names)))
            and (query.sourcing is None or each.sourcing.kind == query.sourcing)
            and (query.force is None or each.force == query.force)
            and (query.kind is None or each.kind == query.kind)
            and (query.since is None or (on is not None and on >= query.since))
            and (query.until is None or (on is not None and on <= query.until))
        )

    with fresh_case() as case:
        keep(case, reading)
        assert {told.statement for told in case.load_statements(query)} == {
            each for each in reading.statements if fits(each)
        }
