"""Spreadsheets that ``import`` reads back: the template, and the cases in its form."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from catalog.csvtext import Cell
from catalog.export.spreadsheet import new_book, write_row
from catalog.model import Catalog, Vocabularies
from catalog.schema import Field, Many, Shape
from catalog.sheets import CASES, RESULTS, SHEETS, Column, Sheet, written

LISTS = "Listas"
HELP = "Ayuda"
LAST_ROW = 5000
"""Drop-downs reach down to this row."""
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
DIGITS = 15
"""A number of so many digits comes out of a spreadsheet as it went in."""
NUMERIC = (Shape.QUANTITY, Shape.NUMBER, Shape.INTEGER, Shape.YEAR)
HEAD = {"bold": True, "bg_color": "#DFE9E8", "text_wrap": True, "valign": "top"}
NEEDED = {**HEAD, "bg_color": "#F8E9DF"}


def template(vocabularies: Vocabularies) -> bytes:
    """``plantilla.xlsx``: empty sheets with drop-downs, a sheet of help and the lists."""
    return workbook(vocabularies, {})


def cases_workbook(catalog: Catalog) -> bytes:
    """``casos.xlsx``: every case and every figure in the form of the template."""
    return workbook(catalog.vocabularies, {CASES.title: case_rows(catalog), RESULTS.title: result_rows(catalog)})  # fmt: skip  # noqa: E501


def case_rows(catalog: Catalog) -> Iterator[list[tuple[Field, str]]]:
    """One row for each case: its cells with their fields."""
    for case in catalog.cases.values():
        yield [(column.field, cell_text(case, column)) for column in CASES.columns]


def result_rows(catalog: Catalog) -> Iterator[list[tuple[Field, str]]]:
    """One row for each figure, in the order of the cases."""
    for case in catalog.cases.values():
        for result in case.results:
            cells = [(c.field, cell_text(result, c)) for c in RESULTS.columns[1:]]
            yield [(RESULTS.columns[0].field, case.id), *cells]


def cell_text(entry: object, column: Column) -> str:
    """The text of one cell of an entry; groups are walked down."""
    value: Any = entry
    for name in column.path[:-1]:
        value = getattr(value, name)
        if value is None:
            return ""
    text = written(column.field, getattr(value, column.field.attribute or column.field.name))
    return text.strip() if column.path == ("body",) else text


def workbook(
    vocabularies: Vocabularies, rows: dict[str, Iterable[list[tuple[Field, str]]]]
) -> bytes:
    """A workbook with every sheet; those without rows stay empty."""
    packed = io.BytesIO()
    with new_book(packed) as book:
        heads = Heads(book.add_format(NEEDED), book.add_format(HEAD))
        places = list_places(vocabularies)
        for sheet in SHEETS:
            page = book.add_worksheet(sheet.title)
            page.freeze_panes(1, 1)
            for number, column in enumerate(sheet.columns):
                page.set_column(number, number, width(column))
                page.data_validation(1, number, LAST_ROW - 1, number, validation(column, places))
                page.write_string(0, number, column.header, heads.of(column))
            for number, row in enumerate(rows.get(sheet.title, ()), 1):
                write_row(page, number, [cell(field, text) for field, text in row])
        help_page(book, heads)
        list_page(book, vocabularies)
    return packed.getvalue()


@dataclass(frozen=True, slots=True)
class Heads:
    """How headings look; required columns stand out."""

    needed: Format
    other: Format

    def of(self, column: Column) -> Format:
        """The look of one column's heading."""
        return self.needed if column.required else self.other


def width(column: Column) -> int:
    """Wide columns for long texts."""
    long = column.field.shape is Shape.TEXT and (column.field.high or 1000) > 120
    return 50 if long or column.field.record else max(14, min(len(column.header) + 2, 30))


def cell(field: Field, text: str) -> Cell:
    """A number where nothing is lost by it, else text."""
    digits = sum(map(str.isdigit, text))
    if field.shape in NUMERIC and field.many is Many.ONE and digits <= DIGITS:
        return Decimal(text) if NUMBER.fullmatch(text) else text
    return text


