"""Build aside, then change places: a site that failed half way never replaces a good one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""
EXCHANGE = 2
"""RENAME_EXCHANGE: both names stay, each with the other's content."""


def aside(site: Path) -> Path:
    """An empty folder beside ``site`` to build in, with a name that no other build uses.

    What killed builds left there is removed. An engine whose build was killed may go on writing for
    a while, but not into this one. Whoever calls holds the lock of the folder.
    """
    recover(site)
    for old in site.parent.glob(f".{site.name}-nuevo*"):
        shutil.rmtree(old, ignore_errors=True)
    fresh = site.with_name(f".{site.name}-nuevo-{token_hex(4)}")
    fresh.mkdir(parents=True)
    return fresh


def discard(fresh: Path) -> None:
    """Throw away a site that is not to be kept."""
    shutil.rmtree(fresh, ignore_errors=True)


def keep(fresh: Path, site: Path, leave: Callable[[Path], None] = discard) -> None:
    """Put ``fresh`` in the place of ``site``, in one step where the system can.

    Elsewhere it takes two renames, and ``recover`` mends what was stopped between them. ``leave``
    gets the former site.
    """
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists() and exchange(fresh, site):
        leave(fresh)
        return
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    if old.exists():
        leave(old)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; false, with nothing done, where there is no way to do so.

    Linux has ``renameat2`` since glibc 2.28; Python does not offer it.
    """
    if sys.platform != "linux":
        return False
    swap = getattr(ctypes.CDLL(None), "renameat2", None)
    if swap is None:
        return False
    done: int = swap(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE)
    return done == 0


def recover(site: Path) -> None:
    """Bring back the previous site if a build was killed between the two renames of ``keep``."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-anterior")
