"""What every page works with: the case file, who comes in and who writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request

from foreigndesk.casefile import CaseFile, Lookout, open_case
from foreigndesk.workbench.dropping import Drops
from foreigndesk.workbench.guarding import Door
from foreigndesk.workbench.weighed import Weighed
from foreigndesk.workbench.writing import Writer


@dataclass(frozen=True, slots=True)
class Bench:
    """One workbench: its case file and door, the analyst at it, what was weighed, who writes, what is dropped."""

    path: Path
    door: Door
    analyst: str
    weighed: Weighed
    writer: Writer
    lookout: Lookout
    drops: Drops

    def is_written_elsewhere(self) -> bool:
        """Whether another desk is writing to the case file."""
        return not (self.writer.busy or self.drops.busy) and self.lookout.is_written()


def make_bench(path: Path, door: Door, analyst: str) -> Bench:
    """A workbench on a case file."""
    return Bench(path, door, analyst, Weighed(path), Writer(path), Lookout(path), Drops(path))


def bench_of(request: Request) -> Bench:
    """The workbench that a request came to."""
    bench: Bench = request.app.state.bench
    return bench


def opened(request: Request) -> CaseFile:
    """The case file, open for reading as it stands now: to be closed by `with`, in the same thread."""
    return open_case(bench_of(request).path)