def list_places(vocabularies: Vocabularies) -> dict[str, str]:
    """Where in the sheet of lists the labels of each vocabulary stand, as a reference."""
    places = {}
    for number, name in enumerate(used(vocabularies)):
        letter = xl_col_to_name(2 * number)
        places[name] = f"={LISTS}!${letter}$2:${letter}${len(vocabularies[name]) + 1}"
    return places


def used(vocabularies: Vocabularies) -> list[str]:
    """Vocabularies that some column takes its words from."""
    wanted = {column.field.vocabulary for sheet in SHEETS for column in sheet.columns}
    return sorted(name for name in wanted if name and name in vocabularies)


def validation(column: Column, places: dict[str, str]) -> dict[str, object]:
    """The drop-down and the help that appears beside the chosen cell."""
    field = column.field
    rule: dict[str, object] = {
        "validate": "any",
        "input_title": column.header[:32],
        "input_message": guide(column)[:255],
        "show_error": False,
    }
    if place := places.get(field.vocabulary):
        rule |= {
            "validate": "list",
            "source": place,
            "show_error": field.many is Many.ONE,
            "error_title": "No está en la lista",
            "error_message": "Elija un valor de la lista.",
        }
    return rule


FORMS = {
    Shape.QUANTITY: "Número; o 10..15, >=50, <=40, ~30.",
    Shape.PERIOD: "2002, 2002-11, 2002/2004, 2002/.. o unknown.",
    Shape.DATE: "2002, 2002-11 o 2002-11-21.",
    Shape.YEAR: "Cuatro cifras.",
    Shape.BOOLEAN: "true o false.",
    Shape.URL: "Dirección que empieza con https://.",
}


def guide(column: Column) -> str:
    """What goes into a column, in a few words."""
    field = column.field
    parts = ["Obligatorio." if column.required else "", field.help]
    if field.record is not None:
        names = " | ".join(f"{f.name}: …" for f in field.record.fields[1:])
        parts.append(f"Uno por línea: {field.record.fields[0].label.lower()} | {names}.")
    elif field.many is not Many.ONE:
        text = field.shape is Shape.TEXT
        parts.append("Uno por línea." if text else "Varios, separados por «;».")
    parts.append(FORMS.get(field.shape, "") if field.record is None else "")
    if field.high and field.shape is Shape.TEXT:
        parts.append(f"Hasta {field.high} caracteres.")
    return " ".join(part for part in parts if part)


HELP_HEADER = ("Hoja", "Columna", "Nombre en inglés", "Obligatoria", "Qué va", "Vocabulario")
ADVICE = (
    "Una fila de «Casos» por caso y una fila de «Resultados» por cifra.",
    "No combine celdas ni use fórmulas: pegue los valores.",
    "Las filas vacías se pasan por alto; el orden de las columnas no importa.",
    "«Fuentes» y «Organizaciones» sirven para las que aún no están en el catálogo.",
    "Revise antes de escribir: build_catalog.py import archivo.xlsx --dry-run",
)


def help_page(book: Workbook, heads: Heads) -> None:
    """The sheet that explains every column, from the field table."""
    page = book.add_worksheet(HELP)
    for number, wide in enumerate((16, 34, 34, 12, 90, 18)):
        page.set_column(number, number, wide)
    for number, line in enumerate(ADVICE):
        page.write_string(number, 0, line)
    write_row(page, len(ADVICE) + 1, HELP_HEADER, heads.other)
    columns = ((sheet, column) for sheet in SHEETS for column in sheet.columns)
    for number, (sheet, column) in enumerate(columns, len(ADVICE) + 2):
        write_row(page, number, help_row(sheet, column))


def help_row(sheet: Sheet, column: Column) -> list[Cell]:
    """One line of help."""
    needed = "sí" if column.required else ""
    return [sheet.title, column.header, column.key, needed, guide(column), column.field.vocabulary]


def list_page(book: Workbook, vocabularies: Vocabularies) -> None:
    """Two columns for each vocabulary: Spanish label and id."""
    page = book.add_worksheet(LISTS)
    for number, name in enumerate(used(vocabularies)):
        terms = [(name, "id"), *((term.name, term.id) for term in vocabularies[name])]
        for row, pair in enumerate(terms):
            write_row(page, row, pair, first=2 * number)
