"""Entries as JSON text and back: data only, so that reading it can run nothing.

A record is an object of its fields without those that hold their default, a decimal number is its
digits as text. The types come from the dataclasses, so nothing is named here a second time.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from catalog.check.entries import KINDS
from catalog.model import Entry, Kind
from catalog.plain import compact

Reader = Callable[[Any], Any]
"""Makes a value of what JSON holds; ``None`` stands for «as it is»."""


def encode(entry: Entry) -> str:
    """An entry as one line of JSON."""
    return compact(pack(entry))


def decode(kind: Kind, text: str) -> Entry:
    """The entry that :func:`encode` made into text. Raises ValueError, TypeError or KeyError."""
    entry: Entry = record_reader(KINDS[kind])(json.loads(text))
    return entry


def pack(value: Any) -> Any:  # noqa: ANN401 - any value of the model
    """A value of the model as JSON types."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [pack(part) for part in value]
    cls: Any = type(value)
    said = ((name, default, getattr(value, name)) for name, default in defaults(cls))
    return {name: pack(part) for name, default, part in said if part != default}


@cache
def defaults(cls: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401 - a dataclass
    """Names and defaults of the fields of a dataclass, in order."""
    return tuple(
        (f.name, f.default if f.default_factory is dataclasses.MISSING else f.default_factory())
        for f in dataclasses.fields(cls)
    )


@cache
def record_reader(cls: Any) -> Reader:  # noqa: ANN401 - a dataclass of the model
    """What makes a dataclass of an object."""
    hints = get_type_hints(cls)
    readers = {name: reader for name in hints if (reader := reader_of(hints[name])) is not None}

    def read(said: dict[str, Any]) -> object:
        for name in said.keys() & readers.keys():
            value = said[name]
            if value is not None:
                said[name] = readers[name](value)
        return cls(**said)

    return read


def reader_of(hint: Any) -> Reader | None:  # noqa: ANN401 - a type as annotated
    """What makes a value of this type; ``None`` where JSON already holds it."""
    parts = [part for part in get_args(hint) if part is not NoneType and part is not Ellipsis]
    if get_origin(hint) is tuple:
        inner = {reader_of(part) for part in parts}
        assert len(inner) == 1, hint
        return sequence_reader(inner.pop())
    if parts:
        assert len(parts) == 1, hint
        return reader_of(parts[0])
    if hint is Decimal:
        return Decimal
    made: Any = hint
    reader: Reader | None = record_reader(made) if dataclasses.is_dataclass(hint) else None
    return reader


def sequence_reader(inner: Reader | None) -> Reader:
    """What makes a tuple of an array."""
    if inner is None:
        return tuple
    return lambda items: tuple([inner(item) for item in items])
