"""Floor 9: the picture that a messaging app shows beside a link (Open Graph).

Drawn with Pillow in fonts that come along, without network; kept below ``build/`` and drawn again
only when what it says has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from catalog.model import Catalog
from catalog.preview.draw import DESIGN, Words, draw
from catalog.preview.words import words
from catalog.render.site import Site
from catalog.settings import Settings

__all__ = ["previews"]


def previews(catalog: Catalog, settings: Settings, cache: Path) -> dict[str, Path]:
    """Pictures of all cases and practices: path below the site's root -> file in ``cache``.

    Empty when the settings switch them off. Raises OSError from the disk.
    """
    if not settings.extra.get("previews", True):
        return {}
    cache.mkdir(parents=True, exist_ok=True)
    made = dict(_made(Site(catalog, settings), cache))
    wanted = set(made.values())
    for old in cache.iterdir():  # also what a killed build left half drawn
        if old not in wanted:
            old.unlink()
    return made


def _made(site: Site, cache: Path) -> Iterator[tuple[str, Path]]:
    for path, said in words(site):
        file = cache / f"{_key(said)}.png"
        if not file.exists():
            temporary = file.with_suffix(".tmp")
            temporary.write_bytes(draw(said))
            temporary.replace(file)
        yield path, file


def _key(said: Words) -> str:
    text = json.dumps([DESIGN, asdict(said)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
