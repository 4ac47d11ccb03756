"""The text that a cell stands for, as an author would have written it in a file."""

from __future__ import annotations

import datetime
from decimal import Decimal

from catalog.importer.remarks import Place, Remark, error, notice
from catalog.importer.tables import Cell
from catalog.load.values import THOUSANDS
from catalog.schema import Field, Shape

NUMERIC = (Shape.QUANTITY, Shape.NUMBER, Shape.INTEGER, Shape.YEAR)
DATES = (Shape.DATE, Shape.PERIOD)
EXCEL_DAYS = range(20_000, 60_000)
"""Serial numbers of the days from 1954 to 2064."""


def text_of(cell: Cell, field: Field, place: Place) -> tuple[str, list[Remark]]:
    """The text of a cell for a field, and what had to be guessed or cannot be read."""
    value = cell.value
    if cell.formula:
        return "", []  # reported with its last value where it was read
    if cell.error:
        return "", [error(place, f"La celda tiene un error de cálculo: {value}.", "Bórrelo.")]
    if isinstance(value, datetime.datetime | datetime.date):
        return date_text(value, cell.shown_as, field, place)
    if isinstance(value, datetime.time | datetime.timedelta):
        return "", [error(place, f"La celda tiene una hora ({value}).", "Escríbalo como texto.")]
    if isinstance(value, bool):
        return str(value).lower(), []
    if isinstance(value, int | float):
        return number_text(value, cell.shown_as, field, place)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip(), []


def number_text(
    value: float, shown_as: str, field: Field, place: Place
) -> tuple[str, list[Remark]]:
    """Digits of a number. A number of a spreadsheet is never ambiguous, so 1.125 becomes 1.1250."""
    number = Decimal(f"{value:.15g}" if isinstance(value, float) else value)
    if "%" in shown_as and field.shape in NUMERIC:
        text = plain_digits(number * 100)
        return text, [notice(place, f"La celda tiene formato de porcentaje: se leyó {text}.")]
    text = plain_digits(number)
    if field.shape in DATES and number in EXCEL_DAYS:
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(number))
        told = f"{text} es una fecha guardada como número: sería {day}."
        return "", [error(place, told, f"Escriba {day}, o solo el año si el día no se sabe.")]
    if isinstance(value, float) and field.shape in (Shape.TERM, Shape.CODE) and "." in text:
        told = f"La celda guarda el código como número: se leyó {text}."
        return text, [notice(place, told, "Si terminaba en cero (6.10), escríbalo como texto.")]
    return text, []


def plain_digits(number: Decimal) -> str:
    """Digits without exponent, in a form that can be read in one way only."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text + "0" if THOUSANDS.fullmatch(text) else text


def date_text(
    value: datetime.datetime | datetime.date, shown_as: str, field: Field, place: Place
) -> tuple[str, list[Remark]]:
    """A date as precise as it is shown: a spreadsheet makes 1 November of «2002-11»."""
    form = shown_as.lower()
    day = value.date() if isinstance(value, datetime.datetime) else value
    text = day.isoformat() if "d" in form else f"{day:%Y-%m}" if "m" in form else f"{day.year}"
    if field.shape in DATES:
        return text, [notice(place, f"La celda tiene una fecha: se leyó {text}.")]
    if field.shape is Shape.YEAR:
        return str(day.year), [notice(place, f"La celda tiene una fecha: se leyó {day.year}.")]
    advice = "Dé formato de texto a la celda y escriba de nuevo el valor."
    return "", [error(place, f"La hoja de cálculo convirtió el valor en la fecha {text}.", advice)]
