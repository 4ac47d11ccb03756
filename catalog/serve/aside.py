"""A whole build in another process, which a newer change may end at any moment."""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.process import BaseProcess

from catalog.pipeline import FAILURES, Options, build
from catalog.report import fault_in_words


class Aside:
    """At most one build at a time. One that is ended leaves the last good site as it was."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None

    def start(self, options: Options) -> None:
        """Build in a process of its own."""
        self._process = multiprocessing.get_context("spawn").Process(
            target=_build, args=(options,), daemon=False
        )
        self._process.start()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; true when the build has ended."""
        if self._process:
            self._process.join(seconds)
        return self._process is None or self._process.exitcode is not None

    @property
    def good(self) -> bool:
        """True when the last build ended with a new site."""
        return self._process is not None and self._process.exitcode == 0

    def stop(self) -> None:
        """End the build, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = None


def _build(options: Options) -> None:
    """The findings were told by whoever read the tree; only what kept the site from being built."""
    try:
        sys.exit(1 if build(options).failed else 0)
    except FAILURES as problem:
        words = fault_in_words(problem) if isinstance(problem, OSError) else str(problem)
        print(words, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(1)
