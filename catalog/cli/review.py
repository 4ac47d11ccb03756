"""``review``: what a branch changes, for whoever has to merge it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from catalog.cli.common import fail, options_for, progress, root_option
from catalog.review import BaseError, base_of, compare, markdown, side, tree_at
from catalog.settings import load_settings


@click.command("review")
@root_option
@click.option("--base", help="Revisión con la que se compara (por omisión, donde nació la rama).")
@click.option("--format", "form", type=click.Choice(["md"]), default="md", help="Solo md.")
@click.option("--preview", default="", help="Dirección de la vista previa, para los enlaces.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Archivo.")
@click.pass_obj
def review_command(
    project: Path,
    root: Path | None = None,
    base: str | None = None,
    form: str = "md",
    preview: str = "",
    output: Path | None = None,
) -> int:
    """Cuenta qué cambia la rama: fichas, cifras, direcciones, repetidas, marcadores.

    Sale con 1 si hay errores o direcciones que dejarían de responder.
    """
    del form
    options = options_for(project, root)
    try:
        commit = base_of(options.root, base, load_settings(options.root, project).branch)
        with progress() as tell, tree_at(options.root, commit) as tree:
            tell("Leyendo la rama de partida")
            before = side(replace(options, root=tree))
            tell("Leyendo los cambios")
            after = side(options)
            found = compare(before, after)
    except BaseError as problem:
        return fail(str(problem))
    where = preview if not preview or preview.endswith("/") else f"{preview}/"
    text = markdown(found, after, named=base or commit[:12], preview=where)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8", newline="\n")
    return int(found.blocks)
