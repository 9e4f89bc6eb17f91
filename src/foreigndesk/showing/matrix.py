"""A matrix of competing hypotheses as one HTML page that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foreigndesk.model import Evidence, EvidenceRow, Fit, Matrix, Report
from foreigndesk.showing.cites import Labels
from foreigndesk.showing.dossier import templates
from foreigndesk.showing.listings.ach import SIGNS, legend, notes, weights_of

SHOWN = 8  # passages of an item on paper; a claim may be told in hundreds


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that an item rests on, and where they stand."""

    label: str
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The analyst's mark and the desk's suggestion of one item for one hypothesis, in signs and words."""

    mark: str
    mark_words: str
    desk: str
    desk_words: str


def show_matrix_page(matrix: Matrix, reports: Sequence[Report] = (), labels: Labels | None = None) -> str:
    """The matrix as a page: marks and suggestions apart, the order, what it hangs on, and the passages of each item.

    What analysts typed and reports print is escaped; the page runs no script and loads nothing.
    """
    style = templates().get_template("dossier.css").render() + templates().get_template("matrix.css").render()
    known = {report.id: report for report in reports}
    return (
        templates()
        .get_template("matrix.html.jinja")
        .render(
            matrix=matrix,
            rows=[
                (
                    row,
                    list(cells_of(row)),
                    notes(row),
                    weights_of(row.evidence),
                    list(passages_of(row.evidence, known, labels)) if labels else [],
                )
                for row in matrix.rows
            ],
            weighed=any(score != count for score, count in zip(matrix.scores, matrix.against, strict=False)),
            legend=legend(matrix),
            # The style sheets are the desk's own text.
            style=Markup(style),  # noqa: S704
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )


def cells_of(row: EvidenceRow) -> Iterator[Cell]:
    """The cells of an item."""
    why = row.why or (None,) * len(row.marked)
    for mine, desk, reason in zip(row.marked, row.suggested, why, strict=True):
        yield Cell(sign(mine), mine.value if mine else "not marked", sign(desk), reason.sentence if reason else "")


def sign(fit: Fit | None) -> str:
    """The sign of a mark; none for none."""
    return SIGNS[fit] if fit else ""


def passages_of(item: Evidence, reports: dict[str, Report], labels: Labels) -> Iterator[Passage]:
    """The passages that an item rests on, of reports that the case file still has."""
    for cite in item.cites[:SHOWN]:
        report = reports.get(cite.report)
        if report is not None:
            where = ", ".join(part for part in (report.outlet, report.published, report.headline) if part)
            yield Passage(labels.ref(cite).label, where, report.text[cite.start : cite.end])
