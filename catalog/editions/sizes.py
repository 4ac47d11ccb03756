"""How big the parts of a site are: printed after packing, so that growth is seen early."""

from __future__ import annotations

import zipfile
from pathlib import Path

MEGABYTE = 1_000_000
BUDGET = 18 * MEGABYTE
"""What passes by mail: most servers stop at 25 MB, and the encoding adds a third."""
FEW = 100_000
"""Parts below this many bytes are told together."""


def megabytes(size: int) -> str:
    """«9,6 MB»."""
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")


def sizes(archive: Path) -> tuple[str, ...]:
    """Lines for people: the archive, then its largest folders with packed size and files."""
    parts: dict[str, list[int]] = {}
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            folder, slash, _ = entry.filename.partition("/")
            parts.setdefault(folder if slash else ".", []).append(entry.compress_size)
    total = archive.stat().st_size
    ordered = sorted(parts.items(), key=lambda part: -sum(part[1]))
    lines = [_line(name, held) for name, held in ordered if sum(held) >= FEW]
    over = " (más de lo previsto)" if total > BUDGET else ""
    return (f"  {megabytes(total)} de {megabytes(BUDGET)} previstos{over}", *lines)


def _line(name: str, held: list[int]) -> str:
    files = "archivo" if len(held) == 1 else "archivos"
    return f"  {megabytes(sum(held)):>8}  {name}/ ({len(held)} {files})"
