"""Floor 9: the picture that a messaging app shows beside a link (Open Graph).

Drawn with Pillow in fonts that come along, without network; kept below ``build/`` and drawn again
only when what it says has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator
from dataclasses import asdict
from pathlib import Path

from catalog.preview.draw import DESIGN, Words, draw
from catalog.preview.words import words
from catalog.render.site import Site

__all__ = ["previews", "sweep"]


def previews(site: Site, cache: Path) -> Iterator[tuple[str, Path]]:
    """Pictures of the cases and practices in ``site.part``: path in the site, file in ``cache``.

    Nothing when the settings switch them off. Raises OSError from the disk.
    """
    if not site.settings.extra.get("previews", True):
        return
    cache.mkdir(parents=True, exist_ok=True)
    for path, said in words(site):
        file = cache / f"{_key(said)}.png"
        if not file.exists():
            temporary = file.with_suffix(f".{os.getpid()}.tmp")
            temporary.write_bytes(draw(said))
            temporary.replace(file)
        yield path, file


def sweep(cache: Path, wanted: Collection[Path]) -> None:
    """Remove what no page shows any more, and what a killed build left half drawn.

    Raises OSError from the disk.
    """
    for old in cache.iterdir():
        if old not in wanted:
            old.unlink()


def _key(said: Words) -> str:
    text = json.dumps([DESIGN, asdict(said)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
