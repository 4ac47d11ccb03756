"""Floor 8: the catalog as data for other programs, and the page that offers it.

``export`` returns files by path relative to the site's root; everything lies below ``datos/``.
"""

from __future__ import annotations

from catalog.export.bibliography import bibliography, citation_files
from catalog.export.columns import HEADINGS, HOW_TO_READ, PURPOSES
from catalog.export.database import database
from catalog.export.form import form_script
from catalog.export.form_entries import entry_scripts
from catalog.export.jsonschema import json_schemas
from catalog.export.outschema import output_schemas
from catalog.export.page import data_page
from catalog.export.records import FORMAT, Records
from catalog.export.sheets_csv import sheet_tables
from catalog.export.spreadsheet import Sheet
from catalog.export.spreadsheet import workbook as tables_workbook
from catalog.export.tables import Table, tables
from catalog.export.workbook import cases_workbook, template
from catalog.model import Catalog, Finding
from catalog.settings import Settings

FOLDER = "datos"
SHEETS = "planilla"
"""Folder of the spreadsheets that ``import`` reads back."""
VERSION = FORMAT


def export(catalog: Catalog, settings: Settings) -> tuple[dict[str, str | bytes], list[Finding]]:
    """Every data file of the site."""
    files: dict[str, str | bytes] = {
        "formulario.js": form_script(catalog, settings),
        **entry_scripts(catalog),
        **{f"{FORMAT}/{name}": data for name, data in _data(catalog, settings).items()},
        **{f"esquema/{name}.json": s for name, s in json_schemas(catalog.vocabularies).items()},
        **{f"{SHEETS}/{name}.csv": text for name, text in sheet_tables(catalog).items()},
        f"{SHEETS}/plantilla.xlsx": template(catalog.vocabularies),
    }
    return {f"{FOLDER}/{name}": text for name, text in files.items()}, []


def _data(catalog: Catalog, settings: Settings) -> dict[str, str | bytes]:
    """What the format version promises to keep."""
    records, found = Records(catalog, settings), tables(catalog, settings)
    return {
        "catalog.json": records.whole(),
        "catalogo.xlsx": tables_workbook(sheets_of(found, settings)),
        "catalogo.sqlite": database(catalog, settings),
        **bibliography(catalog),
        **{f"{name}.csv": table.csv for name, table in found.items()},
        **{f"esquema/{name}.json": text for name, text in output_schemas().items()},
        **records.files(),
        **dict(citation_files(catalog, settings)),
    }


def sheets_of(found: dict[str, Table], settings: Settings) -> list[Sheet]:
    """A sheet of explanations, then every table with Spanish headings."""
    keys = dict.fromkeys(key for table in found.values() for key in table.header)
    about = [
        (settings.site_url, settings.license_name),
        *((line, "") for line in HOW_TO_READ),
        *((name, purpose) for name, purpose in PURPOSES.values()),
        *((HEADINGS[key], f"en CSV y JSON: {key}") for key in keys),
    ]
    first = Sheet("Léame", (settings.site_name, ""), about)
    rest = [
        Sheet(PURPOSES[name][0], [HEADINGS[key] for key in table.header], table.rows)
        for name, table in found.items()
    ]
    return [first, *rest]


def export_workbook(catalog: Catalog) -> dict[str, bytes]:
    """All cases as one workbook, which a build of many cases need not spend its time on."""
    return {f"{FOLDER}/{SHEETS}/casos.xlsx": cases_workbook(catalog)}


__all__ = ["FOLDER", "SHEETS", "VERSION", "data_page", "export", "export_workbook", "json_schemas"]
