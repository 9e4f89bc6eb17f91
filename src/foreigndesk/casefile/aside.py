"""A case file as it would be: with a report hidden, and the claims on copies; the file stays as it is.

Tables and views of SQLite's `temp` schema stand before those of the same name in the file, so that every query, as it
is written, sees them (https://www.sqlite.org/lang_naming.html). They belong to the connection, and go at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from foreigndesk.casefile.claims import TABLES
from foreigndesk.casefile.store import Store

# Columns that name a report in the tables of the file; in `reports` it is the id.
NAMING = frozenset({"report", "debtor", "creditor"})
# A copy refers to no table of the file: what is deleted there is not deleted here.
REFERENCE = re.compile(r" REFERENCES \w+(?: ON DELETE CASCADE)?")


@contextmanager
def aside(store: Store, hidden: str | None = None) -> Iterator[None]:
    """Let what is written of claims go to copies, and hide a report, if one is given, for all within.

    One may stand within another; nothing else may be written within.
    """
    with store.together():
        store.write("SAVEPOINT aside")
        try:
            for table in TABLES:
                copy(store, table)
            for table, columns in naming(store) if hidden else ():
                hide(store, table, columns, hidden or "")
            yield
        finally:
            store.write("ROLLBACK TO aside")
            store.write("RELEASE aside")


def copy(store: Store, table: str) -> None:
    """Copy a table of claims into the temp schema, with its indexes and triggers, if it is not there yet."""
    if store.row("SELECT 1 FROM temp.sqlite_schema WHERE name = ?", table):
        return
    parts = store.rows(
        "SELECT type, sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type <> 'table'",
        table,
    )
    for kind, sql in parts:
        if kind == "table":
            store.write(REFERENCE.sub("", sql).replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
            store.write(f"INSERT INTO temp.{table} SELECT * FROM main.{table}")  # noqa: S608 (our own names)
        elif kind == "index":
            store.write(sql.replace("CREATE INDEX ", "CREATE INDEX temp.", 1))
        else:
            store.write(sql.replace("CREATE TRIGGER ", "CREATE TEMP TRIGGER ", 1))


def naming(store: Store) -> list[tuple[str, list[str]]]:
    """The tables that name reports, each with the columns in which they do; views set aside before stand for them."""
    rows = store.rows(
        "SELECT m.name, c.name FROM main.sqlite_schema m JOIN pragma_table_info(m.name, 'main') c"
        " WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1, 2"
    )
    found: dict[str, list[str]] = {"reports": ["id"]}
    for table, column in rows:
        if column in NAMING:
            found.setdefault(table, []).append(column)
    return list(found.items())


def hide(store: Store, table: str, columns: list[str], report: str) -> None:
    """Hide the rows of a table that name a report: those of a copy are deleted, others a view leaves out."""
    if table in TABLES:
        for column in columns:
            store.write(f"DELETE FROM temp.{table} WHERE {column} = ?", report)  # noqa: S608 (our own names)
        return
    kept = " AND ".join(f"{column} IS NOT {quoted(report)}" for column in columns)
    store.write(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {kept}")  # noqa: S608 (our own names)


def quoted(text: str) -> str:
    """A text as SQL writes it: a view takes no parameters.

    >>> quoted("r-'1'")
    "'r-''1'''"
    """
    return "'" + text.replace("'", "''") + "'"
