"""Family X on links and images: where they lead, as a browser would follow them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from catalog.load.text import spot_at
from catalog.model import Spot
from catalog.report import Fault, Scope, rule
from catalog.rules.security import rows
from catalog.rules.sheet import Sheet

# Every expression below is linear on any text: none repeats what it could also begin with.
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
