"""The first page: search, three doors, what worries you, what the cases say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.model import Case, Term
from catalog.render import format, links
from catalog.render.block import Block, block
from catalog.render.cards import cards
from catalog.render.feeds import WHOLE, has_feed
from catalog.render.figures import Figures
from catalog.render.guide.advice import FOLDER
from catalog.render.pages.common import NOT_AS_EXPECTED, spread_fig
from catalog.render.pages.evidence import shade, top_sectors
from catalog.render.site import Site
from catalog.render.view import Card, Fig, Link, Page

MOST_SECTORS = 12
NEWEST = 3
EXAMPLES = 3
SHOWN_BARS = 3
ALL_CASES = Link("verlos", "casos/")
TITLE = "Gaste menos agua, energía y químicos: mire cómo lo hizo otra empresa"
EMPTY = "Experiencias de América Latina y el Caribe: qué hicieron, cuánto costó y qué salió mal."
DOORS = (
    ("enterprise", "Tengo una empresa",
     "Qué hicieron otras de su rubro, cuánto costó, cuánto ahorraron y en cuánto se pagó."),
    ("ngo", "Formo o asesoro (ONG)",
     "Programas y gremios que acompañaron a empresas, fichas para imprimir y enlaces estables."),
    ("state", "Trabajo en el Estado",
     "Acuerdos, fondos y programas: qué instrumento movió a las empresas."),
)  # fmt: skip
GUIDES = {"enterprise": FOLDER}
"""Doors that lead to a guide instead of the page of their level."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A country on the tile map."""

    column: int
    row: int
    code: str
    name: str
    n: int
    shade: str
    address: str


@dataclass(frozen=True, slots=True)
class Featured:
    """The case shown beside the search box."""

    card: Card
    block: Block
    money: str


def pages(site: Site) -> Iterator[Page]:
    """The first page."""
    total = len(site.cases)
    countries = site.board("all").countries
    lede = (
        f"{format.plural(total, 'experiencia', 'experiencias')} de "
        f"{format.plural(len(countries), 'país', 'países')} de América Latina y el Caribe: "
        "qué hicieron, cuánto costó, cuánto ahorraron y qué salió mal."
    )
    lede = lede if total else EMPTY
    view = {
        "title": TITLE,
        "lede": lede,
        "total": total,
        "examples": _examples(site),
        "doors": _doors(site),
        "featured": _featured(site),
        "worries": _worries(site),
        "figs": _figs(site, len(countries)),
        "sectors": _sectors(site),
        "sectors_known": sum(1 for t in site.vocabulary("sectors") if site.facet("sectors", t.id)),
        "tiles": _tiles(site),
        "newest": cards(site, _newest(site)[:NEWEST]),
    }
    meta = {"kind": "home"} | ({"feed": WHOLE} if has_feed(site) else {})
    yield Page("", "inicio.html.j2", TITLE, lede, "inicio", (), view, meta)


def _doors(site: Site) -> list[tuple[str, Link]]:
    """Only levels that the vocabulary has."""
    return [
        (level, Link(title, GUIDES.get(level, page), words, format.number(n)))
        for level, title, words in DOORS
        if (page := site.term_address("levels", level))
        for n in [len(site.facet("levels", level))]
    ]


def _worries(site: Site) -> list[tuple[str, Link]]:
    """Resources by number of cases."""
    terms = site.term_pages["resources"]
    counted = sorted(terms, key=lambda t: -len(site.facet("resources", t.id)))
    return [
        (t.id, Link(t.name, links.term("resources", t), count=_count(site, "resources", t)))
        for t in counted
    ]


def _count(site: Site, vocabulary: str, term: Term) -> str:
    return format.number(len(site.facet(vocabulary, term.id)))


def _ranked_sectors(site: Site) -> list[Term]:
    """Top sectors with cases, most first; narrower ones count in theirs, «varios» comes last."""
    terms = [t for t in site.vocabulary("sectors") if not t.broader and site.facet("sectors", t.id)]
    return sorted(terms, key=lambda t: (not t.exact_match, -len(site.facet("sectors", t.id)), t.id))


def _sectors(site: Site) -> list[Link]:
    return [
        Link(t.name, links.term("sectors", t), count=_count(site, "sectors", t))
        for t in _ranked_sectors(site)[:MOST_SECTORS]
    ]


