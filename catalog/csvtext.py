"""Floor 1: CSV for spreadsheets: UTF-8 with BOM, so that Excel in Spanish keeps the accents."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "|", "＝", "＋", "－", "＠")
"""A cell that starts so is a formula to a spreadsheet (OWASP, CSV injection).

The last four are one to spreadsheets set to Japanese or Chinese.
"""

Cell = str | int | Decimal | None


def cell(value: Cell) -> str:
    """A safe cell. Numbers are ours and pass; text that looks like a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    text = " ".join(value.split())
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def table(header: tuple[str, ...], rows: Iterable[Iterable[Cell]]) -> str:
    """CSV text with BOM and CRLF, as spreadsheets expect it (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return BOM + buffer.getvalue()
