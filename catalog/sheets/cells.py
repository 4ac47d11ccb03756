"""Typed values as the text of a cell. What is written here is read back by the importer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from catalog.model import Quantity
from catalog.schema import Field, Many, Record, Shape

ITEM_SEPARATOR = " | "
"""Between the parts of one item: ``informe-x | pages: 3-4 | note: …``."""
SAFE_START = re.compile(r"-?\d+(?:\.\d+)?|[^=+\-@＝＋－＠\t\r|'].*", re.DOTALL)
"""What a spreadsheet takes for text or a number; anything else gets an apostrophe before it."""


def written(field: Field, value: Any) -> str:  # noqa: ANN401 - whatever the typed entry holds
    """The text of a cell; empty for what is not there."""
    if value is None:
        return ""
    if field.record is not None:
        return "\n".join(item_text(field.record, item) for item in value)
    if field.many is not Many.ONE:
        between = "\n" if field.shape is Shape.TEXT else "; "
        return between.join(listed(field, item) for item in value)
    return scalar(value)


def listed(field: Field, value: object) -> str:
    """One item of a list, with line ends made visible where items stand on lines."""
    return escaped(scalar(value)) if field.shape is Shape.TEXT else scalar(value)


def item_text(record: Record, item: object) -> str:
    """A group of fields on one line: the first field alone, the others with their names."""
    first, *others = record.fields
    parts = [escaped(scalar(getattr(item, first.attribute or first.name)))]
    for field in others:
        value = getattr(item, field.attribute or field.name)
        if value not in (None, ""):
            parts.append(f"{field.name}: {escaped(scalar(value))}")
    return ITEM_SEPARATOR.join(parts)


def scalar(value: object) -> str:
    """A single value as authors write it."""
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return quantity(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def quantity(value: Quantity) -> str:
    """A number, or its bounds: ``10..15``, ``>=50``, ``<=40``, ``~30``."""
    if value.value is not None:
        return f"~{value.value:f}" if value.about else f"{value.value:f}"
    if value.is_range:
        return f"{value.low:f}..{value.high:f}"
    return f">={value.low:f}" if value.low is not None else f"<={value.high:f}"


def escaped(text: str) -> str:
    r"""Text on one line, with the separator told apart: ``\n``, ``\|``, ``\\``."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


ESCAPE = re.compile(r"\\([\\|n])")


def unescaped(text: str) -> str:
    """The text before :func:`escaped`."""
    return ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text)


def split_escaped(text: str) -> list[str]:
    """The parts of one item, each as it was before it was escaped."""
    parts = re.split(r"(?<!\\)((?:\\\\)*)\|", text)
    joined: Iterable[str] = (
        parts[i] + (parts[i + 1] if i + 1 < len(parts) else "") for i in range(0, len(parts), 2)
    )
    return [unescaped(part.strip()) for part in joined]
