"""What the service worker has to know of a built site: every file, its hash, and when it is kept.

The version of a site is the hash of that list, so it changes exactly when a file does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORKER, LIST = "sw.js", "assets/app/archivos.json"
VERSION_PLACE = "__VERSION__"
SHELL, SEARCH, ESSENTIAL, OTHER = range(4)
"""When a file is kept: always · from the second visit on · when asked for · when visited."""
SHELL_PAGES = ("index.html", "sin-conexion/index.html")
SHELL_FILES = ("manifest.webmanifest", "assets/favicon.svg", "assets/app/icono-192.png")
SEARCH_PAGE = "buscar/index.html"
SEARCH_FILES = re.compile(r"assets/buscar/|vendor/.*\.js$|datos/busqueda\.js$")
SEARCH_BLOCKS = re.compile(r"datos/busqueda/")
LIGHT = 2_000_000
"""Bytes of search blocks, before packing, up to which a returning visitor gets them unasked."""
REFERENCE = re.compile(
    r"(?:(?:fuentes|organizaciones|reglas|decisiones)/.+/index|incrustar/.+)\.html$"
)
"""Pages of single sources and organizations, rules and decisions: half of the site, seldom read.

Cards to embed are read on other sites, never here.
"""
PAGES = re.compile(r".*\.html$")
PARTS = re.compile(r"(?:assets/.*\.(?:js|css|svg)|vendor/.*\.js|datos/(?:busqueda/)?[^/]*\.js)$")
LOADED = re.compile(r'<(?:script|link|img)\b[^>]*?\s(?:src|href)="([^"#?]+)"')
UNLISTED = frozenset({WORKER, LIST, "404.html", "sitemap.xml", "robots.txt"})
ARCHIVE = ".zip"
DENSE = (".png", ".xlsx", ".woff2", ARCHIVE)
"""Endings of what is packed already, and travels as it is."""
HASH_BYTES = 9


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the site: hash of its content, bytes on disk, bytes to fetch, when it is kept."""

    hash: str
    size: int
    packed: int
    when: int

    @property
    def row(self) -> list[object]:
        """As the list writes it."""
        return [self.hash, self.size, self.packed, self.when]


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
    packed = size if name.endswith(DENSE) else _packed(content)
    return Facts(digest(content), size, packed, tuple(dict.fromkeys(loads)))


def scan(site: Path) -> Mapping[str, Facts]:
    """Facts of every file of a built site. Raises OSError from the disk."""
    paths = ((path.relative_to(site).as_posix(), path) for path in site.rglob("*"))
    return {name: facts(name, path.read_bytes()) for name, path in paths if path.is_file()}


def install(site: Path, found: Mapping[str, Facts] | None = None) -> str:
    """Write the list and complete the worker of ``site``; returns the version.

    ``found`` spares reading the site. A theme without a worker gets neither, and the version is
    empty. Raises OSError from the disk.
    """
    worker = site / WORKER
    if not worker.is_file():
        return ""
    text = json.dumps(
        {name: listed.row for name, listed in files(found or scan(site)).items()},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    version = digest(text.encode())
    (site / LIST).parent.mkdir(parents=True, exist_ok=True)
    (site / LIST).write_text(text, encoding="utf-8")
    source = worker.read_text(encoding="utf-8")
    worker.write_text(source.replace(VERSION_PLACE, version, 1), encoding="utf-8", newline="")
    return version


def digest(content: bytes) -> str:
    """Short hash that the worker can work out as well: SHA-256, its first bytes as base64url."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()[:HASH_BYTES]).decode()


def files(found: Mapping[str, Facts]) -> Mapping[str, Listed]:
    """Every file that the worker may keep, sorted by path."""
    shell = _with_parts(found, SHELL_PAGES) | set(SHELL_FILES)
    search = _with_parts(found, (SEARCH_PAGE,)) | {n for n in found if SEARCH_FILES.match(n)}
    blocks = {name for name in found if SEARCH_BLOCKS.match(name)}
    if sum(found[name].size for name in blocks) <= LIGHT:
        search |= blocks
    pages = [name for name in found if PAGES.match(name) and not REFERENCE.match(name)]
    most = _with_parts(found, pages) | {name for name in found if PARTS.match(name)}
    groups = ((SHELL, shell), (SEARCH, search), (ESSENTIAL, most))
    when = {name: group for group, names in reversed(groups) for name in names}
    return {
        name: Listed(one.hash, one.size, one.packed, when.get(name, OTHER))
        for name, one in sorted(found.items())
        if name not in UNLISTED and not name.endswith(ARCHIVE)
    }


def _packed(content: bytes) -> int:
    """About what a web server sends: the fastest compression, so rather more than less."""
    return min(len(content), len(zlib.compress(content, 1)))


def _with_parts(found: Mapping[str, Facts], pages: Iterable[str]) -> set[str]:
    """Pages and what they load."""
    return {name for page in pages if page in found for name in (page, *_loads(page, found))}


def _loads(page: str, found: Mapping[str, Facts]) -> Iterator[str]:
    ups = page.count("/")
    for address in found[page].loads:
        path = address.removeprefix("../" * ups).removeprefix("./")
        if path in found and not path.endswith(".html"):
            yield path
