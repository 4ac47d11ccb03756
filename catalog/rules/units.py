"""Family U: units, and what a percentage is of."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Severity
from catalog.report import Fault, rule
from catalog.rules.figures import dimensions, figures
from catalog.rules.sheet import Sheet

SPANISH = {
    "volume": "volumen", "flow": "caudal", "mass": "masa", "energy": "energía", "power": "potencia",
    "length": "longitud", "area": "superficie", "time": "tiempo", "concentration": "concentración",
    "ratio": "proporción", "count": "recuento", "dimensionless": "número sin unidad",
    "temperature": "temperatura", "money": "dinero",
}  # fmt: skip
PRODUCT = frozenset(("mass", "volume", "count"))
PER = frozenset(("time", "mass", "volume", "area", "length", "count", "energy"))


@rule("PML-U01")
def unit_of_indicator(sheet: Sheet) -> Iterator[Fault]:
    """La unidad mide lo mismo que el indicador.

    Por qué: un consumo de agua en kilos o en dólares no se puede sumar ni comparar con otros.

    Mal:

        results:
          - indicator: water_use
            change: -555
            unit: kg
            basis: reported
            source: fuente-uno

    Dice: «water_use» mide volumen o caudal; «kg» es una unidad de masa.

    Bien:

        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        wanted, given = dimensions(figure.indicator), dimensions(figure.unit)
        if not wanted or not given or set(wanted) & set(given):
            continue
        assert figure.indicator is not None
        assert figure.unit is not None
        units = sheet.lexicon.vocabulary("units") or ()
        names = " o ".join(SPANISH.get(name, name) for name in wanted)
        share = figure.unit.id == "%"
        yield Fault(
            figure.group.at("unit"),
            f"«{figure.indicator.id}» mide {names}; «{figure.unit.id}» es una unidad de "
            f"{SPANISH.get(given[0], given[0])}.",
            "Un cambio en por ciento va en «percent», sin «unit»; lo demás, en otro indicador."
            if share
            else "Corrija la unidad o elija otro indicador.",
            allowed=tuple(term.id for term in units if set(dimensions(term)) & set(wanted)),
            suggestion=str(figure.indicator.extra.get("unit", "")),
        )


@rule("PML-U02")
def unit_needed(sheet: Sheet) -> Iterator[Fault]:
    """Una cifra lleva su unidad, salvo que sea solo un cambio en por ciento.

    Por qué: «555 menos» no dice si son litros o metros cúbicos.

    Mal:

        results:
          - indicator: water_use
            change: -555
            basis: reported
            source: fuente-uno

    Dice: A esta cifra le falta la unidad.

    Bien:

        results:
          - indicator: water_use
            change: -555
            unit: m3
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        absolute = [key for key in figure.quantities if key != "percent"]
        if absolute and not figure.group.has("unit"):
            unit = str(figure.indicator.extra.get("unit", "")) if figure.indicator else ""
            yield Fault(
                figure.group.at(absolute[0]),
                "A esta cifra le falta la unidad.",
                "Escriba «unit» con la unidad que imprime la fuente.",
                suggestion=unit,
                paste=f"unit: {unit}" if unit else "",
            )


@rule("PML-U03")
def percent_of_what(sheet: Sheet) -> Iterator[Fault]:
    """Un porcentaje dice de qué es.

    Por qué: «80 % menos» del agua de un tanque no es el 80 % del agua de la planta.

    Mal:

        results:
          - indicator: water_use
            percent: -80
            basis: reported
            source: fuente-uno

    Dice: Falta decir de qué es este porcentaje.

    Bien:

        results:
          - indicator: water_use
            percent: -80
            percent_of: consumo de agua de la línea de lavado
            basis: reported
            source: fuente-uno
    """
    for figure in figures(sheet):
        group = figure.group
        alone = "percent" in figure.quantities and not {"baseline", "after", "change"} & set(
            figure.quantities
        )
        share = figure.unit is not None and figure.unit.id == "%"
        if (alone or share) and not group.has("percent_of"):
            yield Fault(
                group.at("percent" if alone else "unit"),
                "Falta decir de qué es este porcentaje.",
                "Escriba «percent_of»; si la fuente no lo dice, «unknown».",
                paste="percent_of: unknown",
            )


@rule("PML-U04", Severity.WARNING)
def per_what(sheet: Sheet) -> Iterator[Fault]:
    """Una cifra «por kilo» o «por unidad» dice de qué.

    Por qué: litros por kilo de cuero crudo y por kilo de cuero terminado son cifras distintas.

    Mal:

        results:
          - indicator: water_use
            value: 30
            unit: L
            per: kg
            basis: reported
            source: fuente-uno

    Dice: «por kg»: falta decir de qué.

    Bien:

        results:
          - indicator: water_use
            value: 30
            unit: L
            per: kg
            per_of: cuero crudo
            basis: reported
            source: fuente-uno
    """
    for group in [*sheet.of_record("result"), *sheet.of_record("money")]:
        per = sheet.lexicon.term("units", group.text("per"))
        if per and PRODUCT & set(dimensions(per)) and not group.has("per_of"):
            yield Fault(
                group.at("per"), f"«por {per.id}»: falta decir de qué.", "Escriba «per_of».",
                paste="per_of: ",
            )  # fmt: skip


@rule("PML-U05")
def per_unit(sheet: Sheet) -> Iterator[Fault]:
    """«per» es un tiempo o una cantidad de producto.

    Por qué: «por dólar» o «por ciento» no dicen cada cuánto ni por cuánto producto.

    Mal:

        results:
          - indicator: water_use
            value: 30
            unit: L
            per: '%'
            basis: reported
            source: fuente-uno

    Dice: «%» no sirve en «per».

    Bien:

        results:
          - indicator: water_use
            value: 30
            unit: L
            per: day
            basis: reported
            source: fuente-uno
    """
    for group in [*sheet.of_record("result"), *sheet.of_record("money")]:
        per = sheet.lexicon.term("units", group.text("per"))
        if per and not PER & set(dimensions(per)):
            yield Fault(
                group.at("per"),
                f"«{per.id}» no sirve en «per».",
                "Use h, day, week, month, year, o una unidad de producto: kg, t, L, m3, ha, count.",
            )


@rule("PML-U06")
def currency(sheet: Sheet) -> Iterator[Fault]:
    """La moneda es un código ISO 4217 del vocabulario.

    Por qué: «$» es peso, dólar o sol según el país; el código no deja duda.

    Mal:

        economics: {investment: {value: 500, currency: ZZZ}}

    Dice: «ZZZ» no es una moneda conocida.

    Bien:

        economics: {investment: {value: 500, currency: USD}}
    """
    units = sheet.lexicon.vocabulary("units")
    if units is None:
        return
    for group in sheet.of_record("money"):
        code = group.text("currency")
        term = sheet.lexicon.term("units", code)
        if code and (term is None or "money" not in dimensions(term)):
            known = tuple(term.id for term in units if "money" in dimensions(term))
            yield Fault(
                group.at("currency"),
                f"«{code[:20]}» no es una moneda conocida.",
                "Use el código de tres letras; si falta en vocab/units.yml, añádalo allí.",
                allowed=known,
            )
