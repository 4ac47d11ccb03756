"""Two-sided cards: fronts and backs of one sheet of paper, backs swapped for the long edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.render.pages.training.steps import Step

COLUMNS = 2
SIZES = {4: "tarjetas/", 8: "tarjetas/ocho/"}
"""Cards to a sheet, and the folder of the page that prints them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Both sides of a sheet; ``None`` is an empty place that keeps the backs aligned."""

    fronts: tuple[Step | None, ...]
    backs: tuple[Step | None, ...]


def deck(steps: Sequence[Step], size: int) -> dict[str, object]:
    """View of the cards of a route, ``size`` of them to a sheet. Activities have no card."""
    found = [step for step in steps if step.sheet]
    sheets = [paper(found[start : start + size]) for start in range(0, len(found), size)]
    return {"papers": sheets, "size": size, "count": len(found), "sizes": SIZES}


def paper(steps: Sequence[Step]) -> Paper:
    """The two sides of one sheet: turning it over its long edge swaps left and right."""
    fronts: list[Step | None] = [*steps]
    fronts += [None] * (-len(fronts) % COLUMNS)
    rows = (fronts[start : start + COLUMNS] for start in range(0, len(fronts), COLUMNS))
    return Paper(tuple(fronts), tuple(card for row in rows for card in reversed(row)))
