"""Workbooks (XLSX, ECMA-376), and all tables as one of them. XlsxWriter does the format.

A text is always written as a text, which no program evaluates, so that nothing needs a mark
against formulas. Nothing in a file tells when it was made: the same content, the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from catalog.csvtext import Cell

CREATED = datetime(2000, 1, 1)
"""For a file that must not know the time."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold."""
LINE_END = re.compile(r"\r\n?")
WIDTH = 22


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name; the first row is the bold header."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file: the same bytes for the same content."""
    packed = io.BytesIO()
    with new_book(packed) as book:
        bold = book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            page.set_column(0, len(sheet.header) - 1, WIDTH)
            write_row(page, 0, sheet.header, bold)
            for number, row in enumerate(sheet.rows, 1):
                write_row(page, number, row)
    return packed.getvalue()


@contextmanager
def new_book(target: io.BytesIO) -> Iterator[Workbook]:
    """A workbook that is in ``target`` when the block ends."""
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        yield book


def write_row(
    page: Worksheet,
    row: int,
    values: Sequence[Cell],
    style: Format | None = None,
    first: int = 0,
) -> None:
    """One row from column ``first`` on, both numbered from 0. What is empty stays empty."""
    for column, value in enumerate(values, first):
        if isinstance(value, int | Decimal):
            page.write_number(row, column, float(value), style)
        elif value:
            page.write_string(row, column, printable(value), style)


def printable(text: str) -> str:
    """The text without signs that would damage the file, lines ended as in every other file.

    Excel allows 32,767 characters in a cell; what is longer is cut by the library.
    """
    return UNPRINTABLE.sub("", LINE_END.sub("\n", text))
