"""Reading and growing the list. It is the one file above ``build/`` that the program writes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from catalog.rules.permanence import Listed

FILE = "permalinks.txt"
MOST_BYTES = 16 << 20
"""Some 300,000 addresses; more than that is not a list that somebody keeps."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """What the file holds: its lines that say something, and why it cannot be used if it cannot."""

    lines: tuple[Listed, ...] = ()
    problem: str = ""

    @property
    def sound(self) -> frozenset[str]:
        """The addresses, without the lines that are none."""
        return frozenset(line.text for line in self.lines if line.sound)


def read(root: Path) -> Addresses | None:
    """The list of a tree, ``None`` where it keeps none. CRLF, BOM and empty lines are accepted."""
    path = root / FILE
    if path.is_symlink():
        return Addresses(problem=f"{FILE} es un enlace a otro archivo.")
    if not path.exists():
        return None
    try:
        if path.stat().st_size > MOST_BYTES:
            return Addresses(problem=f"{FILE} pesa más de {MOST_BYTES >> 20} MB.")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Addresses(problem=f"{FILE} no se puede leer como texto UTF-8.")
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Addresses(tuple(Listed(n, row) for n, row in enumerate(rows, 1) if row.strip()))


def record(root: Path, published: Collection[str]) -> int:
    """Add addresses that are not yet listed; how many. The file is rewritten only to grow."""
    known = read(root) or Addresses()
    fresh = frozenset(published) - known.sound
    if fresh and not known.problem:
        path = root / FILE
        temporary = path.with_name(f".{FILE}.tmp")
        text = "".join(f"{address}\n" for address in sorted(known.sound | fresh))
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    return 0 if known.problem else len(fresh)