def _examples(site: Site) -> list[Link]:
    """What most is known of, as examples to try: «agua en bebidas»."""
    matrix = site.catalog.matrix
    if matrix is None:
        return []
    found: list[Link] = []
    seen: set[str] = set()
    top = top_sectors(site, matrix)
    inside = [cell for cell in matrix.cells.values() if cell.sector in top]
    cells = sorted(inside, key=lambda c: (-len(c.cases), c.sector, c.resource))
    for cell in cells:
        resource = site.vocabulary("resources").get(cell.resource)
        page = site.term_address("sectors", cell.sector)
        if not cell.cases or not page or resource is None or {cell.sector, cell.resource} & seen:
            continue
        what, where = resource.name.lower(), site.label("sectors", cell.sector).lower()
        if what in where:  # «residuos en residuos y reciclaje» says nothing
            continue
        seen |= {cell.sector, cell.resource}
        found.append(Link(f"{what} en {where}", f"{page}#{links.term_slug(resource)}"))
    return found[:EXAMPLES]


def _featured(site: Site) -> Featured | None:
    """The best-documented applied case with payback and bars; among equals the shortest payback."""
    best: tuple[tuple[str, int, object], Case] | None = None
    for case in site.cases.values():
        payback = site.catalog.payback.get(case.id)
        if (
            payback is None
            or payback.months is None
            or payback.projected
            or case.outcome != "implemented"
        ):
            continue
        bars = len(Figures(site, case).reductions())
        rank = (case.verification, min(bars, SHOWN_BARS), -payback.months)
        if bars and (best is None or rank > best[0]):
            best = (rank, case)
    if best is None:
        return None
    case = best[1]
    return Featured(cards(site, [case.id])[0], block(Figures(site, case)), _money(site, case))


def _money(site: Site, case: Case) -> str:
    units = site.vocabulary("units")
    words = []
    if case.economics.investment:
        words.append(f"invirtió {format.money(units, case.economics.investment).text}")
    if case.economics.annual_saving:
        words.append(f"ahorra {format.money(units, case.economics.annual_saving).text} al año")
    return " · ".join(words)


def _figs(site: Site, countries: int) -> tuple[Fig, ...]:
    """Key figures, each with its n and the way to what is behind it."""
    board = site.board("all")
    total = len(site.cases)
    if not total:
        return ()
    known = sum(
        1 for id in site.cases if (p := site.catalog.payback.get(id)) and p.months is not None
    )
    bad = sum(len(board.outcomes.get(outcome, ())) for outcome in NOT_AS_EXPECTED)
    sectors = len({case.sector[0] for case in site.cases.values() if case.sector})
    complete, causes = Link("complételos", links.CONTRIBUTE), Link("con sus causas", "lecciones/")
    others = f"los otros {format.number(total - known)} no lo dicen:"
    return (
        spread_fig(board.payback, "La inversión se recupera en", "month", hot=True),
        _fig("Casos publicados", total, f"{countries} países, {sectors} sectores", ALL_CASES),
        _fig("Con plazo de pago", known, others, complete),
        _fig("No salió como se esperaba", bad, "parciales, abandonados o sin aplicar,", causes),
    )


def _fig(label: str, n: int, basis: str, link: Link) -> Fig:
    return Fig(label, format.Figure(format.number(n)), basis=basis, link=link)


def _tiles(site: Site) -> list[Tile]:
    """Countries that have a place on the map."""
    found = []
    for term in site.vocabulary("countries"):
        place = term.extra.get("tile")
        if not isinstance(place, (list, tuple)) or len(place) != 2:
            continue
        n = len(site.facet("countries", term.id))
        column, row = (int(str(part)) for part in place)
        found.append(
            Tile(column, row, term.id, term.name, n, shade(n), links.term("countries", term))
        )
    return found


def _newest(site: Site) -> list[str]:
    """By date of the last change where known, then by the year of the experience."""

    def rank(case: Case) -> tuple[str, int, bool, str]:
        changed = str(case.updated) if case.updated else ""
        return (changed, case.period.last_year or 0, bool(case.reached), case.id)

    return [case.id for case in sorted(site.cases.values(), key=rank, reverse=True)]
