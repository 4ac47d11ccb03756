"""What every column of the tables means, in Spanish: headings of the workbook and of the page."""

from __future__ import annotations

HEADINGS = {
    "id": "Ficha", "url": "Dirección", "title": "Título", "summary": "Resumen", "level": "Nivel",
    "country": "País", "place": "Lugar", "sector": "Sector", "isic4": "CIIU Rev. 4",
    "resource": "Recursos", "size": "Tamaño", "period": "Periodo", "outcome": "Resultado",
    "verification": "Verificación", "source_read": "Leído de la fuente", "practices": "Prácticas",
    "instruments": "Instrumentos", "investment": "Inversión",
    "investment_currency": "Moneda de la inversión", "annual_saving": "Ahorro anual",
    "saving_currency": "Moneda del ahorro", "payback_months": "Se paga en (meses)",
    "payback_computed": "Plazo calculado aquí", "payback_projected": "Plazo proyectado",
    "figures": "Número de cifras", "sources": "Fuentes", "updated": "Última modificación",
    "hash": "Versión", "case": "Caso", "indicator": "Indicador", "of": "De qué",
    "baseline": "Antes", "after": "Después", "change": "Cambio", "percent": "Cambio en %",
    "value": "Valor", "unit": "Unidad", "per": "Por", "per_of": "Por cada",
    "percent_of": "Porcentaje de", "computed": "Calculado aquí",
    "canonical_unit": "Unidad común", "canonical_change": "Cambio en unidad común",
    "canonical_value": "Valor en unidad común", "basis": "Base", "n": "Sitios detrás",
    "scope": "Alcance", "source": "Fuente", "pages": "Páginas", "note": "Nota",
    "context": "De contexto",
    "kind": "Clase", "theme": "Tema", "sectors": "Sectores", "option_type": "Tipo de medida",
    "recommendation": "Recomendación", "maturity": "Madurez", "cases": "Casos",
    "countries": "Países", "median_payback_months": "Mediana del plazo (meses)",
    "statements": "Documentos que la apoyan", "from_kind": "De (clase)", "from": "De",
    "relation": "Relación", "to_kind": "A (clase)", "to": "A", "type": "Tipo",
    "author": "Autoría", "issued": "Fecha", "publisher": "Publica", "container": "Publicado en",
    "language": "Idioma", "doi": "DOI", "archive_url": "Copia archivada",
    "accessed": "Consultado", "license": "Licencia", "quality": "Calidad de lo leído",
    "link_status": "Estado del enlace", "name": "Nombre", "acronym": "Sigla", "status": "Hoy",
    "practice": "Práctica", "prioridad_ilac": "Prioridad ILAC", "prioridad": "Prioridad",
    "resultado_esperado": "Resultado esperado", "indicador": "Indicadores de resultado",
    "actividad": "Actividades principales", "responsable": "Responsables",
    "recursos": "Recursos para hacerlo", "otros_actores": "Participación de otros actores",
}  # fmt: skip
"""Heading of each column, by its key."""

PURPOSES = {
    "cases": ("Casos", "Una fila por caso."),
    "results": ("Cifras", "Una fila por cifra: lo que dice la fuente y lo que se calculó."),
    "practices": ("Prácticas", "Una fila por práctica, con lo que suman sus casos."),
    "links": ("Vínculos", "Una fila por vínculo entre dos fichas."),
    "matrix": ("Matriz", "Las columnas de la matriz regional de 2007, por país y práctica."),
    "sources": ("Fuentes", "Una fila por documento."),
    "organizations": ("Organizaciones", "Una fila por organización."),
}
"""Name and purpose of each table, by the name of its file."""

HOW_TO_READ = (
    "Una celda vacía quiere decir que la fuente no lo dice: no es un cero.",
    "Los números llevan punto decimal y no llevan separador de miles.",
    "«10..15» es un rango, «>=50» al menos, «<=40» hasta, «~30» cerca de.",
    "Un cambio negativo es una reducción.",
    "El dinero queda en la moneda y el año de la fuente; no se convierte.",
    "Varios valores en una celda van separados por «; ».",
    "Un apóstrofo al comienzo de un texto evita que se tome por fórmula; no es parte del dato.",
)
"""Rules that hold in every table."""
