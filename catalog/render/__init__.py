"""Floor 7: the catalog as pages, one table of builders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment

from catalog.model import Catalog, Finding
from catalog.reads import Later, made
from catalog.render import embed, evidence_files, explore, feeds, links, machines
from catalog.render import guide as guiding
from catalog.render import search as searching
from catalog.render.env import environment
from catalog.render.pages import (
    case,
    contribute,
    evidence,
    explorer,
    glossary,
    guide,
    home,
    lessons,
    listings,
    moved,
    organization,
    practice,
    rules,
    search,
    source,
    terms,
    text_edition,
    training,
    unsaved,
    vendored,
)
from catalog.render.site import Only, Site
from catalog.render.view import Page, Sheet
from catalog.render.write import write
from catalog.settings import Settings
from catalog.stages import Stages

BUILDERS: Mapping[str, Callable[[Site], Iterator[Page | Sheet]]] = {
    "portada": home.pages,
    "listas": listings.pages,
    "explorador": explorer.pages,
    "guía por empresa": guide.pages,
    "casos": case.pages,
    "prácticas": practice.pages,
    "países, sectores y demás": terms.pages,
    "organizaciones": organization.pages,
    "fuentes": source.pages,
    "evidencia": evidence.pages,
    "lecciones": lessons.pages,
    "glosario": glossary.pages,
    "reglas": rules.pages,
    "aportar": contribute.pages,
    "búsqueda": search.pages,
    "rutas": training.routes,
    "dossieres": training.dossiers,
    "selección": training.selection,
    "versión de texto": text_edition.pages,
    "programas de otros": vendored.pages,
    "sin conexión": unsaved.pages,
    "direcciones que cambiaron": moved.pages,
}
"""Everything that is published, in the order in which it is made, named for `build --verbose`."""

SCRIPTS: tuple[Callable[[Site], Iterator[tuple[str, str] | tuple[str, Later]]], ...] = (
    embed.files,
    evidence_files.files,
    explore.files,
    feeds.files,
    guiding.files,
    machines.files,
    searching.files,
    training.dossier_margin,
    training.selection_scripts,
    text_edition.files,
)
"""Files that pages load, mostly data as classic scripts: path from the site root, and text."""


SHARED = frozenset(
    {
        case.pages,
        practice.pages,
        terms.pages,
        organization.pages,
        source.pages,
        guide.pages,
        training.dossiers,
        text_edition.pages,
        text_edition.files,
        embed.files,
    }
)
"""What makes only its share of the pages (``site.part``); the rest is made whole or not at all."""

STAGE = "Escribiendo las páginas"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def render(
    catalog: Catalog,
    settings: Settings,
    *,
    directory_urls: bool = True,
    tell: Stages | None = None,
) -> tuple[dict[str, str], list[Finding]]:
    """All pages, and the data they load, as text by path below the documents, sorted by path.

    ``directory_urls`` is false for a copy read from a folder, where a link must name its file.
    ``tell`` keeps account of every group of pages.
    Rendering judges nothing, so the list of findings is empty: it is there because every stage of
    the program returns one.
    """
    site = Site(catalog, settings, directory_urls=directory_urls)
    found = documents(site, tell or Stages())
    return dict(sorted((path, made(text)) for path, text in found)), []


def documents(site: Site, tell: Stages) -> Iterator[tuple[str, str | Later]]:
    """Path below the documents, and text, of everything in ``site.part``, as it is made.

    Texts of which there may be thousands come to be made later, in case they are there already.
    """
    env = environment(TEMPLATES)
    for number, (name, builder) in enumerate(BUILDERS.items()):
        if builder in SHARED or site.part.has(number):
            tell(STAGE, name)
            for page in tell.counted(builder(site)):
                yield links.document(page.address), _text(page, env, site)
    tell(STAGE, "datos de las páginas")
    for number, scripts in enumerate(SCRIPTS, len(BUILDERS)):
        if scripts in SHARED or site.part.has(number):
            yield from scripts(site)


def _text(page: Page | Sheet, env: Environment, site: Site) -> str | Later:
    if isinstance(page, Page):
        return write(training.offered(page), env, site)
    return Later(site.reads, lambda: write(training.offered(page.make()), env, site))


def document(site: Site, address: str, env: Environment) -> str | None:
    """The one document of the page at ``address`` («casos/x/»); ``None`` when there is none.

    Changes ``site.part``.
    """
    site.part = Only(segments=frozenset(address.split("/")))
    for builder in sorted(BUILDERS.values(), key=lambda builder: builder not in SHARED):
        for page in builder(site):
            if page.address == address:
                return made(_text(page, env, site))
    return None


__all__ = ["BUILDERS", "SCRIPTS", "TEMPLATES", "document", "documents", "render"]
