"""What a verdict depends on besides the file: the program that gave it, and the words it knew."""

from __future__ import annotations

import hashlib
import platform
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import markdown_it
import yaml

import catalog
from catalog.digest import of_files

PARTS = (
    *("model", "schema", "report", "load", "rules", "check"),
    *("arithmetic.py", "plain.py", "spread.py"),
)
"""Modules that take part in reading and judging one file; a test holds it to their imports."""


def fingerprint(words: Mapping[str, str | None]) -> str:
    """A digest of this program and of the texts of its vocabularies."""
    made = hashlib.sha256(program().encode())
    for label, text in words.items():
        made.update(repr((label, text)).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


@cache
def program() -> str:
    """A digest of the modules in ``PARTS`` and of the versions of what they rely on."""
    folder = Path(catalog.__file__).parent
    made = hashlib.sha256(of_files({part: folder / part for part in PARTS}).encode())
    made.update(repr(versions()).encode())
    return made.hexdigest()


def versions() -> tuple[str, ...]:
    """Versions of Python, of Unicode and of the readers of YAML and Markdown."""
    reader = getattr(yaml, "_yaml", None)
    inner = reader.get_version_string() if reader is not None else "python"
    return (
        platform.python_implementation(),
        platform.python_version(),
        unicodedata.unidata_version,
        yaml.__version__,
        inner,
        markdown_it.__version__,
    )
