"""What the system says of a disk, in Spanish and with what to do about it."""

from __future__ import annotations

import errno
import re

PERMISSION = "No hay permiso para leer o escribir ahí"
WORDS = {
    errno.ENOSPC: "No queda espacio en el disco; libere un poco (build/ se puede borrar entero)",
    errno.EDQUOT: "Se acabó el espacio que le toca en el disco",
    errno.EFBIG: "El archivo pasa del tamaño que permite el sistema",
    errno.EACCES: PERMISSION,
    errno.EPERM: PERMISSION,
    errno.EROFS: "El disco o la carpeta es de solo lectura",
    errno.EIO: "El disco falló al leer o escribir",
    errno.ENAMETOOLONG: "El nombre es demasiado largo para este disco",
    errno.EMFILE: "Hay demasiados archivos abiertos",
    errno.ENFILE: "Hay demasiados archivos abiertos",
    errno.EBUSY: "Otro programa lo está usando",
    errno.ENOENT: "No existe, o desapareció mientras se trabajaba",
    errno.ENOTDIR: "Hay un archivo donde hace falta una carpeta",
    errno.EISDIR: "Hay una carpeta donde hace falta un archivo",
    errno.EEXIST: "Ya existe",
    errno.ENOMEM: "No queda memoria",
}
NUMBER = re.compile(r"\[Errno (\d+)\]")
"""How Python prints the number of a fault, also in what another program leaves behind."""


def fault_in_words(problem: OSError) -> str:
    """A fault of the disk for people: what happened, and where if that is known."""
    words = WORDS.get(problem.errno or 0, f"El sistema dice «{problem.strerror or problem}»")
    return f"{words}: {problem.filename}" if problem.filename else f"{words}."


def failure_in_words(problem: BaseException) -> str:
    """Why something failed, for people: faults of the disk in Spanish, the rest as they say it."""
    return fault_in_words(problem) if isinstance(problem, OSError) else str(problem)


def fault_in_output(lines: list[str]) -> str:
    """The same for a program that stopped with a fault of the disk; empty when it was another."""
    numbers = [int(found[1]) for line in lines for found in NUMBER.finditer(line)]
    return next((f"{WORDS[number]}." for number in numbers if number in WORDS), "")
