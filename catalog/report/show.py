"""Printing findings: the form asked for, colours where they are wanted, a closing sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from catalog.model import Finding, Severity
from catalog.report.machine import as_github, as_json
from catalog.report.text import LineOf, as_text

FORMATS = ("text", "github", "json")
WORDS = {
    Severity.ERROR: ("error", "errores"),
    Severity.WARNING: ("aviso", "avisos"),
    Severity.NOTICE: ("nota", "notas"),
}
NOUNS = {
    "cases": ("caso", "casos"),
    "practices": ("práctica", "prácticas"),
    "organizations": ("organización", "organizaciones"),
    "sources": ("fuente", "fuentes"),
    "collections": ("ruta de formación", "rutas de formación"),
}
LARGEST = 1 << 20


def show(
    findings: Collection[Finding],
    root: Path,
    *,
    format: str = "text",
    counts: Mapping[str, int] | None = None,
    quiet: bool = False,
    stream: TextIO | None = None,
) -> None:
    """Print findings about the tree at ``root``. ``quiet`` prints only how many there are."""
    out = stream or sys.stdout
    if format == "json":
        print(as_json(findings, counts or {}), file=out, flush=True)
        return
    if format == "github":
        for line in as_github(findings, below_workspace(root)):
            print(line, file=out)
    elif not quiet:
        for part in as_text(findings, line_reader(root), wants_colour(out)):
            print(part, file=out)
    if not quiet or findings:
        print(closing(findings, counts or {}), file=out)
    out.flush()  # in a pipe, what is said next on the stream of errors would come first


def below_workspace(root: Path) -> str:
    """Where ``root`` lies in what GitHub checked out: annotations are matched by that path.

    Outside of GitHub, the working folder stands for it. Empty for the folder itself and for a tree
    that lies elsewhere.
    """
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    tree = root.resolve()
    inside = tree != workspace and tree.is_relative_to(workspace)
    return f"{tree.relative_to(workspace).as_posix()}/" if inside else ""


def wants_colour(stream: TextIO) -> bool:
    """True on a terminal, unless NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def closing(findings: Collection[Finding], counts: Mapping[str, int]) -> str:
    """The last line: how many of each severity, or that all is well."""
    said = [
        plural(sum(finding.severity is severity for finding in findings), *WORDS[severity])
        for severity in Severity
    ]
    found = ", ".join(part for part in said if not part.startswith("0 "))
    read = enumeration([plural(n, *NOUNS[key]) for key, n in counts.items() if n and key in NOUNS])
    if found:
        return f"{found}." + (f" Se revisaron {read}." if read else "")
    return f"Todo en orden: {read}." if read else "Todo en orden."


def enumeration(parts: list[str]) -> str:
    """«a, b y c»."""
    return " y ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def plural(count: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many}"


def line_reader(root: Path) -> LineOf:
    """A function that gives lines of files below ``root``, and nothing for what it may not read."""

    @lru_cache(maxsize=64)
    def rows(file: str) -> list[str]:
        path = root / file
        try:
            inside = path.resolve().is_relative_to(root.resolve()) and not path.is_symlink()
            if not inside or not path.is_file() or path.stat().st_size > LARGEST:
                return []
            text = path.read_bytes().decode("utf-8-sig", "replace")
        except (OSError, ValueError):
            return []
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line_of(file: str, line: int) -> str:
        known = rows(file)
        return known[line - 1] if 0 < line <= len(known) else ""

    return line_of
