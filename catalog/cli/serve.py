"""``serve``: the site on this machine, rebuilt at every saved file."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import click

from catalog.cli.common import fail, has_errors, options_for, progress, root_option
from catalog.model import Finding, Kind
from catalog.pipeline import FAILURES, Options, UnsuitedError, build, look
from catalog.report import failure_in_words, show
from catalog.serve import Aside, Changes, ReloadingServer, nothing
from catalog.serve.words import ERRORS_LEAVE_IT, STAYS

PAUSE = 0.1
"""Seconds between two looks at whether a build ended or something changed."""
PATIENCE = 600.0
"""A server waits longer than a command: nobody would repeat the build for it."""
WATCHED = (*(kind.folder for kind in Kind), "vocab", "docs", "templates", "theme")


@click.command("serve")
@root_option
@click.option("--host", default="127.0.0.1", help="Dirección en que escucha.")
@click.option("--port", type=int, default=8000, help="Puerto.")
@click.pass_obj
def serve_command(
    project: Path, root: Path | None = None, host: str = "127.0.0.1", port: int = 8000
) -> int:
    """Construye, sirve el sitio y lo rehace cada vez que se guarda una ficha."""
    options = replace(options_for(project, root), publishes=False, patience=PATIENCE)
    site = options.build / "site"
    _rebuild(options)
    site.mkdir(parents=True, exist_ok=True)
    try:
        server = ReloadingServer(site, host, port)
    except OSError as problem:
        return fail(f"No se puede escuchar en {host}:{port}: {problem}. Pruebe --port {port + 1}.")
    folders = [options.folder(name) for name in WATCHED] + [options.root]
    changes = Changes(options.root, list(dict.fromkeys(folders)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"Sitio en {server.address} (Ctrl+C para terminar)")
    aside = Aside()
    try:
        while True:
            changes.wait()
            aside.stop()
            _show_again(options, server, changes, aside)
    except KeyboardInterrupt:
        click.echo("")
    finally:
        aside.stop()
        changes.stop()
        server.shutdown()
    return 0


def _show_again(options: Options, server: ReloadingServer, changes: Changes, aside: Aside) -> None:
    """Show pages of the tree as it is now, then the whole site, unless something changes again."""
    try:
        with progress() as tell:
            live, findings = look(options, tell)
    except UnsuitedError:
        if _rebuild(options):
            server.reload()
        return
    except FAILURES as problem:
        _stays(problem)
        return
    if not _told(findings, options):
        return
    server.live = live.page
    server.reload()
    aside.start(options)
    while not aside.wait(PAUSE):
        if changes.pending:
            return
    server.live = nothing
    server.reload()


def _rebuild(options: Options) -> bool:
    """Build once; true with a new site. After a mistake of the author the last good one stays."""
    try:
        with progress() as tell:
            report = build(options, tell)
    except FAILURES as problem:
        _stays(problem)
        return False
    return _told(report.findings, options)


def _told(findings: tuple[Finding, ...], options: Options) -> bool:
    """Show what was found; true when none of it keeps a site from being made."""
    broken = has_errors(findings)
    show(findings, options.root, quiet=not broken)
    if broken:
        fail(ERRORS_LEAVE_IT)
    return not broken


def _stays(problem: BaseException) -> None:
    fail(f"{failure_in_words(problem)}\n{STAYS}")
