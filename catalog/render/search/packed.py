"""Lists of numbers and words as short texts that need no escapes, and sorted lists cut in blocks.

``indice.js`` reads what this writes. Texts stay JSON strings of printable ASCII where they hold
numbers, because a browser reads one long string faster than thousands of numbers, and opens only
the lines that a query asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

SIGNS = "".join(chr(code) for code in range(ord("#"), ord("~")) if chr(code) != "\\")
HALF = len(SIGNS) // 2
"""A sign below it ends a number, one above says that more follows; 90 signs in all."""
LOWEST, STEP = 0.2, 1.08
"""The score of the first sign, and how much each next one is larger: 0.2 to 188 in steps of 8 %."""
ALL, MOST = "Z", 25
COUNT_STEP = 2


def number(value: int) -> str:
    """A number from 0 on, small ones in one sign."""
    found = ""
    while value >= HALF:
        found += SIGNS[HALF + value % HALF]
        value //= HALF
    return found + SIGNS[value]


def places(ascending: Iterable[int]) -> str:
    """Ascending numbers as the steps between them."""
    last, found = -1, []
    for place in ascending:
        found.append(number(place - last - 1))
        last = place
    return "".join(found)


def scores(values: Iterable[float]) -> str:
    """A sign for each score, on a logarithmic scale."""
    return "".join(SIGNS[level(value)] for value in values)


def level(score: float) -> int:
    """The place of a score on the scale."""
    return max(0, min(len(SIGNS) - 1, round(log(max(score, LOWEST) / LOWEST) / log(STEP))))


def form(stem: str, written: str, count: float) -> str:
    """A word as its stem changed: how often it stands (a digit), letters dropped (A is one), rest.

    «curtiembr» and «curtiembre» make «e»; «produccion» and «producción», written often, «4Cón».
    """
    often = round(log(max(count, 1), COUNT_STEP))
    pairs = zip(stem, written, strict=False)
    shared = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(stem), len(written)))
    drop = len(stem) - shared
    start = chr(ord("A") + drop - 1) if drop else ""
    if drop > MOST:
        start, shared = ALL, 0
    return f"{min(often, 9) or ''}{start}{written[shared:]}"


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines of a sorted list: the key of the first one, and the columns."""

    first: str | int
    columns: list[str]


def sort_key(text: str) -> bytes:
    """Orders texts as a browser compares them, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def blocks(
    keys: Sequence[str | int], columns: Sequence[Sequence[str]], size: int | None
) -> Iterator[Block]:
    """Lines of ``columns`` in blocks of about ``size`` characters; all in one without a size."""
    start, weight = 0, 0
    for row in range(len(keys)):
        weight += sum(len(column[row]) + 1 for column in columns)
        if row + 1 == len(keys) or (size is not None and weight >= size):
            lines = ["\n".join(column[start : row + 1]) for column in columns]
            yield Block(keys[start], lines)
            start, weight = row + 1, 0
