"""File names that FAT, NTFS, Joliet discs and archives all take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\.)")
"""No spaces, accents, or characters that Windows keeps for itself; no dot at either end."""
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows takes for devices, with any extension."""
LONGEST_NAME = 64
"""Joliet, the names of a data CD."""
LONGEST_PATH = 180
"""Windows stops at 260 with the folder where somebody unpacked it."""
DEEPEST = 8
"""Folders below each other in ISO 9660, the file included."""


class EditionError(Exception):
    """The edition cannot be made; the message is for people (Spanish)."""


def check_names(paths: Iterable[str]) -> None:
    """Raise EditionError that names every path some file system would refuse or mix up."""
    wrong = list(_faults(sorted(paths)))
    if wrong:
        raise EditionError("Hay nombres que no todos los discos aceptan:\n" + "\n".join(wrong))


def _faults(paths: list[str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for path in paths:
        folded = path.casefold()
        if folded in seen:
            yield f"{path}: igual a {seen[folded]} salvo por las mayúsculas"
        seen[folded] = path
        fault = _fault(path)
        if fault:
            yield f"{path}: {fault}"


def _fault(path: str) -> str:
    parts = path.split("/")
    if len(path) > LONGEST_PATH:
        return f"ruta de más de {LONGEST_PATH} caracteres"
    if len(parts) > DEEPEST:
        return f"más de {DEEPEST} carpetas"
    for part in parts:
        if len(part) > LONGEST_NAME:
            return f"nombre de más de {LONGEST_NAME} caracteres"
        if DEVICES.fullmatch(part):
            return "nombre reservado en Windows"
        if not SAFE.fullmatch(part):
            return "use solo letras sin tilde, números, punto y guion"
    return ""
