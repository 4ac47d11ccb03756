"""The explorer: lists and links that work without any script, and a place for the filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from catalog.model import Practice
from catalog.render import format, links
from catalog.render.explore import DATA, FIRST_BLOCK, INDICATORS
from catalog.render.pages.common import HOME, MANY, cases_by_sector
from catalog.render.pages.practice import theme_anchor
from catalog.render.site import Site
from catalog.render.view import Group, Link, Page

STYLES = ["assets/explorar/explorar.css"]
PARTS = ("fichas", "core", "cards", "filters", "view", "compare", "start")
SCRIPTS = [DATA, FIRST_BLOCK, *(f"assets/explorar/{name}.js" for name in PARTS)]
ICONS = ["check", "down", "filter", "print", "share", "warn", "x"]
"""Icons that the scripts draw, beside those of levels and resources."""
TITLE = "Explorar"
SHOWN = (
    ("resources", "Recurso", True),
    ("sectors", "Sector", True),
    ("countries", "País", True),
    ("levels", "Nivel", True),
    ("instruments", "Instrumento", False),
)
"""Vocabularies with pages, the heading of their links, and whether these stand open."""


def pages(site: Site) -> Iterator[Page]:
    """The explorer."""
    practices = list(site.catalog.practices.values())
    words = [format.cases(len(site.cases))]
    words.append(format.plural(len(practices), "práctica", "prácticas"))
    lede = f"{format.capital(' y '.join(words))}, con cifras, fuentes y lo que salió mal."
    view = {
        "title": TITLE,
        "lede": lede,
        "facets": [_facet(site, *row) for row in SHOWN],
        "groups": [replace(g, anchor=f"casos-{g.anchor}") for g in cases_by_sector(site)],
        "many": len(site.cases) > MANY,
        "themes": _practices(site, practices),
        "indicators": INDICATORS,
    }
    icons = {*ICONS, *(t.id for name in ("levels", "resources") for t in site.vocabulary(name))}
    yield Page(
        address=links.EXPLORE,
        template="explorar.html.j2",
        title=TITLE,
        description=lede,
        section="explorar",
        crumbs=(HOME, Link(TITLE)),
        view=view,
        meta={"styles": STYLES, "scripts": SCRIPTS, "icons": sorted(icons)},
    )


def _facet(site: Site, vocabulary: str, heading: str, open: bool) -> tuple[Group, bool]:
    """Links to the pages of the terms that have cases, most cases first."""
    counts = {t.id: len(site.facet(vocabulary, t.id)) for t in site.term_pages[vocabulary]}
    known = [t for t in site.term_pages[vocabulary] if counts[t.id]]
    order = sorted(known, key=lambda t: (-counts[t.id], links.slug(t.name)))
    found = tuple(
        Link(t.name, links.term(vocabulary, t), count=format.number(counts[t.id])) for t in order
    )
    folder = links.FACETS[vocabulary]
    return Group(heading, f"por-{folder}", links=found, address=f"{folder}/"), open


def _practices(site: Site, practices: list[Practice]) -> list[Link]:
    """Themes with their number of practices: the list itself is a page of its own."""
    counts: dict[str, int] = {}
    for practice in practices:
        counts[practice.theme] = counts.get(practice.theme, 0) + 1
    order = [t.id for t in site.vocabulary("themes") if t.id in counts]
    return [
        Link(
            site.label("themes", theme),
            f"practicas/#{theme_anchor(site, theme)}",
            count=format.number(counts[theme]),
        )
        for theme in order
    ]
