"""Files to tables: every cell with its place, and every way in which a spreadsheet can mislead."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from catalog.importer.remarks import Place, Remark, error, notice
from catalog.load.brought import decoded
from catalog.sheets import CASES, SHEETS, Sheet, folded

READ_BY_PEOPLE = frozenset(map(folded, ("Ayuda", "Listas")))
LARGEST = 64 << 20
DEEPEST_HEADER = 10
FORMULA_SIGNS = "=+-@\t\r|'"


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a cell and how the spreadsheet shows it; ``formula`` if it computes it."""

    value: Any
    shown_as: str = "General"
    formula: str = ""
    error: bool = False


@dataclass
class Table:
    """One sheet as read: its columns by position, and the rows that hold anything."""

    name: str
    sheet: Sheet
    headers: dict[int, str] = field(default_factory=dict)
    rows: list[tuple[int, dict[int, Cell]]] = field(default_factory=list)


Rows = Iterable[tuple[int, dict[int, Cell]]]
Read = tuple[list[Table], list[Remark]]


def read_tables(path: Path) -> Read:
    """The tables of a file, by its ending."""
    try:
        if path.stat().st_size > LARGEST:
            return [], [error(Place(path.name), "El archivo es demasiado grande (más de 64 MB).")]
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            return read_workbook(path)
        if path.suffix.lower() in (".csv", ".tsv", ".txt"):
            return read_texts(path)
    except OSError as problem:
        return [], [error(Place(path.name), f"No se pudo leer: {problem.strerror}.")]
    advice = "Guárdelo como .xlsx o como .csv."
    return [], [error(Place(path.name), f"No se leen archivos «{path.suffix}».", advice)]


def read_workbook(path: Path) -> Read:
    """The sheets of an Excel file that the catalog knows."""
    try:
        book = load_workbook(path)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError) as problem:
        advice = f"Ábralo y vuelva a guardarlo como .xlsx. ({type(problem).__name__})"
        return [], [error(Place(path.name), "El archivo no es un libro de Excel legible.", advice)]
    known = {folded(name): sheet for sheet in SHEETS for name in (sheet.title, sheet.english)}
    tables: list[Table] = []
    remarks: list[Remark] = []
    alone = not any(folded(page.title) in known for page in book.worksheets)
    for number, page in enumerate(book.worksheets):
        sheet = known.get(folded(page.title)) or (CASES if alone and number == 0 else None)
        if sheet is None:
            remarks += unread_sheet(page)
            continue
        remarks += merged(page)
        table, found = table_of(page.title, sheet, page_rows(page))
        tables.append(table)
        remarks += found
    return tables, remarks + formulas(path, tables)


def unread_sheet(page: Any) -> Iterator[Remark]:  # noqa: ANN401 - untyped
    """A sheet with another name is not lost in silence."""
    if folded(page.title) not in READ_BY_PEOPLE and page.max_row and page.dimensions != "A1:A1":
        names = ", ".join(sheet.title for sheet in SHEETS)
        yield notice(Place(page.title), "Esta hoja no se lee.", f"Se leen: {names}.")


def merged(page: Any) -> Iterator[Remark]:  # noqa: ANN401 - untyped
    """Merged cells: only the first holds the value, the rows below it lose theirs."""
    for area in page.merged_cells.ranges:
        yield error(
            Place(page.title, area.min_row, area.min_col),
            f"Las celdas {area.coord} están combinadas; solo la primera guarda el valor.",
            "Sepárelas y repita el valor en cada una.",
        )


def page_rows(page: Any) -> Rows:  # noqa: ANN401 - untyped
    """Rows of an Excel sheet; cells without a value are left out."""
    for row in page.iter_rows():
        cells = {}
        for cell in row:
            if cell.value is not None and cell.value != "":
                formula = str(cell.value) if cell.data_type == "f" else ""
                wrong = cell.data_type == "e"
                cells[cell.column] = Cell(cell.value, cell.number_format, formula, wrong)
        if row:
            yield row[0].row, cells


def formulas(path: Path, tables: list[Table]) -> list[Remark]:
    """Each formula, with the value that the spreadsheet last worked out."""
    places = [
        (table, row, column, cell.formula)
        for table in tables
        for row, cells in table.rows
        for column, cell in cells.items()
        if cell.formula
    ]
    if not places or path.suffix.lower() == ".csv":
        return [formula_error(*place, "") for place in places]
    values = load_workbook(path, data_only=True)
    found = []
    for table, row, column, formula in places:
        value = values[table.name].cell(row, column).value
        found.append(formula_error(table, row, column, formula, "" if value is None else value))
    return found


def formula_error(table: Table, row: int, column: int, formula: str, value: object) -> Remark:
    """A formula is not a value: what it gives today may be something else tomorrow."""
    result = f" Su último resultado fue {value}." if value != "" else ""
    return error(
        Place(table.name, row, column, table.headers.get(column, "")),
        f"La celda tiene una fórmula: {formula[:60]}.{result}",
        "Cópiela y péguela como valor.",
    )


