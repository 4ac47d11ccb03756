"""What each file of the last site was made from, so that the next build keeps what still holds.

The ledger is only a hint. A file of the last site is taken over when it was made from the very same
text by the very same program and still has the size and the time it was left with; a ledger that
cannot be read is an empty one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

FORMAT = 2
KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the site: what it was made from, how it was left, what is known of it.

    ``key`` is the hash of its source; ``size`` in bytes, ``time`` in nanoseconds; ``facts`` are
    JSON values that belong to whoever builds; ``made_of`` tells whether the source would be made
    the same again (:mod:`catalog.reads`), where that is known.
    """

    key: str
    size: int
    time: int
    facts: tuple[Any, ...] = ()
    made_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows by path in the site, all made by the program with this ``maker`` hash."""

    maker: str
    rows: Mapping[str, Row] = field(default_factory=dict)

    def save(self, file: Path) -> None:
        """Write the ledger. Raises OSError."""
        rows = {name: [r.key, r.size, r.time, r.facts, r.made_of] for name, r in self.rows.items()}
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".tmp")
        text = json.dumps({"format": FORMAT, "maker": self.maker, "rows": rows})
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)


def load(file: Path, maker: str) -> Ledger:
    """The ledger that ``maker`` left in ``file``, or an empty one."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if (data["format"], data["maker"]) == (FORMAT, maker):
            rows = {
                str(name): Row(str(key), int(size), int(time), tuple(facts), tuple(made_of))
                for name, (key, size, time, facts, made_of) in data["rows"].items()
            }
            return Ledger(maker, rows)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return Ledger(maker)


def key_of(content: bytes) -> str:
    """Hash of what a file is made from."""
    return blake2b(content, digest_size=KEY_BYTES).hexdigest()


def take_over(former: Row | None, key: str, old: Path, new: Path) -> bool:
    """Put the file of the last site into the new one, if it still is what would be made.

    Where the new site is made of an older one, the file may already be there.
    """
    if former is None or former.key != key:
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
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
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
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
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
