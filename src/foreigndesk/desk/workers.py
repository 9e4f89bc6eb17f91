"""Work on many things spread over worker processes, its results in order whatever the number of workers."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

FEW = 512  # things of a millisecond or two that are done by the time workers have started
CHUNK = 64  # handed over at once: of such things, handing over then costs a twentieth
AHEAD = 3  # chunks under way for each worker: what is not taken yet is all that waits in memory


def spread(work: Callable[[One], Made], things: Iterable[One], workers: int | None = None) -> Iterator[Made]:
    """What the work makes of each thing, in their order, by so many workers (None: one for each processor).

    A few things, or any number with one worker, are done here. Work and things must be such that can be pickled.
    Raises what the work raises, and BrokenProcessPool if a worker is killed.

    >>> list(spread(str.upper, ["a", "b"]))
    ['A', 'B']
    """
    given = iter(things)
    first = list(islice(given, FEW))
    workers = workers or os.cpu_count() or 1
    if len(first) < FEW or workers == 1:
        yield from map(work, first)
        yield from map(work, given)
        return
    # Not forked: the parser's threads may hold locks that a fork would never see let go.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        for chunk in chain([first], iter(lambda: list(islice(given, CHUNK)), [])):
            waiting.append(pool.submit(all_of, work, chunk))
            if len(waiting) > AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def all_of(work: Callable[[One], Made], chunk: list[One]) -> list[Made]:
    """What the work makes of each thing of a chunk: what a worker does."""
    return [work(one) for one in chunk]
