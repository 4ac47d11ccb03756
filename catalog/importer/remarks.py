"""What is wrong with a spreadsheet: sheet, row and column, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from catalog.model import Severity

NAMES = {Severity.ERROR: "error", Severity.WARNING: "aviso", Severity.NOTICE: "nota"}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell, a row (column 0) or a sheet (row 0); ``header`` is the column's name as written."""

    sheet: str
    row: int = 0
    column: int = 0
    header: str = ""

    def __str__(self) -> str:
        """«Casos», fila 5, columna F (País)."""
        parts = [f"«{self.sheet}»"]
        if self.row:
            parts.append(f"fila {self.row}")
        if self.column:
            name = f" ({self.header})" if self.header else ""
            parts.append(f"columna {get_column_letter(self.column)}{name}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """A problem or a note about a place. ``rule`` is empty for what only spreadsheets get wrong."""

    place: Place
    severity: Severity
    message: str
    hint: str = ""
    rule: str = ""

    def __str__(self) -> str:
        code = f"[{self.rule}]" if self.rule else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {NAMES[self.severity]}{code}: {self.message}{hint}"


def error(place: Place, message: str, hint: str = "") -> Remark:
    """A remark that keeps everything from being written."""
    return Remark(place, Severity.ERROR, message, hint)


def notice(place: Place, message: str, hint: str = "") -> Remark:
    """A remark that only tells what was done."""
    return Remark(place, Severity.NOTICE, message, hint)
