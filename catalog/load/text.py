"""Text and places in it: what every reader of files needs."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from catalog.model import Spot

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 60
UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")  # fmt: skip  # noqa: E501
"""What the YAML reader refuses or takes for a line end, which would shift every place."""


def spot_at(text: str, offset: int, length: int = 1) -> Spot:
    """The place of a character offset in a text with LF line ends."""
    start = text.rfind("\n", 0, offset) + 1
    column = offset - start + 1
    end = text.find("\n", offset, offset + length)
    extent = (end if end >= 0 else min(offset + length, len(text))) - offset
    return Spot(text.count("\n", 0, offset) + 1, column, column + max(extent, 0))


def line_spot(text: str, line: int) -> Spot:
    """The whole of one line."""
    rows = text.split("\n")
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    return Spot(line, 1, len(row) + 1)


def readable(text: str) -> str:
    """The text with characters that YAML refuses replaced, at the same offsets."""
    return UNREADABLE.sub("\ufffd", text)


def stem(name: str) -> str:
    """File name without its last suffix."""
    return PurePosixPath(name).stem
