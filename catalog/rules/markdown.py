"""Family B: the body of a document, judged on its Markdown tokens."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Kind, Severity
from catalog.report import Fault, Scope, rule
from catalog.rules import body
from catalog.rules.lexicon import fold, nearest
from catalog.rules.sheet import Sheet
from catalog.schema import HEADINGS, PRACTICE_HEADINGS

LONGEST_BODY = body.LONGEST_BODY


def allowed_headings(sheet: Sheet) -> tuple[str, ...]:
    """Second-level headings that this document may use; empty when any will do."""
    if sheet.document.kind is Kind.PRACTICE:
        return PRACTICE_HEADINGS
    if sheet.document.kind is Kind.CASE:
        return HEADINGS.get(sheet.root.text("level").lower(), ())
    return ()


@rule("PML-B01", scope=Scope.BODY)
def heading_allowed(sheet: Sheet) -> Iterator[Fault]:
    """Los títulos de sección son los del nivel de la ficha.

    Por qué: con los mismos títulos, todas las fichas se leen y se comparan igual.

    Mal:

        ## Antecedentes

        La curtiembre lavaba con agua corriente.

    Dice: «Antecedentes» no es una sección de este nivel.

    Bien:

        ## Situación inicial

        La curtiembre lavaba con agua corriente.
    """
    allowed = allowed_headings(sheet)
    for heading in sheet.body.headings:
        if heading.level == 2 and allowed and heading.text not in allowed:
            same = [name for name in allowed if fold(name) == fold(heading.text)]
            suggestion = same[0] if same else nearest(heading.text, allowed)
            yield Fault(
                sheet.body.spot(heading.line, heading.text),
                f"«{heading.text[:60]}» no es una sección de este nivel.",
                f"¿Quiso decir «{suggestion}»?" if suggestion else "Use una de las admitidas.",
                allowed=allowed,
                suggestion=suggestion,
                paste=f"## {suggestion}" if suggestion else "",
            )


@rule("PML-B02", scope=Scope.BODY)
def heading_order(sheet: Sheet) -> Iterator[Fault]:
    """Las secciones van en su orden, una vez cada una.

    Por qué: quien ha leído una ficha sabe dónde encontrar cada cosa en las demás.

    Mal:

        ## Resultados

        Gasta menos agua.

        ## Qué se hizo

        Instaló medidores.

    Dice: «Qué se hizo» está fuera de orden.

    Bien:

        ## Qué se hizo

        Instaló medidores.

        ## Resultados

        Gasta menos agua.
    """
    allowed = allowed_headings(sheet)
    before = -1
    seen: set[str] = set()
    for heading in sheet.body.headings:
        if heading.level != 2 or heading.text not in allowed:
            continue
        place = allowed.index(heading.text)
        spot = sheet.body.spot(heading.line, heading.text)
        if heading.text in seen:
            yield Fault(spot, f"La sección «{heading.text}» está dos veces.", "Una las dos.")
        elif place < before:
            order = " · ".join(name for name in allowed if name in {heading.text, allowed[before]})
            yield Fault(
                spot, f"«{heading.text}» está fuera de orden.", f"El orden es: {order}.", allowed
            )
        seen.add(heading.text)
        before = max(before, place)


@rule("PML-B03", scope=Scope.BODY)
def empty_section(sheet: Sheet) -> Iterator[Fault]:
    """Una sección sin nada que decir no se escribe.

    Por qué: un título solo promete algo que no está.

    Mal:

        ## Resultados

    Dice: La sección «Resultados» está vacía.

    Bien:

        ## Resultados

        Gasta menos agua.
    """
    for heading in sheet.body.headings:
        if heading.empty:
            yield Fault(
                sheet.body.spot(heading.line, heading.text),
                f"La sección «{heading.text[:60]}» está vacía.",
                "Escriba su texto o borre el título.",
            )


@rule("PML-B04", scope=Scope.BODY)
def heading_level(sheet: Sheet) -> Iterator[Fault]:
    """Las secciones llevan dos signos «##», las subsecciones tres, sin saltos.

    Por qué: el título de la página ya es el primero; un salto confunde al lector de pantalla.

    Mal:

        # Resultados

        Gasta menos agua.

    Dice: El título «Resultados» tiene el nivel 1.

    Bien:

        ## Resultados

        Gasta menos agua.
    """
    before = 1
    for heading in sheet.body.headings:
        if heading.level == 1 or heading.level > before + 1:
            right = "#" * (2 if heading.level == 1 else before + 1)
            yield Fault(
                sheet.body.spot(heading.line),
                f"El título «{heading.text[:60]}» tiene el nivel {heading.level}.",
                f"Escríbalo con «{right}».",
                paste=f"{right} {heading.text[:80]}",
            )
        before = max(heading.level, 2)


@rule("PML-B08", Severity.WARNING, Scope.BODY)
def table_of_figures(sheet: Sheet) -> Iterator[Fault]:
    """Las cifras van en «results», no en tablas dentro del texto.

    Por qué: de una tabla no se pueden sumar ni comparar, y en el celular no cabe.

    Mal:

        | Antes | Después |
        |-------|---------|
        | 3964  | 3409    |

    Dice: Hay una tabla en el texto.

    Bien:

        El consumo bajó después de instalar medidores.
    """
    if "|" not in sheet.document.body:
        return  # most bodies are then never parsed
    for token in sheet.body.tokens:
        if token.type == "table_open":
            line = (token.map[0] if token.map else 0) + sheet.body.first
            yield Fault(
                sheet.body.spot(line), "Hay una tabla en el texto.", "Lleve las cifras a «results»."
            )


@rule("PML-B09", scope=Scope.BODY)
def body_length(sheet: Sheet) -> Iterator[Fault]:
    """El texto de una ficha no pasa de 60 000 caracteres.

    Por qué: una ficha es un resumen con su fuente; el documento entero está en la fuente.

    Mal:

        (un libro entero)

    Dice: El texto tiene 70017 caracteres; el máximo es 60000.

    Bien:

        La curtiembre instaló medidores.
    """
    if len(sheet.document.body) > LONGEST_BODY:
        yield Fault(
            sheet.body.spot(sheet.document.body_line),
            f"El texto tiene {len(sheet.document.body)} caracteres; el máximo es {LONGEST_BODY}.",
            "Resúmalo con palabras propias y cite la fuente.",
        )
    if sheet.body.text.count("[") > body.MOST_BRACKETS:
        yield Fault(
            sheet.body.spot(sheet.document.body_line),
            f"El texto abre más de {body.MOST_BRACKETS} corchetes, y así no se puede leer.",
            "Deje solo los enlaces que hagan falta.",
        )
