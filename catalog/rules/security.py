"""Family X: what could harm a reader, a reviewer or the build. Anyone may send a file."""

from __future__ import annotations

import html
import re
import unicodedata
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
TARGET = re.compile(
    r"\]\(\s*<?([^)>\n]*)"  # [text](target), which may begin on the next line
    r"|^[ \t>*+\d.)-]{0,12}\[[^\]\n]+\]:\s*<?(\S+)"  # [name]: target, also in a list or quote
    r"|<([A-Za-z][^<>\s]*:[^<>\n]*)>",  # <target>
    re.MULTILINE,
)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
DRIVE = re.compile(r"[A-Za-z]:[\\/]")
SAFE_SCHEMES = frozenset(("http", "https", "mailto"))
ROUTE = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[\w-]*)?")
IMAGE = re.compile(r"[a-z0-9][a-z0-9._-]*\.(?:jpe?g|png|webp|avif)", re.IGNORECASE)


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


def targets(sheet: Sheet) -> Iterator[tuple[str, Spot]]:
    """Where links and images of the body lead, as a browser would read it."""
    if not any(mark in sheet.document.body for mark in ("](", "]:", "<")):
        return
    seen = dict(rows(sheet))
    last = sheet.document.body_line + len(sheet.body.rows)
    text = "\n".join(seen.get(line, "") for line in range(sheet.document.body_line, last))
    for found in TARGET.finditer(text):
        raw = next(part for part in found.groups() if part is not None)
        spot = spot_at(text, found.start(), len(found.group()))
        line = spot.line + sheet.document.body_line - 1
        yield as_browser(raw), Spot(line, spot.column, spot.end_column)


def as_browser(target: str) -> str:
    """An address with entities resolved and without the characters that a browser drops."""
    plain = html.unescape(html.unescape(target))
    return "".join(c for c in plain if not unicodedata.category(c).startswith("C")).strip()


@rule("PML-X06", scope=Scope.BODY)
def dangerous_link(sheet: Sheet) -> Iterator[Fault]:
    """Los enlaces llevan a páginas (https, http) o a un correo (mailto).

    Por qué: «javascript:» o «data:» ejecutan un programa en el equipo de quien los pulsa.

    Mal:

        Véase la [guía](JaVaScript:alert(1)).

    Dice: Enlace de tipo «javascript:».

    Bien:

        Véase la [guía](https://www.unido.org/guia).
    """
    for target, spot in targets(sheet):
        scheme = SCHEME.match(re.sub(r"[\s\\]", "", target))
        if scheme and not DRIVE.match(target) and scheme[1].lower() not in SAFE_SCHEMES:
            yield Fault(
                spot,
                f"Enlace de tipo «{scheme[1].lower()[:20]}:».",
                "Use una dirección https:// o http://, o quite el enlace.",
                allowed=("https://", "http://", "mailto:"),
            )


@rule("PML-X07", scope=Scope.BODY)
def file_link(sheet: Sheet) -> Iterator[Fault]:
    """Los enlaces no apuntan a archivos de un equipo.

    Por qué: «../» y las rutas absolutas solo existen en el equipo de quien escribió.

    Mal:

        Véase la [guía](../../documentos/guia.pdf).

    Dice: El enlace apunta a un archivo: ../../documentos/guia.pdf

    Bien:

        Véase la [práctica](/practicas/practica-uno/).
    """
    for target, spot in targets(sheet):
        if SCHEME.match(target) and not DRIVE.match(target):
            continue
        path = target.split(" ")[0]
        leaves = DRIVE.match(path) or ".." in path or path.startswith(("//", "~")) or "\\" in path
        if leaves or (path.startswith("/") and not ROUTE.fullmatch(path)):
            yield Fault(
                spot,
                f"El enlace apunta a un archivo: {path[:60]}",
                "Use una dirección web, o la del sitio: /casos/…/, /practicas/…/.",
            )


@rule("PML-X08", scope=Scope.BODY)
def image_file(sheet: Sheet) -> Iterator[Fault]:
    """Las imágenes son fotos del propio catálogo (jpg, png, webp, avif).

    Por qué: una imagen ajena delata a quien lee y desaparece; un SVG puede llevar un programa.

    Mal:

        ![Pozo de recirculación](https://ejemplo.org/pozo.svg)

    Dice: Imagen no admitida: https://ejemplo.org/pozo.svg

    Bien:

        ![Pozo de recirculación](pozo.jpg)
    """
    if "![" not in sheet.document.body:
        return
    for token, line in sheet.body.inline:
        source = str(token.attrGet("src") or "") if token.type == "image" else ""
        if source and not IMAGE.fullmatch(source):
            yield Fault(
                sheet.body.spot(line, "!["),
                f"Imagen no admitida: {source[:60]}",
                "Use un archivo jpg, png, webp o avif que esté junto a la ficha.",
            )
