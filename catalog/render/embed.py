"""A card for other sites: `/incrustar/casos/<id>/`, a page without scripts, cookies or search.

These are whole HTML files, which engines copy as they are: a small page within a frame of another
site has no use for the theme around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from catalog.model import Case, Kind, Practice
from catalog.render import format, links
from catalog.render.cards import cards
from catalog.render.env import environment, tidy
from catalog.render.site import ID, Site
from catalog.render.typeset import typeset

FOLDER = "incrustar/"
EMBEDDED = (Kind.CASE, Kind.PRACTICE)
HEIGHT = 320
"""Height of the frame in pixels; longer cards scroll."""
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def address(kind: Kind, id: str) -> str:
    """Where the card of an entry lives."""
    return f"{FOLDER}{links.entry(kind, id)}"


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Every card, by path. None without directory addresses: a folder is embedded nowhere."""
    if not site.directory_urls:
        return
    template = environment(TEMPLATES).get_template("incrustar.html.j2")
    for kind, view in _views(site):
        id = str(view["id"])
        here = address(kind, id)
        page = {
            **view,
            "page": links.relative(here, links.entry(kind, id)),
            "styles": links.relative(here, "assets/incrustar.css"),
            "home": links.relative(here, ""),
            "public": site.public(links.entry(kind, id)),
            "settings": site.settings,
        }
        html = typeset(tidy(template.render(page)), site.number_spaces)
        yield f"{here}index.html", f"{html}\n"


def _views(site: Site) -> Iterator[tuple[Kind, dict[str, object]]]:
    for case in site.part.share(site.cases.values(), ID):
        yield Kind.CASE, _case(site, case)
    for practice in site.part.share(site.catalog.practices.values(), ID):
        if practice.tombstone is None:
            yield Kind.PRACTICE, _practice(site, practice)


def _case(site: Site, case: Case) -> dict[str, object]:
    (card,) = cards(site, [case.id])
    found = site.verification(case.verification)
    return {
        "id": case.id,
        "title": case.title,
        "summary": case.summary,
        "kick": [site.label("levels", case.level), *card.facts],
        "label": card.figure.label,
        "figure": card.figure.figure.text if card.figure.figure else card.figure.word,
        "basis": card.figure.basis,
        "standing": f"Verificación {found.id}: {found.words}",
    }


def _practice(site: Site, practice: Practice) -> dict[str, object]:
    board = site.board("practice", practice.id)
    countries = format.countries(len(board.countries))
    return {
        "id": practice.id,
        "title": practice.title,
        "summary": practice.summary,
        "kick": ["Práctica", site.label("practice_kinds", practice.kind)],
        "label": "Casos en el catálogo",
        "figure": str(board.n) if board.n else "Ninguno todavía",
        "basis": f"de {countries}" if board.n else "",
        "standing": "",
    }
