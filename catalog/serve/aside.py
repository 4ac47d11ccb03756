"""A whole build in another process, which a newer change may end at any moment."""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.process import BaseProcess

from catalog.pipeline import FAILURES, Options, build
from catalog.report import failure_in_words, show
from catalog.serve.words import ERRORS_LEAVE_IT, STAYS


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

    def stop(self) -> None:
        """End the build, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = None


def _build(options: Options) -> None:
    """Tell only what kept the site from being built: the rest was told when the tree was read."""
    try:
        report = build(options)
    except FAILURES as problem:
        print(f"{failure_in_words(problem)}\n{STAYS}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(1)
    if report.failed:
        show(report.findings, options.root, quiet=False)
        print(ERRORS_LEAVE_IT, file=sys.stderr)
        sys.exit(1)
