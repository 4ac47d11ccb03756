"""``export``: the data files of the site, without the site."""

from __future__ import annotations

from pathlib import Path

import click

from catalog.cli.common import fail, has_errors, options_for, progress, root_option
from catalog.export import export, export_workbook
from catalog.pipeline import gather
from catalog.publish import publish
from catalog.report import show
from catalog.settings import load_settings


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@root_option
@click.pass_obj
def export_command(project: Path, folder: Path, root: Path | None = None) -> int:
    """Escribe el catálogo como datos (JSON, CSV, XLSX, BibTeX, esquemas) en FOLDER."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "datos").is_dir():
        return fail(f"La carpeta «{folder}» ya tiene otras cosas; elija una vacía.")
    options = options_for(project, root)
    with progress() as tell:
        catalog, findings = gather(options, tell)
    if has_errors(findings):
        show(findings, options.root)
        return fail("No se exportó: hay errores.")
    files, _ = export(catalog, load_settings(options.root, options.project))
    files |= export_workbook(catalog)
    written, _ = publish(files, folder)
    click.echo(f"{len(files)} archivos en {folder}, {written} cambiados.")
    return 0
