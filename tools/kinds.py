"""One address of every kind of page of a built site, and the extremes of each kind.

For tools and tests that look at pages one by one: what holds for the longest and the shortest
page of a kind, and for every case that ends differently, holds for the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

FOLDERS = (
    *("casos", "practicas", "organizaciones", "fuentes", "paises", "sectores", "recursos"),
    *("niveles", "instrumentos", "evidencia/paises", "reglas", "decisiones", "texto"),
    *("formacion", "mi-empresa", "incrustar/casos", "incrustar/practicas"),
)
"""Folders whose pages are all of one kind: the longest and the shortest stand for the others."""
INNER = (
    *(
        "sectores/*/lecciones",
        "sectores/*/dossier",
        "formacion/*/dossier",
        "formacion/*/diapositivas",
    ),
    *("formacion/*/participantes", "formacion/*/respuestas", "formacion/*/tarjetas"),
    "mi-empresa/*/*",
)
"""Kinds of pages that stand below another page: one of middling length of each."""
SHEETS = {"level": ("state", "ngo", "enterprise"), "verification": ("V0", "V4")}
OUTCOMES = ("planned", "partial", "not_implemented", "discontinued", "unknown")


def kinds(site: Path) -> dict[str, str]:
    """Addresses by the name of their kind, each address once.

    >>> kinds(Path("build/site"))["inicio"]  # doctest: +SKIP
    '/'
    """
    found = {"inicio": "/", "404": "/404.html"}
    found |= {page: f"/{page}/" for page in _single(site)}
    for name, path in (*_extremes(site), *_below(site), *_cases(site)):
        if path not in found.values():
            found[name] = path
    return found


def _single(site: Path) -> list[str]:
    return sorted(file.parent.name for file in site.glob("*/index.html"))


def _extremes(site: Path) -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        pages = _pages(site, f"{folder}/*")
        if pages:
            yield f"{folder} (larga)", _address(site, pages[-1])
            yield f"{folder} (corta)", _address(site, pages[0])


def _below(site: Path) -> Iterator[tuple[str, str]]:
    for pattern in INNER:
        pages = _pages(site, pattern)
        if pages:
            yield pattern, _address(site, pages[len(pages) // 2])


def _pages(site: Path, pattern: str) -> list[Path]:
    """Pages of a kind, shortest first; those that only point elsewhere are no pages."""
    return sorted(
        (file for file in site.glob(f"{pattern}/index.html") if not _moved(file)),
        key=lambda file: (file.stat().st_size, file),
    )


def _moved(file: Path) -> bool:
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")[:1500]


def _address(site: Path, file: Path) -> str:
    return f"/{file.parent.relative_to(site).as_posix()}/"


def _cases(site: Path) -> Iterator[tuple[str, str]]:
    """Cases that look different: by level, by how they ended, without figures, longest title."""
    cases = json.loads((site / "datos/v1/catalog.json").read_text(encoding="utf-8"))["cases"]
    wanted = {**SHEETS, "outcome": OUTCOMES}
    for key, values in wanted.items():
        for value in values:
            some = next((case for case in cases if case.get(key) == value), None)
            if some:
                yield f"caso {value}", f"/casos/{some['id']}/"
    bare = next((c for c in cases if not c.get("results") and c["verification"] != "V0"), None)
    if bare:
        yield "caso sin cifras", f"/casos/{bare['id']}/"
    if cases:
        longest = max(cases, key=lambda case: len(case["title"]))
        yield "caso de título largo", f"/casos/{longest['id']}/"
