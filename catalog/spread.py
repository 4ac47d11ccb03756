"""Floor 1: the same work on many parts, in as many processes as there are processors.

Processes are forked, so that what the parent has read need not be sent to them; where the system
cannot fork, or there is one processor, the work is done here, one part after the other. The parent
may run other threads (a line of progress, a server), whose locks the copies inherit as they are:
``work`` computes and writes files, and touches neither terminal nor network.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar, cast

T = TypeVar("T")
GONE_SECONDS = 0.2
"""How soon a process notices that the one that started it was killed."""
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
            ProcessPoolExecutor(number, context, follow, (os.getpid(),)) as pool,
        ):
            # Python warns of threads beside a fork; the note above says why these do no harm.
            warnings.simplefilter("ignore", DeprecationWarning)
            return cast(list[T], list(pool.map(_do, range(parts))))
    finally:
        gc.unfreeze()
        _work = None


def follow(parent: int) -> None:
    """End this process when ``parent`` (its number) is gone: one that was killed tells nobody."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(GONE_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(part: int) -> object:
    assert _work is not None
    return _work(part)
