"""Time and memory of ``check`` and ``build`` at growing numbers of cases, beside those of others.

Prints wall seconds, processor seconds and peak memory (of all processes together, where the system
tells), and ratios: machines differ, so these are what to compare. Hugo takes part where it is
installed. Last comes what a visitor would fetch beyond the budgets of today's catalog.
``python -m tools.bench 100 1000`` measures only those sizes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools import sizes
from tools.synth import synthesize

PROJECT = Path(__file__).resolve().parents[1]
SIZES = (100, 1_000, 10_000)
EVERY = 0.5
"""Seconds between two looks at the memory; looking ten times as often cost a fifth of a build."""
RATIOS = (
    ("check", "yaml", "check takes {:.1f} times the parsing of its YAML alone"),
    ("check again", "yaml", "check again takes {:.1f} times that parsing"),
    ("mkdocs", "build", "mkdocs with material and its search takes {:.1f} times the whole build"),
    ("build", "hugo", "the whole build takes {:.1f} times hugo with a trivial theme"),
    ("build", "rebuild", "the whole build takes {:.1f} times a rebuild after one changed word"),
    ("build", "and again", "the whole build takes {:.1f} times a second such rebuild"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One command, once: wall seconds, processor seconds, peak memory in MB, exit code."""

    wall: float
    processor: float
    memory: float
    code: int


def measure(command: list[str]) -> Run:
    """Run a command and account for it and for the processes that it started."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=_quiet())
    peak, ended = [0.0], threading.Event()
    watch = threading.Thread(target=_watch, args=(process, peak, ended))
    watch.start()
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    ended.set()
    watch.join()
    unit = 1 if sys.platform == "darwin" else 1024
    memory = max(peak[0], usage.ru_maxrss * unit / 2**20)
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, os.waitstatus_to_exitcode(status))


def _watch(process: int, peak: list[float], ended: threading.Event) -> None:
    while not ended.wait(EVERY):
        peak[0] = max(peak[0], sum(_share(each) for each in _family(process)) / 1024)


def _family(process: int) -> Iterator[int]:
    """A process and all that it started, where /proc tells."""
    yield process
    try:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            for child in children.read_text().split():
                yield from _family(int(child))
    except OSError:
        pass


def _share(process: int) -> int:
    """KB of memory of a process, pages shared by several divided among them."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def _quiet() -> list[tuple[int, int, str, int, int]]:
    nowhere = os.devnull
    return [(os.POSIX_SPAWN_OPEN, stream, nowhere, os.O_WRONLY, 0) for stream in (1, 2)]


def commands(root: Path) -> Iterator[tuple[str, list[str]]]:
    """What is measured, in this order; the tree is edited before each rebuild."""
    program = [sys.executable, str(PROJECT / "build_catalog.py")]
    others = [sys.executable, "-m", "tools.reference"]
    at = ["--root", str(root)]
    yield "yaml", [*others, "yaml", str(root)]
    yield "check", [*program, "check", "--no-cache", *at]
    yield "build", [*program, "build", *at]
    yield "check again", [*program, "check", *at]
    for name in ("rebuild", "and again"):  # from the second on there is a spare site to change
        _edit(root)
        yield name, [*program, "build", *at]
    yield "mkdocs", [*others, "mkdocs", str(root)]
    if shutil.which("hugo"):
        yield "hugo", [*others, "hugo", str(root)]


def _edit(root: Path) -> None:
    """Change one word of one case."""
    file = min((root / "cases").iterdir())
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\ntitle: '", "\ntitle: 'Otra vez ", 1), encoding="utf-8")


def main(numbers: tuple[int, ...]) -> int:
    """Measure everything at every size, smallest first."""
    os.chdir(PROJECT)
    header = ("cases", "what", "wall s", "cpu s", "peak MB", "ms/case", "vs before")
    print("{:>7} {:<12} {:>8} {:>8} {:>8} {:>8} {:>10}".format(*header))
    before: dict[str, Run] = {}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for size in numbers:
            root = Path(folder) / str(size)
            synthesize(PROJECT, root, size)
            runs: dict[str, Run] = {}
            for name, command in commands(root):
                runs[name] = run = measure(command)
                failed += run.code != 0
                _print(size, name, run, before.get(name))
            _compare(runs)
            _weigh(root / "build" / "site")
            before = runs
            shutil.rmtree(root)
    return 1 if failed else 0


def _print(size: int, name: str, run: Run, before: Run | None) -> None:
    ratio = f"x{run.wall / before.wall:.1f}" if before else "-"
    failed = f"  exit {run.code}" if run.code else ""
    print(
        f"{size:>7} {name:<12} {run.wall:>8.2f} {run.processor:>8.2f} {run.memory:>8.0f} "
        f"{1000 * run.wall / size:>8.2f} {ratio:>10}{failed}",
        flush=True,
    )


def _compare(runs: Mapping[str, Run]) -> None:
    for one, other, words in RATIOS:
        if one in runs and other in runs:
            print("        " + words.format(runs[one].wall / runs[other].wall))
    if "hugo" not in runs:
        print("        hugo is not installed here")


def _weigh(site: Path) -> None:
    """Print what outgrows the budgets of today's catalog."""
    known, together = sizes.budgets()
    found = sizes.measure(site, known)
    wrong = sizes.outgrown(found, known, sizes.sums(site, together))
    for line in wrong or ["nothing"]:
        print(f"        too large for a visitor: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))
