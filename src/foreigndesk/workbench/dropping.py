"""Files and text dropped on a page: taken in by a process of its own, whose steps a page can follow.

The reading model takes hundreds of megabytes and the processor for minutes. In a process of its own it neither slows
the pages nor stays in memory, and a document that kills it costs only itself.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from foreigndesk.errors import DeskError
from foreigndesk.model import name_id

KEPT = 20  # drops that can still be looked at: a day's work
UNSAFE = re.compile(r"[^\w.\- ()]+")
LONGEST_NAME = 100  # characters of a file's name that are kept
PLACE = "dropped"  # what a report that was dropped gives as the folder it was taken from
FAILED = "nothing more could be read"


@dataclass(slots=True)
class Step:
    """What became of one file."""

    path: str
    outcome: str
    report: str | None = None
    setbacks: tuple[str, ...] = ()


@dataclass(slots=True)
class Drop:
    """One drop: how many files, what became of each so far, and whether it is done; `trouble` if it ended early."""

    id: str
    files: int
    begun: str
    steps: list[Step] = field(default_factory=list)
    done: bool = False
    trouble: str = ""

    @property
    def outcomes(self) -> dict[str, int]:
        """How many became what."""
        return {
            name: sum(step.outcome == name for step in self.steps) for name in ("new", "known", "reread", "setback")
        }


@dataclass(frozen=True, slots=True)
class Dropped:
    """One file as it came: its name and its bytes."""

    name: str
    content: bytes


class Drops:
    """The drops of one workbench, one read at a time."""

    def __init__(self, path: Path) -> None:
        """Take drops into this case file."""
        self._path = path
        self._drops: dict[str, Drop] = {}
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._running: subprocess.Popen[str] | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being read now."""
        return self._turn.locked()

    def begin(self, files: Iterable[Dropped], outlet: str = "", published: str = "") -> Drop:
        """Take files in; the drop comes back at once, and fills while it is read. Raises DeskError for none."""
        given = [each for each in files if each.content]
        if not given:
            raise DeskError("nothing was dropped, or only empty files", "choose files, or paste a text")
        now = dt.datetime.now(dt.UTC)
        drop = Drop(name_id("d", now.isoformat(), *(each.name for each in given)), len(given), now.isoformat())
        folder = Path(tempfile.mkdtemp(prefix="foreigndesk-"))
        (folder / PLACE).mkdir()
        for number, each in enumerate(given, start=1):
            place = folder / PLACE / safe(each.name)
            if place.exists():  # two of one name, from two folders
                place = place.with_name(f"{number}-{place.name}")
            place.write_bytes(each.content)
        with self._lock:
            self._drops[drop.id] = drop
            for old in list(self._drops)[:-KEPT]:
                del self._drops[old]
        threading.Thread(target=self._read, args=(drop, folder, outlet, published), daemon=True).start()
        return drop

    def of(self, drop: str) -> Drop | None:
        """A drop by its id."""
        return self._drops.get(drop)

    def latest(self) -> list[Drop]:
        """The drops of this sitting, latest first."""
        return list(reversed(self._drops.values()))

    def close(self) -> None:
        """End what is being read; what was kept so far stays."""
        running = self._running
        if running is not None:
            running.terminate()

    def _read(self, drop: Drop, folder: Path, outlet: str, published: str) -> None:
        words = [
            sys.executable,
            "-m",
            "foreigndesk.workbench.taking",
            str(self._path.absolute()),
            PLACE,
            outlet,
            published,
        ]
        try:
            with self._turn:
                quiet = {**os.environ, "NO_COLOR": "1"}
                with subprocess.Popen(  # noqa: S603 - our own module, no shell
                    words,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    env=quiet,
                    cwd=folder,
                ) as running:
                    self._running = running
                    for line in running.stdout or ():
                        self._note(drop, json.loads(line))
                    told = (running.stderr.read() if running.stderr else "").strip().splitlines()
                self._running = None
                if running.returncode and not drop.trouble:
                    drop.trouble = told[-1] if told else FAILED
        finally:
            drop.done = True
            shutil.rmtree(folder, ignore_errors=True)

    def _note(self, drop: Drop, told: dict[str, object]) -> None:
        if "trouble" in told:
            drop.trouble = str(told["trouble"])
            return
        path = str(told["path"]).removeprefix(f"{PLACE}/")
        setbacks = told["setbacks"] if isinstance(told["setbacks"], list) else []
        report = str(told["report"]) if told["report"] else None
        drop.steps.append(Step(path, str(told["outcome"]), report, tuple(str(each) for each in setbacks)))


def safe(name: str) -> str:
    """A file's name without folders and whatever could lead out of one.

    >>> safe("../../etc/passwd"), safe("Bericht (2).html"), safe("..")
    ('passwd', 'Bericht (2).html', 'file')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = UNSAFE.sub("_", last).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    return (f"{stem[:LONGEST_NAME]}{dot}{suffix[:LONGEST_NAME]}" if dot else kept[:LONGEST_NAME]) or "file"
