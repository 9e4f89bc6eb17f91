"""The listings of forecasts that are followed, of speakers' accounts, and of silences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from foreigndesk.model import Indication, Outcome, Report, Silence, Watch
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import GLANCE, ID, data_columns
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, one_line


class Account(Protocol):
    """What one speaker foretold, and what became of it."""

    @property
    def speaker(self) -> str:
        """Whose forecasts they are; "" for the writers'."""

    @property
    def open(self) -> int:
        """How many are open."""

    @property
    def come_about(self) -> int:
        """How many came about."""

    @property
    def contradicted(self) -> int:
        """How many were contradicted."""

    @property
    def lapsed(self) -> int:
        """How many lapsed."""

    @property
    def confirmed(self) -> int:
        """How many an analyst confirmed."""

    @property
    def watches(self) -> tuple[str, ...]:
        """The ids of the forecasts."""


def list_watches(watches: Sequence[Watch], reports: Mapping[str, Report], labels: Labels) -> Table:
    """One row a forecast: whose, what, by when, what the desk proposes and what an analyst confirmed."""
    rows = []
    for watch in watches:
        told = watch.cites[0]
        report = reports.get(told.report)
        words = report.text[told.start : told.end] if report else ""
        rows.append(
            (
                watch.forecast,
                watch.speaker or "(the writer)",
                clip(one_line(words), GLANCE),
                watch.due or "",
                outcome_words(watch),
                watch.reasons[0].sentence if watch.reasons else "",
                " ".join(f"[{labels.ref(cite).label}]" for cite in watch.cites[:3]),
                watch.report,
                watch.proposed.value,
                watch.confirmed.value if watch.confirmed else "",
                watch.analyst or "",
                watch.checked or "",
            )
        )
    columns = (
        ID,
        Column("speaker", 14, spare=True, most=30),
        Column("forecast", 24, grows=True, most=GLANCE),
        Column("due", 10),
        Column("outcome", 14),
        Column("why", 20, spare=True, most=60),
        Column("cites", 12, spare=True, data=False),
        *data_columns("report proposed confirmed analyst checked"),
    )
    return Table(columns, tuple(rows), tuple(watches), "No forecasts in this case file.")


def outcome_words(watch: Watch) -> str:
    """What became of a forecast: an analyst's word as it is, the desk's with a question mark.

    >>> outcome_words(Watch("f-1", "r-1", "", None, Outcome.LAPSED, None, (), ()))
    'lapsed?'
    """
    if watch.confirmed is not None:
        return watch.confirmed.value
    return watch.proposed.value if watch.proposed is Outcome.OPEN else f"{watch.proposed.value}?"


def list_ledger(accounts: Sequence[Account]) -> Table:
    """One row a speaker: how many forecasts, and what became of them."""
    rows = tuple(
        (
            account.speaker or "(the writers)",
            str(len(account.watches)),
            str(account.come_about),
            str(account.contradicted),
            str(account.lapsed),
            str(account.open),
            str(account.confirmed),
        )
        for account in accounts
    )
    columns = (
        Column("speaker", 24, grows=True),
        *(Column(title, len(title), number=True) for title in ("forecasts", "came about", "contradicted", "lapsed")),
        Column("open", 4, number=True),
        Column("confirmed", 9, number=True),
    )
    return Table(columns, rows, tuple(accounts), "No forecasts in this case file.")


def list_indications(indications: Sequence[Indication], labels: Labels) -> Table:
    """One row an indicator: on how many days it was seen since it was set, on how many before, when it was checked."""
    rows = tuple(
        (
            one.indicator.id,
            clip(one_line(one.indicator.words), GLANCE),
            str(one.seen),
            one.first or "",
            one.last or "",
            str(one.before),
            one.checked,
            " ".join(f"[{labels.ref(cite).label}]" for cite in one.cites[:3]),
            one.indicator.note,
            one.indicator.since,
            one.indicator.until or "",
            one.indicator.analyst,
            one.indicator.removed or "",
        )
        for one in indications
    )
    columns = (
        ID,
        Column("looked for", 24, grows=True, most=GLANCE),
        Column("days seen", 9, number=True),
        Column("first", 10),
        Column("last", 10, spare=True),
        Column("before", 6, number=True),
        Column("checked", 10),
        Column("cites", 12, spare=True, data=False),
        *data_columns("note since until analyst removed"),
    )
    return Table(columns, rows, tuple(indications), "No indicator is looked for: `foreigndesk watch add` sets one.")


def list_silences(silences: Sequence[Silence], labels: Labels) -> Table:
    """One row a silence: who, about what, from when to when, how it is known, and how much the case file holds."""
    rows = tuple(
        (
            silence.id,
            silence.name,
            clip(one_line(silence.about), GLANCE),
            silence.since or "",
            silence.until or "",
            silence.kind.value,
            silence.coverage,
            " ".join(f"[{labels.ref(cite).label}]" for cite in silence.cites[:3]),
            silence.actor or "",
        )
        for silence in silences
    )
    columns = (
        ID,
        Column("actor", 16, most=40),
        Column("about", 20, grows=True, most=GLANCE),
        Column("since", 10),
        Column("until", 10),
        Column("known", 8),
        Column("coverage", 24, spare=True, most=80),
        Column("cites", 12, spare=True, data=False),
        *data_columns("actor_id"),
    )
    return Table(columns, rows, tuple(silences), "No silence is told or seen in this case file.")
