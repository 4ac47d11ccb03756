"""The tree that a branch started from, read from Git without touching the working copy."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from catalog.history import git
from catalog.model import Kind

WANTED = (*(kind.folder for kind in Kind), "vocab", "docs", "permalinks.txt", "mkdocs.yml")


class BaseError(Exception):
    """There is nothing to compare with; the message is for people (Spanish)."""


def base_of(root: Path, named: str | None, branch: str) -> str:
    """The commit to compare with: the one named, else where the branch left the main one.

    Raises BaseError when Git does not know it.
    """
    if not git(root, ["rev-parse", "--git-dir"]):
        raise BaseError("Esta carpeta no está en un repositorio de Git, o Git no está instalado.")
    if named is not None:
        found = _commit(root, named)
        if not found:
            raise BaseError(f"Git no conoce la revisión «{named}».")
        return found
    for main in dict.fromkeys((f"origin/{branch}", branch, "origin/main", "main")):
        if _commit(root, main) and (found := git(root, ["merge-base", "HEAD", main]).strip()):
            return found
    raise BaseError("No se halló la rama principal; diga con qué comparar: --base REVISIÓN.")


def _commit(root: Path, named: str) -> str:
    words = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"]
    return git(root, words).strip()


@contextmanager
def tree_at(root: Path, commit: str) -> Iterator[Path]:
    """The content of ``root`` as of a commit, in a folder that goes away afterwards.

    Raises BaseError when Git fails.
    """
    with TemporaryDirectory(prefix="catalogo-base-") as name:
        folder, archive = Path(name) / "árbol", Path(name) / "base.tar"
        folder.mkdir()
        present = set(git(root, ["ls-tree", "--name-only", commit]).splitlines())
        paths = [path for path in WANTED if path in present]
        if paths:
            _archive(root, commit, paths, archive)
            _unpack(archive, folder)
        yield folder


def _archive(root: Path, commit: str, paths: list[str], target: Path) -> None:
    command = ["git", "-C", str(root), "archive", "--format=tar", "-o", str(target), commit, "--"]
    done = subprocess.run([*command, *paths], capture_output=True, encoding="utf-8")
    if done.returncode:
        raise BaseError(f"Git no pudo leer {commit[:12]}: {done.stderr.strip()[:200]}")


def _unpack(archive: Path, folder: Path) -> None:
    """Plain files only: a link in an old tree must not lead the comparison out of it."""
    with tarfile.open(archive) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if content is None or path.is_absolute() or ".." in path.parts:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())
