"""The quantities of a result that the source leaves out, worked out from those it prints."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from catalog.arithmetic import HUNDRED, disagreements, round_to, significant_digits
from catalog.measure.units import Units
from catalog.model import Contradiction, Derived, Quantity, Result, Term, Vocabularies

Known = dict[str, Quantity]
Step = tuple[str, tuple[str, str], Callable[[Decimal, Decimal], Decimal], str]

STEPS: tuple[Step, ...] = (
    (
        # Straight from both ends: by way of the change, two ranges would be counted twice.
        "percent",
        ("after", "baseline"),
        lambda a, b: (a - b) / b * HUNDRED,
        "% = (después − antes) ÷ antes × 100",
    ),
    ("change", ("after", "baseline"), lambda a, b: a - b, "cambio = después − antes"),
    ("baseline", ("after", "change"), lambda a, c: a - c, "antes = después − cambio"),
    ("baseline", ("change", "percent"), lambda c, p: c / p * HUNDRED, "antes = cambio ÷ % × 100"),
    (
        "baseline",
        ("after", "percent"),
        lambda a, p: a / (1 + p / HUNDRED),
        "antes = después ÷ (1 + % ÷ 100)",
    ),
    ("change", ("baseline", "percent"), lambda b, p: b * p / HUNDRED, "cambio = antes × % ÷ 100"),
    ("after", ("baseline", "change"), lambda b, c: b + c, "después = antes + cambio"),
    ("change", ("after", "baseline"), lambda a, b: a - b, "cambio = después − antes"),
    ("percent", ("change", "baseline"), lambda c, b: c / b * HUNDRED, "% = cambio ÷ antes × 100"),
)
"""(what, from which two, how, formula for readers), in an order in which one pass completes all."""

SUMS = {"cambio = después − antes", "después = antes + cambio", "antes = después − cambio"}
LEAST_DIGITS = 2


def derive(result: Result, vocabularies: Vocabularies, units: Units) -> Derived:
    """Complete one result. Nothing is worked out from a one-sided bound («más de»)."""
    known = _printed(result)
    computed, formulas = _complete(known)
    indicator = vocabularies["indicators"].get(result.indicator)
    percent = known.get("percent")
    moved = known.get("change") or percent
    improves = None if result.context else _improves(indicator, moved)
    canonical, factor = _canonical(result, indicator, units)
    return Derived(
        result=result,
        baseline=known.get("baseline"),
        after=known.get("after"),
        change=known.get("change"),
        percent=percent,
        computed=frozenset(computed),
        formula="; ".join(formulas),
        canonical_unit=canonical if factor is not None else "",
        canonical_change=_times(known.get("change"), factor),
        canonical_value=_times(result.value, factor),
        improves=improves,
        saving_percent=_saving(percent, improves),
        contradiction=_contradiction(result),
    )


def _printed(result: Result) -> Known:
    fields = {name: getattr(result, name) for name in ("baseline", "after", "change", "percent")}
    return {name: quantity for name, quantity in fields.items() if quantity is not None}


def _complete(known: Known) -> tuple[list[str], list[str]]:
    """Fill ``known`` in place; the names filled and the formulas used.

    Numbers are carried unrounded and rounded once at the end, to the digits of the poorest input
    (two at least). Sums of printed numbers are exact and stay as they are.
    """
    digits = {name: _digits(quantity) for name, quantity in known.items()}
    exact = set(known)
    computed: list[str] = []
    formulas: list[str] = []
    for target, (left, right), operation, formula in STEPS:
        if target in known or left not in known or right not in known:
            continue
        found = _apply(operation, known[left], known[right])
        if found is None:
            continue
        known[target] = found
        digits[target] = max(LEAST_DIGITS, min(digits[left], digits[right]))
        if formula in SUMS and {left, right} <= exact:
            exact.add(target)
        computed.append(target)
        formulas.append(formula)
    for name in computed:
        if name not in exact:
            known[name] = _rounded(known[name], digits[name])
    return computed, formulas


def _apply(
    operation: Callable[[Decimal, Decimal], Decimal], left: Quantity, right: Quantity
) -> Quantity | None:
    """``operation`` over two quantities, over both ends where one is a range."""
    if left.is_bound or right.is_bound:
        return None
    try:
        numbers = [operation(a, b) for a in _ends(left) for b in _ends(right)]
    except ArithmeticError:
        return None
    if len(set(numbers)) == 1:
        return Quantity(value=numbers[0], about=left.about or right.about)
    return Quantity(low=min(numbers, key=abs), high=max(numbers, key=abs))


def _rounded(quantity: Quantity, digits: int) -> Quantity:
    value, low, high = (
        round_to(number, digits) if number is not None else None
        for number in (quantity.value, quantity.low, quantity.high)
    )
    return Quantity(value=value, low=low, high=high, about=quantity.about)


def _ends(quantity: Quantity) -> list[Decimal]:
    if quantity.value is not None:
        return [quantity.value]
    return [bound for bound in (quantity.low, quantity.high) if bound is not None]


def _digits(quantity: Quantity) -> int:
    return min(significant_digits(number) for number in _ends(quantity))


def _improves(indicator: Term | None, moved: Quantity | None) -> bool | None:
    direction = str(indicator.extra.get("direction", "")) if indicator else ""
    if moved is None or direction not in ("lower", "higher") or not moved.central:
        return None
    return (moved.central < 0) == (direction == "lower")


def _saving(percent: Quantity | None, improves: bool | None) -> Decimal | None:
    if percent is None or improves is None:
        return None
    return abs(percent.central) if improves else -abs(percent.central)


def _canonical(result: Result, indicator: Term | None, units: Units) -> tuple[str, Decimal | None]:
    unit = str(indicator.extra.get("unit") or "") if indicator else ""
    if not unit or not result.unit:
        return "", None
    return unit, units.factor(result.unit, unit)


def _times(quantity: Quantity | None, factor: Decimal | None) -> Decimal | None:
    return quantity.central * factor if quantity is not None and factor is not None else None


NAMES = {"change": "el cambio", "percent": "el porcentaje"}


def _contradiction(result: Result) -> Contradiction | None:
    found = disagreements(result.baseline, result.after, result.change, result.percent)
    if not found:
        return None
    first = found[0]
    said, expected = (_spanish(n) for n in (first.said.central, round_to(first.expected, 3)))
    name = NAMES[first.printed]
    text = f"La fuente imprime {said} para {name}; con sus otras cifras da {expected}."
    return Contradiction(text, result.line, result.source)


def _spanish(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",").replace("-", "−")
