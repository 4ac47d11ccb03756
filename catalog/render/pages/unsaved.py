"""What the installed site shows offline in the place of a page that was not kept."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

ADDRESS = "sin-conexion/"
TITLE = "Sin conexión"


def pages(site: Site) -> Iterator[Page]:
    """One page; none in a copy read from a folder, which has every page."""
    if not site.directory_urls:
        return
    lede = "Esta página no está guardada en este aparato."
    yield Page(
        address=ADDRESS,
        template="sin-conexion.html.j2",
        title=TITLE,
        description=lede,
        section="",
        crumbs=(HOME, Link(TITLE)),
        view={"title": TITLE, "lede": lede},
        meta={"robots": "noindex", "hide": ["colophon"]},
    )
