"""``build``: make the site, or say why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from catalog.cli.common import cache_option, fail, options_for, progress, root_option
from catalog.options import PATIENCE
from catalog.pipeline import EDITIONS, ENGINES, FAILURES, Report, build
from catalog.publish import dossiers
from catalog.report import failure_in_words, show
from catalog.stages import Stages, as_table

AS_IT_WAS = "El sitio anterior sigue como estaba."


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
@click.option("--full", is_flag=True, help="Rehace también lo que no cambió.")
@click.option("--plain", is_flag=True, help="Con el motor entero, sin el atajo: igual, más lento.")
@click.option("--strict", is_flag=True, help="Las advertencias también detienen.")
@click.option("--pdf", is_flag=True, help="También los dossieres en PDF (pide Chromium y pypdf).")
@click.option("--verbose", is_flag=True, help="Dice cuánto tardó cada etapa y cuánto hizo.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=PATIENCE,
    show_default=True,
    help="Segundos que se espera a otra construcción de la misma carpeta.",
)
@cache_option
@click.pass_obj
def build_command(
    project: Path,
    root: Path | None = None,
    edition: str = "web",
    engine: str = "mkdocs",
    site: Path | None = None,
    full: bool = False,
    plain: bool = False,
    strict: bool = False,
    pdf: bool = False,
    verbose: bool = False,
    wait: float = PATIENCE,
    cached: bool = True,
) -> int:
    """Construye el sitio en build/site. Si hay errores, deja el anterior como estaba."""
    options = replace(
        options_for(project, root),
        edition=edition,
        engine=engine,
        site=site.resolve() if site else None,
        full=full,
        plain=plain,
        strict=strict,
        patience=wait,
        cached=cached,
    )
    if pdf and edition != "web":
        return fail("--pdf vale para la edición web: agréguelo sin --edition offline.")
    stages = Stages()
    try:
        if pdf:
            dossiers.chromium()  # said now, not after a minute of building
        with progress() as stages:
            report = build(options, stages)
    except (*FAILURES, dossiers.PdfError) as problem:
        return fail(f"No se pudo construir: {failure_in_words(problem)}\n{AS_IT_WAS}")
    finally:
        if verbose:
            click.echo("\n".join(as_table(stages.accounts())), err=True)
    show(report.findings, options.root, quiet=not report.failed)
    if report.failed:
        return fail(f"No se construyó: hay errores. {AS_IT_WAS}")
    return _told(report, edition) or (_printed(report) if pdf else 0) or _listed(report)


def _told(report: Report, edition: str) -> int:
    what = "Copia sin conexión lista" if edition == "offline" else "Sitio listo"
    click.echo(f"{what} en {report.site}: {report.pages} archivos, {report.written} cambiados.")
    for line in report.notes:
        click.echo(line)
    return 0


def _printed(report: Report) -> int:
    """The dossiers as PDF files beside their pages."""
    assert report.site is not None
    try:
        with progress() as tell:
            click.echo(f"Dossieres en PDF: {dossiers.make(report.site, tell)}.")
    except (dossiers.PdfError, OSError) as problem:
        return fail(f"El sitio está listo, pero faltan los PDF: {failure_in_words(problem)}")
    return 0


def _listed(report: Report) -> int:
    """What became of the list of addresses."""
    if report.unrecorded:
        where = "El sitio está listo, pero sus direcciones no se anotaron en permalinks.txt"
        return fail(f"{where}: {report.unrecorded}")
    if report.recorded:
        click.echo(f"permalinks.txt suma {report.recorded} direcciones: inclúyalo al enviar.")
    return 0
