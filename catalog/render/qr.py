"""QR code of an address as one path, for paper.

Encoding costs 0.7 ms a page, which 10,000 pages would feel. But a code of fixed version and mask is
linear: flipping a bit of the text flips always the same modules, whatever the rest of the text is.
So the pattern of each bit is worked out once and a new address is some exclusive-ors away.
"""

from __future__ import annotations

import re
from functools import cache

import segno

QUIET = 2
FILLER = "a"
ERROR, MASK = "m", 3
RUN = re.compile("1+")


def path(address: str) -> tuple[str, int]:
    """The drawing (an SVG path of strokes one unit wide) and the side of the square."""
    return _draw(*modules(address))


def modules(address: str) -> tuple[int, int]:
    """All modules of the code of ``address`` as the bits of one number, and the rows it has."""
    if not address.isascii():
        return _modules(address)
    dark, size, version = _blank(len(address))
    for place, letter in enumerate(address):
        flipped = ord(letter) ^ ord(FILLER)
        for bit in range(flipped.bit_length()):
            if flipped >> bit & 1:
                dark ^= _pattern(version, place, bit)
    return dark, size


def _modules(text: str, version: int | None = None) -> tuple[int, int]:
    """All modules of a code as the bits of one number, row by row, and the rows it has."""
    code = segno.make(
        text, version=version, error=ERROR, mask=MASK, boost_error=False, micro=False, mode="byte"
    )
    bits = "".join("1" if module else "0" for row in code.matrix for module in row)
    return int(bits, 2), len(code.matrix)


@cache
def _blank(length: int) -> tuple[int, int, int]:
    """The code of so many fillers, its size and its version (size is 17 + 4 times the version)."""
    modules, size = _modules(FILLER * length)
    return modules, size, (size - 17) // 4


@cache
def _pattern(version: int, place: int, bit: int) -> int:
    """The modules that change when this bit of this letter changes."""
    text = FILLER * place + chr(ord(FILLER) ^ 1 << bit)
    plain = FILLER * (place + 1)
    return _modules(text, version)[0] ^ _modules(plain, version)[0]


def _draw(modules: int, size: int) -> tuple[str, int]:
    bits = f"{modules:0{size * size}b}"
    rows = (_row(bits[y * size : (y + 1) * size], y) for y in range(size))
    return "".join(rows), size + 2 * QUIET


def _row(bits: str, y: int) -> str:
    """A stroke for each run of dark modules."""
    runs = [run.span() for run in RUN.finditer(bits)]
    return "".join(f"M{start + QUIET} {y + QUIET}.5h{end - start}" for start, end in runs)
