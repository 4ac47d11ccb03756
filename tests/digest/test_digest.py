"""One hash for a set of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.digest import of_files


def tree(root: Path) -> Path:
    (root / "sub").mkdir(parents=True)
    (root / "a.py").write_text("uno")
    (root / "sub/ñ.txt").write_text("dos")
    return root


def hash_of(root: Path) -> str:
    return of_files({"x": root})


def test_equal_files_have_an_equal_hash_wherever_they_lie(tmp_path: Path) -> None:
    assert hash_of(tree(tmp_path / "aquí")) == hash_of(tree(tmp_path / "allá/lejos"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "content": lambda root: (root / "a.py").write_text("unos"),
    "name": lambda root: (root / "a.py").rename(root / "b.py"),
    "folder": lambda root: (root / "a.py").rename(root / "sub/a.py"),
    "one more": lambda root: (root / "vacío").touch(),
    "one less": lambda root: (root / "a.py").unlink(),
    "text that moved to the next file": lambda root: (
        (root / "a.py").write_text("un"),
        (root / "sub/ñ.txt").write_text("odos"),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_shows(tmp_path: Path, change: str) -> None:
    root = tree(tmp_path)
    before = hash_of(root)
    CHANGES[change](root)
    assert hash_of(root) != before


def test_what_python_compiled_does_not_count(tmp_path: Path) -> None:
    root = tree(tmp_path)
    before = hash_of(root)
    (root / "sub/a.cpython-311.pyc").write_bytes(b"\0")
    assert hash_of(root) == before


def test_a_file_stands_for_itself(tmp_path: Path) -> None:
    root = tree(tmp_path)
    assert of_files({"x/a.py": root / "a.py", "x/sub": root / "sub"}) == hash_of(root)
