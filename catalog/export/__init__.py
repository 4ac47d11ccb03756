"""Floor 7: the catalog as data for other programs.

``export`` returns files by path relative to the site's root; everything lies below ``datos/``.
"""

from __future__ import annotations

from catalog.export.bibliography import bibtex, csl_json
from catalog.export.form import form_script
from catalog.export.jsonschema import json_schemas
from catalog.export.records import catalog_json, entry_files
from catalog.export.sheets_csv import sheet_tables
from catalog.export.tables import tables
from catalog.export.workbook import cases_workbook, template
from catalog.model import Catalog, Finding
from catalog.settings import Settings

FOLDER = "datos"
SHEETS = "planilla"
"""Spreadsheets that ``import`` reads back."""
VERSION = "v1"
"""Part of every data address. A change that breaks readers gets a new one beside the old."""


def export(catalog: Catalog, settings: Settings) -> tuple[dict[str, str | bytes], list[Finding]]:
    """Every data file of the site."""
    files: dict[str, str | bytes] = {
        "catalog.json": catalog_json(catalog, settings),
        "fuentes.csl.json": csl_json(catalog.sources),
        "fuentes.bib": bibtex(catalog.sources),
        "formulario.js": form_script(catalog, settings),
        **{f"{name}.csv": text for name, text in tables(catalog, settings).items()},
        **{f"{VERSION}/{name}": text for name, text in entry_files(catalog, settings).items()},
        **{f"esquema/{name}.json": s for name, s in json_schemas(catalog.vocabularies).items()},
        **{f"{SHEETS}/{name}.csv": text for name, text in sheet_tables(catalog).items()},
        f"{SHEETS}/plantilla.xlsx": template(catalog.vocabularies),
    }
    return {f"{FOLDER}/{name}": text for name, text in files.items()}, []


def export_workbook(catalog: Catalog) -> dict[str, bytes]:
    """All cases as one workbook: a millisecond for each, which a build cannot spend."""
    return {f"{FOLDER}/{SHEETS}/casos.xlsx": cases_workbook(catalog)}


__all__ = ["FOLDER", "SHEETS", "VERSION", "export", "export_workbook", "json_schemas"]
