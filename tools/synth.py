"""Make a catalog of N cases out of the real ones: same shapes, same sizes, new names and numbers.

The real files are repeated in turn with another id and a title put together from two real ones;
references to other cases are dropped and withdrawn cases left out, so that every tree is sound by
itself. Same N, same bytes.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ALONE = ("practices", "organizations", "sources")
TITLE = re.compile(r"^title: *(.*)$", re.MULTILINE)
TO_CASES = re.compile(r"^(?:related|enabled_by):.*\n(?:^(?: |-(?!--)).*\n)*", re.MULTILINE)
WITHDRAWN = re.compile(r"^tombstone:", re.MULTILINE)
LONGEST_HALF = 40
STRIDE = 7919
"""A prime: the second half of a title comes from another file at every turn."""


def synthesize(project: Path, root: Path, number: int) -> None:
    """Write a tree with ``number`` cases below ``root``, which must not exist."""
    originals = sorted((project / "cases").glob("*.md"))
    all_texts = ((path.stem, path.read_text(encoding="utf-8")) for path in originals)
    texts = [(stem, text) for stem, text in all_texts if not WITHDRAWN.search(text)]
    (root / "cases").mkdir(parents=True)
    for folder in ALONE:
        shutil.copytree(project / folder, root / folder)
    for count in range(number):
        stem, text = texts[count % len(texts)]
        end = _title(texts[count * STRIDE // len(texts) % len(texts)][1])
        id = f"{stem[:50].rstrip('-')}-{count:05d}"
        (root / "cases" / f"{id}.md").write_text(_renamed(text, end, count), encoding="utf-8")


def _title(text: str) -> str:
    found = TITLE.search(text)
    return found[1].strip("'\"").replace("''", "'") if found else ""


def _renamed(text: str, end: str, count: int) -> str:
    words = f"{_cut(_title(text))} y {_cut(end[::-1])[::-1]}".replace("'", "''")
    return TO_CASES.sub("", TITLE.sub(lambda _: f"title: '{words} {count}'", text, count=1))


def _cut(text: str) -> str:
    """The first half of a text, or less, in whole words."""
    half = text[: min(LONGEST_HALF, len(text) // 2 + 1)]
    return half.rpartition(" ")[0] or half
