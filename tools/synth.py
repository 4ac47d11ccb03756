"""Make a catalog of N cases out of the real ones: same shapes, same sizes, new names and numbers.

The real files are repeated in turn with another id and title; references to other cases are
dropped, so that every tree is sound by itself. Same N, same bytes.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ALONE = ("practices", "organizations", "sources")
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)
TO_CASES = re.compile(r"^(?:related|enabled_by):.*\n(?:^(?: |-(?!--)).*\n)*", re.MULTILINE)
LONGEST_TITLE = 80


def synthesize(project: Path, root: Path, number: int) -> None:
    """Write a tree with ``number`` cases below ``root``, which must not exist."""
    originals = sorted((project / "cases").glob("*.md"))
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in originals]
    (root / "cases").mkdir(parents=True)
    for folder in ALONE:
        shutil.copytree(project / folder, root / folder)
    for count in range(number):
        stem, text = texts[count % len(texts)]
        id = f"{stem[:50].rstrip('-')}-{count:05d}"
        (root / "cases" / f"{id}.md").write_text(_renamed(text, count), encoding="utf-8")


def _renamed(text: str, count: int) -> str:
    def title(match: re.Match[str]) -> str:
        words = match[1].strip("'\"").replace("''", "'")[:LONGEST_TITLE].replace("'", "''")
        return f"title: '{words} {count}'"

    return TO_CASES.sub("", TITLE.sub(title, text, count=1))
