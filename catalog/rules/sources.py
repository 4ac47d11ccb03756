"""Families S and L within one document: sources, addresses and references to other entries."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from catalog.model import Edit, Kind, MappingNode, ScalarNode, SequenceNode, Severity
from catalog.report import Fault, rule
from catalog.rules.lexicon import nearest
from catalog.rules.sheet import Sheet
from catalog.schema import Shape

LONGEST_ADDRESS = 2000
SHORTENERS = frozenset(
    (
        *("bit.ly", "goo.gl", "t.co", "tinyurl.com", "ow.ly", "is.gd", "buff.ly", "cutt.ly"),
        *("t.ly", "rebrand.ly", "shorturl.at", "tiny.cc", "rb.gy", "acortar.link", "lnkd.in"),
        *("fb.me", "bl.ink", "v.gd", "soo.gd", "s.id", "adf.ly", "n9.cl"),
    )
)


@rule("PML-L01")
def dangling(sheet: Sheet) -> Iterator[Fault]:
    """Cada referencia nombra una ficha que existe.

    Por qué: si no existe, el enlace de la página no lleva a ninguna parte.

    Mal:

        practices: [practica-una]

    Dice: «practica-una» no existe en practices/.

    Bien:

        practices: [practica-uno]
    """
    for value in sheet.shapes[Shape.REFERENCE]:
        kinds = value.field.references
        if any(sheet.names.has(kind, value.text) for kind in kinds):
            continue
        suggestion = sheet.names.like(value.text, kinds, sheet.document.id)
        folders = " o ".join(f"{kind.folder}/" for kind in kinds)
        spot = value.spot
        same = suggestion and suggestion == value.text.strip().lower()
        yield Fault(
            spot,
            f"«{value.text[:60]}» no existe en {folders}.",
            f"¿Quiso decir «{suggestion}»?"
            if suggestion
            else f"Cree el archivo en {folders} o corrija el id.",
            suggestion=suggestion,
            edit=Edit(spot.line, spot.column, spot.end_column, suggestion) if same else None,
        )


@rule("PML-L02")
def self_reference(sheet: Sheet) -> Iterator[Fault]:
    """Una ficha no se nombra a sí misma.

    Por qué: «véase también» con la misma página no ayuda, y una práctica no es parte de sí misma.

    Mal:

        related: [co-caso]

    Dice: La ficha se nombra a sí misma.

    Bien:

        related: [bo-caso]
    """
    for value in sheet.shapes[Shape.REFERENCE]:
        if value.text == sheet.document.id and sheet.document.kind in value.field.references:
            yield Fault(value.spot, "La ficha se nombra a sí misma.", "Quite este id.")


@rule("PML-S01")
def shortener(sheet: Sheet) -> Iterator[Fault]:
    """No se usan acortadores de direcciones.

    Por qué: ocultan adónde llevan y dejan de funcionar en pocos años.

    Mal:

        # en sources/onudi-informe.yml
        URL: https://bit.ly/3abcde

    Dice: bit.ly es un acortador de direcciones.

    Bien:

        # en sources/onudi-informe.yml
        URL: https://www.unido.org/informe.pdf
    """
    for value in sheet.shapes[Shape.URL]:
        host = host_of(value.text)
        if host.removeprefix("www.") in SHORTENERS:
            yield Fault(
                value.spot,
                f"{host} es un acortador de direcciones.",
                "Abra el enlace y copie la dirección final de la barra del navegador.",
            )


def host_of(url: str) -> str:
    """The host of an address in lower case, or nothing."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


@rule("PML-S02")
def source_of_figure(sheet: Sheet) -> Iterator[Fault]:
    """Cada cifra y cada nota cita una de las fuentes de su ficha.

    Por qué: quien lee debe encontrar al pie de la página el documento del que sale cada cifra.

    Mal:

        lessons: [{text: Medir antes de invertir., source: fuente-dos}]

    Dice: La fuente «fuente-dos» no está en «sources» de esta ficha.

    Bien:

        lessons: [{text: Medir antes de invertir., source: fuente-uno}]
    """
    if sheet.document.kind is not Kind.CASE:
        return
    listed = listed_sources(sheet)
    for value in sheet.shapes[Shape.REFERENCE]:
        if value.field.name != "source" or value.text in listed:
            continue
        if sheet.names.has(Kind.SOURCE, value.text):
            yield Fault(
                value.spot,
                f"La fuente «{value.text}» no está en «sources» de esta ficha.",
                "Añádala a la lista «sources».",
                allowed=tuple(listed),
                suggestion=nearest(value.text, listed),
                paste=f"  - id: {value.text}",
            )


def listed_sources(sheet: Sheet) -> list[str]:
    """Ids under ``sources``."""
    node = sheet.root.node.get("sources")
    items = node.items if isinstance(node, SequenceNode) else ()
    found = [item.get("id") if isinstance(item, MappingNode) else item for item in items]
    return [node.text for node in found if isinstance(node, ScalarNode)]


@rule("PML-S03", Severity.WARNING)
def findable(sheet: Sheet) -> Iterator[Fault]:
    """Una fuente dice cómo encontrarla: dirección, DOI, editor o archivo.

    Por qué: una cita que nadie puede localizar no respalda nada.

    Mal:

        # en sources/onudi-informe.yml
        type: report
        title: Informe de la ONUDI

    Dice: No se dice cómo encontrar este documento.

    Bien:

        # en sources/onudi-informe.yml
        type: report
        title: Informe de la ONUDI
        publisher: ONUDI
    """
    ways = ("URL", "DOI", "publisher", "file", "archive_url", "container-title", "event", "copy_of")
    if sheet.document.kind is Kind.SOURCE and not any(map(sheet.root.has, ways)):
        yield Fault(
            sheet.root.spot,
            "No se dice cómo encontrar este documento.",
            "Añada URL, DOI, publisher, container-title o event.",
        )


@rule("PML-S04")
def address(sheet: Sheet) -> Iterator[Fault]:
    """Las direcciones son completas y empiezan con https:// o http://.

    Por qué: cualquier otra cosa no abre, o abre algo peligroso.

    Mal:

        # en sources/onudi-informe.yml
        URL: www.unido.org/informe.pdf

    Dice: «www.unido.org/informe.pdf» no es una dirección completa.

    Bien:

        # en sources/onudi-informe.yml
        URL: https://www.unido.org/informe.pdf
    """
    for value in sheet.shapes[Shape.URL]:
        text = value.text
        if not text.lower().startswith(("http://", "https://")) or "." not in host_of(text):
            bare = "." in text.split("/")[0] and ":" not in text.split("/")[0]
            suggestion = f"https://{text}" if bare else ""
            yield Fault(
                value.spot,
                f"«{text[:80]}» no es una dirección completa.",
                f"¿Es {suggestion}?"
                if suggestion
                else "Copie la dirección de la barra del navegador.",
                suggestion=suggestion,
            )
        elif len(text) > LONGEST_ADDRESS:
            yield Fault(
                value.spot,
                f"La dirección tiene {len(text)} caracteres; el máximo es {LONGEST_ADDRESS}.",
                "Quite lo que siga al signo «?», o enlace la página del documento.",
            )
        elif any(c in text for c in ' \t\n<>"{}|\\^`') or "@" in text.split("/")[2]:
            yield Fault(
                value.spot,
                "La dirección tiene espacios, comillas, un usuario u otros signos no admitidos.",
                "Cópiela de la barra del navegador, donde salen codificados (%20).",
            )
