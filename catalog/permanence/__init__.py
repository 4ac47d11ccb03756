"""Floor 9: ``permalinks.txt``, every address ever published, and whether each still answers."""

from catalog.permanence.answers import addresses, judge, judge_tombstones, remedy_for
from catalog.permanence.list import FILE, Addresses, read, record

__all__ = [
    "FILE",
    "Addresses",
    "addresses",
    "judge",
    "judge_tombstones",
    "read",
    "record",
    "remedy_for",
]
