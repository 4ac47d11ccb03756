"""Values of the model as JSON types. The one form in which an entry leaves the program."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from catalog.model import PartialDate, Period, Quantity

INTERNAL = frozenset({"file", "line", "updated"})
"""Where an entry stands and when its file changed: not part of what it says."""


def plain(value: object) -> object:
    """A value as JSON types: numbers for ``Decimal``, text for dates, nothing that is empty."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, Period | PartialDate):
        return str(value)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(part) for part in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    return value


def _fields(value: object) -> dict[str, object]:
    cls: type = type(value)
    pairs = ((name, plain(getattr(value, name))) for name in _names(cls))
    return {name: part for name, part in pairs if not _empty(part)}


@cache
def _names(cls: type) -> tuple[str, ...]:
    assert dataclasses.is_dataclass(cls)
    return tuple(f.name for f in dataclasses.fields(cls) if f.name not in INTERNAL)


def _empty(value: object) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _quantity(quantity: Quantity) -> object:
    if quantity.value is not None and not quantity.about:
        return plain(quantity.value)
    if quantity.value is not None:
        return {"about": plain(quantity.value)}
    bounds = {"min": quantity.low, "max": quantity.high}
    return {name: plain(bound) for name, bound in bounds.items() if bound is not None}


def canonical(value: object) -> str:
    """One text for one content: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def compact(data: object) -> str:
    """JSON on one line: indented, the same data is a third larger."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
