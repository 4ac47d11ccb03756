"""Rules on the bytes of a file, before there is any text: family F."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Spot
from catalog.report import Fault, Scope, rule


@rule("PML-F03", scope=Scope.FILE)
def not_utf8(spot: Spot, byte: int) -> Iterator[Fault]:
    """Los archivos se guardan en UTF-8.

    Por qué: en otra codificación las tildes y la ñ se pierden o se convierten en signos extraños.

    Mal:

        # en cases/co-curtiembre.md (guardado en Latin-1)
        title: Curtiembre que midiÃ³ su consumo

    Dice: El archivo no está en UTF-8: el byte 0xF3 no forma ningún carácter.

    Bien:

        # en cases/co-curtiembre.md (guardado en UTF-8)
        title: Curtiembre que midió su consumo
    """
    yield Fault(
        spot,
        f"El archivo no está en UTF-8: el byte 0x{byte:02X} no forma ningún carácter.",
        "Vuelva a guardarlo eligiendo la codificación «UTF-8» en su editor.",
    )


@rule("PML-F06", scope=Scope.FILE)
def too_big(spot: Spot, size: int, limit: int) -> Iterator[Fault]:
    """Un archivo pesa a lo sumo 1 MiB.

    Por qué: una ficha ocupa unos pocos kilobytes; algo mayor es un error o un abuso, y no se lee.

    Mal:

        cases/co-curtiembre.md (50 MB)

    Dice: El archivo pesa 50000000 bytes; el máximo es 1048576. No se leyó.

    Bien:

        cases/co-curtiembre.md (4 kB)
    """
    yield Fault(
        spot,
        f"El archivo pesa {size} bytes; el máximo es {limit}. No se leyó.",
        "Deje en la ficha solo el texto y los datos del caso.",
    )


@rule("PML-F11", scope=Scope.FILE)
def binary(spot: Spot) -> Iterator[Fault]:
    """Las fichas son archivos de texto.

    Por qué: un documento de Word, un PDF o una imagen con otra extensión no se puede leer.

    Mal:

        cases/co-curtiembre.md (un .docx con el nombre cambiado)

    Dice: El archivo no es de texto: contiene bytes nulos.

    Bien:

        cases/co-curtiembre.md (texto copiado en un editor de texto)
    """
    yield Fault(
        spot,
        "El archivo no es de texto: contiene bytes nulos.",
        "Copie el contenido en un archivo de texto nuevo; no basta con cambiar la extensión.",
    )


@rule("PML-F12", scope=Scope.FILE)
def unreadable(spot: Spot, reason: str) -> Iterator[Fault]:
    """Los archivos se pueden leer.

    Por qué: sin permiso de lectura la ficha no llega al sitio.

    Mal:

        cases/co-curtiembre.md (sin permiso de lectura)

    Dice: No se pudo leer el archivo: no hay permiso.

    Bien:

        cases/co-curtiembre.md (con permiso de lectura)
    """
    yield Fault(spot, f"No se pudo leer el archivo: {reason}.", "Revise sus permisos.")
