"""Make a folder equal to a set of pages: write what changed, remove what is no longer made."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath

from catalog.reads import Later, made

Page = str | bytes | Path | Later
"""Text, bytes, a file to copy, or a text that is made only if it has to be."""


def publish(pages: Mapping[str, Page], folder: Path) -> tuple[int, int]:
    """Write ``pages`` (path relative to ``folder`` with ``/``) and remove every other file.

    Unchanged files keep their time stamps, so that an engine that watches the folder sees only what
    moved. Returns how many files were written and how many removed. Raises OSError from the disk
    and ValueError for a path that leads out of ``folder``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = sum(_write(_inside(folder, name), content_of(page)) for name, page in pages.items())
    removed = _remove_others(folder, set(pages))
    return written, removed


def _inside(folder: Path, name: str) -> Path:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"outside of the folder: {name}")
    return folder / path


def content_of(page: Page) -> bytes:
    """The bytes of a page. Raises OSError for a file that cannot be read."""
    if isinstance(page, Path):
        return page.read_bytes()
    content: str | bytes = made(page)
    return content.encode("utf-8") if isinstance(content, str) else content


def _write(target: Path, content: bytes) -> bool:
    if _same(target, content):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tmp")
    temporary.write_bytes(content)
    temporary.replace(target)
    return True


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def remove(folder: Path, names: Collection[str]) -> None:
    """Remove these files, and the folders that are empty then. Raises OSError.

    ``names``: paths with ``/``.
    """
    for name in names:
        (folder / name).unlink(missing_ok=True)
    for parent in sorted(folders(names) - {""}, reverse=True):
        with contextlib.suppress(OSError):  # what is not empty stays
            (folder / parent).rmdir()


def folders(names: Iterable[str]) -> set[str]:
    """All folders of these files (paths with ``/``); that of all of them has an empty name."""
    found = {""}
    for name in names:
        while (name := name.rpartition("/")[0]) and name not in found:
            found.add(name)
    return found


def _remove_others(folder: Path, wanted: set[str]) -> int:
    removed = 0
    for parent, folders, files in os.walk(folder, topdown=False):
        here = Path(parent)
        for name in files:
            if (here / name).relative_to(folder).as_posix() not in wanted:
                (here / name).unlink()
                removed += 1
        for name in folders:
            if not any((here / name).iterdir()):
                (here / name).rmdir()
    return removed
