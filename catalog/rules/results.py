"""Families R and E: whether the figures of a document agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from catalog.arithmetic import HUNDRED, MONTHS_A_YEAR, corners, disagreements, interval, per_year
from catalog.model import MappingNode, Quantity, Severity
from catalog.report import Fault, rule
from catalog.rules.figures import QUANTITIES, Figure, dimensions, figures, quantity
from catalog.rules.sheet import Group, Sheet

MAY_BE_NEGATIVE = frozenset(("money", "temperature", "dimensionless"))
CLOSE = Decimal("0.05")
"""Printed and computed figures this near are taken for rounding of the source, as on the page."""
NOT_DONE = frozenset(("planned", "not_implemented"))


@rule("PML-R01")
def has_quantity(sheet: Sheet) -> Iterator[Fault]:
    """Un resultado tiene al menos una cifra.

    Por qué: lo que la fuente cuenta sin cifras va en el texto, donde se puede explicar.

    Mal:

        results:
          - indicator: water_use
            basis: reported
            source: fuente-uno

    Bien:

        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno
    """
    for group in sheet.of_record("result"):
        if not any(group.has(key) for key in QUANTITIES):
            yield Fault(
                group.spot,
                "Este resultado no tiene ninguna cifra.",
                "Escriba baseline, after, change, percent o value; sin cifra, llévelo al texto.",
                allowed=QUANTITIES,
            )


@rule("PML-R02", Severity.WARNING)
def direction(sheet: Sheet) -> Iterator[Fault]:
    """El signo dice hacia dónde cambió: menos consumo lleva signo menos.

    Por qué: un ahorro escrito en positivo se mostraría como un aumento.

    Mal:

        results:
          - indicator: water_use
            change: 555
            unit: m3
            basis: reported
            source: fuente-uno

    Bien:

        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        signed = figure.signed
        if signed is None or figure.indicator is None or explained(figure):
            continue
        better = figure.indicator.extra.get("direction")
        worse = {"lower": signed.central > 0, "higher": signed.central < 0}.get(str(better), False)
        if worse:
            key = figure.key
            yield Fault(
                figure.group.at(key),
                f"Con este signo, «{figure.indicator.name}» empeora.",
                "Si es un ahorro o una mejora, cambie el signo; si empeoró, dígalo en «note».",
                suggestion=f"{key}: {-signed.central}",
            )


def explained(figure: Figure) -> bool:
    """True when the source gives both ends, or the author explains the figure."""
    return {"baseline", "after"} <= set(figure.quantities) or figure.group.has("note")


@rule("PML-R03", Severity.NOTICE)
def contradiction(sheet: Sheet) -> Iterator[Fault]:
    """Las cifras de un resultado concuerdan dentro de su redondeo.

    Por qué: si la fuente se contradice, quien lee debe verlo; la página lo muestra con la cifra.

    Mal:

        results:
          - indicator: water_use
            baseline: 100
            after: 80
            percent: -50
            unit: m3
            basis: reported
            source: fuente-uno

    Bien:

        results:
          - indicator: water_use
            baseline: 100
            after: 80
            percent: -20
            unit: m3
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        q = figure.quantities
        four = (q.get("baseline"), q.get("after"), q.get("change"), q.get("percent"))
        for wrong in disagreements(*four):
            yield Fault(
                figure.group.at(wrong.printed),
                f"«{wrong.printed}» no sale de las otras cifras: daría {follow(q, wrong.printed)}.",
                "Revise la copia. Si la fuente se contradice, déjelo: la página lo dirá.",
            )


def follow(quantities: dict[str, Quantity], printed: str) -> str:
    """The change or percentage that follows from the middle of the other quantities."""
    number = {key: quantity.central for key, quantity in quantities.items()}
    both = "baseline" in number and "after" in number
    moved = number["after"] - number["baseline"] if both else number["change"]
    return short(moved if printed == "change" else moved / number["baseline"] * HUNDRED)


def short(number: Decimal) -> str:
    """A computed number with few digits and never an exponent."""
    return f"{number:.4g}" if abs(number) < 10000 else f"{number:.0f}"


@rule("PML-R04")
def impossible(sheet: Sheet) -> Iterator[Fault]:
    """Nada físico baja más de un 100 % ni queda por debajo de cero.

    Por qué: no se puede ahorrar más agua de la que se usaba; la cifra está mal copiada.

    Mal:

        results:
          - indicator: water_use
            percent: -140
            percent_of: consumo total
            basis: reported
            source: fuente-uno

    Bien:

        results:
          - indicator: water_use
            percent: -14
            percent_of: consumo total
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        given = set(dimensions(figure.unit) or dimensions(figure.indicator))
        if not given or given & MAY_BE_NEGATIVE:
            continue
        percent = figure.quantities.get("percent")
        if percent and percent.central < -HUNDRED:
            yield Fault(
                figure.group.at("percent"),
                f"Una reducción de {short(-percent.central)} % no es posible.",
                "Revise la cifra en la fuente.",
            )
        for key in ("baseline", "after", "value"):
            level = figure.quantities.get(key)
            if level and level.central < 0:
                yield Fault(
                    figure.group.at(key),
                    f"«{key}» no puede ser negativo.",
                    "Si es un cambio, escríbalo en «change».",
                )


