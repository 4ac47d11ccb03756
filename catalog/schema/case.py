"""The fields of a case, in the order in which ``new`` and the form present them."""

from __future__ import annotations

from catalog.model import Kind
from catalog.schema.fields import Field, Many, Record, Shape, record, reference, term, text
from catalog.schema.shared import (
    ANY_ENTRY,
    EPILOGUE,
    EVENT,
    ILAC,
    NOTE,
    R_STRATEGY,
    SDG,
    SOURCE,
    SOURCE_REFERENCE,
    summary,
    title,
)

RESULT = Record(
    "result",
    (
        term("indicator", "indicators", "Indicador", "Qué se midió.", required=True),
        text("of", "De qué", "Sustancia, producto u objeto: «sal común», «hoteles».", high=120),
        text("label", "Nombre corto", "Solo si el nombre del indicador engaña.", high=60),
        Field("baseline", Shape.QUANTITY, "Antes"),
        Field("after", Shape.QUANTITY, "Después"),
        Field("change", Shape.QUANTITY, "Cambio", "Con signo: −555 es una reducción."),
        Field("percent", Shape.QUANTITY, "Cambio en %", "Con signo: −14 es una reducción."),
        Field("value", Shape.QUANTITY, "Valor", "Un nivel que no es ni antes ni después."),
        term("unit", "units", "Unidad", "Hace falta salvo que solo se dé «percent»."),
        term("per", "units", "Por", "Tiempo (year, month, day) o unidad de producto (t, kg)."),
        text("per_of", "Por cada", "Qué cuenta la unidad de «per»: «cuero», «botella».", high=80),
        text(
            "percent_of",
            "Porcentaje de qué",
            "De qué es el porcentaje; «unknown» si la fuente no lo dice.",
            high=200,
        ),
        term("basis", "bases", "Base", "Cómo se obtuvo la cifra.", required=True),
        Field("n", Shape.INTEGER, "Cuántos sitios", low=1),
        text("scope", "Alcance", "Qué abarca: «toda la planta», «una línea».", high=200),
        Field("period", Shape.PERIOD, "Periodo de la cifra"),
        reference("source", SOURCE, "Fuente", "Una de las fuentes de la ficha.", required=True),
        text("pages", "Páginas", high=60),
        text("note", "Nota", "Cómo leer la cifra; contradicciones.", high=500),
        Field(
            "context",
            Shape.BOOLEAN,
            "De contexto",
            "true si sitúa el caso (tamaño, problema) y no es un resultado suyo.",
        ),
    ),
)
MONEY = Record(
    "money",
    (
        Field("value", Shape.QUANTITY, "Monto", required=True),
        Field(
            "currency",
            Shape.CODE,
            "Moneda",
            "Código ISO 4217, la que imprime la fuente.",
            required=True,
            pattern="[A-Z]{3}",
            pattern_help="tres letras mayúsculas, por ejemplo USD",
        ),
        Field("year", Shape.YEAR, "Año de la moneda"),
        term("basis", "bases", "Base"),
        reference("source", SOURCE, "Fuente"),
        term("per", "units", "Por"),
        text("per_of", "Por cada", high=80),
        text("scope", "Alcance", high=200),
        text("note", "Nota", high=500),
    ),
)
REPORTED = Record(
    "reported",
    (
        Field("value", Shape.QUANTITY, "Valor", required=True),
        reference("source", SOURCE, "Fuente"),
        term("basis", "bases", "Base"),
        text("note", "Nota", high=500),
    ),
)
ECONOMICS = Record(
    "economics",
    (
        record("investment", MONEY, "Inversión"),
        record("annual_saving", MONEY, "Ahorro por año"),
        record("operating_cost", MONEY, "Costo de operación"),
        record("reported_payback_months", REPORTED, "Recuperación publicada (meses)"),
        record("reported_roi_percent", REPORTED, "Retorno publicado (% al año)"),
    ),
)
INVOLVEMENT = Record(
    "involvement",
    (
        reference("id", (Kind.ORGANIZATION,), "Organización", required=True),
        term("role", "roles", "Papel", required=True),
    ),
)
FOLLOWUP = Record(
    "followup",
    (
        Field("date", Shape.DATE, "Fecha", required=True),
        term("status", "statuses", "Estado", required=True),
        text("note", "Nota", high=500),
        reference("source", SOURCE, "Fuente"),
    ),
)
APPLICABILITY = Record(
    "applicability",
    (
        term("sizes", "sizes", "Tamaños", many=Many.LIST),
        text("conditions", "Condiciones", many=Many.LIST),
        text("not_suited_when", "No conviene cuando", many=Many.LIST),
    ),
)
RECOGNITION = Record(
    "recognition",
    (
        text("name", "Reconocimiento", required=True, high=160),
        Field("year", Shape.YEAR, "Año"),
        text("by", "Quién lo dio", high=160),
    ),
)
INCLUSION = Record(
    "inclusion",
    (
        term("tags", "inclusion", "Grupos", many=Many.LIST),
        text("evidence", "En qué se nota", high=400),
    ),
)

