"""``import``: spreadsheets to files of the catalog, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from catalog.cli.common import fail, options_for, progress, root_option
from catalog.importer import Change, Plan, Planned, plan_import
from catalog.model import Severity
from catalog.report.show import WORDS, plural

SAID = {Change.NEW: "nueva", Change.CHANGED: "reemplazada", Change.SAME: "igual, no se toca"}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--dry-run", is_flag=True, help="Muestra lo que se escribiría y no escribe nada.")
@click.option("--overwrite", is_flag=True, help="Reemplaza las fichas que ya existen.")
@root_option
@click.pass_obj
def import_command(
    project: Path,
    file: Path,
    dry_run: bool = False,
    overwrite: bool = False,
    root: Path | None = None,
) -> int:
    """Convierte en fichas una planilla CSV o XLSX (plantilla: build/docs/datos/planilla/)."""
    options = options_for(project, root)
    with progress() as tell:
        tell("Leyendo y revisando la planilla")
        plan = plan_import(file, options.root, options.project, overwrite)
    for remark in plan.remarks:
        click.echo(str(remark))
    if plan.failed:
        return fail(f"{counted(plan)}. No se escribió nada: corrija la planilla y repita.")
    for planned in plan.files:
        click.echo(f"{planned.label}: {SAID[planned.change]}")
        if dry_run and planned.change is not Change.SAME:
            click.echo(planned.text)
    if dry_run:
        click.echo("Fue una prueba (--dry-run): no se escribió nada.")
        return 0
    written = write(options.root, plan.files)
    click.echo(f"Se escribieron {plural(written, 'ficha', 'fichas')}.")
    return 0


def counted(plan: Plan) -> str:
    """How many errors there are."""
    errors = sum(remark.severity is Severity.ERROR for remark in plan.remarks)
    return plural(errors, *WORDS[Severity.ERROR])


def write(root: Path, files: Iterable[Planned]) -> int:
    """Write what is new or changed; how many files that were."""
    changed = [planned for planned in files if planned.change is not Change.SAME]
    for planned in changed:
        target = root / planned.label
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(planned.text, encoding="utf-8", newline="\n")
    return len(changed)
