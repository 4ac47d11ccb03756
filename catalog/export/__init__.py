"""Floor 8: the catalog as data for other programs, and the page that offers it.

``export`` returns files by path relative to the site's root; everything lies below ``datos/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from catalog.export.bibliography import CITED, bibliography, citation_files
from catalog.export.columns import HEADINGS, HOW_TO_READ, PURPOSES
from catalog.export.database import database
from catalog.export.form import form_script
from catalog.export.form_entries import entry_scripts
from catalog.export.jsonschema import json_schemas
from catalog.export.outschema import output_schemas
from catalog.export.page import data_page, weigh
from catalog.export.records import FORMAT, record_files
from catalog.export.sheets_csv import sheet_tables
from catalog.export.spreadsheet import Sheet
from catalog.export.spreadsheet import workbook as tables_workbook
from catalog.export.tables import Table, tables
from catalog.export.workbook import cases_workbook, template
from catalog.model import Catalog, Finding
from catalog.reads import Later, Reads, made
from catalog.settings import Settings

FOLDER = "datos"
SHEETS = "planilla"
"""Folder of the spreadsheets that ``import`` reads back."""
VERSION = FORMAT


Share = Callable[[Iterable[str]], Iterable[str]]
"""Chooses some of the ids of a kind."""
Files = Iterator[tuple[str, str | bytes | Later]]


def export(catalog: Catalog, settings: Settings) -> tuple[dict[str, str | bytes], list[Finding]]:
    """Every data file of the site."""
    reads = Reads()
    found = chain(whole_files(catalog, settings, reads), citations(catalog, settings, reads))
    return {path: made(text) for path, text in found}, []


def whole_files(catalog: Catalog, settings: Settings, reads: Reads) -> Files:
    """The catalog as a whole and the JSON of each entry, one after the other: some are large.

    ``reads`` notes what is looked up in ``catalog``, if that is watched.
    """
    yield f"{FOLDER}/formulario.js", form_script(catalog, settings)
    yield from _below(FOLDER, entry_scripts(catalog))
    yield from _below(f"{FOLDER}/{FORMAT}", _data(catalog, settings, reads))
    yield from _below(f"{FOLDER}/esquema", _named(json_schemas(catalog.vocabularies), "json"))
    yield from _below(f"{FOLDER}/{SHEETS}", _named(sheet_tables(catalog), "csv"))
    yield f"{FOLDER}/{SHEETS}/plantilla.xlsx", template(catalog.vocabularies)


def citations(catalog: Catalog, settings: Settings, reads: Reads, share: Share = iter) -> Files:
    """How to cite each entry of a share, of the kinds that somebody cites."""
    for kind in CITED:
        for id in share(catalog.entries(kind)):
            files = citation_files(kind, id, catalog, settings, reads)
            yield from _below(f"{FOLDER}/{FORMAT}", files)


def _data(catalog: Catalog, settings: Settings, reads: Reads) -> Files:
    """What the format version promises to keep."""
    yield from record_files(catalog, settings, reads)
    found = tables(catalog, settings)
    yield "catalogo.xlsx", tables_workbook(sheets_of(found, settings))
    yield from ((f"{name}.csv", table.csv) for name, table in found.items())
    yield "catalogo.sqlite", database(catalog, settings)
    yield from bibliography(catalog).items()
    yield from _below("esquema", _named(output_schemas(), "json"))


def _below(folder: str, files: Mapping[str, str | bytes] | Files) -> Files:
    pairs = files.items() if isinstance(files, Mapping) else files
    return ((f"{folder}/{name}", content) for name, content in pairs)


def _named(files: Mapping[str, str], ending: str) -> Files:
    return ((f"{name}.{ending}", content) for name, content in files.items())


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


__all__ = [
    "FOLDER",
    "SHEETS",
    "VERSION",
    "citations",
    "data_page",
    "export",
    "export_workbook",
    "json_schemas",
    "weigh",
    "whole_files",
]
