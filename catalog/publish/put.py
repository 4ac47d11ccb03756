"""Files put into a site that is being built aside, which may hold an older one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from catalog.publish.ledger import Row

NO_ROOM = (FileNotFoundError, FileExistsError, NotADirectoryError)
"""The folder is missing, or something stands in the way."""


def take_over(former: Row, key: str, old: Path, new: Path) -> bool:
    """Put the file of the last site into the new one, if it still is what would be made.

    Where the new site is made of an older one, the file may already be there.
    """
    if former.key != key:
        return False
    try:
        found = old.stat()
        if (found.st_size, found.st_mtime_ns) != (former.size, former.time):
            return False
        if not _same(found, new):
            _anew(new, lambda: _link(old, new))
    except OSError:
        return False
    return True


def _same(found: os.stat_result, new: Path) -> bool:
    """True when ``new`` is another name of the file that was ``found``."""
    try:
        return os.path.samestat(found, new.lstat())
    except OSError:
        return False


def _link(old: Path, new: Path) -> None:
    """The same file under a second name where the disk can; it is never written in place."""
    try:
        os.link(old, new)
    except NO_ROOM:
        raise
    except OSError:
        shutil.copy2(old, new)


def write(target: Path, content: bytes, key: str, facts: Iterable[object] = ()) -> Row:
    """Write a file of a site that is being built aside, and say how it was left.

    What an older site has at its place is replaced: the file may be one of the last site too.
    """

    def put() -> None:
        with target.open("xb") as file:
            file.write(content)

    _anew(target, put)
    left = target.stat()
    return Row(key, left.st_size, left.st_mtime_ns, tuple(facts))


def _anew(target: Path, put: Callable[[], None]) -> None:
    """Make a file where none may be yet; room is made only where it turns out to be wanting."""
    try:
        put()
    except NO_ROOM:
        _make_room(target)
        put()


def _make_room(target: Path) -> None:
    """The folder of ``target``, with nothing at its place: what stands there is an older site's."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        next(parent for parent in target.parents if parent.is_file()).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    target.unlink(missing_ok=True)
