"""Family D: dates and periods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog.load.values import DATE, read_date, read_period
from catalog.model import Edit
from catalog.report import Fault, rule
from catalog.rules.lexicon import fold
from catalog.rules.sheet import Sheet, Value
from catalog.schema import Shape

MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
YEARS = re.compile(r"(\d{4})\s*(?:-|–|—|a|al|hasta)\s*(\d{4})")
WORDS = re.compile(r"(?:(\d{1,2}) (?:de )?)?([a-z]+) (?:de |del )?(\d{4})")


@lru_cache(maxsize=1)
def unreadable(sheet: Sheet) -> list[Value]:
    """Dates and periods that cannot be read, worked out once for the rules that ask."""
    dates = [v for v in sheet.shapes[Shape.DATE] if read_date(v.text) is None]
    return dates + [v for v in sheet.shapes[Shape.PERIOD] if read_period(v.text) is None]


def parts(text: str) -> list[str]:
    """The two ends of a range, or the one date."""
    return [part for part in text.split("/") if part != ".."]


def well_formed(text: str) -> bool:
    """True when the form is right, so that only the calendar is wrong."""
    return "/".join(parts(text)).count("/") <= 1 and all(map(DATE.fullmatch, parts(text)))


@rule("PML-D01")
def impossible_date(sheet: Sheet) -> Iterator[Fault]:
    """Las fechas existen en el calendario.

    Por qué: el mes 13 o el 30 de febrero indican que se cambió el orden de las cifras.

    Mal:

        period: 2002-13-01

    Dice: La fecha 2002-13-01 no existe.

    Bien:

        period: 2002-01-13
    """
    for value in unreadable(sheet):
        if well_formed(value.text) and parts(value.text):
            wrong = next((p for p in parts(value.text) if read_date(p) is None), value.text)
            yield Fault(
                value.spot,
                f"La fecha {wrong} no existe.",
                "El orden es año-mes-día. Si no sabe el día o el mes, no lo escriba.",
            )


@rule("PML-D02")
def date_form(sheet: Sheet) -> Iterator[Fault]:
    """Las fechas se escriben 2002, 2002-11 o 2002-11-21; los periodos, 2002/2004.

    Por qué: 10/11/02 es octubre en unos países y noviembre en otros.

    Mal:

        period: 21/11/2002

    Dice: «21/11/2002» no es una fecha ni un periodo.

    Bien:

        period: 2002-11-21
    """
    for value in unreadable(sheet):
        if well_formed(value.text) and parts(value.text):
            continue
        meant = intended(value.text)
        spot = value.spot
        whole = spot.end_column - spot.column == len(value.text)
        period = value.field.shape is Shape.PERIOD
        yield Fault(
            spot,
            f"«{value.text[:60]}» no es una fecha" + (" ni un periodo." if period else "."),
            f"Escriba {meant}." if meant else form_help(period),
            suggestion=meant,
            edit=Edit(spot.line, spot.column, spot.end_column, meant) if meant and whole else None,
        )


def form_help(period: bool) -> str:
    """The forms that are accepted."""
    forms = "2002, 2002-11 o 2002-11-21"
    return f"Escriba {forms}" + ("; un periodo, 2002/2004 o 2002/..; o unknown." if period else ".")


def intended(text: str) -> str:
    """The date that was most likely meant, or nothing when it could be two."""
    if (day_first := DAY_FIRST.fullmatch(text)) and int(day_first[2]) <= 12:
        day, month, year = day_first.groups()
        # 10/11/2002 may be either order; only one reading is offered when the other is impossible.
        sure = int(day) > 12 or day == month
        return checked(f"{year}-{int(month):02d}-{int(day):02d}") if sure else ""
    if years := YEARS.fullmatch(text):
        return f"{years[1]}/{years[2]}"
    if loose := LOOSE.fullmatch(text):
        return checked("-".join([loose[1], *(f"{int(p):02d}" for p in loose.groups()[1:] if p)]))
    words = WORDS.fullmatch(fold(text))
    if words and words[2] in MONTHS:
        month = f"{MONTHS.index(words[2]) + 1:02d}"
        return checked("-".join([words[3], month, *([f"{int(words[1]):02d}"] if words[1] else [])]))
    spelled = {"desconocido", "sin dato", "sin fecha", "n d", "s f", "no se sabe"}
    return "unknown" if fold(text) in spelled else ""


def checked(text: str) -> str:
    """The date if it exists."""
    return text if read_date(text) else ""


@rule("PML-D03")
def reversed_period(sheet: Sheet) -> Iterator[Fault]:
    """Un periodo empieza antes de terminar.

    Por qué: al revés no se puede ordenar ni mostrar en una línea de tiempo.

    Mal:

        period: 2004/2002

    Dice: El periodo termina (2002) antes de empezar (2004).

    Bien:

        period: 2002/2004
    """
    for value in sheet.shapes[Shape.PERIOD]:
        period = read_period(value.text)
        if period is None or period.start is None or period.end is None:
            continue
        start, end = ((d.year, d.month or 0, d.day or 0) for d in (period.start, period.end))
        if start[: precision(value.text)] > end[: precision(value.text)]:
            first, _, last = value.text.partition("/")
            yield Fault(
                value.spot,
                f"El periodo termina ({last}) antes de empezar ({first}).",
                f"Escriba {last}/{first}.",
                suggestion=f"{last}/{first}",
            )


def precision(text: str) -> int:
    """How many parts both ends of a range have: years, months or days can be compared."""
    return min(part.count("-") for part in text.split("/")) + 1
