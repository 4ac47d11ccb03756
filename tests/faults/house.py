"""A small catalog with a good site, and its builds in other processes, where faults can happen."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.vocabulary import PROJECT

MINI = PROJECT / "tests/golden/mini"
INJECT = Path(__file__).parent / "inject"
CASE = "cases/bo-curtiembre-ejemplo.md"
ONE, OTHER = "mínima", "ínfima"
"""A word of the case's title and another of the same size, for edits that only a reader notices."""
PATIENT = 240


@dataclass(frozen=True)
class House:
    """A tree. ``edited`` content differs from the first one in one word."""

    root: Path

    @property
    def site(self):
        return self.root / "build" / "site"

    def edit(self, edited=True):
        old, new = (ONE, OTHER) if edited else (OTHER, ONE)
        file = self.root / CASE
        file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))

    def command(self, *arguments):
        program = [sys.executable, str(PROJECT / "build_catalog.py"), *map(str, arguments)]
        return [*program, "--root", str(self.root)]

    def run(self, *arguments, before=(), **environment):
        """Run a command to its end; ``before`` is put in front of it."""
        command = [*before, *self.command(*(arguments or ("build",)))]
        return subprocess.run(
            command,
            env=surroundings(environment),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENT,
        )

    def start(self, *arguments, **environment):
        return subprocess.Popen(
            self.command(*(arguments or ("build",))),
            env=surroundings(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def fault(self, kind, at=1, inside="main", below=None):
        """Variables that make a fault happen in a build: in its one process, in any of two that
        write pages side by side (``workers``), or in the engine."""
        return {
            "CATALOG_WORKERS": "2" if inside == "workers" else "1",
            "PYTHONPATH": str(INJECT),
            "FAULT": kind,
            "FAULT_AT": str(at),
            "FAULT_IN": inside,
            "FAULT_BELOW": str(below or self.root),
            "FAULT_TOTAL": str(self.root.parent / "total.txt"),
        }


def surroundings(changes):
    """The environment of this process with changes; ``None`` takes a variable out."""
    made = {**os.environ, **changes}
    return {name: str(value) for name, value in made.items() if value is not None}


def rewritten(file, old, new):
    """Change words of a file that are there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def copy(house, to):
    shutil.copytree(house.root, to)
    return House(to)


def digest(folder):
    """Hash of every file by path: equal for equal sites, and readable where they differ."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def which(site, states):
    """Name of the state that a site is in, or the files in which it differs from the nearest."""
    found = digest(site) if site.exists() else {}
    for name, state in states.items():
        if state == found:
            return name
    differences = [sorted(dict(found.items() ^ state.items())) for state in states.values()]
    return min(differences, key=len)[:8]


def leftovers(root):
    """What a build that ended must not leave behind."""
    marks = ("*.tmp", ".*.tmp", ".candado.json", ".site-nuevo*", ".site-anterior")
    return sorted(str(p.relative_to(root)) for mark in marks for p in root.rglob(mark))
