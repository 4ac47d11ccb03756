"""Floor 1: one hash for a set of files, of their names and of what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

COMPILED = ".pyc"


def below(place: Path, label: str) -> dict[str, Path]:
    """A file, or all files in and under a folder, by name: ``label`` and the path below ``place``.

    Left out are those that Python compiled, which say nothing that their source does not.
    """
    if place.is_file():
        return {label: place}
    files = (file for file in place.rglob("*") if file.is_file() and file.suffix != COMPILED)
    return {f"{label}/{file.relative_to(place).as_posix()}": file for file in files}


def of_files(files: Mapping[str, Path]) -> str:
    """SHA-256 (hexadecimal) of files by name. Wherever they lie, equal files have an equal hash.

    Raises OSError when one cannot be read.
    """
    made = sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogatepass") + content)
    return made.hexdigest()
