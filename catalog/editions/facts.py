"""What a single file of a built site says of itself."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOADED = re.compile(
    r'<(?:script|img|link(?![^>]*\srel="(?:alternate|canonical)"))\b[^>]*?\s(?:src|href)="([^"#?]+)"'
)
SHRINKS = (".html", ".js", ".css", ".svg", ".webmanifest")
"""Endings of what pages load and web servers pack on the way."""
HASH_BYTES = 9


@dataclass(frozen=True, slots=True)
class Facts:
    """What a single file says of itself: hash, bytes, bytes to fetch, addresses of its parts."""

    hash: str
    size: int
    packed: int
    loads: tuple[str, ...] = ()


def facts(name: str, content: bytes) -> Facts:
    """Facts of the file ``name`` (path in the site) with this content."""
    loads = LOADED.findall(content.decode("utf-8")) if name.endswith(".html") else ()
    size = len(content)
    packed = _packed(content) if name.endswith(SHRINKS) else size
    return Facts(digest(content), size, packed, tuple(dict.fromkeys(loads)))


def scan(site: Path) -> Mapping[str, Facts]:
    """Facts of every file of a built site. Raises OSError from the disk."""
    paths = ((path.relative_to(site).as_posix(), path) for path in site.rglob("*"))
    return {name: facts(name, path.read_bytes()) for name, path in paths if path.is_file()}


def digest(content: bytes) -> str:
    """Short hash that the worker can work out as well: SHA-256, its first bytes as base64url."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()[:HASH_BYTES]).decode()


def _packed(content: bytes) -> int:
    """About what a web server sends: the fastest compression, so rather more than less."""
    return min(len(content), len(zlib.compress(content, 1)))
