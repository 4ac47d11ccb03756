"""Which state of an entry was read: the date of its last change and a short hash of its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from catalog.model import Entry, PartialDate
from catalog.plain import canonical, plain

DIGITS = 8


@dataclass(frozen=True, slots=True)
class Version:
    """``hash`` is the start of the SHA-256 of what authors wrote; ``date`` is None without Git."""

    hash: str
    date: PartialDate | None = None

    def __str__(self) -> str:
        return f"{self.date}.{self.hash}" if self.date else self.hash


_known: dict[str, tuple[Entry, Version]] = {}
"""The last version worked out for each file: pages and data ask for it half a dozen times."""


def version(entry: Entry) -> Version:
    """The version of an entry. Equal content has an equal hash, wherever and whenever it is built.

    Field order, comments and line wrapping of the file do not count; every value does.
    """
    known = _known.get(entry.file)
    if known and known[0] is entry:
        return known[1]
    content = canonical(plain(entry)).encode()
    found = Version(hashlib.sha256(content).hexdigest()[:DIGITS], entry.updated)
    _known[entry.file] = (entry, found)
    return found
