"""``build``: make the site, or say why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from catalog.cli.common import fail, options_for, progress, root_option
from catalog.pipeline import EDITIONS, ENGINES, EditionError, EngineError, build
from catalog.publish import dossiers
from catalog.report import show


@click.command("build")
@root_option
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    default="web",
    help="web: el sitio. offline: un ZIP que se abre con doble clic, sin red.",
)
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", help="Motor del sitio.")
@click.option("--site", type=click.Path(path_type=Path), help="Dónde dejar el sitio.")
@click.option("--strict", is_flag=True, help="Las advertencias también detienen.")
@click.option("--pdf", is_flag=True, help="También los dossieres en PDF (pide Chromium y pypdf).")
@click.pass_obj
def build_command(
    project: Path,
    root: Path | None = None,
    edition: str = "web",
    engine: str = "mkdocs",
    site: Path | None = None,
    strict: bool = False,
    pdf: bool = False,
) -> int:
    """Construye el sitio en build/site. Si hay errores, deja el anterior como estaba."""
    options = replace(options_for(project, root), edition=edition, engine=engine, strict=strict)
    options = replace(options, site=site.resolve() if site else None)
    if pdf and edition != "web":
        return fail("--pdf vale para la edición web: agréguelo sin --edition offline.")
    try:
        if pdf:
            dossiers.chromium()  # said now, not after a minute of building
        with progress() as tell:
            report = build(options, tell)
    except (EngineError, EditionError, dossiers.PdfError, OSError) as problem:
        return fail(f"No se pudo construir: {problem}\nEl sitio anterior sigue como estaba.")
    show(report.findings, options.root, quiet=not report.failed)
    if report.failed:
        return fail("No se construyó: hay errores. El sitio anterior sigue como estaba.")
    what = "Copia sin conexión lista" if edition == "offline" else "Sitio listo"
    click.echo(f"{what} en {report.site}: {report.pages} archivos, {report.written} cambiados.")
    for line in report.notes:
        click.echo(line)
    if pdf and report.site:
        try:
            with progress() as tell:
                click.echo(f"Dossieres en PDF: {dossiers.make(report.site, tell)}.")
        except (dossiers.PdfError, OSError) as problem:
            return fail(f"El sitio está listo, pero faltan los PDF: {problem}")
    if report.recorded:
        click.echo(f"permalinks.txt suma {report.recorded} direcciones: inclúyalo al enviar.")
    return 0
