"""Floor 1: what a text was made of, so that it need not be made again while that stays the same.

Every value that is looked up in a watched table while a text is being made is noted by itself, so
that nobody has to say what a page depends on, and nobody can forget it. A text holds while all the
values that it looked up are what they were; only the hashes of values are kept and compared.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, TypeVar, cast

V = TypeVar("V")
BYTES = 16
BASE = ""
"""What everything is made of, as one more value."""
TABLES = {**copyreg.dispatch_table, MappingProxyType: lambda table: (dict, (dict(table),))}
"""How types are pickled that pickle itself refuses."""


class Reads:
    """Watched tables, and what was looked up in them.

    ``base`` tells, when it is first needed, what stands for all that a text is made of besides:
    program, settings, vocabularies.
    """

    def __init__(self, base: Callable[[], str] = str) -> None:
        self._ask_base = base
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self._noted: set[str] | None = None
        self._hashes: dict[str, str] = {}
        self._made: dict[tuple[str, str], tuple[object, frozenset[str]]] = {}

    def table(self, name: str, values: Mapping[str, V], source: str = "") -> Mapping[str, V]:
        """``values``, watched. ``name``, without colon, is that of no other table.

        Each value hangs on that of the same key in the table ``source``, if one is named, and on
        nothing else: then that one is noted, and this one need not be worked out to be compared.
        """
        if not source:
            self._tables[name] = values
        return _Table(self, source or name, values)

    def tables(self, name: str, groups: Mapping[Any, Mapping[str, V]]) -> Mapping[Any, Any]:
        """A table of tables, each of them watched."""
        self._tables[name] = groups
        inner = {key: self.table(f"{name}/{key}", values) for key, values in groups.items()}
        return _Table(self, name, groups, inner)

    def hash_ahead(self, *names: str) -> None:
        """Hash ``base`` and every value of these tables now, before processes share the work.

        Each process would hash most of them, and so make its own copy of memory that they share.
        """
        self.value(BASE)
        for name in names:
            for key in self._tables[name]:
                self.value(f"{name}:{key}")

    def note(self, *reads: str) -> None:
        """Note that values were looked up: «table:key», or «table» for all of it."""
        if self._noted is not None:
            self._noted.update(reads)

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """What is looked up while the block runs; it counts for the block around it too."""
        around, self._noted = self._noted, set()
        noted = self._noted
        try:
            yield noted
        finally:
            self._noted = around
            self.note(*noted)

    def once(self, what: str, key: str, make: Callable[[], V]) -> V:
        """``make()``, run once for ``what`` and ``key``; who asks again has looked up the same."""
        if (what, key) not in self._made:
            with self.noting() as noted:
                value = make()
            self._made[what, key] = value, frozenset(noted)
        found, reads = self._made[what, key]
        self.note(*reads)
        return cast(V, found)

    def value(self, read: str) -> str:
        """Hash (hexadecimal) of the value of today of what was looked up, or of BASE."""
        if read not in self._hashes:
            self._hashes[read] = blake2b(self._today(read), digest_size=BYTES).hexdigest()
        return self._hashes[read]

    def _today(self, read: str) -> bytes:
        if read == BASE:
            return self._ask_base().encode()
        name, one, key = read.partition(":")
        values = self._tables.get(name)
        if values is None:
            return b""
        if not one:
            return as_bytes([(key, self.value(f"{name}:{key}")) for key in values])
        return as_bytes(values[key]) if key in values else b""


class Later:
    """A text that is made when it is asked for, once, and then knows what it was made of."""

    def __init__(self, reads: Reads, make: Callable[[], str]) -> None:
        self._reads = reads
        self._make = make
        self._text: str | None = None
        self._looked_up: tuple[str, ...] | None = None

    def text(self) -> str:
        """The text."""
        if self._text is None:
            with self._reads.noting() as noted:
                self._text = self._make()
            if self._looked_up is None:
                # Thousands of texts look up the same: one string for each name, also in a copy
                self._looked_up = tuple(map(sys.intern, summed(noted)))
        self._reads.note(*self._looked_up or ())
        return self._text

    @property
    def made_of(self) -> tuple[str, ...]:
        """What was looked up for the text, which is made if it was not yet."""
        self.text()
        return self._looked_up or ()

    def found(self, made_of: tuple[str, ...], read: Callable[[], str]) -> None:
        """Take the text from where it is, should somebody ask for it; ``made_of`` holds."""
        self._make, self._looked_up = read, made_of


class Then:
    """What values were like when earlier texts were made of them.

    ``values``: their hashes by what was looked up.
    """

    def __init__(self, reads: Reads, values: Mapping[str, str]) -> None:
        self._reads = reads
        self._values = values
        self._same: dict[str, bool] = {}

    def holds(self, made_of: Iterable[str]) -> bool:
        """True when a text made of this then is the one that would be made today."""
        return self._still(BASE) and all(map(self._still, made_of))

    def _still(self, read: str) -> bool:
        if read not in self._same:
            self._same[read] = self._values.get(read) == self._reads.value(read)
        return self._same[read]


def summed(reads: set[str]) -> list[str]:
    """What was looked up, in order; a table that was looked up whole stands for all in it."""
    return sorted(read for read in reads if ":" not in read or read.partition(":")[0] not in reads)


def made(text: V | Later) -> V | str:
    """What is there already, or a text that is made now."""
    return text.text() if isinstance(text, Later) else text


class _Table(Mapping[str, V]):
    """A mapping that notes what is looked up in it."""

    __slots__ = ("_found", "_name", "_prefix", "_reads", "_values")

    def __init__(
        self,
        reads: Reads,
        name: str,
        values: Mapping[str, V],
        tables: Mapping[str, V] | None = None,
    ) -> None:
        self._reads = reads
        self._name = name
        self._prefix = f"{name}:"
        self._values = values
        self._found = tables or {}

    def __getitem__(self, key: str) -> V:
        if key in self._found:
            return self._found[key]
        self._reads.note(self._prefix + key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note(f"{self._prefix}{key}")
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._reads.note(self._name)
        return iter(self._values)

    def __len__(self) -> int:
        self._reads.note(self._name)
        return len(self._values)


def as_bytes(value: object) -> bytes:
    """The same bytes for equal values in any process, if there are no sets in them."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, protocol=5)
    pickler.dispatch_table = TABLES
    pickler.fast = True  # no shorthand for what occurs twice, which hangs on how it was read
    pickler.dump(value)
    return stream.getvalue()
