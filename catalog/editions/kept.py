"""Which files of a built site the service worker may keep, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog.editions.facts import Facts

SHELL, SEARCH, ESSENTIAL, OTHER = range(4)
"""When a file is kept: always · from the second visit on · when asked for · when visited."""
SHELL_PAGES = ("index.html", "sin-conexion/index.html")
SHELL_FILES = (
    *("manifest.webmanifest", "assets/favicon.svg"),
    *("assets/app/icono-192.png", "assets/app/relevo.js"),
)
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
PAGE = ".html"
PARTS = re.compile(
    r"(?:assets/.*\.(?:js|css|svg)|vendor/.*\.js|datos/(?:busqueda/|explorar/)?[^/]*\.js)$"
)
UNLISTED = frozenset({"404.html"})


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


def kept(found: Mapping[str, Facts]) -> Mapping[str, Listed]:
    """Every file that the worker may keep, sorted by path: pages, and what pages load.

    Downloads, feeds and pictures for sharing are most of a site, and no page shows them.
    """
    shell = _with_parts(found, SHELL_PAGES) | set(SHELL_FILES)
    search = _with_parts(found, (SEARCH_PAGE,)) | {n for n in found if SEARCH_FILES.match(n)}
    blocks = {name for name in found if SEARCH_BLOCKS.match(name)}
    if sum(found[name].size for name in blocks) <= LIGHT:
        search |= blocks
    pages = {name for name in found if name.endswith(PAGE)}
    seldom = {name for name in pages if REFERENCE.match(name)}
    read = _with_parts(found, pages - seldom) | {n for n in found if PARTS.match(n)}
    rest = _with_parts(found, seldom)
    groups = ((SHELL, shell), (SEARCH, search), (ESSENTIAL, read), (OTHER, rest))
    when = {name: group for group, names in reversed(groups) for name in names}
    return {
        name: Listed(found[name].hash, found[name].size, found[name].packed, group)
        for name, group in sorted(when.items())
        if name in found and name not in UNLISTED
    }


def _with_parts(found: Mapping[str, Facts], pages: Iterable[str]) -> set[str]:
    """Pages and what they load."""
    return {name for page in pages if page in found for name in (page, *_loads(page, found))}


def _loads(page: str, found: Mapping[str, Facts]) -> Iterator[str]:
    ups = page.count("/")
    for address in found[page].loads:
        path = address.removeprefix("../" * ups).removeprefix("./")
        if path in found and not path.endswith(PAGE):
            yield path
