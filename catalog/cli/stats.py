"""``stats``: what the catalog holds and where it is thin."""

from __future__ import annotations

import json
from pathlib import Path

import click

from catalog.cli.common import options_for, progress, root_option
from catalog.pipeline import gather
from catalog.stats import as_text, statistics


@click.command("stats")
@root_option
@click.option("--json", "as_json", is_flag=True, help="Para otros programas.")
@click.pass_obj
def stats_command(project: Path, root: Path | None = None, as_json: bool = False) -> int:
    """Cuenta fichas, cifras, países, sectores y lo que descansa en cada fuente."""
    options = options_for(project, root)
    with progress() as tell:
        catalog, findings = gather(options, tell)
    numbers = statistics(catalog, findings)
    text = json.dumps(numbers, ensure_ascii=False, indent=1) if as_json else as_text(numbers)
    click.echo(text)
    return 0
