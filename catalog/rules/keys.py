"""Family K: which fields there are, which must be there, and what shape they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from catalog.model import Edit, Kind, Node, ScalarNode, SequenceNode, Severity, Spot
from catalog.report import Fault, rule
from catalog.rules.lexicon import nearest
from catalog.rules.sheet import Group, Sheet, is_empty, table
from catalog.schema import Field, Many, Record, Shape

COMPANIONS = {
    # key: the other key that must then be there, and why
    "size": ("size_basis", "diga si el tamaño lo da la fuente (source) o lo juzga usted (editor)"),
    "steps": ("steps_basis", "diga de dónde salen los pasos: source, mixed o editor"),
}


@rule("PML-K01")
def unknown_key(sheet: Sheet) -> Iterator[Fault]:
    """Solo se usan los campos que el catálogo conoce.

    Por qué: un campo mal escrito no llega a la página, y nadie se entera.

    Mal:

        lugar: Tarija

    Dice: El campo «lugar» no existe.

    Bien:

        place: Tarija
    """
    for key, group in sheet.unknown:
        names = table(group.record)
        labels = {field.label: name for name, field in names.items()}
        close = nearest(key.text, [*names, *labels])
        suggestion = labels.get(close, close)
        yield Fault(
            key.spot,
            f"El campo «{key.text[:60]}» no existe.",
            f"¿Quiso decir «{suggestion}»?"
            if suggestion
            else "Bórrelo o use uno de los admitidos.",
            allowed=tuple(names),
            suggestion=suggestion,
            paste=f"{suggestion}: {scalar_text(group, key)}".rstrip() if suggestion else "",
        )


def scalar_text(group: Group, key: ScalarNode) -> str:
    """What is written under a key, if it is a short text."""
    node = next(node for name, node in group.node.pairs if name is key)
    return node.text[:60] if isinstance(node, ScalarNode) else ""


@rule("PML-K02")
def required(sheet: Sheet) -> Iterator[Fault]:
    """Los campos obligatorios están y dicen algo.

    Por qué: sin ellos no hay tarjeta, ni búsqueda por país o sector, ni forma de citar la fuente.

    Mal:

        title: ''

    Dice: Falta el campo obligatorio «title» (título).

    Bien:

        title: Curtiembre que reutiliza el agua de pelambre
    """
    for group in sheet.groups:
        for field in required_of(group.record):
            if lacks(group, field):
                key = group.node.key(field.name)
                yield Fault(
                    key.spot if key else group.spot,
                    f"Falta el campo obligatorio «{field.name}» ({field.label.lower()}).",
                    field.help or "Escríbalo.",
                    paste=f"{field.name}: {sample(field, sheet)}",
                )


@cache
def required_of(record: Record) -> tuple[Field, ...]:
    """The fields that a record must have."""
    return tuple(field for field in record.fields if field.required)


def lacks(group: Group, field: Field) -> bool:
    """True when a field is missing or empty; an empty list is judged by another rule."""
    node = group.values.get(field.name)
    return node is None or (isinstance(node, ScalarNode) and is_empty(node))


def sample(field: Field, sheet: Sheet) -> str:
    """Something that may stand under the field, to be replaced."""
    if field.example:
        return field.example
    if field.record is not None and field.many is Many.LIST:
        return "[{" + ", ".join(f"{f.name}: " for f in field.record.fields if f.required) + "}]"
    terms = sheet.lexicon.vocabulary(field.vocabulary)
    first = next(iter(terms)).id if terms else ""
    return f"[{first}]" if field.many is Many.LIST else first


@rule("PML-K03")
def misshapen(sheet: Sheet) -> Iterator[Fault]:
    """Cada campo tiene su forma: un valor, una lista o un grupo de campos.

    Por qué: si la forma es otra, no se sabe qué es cada cosa.

    Mal:

        resource: water

    Dice: «resource» debe ser una lista; aquí hay un solo valor.

    Bien:

        resource: [water]
    """
    for field, node, key in sheet.misshapen:
        wanted = "una lista" if field.many is Many.LIST else "un valor"
        if field.record is not None:
            wanted = "una lista de grupos" if field.many is not Many.ONE else "un grupo"
            wanted += " con los campos " + ", ".join(table(field.record))
        yield Fault(
            node.spot,
            f"«{key.text}» debe ser {wanted}; aquí hay {form(node)}.",
            "Escriba la lista entre corchetes." if field.many is Many.LIST else "Deje uno solo.",
            paste=wrapped(field, node),
            edit=wrap(field, node),
        )


def form(node: Node) -> str:
    """What a node is, in Spanish."""
    if isinstance(node, ScalarNode):
        return "un solo valor"
    return "una lista" if isinstance(node, SequenceNode) else "un grupo de campos"


def wrapped(field: Field, node: Node) -> str:
    """The line with a single value as a list of one."""
    if field.many is Many.LIST and isinstance(node, ScalarNode) and field.record is None:
        return f"{field.name}: [{node.text[:80]}]"
    return ""


def wrap(field: Field, node: Node) -> Edit | None:
    """Brackets around a single word where a list is expected; anything else is for the author."""
    simple = isinstance(node, ScalarNode) and re.fullmatch(r"[\w.-]+", node.text)
    if not simple or field.many is not Many.LIST or field.record is not None:
        return None
    assert isinstance(node, ScalarNode)
    spot = node.spot
    if spot.end_column - spot.column != len(node.text):
        return None
    return Edit(spot.line, spot.column, spot.end_column, f"[{node.text}]")


@rule("PML-K06", Severity.WARNING)
def empty_value(sheet: Sheet) -> Iterator[Fault]:
    """Un campo sin dato no se escribe.

    Por qué: un campo vacío parece un olvido; lo que no se sabe se muestra solo como «sin dato».

    Mal:

        place: ''

    Dice: El campo «place» está vacío.

    Bien:

        place: Tarija
    """
    for field, key, _ in sheet.empties:
        if not field.required:
            yield Fault(key.spot, f"El campo «{key.text}» está vacío.", "Borre la línea.")


@rule("PML-K07")
def companion(sheet: Sheet) -> Iterator[Fault]:
    """Algunos campos van en pareja: el dato y de dónde sale.

    Por qué: el tamaño o los pasos que juzgó el editor no son lo mismo que los que da la fuente.

    Mal:

        size: small

    Dice: «size» necesita «size_basis».

    Bien:

        size: small
        size_basis: source
    """
    names = table(sheet.root.record)
    for key, (other, why) in COMPANIONS.items():
        if other in names and sheet.root.has(key) and not sheet.root.has(other):
            node = sheet.root.node.key(key)
            yield Fault(
                node.spot if node else sheet.root.spot,
                f"«{key}» necesita «{other}».",
                why[0].upper() + why[1:] + ".",
                paste=f"{other}: editor" if other.endswith("basis") else f"{other}: ",
            )


@rule("PML-K10")
def pattern(sheet: Sheet) -> Iterator[Fault]:
    """Los códigos tienen la forma de su norma.

    Por qué: un código mal formado no enlaza con nada.

    Mal:

        subdivision: Tarija

    Dice: «Tarija» no tiene la forma de «subdivision».

    Bien:

        subdivision: BO-T
    """
    for value in sheet.shapes[Shape.CODE]:
        shape = value.field.pattern
        if shape and not re.fullmatch(shape, value.text):
            yield Fault(
                value.spot,
                f"«{value.text[:60]}» no tiene la forma de «{value.field.name}».",
                f"Debe ser {value.field.pattern_help}.",
            )


@rule("PML-K11")
def sectors_or_cross(sheet: Sheet) -> Iterator[Fault]:
    """Una práctica dice para qué sectores es, o que sirve en todos.

    Por qué: sin eso no aparece en la página de ningún sector.

    Mal:

        # en practices/practica-dos.md
        cross_sector: false
        sectors: []

    Dice: Falta decir a qué sectores sirve la práctica.

    Bien:

        # en practices/practica-dos.md
        cross_sector: true
    """
    root = sheet.root
    if sheet.document.kind is not Kind.PRACTICE or root.has("sectors"):
        return
    if root.text("cross_sector").lower() != "true":
        spot = root.at("sectors") if root.node.get("sectors") else root.at("cross_sector")
        yield Fault(
            Spot(spot.line, spot.column, spot.end_column),
            "Falta decir a qué sectores sirve la práctica.",
            "Escriba «sectors» con su lista, o «cross_sector: true» si sirve en cualquiera.",
            paste="cross_sector: true",
        )
