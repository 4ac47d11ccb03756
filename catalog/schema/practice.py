"""The fields of a practice."""

from __future__ import annotations

from catalog.model import Kind
from catalog.schema.fields import Field, Many, Record, Shape, record, reference, term, text
from catalog.schema.shared import (
    EPILOGUE,
    ILAC,
    R_STRATEGY,
    SDG,
    SOURCE,
    SOURCE_REFERENCE,
    SYNONYM,
    summary,
    title,
)

PRACTICES = (Kind.PRACTICE,)

SUPPORT = Record(
    "support",
    (
        Field("id", Shape.CODE, "Registro", "Registro del dossier del que sale.", pattern="[a-z]+:[a-z0-9-]+", pattern_help="como seeds:foro-07-recirculacion"),
        reference("source", SOURCE, "Fuente", required=True),
        text("pages", "Páginas", high=60),
        text("statement", "Qué dice", "En palabras propias.", required=True, low=20, high=300),
    ),
)  # fmt: skip

PRACTICE = Record(
    "practice",
    (
        title("Verbo y recurso: «Recircular el agua de enfriamiento»."),
        summary(),
        term("kind", "practice_kinds", "Tipo", "Técnica, gestión, programa o instrumento.", required=True),
        term("levels", "levels", "Niveles", "Quién puede aplicarla.", required=True, many=Many.LIST, low=1),
        term("sectors", "sectors", "Sectores", "Hace falta salvo en prácticas transversales.", many=Many.LIST),
        Field("cross_sector", Shape.BOOLEAN, "Transversal", "true si sirve en cualquier sector."),
        term("resource", "resources", "Recursos", many=Many.LIST),
        term("option_type", "option_types", "Tipo de opción", many=Many.LIST),
        term("theme", "themes", "Tema"),
        term("actors", "actors", "Actores", many=Many.LIST),
        text("safety", "Por su seguridad", "Lo que puede herir o enfermar a alguien, y cómo evitarlo. Va antes que los pasos.", many=Many.LIST),
        text("steps", "Pasos", "En imperativo: «Mida…», «Separe…».", many=Many.LIST),
        term("steps_basis", "attributions", "De dónde salen los pasos", "source, mixed o editor; hace falta si hay pasos."),
        text("suited_when", "Conviene cuando", many=Many.LIST),
        text("not_suited_when", "No conviene cuando", many=Many.LIST),
        text("prerequisites", "Antes hace falta", many=Many.LIST),
        term("cost_class", "cost_classes", "Clase de costo", "Solo si una fuente la respalda."),
        text("cost_note", "Nota sobre el costo"),
        text("typical_time", "Plazo habitual", "Solo si una fuente lo respalda."),
        text("risks", "Riesgos", many=Many.LIST),
        term("indicators", "indicators", "Qué medir", many=Many.LIST),
        reference("broader", PRACTICES, "Es un caso de", many=Many.LIST),
        reference("part_of", PRACTICES, "Forma parte de", many=Many.LIST),
        reference("alternatives", PRACTICES, "En lugar de", many=Many.LIST),
        reference("requires", PRACTICES, "Requiere", many=Many.LIST),
        record("aliases", SYNONYM, "También se dice", "Palabras por las que se la busca.", many=Many.LIST),
        record("supported_by", SUPPORT, "Quién la recomienda", "Un elemento por documento.", many=Many.LIST),
        term("recommendation", "recommendations", "Recomendación"),
        text("recommendation_reason", "Por qué"),
        record("sources", SOURCE_REFERENCE, "Otras fuentes", many=Many.LIST),
        SDG,
        R_STRATEGY,
        term("instruments", "instruments", "Instrumentos", many=Many.LIST),
        ILAC,
        *EPILOGUE,
    ),
)  # fmt: skip

PRACTICE_HEADINGS = ("Qué es", "Cuándo conviene", "Cómo hacerlo", "Qué medir", "Cuidados")
"""Second-level headings that the body of a practice may use, in order."""
