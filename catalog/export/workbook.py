"""Spreadsheets that ``import`` reads back: the template, and the cases in its form."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from catalog.model import Catalog, Vocabularies
from catalog.schema import Field, Many, Shape
from catalog.sheets import CASES, RESULTS, SHEETS, Column, Sheet, written

LISTS = "Listas"
HELP = "Ayuda"
LAST_ROW = 5000
"""Drop-downs reach down to this row."""
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?")
"""A number that a spreadsheet gives back digit by digit."""
NUMERIC = (Shape.QUANTITY, Shape.NUMBER, Shape.INTEGER, Shape.YEAR)
BOLD = Font(bold=True)
HEAD = PatternFill("solid", fgColor="DFE9E8")
NEEDED = PatternFill("solid", fgColor="F8E9DF")
WRAP = Alignment(wrap_text=True, vertical="top")
STAMP = (1980, 1, 1, 0, 0, 0)
CHANGED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
Row = list[Any]


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
    book = Workbook(write_only=True)
    places = list_places(vocabularies)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.title)
        page.freeze_panes = "B2"
        for number, column in enumerate(sheet.columns, 1):
            page.column_dimensions[get_column_letter(number)].width = width(column)
            page.data_validations.append(validation(column, number, places))
        page.append([styled(page, column.header, fill(column)) for column in sheet.columns])
        for row in rows.get(sheet.title, ()):
            page.append([cell(page, field, text) for field, text in row])
    help_page(book)
    list_page(book, vocabularies)
    return saved(book)


def fill(column: Column) -> PatternFill:
    """Required columns stand out."""
    return NEEDED if column.required else HEAD


def width(column: Column) -> int:
    """Wide columns for long texts."""
    long = column.field.shape is Shape.TEXT and (column.field.high or 1000) > 120
    return 50 if long or column.field.record else max(14, min(len(column.header) + 2, 30))


def styled(page: Any, text: str, paint: PatternFill) -> object:  # noqa: ANN401 - untyped
    """A heading."""
    head = WriteOnlyCell(page, text)
    head.font, head.fill, head.alignment = BOLD, paint, WRAP
    return head


def cell(page: Any, field: Field, text: str) -> object:  # noqa: ANN401 - untyped
    """A number where nothing is lost by it, else text that is never a formula."""
    if not text:
        return None
    if field.shape in NUMERIC and field.many is Many.ONE and NUMBER.fullmatch(text):
        return Decimal(text)
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    if not clean.startswith("="):
        return clean
    safe = WriteOnlyCell(page, clean)
    safe.data_type = "s"
    return safe


def list_places(vocabularies: Vocabularies) -> dict[str, str]:
    """Where in the sheet of lists the labels of each vocabulary stand, as a reference."""
    places = {}
    for number, name in enumerate(used(vocabularies)):
        letter = get_column_letter(2 * number + 1)
        places[name] = f"={LISTS}!${letter}$2:${letter}${len(vocabularies[name]) + 1}"
    return places


def used(vocabularies: Vocabularies) -> list[str]:
    """Vocabularies that some column takes its words from."""
    wanted = {column.field.vocabulary for sheet in SHEETS for column in sheet.columns}
    return sorted(name for name in wanted if name and name in vocabularies)


def validation(column: Column, number: int, places: dict[str, str]) -> DataValidation:
    """The drop-down and the help that appears beside the chosen cell."""
    field = column.field
    rule = DataValidation(allow_blank=True, showErrorMessage=False, showInputMessage=True)
    if place := places.get(field.vocabulary):
        rule.type, rule.formula1 = "list", place
        rule.showErrorMessage = field.many is Many.ONE
        rule.errorTitle, rule.error = "Catálogo PML", "Elija un valor de la lista."
    rule.promptTitle = column.header[:32]
    rule.prompt = guide(column)[:255]
    letter = get_column_letter(number)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")
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


def help_page(book: Workbook) -> None:
    """The sheet that explains every column, from the field table."""
    page = book.create_sheet(HELP)
    for number, wide in enumerate((16, 34, 34, 12, 90, 18), 1):
        page.column_dimensions[get_column_letter(number)].width = wide
    for line in ADVICE:
        page.append([line])
    page.append([])
    page.append([styled(page, text, HEAD) for text in HELP_HEADER])
    for sheet in SHEETS:
        for column in sheet.columns:
            page.append(help_row(sheet, column))


def help_row(sheet: Sheet, column: Column) -> Row:
    """One line of help."""
    needed = "sí" if column.required else ""
    return [sheet.title, column.header, column.key, needed, guide(column), column.field.vocabulary]


def list_page(book: Workbook, vocabularies: Vocabularies) -> None:
    """Two columns for each vocabulary: Spanish label and id."""
    page = book.create_sheet(LISTS)
    names = used(vocabularies)
    page.append([text for name in names for text in (name, "id")])
    columns = [[(term.name, term.id) for term in vocabularies[name]] for name in names]
    for row in range(max(map(len, columns), default=0)):
        page.append([text for c in columns for text in (c[row] if row < len(c) else (None, None))])


def saved(book: Workbook) -> bytes:
    """The file, the same bytes for the same content: no clock in it."""
    raw = io.BytesIO()
    book.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = CHANGED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return packed.getvalue()
