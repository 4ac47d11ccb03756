"""Many files judged at once by several processes. The order of the answers is that of the files."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass

from catalog import spread
from catalog.check.judge import Judge, Verdict
from catalog.load.files import Listed
from catalog.load.vocabularies import parse_vocabularies
from catalog.model import Kind
from catalog.rules import Lexicon
from catalog.rules.lexicon import Names

PAYS_FROM = 500
"""Files below which starting processes costs more than it saves (see docs/decisiones/0011)."""
MOST = 8
"""Processes. Each holds the words and the names of the tree."""
CHUNK = 40


@dataclass(frozen=True, slots=True)
class Brief:
    """What a process needs to make a judge of its own: texts and names, which travel well."""

    words: Mapping[str, str | None]
    names: Mapping[Kind, frozenset[str]]
    entries: bool

    def judge(self) -> Judge:
        """A judge with these words and names."""
        return Judge(Lexicon(parse_vocabularies(self.words)[0]), Names(self.names), self.entries)


File = tuple[Kind, Listed]


def judge_files(
    judge: Judge, brief: Brief, files: Sequence[File], processes: int | None = None
) -> Iterator[Verdict]:
    """Verdicts in the order of the files, given here or by ``processes`` (as many as it pays).

    Where processes cannot be started, or die, the rest is judged here.
    """
    wanted = processors() if processes is None else processes
    done = 0
    if wanted > 1 and (processes is not None or len(files) >= PAYS_FROM):
        try:
            for verdict in _spread(brief, files, wanted):
                yield verdict
                done += 1
        except (BrokenExecutor, OSError, ImportError):
            pass  # no semaphores, no memory, no way to import the program: slower is all it gets
    for kind, file in files[done:]:
        yield judge.file(kind, file)


def processors() -> int:
    """How many processes can work at the same time."""
    return min(MOST, spread.workers())


def _spread(brief: Brief, files: Sequence[File], processes: int) -> Iterator[Verdict]:
    chunks = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    context = multiprocessing.get_context(_method())
    with ProcessPoolExecutor(processes, context, _begin, (brief, os.getpid())) as pool:
        try:
            for verdicts in pool.map(_judge_chunk, chunks):
                yield from verdicts
        except GeneratorExit:
            pool.shutdown(cancel_futures=True)
            raise


def _method() -> str:
    """A copy of this process where that is safe, else a new one.

    A copy made while other threads hold locks may never come to an end; the servers, progress
    lines and Windows and macOS get new processes.
    """
    alone = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if alone else "spawn"


_judges: list[Judge] = []
"""The one judge of a worker process."""


def _begin(brief: Brief, parent: int) -> None:
    spread.follow(parent)
    gc.disable()  # see catalog.load.collecting
    _judges[:] = [brief.judge()]


def _judge_chunk(files: Sequence[File]) -> list[Verdict]:
    return [_judges[0].file(kind, file).wrapped() for kind, file in files]
