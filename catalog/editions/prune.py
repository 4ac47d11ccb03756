"""Take out what no page needs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path

ENGINES_OWN = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""Where Material and Zensical leave the files of a theme whose pages we do not use."""
OF_THE_ENGINE = re.compile(r"assets/(?:javascripts|stylesheets|images)/[\w./-]+")
LEFTOVERS = ("search.json", ".cache", "sitemap.xml.gz")
"""Zensical's index for its own search; MkDocs' packed copy of a file that servers pack anyway."""
ONLINE_ONLY = (
    "404.html",
    "sitemap.xml",
    "robots.txt",
    "sw.js",
    "assets/app",
    "assets/og.png",
    "incrustar",
    "datos/v1",
)
"""What only a web server, a search engine, a service worker or another site asks for, and single
entries as data, which ``datos/v1/catalog.json`` holds together."""
ONLINE_KINDS = frozenset({".sqlite", ".db", ".xml", ".atom", ".zip"})
"""Feeds, and the database that says again what the tables say."""


def drop_unused(site: Path) -> None:
    """Remove files of the engine's theme that no page loads. Raises OSError from the disk."""
    folders = [site / name for name in ENGINES_OWN if (site / name).is_dir()]
    used = _named(site, OF_THE_ENGINE) if folders else set()
    for folder in folders:
        _drop_others(folder, site, used)
    for name in LEFTOVERS:
        _remove(site / name)


def unused(path: str, loads: Collection[str]) -> bool:
    """True for a file of the engine's theme that is not among the addresses that pages load."""
    own = OF_THE_ENGINE.fullmatch(path)
    return bool(own) and not any(address.endswith(path) for address in loads)


def drop_online_only(site: Path) -> None:
    """Remove what a copy read from a folder cannot use, and data that only repeats other data."""
    for name in ONLINE_ONLY:
        _remove(site / name)
    for file in [path for path in site.rglob("*") if path.suffix in ONLINE_KINDS]:
        _remove(file)


def _named(site: Path, pattern: re.Pattern[str]) -> set[str]:
    """Every path that some page mentions."""
    found: set[str] = set()
    for page in site.rglob("*.html"):
        found.update(pattern.findall(page.read_text(encoding="utf-8")))
    return found


def _drop_others(folder: Path, site: Path, used: set[str]) -> None:
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file.relative_to(site).as_posix() not in used:
            file.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
