"""The listing of what rests on a report."""

from __future__ import annotations

from foreigndesk.model import Resting, Withdrawal
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import CITE, GLANCE, ID, PLACE, place_of
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import clip, count, one_line

# What is read in the report itself is told in one sentence; a line each is for what ties it to others.
DIRECT = (Resting.STATEMENT, Resting.EVENT, Resting.FORECAST)
GONE = "gone"


def list_withdrawal(withdrawal: Withdrawal, labels: Labels, *, every: bool = True) -> Table:
    """One row for each finding that rests on a report: how it stands, and how it would without.

    Without `every` those that are read in the report itself are left out: `show_direct` tells of them.
    """
    rows = []
    for effect in withdrawal.effects:
        if every or effect.kind not in DIRECT:
            ref = labels.ref(effect.cites[0]) if effect.cites else None
            rows.append(
                (
                    effect.kind.value,
                    effect.id,
                    clip(one_line(effect.words), GLANCE),
                    one_line(effect.before),
                    clip(one_line(effect.after), GLANCE) or GONE,
                    f"[{ref.label}]" if ref else "–",
                    *(place_of(ref) if ref else ("", "", "", "")),
                )
            )
    columns = (
        Column("finding", 9),
        ID,
        Column("words", 20, grows=True),
        Column("stands", 12, most=40),
        Column("would", 12, most=60),
        CITE,
        *PLACE,
    )
    return Table(columns, tuple(rows), (withdrawal,), "Nothing else rests on it.")


def show_direct(withdrawal: Withdrawal) -> str:
    """What is read in the report itself, and goes with it, in a sentence."""
    told = {kind: sum(effect.kind is kind and not effect.after for effect in withdrawal.effects) for kind in DIRECT}
    return f"With {withdrawal.report} go {', '.join(count(number, kind.value) for kind, number in told.items())}."
