"""Contributing without Git or account: the form's place, the guide, a template to copy, the gaps.

The form itself is made in the browser from ``datos/formulario.js``; everything else on the page is
there without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Vocabulary
from catalog.render import format, links
from catalog.render.pages.common import HOME
from catalog.render.pages.evidence import top_sectors
from catalog.render.site import Site
from catalog.render.view import Link, Page
from catalog.schema import CASE, HEADINGS, Field, Many, Record, Shape

SCRIPTS = (
    "datos", "reglas", "textos", "cifras", "ficha", "yaml", "controles", "elegir", "bloques",
    "salida", "repartir", "parecidas", "pagina",
)  # fmt: skip
"""In the order in which they need each other."""
ICONS = (
    "air", "biodiversity", "chemicals", "down", "edit", "energy", "enterprise", "materials", "ngo",
    "search", "soil", "state", "warn", "waste", "water", "x",
)  # fmt: skip
"""Drawn by the scripts, so that the page's own HTML does not name them all."""
MOST_GAPS = 12
EXAMPLE_LEVEL = "enterprise"


@dataclass(frozen=True, slots=True)
class Gap:
    """A sector with cases, and the resources of which it has none."""

    sector: Link
    count: str
    resources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """A required field as the guide tells it."""

    key: str
    label: str
    help: str


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    settings = site.settings
    required = [field for field in CASE.fields if field.required]
    yield Page(
        address=links.CONTRIBUTE,
        template="aportar.html.j2",
        title="Aportar un caso",
        description="Formulario para aportar un caso sin programas ni cuentas, y qué falta.",
        section="aportar",
        crumbs=(HOME, Link("Aportar")),
        view={
            "needed": [Needed(f.name, f.label, _told(f)) for f in required],
            "count": len(required) + 1,
            "gaps": _gaps(site),
            "silent": _silent_countries(site),
            "plant": _plant(CASE, site),
            "headings": [(site.label("levels", id), names) for id, names in HEADINGS.items()],
            "repository": settings.repository,
            "branch": settings.branch,
            "email": str(settings.extra.get("contact_email") or ""),
        },
        meta={
            "icons": list(ICONS),
            "styles": ["assets/aportar/aportar.css"],
            "scripts": [
                "datos/formulario.js",
                *(f"assets/aportar/{name}.js" for name in SCRIPTS),
            ],
        },
    )


def _told(field: Field) -> str:
    """Help of a field with its limits."""
    limits = ""
    if field.shape is Shape.TEXT and field.low:
        limits = f"Entre {field.low} y {field.high} caracteres."
    return f"{field.help} {limits}".strip()


def _gaps(site: Site) -> list[Gap]:
    """Best known sectors first: there the missing resource is most likely to be found."""
    matrix = site.catalog.matrix
    if matrix is None:
        return []
    sectors = sorted(top_sectors(site, matrix), key=lambda id: -len(site.facet("sectors", id)))
    found = []
    for sector in sectors:
        cells = matrix.cells
        empty = [r for r in matrix.resources if not _cases(cells.get((sector, r)))]
        if empty:
            resources = tuple(_wanted(site, sector, resource) for resource in empty)
            count = format.cases(len(site.facet("sectors", sector)))
            found.append(Gap(site.term_link("sectors", sector), count, resources))
    return found[:MOST_GAPS]


def _cases(cell: object) -> tuple[str, ...]:
    return tuple(getattr(cell, "cases", ()))


def _wanted(site: Site, sector: str, resource: str) -> Link:
    query = f"?sector={sector}&resource={resource}"
    return Link(site.label("resources", resource), f"{links.CONTRIBUTE}{query}")


def _silent_countries(site: Site) -> list[Link]:
    """Countries of the region without a case."""
    names = [t for t in site.vocabulary("countries") if "tile" in t.extra]
    silent = [t for t in names if not site.facet("countries", t.id)]
    ordered = sorted(silent, key=lambda term: links.slug(term.name))
    return [Link(t.name, f"{links.CONTRIBUTE}?country={t.id}") for t in ordered]


def _plant(record: Record, site: Site) -> str:
    """An empty file to copy, made of what is needed, then the rest as comments."""
    needed = [row for field in record.fields if field.required for row in _rows(field, site)]
    named = {field.empty_needs for field in record.fields} | {"tombstone", "redirect_from"}
    more = [
        f"# {field.name}:{_hint(field)}"
        for field in record.fields
        if not field.required and field.name not in named
    ]
    body = "".join(f"\n## {heading}\n\n" for heading in HEADINGS[EXAMPLE_LEVEL])
    return "\n".join(["---", *needed, "# ---- lo demás es optativo", *more, "---"]) + f"\n{body}"


def _rows(field: Field, site: Site) -> Iterator[str]:
    yield f"# {field.label}. {_told(field)}".rstrip()
    known = site.vocabulary(field.vocabulary) if field.vocabulary else None
    if known is not None and len(known) <= MOST_GAPS:
        yield f"#   {_choices(known)}"
    if field.record is not None:
        inner = [part.name for part in field.record.fields if part.required]
        yield f"{field.name}:"
        yield from (f"  - {name}: " for name in inner)
    else:
        yield f"{field.name}: {'[]' if field.many is Many.LIST else ''}".rstrip()


def _choices(terms: Vocabulary) -> str:
    return ", ".join(f"{term.id} ({format.lower(term.name)})" for term in terms)


def _hint(field: Field) -> str:
    return f"  {field.label}. {field.help}".rstrip()
