"""Family R: whether the figures of a document agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.arithmetic import HUNDRED, disagreements
from catalog.model import Quantity, Severity
from catalog.report import Fault, rule
from catalog.rules.figures import QUANTITIES, Figure, dimensions, figures, short, spoken
from catalog.rules.sheet import Sheet

MAY_BE_NEGATIVE = frozenset(("money", "temperature", "dimensionless"))
NOT_DONE = frozenset(("planned", "not_implemented"))
FORESEEN = re.compile(
    r"\b(?:potencial(?:es)?|posibles?|(?:previst|esperad|propuest)[oa]s?|se (?:prevé|espera)"
    r"|podrían?|(?:ahorra|baja|reduci|evita|da|gana)rían?)\b",
    re.IGNORECASE,
)
"""Words with which an author tells what could happen."""
TOLD = ("of", "label", "note", "scope")
"""Fields in which a result says what it is of."""


@rule("PML-R01")
def has_quantity(sheet: Sheet) -> Iterator[Fault]:
    """Un resultado tiene al menos una cifra.

    Por qué: lo que la fuente cuenta sin cifras va en el texto, donde se puede explicar.

    Mal:

        results:
          - indicator: water_use
            basis: reported
            source: fuente-uno

    Dice: Este resultado no tiene ninguna cifra.

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

    Dice: Con este signo, «Consumo de agua» empeora.

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
                suggestion=f"{-signed.central}",
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

    Dice: «percent» no sale de las otras cifras: daría -20.

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

    Dice: Una reducción de 140 % no es posible.

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
                f"Una reducción de {spoken(-percent.central)} % no es posible.",
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

    Dice: El caso no se llevó a cabo, y esta cifra figura como medida.

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


@rule("PML-R06", Severity.WARNING)
def foreseen_as_reached(sheet: Sheet) -> Iterator[Fault]:
    """Un ahorro posible o previsto lleva «projected».

    Por qué: «estimated» es de lo que ya pasó. Con esa base, un potencial se cuenta como logrado.

    Mal:

        results:
          - indicator: water_use
            of: ahorro posible según la auditoría
            percent: -40
            percent_of: consumo total
            basis: estimated
            source: fuente-uno

    Dice: Esto se cuenta como logrado, y el texto dice «posible».

    Bien:

        results:
          - indicator: water_use
            of: ahorro posible según la auditoría
            percent: -40
            percent_of: consumo total
            basis: projected
            source: fuente-uno
    """
    for figure in figures(sheet):
        basis = figure.group.text("basis").lower()
        if not saves(figure) or basis in ("", "projected"):
            continue
        told = " · ".join(figure.group.text(key) for key in TOLD)
        if found := FORESEEN.search(told):
            yield Fault(
                figure.group.at("basis"),
                f"Esto se cuenta como logrado, y el texto dice «{found.group().lower()}».",
                "Si todavía no pasó, use «projected»; si pasó, dígalo con otras palabras.",
                suggestion="projected",
            )


def saves(figure: Figure) -> bool:
    """True for a change, and for money that is saved or earned."""
    better = figure.indicator.extra.get("direction") if figure.indicator else None
    return figure.signed is not None or (
        better == "higher" and "money" in dimensions(figure.indicator)
    )
