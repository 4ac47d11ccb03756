"""A card for other sites: `/incrustar/casos/<id>/`, a page without scripts, cookies or search.

These are whole HTML files, which engines copy as they are: a small page within a frame of another
site has no use for the theme around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Template

from catalog.model import Kind
from catalog.reads import Later
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.env import environment, tidy
from catalog.render.site import Site
from catalog.render.typeset import typeset

FOLDER = "incrustar/"
EMBEDDED = (Kind.CASE, Kind.PRACTICE)
HEIGHT = 320
"""Height of the frame in pixels; longer cards scroll."""
View = Mapping[str, object]
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def address(kind: Kind, id: str) -> str:
    """Where the card of an entry lives."""
    return f"{FOLDER}{links.entry(kind, id)}"


def files(site: Site) -> Iterator[tuple[str, Later]]:
    """Every card, by path. None without directory addresses: a folder is embedded nowhere."""
    if not site.directory_urls:
        return
    template = environment(TEMPLATES).get_template("incrustar.html.j2")
    for kind, view in ((Kind.CASE, _case), (Kind.PRACTICE, _practice)):
        for id in site.part.share(site.ids[kind], str):
            make = partial(_file, site, template, kind, id, view)
            yield f"{address(kind, id)}index.html", Later(site.reads, make)


def _file(
    site: Site, template: Template, kind: Kind, id: str, view: Callable[[Site, str], View]
) -> str:
    here = address(kind, id)
    page = {
        **view(site, id),
        "page": links.relative(here, links.entry(kind, id)),
        "styles": links.relative(here, "assets/incrustar.css"),
        "home": links.relative(here, ""),
        "public": site.public(links.entry(kind, id)),
        "settings": site.settings,
    }
    return f"{typeset(tidy(template.render(page)), site.number_spaces)}\n"


def _case(site: Site, id: str) -> View:
    case = site.cases[id]
    (card,) = cards(site, [case.id])
    found = site.verification(case.verification)
    return {
        "title": case.title,
        "summary": case.summary,
        "kick": [site.label("levels", case.level), *card.facts],
        "label": card.figure.label,
        "figure": card.figure.figure.text if card.figure.figure else card.figure.word,
        "basis": card.figure.basis,
        "standing": f"Verificación {found.id}: {found.words}",
    }


def _practice(site: Site, id: str) -> View:
    practice = site.catalog.practices[id]
    board = site.board("practice", practice.id)
    countries = format.countries(len(board.countries))
    return {
        "title": practice.title,
        "summary": practice.summary,
        "kick": ["Práctica", site.label("practice_kinds", practice.kind)],
        "label": "Casos en el catálogo",
        "figure": str(board.n) if board.n else "Ninguno todavía",
        "basis": f"de {countries}" if board.n else "",
        "standing": "",
    }
