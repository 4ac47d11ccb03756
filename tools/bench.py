"""Time and memory of ``check`` and ``build`` at growing numbers of cases.

Prints wall seconds, peak memory and what each step of ten costs against the one before; machines
differ, so the ratios are what to compare. ``python -m tools.bench 100 1000`` measures only those.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tools.synth import synthesize

PROJECT = Path(__file__).resolve().parents[1]
SIZES = (100, 1_000, 10_000)
COMMANDS = ("check", "build")


@dataclass(frozen=True, slots=True)
class Run:
    """One command, once: wall seconds, processor seconds and peak memory of the process."""

    wall: float
    processor: float
    memory: float
    code: int


def measure(command: list[str]) -> Run:
    """Run a command and account for it by what the system says of the finished process."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=_quiet())
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    memory = usage.ru_maxrss * unit / 2**20
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, os.waitstatus_to_exitcode(status))


def _quiet() -> list[tuple[int, int, str, int, int]]:
    nowhere = os.devnull
    return [(os.POSIX_SPAWN_OPEN, stream, nowhere, os.O_WRONLY, 0) for stream in (1, 2)]


def main(sizes: tuple[int, ...]) -> int:
    """Measure every command at every size, smallest first."""
    header = ("cases", "command", "wall s", "cpu s", "peak MB", "ms/case", "vs before")
    print("{:>7} {:<7} {:>8} {:>8} {:>8} {:>8} {:>10}".format(*header))
    before: dict[str, float] = {}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            root = Path(folder) / str(size)
            synthesize(PROJECT, root, size)
            for name in COMMANDS:
                run = measure(_command(name, root))
                failed += run.code != 0
                _print(size, name, run, before.get(name))
                before[name] = run.wall
    return 1 if failed else 0


def _command(name: str, root: Path) -> list[str]:
    return [sys.executable, str(PROJECT / "build_catalog.py"), name, "--root", str(root)]


def _print(size: int, name: str, run: Run, before: float | None) -> None:
    ratio = f"x{run.wall / before:.1f}" if before else "-"
    failed = f"  exit {run.code}" if run.code else ""
    print(
        f"{size:>7} {name:<7} {run.wall:>8.2f} {run.processor:>8.2f} {run.memory:>8.0f} "
        f"{1000 * run.wall / size:>8.2f} {ratio:>10}{failed}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or SIZES))
