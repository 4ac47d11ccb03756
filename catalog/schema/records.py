"""The fields of organizations, sources (CSL-JSON names) and training routes."""

from __future__ import annotations

from catalog.model import Kind
from catalog.schema.fields import Field, Many, Record, Shape, record, reference, term, text
from catalog.schema.shared import (
    EPILOGUE,
    EVENT,
    NOTE,
    REDIRECT_FROM,
    SOURCE,
    SOURCE_REFERENCE,
    SYNONYM,
    WITHDRAWN,
    summary,
    title,
)

ORGANIZATION = Record(
    "organization",
    (
        text("name", "Nombre", "Nombre oficial completo.", required=True, low=2, high=200),
        text("acronym", "Sigla", high=30),
        text("former_names", "Nombres anteriores", many=Many.LIST, high=200),
        term("type", "organization_types", "Tipo", required=True),
        term("country", "countries", "País", required=True, many=Many.EITHER, low=1),
        term("roles", "roles", "Papeles", many=Many.LIST),
        Field("url", Shape.URL, "Sitio"),
        term("status", "organization_statuses", "Estado", default="unknown"),
        Field("checked", Shape.DATE, "Comprobado el"),
        reference("successor", (Kind.ORGANIZATION,), "Sucesora"),
        text("summary", "Resumen", high=400),
        text("note", "Nota", high=500),
        reference("sources", SOURCE, "Fuentes", many=Many.LIST),
        record("aliases", SYNONYM, "También escrita", many=Many.LIST),
        REDIRECT_FROM,
        WITHDRAWN,
    ),
)
NAME = Record(
    "name",
    (
        text("literal", "Institución", high=200),
        text("family", "Apellidos", high=100),
        text("given", "Nombres", high=100),
    ),
    text_field="literal",
)
SOURCE_RECORD = Record(
    "source",
    (
        term("type", "source_types", "Tipo", "Informe, artículo, página web… (nombres de CSL).", required=True),
        text("title", "Título", required=True, low=2, high=400),
        term("title_basis", "attributions", "Quién puso el título", "editor si no se vio el título real.", default="source"),
        record("author", NAME, "Autores", many=Many.LIST),
        Field("issued", Shape.PERIOD, "Publicado", "Año o fecha; unknown si no se ve."),
        text("publisher", "Editor", "Quién publicó el documento.", high=250),
        text("container-title", "Publicado en", high=250, attribute="container_title"),
        record("event", EVENT, "Evento"),
        term("language", "languages", "Idioma"),
        Field("DOI", Shape.CODE, "DOI", pattern=r"10\.\d{4,9}/[^\s<>\"\\]+", pattern_help="como 10.1000/xyz"),
        Field("URL", Shape.URL, "Dirección"),
        Field("archive_url", Shape.URL, "Copia archivada"),
        Field("accessed", Shape.DATE, "Consultado el"),
        text("license", "Licencia", high=60),
        term("quality", "qualities", "Calidad de lo leído", many=Many.EITHER),
        term("link_status", "link_statuses", "Estado del enlace", default="unchecked"),
        text("copy_of", "Copia de", "Editor original si la dirección es una copia.", high=250),
        text("file", "Documento", "Archivo del documento semilla.", high=120, attribute="source_document"),
        text("summary", "Resumen", high=600),
        text("note", "Nota", high=800),
        REDIRECT_FROM,
        WITHDRAWN,
    ),
)  # fmt: skip

ITEM = Record(
    "item",
    (
        reference("practice", (Kind.PRACTICE,), "Práctica"),
        reference("case", (Kind.CASE,), "Caso"),
        text("activity", "Actividad", high=400),
        Field("minutes", Shape.INTEGER, "Minutos", required=True, low=1, high=600),
        text("note", "Para quien facilita", high=600),
        text("question", "Pregunta", high=400),
    ),
)
EXERCISE = Record(
    "exercise",
    (
        text("task", "Ejercicio", required=True, high=800),
        text("answer", "Respuesta", required=True, high=800),
        reference("case", (Kind.CASE,), "Caso del que salen las cifras"),
    ),
)
COLLECTION = Record(
    "collection",
    (
        title("De qué trata la ruta."),
        summary(),
        text("audience", "Para quién", required=True, high=200),
        text("objectives", "Objetivos", required=True, many=Many.LIST, low=5),
        text("prepare", "Qué preparar", many=Many.LIST),
        record("items", ITEM, "Recorrido", required=True, many=Many.LIST),
        record("questions", NOTE, "Preguntas para conversar", many=Many.LIST),
        record("exercises", EXERCISE, "Ejercicios", many=Many.LIST),
        record("event", EVENT, "Evento"),
        record("sources", SOURCE_REFERENCE, "Fuentes", many=Many.LIST),
        *EPILOGUE,
    ),
)
