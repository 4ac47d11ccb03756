"""Floor 12: arguments, exit codes, progress. One command per file.

Exit 0: fine. 1: findings of severity error, or a failed build. 2: wrong usage.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from catalog.report import fault_in_words

COMMANDS = (
    *("build", "check", "explain", "export", "import", "init", "new"),
    *("review", "serve", "stats"),
)
MODULES = {"import": "import_"}
"""Modules of the commands whose names are words of the language."""


class Door(click.Group):
    """Loads a command's module when it is called: ``check`` must not wait for the rest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"catalog.cli.{MODULES.get(cmd_name, cmd_name)}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Door,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.pass_context
def door(context: click.Context) -> None:
    """Catálogo PML: de fichas en Markdown a un sitio con cifras. Sin orden, construye."""
    if context.invoked_subcommand is None:
        build = door.get_command(context, "build")
        assert build is not None
        context.exit(context.invoke(build))


def cli(project: Path, arguments: list[str] | None = None) -> int:
    """Run one command for the program that lives in ``project``; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without ñ is no reason to stop
    try:
        code = door.main(
            arguments, prog_name="build_catalog.py", standalone_mode=False, obj=project
        )
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except click.Abort:
        click.echo("Interrumpido.", err=True)
        return 1
    except OSError as problem:
        click.echo(fault_in_words(problem), err=True)
        return 1
    return code if isinstance(code, int) else 0


def installed() -> int:
    """The command ``catalogo`` that pip installs: for a catalog of its own, in the current folder.

    That catalog has its own vocabularies and settings (see ``init``). Theme and templates stay in
    the program's repository, so building is done there with ``--root``.
    """
    return cli(project=Path.cwd())
