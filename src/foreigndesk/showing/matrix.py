"""A matrix of competing hypotheses as one HTML page that needs nothing else."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from foreigndesk.model import Matrix
from foreigndesk.showing.dossier import templates
from foreigndesk.showing.listings.ach import cells, legend, notes


def show_matrix_page(matrix: Matrix) -> str:
    """The matrix as a page: a table with marks as signs and words, the order, and what to know of it.

    What analysts typed is escaped; the page runs no script and loads nothing.
    """
    style = templates().get_template("dossier.css").render()
    return (
        templates()
        .get_template("matrix.html.jinja")
        .render(
            matrix=matrix,
            rows=[(row, cells(row), notes(row)) for row in matrix.rows],
            legend=legend(matrix),
            # The style sheet is the desk's own text.
            style=Markup(style),  # noqa: S704
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )
