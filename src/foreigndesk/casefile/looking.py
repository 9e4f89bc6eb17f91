"""What can be told of a case file from outside: whether it has changed, and whether somebody is writing to it."""

from __future__ import annotations

import time
from pathlib import Path

from filelock import FileLock, Timeout

from foreigndesk.casefile.opening import lock_of

State = tuple[tuple[int, int], ...]


def state_of(path: Path) -> State:
    """Something that is another whenever the case file has been written to: times and sizes of its files.

    What is written lies in the file or, until SQLite moves it there, in the log beside it.
    """
    found = []
    for file in (path, path.with_name(path.name + "-wal")):
        try:
            stat = file.stat()
        except OSError:
            found.append((0, 0))
        else:
            # A reader that opens the file makes the log anew, empty: that is no change.
            found.append((stat.st_mtime_ns, stat.st_size) if stat.st_size else (0, 0))
    return tuple(found)


class Lookout:
    """Tells whether a desk is writing to a case file, without standing in its way.

    It tries the lock, which it then holds for some microseconds: at most once in `every` seconds while nobody writes.
    A desk that begins to write in such a moment tries again (`opening.WAIT`).
    """

    def __init__(self, path: Path, every: float = 1.0) -> None:
        """Look at the lock of this case file."""
        self._lock = lock_of(path)
        self._every = every
        self._free_until = 0.0

    def is_written(self) -> bool:
        """Whether somebody is writing to it now, or was when it was last looked at."""
        if time.monotonic() < self._free_until or not self._lock.exists():
            return False
        try:
            with FileLock(self._lock, timeout=0):
                pass
        except Timeout:
            return True
        except OSError:  # a folder that may not be written to: then nobody can take the lock from here
            return False
        self._free_until = time.monotonic() + self._every
        return False
