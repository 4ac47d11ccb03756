"""Texts of the front matter as values: numbers, dates, periods. ``None``: not readable."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal

from catalog.model import MappingNode, Node, PartialDate, Period, Quantity, ScalarNode

NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?", re.ASCII)
THOUSANDS = re.compile(r"-?[1-9]\d*\.\d{3}", re.ASCII)
"""One point and exactly three digits: a thousand in Spanish, a decimal in English."""
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
OPEN = ".."
UNKNOWN = "unknown"
QUANTITY_KEYS = ("min", "max", "about")


def read_number(text: str) -> Decimal | None:
    """A number with a decimal point that can be read in one way only."""
    if not NUMBER.fullmatch(text) or THOUSANDS.fullmatch(text):
        return None
    return Decimal(text)


def read_integer(text: str) -> int | None:
    """A whole number."""
    number = read_number(text)
    return int(number) if number is not None and "." not in text else None


def read_date(text: str) -> PartialDate | None:
    """``2002``, ``2002-11`` or ``2002-11-21``, and only days that the calendar has."""
    match = DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not possible(year, month, day):
        return None
    return PartialDate(year, month, day)


def possible(year: int, month: int | None, day: int | None) -> bool:
    """True when the calendar has this date (years 1000 to 2999)."""
    if not 1000 <= year <= 2999 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or 1 <= day <= monthrange(year, month or 1)[1]


def read_period(text: str) -> Period | None:
    """A date, a range ``from/to`` with ``..`` for an open end, or ``unknown``."""
    if text.lower() == UNKNOWN:
        return Period()
    start_text, slash, end_text = text.partition("/")
    if not slash:
        date = read_date(text)
        return Period(date, date) if date else None
    start = None if start_text == OPEN else read_date(start_text)
    end = None if end_text == OPEN else read_date(end_text)
    if (start is None) != (start_text == OPEN) or (end is None) != (end_text == OPEN):
        return None
    if start is None and end is None:
        return None
    return Period(start, end, open_start=start is None, open_end=end is None)


def read_quantity(node: Node) -> Quantity | None:
    """A number, or a mapping with ``min`` and/or ``max``, or with ``about``."""
    if isinstance(node, ScalarNode):
        number = read_number(node.text)
        return None if number is None else Quantity(value=number)
    if not isinstance(node, MappingNode):
        return None
    parts = {key.text: number_of(value) for key, value in node.pairs}
    if None in parts.values() or len(parts) != len(node.pairs):
        return None
    if set(parts) == {"about"}:
        return Quantity(value=parts["about"], about=True)
    if parts and set(parts) <= {"min", "max"}:
        return Quantity(low=parts.get("min"), high=parts.get("max"))
    return None


def number_of(node: Node | None) -> Decimal | None:
    """The number of a scalar node."""
    return read_number(node.text) if isinstance(node, ScalarNode) else None


def read_boolean(text: str) -> bool | None:
    """``true`` or ``false``; YAML 1.1 words such as ``yes`` or ``on`` are not accepted."""
    return {"true": True, "false": False}.get(text.lower())
