"""Open a case file: the lock, the connection, and whether the file is one that this desk knows."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from filelock import FileLock, Timeout

from foreigndesk.casefile.migrations import load_migrations
from foreigndesk.casefile.store import Store, telling
from foreigndesk.errors import CaseFileBusy, CaseFileError

# "FDSK": SQLite keeps these four bytes in the header, so that the file tells whose it is (PRAGMA application_id).
APPLICATION_ID = int.from_bytes(b"FDSK", "big")

# Seconds that a writer waits for the lock: who only looks whether somebody writes holds it for some microseconds.
WAIT = 0.1

# KiB of pages at hand while a file is written: keys are fingerprints, so that what is kept next stands anywhere.
WRITING_CACHE = 1 << 16

ANOTHER_PATH = "name a case file, or a file that does not exist yet to begin a new one"


def open_store(path: Path, stack: ExitStack, *, write: bool) -> Store:
    """The store at a path; what it holds (connection, lock) is let go when the stack is closed.

    Reading leaves the file as it is; writing makes or upgrades it. Raises CaseFileError, or CaseFileBusy at once when
    another desk writes to the file.
    """
    if path.is_dir() or not path.parent.is_dir():
        raise CaseFileError(f"{path} cannot be a case file: its folder is missing, or it is one", ANOTHER_PATH)
    if write:
        # SQLite 3.7.0 to 3.51.2 can in rare cases damage a file in WAL mode when two connections write or checkpoint at
        # the same moment (https://sqlite.org/wal.html, "The WAL-reset bug"). SQLite's own locks do not prevent it; one
        # writer at a time does, and readers, being read-only, never checkpoint.
        _hold_lock(path, stack)
    elif not path.exists():
        raise CaseFileError(f"there is no case file {path}", "`foreigndesk collect` begins one")
    with telling(path):
        connection = stack.enter_context(closing(_connect(path, write=write)))
        version = _version(path, connection)
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA cache_size = -{WRITING_CACHE}")
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection, load_migrations(), since=version)
        elif version == 0:
            raise CaseFileError(f"{path} is empty", "`foreigndesk collect` fills it")
        elif version < len(load_migrations()):
            raise CaseFileError(f"{path} was made by an older desk", "collect into it once: that brings it up to date")
    return Store(path, connection)


def lock_of(path: Path) -> Path:
    """The file whose lock the one writer of a case file holds."""
    return path.with_name(path.name + ".lock")


def _hold_lock(path: Path, stack: ExitStack) -> None:
    name = lock_of(path)
    try:
        # The operating system frees the lock when its holder dies, so that a killed desk leaves none behind.
        stack.enter_context(FileLock(name, timeout=WAIT, poll_interval=WAIT / 4))
    except Timeout as error:
        raise CaseFileBusy(
            f"another desk is writing to {path}", f"wait until it is done; it holds the lock on {name}"
        ) from error
    except OSError as error:
        raise CaseFileError(f"{name}: {error.strerror}", "see whether you may write to that folder") from error


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    mode = "rwc" if write else "ro"
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """The number of migrations that a file has behind it; CaseFileError if it is not one of ours, or too new."""
    application, version, tables = connection.execute(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)"
        " FROM pragma_application_id, pragma_user_version"
    ).fetchone()
    if application == 0 and version == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise CaseFileError(f"{path} belongs to another application", ANOTHER_PATH)
    known = len(load_migrations())
    if version > known:
        raise CaseFileError(
            f"{path} was made by a newer desk (its schema is number {version}, this desk knows {known})",
            "upgrade foreigndesk",
        )
    return int(version)


def migrate(connection: sqlite3.Connection, steps: tuple[str, ...], since: int) -> None:
    """Run the steps that a file has not behind it yet, each in a transaction with the number that says so."""
    for number, step in enumerate(steps[since:], start=since + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {step}\n"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number}; COMMIT;"
        )
