"""What each file of the last site was made from, so that the next build keeps what still holds.

The ledger is only a hint. A file of the last site is taken over when it was made from the very same
text by the very same program and still has the size and the time it was left with; a ledger that
cannot be read is an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from catalog.plain import compact

FORMAT = 4
KEY_BYTES = 16
LINE, MARK = b"\n", b"\t"
"""After the line on the whole, each has a path, this mark and the row as JSON. The last, without
path, has the values that texts were made of; rows name them by their place in it."""
VALUES = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the site: what it was made from, how it was left, what is known of it.

    ``key`` is the hash of its source; ``size`` in bytes, ``time`` in nanoseconds; ``facts`` are
    JSON values that belong to whoever builds; ``made_of`` names the values that the source was made
    of (:mod:`catalog.reads`), where that is known.
    """

    key: str
    size: int
    time: int
    facts: tuple[Any, ...] = ()
    made_of: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows by path in the site, all made by the program with this ``maker`` hash.

    ``values``: the hash of each value that some row was made of, and others.
    """

    maker: str
    rows: Mapping[str, Row] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)

    def save(self, file: Path) -> None:
        """Write the ledger. Raises OSError."""
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".tmp")
        with temporary.open("wb") as target:
            target.writelines(self._lines())
        temporary.replace(file)

    def _lines(self) -> Iterator[bytes]:
        yield json.dumps({"format": FORMAT, "maker": self.maker}).encode() + LINE
        places = {name: place for place, name in enumerate(self.values)}
        for name, row in self.rows.items():
            if name != VALUES and "\n" not in name and "\t" not in name:
                of = None if row.made_of is None else [places[value] for value in row.made_of]
                yield _line(name, [row.key, row.size, row.time, row.facts, of])
        yield _line(VALUES, dict(self.values))


def _line(name: str, said: object) -> bytes:
    text = compact(said).encode("utf-8", "surrogateescape")
    return name.encode("utf-8", "surrogateescape") + MARK + text + LINE


def load(file: Path, maker: str) -> Ledger:
    """The ledger that ``maker`` left in ``file``, or an empty one."""
    try:
        rows = _Rows(file.read_bytes())
        if (rows.head["format"], rows.head["maker"]) == (FORMAT, maker):
            return Ledger(maker, rows, rows.hashes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return Ledger(maker)


class _Rows(Mapping[str, Row]):
    """Rows that stay text until they are asked for.

    As objects they take three times the memory, and every process that shares the work would end
    with its own copy.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._places: dict[str, int] = {}
        end = text.index(LINE)
        self.head = json.loads(text[:end])
        while (start := end + 1) < len(text):
            mark, end = text.index(MARK, start), text.index(LINE, start)
            self._places[text[start:mark].decode("utf-8", "surrogateescape")] = mark + 1
        said = json.loads(self._line(self._places.pop(VALUES)))
        self.hashes = {str(name): str(value) for name, value in said.items()}
        self._names = list(self.hashes)

    def __getitem__(self, name: str) -> Row:
        try:
            key, size, time, facts, of = json.loads(self._line(self._places[name]))
            made_of = None if of is None else tuple(self._names[place] for place in of)
            return Row(str(key), int(size), int(time), tuple(facts), made_of)
        except (ValueError, TypeError, IndexError) as problem:
            raise KeyError(name) from problem

    def _line(self, start: int) -> bytes:
        return self._text[start : self._text.index(LINE, start)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def key_of(content: bytes) -> str:
    """Hash of what a file is made from."""
    return blake2b(content, digest_size=KEY_BYTES).hexdigest()
