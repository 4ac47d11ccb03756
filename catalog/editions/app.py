"""What the service worker has to know of a built site: files, the hash of each, when it is kept.

The list has a trunk, with what every visit needs; blocks, each with the pages whose paths have the
same number; and the blocks of data that a search or the explorer asks for. The trunk has the hash
of each. So a visitor fetches a few kilobytes of list, however large the catalog is. The version of
a site is the hash of the trunk: it changes exactly when a file does that the worker may keep.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from catalog.editions.facts import Facts, digest, scan
from catalog.editions.kept import ESSENTIAL, PAGE, SEARCH, Listed, kept
from catalog.plain import compact

WORKER, TRUNK, BLOCKS = "sw.js", "assets/app/archivos.json", "assets/app/paginas"
DATA = "assets/app/datos.json"
DATUM = re.compile(r"datos/.+/")
"""Data in blocks, which stand in folders."""
VERSION_PLACE = "__VERSION__"
BLOCK_PAGES = 64
"""Pages in a block, about: two kilobytes to fetch."""
NUMBER_BYTES = 2
"""Bytes of the hash of a path that give its number: enough for 65 536 blocks."""


def install(site: Path, found: Mapping[str, Facts] | None = None) -> str:
    """Write the list and complete the worker of ``site``; returns the version.

    ``found`` spares reading the site. A theme without a worker gets neither, and the version is
    empty. Raises OSError from the disk.
    """
    worker = site / WORKER
    if not worker.is_file():
        return ""
    trunk, data, blocks = lists(kept(found or scan(site)))
    shutil.rmtree(site / BLOCKS, ignore_errors=True)
    (site / BLOCKS).mkdir(parents=True)
    for number, block in enumerate(blocks):
        (site / BLOCKS / f"{number}.json").write_text(block, encoding="utf-8")
    (site / DATA).write_text(data, encoding="utf-8")
    (site / TRUNK).write_text(trunk, encoding="utf-8")
    version = digest(trunk.encode())
    source = worker.read_text(encoding="utf-8")
    worker.write_text(source.replace(VERSION_PLACE, version, 1), encoding="utf-8", newline="")
    return version


def added(site: Path) -> list[str]:
    """What :func:`install` added to ``site``, as paths with ``/``."""
    blocks = (f"{BLOCKS}/{file.name}" for file in (site / BLOCKS).glob("*"))
    return [name for name in (DATA, TRUNK, *blocks) if (site / name).is_file()]


def lists(listed: Mapping[str, Listed]) -> tuple[str, str, list[str]]:
    """The trunk, the rows of data, and the blocks in the order of their numbers, as JSON texts.

    The trunk has ``files`` (rows by path), ``data`` (hash of the rows of data), ``blocks`` (hash of
    each) and ``essential``: number, bytes and bytes to fetch of all that the button keeps, wherever
    it is listed.
    """
    pages = {name for name, one in listed.items() if name.endswith(PAGE) and one.when > SEARCH}
    number = _power_of_two(len(pages) / BLOCK_PAGES)
    rows: list[dict[str, list[object]]] = [{} for _ in range(number)]
    for name in sorted(pages):
        rows[block_of(name, number)][name] = listed[name].row
    blocks = [compact(block) for block in rows]
    data = {name: one.row for name, one in listed.items() if DATUM.match(name)}
    apart = pages | data.keys()
    essential = [one for one in listed.values() if one.when <= ESSENTIAL]
    trunk = {
        "files": {name: one.row for name, one in listed.items() if name not in apart},
        "data": digest(compact(data).encode()),
        "blocks": [digest(block.encode()) for block in blocks],
        "essential": [
            len(essential),
            sum(one.size for one in essential),
            sum(one.packed for one in essential),
        ],
    }
    return compact(trunk), compact(data), blocks


def block_of(path: str, blocks: int) -> int:
    """The number of the block in which the page with this path stands."""
    return int.from_bytes(sha256(path.encode()).digest()[:NUMBER_BYTES], "big") % blocks


def _power_of_two(least: float) -> int:
    """As a catalog grows, the number of blocks seldom changes, and every block with it."""
    number = 1
    while number < least:
        number *= 2
    return number
