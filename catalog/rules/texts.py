"""Family T: what the short texts of the front matter say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.model import Edit, Kind, ScalarNode, Severity, Spot
from catalog.report import Fault, rule
from catalog.rules.sheet import Sheet, Value
from catalog.schema import Shape

PLACEHOLDER = re.compile(
    r"\b(?:asdf\w*|qwerty|lorem ipsum|TODO|FIXME|TBD|XXX+|xxx+|PENDIENTE|por completar|"
    r"completar aquí|escriba aquí|rellenar|foo ?bar|pendiente de (?:redactar|escribir))\b"
    r"|^(?:pendiente|n/?a|\?+|\.{2,}|-+)$"
)
FILLERS = (
    *("asdf", "qwerty", "lorem", "TODO", "FIXME", "TBD", "XXX", "xxx", "PENDIENTE"),
    *("completar", "escriba", "rellenar", "foo", "pendiente"),
)
"""Without one of these words only a text that begins as follows can be a placeholder."""
BEGINNINGS = "pn?.-"
MARKUP = re.compile(r"\*\*[^*]+\*\*|__[^_]+__|`[^`]+`|\]\(|^#{1,6} ")
MARKUP_MARKS = ("**", "__", "`", "](", "#", "\\")
"""Without one of these there is no markup, not even one written with escapes."""
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”")
HUGE = 5000


def texts(sheet: Sheet) -> Iterator[tuple[Value, ScalarNode]]:
    """Scalars of text fields."""
    for value in sheet.shapes[Shape.TEXT]:
        if isinstance(value.node, ScalarNode):
            yield value, value.node


@rule("PML-T01")
def too_short(sheet: Sheet) -> Iterator[Fault]:
    """Los textos tienen el largo mínimo de su campo.

    Por qué: un título de una palabra o un resumen de media línea no dicen a nadie si le sirve.

    Mal:

        title: Agua

    Dice: «title» tiene 4 caracteres; el mínimo es 10.

    Bien:

        title: Curtiembre que reutiliza el agua de pelambre
    """
    for value, node in texts(sheet):
        low = value.field.low
        if low and len(node.text.strip()) < low:
            length = len(node.text.strip())
            yield Fault(
                node.spot,
                f"«{value.field.name}» tiene {length} caracteres; el mínimo es {low}.",
                value.field.help,
            )


@rule("PML-T02")
def too_long(sheet: Sheet) -> Iterator[Fault]:
    """Los textos caben en el largo máximo de su campo.

    Por qué: lo que sobra se corta en las tarjetas, en el celular y al compartir el enlace.

    Mal:

        place: Tarija, capital del departamento del mismo nombre en el sur de Bolivia, en el valle central que riega el río Guadalquivir, muy cerca de la frontera con la Argentina y del Chaco

    Dice: «place» tiene 176 caracteres; el máximo es 160.

    Bien:

        place: Tarija
    """  # noqa: E501
    for value, node in texts(sheet):
        high = value.field.high
        if high and len(node.text.strip()) > high:
            over = len(node.text.strip()) - high
            yield Fault(
                node.spot,
                f"«{value.field.name}» tiene {high + over} caracteres; el máximo es {high}.",
                f"Quite al menos {over}; el detalle va en el texto de la ficha.",
            )


@rule("PML-T03")
def placeholder(sheet: Sheet) -> Iterator[Fault]:
    """No quedan textos de relleno.

    Por qué: «asdf», «TODO» o «lorem ipsum» llegarían tal cual a quien busca ayuda.

    Mal:

        place: TODO

    Dice: «TODO» es un texto de relleno.

    Bien:

        place: Tarija
    """
    text = sheet.document.text
    suspected = "\\" in text or any(word in text for word in FILLERS)
    for _, node in texts(sheet):
        if not suspected and node.text[:1] not in BEGINNINGS:
            continue
        if found := PLACEHOLDER.search(node.text):
            yield Fault(node.spot, f"«{found.group()}» es un texto de relleno.", REPLACE)
    for number, row in enumerate(map(str.strip, sheet.body.rows)):
        if not suspected and row[:1] not in BEGINNINGS:
            continue
        if found := PLACEHOLDER.search(row):
            line = sheet.document.body_line + number
            spot = sheet.body.spot(line, found.group())
            yield Fault(spot, f"«{found.group()}» es un texto de relleno.", REPLACE)


REPLACE = "Escriba el dato o borre el campo."


@rule("PML-T04", Severity.NOTICE)
def trailing_space(sheet: Sheet) -> Iterator[Fault]:
    """Las líneas de la cabecera no terminan en espacios.

    Por qué: no se ven, y hacen que dos versiones iguales parezcan distintas al revisarlas.

    Mal:

        place: Tarija··· (con espacios en lugar de los puntos)

    Dice: Sobran espacios al final de la línea.

    Bien:

        place: Tarija
    """
    if " \n" not in sheet.document.text:
        return
    whole = sheet.document.kind.suffix == ".yml"
    last = len(sheet.document.text) if whole else sheet.document.body_line - 2
    for number, row in enumerate(sheet.document.text.split("\n")[:last], 1):
        bare = row.rstrip(" ")
        if bare != row:
            start, end = len(bare) + 1, len(row) + 1
            yield Fault(
                Spot(number, start, end),
                "Sobran espacios al final de la línea.",
                "Bórrelos.",
                edit=Edit(number, start, end, ""),
            )


@rule("PML-T05", Severity.WARNING)
def title_style(sheet: Sheet) -> Iterator[Fault]:
    """Un título se escribe como una frase, sin punto final, comillas ni mayúsculas sostenidas.

    Por qué: en mayúsculas se lee peor, y los lectores de pantalla pueden deletrearlo.

    Mal:

        title: CURTIEMBRE QUE REUTILIZA EL AGUA

    Dice: El título está todo en mayúsculas.

    Bien:

        title: Curtiembre que reutiliza el agua
    """
    for value, node in texts(sheet):
        if value.field.name != "title" or value.group is not sheet.root:
            continue
        text = node.text.strip()
        if text.isupper() and len(text.split()) > 2 and sheet.document.kind is not Kind.SOURCE:
            yield Fault(
                node.spot, "El título está todo en mayúsculas.", "Escríbalo como una frase."
            )
        elif text.endswith(".") and sheet.document.kind is not Kind.SOURCE:
            yield Fault(node.spot, "El título termina en punto.", "Quite el punto final.")
        elif QUOTED.fullmatch(text) and sheet.document.kind is not Kind.SOURCE:
            yield Fault(
                node.spot, "El título está todo entre comillas.", "Quite las comillas de sobra."
            )


@rule("PML-T06", Severity.WARNING)
def markup_in_field(sheet: Sheet) -> Iterator[Fault]:
    """Los campos de la cabecera son texto corriente, sin Markdown.

    Por qué: asteriscos y corchetes se verían tal cual en tarjetas, búsquedas y citas.

    Mal:

        place: '**Tarija**'

    Dice: Aquí el Markdown no se aplica.

    Bien:

        place: Tarija
    """
    text = sheet.document.text
    if not any(mark in text for mark in MARKUP_MARKS):
        return
    for _, node in texts(sheet):
        if MARKUP.search(node.text):
            yield Fault(node.spot, "Aquí el Markdown no se aplica.", "Deje solo el texto.")


@rule("PML-T07")
def huge_scalar(sheet: Sheet) -> Iterator[Fault]:
    """Ningún valor de la cabecera pasa de 5000 caracteres.

    Por qué: ningún dato es tan largo; algo así frena la página y la búsqueda.

    Mal:

        license: (diez páginas de licencia)

    Dice: El valor tiene 5001 caracteres; el máximo es 5000.

    Bien:

        license: CC-BY-4.0
    """
    if len(sheet.document.text) - len(sheet.document.body) <= HUGE:
        return  # no escape of YAML makes a text longer than it is written
    for values in sheet.shapes.values():
        for value in values:
            if len(value.text) > HUGE:
                yield Fault(
                    value.spot,
                    f"El valor tiene {len(value.text)} caracteres; el máximo es {HUGE}.",
                    "Lleve el detalle al texto de la ficha, o cite la fuente.",
                )
