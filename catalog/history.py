"""Floor 2: the door to Git, which knows when a file was last changed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from catalog.model import PartialDate

MARK = "\x01"


def last_changes(root: Path, folders: tuple[str, ...]) -> dict[str, PartialDate]:
    """Date (UTC) of the last commit of every file below ``folders``, by path relative to ``root``.

    Empty without Git, outside a repository, or in a shallow clone, where Git would give every file
    the date of the oldest commit it happens to have.
    """
    if git(root, ["rev-parse", "--is-shallow-repository"]).strip() != "false":
        return {}
    arguments = ["log", f"--format={MARK}%ct", "--name-only", "--relative", "--", *folders]
    dates: dict[str, PartialDate] = {}
    for seconds, name in _names(git(root, arguments)):
        dates.setdefault(name, _date(seconds))
    return dates


def _names(log: str) -> Iterator[tuple[int, str]]:
    seconds = 0
    for line in log.splitlines():
        if line.startswith(MARK):
            seconds = int(line[1:])
        elif line:
            yield seconds, line


def _date(seconds: int) -> PartialDate:
    day = datetime.fromtimestamp(seconds, UTC)
    return PartialDate(day.year, day.month, day.day)


def git(root: Path, arguments: list[str]) -> str:
    """What Git answers about ``root``; empty without Git or when it refuses."""
    if not shutil.which("git"):
        return ""
    command = ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    return run.stdout if run.returncode == 0 else ""
