"""Programs from npm that developers use: installed below ``build/``, never part of the site."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "build" / "herramientas"


def package(name: str, version: str) -> Path:
    """The folder of a package, fetched if this version is not there yet.

    Its install scripts do not run. Raises RuntimeError when npm is missing or fails.
    """
    home = FOLDER / f"{name}-{version}"
    inside = home / "node_modules" / name
    if not inside.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm is needed")
        home.mkdir(parents=True, exist_ok=True)
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        command = [npm, "install", "--prefix", str(home), *quiet, f"{name}@{version}"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
    return inside
