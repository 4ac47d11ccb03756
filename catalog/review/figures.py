"""The figures of a case as one line each, and which of them a branch adds, changes or drops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Case, Money, ReportedFigure, Result
from catalog.render import format
from catalog.render.figures import Figures
from catalog.render.site import Site
from catalog.rules.lexicon import fold

QUANTITIES = {
    "baseline": "antes",
    "after": "después",
    "change": "cambio",
    "percent": "cambio",
    "value": "",
}
MONEY = {
    "investment": "Inversión",
    "annual_saving": "Ahorro al año",
    "operating_cost": "Costo de operación",
}
REPORTED = {
    "reported_payback_months": ("Retorno según la fuente", "meses"),
    "reported_roi_percent": ("Rentabilidad según la fuente", "%"),
}

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in words: what, how much, on what basis, from which source."""

    name: str
    amount: str
    source: str


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after; ``None`` where it was not, or is no longer."""

    case: str
    before: Line | None
    after: Line | None


def changes(before: tuple[Site, Case] | None, after: tuple[Site, Case]) -> list[Change]:
    """Figures that differ between two states of a case."""
    old = lines(*before) if before else {}
    new = lines(*after)
    id = after[1].id
    keys = [*new, *(key for key in old if key not in new)]
    return [Change(id, old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k)]


def lines(site: Site, case: Case) -> dict[Key, Line]:
    """Every figure that a case prints, found again by indicator, object and turn."""
    found: dict[Key, Line] = {}
    turns: Counter[tuple[str, str]] = Counter()
    figures = Figures(site, case)
    for result in case.results:
        key = (result.indicator, fold(result.of))
        turns[key] += 1
        found[*key, turns[key]] = _result(figures, result)
    for name, line in _economics(figures, case):
        found[name, "", 1] = line
    return found


def _result(figures: Figures, result: Result) -> Line:
    parts = []
    for field, word in QUANTITIES.items():
        quantity = getattr(result, field)
        if quantity is not None:
            plain = field == "percent"
            figure = format.quantity(quantity, "%") if plain else figures.measured(result, quantity)
            parts.append(f"{word} {figure.text}".strip())
    when = f"en {result.period}" if result.period else ""
    extras = [when, f"n = {result.n}" if result.n else "", result.scope]
    tail = ", ".join(part for part in (*extras, figures.basis(result.basis)) if part)
    return Line(figures.name(result), f"{'; '.join(parts)} ({tail})", result.source)


def _economics(figures: Figures, case: Case) -> Iterator[tuple[str, Line]]:
    for name, label in MONEY.items():
        amount: Money | None = getattr(case.economics, name)
        if amount is not None:
            tail = [f"de {amount.year}" if amount.year else "", figures.basis(amount.basis)]
            words = ", ".join(part for part in tail if part)
            text = format.money(figures.units, amount).text
            yield name, Line(label, f"{text} ({words})" if words else text, amount.source)
    for name, (label, unit) in REPORTED.items():
        told: ReportedFigure | None = getattr(case.economics, name)
        if told is not None:
            yield name, Line(label, format.quantity(told.value, unit).text, told.source)
