"""Floor 10: arguments, exit codes, progress. One command per file.

Exit 0: fine. 1: findings of severity error, or a failed build. 2: wrong usage.
"""

from __future__ import annotations

from pathlib import Path

import click

from catalog.cli.build import build_command
from catalog.cli.check import check_command
from catalog.cli.explain import explain_command
from catalog.cli.export import export_command
from catalog.cli.new import new_command
from catalog.cli.serve import serve_command
from catalog.cli.stats import stats_command

COMMANDS = (
    build_command, check_command, explain_command, export_command, new_command, serve_command,
    stats_command,
)  # fmt: skip


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def door(context: click.Context) -> None:
    """Catálogo PML: de fichas en Markdown a un sitio con cifras. Sin orden, construye."""
    if context.invoked_subcommand is None:
        context.invoke(build_command)


for command in COMMANDS:
    door.add_command(command)


def cli(project: Path, arguments: list[str] | None = None) -> int:
    """Run one command for the program that lives in ``project``; the exit code."""
    try:
        code = door.main(
            arguments, prog_name="build_catalog.py", standalone_mode=False, obj=project
        )
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except click.Abort:
        click.echo("Interrumpido.", err=True)
        return 1
    return code if isinstance(code, int) else 0
