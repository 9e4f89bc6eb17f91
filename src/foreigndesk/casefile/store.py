"""The connection to one SQLite file, whose troubles come out as errors of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from foreigndesk.errors import CaseFileError

Row = tuple[Any, ...]

HINTS = {
    sqlite3.SQLITE_NOTADB: "name a case file, or a file that does not exist yet to begin a new one",
    sqlite3.SQLITE_CORRUPT: "take a copy that is sound, or collect the reports into a new case file",
    sqlite3.SQLITE_READONLY: "SQLite writes a small index beside the file even to read it: "
    "copy the case file into a folder that you may write to",
    sqlite3.SQLITE_FULL: "free some space and collect again; all that was kept so far is safe",
}
HINT = "see whether the file and its folder may be read and written, and try again"


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise SQLite's errors within as CaseFileErrors that name the file and the next step."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind of error; the rest of an extended code only tells it more closely
        # (https://sqlite.org/rescode.html, "Primary Result Codes versus Extended Result Codes").
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise CaseFileError(f"{path}: {error}", HINTS.get(kind, HINT)) from error


class Store:
    """One open SQLite file. Every statement outside `together` is a transaction of its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take over a connection that is in autocommit mode (`isolation_level=None`)."""
        self.path = path
        self._connection = connection

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows that a query gives. Raises CaseFileError."""
        with telling(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row that a query gives, if any. Raises CaseFileError."""
        return next(iter(self.rows(sql, *values)), None)

    def write(self, sql: str, *values: object) -> int:
        """Run a statement that changes the file; the row id that it inserted last. Raises CaseFileError."""
        with telling(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def write_all(self, sql: str, values: list[Row]) -> None:
        """Run a statement once for each row of values. Raises CaseFileError."""
        with telling(self.path):
            self._connection.executemany(sql, values)

    @property
    def is_together(self) -> bool:
        """Whether a transaction is open."""
        return self._connection.in_transaction

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction for all within, or a part of the one that is open: all of it is kept, or nothing.

        In a file opened for reading: one and the same state of the file for all within, whatever is written meanwhile.
        """
        if self._connection.in_transaction:
            yield
            return
        with telling(self.path):
            self._connection.execute("BEGIN")
            with self._connection:
                yield
