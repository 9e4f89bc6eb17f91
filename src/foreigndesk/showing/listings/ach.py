"""A matrix of competing hypotheses as a table, and the history of its board."""

from __future__ import annotations

from collections.abc import Sequence

from foreigndesk.model import BoardStep, Cite, Evidence, EvidenceRow, Fit, Matrix
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.listings.places import GLANCE, data_columns
from foreigndesk.showing.tables import Column, Table
from foreigndesk.showing.words import one_line

SIGNS = {Fit.CONSISTENT: "+", Fit.INCONSISTENT: "–", Fit.NEUTRAL: "0"}
NO_LABELS = Labels(())
SHOWN = 3  # cites in a cell


def list_matrix(matrix: Matrix, labels: Labels = NO_LABELS) -> Table:
    """One row an item; under each hypothesis the analyst's mark, or in brackets what the desk would mark.

    As data, marks and suggestions stand in columns of their own.
    """
    names = [f"H{hypothesis.rank}" for hypothesis in matrix.board.hypotheses]
    rows = [
        (
            str(row.evidence.rank),
            one_line(row.evidence.words),
            row.evidence.finding or row.evidence.kind.value,
            cites_of(row.evidence.cites, labels),
            weights_of(row.evidence),
            *cells(row),
            notes(row),
            row.evidence.kind.value,
            row.evidence.analyst,
            *(fit.value if fit else "" for fit in row.marked),
            *(fit.value if fit else "" for fit in row.suggested),
        )
        for row in matrix.rows
    ]
    fill = [""] * (2 + 2 * len(names))
    rows.append(("", "against it", "", "", "", *(str(count) for count in matrix.against), "", *fill))
    if any(score != count for score, count in zip(matrix.scores, matrix.against, strict=False)):
        rows.append(("", "against it, weighed", "", "", "", *(f"{score:.2f}" for score in matrix.scores), "", *fill))
    columns = (
        Column("E", 2),
        Column("evidence", 24, grows=True, most=GLANCE),
        Column("finding", 14, spare=True),
        Column("cites", 12, spare=True, most=40),
        Column("weight", 6, spare=True),
        *(Column(name, 5) for name in names),
        Column("note", 10, spare=True),
        *data_columns(
            " ".join(["kind", "analyst", *(f"{name}_mark" for name in names), *(f"{name}_desk" for name in names)])
        ),
    )
    return Table(columns, tuple(rows), (matrix,), "No hypotheses yet.")


def list_history(steps: Sequence[BoardStep]) -> Table:
    """One row a step: when, who, which part, and what became of it."""
    rows = tuple(
        (
            step.made[: len("2024-10-31T12:00")].replace("T", " "),
            step.analyst,
            step.part,
            step.change,
            one_line(step.words),
        )
        for step in steps
    )
    columns = (
        Column("when", 16),
        Column("analyst", 10, most=30),
        Column("part", 5),
        Column("step", 8),
        Column("words", 24, grows=True, most=GLANCE),
    )
    return Table(columns, rows, tuple(steps), "Nothing was done on this board.")


def cites_of(cites: Sequence[Cite], labels: Labels) -> str:
    """The cites whose reports are at hand, by their labels."""
    known = [cite for cite in cites if cite.report in labels.paragraphs]
    more = f" +{len(known) - SHOWN}" if len(known) > SHOWN else ""
    return " ".join(f"[{labels.ref(cite).label}]" for cite in known[:SHOWN]) + more


def weights_of(item: Evidence) -> str:
    """Credibility and relevance where an analyst gave them."""
    medium = item.credibility.value == item.relevance.value == "medium"
    return "" if medium else f"{item.credibility.value}/{item.relevance.value}"


def cells(row: EvidenceRow) -> tuple[str, ...]:
    """The marks of an item.

    >>> SIGNS[Fit.INCONSISTENT]
    '–'
    """
    pairs = zip(row.marked, row.suggested, strict=True)
    return tuple(SIGNS[mine] if mine else f"({SIGNS[desk]})" if desk else "" for mine, desk in pairs)


def notes(row: EvidenceRow) -> str:
    """What to know of an item."""
    words = ["the order hangs on it"] if row.sensitive else []
    if row.if_false:
        words.append("so it does on its being true")
    if all(row.marked) and not row.diagnostic:
        words.append("tells nothing apart")
    return ", ".join(words)


def legend(matrix: Matrix) -> list[str]:
    """The hypotheses in the order of what speaks against them, and what to know of it."""
    by_rank = {hypothesis.rank: hypothesis for hypothesis in matrix.board.hypotheses}
    counts = dict(zip(by_rank, matrix.against, strict=True))
    scores = dict(zip(by_rank, matrix.scores or matrix.against, strict=True))
    lines = [
        f"H{rank} {by_rank[rank].words} ({counts[rank]} against"
        + (f", weighed {scores[rank]:.2f})" if scores[rank] != counts[rank] else ")")
        for rank in matrix.order
    ]
    return [*lines, *(f"- {reason.sentence}" for reason in matrix.reasons)]
