"""What takes long to weigh: asked for once, kept until the case file changes, and never weighed twice at a time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from foreigndesk.casefile import CaseFile, open_case, state_of
from foreigndesk.casefile.looking import State

T = TypeVar("T")

PATIENCE = 4.0  # seconds a reader waits for a page before being told that it takes longer
KEPT = 64  # answers at hand: some for each page, a few actors and claims each


class StillWeighing(Exception):
    """An answer takes longer than a reader is to wait for a page; `what` is being weighed."""

    def __init__(self, what: str) -> None:
        """Keep what it is, for the page that says so."""
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was weighed. `stale`: the case file has changed since, and it is being weighed anew."""

    value: T
    stale: bool = False


class Weighed:
    """Answers of one case file, by what was asked; one at a time is weighed, in a thread of its own."""

    def __init__(self, path: Path) -> None:
        """Ask this case file."""
        self._path = path
        self._lock = threading.Lock()
        self._pending: dict[Hashable, tuple[State, Future[Any]]] = {}
        self._done: OrderedDict[Hashable, tuple[State, Any]] = OrderedDict()
        # One thread: several would only share the interpreter's lock, and each pass over a case file fills memory.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="weighing")

    def ask(self, key: Hashable, what: str, errand: Callable[[CaseFile], T], patience: float = PATIENCE) -> Answer[T]:
        """The errand's answer for the case file as it is now, or, if that takes too long, the last one, marked stale.

        `what` names it for people. Raises StillWeighing if there is no former answer either, and whatever the errand
        raises.
        """
        state = state_of(self._path)
        with self._lock:
            former = self._done.get(key)
            if former is not None and former[0] == state:
                self._done.move_to_end(key)
                return Answer(former[1])
            begun = self._pending.get(key)
            if begun is None or (begun[0] != state and begun[1].done()):
                begun = (state, self._thread.submit(self._weigh, errand))
                self._pending[key] = begun
        try:
            value = begun[1].result(patience)
        except NotYet:
            if former is not None:
                return Answer(former[1], stale=True)
            raise StillWeighing(what) from None
        finally:
            if begun[1].done():
                self._settle(key, begun)
        return Answer(value, stale=begun[0] != state)

    def close(self) -> None:
        """Weigh nothing more; what is being weighed now ends with the process."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _weigh(self, errand: Callable[[CaseFile], T]) -> T:
        with open_case(self._path) as case:
            return errand(case)

    def _settle(self, key: Hashable, begun: tuple[State, Future[Any]]) -> None:
        """Keep an answer that has come; of one that failed nothing is kept, so that it is tried again."""
        with self._lock:
            if self._pending.get(key) is begun:
                del self._pending[key]
            if begun[1].cancelled() or begun[1].exception() is not None:
                return
            self._done[key] = (begun[0], begun[1].result())
            self._done.move_to_end(key)
            while len(self._done) > KEPT:
                self._done.popitem(last=False)
