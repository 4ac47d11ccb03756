"""QR code of an address as one path, for paper.

Encoding costs 0.7 ms a page, which 10,000 pages would feel. But a code of fixed version and mask is
linear: flipping a bit of the text flips always the same modules, whatever the rest of the text is.
So the pattern of each bit is worked out once and a new address is some exclusive-ors away. Who
draws only a few codes is done sooner without learning that.
"""

from __future__ import annotations

import re
from functools import cache, reduce
from itertools import count
from operator import xor

import segno

QUIET = 2
FILLER = "a"
ERROR, MASK = "m", 3
RUN = re.compile("1+")
FEW = 500
"""So many codes are drawn one by one; there are about as many patterns to learn."""
_drawn = count()


def path(address: str) -> tuple[str, int]:
    """The drawing (an SVG path of strokes one unit wide) and the side of the square."""
    return _draw(*modules(address))


def modules(address: str) -> tuple[int, int]:
    """All modules of the code of ``address`` as the bits of one number, and the rows it has."""
    if not address.isascii() or next(_drawn) < FEW:
        return _modules(address)
    dark, size, version = _blank(len(address))
    for place, letter in enumerate(address):
        dark ^= _letter(version, place, letter)
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
def _letter(version: int, place: int, letter: str) -> int:
    """The modules that change when this letter takes the place of a filler."""
    flipped = ord(letter) ^ ord(FILLER)
    bits = (bit for bit in range(flipped.bit_length()) if flipped >> bit & 1)
    return reduce(xor, (_pattern(version, place, bit) for bit in bits), 0)


@cache
def _pattern(version: int, place: int, bit: int) -> int:
    """The modules that change when this bit of this letter changes."""
    text = FILLER * place + chr(ord(FILLER) ^ 1 << bit)
    return _modules(text, version)[0] ^ _fillers(version, place + 1)


@cache
def _fillers(version: int, length: int) -> int:
    """The code of so many fillers, however large."""
    return _modules(FILLER * length, version)[0]


def _draw(modules: int, size: int) -> tuple[str, int]:
    """A stroke for each run of dark modules; rows are parted, so that none runs into the next."""
    bits = f"{modules:0{size * size}b}"
    rows = "\n".join(bits[at : at + size] for at in range(0, size * size, size))
    starts = _starts(size)
    runs = map(re.Match.span, RUN.finditer(rows))
    return "".join([f"{starts[start]}{end - start}" for start, end in runs]), size + 2 * QUIET


@cache
def _starts(size: int) -> tuple[str, ...]:
    """The stroke that starts at each module, without its length; a place more for a row's end."""
    return tuple(f"M{x + QUIET} {y + QUIET}.5h" for y in range(size) for x in range(size + 1))
