"""What takes long to weigh: asked for once, kept until the case file changes, and never weighed twice at a time.

A large case file is weighed in a process of its own. So the pages that only look something up go on at their speed, the
memory that a pass over ten thousand reports fills is given back, and Ctrl-C need not wait for its end.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from foreigndesk.casefile import open_case, state_of
from foreigndesk.casefile.looking import State
from foreigndesk.errors import DeskError

T = TypeVar("T")

PATIENCE = 2.0  # seconds a reader waits for a page before being told that it takes longer
SHORTLY = 0.4  # seconds that a page waits for a part of it without which it can be read
KEPT = 64  # answers at hand: some for each page, a few actors and claims each
# Bytes of a case file up to which it is weighed on the spot: some hundred reports, for which the claims of all take two
# seconds. A process of its own takes one and a half to begin with.
ON_THE_SPOT = 4_000_000
JOINED = 5.0  # seconds that a process has to end when it has answered
AT_ONCE = 2  # processes: what is quick does not wait for what is slow


class StillWeighing(Exception):
    """An answer takes longer than a reader is to wait for a page; `what` is being weighed."""

    def __init__(self, what: str) -> None:
        """Keep what it is, for the page that says so."""
        super().__init__(what)
        self.what = what


class WeighingEnded(DeskError):
    """The process that was weighing came to an end without an answer."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was weighed. `stale`: the case file has changed since, and it is being weighed anew."""

    value: T
    stale: bool = False


class Weighed:
    """Answers of one case file, by what was asked."""

    def __init__(self, path: Path, on_the_spot: int = ON_THE_SPOT) -> None:
        """Ask this case file; one of more bytes than `on_the_spot` in a process of its own."""
        self._path = path
        self._on_the_spot = on_the_spot
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._pending: dict[Hashable, tuple[State, Future[Any]]] = {}
        self._done: OrderedDict[Hashable, tuple[State, Any]] = OrderedDict()
        self._running: set[BaseProcess] = set()
        self._closed = False

    def ask(
        self,
        what: str,
        errand: Callable[..., T],
        args: tuple[Hashable, ...] = (),
        patience: float = PATIENCE,
        *,
        bounded: bool = False,
    ) -> Answer[T]:
        """The errand's answer for the case file as it is now, or, if that takes too long, the last one, marked stale.

        `what` names it for people; the errand is a function of a module, which gets the open case file and `args`. One
        that is `bounded` looks at no more of a large case file than of a small one, and is done on the spot.
        Raises StillWeighing if there is no former answer either, and whatever the errand raises.
        """
        state, key = state_of(self._path), (errand, args)
        former = self._kept(key)
        if former is not None and former[0] == state:
            return Answer(former[1])
        if not bounded and self._path.is_file() and self._path.stat().st_size > self._on_the_spot:
            return self._ask_apart(what, key, state, former, patience)
        with self._turn:
            former = self._kept(key)  # another may have asked the same, and be answered meanwhile
            if former is not None and former[0] == state:
                return Answer(former[1])
            with open_case(self._path) as case:
                value = errand(case, *args)
            self._keep(key, state, value)
        return Answer(value)

    def glance(self, what: str, errand: Callable[..., T], args: tuple[Hashable, ...] = ()) -> Answer[T] | None:
        """The same for a part of a page that the rest does not wait for; None while it is being weighed."""
        try:
            return self.ask(what, errand, args, SHORTLY)
        except StillWeighing:
            return None

    def close(self) -> None:
        """Weigh nothing more; what is being weighed is ended."""
        with self._lock:
            self._closed = True
            running = list(self._running)
        for process in running:
            process.terminate()

    def _ask_apart(
        self, what: str, key: tuple[Any, tuple[Hashable, ...]], state: State, former: Any, patience: float
    ) -> Answer[Any]:
        with self._lock:
            begun = self._pending.get(key)
            if begun is None or (begun[0] != state and begun[1].done()):
                begun = (state, Future())
                self._pending[key] = begun
                threading.Thread(target=self._weigh_apart, args=(key, *begun), daemon=True).start()
        try:
            return Answer(begun[1].result(patience), stale=begun[0] != state)
        except NotYet:
            if former is not None:
                return Answer(former[1], stale=True)
            raise StillWeighing(what) from None

    def _weigh_apart(self, key: tuple[Any, tuple[Hashable, ...]], state: State, future: Future[Any]) -> None:
        """Wait for a process to answer, and keep what it says."""
        with self._room:
            here, there = multiprocessing.Pipe(duplex=False)
            process = multiprocessing.get_context("spawn").Process(
                target=answer_into, args=(there, self._path, *key), daemon=True
            )
            answer: Any = WeighingEnded("the weighing was ended", "load the page again")
            with self._lock:
                if not self._closed:
                    process.start()
                    self._running.add(process)
            there.close()
            with contextlib.suppress(EOFError, OSError):
                answer = here.recv()
            here.close()
            if process.pid is not None:
                process.join(JOINED)
            with self._lock:
                self._running.discard(process)
                if self._pending.get(key, (None, None))[1] is future:
                    del self._pending[key]
        if isinstance(answer, BaseException):
            future.set_exception(answer)
        else:
            self._keep(key, state, answer[0])
            future.set_result(answer[0])

    def _kept(self, key: Hashable) -> tuple[State, Any] | None:
        with self._lock:
            if key in self._done:
                self._done.move_to_end(key)
            return self._done.get(key)

    def _keep(self, key: Hashable, state: State, value: object) -> None:
        with self._lock:
            self._done[key] = (state, value)
            self._done.move_to_end(key)
            while len(self._done) > KEPT:
                self._done.popitem(last=False)


def end_with_parent() -> None:
    """End this process when the one that began it has ended, however that was: nobody waits for its answer then."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def answer_into(pipe: Connection, path: Path, errand: Callable[..., object], args: tuple[Hashable, ...]) -> None:
    """Do an errand in this process, and send what comes of it: its answer, alone in a tuple, or the error it raised."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the workbench ends this one
    threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        with open_case(path) as case:
            pipe.send((errand(case, *args),))
    except DeskError as error:
        pipe.send(error)
    except Exception as error:  # noqa: BLE001 - a fault in there must reach the page that says so, whatever it is
        pipe.send(RuntimeError(f"{type(error).__name__}: {error}"))
    finally:
        pipe.close()
