"""Floor 1: one hash for a set of files, of their names and of what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

COMPILED = ".pyc"


def of_files(places: Mapping[str, Path]) -> str:
    """SHA-256 (hexadecimal) of files, and of all files in and under folders, by their names.

    ``places``: files and folders by what to call them. Wherever they lie, equal files have an equal
    hash. Left out is what Python compiled, which says nothing that its source does not. Raises
    OSError when a file cannot be read.
    """
    files = dict(item for label, place in places.items() for item in _below(place, label))
    made = sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogatepass") + content)
    return made.hexdigest()


def _below(place: Path, label: str) -> Iterator[tuple[str, Path]]:
    if place.is_file():
        yield label, place
        return
    for file in place.rglob("*"):
        if file.is_file() and file.suffix != COMPILED:
            yield f"{label}/{file.relative_to(place).as_posix()}", file
