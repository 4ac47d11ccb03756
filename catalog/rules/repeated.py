"""Family Y on YAML that can be read: a field that is there twice."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.load.nodes import duplicated
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet


@rule("PML-Y02")
def duplicate_key(sheet: Sheet) -> Iterator[Fault]:
    """Un campo se escribe una sola vez en cada grupo.

    Por qué: los programas se quedan con uno de los dos valores y el otro se pierde sin aviso.

    Mal:

        place: Tarija
        place: Sucre

    Dice: El campo «place» ya está en la línea 12.

    Bien:

        place: Tarija
    """
    for group in sheet.groups:
        repeated = len(group.values) < len(group.node.pairs)
        for first, again in duplicated(group.node) if repeated else ():
            yield Fault(
                again.spot,
                f"El campo «{again.text}» ya está en la línea {first.spot.line}.",
                "Deje uno de los dos.",
            )
