"""How the contribution form is laid out: which fields stand where, and in which everyday words.

Only order and wording: what a field is stays in the field table, and a field that no step names
lands by itself in the last folded group.
"""

from __future__ import annotations

CORE = ("title", "summary", "level", "country", "sector", "period", "resource", "resource_note", "practices", "practices_note")  # fmt: skip  # noqa: E501
"""Step 1, in the order of the page."""
FIGURES = ("results", "economics")
SOURCES = ("sources",)
FOLDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Lugar, tamaño y quiénes participaron",
     ("place", "subdivision", "coordinates", "size", "size_basis", "organizations")),
    ("Cómo terminó y cómo se sabe",
     ("outcome", "outcome_note", "status_now", "followups", "verification", "verification_note",
      "source_read", "caveats")),
    ("Lo aprendido", ("drivers", "barriers", "lessons", "applicability")),
    ("Qué clase de medida es",
     ("option_type", "instruments", "financing", "enabled_by", "standards", "related")),
)  # fmt: skip
REST = "Otros datos"
HIDDEN = frozenset(("aliases", "redirect_from", "language", "license", "tombstone"))
"""Fields for the keepers of the catalog: a new entry has none of them."""
HIDDEN_ELSEWHERE = HIDDEN | {
    "file",
    "title_basis",
    "link_status",
    "former_names",
    "successor",
    "checked",
    "status",
    "sources",
}
"""The same in records that the form creates beside the case (sources and organizations)."""
FEW = 9
"""Of a list of several, up to so many terms stand side by side; more are searched."""
RESULT_MORE = ("label", "n", "scope", "period", "pages", "note", "context")
"""Fields of a figure that stand folded."""

WORDING: dict[str, tuple[str, str | None]] = {
    # record.field: (question, help); without help that of the field table stays
    "case.title": ("Título", "Quién y qué logró."),
    "case.summary": ("Resumen", "Problema, medida y resultado, en una o dos frases."),
    "case.level": ("¿Quién lo hizo?", ""),
    "case.country": ("País", "Escriba el nombre y elija."),
    "case.sector": ("Sector", "«panadería», «hotel»… El primero es el principal."),
    "case.period": ("¿Cuándo?", "2002, 2002-11, 2002/2004, o unknown si no se sabe."),
    "case.resource": ("¿Qué cuida?", ""),
    "case.resource_note": ("Ninguno, porque…", "Solo si la fuente no nombra ningún recurso."),
    "case.practices": (
        "¿Qué práctica aplicó?",
        "Busque con sus palabras: «lavado», «medir», «capacitar»…",
    ),
    "case.practices_note": (
        "Ninguna de la lista, porque…",
        "Diga en una frase qué se hizo, o que la fuente no lo dice.",
    ),
    "case.economics": ("¿Cuánto costó y cuánto ahorra?", None),
    "result.indicator": ("¿Qué se midió?", "Escriba «agua», «luz», «basura»… y elija."),
    "result.of": ("De qué", "Sustancia o producto: «sal común», «hoteles»."),
    "result.baseline": ("Antes", "Un número, o «más de 500», «5 a 8»."),
    "result.change": ("Cambio", "Con signo: -555 es una reducción."),
    "result.percent": ("Cambio en %", "Con signo: -14 es una reducción."),
    "result.value": ("O un valor solo", "Una capacidad, un número de empresas, un precio."),
    "result.basis": ("¿Cómo se sabe?", ""),
    "result.unit": ("Unidad", "La que imprime la fuente."),
    "result.per": ("Por (cada cuánto)", "Un tiempo, o una cantidad de producto."),
    "result.percent_of": ("¿Porcentaje de qué?", "«unknown» si la fuente no lo dice."),
    "result.source": ("Fuente de la cifra", ""),
    "result.context": (
        "¿Solo sitúa el caso?",
        "El tamaño del campo o lo que produce la planta: no es un resultado y se muestra aparte.",
    ),
    "money.currency": ("Moneda", "La que imprime la fuente."),
    "source_reference.id": (
        "Documento o página",
        "Busque por título, editor o dirección web; si no está, descríbala.",
    ),
    "involvement.id": ("Organización", "Busque por nombre o sigla; si no está, descríbala."),
    "source.author": ("Autores", "Uno por línea."),
    "source.type": ("Tipo", ""),
}
"""The mock's questions where the table's label is too terse for a person who never saw a file."""
