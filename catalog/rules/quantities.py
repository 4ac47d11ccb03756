"""Family N on quantities: ranges, bounds and approximations."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.load.values import QUANTITY_KEYS, read_number, read_quantity
from catalog.model import MappingNode, ScalarNode
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet
from catalog.schema import Shape


@rule("PML-N08")
def quantity_form(sheet: Sheet) -> Iterator[Fault]:
    """Una cantidad es un número, o lleva «min» y «max», o «about».

    Por qué: una sola forma de escribir intervalos y aproximaciones evita adivinar.

    Mal:

        economics: {investment: {value: {desde: 5, max: 8}, currency: USD}}

    Dice: La cantidad no tiene una forma conocida: sobra «desde».

    Bien:

        economics: {investment: {value: {min: 5, max: 8}, currency: USD}}
    """
    for value in sheet.shapes[Shape.QUANTITY]:
        node = value.node
        if not isinstance(node, MappingNode) or read_quantity(node) is not None:
            continue
        strange = [key.text for key, _ in node.pairs if key.text not in QUANTITY_KEYS]
        numbers = [v for _, v in node.pairs if isinstance(v, ScalarNode)]
        if not strange and any(read_number(number.text) is None for number in numbers):
            continue  # another rule names the number
        yield Fault(
            node.spot,
            "La cantidad no tiene una forma conocida"
            + (f": sobra «{strange[0][:40]}»." if strange else "."),
            "Escriba un número, {min: 5, max: 8}, {min: 5}, {max: 8} o {about: 50}.",
            allowed=QUANTITY_KEYS,
        )


@rule("PML-N09")
def bounds_order(sheet: Sheet) -> Iterator[Fault]:
    """El mínimo de un intervalo es menor que el máximo, comparados sin signo.

    Por qué: «de 15 a 10» es un cambio de lugar, o una de las dos cifras está mal copiada.

    Mal:

        economics: {investment: {value: {min: 8, max: 5}, currency: USD}}

    Dice: El mínimo (8) supera al máximo (5).

    Bien:

        economics: {investment: {value: {min: 5, max: 8}, currency: USD}}
    """
    for value in sheet.shapes[Shape.QUANTITY]:
        quantity = read_quantity(value.node)
        if quantity is None or quantity.low is None or quantity.high is None:
            continue
        same_sign = (quantity.low < 0) == (quantity.high < 0)
        if (abs(quantity.low) > abs(quantity.high)) if same_sign else quantity.low > quantity.high:
            yield Fault(
                value.spot,
                f"El mínimo ({quantity.low}) supera al máximo ({quantity.high}).",
                "Cámbielos de lugar; en los negativos cuenta el tamaño: {min: -10, max: -15}.",
            )
