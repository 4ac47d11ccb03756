"""Family X: what could harm a reader, a reviewer or the build. Anyone may send a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.load.text import spot_at
from catalog.model import Spot
from catalog.report import Fault, Scope, rule
from catalog.rules.sheet import Sheet
from catalog.schema import Shape

TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://|mailto:)[^>\n]{0,40}>?")
# Every expression below is linear on any text: none repeats what it could also begin with.
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
ATTRIBUTES = re.compile(
    r"\{:?\s*[.#:][^{}\n]*\}|\{:[^{}\n]*\}"  # {.class}, {: key=value}
    r"|\{[^{}\n=]*=\s*[\"'][^{}\n]*\}"  # {key="value"}
    r"|markdown\s*=\s*[\"']?[1bs]"
)
MACRO = re.compile(r"\{\{[^{}\n]*\}{0,2}|\{%[^{}\n]*\}?|\{#[^{}\n]*(?<=#)\}")
MACRO_MARKS = ("{{", "{%", "{#", "\\")
"""Without one of these there is no macro, not even one written with escapes."""
SNIPPET = re.compile(r"(?<!-)-+8<-+|^;?--+8<", re.MULTILINE)


def rows(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Lines of the body with their number in the file, code spans blanked at equal length."""
    fenced = code_lines(sheet)
    for number, row in enumerate(sheet.body.rows, sheet.document.body_line):
        if number - sheet.document.body_line not in fenced:
            yield number, CODE_SPAN.sub(blank, row) if "`" in row else row


def blank(found: re.Match[str]) -> str:
    """Spaces in place of what was found."""
    return " " * len(found.group())


def code_lines(sheet: Sheet) -> set[int]:
    """0-based lines of the body that are code blocks."""
    lines: set[int] = set()
    if "```" not in sheet.document.body and "~~~" not in sheet.document.body:
        return lines
    for token in sheet.body.tokens:
        if token.type == "fence" and token.map:
            lines.update(range(*token.map))
    return lines


def found_at(line: int, match: re.Match[str]) -> Spot:
    """The place of a match on a line."""
    return Spot(line, match.start() + 1, match.end() + 1)


@rule("PML-X01", scope=Scope.BODY)
def raw_html(sheet: Sheet) -> Iterator[Fault]:
    """El texto se escribe en Markdown, sin etiquetas HTML.

    Por qué: una etiqueta puede esconder un programa, y no sale igual en papel ni sin conexión.

    Mal:

        La planta <b>redujo</b> su consumo.

    Dice: HTML en el texto.

    Bien:

        La planta **redujo** su consumo.
    """
    if "<" not in sheet.document.text and "\\" not in sheet.document.text:
        return
    for line, row in rows(sheet):
        for found in TAG.finditer(row):
            if not found.group().startswith("<!--"):
                yield Fault(found_at(line, found), "HTML en el texto.", NO_HTML)
    for value in sheet.shapes[Shape.TEXT]:
        tag = TAG.search(value.text)
        if tag:
            yield Fault(value.spot, f"HTML en «{value.field.name}»: {tag.group()}", NO_HTML)


NO_HTML = (
    "Use Markdown: **negrita**, listas con guion, [enlaces](dirección). "
    "Si es un signo «menor que», deje un espacio detrás."
)


@rule("PML-X02", scope=Scope.BODY)
def html_comment(sheet: Sheet) -> Iterator[Fault]:
    """El texto no lleva comentarios ocultos.

    Por qué: lo que no se ve al revisar no debe estar en lo que se publica.

    Mal:

        La planta redujo su consumo. <!-- falta comprobarlo -->

    Dice: Comentario oculto en el texto.

    Bien:

        La planta redujo su consumo.
    """
    if "<!--" not in sheet.document.body:
        return
    for line, row in rows(sheet):
        at = row.find("<!--")
        if at >= 0:
            yield Fault(
                Spot(line, at + 1, at + 5),
                "Comentario oculto en el texto.",
                "Bórrelo; las dudas para el lector van en «caveats».",
            )


@rule("PML-X03", scope=Scope.BODY)
def attributes(sheet: Sheet) -> Iterator[Fault]:
    """No se usan atributos de Markdown entre llaves.

    Por qué: permiten cambiar el aspecto y el comportamiento de la página desde una ficha.

    Mal:

        La planta redujo su consumo.{: .grande onclick="x()" }

    Dice: Atributos de Markdown no admitidos.

    Bien:

        La planta redujo su consumo.
    """
    if "{" not in sheet.document.body and "markdown" not in sheet.document.body:
        return
    for line, row in rows(sheet):
        for found in ATTRIBUTES.finditer(row):
            yield Fault(found_at(line, found), "Atributos de Markdown no admitidos.", "Bórrelos.")


@rule("PML-X04", scope=Scope.BODY)
def snippets(sheet: Sheet) -> Iterator[Fault]:
    """No se incluyen otros archivos con «--8<--».

    Por qué: podría publicar cualquier archivo del equipo donde se construye el sitio.

    Mal:

        --8<-- "/etc/passwd"

    Dice: Inclusión de archivos no admitida.

    Bien:

        La planta redujo su consumo.
    """
    if "8<" not in sheet.document.text:
        return
    for found in SNIPPET.finditer(sheet.document.text):
        spot = spot_at(sheet.document.text, found.start(), len(found.group()))
        yield Fault(spot, "Inclusión de archivos no admitida.", "Copie el texto que haga falta.")


@rule("PML-X05", scope=Scope.BODY)
def macros(sheet: Sheet) -> Iterator[Fault]:
    """No se usan plantillas: «{{ }}» ni «{% %}».

    Por qué: un programa las ejecutaría al construir el sitio.

    Mal:

        La planta redujo {{ config.secret }} litros.

    Dice: Plantilla en el texto.

    Bien:

        La planta redujo su consumo.
    """
    if not any(mark in sheet.document.text for mark in MACRO_MARKS):
        return
    for line, row in rows(sheet):
        for found in MACRO.finditer(row):
            yield Fault(found_at(line, found), "Plantilla en el texto.", "Escriba el valor.")
    for value in sheet.shapes[Shape.TEXT]:
        if MACRO.search(value.text):
            yield Fault(value.spot, f"Plantilla en «{value.field.name}».", "Escriba el valor.")
