"""An analyst's desk for diplomatic and security news: who said what, who did what to whom, every line cited.

import foreigndesk

foreigndesk.tables("case.db")["statements"].to_pandas()   # or any other of the tables, as Arrow
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from foreigndesk.showing.exports.frames import Frames

__all__ = ["tables"]


def tables(case: str | Path) -> Frames:
    """Everything a case file holds as Arrow tables, by name; `.to_pandas()` makes a DataFrame of one.

    The tables are reports, statements, events, names, forecasts, silences and kinships; docs/tables.md has their
    columns. Analysts' corrections are laid over what was read. Raises `foreigndesk.errors.CaseFileError`.
    """
    from foreigndesk.desk.taking_away import tables as tables_of  # noqa: PLC0415 - importing the package stays cheap

    return tables_of(case)
