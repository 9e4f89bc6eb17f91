"""Reports made ready for comparison in worker processes, where many are placed at once."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from itertools import islice

from foreigndesk.model import Report, Spun
from foreigndesk.weighing.kinship import Kin, kin_of

Given = tuple[Report, Spun | None]

FEW = 512  # reports that are ready by the time workers have started
CHUNK = 64  # reports handed over at once: handing over costs a tenth of the work
AHEAD = 3  # chunks under way for each worker: what is not taken yet is all that waits in memory


def made_ready(reports: Iterable[Given], workers: int | None = None) -> Iterator[Kin]:
    """Each report made ready, in their order, whatever the number of workers (None: one for each processor).

    A few reports, and any number with one worker, are made ready here. Raises BrokenProcessPool if a worker is killed.
    """
    given = iter(reports)
    first = list(islice(given, FEW))
    workers = workers or os.cpu_count() or 1
    if len(first) < FEW or workers == 1:
        yield from (kin_of(*one) for one in first)
        yield from (kin_of(*one) for one in given)
        return
    with ExitStack() as stack:
        # Not forked: the parser's threads may hold locks that a fork would never see let go.
        spawn = multiprocessing.get_context("spawn")
        pool = stack.enter_context(ProcessPoolExecutor(workers, mp_context=spawn))
        stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        waiting: deque[Future[list[Kin]]] = deque()
        while chunk := (first or list(islice(given, CHUNK))):
            first = []
            waiting.append(pool.submit(ready, chunk))
            if len(waiting) > AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def ready(chunk: list[Given]) -> list[Kin]:
    """Some reports made ready: what a worker does."""
    return [kin_of(*one) for one in chunk]