def read_texts(path: Path) -> Read:
    """A CSV file of cases, and those of results, sources and organizations beside it."""
    tables: list[Table] = []
    remarks: list[Remark] = []
    names = {folded(name): sheet for sheet in SHEETS for name in (sheet.title, sheet.english)}
    main = names.get(folded(path.stem), CASES)
    files = {path: main}
    if main is CASES:
        for near in sorted(path.parent.iterdir()):
            sheet = names.get(folded(near.stem))
            if sheet and sheet is not CASES and near.suffix.lower() == path.suffix.lower():
                files[near] = sheet
    for file, sheet in files.items():
        text, found = text_of(file)
        remarks += found
        rows, found = text_rows(file, text)
        table, more = table_of(file.name, sheet, rows)
        tables.append(table)
        remarks += [*found, *more]
    return tables, remarks + formulas(path.with_suffix(".csv"), tables)


def text_of(file: Path) -> tuple[str, list[Remark]]:
    """The text of a file, with a note when it is not UTF-8."""
    text, encoding = decoded(file.read_bytes())
    if encoding == "UTF-8":
        return text, []
    told = f"El archivo no está en UTF-8; se leyó como {encoding}."
    return text, [notice(Place(file.name), told, "Compruebe las tildes y la ñ.")]


def text_rows(file: Path, text: str) -> tuple[list[tuple[int, dict[int, Cell]]], list[Remark]]:
    """Rows of a CSV text with the line on which each starts, and what separates its cells."""
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=separator)
    rows: list[tuple[int, dict[int, Cell]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, {n: text_cell(t) for n, t in enumerate(cells, 1) if t.strip()}))
            line = reader.line_num + 1
    except csv.Error as problem:
        return rows, [error(Place(file.name, line), f"No se entiende el CSV: {problem}.")]
    named = {";": "punto y coma", "\t": "tabulador"}.get(separator)
    told = f"Las columnas están separadas por {named}."
    return rows, [notice(Place(file.name), told)] if named else []


def text_cell(text: str) -> Cell:
    """A CSV cell; the apostrophe that keeps text from being a formula goes away."""
    if text[:1] == "'" and text[1:2] and text[1] in FORMULA_SIGNS:
        return Cell(text[1:])
    return Cell(text, formula=text if text.startswith("=") else "")


def table_of(name: str, sheet: Sheet, rows: Rows) -> tuple[Table, list[Remark]]:
    """Header and rows of one sheet; empty rows are counted, cells without a header reported."""
    table = Table(name, sheet)
    remarks: list[Remark] = []
    empty: list[int] = []
    passed: list[int] = []
    for number, cells in rows:
        if not cells:
            empty.append(number)
        elif table.headers:
            passed += empty
            empty = []
            table.rows.append((number, cells))
            remarks += outside(table, number, cells)
        elif header_like(sheet, cells):
            table.headers = {column: str(cell.value).strip() for column, cell in cells.items()}
            remarks += header_faults(table, number)
        elif number > DEEPEST_HEADER:
            break
        else:
            told = "Esta fila está antes de los nombres de las columnas y no se lee."
            remarks.append(notice(Place(name, number), told))
    if not table.headers:
        names = ", ".join(column.header for column in sheet.columns if column.required)
        remarks.append(error(Place(name), "No hay una fila con los nombres de las columnas.", f"Hacen falta: {names}."))  # fmt: skip  # noqa: E501
    if passed:
        shown = ", ".join(map(str, passed[:5])) + (" …" if len(passed) > 5 else "")
        told = f"Filas vacías que se pasaron por alto: {len(passed)} ({shown})."
        remarks.append(notice(Place(name), told))
    return table, remarks


def header_like(sheet: Sheet, cells: dict[int, Cell]) -> bool:
    """A row is the header when two of its cells name columns."""
    return sum(folded(str(cell.value)) in sheet.by_header for cell in cells.values()) >= 2


def header_faults(table: Table, row: int) -> Iterator[Remark]:
    """A column that stands twice."""
    seen: dict[str, int] = {}
    for column, header in table.headers.items():
        known = table.sheet.by_header.get(folded(header))
        key = known.key if known else folded(header)
        if key in seen:
            told = f"La columna «{header}» está dos veces."
            yield error(Place(table.name, row, column, header), told, "Deje una.")
        seen[key] = column


def outside(table: Table, row: int, cells: dict[int, Cell]) -> Iterator[Remark]:
    """Values under no header."""
    for column, cell in cells.items():
        if column not in table.headers:
            told = f"«{str(cell.value)[:40]}» está en una columna sin nombre y se perdería."
            yield error(Place(table.name, row, column), told, "Dé nombre a la columna o bórrelo.")
