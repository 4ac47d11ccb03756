"""The search page: with scripts it answers, without them it leads to the static lists."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Kind
from catalog.render import format, links
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

ADDRESS = "buscar/"
TITLE = "Buscar"
LEDE = (
    "Prácticas, casos, organizaciones y documentos, "
    "con las palabras de cada país y sin cuidar los acentos."
)
SCRIPT = "assets/buscar/buscar.js"


def pages(site: Site) -> Iterator[Page]:
    """The page of the search."""
    view = {"title": TITLE, "lede": LEDE, "lists": _lists(site), "examples": _examples(site)}
    meta = {"scripts": [SCRIPT], "robots": "noindex"}
    yield Page(ADDRESS, "buscar.html.j2", TITLE, LEDE, "", (HOME, Link(TITLE)), view, meta)


def _lists(site: Site) -> list[Link]:
    """Every static list with the number of what is in it."""
    named = [
        ("Prácticas por tema", links.FOLDERS[Kind.PRACTICE], len(site.catalog.practices)),
        ("Casos por sector", links.FOLDERS[Kind.CASE], len(site.cases)),
        ("Sectores", links.FACETS["sectors"], len(site.term_pages["sectors"])),
        ("Países", links.FACETS["countries"], len(site.term_pages["countries"])),
        ("Recursos", links.FACETS["resources"], len(site.term_pages["resources"])),
        ("Instrumentos", links.FACETS["instruments"], len(site.term_pages["instruments"])),
        ("Organizaciones", links.FOLDERS[Kind.ORGANIZATION], len(site.catalog.organizations)),
        ("Fuentes", links.FOLDERS[Kind.SOURCE], len(site.catalog.sources)),
    ]
    return [Link(name, f"{folder}/", count=format.number(n)) for name, folder, n in named]


def _examples(site: Site) -> list[Link]:
    """Resources as queries to try."""
    return [
        Link(format.lower(t.name), f"{ADDRESS}?q={links.slug(t.name)}")
        for t in site.term_pages["resources"][:3]
    ]
