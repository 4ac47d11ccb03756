"""What visitors fetch, by kind of page, beside its budget: ``python -m tools.sizes [SITE]``.

Sizes are bytes after gzip -6, which is about what web servers send. The budgets stand in
``budgets.yml``; exit code 1 when something outgrew its own.
"""

from __future__ import annotations

import gzip
import posixpath
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import unquote

import yaml

PROJECT = Path(__file__).resolve().parents[1]
BUDGETS = PROJECT / "tools" / "budgets.yml"
KILOBYTE = 1024
LEVEL = 6
ELEMENT = re.compile(r"<(?:script|link|img)\b[^>]*>")
ADDRESS = re.compile(r'\s(?:src|href)="([^"#?]+)')
RELATION = re.compile(r'\srel="([^"]*)"')
FETCHED = {"stylesheet", "icon", "manifest"}
"""Links that a browser follows by itself on every visit."""
ELSEWHERE = re.compile(r"[a-z]+:|//")
PARTS = ("*.css", "*.js", "*.svg")


@dataclass(frozen=True, slots=True)
class Budget:
    """Most bytes for the pages of a kind: the page alone, and a first visit with all it names."""

    kind: str
    match: str
    html: int
    visit: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One page of a site: its path, its bytes, and those of a first visit."""

    path: str
    html: int
    visit: int


@dataclass(frozen=True, slots=True)
class Sum:
    """Files that are fetched together, once: their bytes and the most that they may have."""

    name: str
    files: int
    size: int
    limit: int


def budgets(file: Path = BUDGETS) -> tuple[tuple[Budget, ...], Mapping[str, Mapping[str, object]]]:
    """Budgets of pages, in order, and of files that are fetched together."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    pages = tuple(
        Budget(row["kind"], row["match"], row["html"] * KILOBYTE, row["visit"] * KILOBYTE)
        for row in data["pages"]
    )
    return pages, data["together"]


def kind_of(path: str, known: Iterable[Budget]) -> Budget | None:
    """The first budget whose pattern fits a path. ``*`` stays within a folder, ``**`` does not."""
    parts = path.split("/")
    for budget in known:
        pattern = budget.match.split("/")
        deep = pattern[-1] == "**" and len(parts) >= len(pattern)
        pairs = list(zip(parts, pattern[:-1] if deep else pattern, strict=False))
        if (deep or len(parts) == len(pattern)) and all(fnmatchcase(*pair) for pair in pairs):
            return budget
    return None


class Weights:
    """Bytes of the files of a site, each compressed once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.size = cache(self._size)

    def _size(self, path: str) -> int:
        file = self.site / path
        return len(gzip.compress(file.read_bytes(), LEVEL)) if file.is_file() else 0

    def page(self, path: str) -> Measured:
        """A page alone and with what it names."""
        text = (self.site / path).read_text(encoding="utf-8")
        html = self.size(path)
        return Measured(path, html, html + sum(map(self.size, loads(path, text))))


def loads(path: str, text: str) -> set[str]:
    """Files of the site that a browser fetches for a page, without being asked."""
    found = set()
    for element in ELEMENT.findall(text):
        address, relation = ADDRESS.search(element), RELATION.search(element)
        if element.startswith("<link") and not (relation and relation[1] in FETCHED):
            continue
        if address and not ELSEWHERE.match(address[1]):
            joined = posixpath.join(posixpath.dirname(path), address[1])
            found.add(posixpath.normpath(joined).lstrip("/"))
    return {unquote(name) for name in found}


def measure(site: Path, known: Iterable[Budget]) -> dict[str, list[Measured]]:
    """Pages by kind, largest first; those that fit no budget are below an empty name."""
    weights, known = Weights(site), list(known)
    found: dict[str, list[Measured]] = {budget.kind: [] for budget in known}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        budget = kind_of(path, known)
        found.setdefault(budget.kind if budget else "", []).append(weights.page(path))
    return {kind: sorted(pages, key=lambda p: -p.html) for kind, pages in found.items()}


def sums(site: Path, together: Mapping[str, Mapping[str, object]]) -> list[Sum]:
    """Files that are fetched together."""
    weights, found = Weights(site), []
    for name, row in together.items():
        patterns = row["files"]
        assert isinstance(patterns, list)
        paths = {p.relative_to(site).as_posix() for each in patterns for p in site.glob(each)}
        size = sum(map(weights.size, paths))
        found.append(Sum(name, len(paths), size, int(str(row["limit"])) * KILOBYTE))
    return found


def outgrown(
    found: Mapping[str, list[Measured]], known: Iterable[Budget], together: Iterable[Sum]
) -> list[str]:
    """What is larger than it may be, in words."""
    by_kind = {budget.kind: budget for budget in known}
    wrong = [f"{page.path}: no budget for pages like this" for page in found.get("", ())]
    for kind, budget in by_kind.items():
        for page in found[kind]:
            for name, size, limit in (
                ("alone", page.html, budget.html),
                ("with its parts", page.visit, budget.visit),
            ):
                if size > limit:
                    wrong.append(f"{page.path} {name}: {shown(size)} of {shown(limit)}")
    wrong += [
        f"{s.name}: {shown(s.size)} of {shown(s.limit)}" for s in together if s.size > s.limit
    ]
    return wrong


def shown(size: float) -> str:
    """Bytes as kilobytes with one decimal."""
    return f"{size / KILOBYTE:.1f} KB"


def report(found: Mapping[str, list[Measured]], known: Iterable[Budget]) -> list[str]:
    """One line for each kind of page that there is."""
    lines = [
        f"{'kind of page':<22}{'pages':>6}{'median':>10}{'p95':>10}{'largest':>10}{'budget':>10}"
        f"{'first visit':>13}{'budget':>10}"
    ]
    for budget in known:
        pages = found[budget.kind]
        if not pages:
            continue
        sizes = [page.html for page in pages]
        high = quantiles(sizes, n=20)[-1] if len(sizes) > 1 else sizes[0]
        columns = (median(sizes), min(high, max(sizes)), max(sizes), budget.html)
        visit = max(page.visit for page in pages)
        lines.append(
            f"{budget.kind:<22}{len(pages):>6}"
            + "".join(f"{shown(size):>10}" for size in columns)
            + f"{shown(visit):>13}{shown(budget.visit):>10}"
        )
    return lines


def main() -> int:
    """Print the report of a built site; exit code 1 when something is too large."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "build" / "site"
    known, together = budgets()
    found, fetched = measure(site, known), sums(site, together)
    print("\n".join(report(found, known)))
    for each in fetched:
        print(f"{each.name}: {each.files} files, {shown(each.size)} of {shown(each.limit)}")
    wrong = outgrown(found, known, fetched)
    print("\n".join(["", *(f"too large: {line}" for line in wrong)]) if wrong else "all within")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