@rule("PML-R05", Severity.WARNING)
def measured_before_done(sheet: Sheet) -> Iterator[Fault]:
    """Lo que no se hizo no tiene resultados medidos.

    Por qué: una promesa mostrada como resultado engaña a quien decide con ella.

    Mal:

        outcome: planned
        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: measured
            source: fuente-uno

    Bien:

        outcome: planned
        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: projected
            source: fuente-uno
    """
    if sheet.document.fields is None or sheet.root.text("outcome").lower() not in NOT_DONE:
        return
    for group in sheet.of_record("result"):
        moves = group.has("change") or group.has("percent") or group.has("after")
        if moves and group.text("basis").lower() in ("measured", "calculated"):
            yield Fault(
                group.at("basis"),
                "El caso no se llevó a cabo, y esta cifra figura como medida.",
                "Use «projected» o «estimated», o corrija «outcome».",
                suggestion="projected",
            )


@rule("PML-E01", Severity.NOTICE)
def payback(sheet: Sheet) -> Iterator[Fault]:
    """El plazo de recuperación publicado sale de la inversión y del ahorro anual.

    Por qué: es la cifra con que se decide; si no cuadra, la página lo dice.

    Mal:

        economics:
          investment: {value: 2400, currency: USD}
          annual_saving: {value: 1200, currency: USD}
          reported_payback_months: {value: 6}

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
        pair = comparable(economics)
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
            yield Fault(
                economics.at(key),
                f"Con estas cifras saldrían {short(above.central / below.central * times)} {unit}.",
                "Revise la copia. Si la fuente no cuadra, déjelo: la página mostrará ambas.",
            )


def comparable(economics: Group) -> tuple[Quantity, Quantity] | None:
    """Investment and saving a year in one currency, or ``None``."""
    investment, saving = child(economics, "investment"), child(economics, "annual_saving")
    if not investment or not saving or investment.text("currency") != saving.text("currency"):
        return None
    spent, saved = quantity(investment, "value"), quantity(saving, "value")
    factor = per_year(Decimal(1), saving.text("per"))
    same_thing = investment.text("per_of") == saving.text("per_of")
    if not spent or not saved or saved.central <= 0 or factor is None or not same_thing:
        return None
    return spent, scaled(saved, factor)


def scaled(number: Quantity, factor: Decimal) -> Quantity:
    """A quantity times a factor."""
    value, low, high = (
        part * factor if part is not None else None
        for part in (number.value, number.low, number.high)
    )
    return Quantity(value=value, low=low, high=high, about=number.about)


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

    Bien:

        economics: {annual_saving: {value: 1200, currency: USD}}
    """
    for group in sheet.of_record("money"):
        amount = quantity(group, "value")
        if amount is not None and amount.central < 0:
            yield Fault(
                group.at("value"),
                "Un monto no lleva signo menos.",
                "Si el «ahorro» es en realidad un gasto, use operating_cost.",
                suggestion=str(abs(amount.central)),
            )
