"""Family E: whether the money of a document adds up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from catalog.arithmetic import (
    CLOSE,
    HUNDRED,
    MONTHS_A_YEAR,
    comparable,
    corners,
    interval,
)
from catalog.model import MappingNode, Money, Severity
from catalog.report import Fault, rule
from catalog.rules.figures import quantity, spoken
from catalog.rules.sheet import Group, Sheet


@rule("PML-E01", Severity.NOTICE)
def payback(sheet: Sheet) -> Iterator[Fault]:
    """El plazo de recuperación publicado sale de la inversión y del ahorro anual.

    Por qué: es la cifra con que se decide; si no cuadra, la página lo dice.

    Mal:

        economics:
          investment: {value: 2400, currency: USD}
          annual_saving: {value: 1200, currency: USD}
          reported_payback_months: {value: 6}

    Dice: Con estas cifras saldrían 24 meses.

    Bien:

        economics:
          investment: {value: 2400, currency: USD}
          annual_saving: {value: 1200, currency: USD}
          reported_payback_months: {value: 24}
    """
    yield from follows(sheet, "reported_payback_months", False, MONTHS_A_YEAR, "meses")


@rule("PML-E02", Severity.NOTICE)
def roi(sheet: Sheet) -> Iterator[Fault]:
    """El retorno publicado sale del ahorro anual y de la inversión.

    Por qué: un retorno que no cuadra suele ser de otro plazo; quien lee debe verlo.

    Mal:

        economics:
          investment: {value: 2400, currency: USD}
          annual_saving: {value: 1200, currency: USD}
          reported_roi_percent: {value: 200}

    Dice: Con estas cifras saldrían 50 % al año.

    Bien:

        economics:
          investment: {value: 2400, currency: USD}
          annual_saving: {value: 1200, currency: USD}
          reported_roi_percent: {value: 50}
    """
    yield from follows(sheet, "reported_roi_percent", True, HUNDRED, "% al año")


def follows(
    sheet: Sheet, key: str, saving_first: bool, times: Decimal, unit: str
) -> Iterator[Fault]:
    """Compare a printed figure with saving / investment (or its inverse) within their rounding."""
    for economics in sheet.of_record("economics"):
        spent = amount(child(economics, "investment"))
        saved = amount(child(economics, "annual_saving"))
        pair = comparable(spent, saved) if spent and saved else None
        said = quantity(child(economics, key), "value")
        printed = interval(said) if said else None
        if pair is None or printed is None:
            continue
        above, below = pair[::-1] if saving_first else pair
        one, other = interval(above), interval(below)
        share = corners(one, other, "/") if one and other else None
        if share is None:
            continue
        low, high = share.low * times * (1 - CLOSE), share.high * times * (1 + CLOSE)
        if printed.high < low or high < printed.low:
            expected = spoken(above.central / below.central * times)
            yield Fault(
                economics.at(key),
                f"Con estas cifras saldrían {expected} {unit}.",
                "Revise la copia. Si la fuente no cuadra, déjelo: la página mostrará ambas.",
            )


def amount(group: Group | None) -> Money | None:
    """The sum of money in a group, if it can be read."""
    value = quantity(group, "value") if group else None
    if group is None or value is None:
        return None
    return Money(
        value=value,
        currency=group.text("currency"),
        per=group.text("per"),
        per_of=group.text("per_of"),
    )


def child(group: Group, key: str) -> Group | None:
    """The nested group under a key."""
    node = group.node.get(key)
    known = {field.name: field.record for field in group.record.fields}.get(key)
    return Group(known, node, node.spot) if isinstance(node, MappingNode) and known else None


@rule("PML-E03")
def positive_money(sheet: Sheet) -> Iterator[Fault]:
    """Inversión, ahorro y costo se escriben en positivo.

    Por qué: el nombre del campo ya dice si es un gasto o un ahorro; un signo lo invertiría.

    Mal:

        economics: {annual_saving: {value: -1200, currency: USD}}

    Dice: Un monto no lleva signo menos.

    Bien:

        economics: {annual_saving: {value: 1200, currency: USD}}
    """
    for group in sheet.of_record("money"):
        value = quantity(group, "value")
        if value is not None and value.central < 0:
            yield Fault(
                group.at("value"),
                "Un monto no lleva signo menos.",
                "Si el «ahorro» es en realidad un gasto, use operating_cost.",
                suggestion=str(abs(value.central)),
            )
