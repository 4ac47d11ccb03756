"""``check``: every mistake of every file, at its line, in Spanish."""

from __future__ import annotations

import os
from pathlib import Path

import click

from catalog.check import check_tree
from catalog.cli.common import fail, options_for, root_option
from catalog.cli.fix import fix
from catalog.report import FORMATS, show


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="text, github o json.")
@click.option("--fix", "mending", is_flag=True, help="Corrige lo que tiene un solo arreglo.")
@root_option
@click.pass_obj
def check_command(
    project: Path,
    paths: tuple[Path, ...] = (),
    form: str | None = None,
    mending: bool = False,
    root: Path | None = None,
) -> int:
    """Revisa las fichas, todas o solo las de PATHS, y dice cómo corregirlas."""
    options = options_for(project, root)
    labels = [label_of(path, options.root) for path in paths]
    strangers = [str(path) for path, label in zip(paths, labels, strict=True) if label is None]
    if strangers:
        fail(f"No existe o no es del catálogo: {', '.join(strangers)}.")
        return 2
    chosen = [label for label in labels if label is not None] if paths else None
    if mending:
        checked, told = fix(options, chosen)
        for line in told:
            click.echo(line, err=form in ("json", "github"))
    else:
        checked = check_tree(options.root, options.project, chosen)
    show(
        checked.findings,
        options.root,
        format=form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"),
        counts=checked.counts,
    )
    return int(checked.failed)


def label_of(path: Path, root: Path) -> str | None:
    """A path as findings name it (relative to the root, ``/``), from here or from the root."""
    for candidate in (path, root / path):
        absolute = Path(os.path.abspath(candidate))  # noqa: PTH100 - a link must not be followed
        if os.path.lexists(absolute) and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return None
