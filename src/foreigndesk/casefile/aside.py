"""A case file as it would be: with a report hidden, and the claims on copies; the file stays as it is.

Tables and views of SQLite's `temp` schema stand before those of the same name in the file, so that every query, as it
is written, sees them (https://www.sqlite.org/lang_naming.html). They belong to the connection and end with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from foreigndesk.casefile.claims import TABLES
from foreigndesk.casefile.store import Store

# The tables in which a report has rows, and the columns that name it.
NAMING = {
    "reports": ("id",),
    "texts": ("report",),
    "files": ("report",),
    "passages": ("report",),
    "readings": ("report",),
    "names": ("report",),
    "statements": ("report",),
    "events": ("report",),
    "forecasts": ("report",),
    "sketches": ("report",),
    "kinships": ("debtor", "creditor"),
}
# A copy names no table of the file: what is deleted there is not deleted here.
REFERENCE = re.compile(r" REFERENCES \w+(?: ON DELETE CASCADE)?")


@contextmanager
def aside(store: Store, hidden: str | None = None) -> Iterator[None]:
    """Let what is written of claims go to copies, and hide a report, if one is given, for all within."""
    with store.together():
        for table in TABLES:
            copy(store, table, hidden)
        for table, columns in NAMING.items() if hidden else ():
            kept = " AND ".join(f"{column} <> {quoted(hidden or '')}" for column in columns)
            store.write(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {kept}")  # noqa: S608
        try:
            yield
        finally:
            for table in NAMING if hidden else ():
                store.write(f"DROP VIEW temp.{table}")
            for table in TABLES:
                store.write(f"DROP TABLE temp.{table}")


def copy(store: Store, table: str, hidden: str | None) -> None:
    """Copy a table of claims into the temp schema with its indexes, without the rows of a hidden report."""
    for kind, sql in store.rows(
        "SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'index'", table
    ):
        if kind == "table":
            store.write(REFERENCE.sub("", sql).replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
            where = f" WHERE report <> {quoted(hidden)}" if hidden and "report " in sql.split("(", 1)[1] else ""
            store.write(f"INSERT INTO temp.{table} SELECT * FROM main.{table}{where}")  # noqa: S608 (our own names)
        else:
            store.write(sql.replace("CREATE INDEX ", "CREATE INDEX temp.", 1))


def quoted(text: str) -> str:
    """A text as SQL writes it: a view takes no parameters."""
    return "'" + text.replace("'", "''") + "'"
