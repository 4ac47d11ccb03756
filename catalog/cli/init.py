"""``init``: another organization's catalog, which builds and passes its checks at once."""

from __future__ import annotations

from pathlib import Path

import click

from catalog.cli.common import fail
from catalog.settings import LANGUAGES
from catalog.starter import COLOUR, Answers, starter


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="Mi catálogo", help="Nombre del catálogo.")
@click.option("--address", default="https://catalogo.example/", help="Dirección del sitio.")
@click.option("--repository", default="", help="Dirección del repositorio.")
@click.option("--color", "colour", default="#0f3640", help="Color principal, como #0f3640.")
@click.option("--languages", default=",".join(LANGUAGES), help="Idiomas de las etiquetas.")
@click.pass_obj
def init_command(
    project: Path,
    folder: Path,
    name: str = "Mi catálogo",
    address: str = "https://catalogo.example/",
    repository: str = "",
    colour: str = "#0f3640",
    languages: str = ",".join(LANGUAGES),
) -> int:
    """Empieza en FOLDER un catálogo propio: vocabularios, ajustes, colores y un ejemplo."""
    spoken = tuple(part.strip() for part in languages.split(",") if part.strip())
    if not COLOUR.fullmatch(colour):
        raise click.BadParameter("escriba seis cifras: #0f3640", param_hint="--color")
    if "es" not in spoken or not set(spoken) <= set(LANGUAGES):
        wrong = f"hay etiquetas en {', '.join(LANGUAGES)}; es no puede faltar"
        raise click.BadParameter(wrong, param_hint="--languages")
    if folder.exists() and any(folder.iterdir()):
        return fail(f"La carpeta «{folder}» ya tiene cosas; elija una vacía.")
    files = starter(project, Answers(name, address, repository, colour, spoken))
    for label, text in files.items():
        target = folder / label
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Catálogo «{name}» en {folder}: {len(files)} archivos.")
    click.echo(f"Después: python build_catalog.py build --root {folder}")
    return 0