CASE = Record(
    "case",
    (
        title("Qué se hizo y dónde, con el resultado si cabe."),
        summary(),
        term("level", "levels", "Nivel", "Quién actúa: el Estado, una ONG o gremio, una empresa.", required=True),
        term("country", "countries", "País", "Código de dos letras; REGIONAL si la fuente no nombra ninguno.", required=True, many=Many.EITHER, low=1),
        text("place", "Lugar", "Ciudad, región o cuenca.", high=160),
        Field("subdivision", Shape.CODE, "Subdivisión", "Código ISO 3166-2.", pattern="[A-Z]{2}-[A-Z0-9]{1,3}", pattern_help="como BO-T"),
        Field("coordinates", Shape.NUMBER, "Coordenadas", "Latitud y longitud en grados decimales.", many=Many.LIST, low=-180, high=180),
        term("sector", "sectors", "Sector", "El primero es el principal.", required=True, many=Many.EITHER, low=1),
        term("resource", "resources", "Recursos", "Qué se cuidó.", required=True, many=Many.LIST, empty_needs="resource_note"),
        text("resource_note", "Por qué sin recurso"),
        reference("practices", (Kind.PRACTICE,), "Prácticas", "Las que el caso documenta; [] y el motivo si ninguna.", required=True, many=Many.LIST, empty_needs="practices_note"),
        text("practices_note", "Por qué sin práctica"),
        Field("period", Shape.PERIOD, "Periodo", "2002, 2002-11, 2002/2004, 2002/.. o unknown.", required=True, example="2002/2004"),
        record("sources", SOURCE_REFERENCE, "Fuentes", "Documentos en que descansa la ficha.", required=True, many=Many.LIST, low=1),
        record("organizations", INVOLVEMENT, "Organizaciones", many=Many.LIST),
        term("size", "sizes", "Tamaño"),
        term("size_basis", "attributions", "Quién dijo el tamaño", "source si lo dice la fuente, editor si lo juzga quien escribe."),
        term("option_type", "option_types", "Tipo de opción", many=Many.LIST),
        record("results", RESULT, "Resultados", "Una cifra por elemento.", many=Many.LIST),
        record("economics", ECONOMICS, "Economía"),
        term("outcome", "outcomes", "Cómo terminó", default="unknown"),
        text("outcome_note", "Nota sobre el desenlace", high=500),
        term("status_now", "statuses", "Estado actual", default="unknown"),
        record("followups", FOLLOWUP, "Seguimiento", many=Many.LIST),
        term("verification", "verification", "Verificación", default="V1"),
        text("verification_note", "Por qué ese nivel", high=400),
        term("source_read", "readings", "Cuánto se leyó", "full si se leyó entera la fuente, excerpt si un extracto.", default="excerpt"),
        term("instruments", "instruments", "Instrumentos", many=Many.LIST),
        term("financing", "instruments", "Financiamiento", many=Many.LIST),
        reference("enabled_by", ANY_ENTRY, "Lo hizo posible", "Programa o instrumento del que nació.", many=Many.LIST),
        record("drivers", NOTE, "Motivos", many=Many.LIST),
        record("barriers", NOTE, "Dificultades", many=Many.LIST),
        record("lessons", NOTE, "Lecciones", many=Many.LIST),
        record("caveats", NOTE, "Advertencias", "Contradicciones, cifras propias, datos que faltan.", many=Many.LIST),
        record("applicability", APPLICABILITY, "A quién sirve"),
        record("recognition", RECOGNITION, "Reconocimientos", many=Many.LIST),
        term("standards", "standards", "Normas", many=Many.LIST),
        SDG,
        R_STRATEGY,
        ILAC,
        record("inclusion", INCLUSION, "Inclusión"),
        record("timeline", EVENT, "Cronología", many=Many.LIST),
        term("visitable", "answers", "Se puede visitar", default="unknown"),
        reference("related", (Kind.CASE,), "Véase también", many=Many.LIST),
        Field("aliases", Shape.SLUG, "Ids anteriores", "Ids con los que se publicó.", many=Many.LIST),
        *EPILOGUE,
    ),
)  # fmt: skip

HEADINGS: dict[str, tuple[str, ...]] = {
    "state": (
        "Marco y actores", "Instrumento", "Cobertura", "Resultados", "Continuidad", "Lecciones",
    ),
    "ngo": (
        "Situación inicial", "Qué se hizo", "Resultados", "Qué lo hizo posible", "Dificultades",
        "Lecciones", "Cómo replicarlo",
    ),
    "enterprise": (
        "Situación inicial", "Qué se hizo", "Resultados", "Qué lo hizo posible", "Dificultades",
        "Lecciones", "Cómo replicarlo",
    ),
}  # fmt: skip
"""Second-level headings that the body of a case may use, in order, by level."""

SPOKEN_HEADINGS: dict[str, tuple[str, ...]] = {
    "Marco y actores": ("Marco", "Marco legal", "Actores", "Antecedentes", "Contexto", "Introducción"),
    "Instrumento": ("El instrumento", "Instrumentos", "Descripción", "En qué consiste"),
    "Cobertura": ("Alcance", "Participantes"),
    "Continuidad": ("Seguimiento", "Sostenibilidad", "Qué pasó después"),
    "Situación inicial": (
        "Antecedentes", "Contexto", "Introducción", "Diagnóstico", "Problema", "El problema",
        "Punto de partida", "La empresa", "Descripción de la empresa",
    ),
    "Qué se hizo": (
        "Acciones", "Acciones realizadas", "Actividades", "Medidas", "Medidas aplicadas",
        "Solución", "La solución", "Implementación", "Intervención", "Desarrollo",
    ),
    "Resultados": ("Resultados obtenidos", "Resultados alcanzados", "Logros", "Beneficios", "Impacto"),
    "Qué lo hizo posible": ("Factores de éxito", "Claves del éxito"),
    "Dificultades": ("Obstáculos", "Barreras", "Limitaciones", "Problemas encontrados", "Desafíos"),
    "Lecciones": ("Lecciones aprendidas", "Aprendizajes", "Conclusiones"),
    "Cómo replicarlo": ("Réplica", "Replicabilidad", "Recomendaciones"),
}  # fmt: skip
"""What people write over those parts in their own texts. Of a level's headings the first claims it."""
