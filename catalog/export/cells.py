"""Values of the model as cells of tables: numbers stay as printed."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.csvtext import Cell
from catalog.model import Money, Quantity


def join(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(value for value in values if value)


def number(quantity: Quantity | None) -> Cell:
    """The number, or bounds as text: ``10..15``, ``>=50``, ``<=40``, ``~30``."""
    if quantity is None:
        return None
    if quantity.value is not None:
        return f"~{quantity.value:f}" if quantity.about else quantity.value
    if quantity.is_range:
        return f"{quantity.low:f}..{quantity.high:f}"
    return f">={quantity.low:f}" if quantity.low is not None else f"<={quantity.high:f}"


def money(amount: Money | None) -> tuple[Cell, Cell]:
    """Amount and currency."""
    return (number(amount.value), amount.currency) if amount else (None, None)
