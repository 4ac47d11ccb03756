"""The same sheets as CSV: ``casos.csv`` and ``resultados.csv``, which ``import`` reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from catalog.csvtext import BOM
from catalog.export.workbook import case_rows, result_rows
from catalog.model import Catalog
from catalog.schema import Field
from catalog.sheets import CASES, RESULTS, SAFE_START, Sheet


def sheet_tables(catalog: Catalog) -> dict[str, str]:
    """CSV texts by file name without ending."""
    return {
        CASES.file: text_of(CASES, case_rows(catalog)),
        RESULTS.file: text_of(RESULTS, result_rows(catalog)),
    }


def text_of(sheet: Sheet, rows: Iterable[list[tuple[Field, str]]]) -> str:
    """One sheet with BOM and CRLF; line ends inside cells are kept, unlike in the data tables."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(column.header for column in sheet.columns)
    writer.writerows([safe(text) for _, text in row] for row in rows)
    return BOM + buffer.getvalue()


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula; ``import`` drops the apostrophe again."""
    return text if not text or SAFE_START.fullmatch(text) else f"'{text}"
