"""``new``: a file with everything that is required, ready to be written."""

from __future__ import annotations

from pathlib import Path

import click

from catalog.cli.common import fail, options_for, root_option
from catalog.load import load_tree
from catalog.model import Kind
from catalog.scaffold import Wish, scaffold


@click.command("new", context_settings={"ignore_unknown_options": True})
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.argument("slug")
@click.argument("fields", nargs=-1, type=click.UNPROCESSED)
@root_option
@click.pass_obj
def new_command(
    project: Path, kind: str, slug: str, fields: tuple[str, ...], root: Path | None = None
) -> int:
    """Crea una ficha nueva: new case bo-curtiembre-x --country BO --sector leather."""
    options = options_for(project, root)
    sources, _ = load_tree(options.root, options.project)
    wish = Wish(Kind(kind), slug, _pairs(fields))
    text, problems = scaffold(wish, sources.vocabularies)
    if problems:
        return fail("\n".join(problems))
    target = options.root / wish.kind.folder / f"{slug}{wish.kind.suffix}"
    if target.exists():
        return fail(f"Ya existe {target.relative_to(options.root)}; no se tocó.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Creado {target.relative_to(options.root)}. Complete lo que dice PENDIENTE.")
    return 0


def _pairs(arguments: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    waiting = list(arguments)
    while waiting:
        name = waiting.pop(0)
        if not name.startswith("--"):
            raise click.UsageError(f"«{name}» no es un campo; escriba --campo valor.")
        name, _, value = name[2:].partition("=")
        if not value:
            if not waiting:
                raise click.UsageError(f"Al campo --{name} le falta el valor.")
            value = waiting.pop(0)
        pairs[name] = value
    return pairs
