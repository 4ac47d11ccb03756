"""Refresh the scripts of others that the site and its tests carry: ``make vendor``.

Needs the ``npm`` program, and only for this. Each package is fetched at the newest version of its
range, the one file in use is copied next to its licence, and ``versiones.json`` in the same folder
records version, licence, npm's integrity hash of the package and SHA-256 of the file that we keep.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LOCK = "versiones.json"


@dataclass(frozen=True, slots=True)
class Package:
    """One file of one package: where it is inside, where it goes and how it is adapted."""

    name: str
    range: str
    inside: str
    licence: str
    """Name of the file of its licence in the package."""
    folder: str
    target: str
    adapt: Callable[[str], str] = str


def classic_stemmer(text: str) -> str:
    """The stemmer's ES module as a classic script that sets ``stemSpanish``.

    Raises ValueError when the module no longer ends in the one function that we use.
    """
    found = re.fullmatch(
        r"(.*)export function stemmer\((\w)\)(\{.*?\})export const language=\"spanish\";?\s*",
        text,
        re.DOTALL,
    )
    if found is None:
        raise ValueError("the stemmer's module has another shape than expected")
    body, argument, function = found.groups()
    return f"(function(g){{{body}g.stemSpanish=function({argument}){function}}})(globalThis);\n"


PACKAGES = (
    Package(
        name="@orama/stemmers",
        range="3",
        inside="dist/es.js",
        licence="LICENSE.md",
        folder="theme/vendor",
        target="stemmer-es.js",
        adapt=classic_stemmer,
    ),
    Package(
        name="axe-core",
        range="4",
        inside="axe.min.js",
        licence="LICENSE",
        folder="tests/vendor",
        target="axe.min.js",
    ),
)


def fetch(package: Package, folder: Path) -> tuple[dict[str, str], str, str]:
    """Version and integrity, script and licence of the newest version in range."""
    command = ["npm", "pack", f"{package.name}@{package.range}", "--json", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")
    packed = max(json.loads(done.stdout), key=lambda p: [int(n) for n in p["version"].split(".")])
    archive = folder / packed["filename"].replace("@", "").replace("/", "-")
    with tarfile.open(archive) as files:
        script, licence = (_read(files, name) for name in (package.inside, package.licence))
        named = str(json.loads(_read(files, "package.json"))["license"])
    facts = {"version": packed["version"], "integrity": packed["integrity"], "licence": named}
    return facts, script, licence


def _read(files: tarfile.TarFile, name: str) -> str:
    member = files.extractfile(f"package/{name}")
    if member is None:
        raise FileNotFoundError(name)
    return member.read().decode()


def refresh(package: Package, folder: Path) -> tuple[str, dict[str, str]]:
    """Write script and licence of a package; returns what the lock says of them."""
    facts, script, licence = fetch(package, folder)
    head = f"/*! {package.name} {facts['version']}, see {package.target}.LICENSE.txt */\n"
    text = head + package.adapt(script)
    target = PROJECT / package.folder / package.target
    target.write_text(text, encoding="utf-8")
    target.with_name(f"{package.target}.LICENSE.txt").write_text(licence, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return package.target, {"package": package.name, **facts, "sha256": digest}


def main() -> int:
    """Refresh every package and rewrite the locks."""
    locks: dict[str, dict[str, dict[str, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            target, facts = refresh(package, Path(folder))
            locks.setdefault(package.folder, {})[target] = facts
            print(f"{package.folder}/{target}: {facts['package']} {facts['version']}")
    for place, lock in locks.items():
        text = json.dumps(lock, indent=2, sort_keys=True) + "\n"
        (PROJECT / place / LOCK).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
