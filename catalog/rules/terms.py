"""Family V: words of the vocabularies, and values that other readers of YAML would change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.model import Edit, Severity
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet, Value
from catalog.schema import Shape

YAML_BOOLEAN = frozenset(("yes", "no", "on", "off", "y", "n", "true", "false"))
LONGEST_BOOLEAN = max(map(len, YAML_BOOLEAN))
TRUE_WORDS = frozenset(("yes", "on", "y", "si", "sí", "verdadero"))
FALSE_WORDS = frozenset(("no", "off", "n", "falso"))
MANY = 40
LOOKS_LIKE_NUMBER = re.compile(r"0\d+|\d+\.\d+|\d+(?::\d\d)+")


@rule("PML-V01")
def unknown_term(sheet: Sheet) -> Iterator[Fault]:
    """Las palabras de un vocabulario se escriben con su id.

    Por qué: «curtiembre», «tenería» y «curtume» deben llevar a la misma página y sumar juntas.

    Mal:

        sector: curtiembre

    Dice: «curtiembre» no está en el vocabulario «sectors».

    Bien:

        sector: leather
    """
    for value in sheet.shapes[Shape.TERM]:
        name = value.field.vocabulary
        terms = sheet.lexicon.vocabulary(name)
        if terms is None or value.text in terms.terms or sheet.lexicon.term(name, value.text):
            continue
        suggestion, certain = sheet.lexicon.meant(name, value.text)
        yield Fault(
            value.spot,
            f"«{value.text[:60]}» no está en el vocabulario «{name}».",
            advice(suggestion, certain, name),
            allowed=tuple(terms.terms)[:MANY],
            suggestion=suggestion,
            edit=replacement(value, suggestion) if certain else None,
        )


def advice(suggestion: str, certain: bool, name: str) -> str:
    """What to write instead."""
    if not suggestion:
        return f"Los valores admitidos están en vocab/{name}.yml."
    return f"Su id es «{suggestion}»." if certain else f"¿Quiso decir «{suggestion}»?"


def replacement(value: Value, text: str) -> Edit | None:
    """The edit that puts ``text`` in place of a scalar that stands on one line."""
    spot, quotes = value.spot, 0 if value.plain else 2
    if spot.end_column - spot.column != len(value.text) + quotes:
        return None
    if re.fullmatch(r"[\d.]+", text) or text.casefold() in YAML_BOOLEAN:
        text = f"'{text}'"
    return Edit(spot.line, spot.column, spot.end_column, text)


@rule("PML-V02", Severity.WARNING)
def deprecated_term(sheet: Sheet) -> Iterator[Fault]:
    """No se usan términos retirados de un vocabulario.

    Por qué: el término que lo reemplaza reúne los casos; el antiguo queda solo para no romper nada.

    Mal:

        option_type: [housekeeping]

    Dice: El término «housekeeping» se retiró.

    Bien:

        option_type: [good_housekeeping]
    """
    for value in sheet.shapes[Shape.TERM]:
        term = sheet.lexicon.term(value.field.vocabulary, value.text)
        if term is not None and term.deprecated:
            yield Fault(
                value.spot,
                f"El término «{term.id}» se retiró.",
                f"Use «{term.replaced_by}»." if term.replaced_by else "Elija otro.",
                suggestion=term.replaced_by,
                edit=replacement(value, term.replaced_by) if term.replaced_by else None,
            )


@rule("PML-V03", Severity.WARNING)
def boolean_trap(sheet: Sheet) -> Iterator[Fault]:
    """Un código que es también una palabra lógica de YAML va entre comillas.

    Por qué: aquí se lee bien, pero otros programas leen NO como «falso», y Noruega desaparece.

    Mal:

        country: NO

    Dice: Otros programas leerán NO como un valor lógico.

    Bien:

        country: 'NO'
    """
    for value in sheet.shapes[Shape.TERM]:
        if (
            len(value.text) <= LONGEST_BOOLEAN
            and value.plain
            and value.field.vocabulary != "answers"
            and value.text.casefold() in YAML_BOOLEAN
        ):
            yield Fault(
                value.spot,
                f"Otros programas leerán {value.text} como un valor lógico.",
                "Póngalo entre comillas simples.",
                suggestion=f"'{value.text}'",
                edit=replacement(value, value.text),
            )


@rule("PML-V04")
def boolean_words(sheet: Sheet) -> Iterator[Fault]:
    """Un campo de sí o no se escribe true o false.

    Por qué: «yes», «on» o «sí» no significan lo mismo en todos los programas.

    Mal:

        # en practices/practica-dos.md
        cross_sector: sí

    Dice: «sí» no es true ni false.

    Bien:

        # en practices/practica-dos.md
        cross_sector: true
    """
    for value in sheet.shapes[Shape.BOOLEAN]:
        if value.text.lower() not in ("true", "false"):
            word = value.text.casefold()
            meant = "true" if word in TRUE_WORDS else "false" if word in FALSE_WORDS else ""
            yield Fault(
                value.spot,
                f"«{value.text[:40]}» no es true ni false.",
                f"Escriba {meant or 'true o false'}.",
                allowed=("true", "false"),
                suggestion=meant,
                edit=replacement(value, meant) if meant else None,
            )


@rule("PML-V05", Severity.WARNING)
def number_trap(sheet: Sheet) -> Iterator[Fault]:
    """Un código que parece un número va entre comillas.

    Por qué: otros programas leen 0710 como 456 y la meta 6.10 como 6.1.

    Mal:

        sdg: [6.4]

    Dice: Otros programas leerán 6.4 como un número.

    Bien:

        sdg: ['6.4']
    """
    for shape in (Shape.TERM, Shape.CODE, Shape.TEXT):
        for value in sheet.shapes[shape]:
            if value.text[:1].isdigit() and value.plain and LOOKS_LIKE_NUMBER.fullmatch(value.text):
                quoted = f"'{value.text}'"
                yield Fault(
                    value.spot,
                    f"Otros programas leerán {value.text} como un número.",
                    "Póngalo entre comillas simples.",
                    suggestion=quoted,
                    edit=Edit(value.spot.line, value.spot.column, value.spot.end_column, quoted),
                )
