"""Dates and periods in Spanish, with no more precision than the source gives."""

from __future__ import annotations

from datetime import date

from catalog.model import PartialDate, Period

NO_DATA = "Sin dato"
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip


def partial_date(when: PartialDate | date) -> str:
    """«2002», «noviembre de 2002» or «21 de noviembre de 2002»."""
    words = str(when.year)
    if when.month:
        words = f"{MONTHS[when.month - 1]} de {words}"
    return f"{when.day} de {words}" if when.month and when.day else words


def period(span: Period | None) -> str:
    """«2002», «2002 a 2004», «desde 2002», «hasta 2019», or «Sin dato»."""
    if span is None or not span.known:
        return NO_DATA
    if span.start is None or span.open_start:
        return f"hasta {partial_date(_either(span.end, span.start))}"
    if span.open_end:
        return f"desde {partial_date(span.start)}"
    if span.end is None or span.end == span.start:
        return partial_date(span.start)
    return f"{partial_date(span.start)} a {partial_date(span.end)}"


def years(span: Period | None) -> str:
    """The same in years only, for the line above a title; empty when unknown."""
    if span is None or not span.known:
        return ""
    return period(
        Period(_year(span.start), _year(span.end), span.open_start, span.open_end),
    )


def _year(when: PartialDate | None) -> PartialDate | None:
    return PartialDate(when.year) if when else None


def _either(first: PartialDate | None, second: PartialDate | None) -> PartialDate:
    found = first or second
    assert found is not None
    return found
