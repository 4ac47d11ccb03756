"""What several commands share: the root option, progress, and how findings are shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from catalog.model import Finding, Severity
from catalog.options import Options
from catalog.stages import Stages

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Carpeta del catálogo (por omisión, la del programa).",
)
cache_option = click.option(
    "--no-cache",
    "cached",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Lee y revisa todo de nuevo, sin lo que guardó la vez anterior (build/cache).",
)


def options_for(project: Path, root: Path | None) -> Options:
    """Options for a tree. Raises a usage error when the folder does not exist."""
    chosen = (root or project).resolve()
    if not chosen.is_dir():
        raise click.BadParameter(f"la carpeta «{root}» no existe", param_hint="--root")
    return Options(root=chosen, project=project)


@contextmanager
def progress() -> Iterator[Stages]:
    """A line that says what is being done, on a terminal; silence in a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Stages()
        return
    with console.status("Empezando") as status:
        yield Stages(lambda text: status.update(f"{text}…"))


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """True when a finding must stop a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def fail(message: str) -> int:
    """Print why a command failed; exit code 1."""
    print(message, file=sys.stderr)
    return 1
