"""Where the packed copy lies, and whether it is a copy of what is being published.

There is one archive below ``build/``: beside the site when it was just made, inside the site once
a web edition with the same content offers it.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from catalog.digest import of_files
from catalog.model import Kind
from catalog.options import Options
from catalog.settings import config_file

NAME = "catalogo-pml-offline.zip"
FOLDERS = (*(kind.folder for kind in Kind), "vocab", "docs", "theme")
PROGRAM = ("catalog", "templates")


def fingerprint(options: Options) -> str:
    """Hash of everything an edition is made from: content, settings, theme, program."""
    places = {"settings": config_file(options.root, options.project)}
    places |= {name: options.folder(name) for name in FOLDERS}
    places |= {name: options.project / name for name in PROGRAM}
    return of_files(places)


def current(options: Options, site: Path) -> Path | None:
    """The packed copy if it was made from what is there now, else ``None``."""
    made = [archive for archive in (options.build / NAME, site / NAME) if archive.is_file()]
    version = fingerprint(options) if made else ""
    return next((archive for archive in made if _comment(archive) == version), None)


def place(archive: Path | None, build: Path, old: Path, fresh: Path) -> None:
    """Put the copy into the site being made, or take an outdated one out of the old site.

    The old site keeps its own until it is replaced: a build stopped here has spoilt nothing.
    """
    if archive is not None:
        _double(archive, fresh / NAME)
    elif (old / NAME).is_file() and old.is_relative_to(build):
        _double(old / NAME, build / NAME)


def leave_one(archive: Path | None, build: Path, site: Path) -> None:
    """Once the new site stands and offers the copy, the one beside it is not needed."""
    if archive == build / NAME and site.is_relative_to(build):
        archive.unlink(missing_ok=True)


def _double(archive: Path, target: Path) -> None:
    """The same file under a second name, which costs nothing, or a copy where no disk can do so."""
    unfinished = target.with_name(f".{NAME}.tmp")
    unfinished.unlink(missing_ok=True)
    try:
        unfinished.hardlink_to(archive)
    except (OSError, NotImplementedError):
        shutil.copyfile(archive, unfinished)
    unfinished.replace(target)


def _comment(archive: Path) -> str:
    try:
        with zipfile.ZipFile(archive) as packed:
            return packed.comment.decode("ascii", "replace")
    except (OSError, zipfile.BadZipFile):
        return ""
