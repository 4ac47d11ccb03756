"""The list of the service worker, put together again from its trunk and its blocks."""

import json
from pathlib import Path

from catalog.editions.app import BLOCKS, DATA, TRUNK


def trunk(site: Path) -> dict:
    return json.loads((site / TRUNK).read_text(encoding="utf-8"))


def blocks(site: Path) -> list[dict]:
    files = [site / BLOCKS / f"{number}.json" for number in range(len(trunk(site)["blocks"]))]
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def data(site: Path) -> dict:
    return json.loads((site / DATA).read_text(encoding="utf-8"))


def rows(site: Path) -> dict:
    """[hash, bytes, bytes to fetch, when kept] by path in the site."""
    found = dict(trunk(site)["files"])
    for block in (data(site), *blocks(site)):
        found |= block
    return found
