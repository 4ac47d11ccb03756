"""Conversion between the units of vocab/units.yml, by pint."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

import pint

from catalog.model import Vocabulary

SIGNIFICANT = 12
"""Digits kept of a conversion factor: more than any printed figure has, fewer than float noise."""


class Units:
    """Factors between units, worked out once each.

    A unit without a ``pint`` expression (currencies, points) converts only to itself.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._factors: dict[tuple[str, str], Decimal | None] = {}

    @cached_property
    def _registry(self) -> pint.UnitRegistry[float]:
        return pint.UnitRegistry(cache_folder=None)

    def factor(self, unit: str, to: str) -> Decimal | None:
        """What one ``unit`` is in ``to``, or ``None`` when they do not convert."""
        if unit == to:
            return Decimal(1)
        if (unit, to) not in self._factors:
            self._factors[unit, to] = self._work_out(unit, to)
        return self._factors[unit, to]

    def _work_out(self, unit: str, to: str) -> Decimal | None:
        expressions = [self._expression(id) for id in (unit, to)]
        if not all(expressions):
            return None
        left, right = (self._registry(expression) for expression in expressions)
        try:
            ratio = left.to(right.units).magnitude / right.magnitude
        except (pint.DimensionalityError, pint.OffsetUnitCalculusError, AttributeError):
            return None
        return Decimal(f"{ratio:.{SIGNIFICANT}g}")

    def _expression(self, id: str) -> str:
        term = self._vocabulary.get(id)
        return str(term.extra.get("pint") or "") if term else ""
