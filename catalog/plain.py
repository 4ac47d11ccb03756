"""Values of the model as JSON types. The one form in which an entry leaves the program."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from catalog.model import PartialDate, Period, Quantity

INTERNAL = frozenset({"file", "line", "updated"})
"""Where an entry stands and when its file changed: not part of what it says."""


def plain(value: object) -> object:
    """A value as JSON types: numbers for ``Decimal``, text for dates, nothing that is empty."""
    cls: type = type(value)
    return _way(cls)(value)


def fields(value: object, without: str = "") -> dict[str, object]:
    """The fields of a dataclass as JSON types; what is empty and the one ``without`` left out."""
    cls: type = type(value)
    found = {}
    for name in _names(cls):
        part = plain(getattr(value, name)) if name != without else None
        if part or isinstance(part, int | float):  # zero and false say something; "" does not
            found[name] = part
    return found


@cache
def _way(cls: type) -> Callable[[Any], object]:
    """How values of a class become JSON types, found out once: a catalog has millions of them."""
    for bases, way in WAYS.items():
        if issubclass(cls, bases):
            return way
    return fields if dataclasses.is_dataclass(cls) else _same


def _same(value: object) -> object:
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral() else float(value)


def _parts(value: Iterable[object]) -> list[object]:
    return [plain(part) for part in value]


def _sorted(value: Iterable[Any]) -> list[object]:
    return _parts(sorted(value))


def _mapping(value: Mapping[object, object]) -> dict[str, object]:
    return {str(key): plain(part) for key, part in value.items()}


@cache
def _names(cls: type) -> tuple[str, ...]:
    assert dataclasses.is_dataclass(cls)
    return tuple(f.name for f in dataclasses.fields(cls) if f.name not in INTERNAL)


def _quantity(quantity: Quantity) -> object:
    if quantity.value is not None and not quantity.about:
        return plain(quantity.value)
    if quantity.value is not None:
        return {"about": plain(quantity.value)}
    bounds = {"min": quantity.low, "max": quantity.high}
    return {name: plain(bound) for name, bound in bounds.items() if bound is not None}


WAYS: Mapping[type | tuple[type, ...], Callable[[Any], object]] = {
    Decimal: _number,
    (Period, PartialDate): str,
    Quantity: _quantity,
    (frozenset, set): _sorted,
    (tuple, list): _parts,
    Mapping: _mapping,
}
"""How values become JSON types by their class, the first that fits. JSON has all others itself."""


def canonical(value: object) -> str:
    """One text for one content: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def compact(data: object) -> str:
    """JSON on one line: indented, the same data is a third larger."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
