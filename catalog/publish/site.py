"""Build aside, then change places: a site that failed half way never replaces a good one."""

from __future__ import annotations

import shutil
from pathlib import Path


def aside(site: Path) -> Path:
    """An empty folder beside ``site`` to build in. What a killed build left there is removed."""
    recover(site)
    fresh = site.with_name(f".{site.name}-nuevo")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    return fresh


def keep(fresh: Path, site: Path) -> None:
    """Put ``fresh`` in the place of ``site``. Between the two renames ``recover`` can mend it."""
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back the previous site if a build was killed between the two renames of ``keep``."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-anterior")
