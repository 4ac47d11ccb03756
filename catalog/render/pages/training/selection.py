"""One's own selection: its page, the QR codes it prints, and the button on other pages.

Everything happens in the browser; the build only lends the data.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace

from catalog.model import Kind
from catalog.reads import Later
from catalog.render import links, qr
from catalog.render.explore import DATA
from catalog.render.explore.script import script
from catalog.render.pages.common import HOME
from catalog.render.site import Site
from catalog.render.view import Link, Page

ADDRESS = "mi-seleccion/"
CODES = "datos/qr.js"
STYLES = ["assets/formacion/formacion.css", "assets/seleccion/seleccion.css"]
ENTRIES = "assets/explorar/fichas.js"
STORE = "assets/seleccion/guardado.js"
BUTTON = [STORE, "assets/seleccion/boton.js"]
BUTTON_STYLES = ["assets/seleccion/boton.css"]
PARTS = ("salida", "caras", "pagina")
SCRIPTS = [DATA, ENTRIES, STORE, *(f"assets/seleccion/{name}.js" for name in PARTS)]
OFFERING = frozenset(
    f"{name}.html.j2" for name in ("caso", "practica", "termino", "lista", "explorar", "inicio")
)
"""Templates of pages with a case, a practice, or cards of them."""
TITLE = "Mi selección"


def pages(site: Site) -> Iterator[Page]:
    """The page that shows, orders and hands on what a visitor marked."""
    lede = (
        "Reúna casos y prácticas, ordénelos, póngales una nota y compártalos con un enlace. "
        "Todo queda en este equipo; nada se envía."
    )
    yield Page(
        address=ADDRESS,
        template="formacion/seleccion.html.j2",
        title=TITLE,
        description=lede,
        section="formacion",
        crumbs=(HOME, Link("Formación", "formacion/"), Link(TITLE)),
        view={
            "lede": lede,
            "codes": CODES,
            "end": "" if site.directory_urls else "index.html",
            "settings": site.settings,
        },
        meta={
            "styles": STYLES,
            "scripts": SCRIPTS,
            "icons": ["check", "down", "print", "share", "x"],
        },
    )


def scripts(site: Site) -> Iterator[tuple[str, Later]]:
    """The QR codes of all entries as bits, by their address: 150 bytes each."""
    yield CODES, Later(site.reads, lambda: script("catalogoQr", _codes(site)))


def _codes(site: Site) -> dict[str, str]:
    kinds = (Kind.CASE, Kind.PRACTICE)
    found = [links.entry(kind, id) for kind in kinds for id in site.ids[kind]]
    return {address: packed(site.public(address)) for address in found}


def packed(address: str) -> str:
    """All modules of the code of ``address``, row by row, eight to a byte, in base64.

    The side of the square is the root of the number of modules: 17 + 4 times the version.
    """
    bits, side = qr.modules(address)
    count = side * side
    length = (count + 7) // 8
    return f"{side}:{b64encode((bits << length * 8 - count).to_bytes(length, 'big')).decode()}"


def offered(page: Page) -> Page:
    """The page with the button «Guardar en mi selección» where it shows entries."""
    if page.template not in OFFERING:
        return page
    meta = dict(page.meta)
    for key, files in (("scripts", BUTTON), ("styles", BUTTON_STYLES)):
        own = meta.get(key)
        meta[key] = [*(own if isinstance(own, list) else []), *files]
    return replace(page, meta=meta)
