"""Family B on links and images: what a reader who cannot see or click is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.model import Severity
from catalog.report import Fault, Scope, rule
from catalog.rules.lexicon import fold
from catalog.rules.sheet import Sheet

LONGEST_URL = 40
BARE_URL = re.compile(r"(?:https?://|www\.)\S+")
EMPTY_WORDS = frozenset(
    (
        *("aqui", "here", "ver", "ver aqui", "este enlace", "enlace", "link", "clic aqui"),
        *("haga clic aqui", "click here", "mas", "leer mas", "ver mas", "mas informacion"),
        *("pagina", "documento"),
    )
)


@rule("PML-B05", scope=Scope.BODY)
def image_alt(sheet: Sheet) -> Iterator[Fault]:
    """Una imagen lleva un texto que diga lo que muestra.

    Por qué: quien no la ve, o la abre sin conexión, se queda sin saber qué hay.

    Mal:

        ![](pozo.jpg)

    Dice: Esta imagen no tiene descripción.

    Bien:

        ![Pozo de recirculación con su bomba](pozo.jpg)
    """
    for token, line in sheet.body.inline:
        if token.type == "image" and not token.content.strip():
            yield Fault(
                sheet.body.spot(line, "!["),
                "Esta imagen no tiene descripción.",
                "Escríbala entre los corchetes: ![qué se ve](archivo).",
            )


@rule("PML-B06", Severity.WARNING, Scope.BODY)
def link_text(sheet: Sheet) -> Iterator[Fault]:
    """El texto de un enlace dice adónde lleva.

    Por qué: «aquí» no significa nada en una lista de enlaces, en papel ni leído en voz alta.

    Mal:

        La guía está [aquí](https://www.unido.org/guia).

    Dice: El enlace dice «aquí» y no adónde lleva.

    Bien:

        Está en la [guía de la ONUDI](https://www.unido.org/guia).
    """
    inside = ""
    opened: int | None = None
    for token, line in sheet.body.inline:
        if token.type == "link_open":
            opened, inside = line, ""
        elif token.type == "link_close" and opened is not None:
            if fold(inside) in EMPTY_WORDS or not inside.strip():
                yield Fault(
                    sheet.body.spot(opened, f"[{inside}]"),
                    f"El enlace dice «{inside[:40]}» y no adónde lleva."
                    if inside.strip()
                    else "El enlace no tiene texto.",
                    "Enlace el nombre del documento o de la página.",
                )
            opened = None
        elif opened is not None:
            inside += token.content


@rule("PML-B07", Severity.WARNING, Scope.BODY)
def bare_url(sheet: Sheet) -> Iterator[Fault]:
    """Una dirección larga se enlaza desde un texto.

    Por qué: suelta rompe las líneas en el celular y nadie puede leerla.

    Mal:

        Véase https://www.unido.org/publicaciones/2002/informe-anual-completo.pdf

    Dice: Dirección larga suelta en el texto.

    Bien:

        Véase el [informe anual](https://www.unido.org/publicaciones/2002/informe-anual-completo.pdf).
    """
    inside = False
    for token, line in sheet.body.inline:
        inside = token.type == "link_open" or (inside and token.type != "link_close")
        if token.type != "text" or (inside and "](" in sheet.body.rows[line - sheet.body.first]):
            continue
        for found in BARE_URL.finditer(token.content):
            if len(found.group()) > LONGEST_URL:
                yield Fault(
                    sheet.body.spot(line, found.group()[:LONGEST_URL]),
                    "Dirección larga suelta en el texto.",
                    "Escriba [texto que dice adónde lleva](dirección).",
                )
