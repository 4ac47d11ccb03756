"""Family N: numbers that can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog.load.values import (
    THOUSANDS,
    read_integer,
    read_number,
)
from catalog.model import Edit, ScalarNode
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet, Value
from catalog.schema import Shape

COMMA_THOUSANDS = re.compile(r"-?[1-9]\d{0,2},\d{3}")
GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})+")
SPACED = re.compile(r"-?\d{1,3}(?:[ _'’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?")
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
BOUNDED = re.compile(r"\s*(>=?|<=?|~|≥|≤|≈)\s*(-?\d+(?:\.\d+)?)\s*")
BETWEEN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:-|–|a|/)\s*(\d+(?:\.\d+)?)\s*")
WITH_UNIT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(%|[^\W\d].*)")


def scalars(sheet: Sheet) -> Iterator[tuple[Value, ScalarNode]]:
    """Every scalar that must be a number, those inside quantities included."""
    for shape in (Shape.QUANTITY, Shape.NUMBER, Shape.INTEGER, Shape.YEAR):
        for value in sheet.shapes[shape]:
            if isinstance(value.node, ScalarNode):
                yield value, value.node
            else:
                for _, node in value.node.pairs:
                    if isinstance(node, ScalarNode):
                        yield value, node


def rewritten(node: ScalarNode, number: str) -> Edit | None:
    """The edit that puts a number, which can be only this one, in place of a scalar."""
    spot, quotes = node.spot, 0 if node.plain else 2
    if read_number(number) is None or spot.end_column - spot.column != len(node.text) + quotes:
        return None
    return Edit(spot.line, spot.column, spot.end_column, number)


@lru_cache(maxsize=1)
def unreadable(sheet: Sheet) -> list[tuple[Value, ScalarNode]]:
    """Scalars that are not numbers as they stand, worked out once for the rules that ask."""
    return [(v, node) for v, node in scalars(sheet) if read_number(node.text) is None]


@rule("PML-N01")
def ambiguous_number(sheet: Sheet) -> Iterator[Fault]:
    """Ningún número admite dos lecturas: 1.200 puede ser mil doscientos o uno coma dos.

    Por qué: un error de mil veces en un ahorro se cree, se cita y no se nota.

    Mal:

        economics: {investment: {value: 1.200, currency: USD}}

    Dice: 1.200 se puede leer como 1200 o como 1.2.

    Bien:

        economics: {investment: {value: 1200, currency: USD}}
    """
    for _, node in unreadable(sheet):
        text = node.text
        if THOUSANDS.fullmatch(text) or COMMA_THOUSANDS.fullmatch(text):
            whole = re.sub(r"[.,]", "", text)
            part = text.replace(",", ".") + "0"
            yield Fault(
                node.spot,
                f"{text} se puede leer como {whole} o como {part.rstrip('0')}.",
                f"Si son miles, escriba {whole}; si son decimales, {part}.",
                suggestion=whole,
            )


@rule("PML-N02")
def decimal_comma(sheet: Sheet) -> Iterator[Fault]:
    """Los decimales llevan punto, no coma.

    Por qué: con coma, los programas leen un texto o una lista, y la cifra se pierde.

    Mal:

        economics: {investment: {value: '1,2', currency: USD}}

    Dice: 1,2 lleva coma decimal.

    Bien:

        economics: {investment: {value: 1.2, currency: USD}}
    """
    for _, node in unreadable(sheet):
        if DECIMAL_COMMA.fullmatch(node.text) and not COMMA_THOUSANDS.fullmatch(node.text):
            number = node.text.replace(",", ".")
            yield Fault(
                node.spot,
                f"{node.text} lleva coma decimal.",
                f"Escriba {number}.",
                suggestion=number,
                edit=rewritten(node, number),
            )


@rule("PML-N03")
def separators(sheet: Sheet) -> Iterator[Fault]:
    """Los miles se escriben sin separador.

    Por qué: el punto, la coma, el espacio y el guion bajo se leen distinto en cada programa.

    Mal:

        economics: {investment: {value: 1_740_000, currency: USD}}

    Dice: 1_740_000 separa los miles.

    Bien:

        economics: {investment: {value: 1740000, currency: USD}}
    """
    for _, node in unreadable(sheet):
        if SPACED.fullmatch(node.text) or GROUPED.fullmatch(node.text):
            number = re.sub(r"[ _'’\u00a0\u2009\u202f]", "", node.text).replace(",", ".")
            if GROUPED.fullmatch(node.text):
                number = re.sub(r"[.,]", "", node.text)
            yield Fault(
                node.spot,
                f"{node.text} separa los miles.",
                f"Escriba {number}.",
                suggestion=number,
                edit=rewritten(node, number),
            )


@rule("PML-N04")
def bounds_in_text(sheet: Sheet) -> Iterator[Fault]:
    """«Más de», «hasta», «cerca de» y los intervalos tienen su forma.

    Por qué: así se suman y se comparan sin fingir una exactitud que la fuente no da.

    Mal:

        economics: {investment: {value: '>500', currency: USD}}

    Dice: «>500» no es un número.

    Bien:

        economics: {investment: {value: {min: 500}, currency: USD}}
    """
    for value, node in unreadable(sheet):
        form = ""
        if bound := BOUNDED.fullmatch(node.text):
            key = {">": "min", "≥": "min", "<": "max", "≤": "max"}.get(bound[1][0], "about")
            form = f"{{{key}: {bound[2]}}}"
        elif between := BETWEEN.fullmatch(node.text):
            form = f"{{min: {between[1]}, max: {between[2]}}}"
        if form and value.field.shape is Shape.QUANTITY:
            yield Fault(
                node.spot,
                f"«{node.text}» no es un número.",
                f"Escriba {form}.",
                suggestion=form,
                paste=f"{value.field.name}: {form}",
            )


@rule("PML-N05")
def not_a_number(sheet: Sheet) -> Iterator[Fault]:
    """Donde va un número hay solo un número; la unidad va en su campo.

    Por qué: «14 %» o «3 mil» no se pueden convertir, sumar ni comparar.

    Mal:

        economics: {investment: {value: 200 dólares, currency: USD}}

    Dice: «200 dólares» no es un número.

    Bien:

        economics: {investment: {value: 200, currency: USD}}
    """
    explained = (THOUSANDS, COMMA_THOUSANDS, DECIMAL_COMMA, SPACED, GROUPED)
    for value, node in unreadable(sheet):
        if any(form.fullmatch(node.text) for form in explained):
            continue
        quantity = value.field.shape is Shape.QUANTITY
        if quantity and (BOUNDED.fullmatch(node.text) or BETWEEN.fullmatch(node.text)):
            continue
        unit = WITH_UNIT.fullmatch(node.text)
        number = unit[1] if unit else ""
        yield Fault(
            node.spot,
            f"«{node.text[:60]}» no es un número.",
            f"Escriba {number} y ponga «{unit[2][:30]}» en «unit»."
            if unit
            else number_advice(node.text),
            suggestion=number,
        )


def number_advice(text: str) -> str:
    """What to do about a text that only looks like a number to a person."""
    if "−" in text or "–" in text:
        return "Use el guion del teclado como signo menos: -14."
    if re.fullmatch(r"[-+]?\d+(\.\d+)?[eE][-+]?\d+", text):
        return "Escriba todas las cifras, sin exponente."
    if re.fullmatch(r"-?0\d+(\.\d+)?", text):
        return "Quite los ceros de la izquierda."
    return "Escriba solo cifras, con punto para los decimales. Si no hay dato, borre el campo."


@rule("PML-N06")
def limits(sheet: Sheet) -> Iterator[Fault]:
    """Los números están dentro de lo posible.

    Por qué: una latitud de 400 o un año 20002 es un error de tecleo.

    Mal:

        coordinates: [4.12, -740.5]

    Dice: -740.5 está fuera de los límites de «coordinates».

    Bien:

        coordinates: [4.12, -74.05]
    """
    for value, node in scalars(sheet):
        number = read_number(node.text)
        if number is None:
            continue
        low, high = value.field.low, value.field.high
        if value.field.shape is Shape.YEAR:
            low, high = 1000, 2999
        if (low is not None and number < low) or (high is not None and number > high):
            yield Fault(
                node.spot,
                f"{node.text} está fuera de los límites de «{value.field.name}».",
                f"Debe estar entre {low if low is not None else '-∞'} y {high if high is not None else '∞'}.",  # noqa: E501
            )


@rule("PML-N07")
def whole_number(sheet: Sheet) -> Iterator[Fault]:
    """Los años, los minutos y los recuentos son números enteros.

    Por qué: no hay 2.5 empresas ni un año 2002.5.

    Mal:

        recognition: [{name: Premio nacional, year: 2002.5}]

    Dice: 2002.5 no es un número entero.

    Bien:

        recognition: [{name: Premio nacional, year: 2002}]
    """
    for shape in (Shape.INTEGER, Shape.YEAR):
        for value in sheet.shapes[shape]:
            if read_number(value.text) is not None and read_integer(value.text) is None:
                yield Fault(
                    value.spot, f"{value.text} no es un número entero.", "Quite los decimales."
                )
