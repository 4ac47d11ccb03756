"""The page `/datos/`: what there is, how large it is, how to read it, what stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.citation import apa, of_catalog, text
from catalog.export.columns import HEADINGS, HOW_TO_READ, PURPOSES
from catalog.export.records import FORMAT
from catalog.export.stamp import catalog_version
from catalog.export.tables import tables
from catalog.model import Catalog, Kind
from catalog.render import TEMPLATES, format, jsonld, links
from catalog.render.env import environment
from catalog.render.feeds import WHOLE, has_feed
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page
from catalog.render.write import write
from catalog.settings import Settings

BASE = f"{links.DATA}{FORMAT}/"
TITLE = "Datos abiertos"
LEDE = "El catálogo entero para planillas, programas y otros portales. Sin registro y sin clave."
KILO = 1000
WHOLE_FILES = (
    ("catalogo.xlsx", "Libro de Excel", "Todas las tablas, una por hoja, con títulos en español."),
    ("catalogo.sqlite", "Base de datos SQLite", "Tablas unidas por claves; la abre Datasette."),
    ("catalog.json", "JSON", "Todo, con los textos y lo calculado; una línea por ficha."),
)
BIBLIOGRAPHY = (
    ("fuentes.bib", "BibTeX", "Para LaTeX, JabRef y Zotero."),
    ("fuentes.ris", "RIS", "Para Zotero, Mendeley y EndNote."),
    ("fuentes.csl.json", "CSL-JSON", "Para Zotero, Pandoc y otros portales."),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to download."""

    address: str
    name: str
    purpose: str
    size: str
    rows: int = 0


def data_page(
    catalog: Catalog,
    settings: Settings,
    weights: Mapping[str, int],
    *,
    directory_urls: bool = True,
) -> dict[str, str]:
    """The page that offers files of these bytes by path, as the document that the engine wraps."""
    site = Site(catalog, settings, directory_urls=directory_urls)
    stamp = catalog_version(catalog)
    work = of_catalog(settings, stamp.hash, stamp.date)
    found = tables(catalog, settings)
    view = {
        "lede": LEDE,
        "counts": _counts(catalog),
        "whole": [_offer(weights, *each) for each in WHOLE_FILES],
        "tables": [
            _offer(weights, f"{name}.csv", PURPOSES[name][0], PURPOSES[name][1], len(table.rows))
            for name, table in found.items()
        ],
        "bibliography": [_offer(weights, *each) for each in BIBLIOGRAPHY],
        "sheet": _offer(weights, "../planilla/plantilla.xlsx", "Plantilla", "Para proponer casos."),
        "base": BASE,
        "format": FORMAT,
        "web": "" if directory_urls else settings.site_url,
        "example": next(iter(catalog.cases), ""),
        "how": HOW_TO_READ,
        "columns": {
            PURPOSES[name][0]: [(key, HEADINGS[key]) for key in table.header]
            for name, table in found.items()
        },
        "kinds": [kind.value for kind in Kind],
        "feed": WHOLE if has_feed(site) else "",
        "citation": text(apa(work)),
        "settings": settings,
        "license_url": str(settings.extra.get("license_url") or ""),
    }
    page = Page(
        address=links.DATA,
        template="datos.html.j2",
        title=TITLE,
        description=LEDE,
        section="",
        crumbs=(HOME, Link(TITLE)),
        view=view,
        meta={"jsonld": jsonld.dataset(site, stamp, [(o.address, o.name) for o in _all(view)])},
    )
    return {links.document(page.address): write(page, environment(TEMPLATES), site)}


def _all(view: Mapping[str, object]) -> list[Offer]:
    groups = (view["whole"], view["tables"])
    return [offer for group in groups if isinstance(group, list) for offer in group]


def _offer(weights: Mapping[str, int], name: str, title: str, purpose: str, rows: int = 0) -> Offer:
    address = f"{links.DATA}{name[3:]}" if name.startswith("../") else f"{BASE}{name}"
    return Offer(address, title, purpose, size(weights[address]), rows)


def weigh(content: str | bytes) -> int:
    """Bytes of a file."""
    return len(content.encode() if isinstance(content, str) else content)


def size(count: int) -> str:
    """Bytes as «312 kB» or «3,1 MB»: in thousands, as file managers show them."""
    if count < KILO * KILO:
        return f"{max(1, round(count / KILO))} kB"
    whole = f"{count / KILO / KILO:.1f}"
    return f"{whole.replace('.', ',')} MB"


def _counts(catalog: Catalog) -> list[str]:
    names = {
        Kind.CASE: ("caso", "casos"),
        Kind.PRACTICE: ("práctica", "prácticas"),
        Kind.ORGANIZATION: ("organización", "organizaciones"),
        Kind.SOURCE: ("documento", "documentos"),
        Kind.COLLECTION: ("ruta de formación", "rutas de formación"),
    }
    figures = sum(len(case.results) for case in catalog.cases.values())
    counted = [format.plural(len(catalog.entries(kind)), *words) for kind, words in names.items()]
    return [*counted, format.plural(figures, "cifra", "cifras")]
