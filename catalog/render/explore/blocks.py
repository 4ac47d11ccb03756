"""In which block the texts of each entry stand.

Block 0 has the first entries of the explorer's list, which every visit shows. The others follow the
sectors, and the themes of practices, so that a filter by one of them asks for few blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

FIRST = 30
"""Entries of block 0: as many as the list shows at once (WINDOW in view.js)."""
SMALLEST, MOST = 32, 64
"""Entries of a later block, at least; blocks after the first, at most, since a word in the box of
the explorer asks for all of them."""

Group = tuple[str, int]


def blocks(groups: Sequence[Group]) -> list[int]:
    """The block of each entry, given the group of each in the order of the list."""
    rest = sorted(range(FIRST, len(groups)), key=lambda place: (groups[place], place))
    size = max(SMALLEST, ceil(len(rest) / MOST))
    found = [0] * len(groups)
    for n, place in enumerate(rest):
        found[place] = 1 + n // size
    return found
