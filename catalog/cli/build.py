"""``build``: make the site, or say why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from catalog.cli.common import fail, options_for, progress, root_option
from catalog.pipeline import ENGINES, EngineError, build
from catalog.report import show


@click.command("build")
@root_option
@click.option("--engine", type=click.Choice(ENGINES), default="mkdocs", help="Motor del sitio.")
@click.option("--site", type=click.Path(path_type=Path), help="Dónde dejar el sitio.")
@click.option("--strict", is_flag=True, help="Las advertencias también detienen.")
@click.pass_obj
def build_command(
    project: Path,
    root: Path | None = None,
    engine: str = "mkdocs",
    site: Path | None = None,
    strict: bool = False,
) -> int:
    """Construye el sitio en build/site. Si hay errores, deja el anterior como estaba."""
    options = options_for(project, root)
    options = replace(options, engine=engine, site=site.resolve() if site else None, strict=strict)
    try:
        with progress() as tell:
            report = build(options, tell)
    except (EngineError, OSError) as problem:
        return fail(f"No se pudo construir: {problem}\nEl sitio anterior sigue como estaba.")
    show(report.findings, options.root, quiet=not report.failed)
    if report.failed:
        return fail("No se construyó: hay errores. El sitio anterior sigue como estaba.")
    click.echo(
        f"Sitio listo en {report.site}: {report.pages} archivos, {report.written} cambiados."
    )
    if report.recorded:
        click.echo(f"permalinks.txt suma {report.recorded} direcciones: inclúyalo al enviar.")
    return 0
