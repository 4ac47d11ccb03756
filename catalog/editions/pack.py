"""Pack a folder so that the same files give the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from catalog.settings import Settings

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest date that the format knows: a date of our own would change the bytes."""
READABLE = 0o644 << 16
README = "LEAME.txt"
README_TEXT = """\
{name}: copia sin conexión

Para abrirla: descomprima el archivo (o copie la carpeta entera a una memoria USB o a un disco)
y haga doble clic en index.html. No necesita red ni instalar nada: buscar, explorar, las rutas de
formación y el formulario funcionan desde la carpeta. No la abra dentro del archivo comprimido,
porque los enlaces no encontrarían las demás páginas.

Los enlaces a las fuentes originales son los únicos que piden conexión.

Licencia del contenido: {license}. Puede copiarla, repartirla y usarla citando la fuente.
{edition}{address}Versión del contenido: {version}
"""


def readme(settings: Settings, version: str) -> bytes:
    """The text that stands beside the site, with the line ends that any editor shows."""
    edition, address = settings.edition, settings.site_url
    text = README_TEXT.format(
        name=settings.site_name,
        license=settings.license_name,
        edition=f"Edición del {edition}.\n" if edition else "",
        address=f"En la red: {address}\n" if address else "",
        version=version[:12],
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def pack(folder: Path, archive: Path, comment: str) -> int:
    """Write ``folder`` as a zip with ``comment`` and return its size in bytes.

    The old archive stays until the new one is whole. Raises OSError from the disk.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    unfinished = archive.with_name(f".{archive.name}.tmp")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.comment = comment.encode("ascii")
        files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
        for name, file in sorted(files.items()):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = READABLE
            packed.writestr(entry, file.read_bytes())
    unfinished.replace(archive)
    return archive.stat().st_size
