"""Figures of a document, read once for the rules on units, results and money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from catalog.load.values import read_quantity
from catalog.model import Quantity, Term
from catalog.rules.sheet import Group, Sheet

QUANTITIES = ("baseline", "after", "change", "percent", "value")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A result with its readable quantities and the terms it names."""

    group: Group
    quantities: dict[str, Quantity]
    indicator: Term | None
    unit: Term | None

    @property
    def signed(self) -> Quantity | None:
        """The change or, without one, the percentage: what has a direction."""
        return self.quantities.get("change") or self.quantities.get("percent")

    @property
    def key(self) -> str:
        """The key under which ``signed`` stands."""
        return "change" if "change" in self.quantities else "percent"


@lru_cache(maxsize=1)
def figures(sheet: Sheet) -> list[Figure]:
    """Every result of a sheet, worked out once for all the rules that ask in turn."""
    return [figure(sheet, group) for group in sheet.of_record("result")]


def figure(sheet: Sheet, group: Group) -> Figure:
    """One result; what cannot be read is left out, other rules say so."""
    return Figure(
        group,
        {key: number for key in QUANTITIES if (number := quantity(group, key)) is not None},
        sheet.lexicon.term("indicators", group.text("indicator")),
        sheet.lexicon.term("units", group.text("unit")),
    )


def quantity(group: Group | None, key: str) -> Quantity | None:
    """The quantity under a key, if it is there and readable."""
    node = group.node.get(key) if group else None
    return read_quantity(node) if node is not None else None


def dimensions(term: Term | None) -> tuple[str, ...]:
    """The dimensions of an indicator or unit; several are possible."""
    value = term.extra.get("dimension", ()) if term else ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def short(number: Decimal) -> str:
    """A computed number with few digits and never an exponent, as a file has it: -20.5."""
    text = f"{number:.4g}" if abs(number) < 10000 else f"{number:.0f}"
    return text.rstrip("0").removesuffix(".") if "." in text else text


def spoken(number: Decimal) -> str:
    """The same with a comma, where it is only read: 24,5."""
    return short(number).replace(".", ",")
