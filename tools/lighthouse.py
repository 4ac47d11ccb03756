"""Lighthouse on a phone for every kind of page of the built site: ``make lighthouse``.

Needs Node 18.16 or newer with ``npm``, and only for this: Lighthouse is fetched once into
``build/herramientas``. Prints the four scores of each page and what stands below its bar;
``python -m tools.lighthouse /casos/x/`` measures only those addresses. The address of the site is
a placeholder until somebody gives it one, so the audit of the canonical link is left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.chromium import ARGUMENTS, find
from tools.kinds import kinds
from tools.npm import PROJECT, package
from tools.web import serve

SITE = PROJECT / "build" / "site"
VERSION = "12.8.2"
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
KINDS = (
    *("inicio", "caso enterprise", "casos (larga)", "practicas (larga)", "paises (larga)"),
    *("sectores (larga)", "casos", "explorar", "evidencia", "buscar", "mi-empresa"),
    *("mi-empresa/*/*", "formacion (larga)", "aportar", "fuentes (larga)", "glosario", "404"),
)
"""Kinds of page that are measured when no address is named."""
ELSEWHERE = {
    "canonical": "points to the published address, a placeholder here",
    "is-crawlable": "the page that was not found asks not to be listed",
}


def measure(address: str) -> dict[str, Any]:
    """The report of one page, as Lighthouse writes it.

    Raises RuntimeError when node or Chromium are missing or Lighthouse fails.
    """
    node, chromium = shutil.which("node"), find()
    if not node or not chromium:
        raise RuntimeError("node and a Chromium are needed")
    cli = package("lighthouse", VERSION) / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        flags = " ".join(["--headless=new", *ARGUMENTS])
        options = ["--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={flags}"]
        skipped = f"--skip-audits={','.join(ELSEWHERE)}"
        done = subprocess.run(
            [node, str(cli), address, *options, skipped],
            env=os.environ | {"CHROME_PATH": chromium},
            capture_output=True,
            text=True,
        )
        if not out.is_file():
            raise RuntimeError(done.stderr.strip()[-400:])
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """From 0 to 100 by category; what could not be measured is 0."""
    found = report["categories"]
    return {name: round(100 * (found[name]["score"] or 0)) for name in BARS}


def below(report: dict[str, Any]) -> Iterator[str]:
    """What took points away in the categories that miss their bar."""
    reached = scores(report)
    for name, bar in BARS.items():
        for part in report["categories"][name]["auditRefs"] if reached[name] < bar else []:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def main(paths: list[str]) -> int:
    """Measure and print; 1 if a page misses a bar, 2 if nothing can be measured."""
    if not (SITE / "index.html").is_file():
        print("Nothing built: run make site first.")
        return 2
    known = kinds(SITE)
    paths = paths or [known[name] for name in KINDS if name in known]
    missed = 0
    print("  ".join(f"{name:>14}" for name in BARS))
    with serve(SITE) as address:
        for path in paths:
            try:
                report = measure(f"{address}/{path.lstrip('/')}")
            except RuntimeError as problem:
                print(f"Not measured: {problem}")
                return 2
            print("  ".join(f"{score:>14}" for score in scores(report).values()), path, flush=True)
            faults = list(below(report))
            missed += bool(faults)
            print("".join(f"    {fault}\n" for fault in faults), end="")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
