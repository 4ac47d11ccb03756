"""Groups of fields that more than one kind of entry uses."""

from __future__ import annotations

from catalog.model import Kind
from catalog.schema.fields import Field, Many, Record, Shape, record, reference, term, text

SOURCE = (Kind.SOURCE,)
ANY_ENTRY = (Kind.CASE, Kind.PRACTICE)

SOURCE_REFERENCE = Record(
    "source_reference",
    (
        reference("id", SOURCE, "Fuente", "Id de un archivo de sources/.", required=True),
        text("pages", "Páginas", "Páginas o líneas donde está lo dicho.", high=60),
        text("note", "Nota", high=400),
    ),
    text_field="id",
)
NOTE = Record(
    "note",
    (
        text("text", "Texto", "En palabras propias.", required=True, high=500),
        reference("source", SOURCE, "Fuente"),
        text("pages", "Páginas", high=60),
        term("basis", "attributions", "Base", "«editor» cuando es lectura del editor."),
    ),
    text_field="text",
)
SYNONYM = Record(
    "synonym",
    (
        text("text", "Palabra", "Otra manera de decirlo.", required=True, high=80),
        term("country", "countries", "País", "Dónde se dice así."),
    ),
    text_field="text",
)
TOMBSTONE = Record(
    "tombstone",
    (
        text("reason", "Motivo", "Por qué se retiró la ficha.", required=True, low=20, high=400),
        text("successor", "Sucesora", "Dirección que la reemplaza, por ejemplo /casos/otra/."),
    ),
)
EVENT = Record(
    "event",
    (
        text("name", "Evento", high=200),
        text("place", "Lugar", high=120),
        Field("date", Shape.PERIOD, "Fecha"),
        text("text", "Qué pasó", high=300),
    ),
)
SDG = term("sdg", "sdg", "Metas ODS", "Entre comillas: '6.4'.", many=Many.LIST)
R_STRATEGY = term("r_strategy", "r_strategies", "Estrategia R", many=Many.LIST)
ILAC = term("ilac_priority", "ilac_priorities", "Prioridad ILAC", many=Many.LIST)
REDIRECT_FROM = Field(
    "redirect_from",
    Shape.SLUG,
    "Direcciones anteriores",
    "Ids con los que esta ficha estuvo publicada.",
    many=Many.LIST,
)
LANGUAGE = term("language", "languages", "Idioma", "Idioma del texto.", default="es")
LICENSE = Field(
    "license",
    Shape.CODE,
    "Licencia",
    "Código SPDX.",
    pattern="[A-Za-z0-9.+-]{1,40}",
    pattern_help="un código SPDX, como CC-BY-4.0",
    default="CC-BY-4.0",
)
WITHDRAWN = record("tombstone", TOMBSTONE, "Retirada", "Solo para fichas que se retiran.")
EPILOGUE = (REDIRECT_FROM, LANGUAGE, LICENSE, WITHDRAWN)


def title(help: str) -> Field:
    """Title of an entry, 10 to 100 characters (limit of Interreg's good practices)."""
    return text("title", "Título", help, required=True, low=10, high=100)


def summary() -> Field:
    """One or two sentences; without them there is no card, no preview and no handout."""
    return text(
        "summary",
        "Resumen",
        "Una o dos frases que se entiendan solas: quién, qué hizo y qué pasó.",
        required=True,
        low=60,
        high=300,
    )
