"""Floor 1: the same work on many parts, in as many processes as there are processors.

This process works as one of them. The others are forked, so that what this one has read need not be
sent to them; where the system cannot fork, or there is one processor, it does all, one part after
the other. It may run other threads (a line of progress, a server), whose locks the copies inherit
as they are: ``work`` computes and writes files, and touches neither terminal nor network.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from typing import Any, TypeVar, cast

T = TypeVar("T")
GONE_SECONDS = 0.2
"""How soon a process notices that the one that started it was killed."""
NUMBER, EVERYTHING = 2, 65_536
"""Bytes of the number of a part, and of all that a pipe holds on any system."""
_work: Callable[[int], Any] | None = None


def workers() -> int:
    """Processes that may run at once: ``CATALOG_WORKERS``, else the processors at hand."""
    wanted = os.environ.get("CATALOG_WORKERS", "")
    if wanted.isdecimal():
        return max(1, int(wanted))
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """True where a process may be copied; macOS has system libraries that do not survive it."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def spread(parts: int, work: Callable[[int], T], most: int | None = None) -> list[T]:
    """Results of ``work(0) … work(parts - 1)``, in that order.

    What ``work`` raises is raised, and BrokenProcessPool when a process dies. Exceptions have to
    survive a copy: whoever works turns those of a library into its own.
    """
    global _work
    number = min(parts, workers() if most is None else most)
    if number < 2 or _work is not None or not can_fork():
        return [work(part) for part in range(parts)]
    _work = work
    gc.freeze()  # the collector would touch, and so copy, every page that the processes share
    try:
        context = multiprocessing.get_context("fork")
        with (
            warnings.catch_warnings(),
            _waiting(parts) as queue,
            ProcessPoolExecutor(number - 1, context, follow, (os.getpid(),)) as pool,
        ):
            # Python warns of threads beside a fork; the note above says why these do no harm.
            warnings.simplefilter("ignore", DeprecationWarning)
            others = [pool.submit(_turn, queue) for _ in range(number - 1)]
            own = _turn(queue, others)
            found = dict(chain(own, *(other.result() for other in others)))
            return [cast(T, found[part]) for part in range(parts)]
    finally:
        gc.unfreeze()
        _work = None


@contextmanager
def _waiting(parts: int) -> Iterator[int]:
    """The numbers of all parts in a pipe, whose reading end is given: each is read once.

    Unlike a lock, a pipe does not stay taken when a process dies.
    """
    queue, entrance = os.pipe()
    try:
        os.write(entrance, b"".join(part.to_bytes(NUMBER, "big") for part in range(parts)))
        os.close(entrance)
        yield queue
    finally:
        os.close(queue)


def _turn(
    queue: int, others: Sequence[Future[list[tuple[int, object]]]] = ()
) -> list[tuple[int, object]]:
    """What this process does: the next part, until none is left or one of ``others`` failed."""
    assert _work is not None
    done = []
    try:
        while not any(map(_failed, others)) and (number := os.read(queue, NUMBER)):
            part = int.from_bytes(number, "big")
            done.append((part, _work(part)))
    except BaseException:
        os.read(queue, EVERYTHING)  # nobody needs the rest any more
        raise
    return done


def _failed(other: Future[list[tuple[int, object]]]) -> bool:
    return other.done() and other.exception() is not None


def follow(parent: int) -> None:
    """End this process when ``parent`` (its number) is gone: one that was killed tells nobody."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(GONE_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
