"""``check``: every mistake of every file, at its line, in Spanish."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from catalog.check import Reuse, judge_tree
from catalog.cli.common import cache_option, fail, options_for, root_option
from catalog.cli.fix import fix
from catalog.report import FORMATS, show


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="text, github o json.")
@click.option("--fix", "mending", is_flag=True, help="Corrige lo que tiene un solo arreglo.")
@cache_option
@root_option
@click.pass_obj
def check_command(
    project: Path,
    paths: tuple[Path, ...] = (),
    form: str | None = None,
    mending: bool = False,
    root: Path | None = None,
    cached: bool = True,
) -> int:
    """Revisa las fichas, todas o solo las de PATHS, y dice cómo corregirlas."""
    options = replace(options_for(project, root), cached=cached)
    labels = [label_of(path, options.root) for path in paths]
    strangers = [str(path) for path, label in zip(paths, labels, strict=True) if label is None]
    if strangers:
        fail(f"No existe o no es del catálogo: {', '.join(strangers)}.")
        return 2
    chosen = [label for label in labels if label is not None] if paths else None
    if mending:
        judged, told = fix(options, chosen)
        for line in told:
            click.echo(line, err=form in ("json", "github"))
    else:
        judged = judge_tree(options.root, options.project, chosen, Reuse.by(options))
    show(
        judged.findings,
        options.root,
        format=form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"),
        counts=judged.counts,
    )
    return int(judged.failed)


def label_of(path: Path, root: Path) -> str | None:
    """A path as findings name it (relative to the root, ``/``), from here or from the root."""
    for candidate in (path, root / path):
        absolute = Path(os.path.abspath(candidate))  # noqa: PTH100 - a link must not be followed
        if os.path.lexists(absolute) and absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return None
