"""The listings of review: what to check first, what was done, and how far all agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from foreigndesk.model import Act, Cite, Correction, Reason, Subject, Verdict
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import GLANCE, ID, data_columns
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, one_line

DEEDS = {"accept": "accepted", "reject": "rejected", "edit": "changed", "add": "added"}


class Placed(Protocol):
    """A finding with its words and where they stand."""

    @property
    def finding(self) -> str:
        """Its id."""

    @property
    def words(self) -> str:
        """What it says."""

    @property
    def cite(self) -> Cite:
        """Where it stands."""


class ToReview(Placed, Protocol):
    """A finding that nobody has reviewed."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def doubt(self) -> float:
        """How doubtful it is."""

    @property
    def weight(self) -> float:
        """How much hangs on it."""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is where it is in the queue."""


class WithDesk(Protocol):
    """What analysts made of the desk's findings of one kind."""

    @property
    def subject(self) -> Subject:
        """The kind."""

    @property
    def right(self) -> int:
        """How many were right."""

    @property
    def changed(self) -> int:
        """How many were changed."""

    @property
    def wrong(self) -> int:
        """How many were rejected."""

    @property
    def added(self) -> int:
        """How many were missing."""

    @property
    def kept(self) -> float | None:
        """The share kept."""

    @property
    def low(self) -> float | None:
        """Its lower bound."""

    @property
    def high(self) -> float | None:
        """Its upper bound."""


class BetweenAnalysts(Protocol):
    """How far two analysts agree."""

    @property
    def one(self) -> str:
        """The one."""

    @property
    def other(self) -> str:
        """The other."""

    @property
    def both(self) -> int:
        """How many findings both judged."""

    @property
    def alike(self) -> float | None:
        """The share judged alike."""

    @property
    def kappa(self) -> float | None:
        """The same beyond chance."""


def list_queue(items: Sequence[ToReview], labels: Labels) -> Table:
    """One row a finding to review, with why it comes where it does."""
    rows = tuple(
        (
            one.finding,
            one.kind,
            clip(one_line(one.words), GLANCE),
            f"{one.doubt:.2f}",
            f"{one.weight:.1f}",
            " ".join(reason.sentence for reason in one.reasons),
            f"[{labels.ref(one.cite).label}]",
            one.cite.report,
        )
        for one in items
    )
    columns = (
        ID,
        Column("kind", 9),
        Column("words", 24, grows=True, most=GLANCE),
        Column("doubt", 5, number=True),
        Column("weight", 6, number=True),
        Column("why", 24, spare=True, most=80),
        Column("cite", 12, spare=True, data=False),
        *data_columns("report"),
    )
    return Table(columns, rows, tuple(items), "Everything in this case file has been reviewed.")


class Carried(Placed, Protocol):
    """What was said of a finding in a former version of a report, proposed for its update, where the words stand."""

    @property
    def verdict(self) -> Verdict:
        """What was said of it."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Which of its fields were changed."""

    @property
    def former(self) -> str:
        """The report of which it was said."""

    @property
    def analyst(self) -> str:
        """Who said so last."""

    @property
    def made(self) -> str:
        """When (ISO 8601)."""


def list_proposals(proposals: Sequence[Carried], labels: Labels) -> Table:
    """One row a proposal: the finding in the update, its words, and what was said of it before."""
    rows = tuple(
        (
            one.finding,
            clip(one_line(one.words), GLANCE),
            show_proposal(one),
            f"[{labels.ref(one.cite).label}]",
            one.cite.report,
        )
        for one in proposals
    )
    columns = (
        ID,
        Column("words", 24, grows=True, most=GLANCE),
        Column("said before", 24, most=80),
        Column("cite", 12, spare=True, data=False),
        *data_columns("report"),
    )
    return Table(columns, rows, tuple(proposals), "Nothing was said of a former version that could be carried over.")


def show_proposal(one: Carried) -> str:
    """What was said of a finding in a former version, by whom and when."""
    changed = f" {' and '.join(one.fields)}" if one.fields else ""
    return f"{one.analyst} {DEEDS[one.verdict.value]}{changed or ' it'} in {one.former} on {one.made[:10]}."


def list_acts(acts: Sequence[Act]) -> Table:
    """One row a correction, the latest act first."""
    rows, values = [], []
    for act in acts:
        for one in act.corrections:
            rows.append(
                (
                    act.id,
                    one.made[: len("2024-10-31T09:12")].replace("T", " "),
                    one.analyst,
                    show_correction(one),
                    f"by {act.undone_by}, {act.undone[:10]}" if act.undone and act.undone_by else "",
                    one.note,
                    one.finding,
                    one.report or "",
                )
            )
            values.append(act)
    columns = (
        Column("act", 14),
        Column("made (UTC)", 16),
        Column("analyst", 10, most=24),
        Column("what", 24, grows=True),
        Column("taken back", 12, spare=True),
        Column("note", 12, spare=True, most=60),
        *data_columns("finding report"),
    )
    return Table(columns, tuple(rows), tuple(values), "Nobody has reviewed anything in this case file.")


def show_correction(correction: Correction) -> str:
    """A correction in words.

    >>> from foreigndesk.model import Subject, Verdict
    >>> made = Correction("v-1", "a-1", Subject.EVENT, "r-1", "e-1", Verdict.EDIT, "Ana", "", fields=("type",))
    >>> show_correction(made)
    'changed type of event e-1'
    """
    fields = f" {', '.join(correction.fields)} of" if correction.fields else ""
    return f"{DEEDS[correction.verdict.value]}{fields} {correction.subject.value} {correction.finding}"


def show_act(act: Act) -> str:
    """What was done, in a line for whoever did it."""
    if act.undone:
        return f"{act.id}: taken back by {act.undone_by}"
    done = "; ".join(show_correction(one) for one in act.corrections)
    return f"{act.id}: {done} (take it back: foreigndesk review undo {act.id})"


def list_agreement(desk: Sequence[WithDesk], analysts: Sequence[BetweenAnalysts]) -> Table:
    """One row a kind of finding (the desk against its analysts), then one a pair of analysts."""
    rows = [
        (
            f"the desk, {one.subject.value}s",
            str(one.right + one.changed + one.wrong),
            percent(one.kept),
            f"{percent(one.low)} to {percent(one.high)}" if one.kept is not None else "",
            "",
            f"{one.right} right, {one.changed} changed, {one.wrong} wrong, {one.added} added",
        )
        for one in desk
    ]
    rows += [
        (
            f"{each.one} and {each.other}",
            str(each.both),
            percent(each.alike),
            "",
            "" if each.kappa is None else f"{each.kappa:.2f}",
            "",
        )
        for each in analysts
    ]
    columns = (
        Column("between", 20, grows=True),
        Column("judged", 6, number=True),
        Column("agree", 6, number=True),
        Column("95 %", 12),
        Column("kappa", 5, number=True),
        Column("how", 24, spare=True),
    )
    return Table(columns, tuple(rows), (*desk, *analysts), "Nobody has reviewed anything in this case file.")


def percent(share: float | None) -> str:
    """A share as whole percents; nothing for none."""
    return "" if share is None else f"{100 * share:.0f} %"
