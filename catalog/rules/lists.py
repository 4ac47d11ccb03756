"""Family K on lists: how many items, which ones, and why there are none."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import ScalarNode, Severity
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet
from catalog.schema import Field, Shape

LONGEST_LIST = 200


@rule("PML-K04")
def list_length(sheet: Sheet) -> Iterator[Fault]:
    """Las listas tienen los elementos que hacen falta, y no cientos.

    Por qué: una ficha sin fuentes o sin país no se puede usar; una lista enorme no se puede leer.

    Mal:

        sources: []

    Dice: «sources» necesita al menos 1 elemento.

    Bien:

        sources: [{id: fuente-uno}]
    """
    for listing in sheet.listings:
        field, count = listing.field, len(listing.node.items)
        least = item_minimum(field)
        if count < least:
            yield Fault(
                listing.key.spot,
                f"«{field.name}» necesita al menos {least} {'elemento' if least == 1 else 'elementos'}.",  # noqa: E501
                field.help,
            )
        elif count > LONGEST_LIST:
            yield Fault(
                listing.key.spot,
                f"«{field.name}» tiene {count} elementos; el máximo es {LONGEST_LIST}.",
                "Reparta el contenido en varias fichas.",
            )


def item_minimum(field: Field) -> int:
    """How many items a list needs; ``low`` of text lists limits their characters instead."""
    if field.empty_needs:
        return 0
    if field.shape is Shape.TEXT:
        return int(field.required)
    return field.low if field.low and field.low < 10 else int(field.required)


@rule("PML-K05")
def empty_list_reason(sheet: Sheet) -> Iterator[Fault]:
    """Una lista vacía de recursos o de prácticas dice por qué lo está.

    Por qué: así se distingue lo que la fuente no dice de lo que alguien olvidó anotar.

    Mal:

        practices: []

    Dice: «practices» está vacía y falta el motivo en «practices_note».

    Bien:

        practices: []
        practices_note: La fuente solo nombra a la empresa; no dice qué hizo.
    """
    for listing in sheet.listings:
        reason = listing.field.empty_needs
        if reason and not listing.node.items and not listing.group.has(reason):
            yield Fault(
                listing.key.spot,
                f"«{listing.field.name}» está vacía y falta el motivo en «{reason}».",
                "Diga en una frase qué es lo que la fuente no permite saber.",
                paste=f"{reason}: La fuente no lo dice.",
            )


@rule("PML-K08", Severity.WARNING)
def repeated_item(sheet: Sheet) -> Iterator[Fault]:
    """Una lista no repite elementos.

    Por qué: la repetición suele ser un olvido: falta el otro elemento que se quería escribir.

    Mal:

        resource: [water, water]

    Dice: «water» está repetido.

    Bien:

        resource: [water, energy]
    """
    for listing in sheet.listings:
        seen: set[str] = set()
        for item in listing.node.items:
            if isinstance(item, ScalarNode):
                if item.text.casefold() in seen:
                    yield Fault(item.spot, f"«{item.text[:60]}» está repetido.", "Deje uno.")
                seen.add(item.text.casefold())


@rule("PML-K09")
def one_of(sheet: Sheet) -> Iterator[Fault]:
    """Cada paso de una ruta es una práctica, un caso o una actividad: uno solo de los tres.

    Por qué: de ello depende qué enlace y qué hoja se imprimen.

    Mal:

        # en collections/ruta-del-agua.md
        items:
          - minutes: 20
            note: Conversar en parejas.

    Dice: Este paso debe tener «practice», «case» o «activity», y solo uno.

    Bien:

        # en collections/ruta-del-agua.md
        items:
          - activity: Conversar en parejas sobre el recibo del agua.
            minutes: 20
    """
    for group in sheet.of_record("item"):
        given = [key for key in ("practice", "case", "activity") if group.has(key)]
        if len(given) != 1:
            yield Fault(
                group.spot,
                "Este paso debe tener «practice», «case» o «activity», y solo uno.",
                f"Tiene {' y '.join(given)}." if given else "No tiene ninguno.",
            )
