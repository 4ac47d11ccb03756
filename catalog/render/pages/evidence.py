"""What is known and what is missing: paybacks, savings and the matrix of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from catalog.model import GapMatrix, Kind, Spread, Vocabulary
from catalog.render import format, links
from catalog.render.figures import Figures
from catalog.render.pages.common import HOME, NOT_AS_EXPECTED, dots, spread_fig
from catalog.render.site import Site
from catalog.render.view import Dots, Fig, Link, Page

BINS: tuple[tuple[str, int], ...] = (
    ("menos de 6 m", 6), ("6 a 12 meses", 12), ("1 a 2 años", 24), ("2 a 3 años", 36),
    ("3 a 5 años", 60), ("más de 5 años", 10**9),
)  # fmt: skip
"""Name of a bin of the payback distribution and the month before which it ends."""
SHADES = ((14, "n4"), (8, "n3"), (4, "n2"))
"""Least number of cases for a shade of the matrix and the map; below there is one more."""
COMPARABLE = 3


@dataclass(frozen=True, slots=True)
class Paid:
    """A case with a known payback."""

    address: str
    title: str
    country: str
    code: str
    months: str
    text: str
    projected: bool
    basis: str
    number: Decimal


@dataclass(frozen=True, slots=True)
class Saving:
    """The distribution of the savings of one indicator, and its cases for the table."""

    label: str
    anchor: str
    fig: Fig
    dots: Dots
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Number of cases of a sector and a resource, and where they are listed."""

    n: int
    shade: str
    address: str


def shade(n: int) -> str:
    """Class of the shade for ``n`` cases."""
    return next((name for least, name in SHADES if n >= least), "")


def pages(site: Site) -> Iterator[Page]:
    """The one page of evidence."""
    board = site.board("all")
    paid = _paid(site)
    savings = _savings(site, board.savings)
    view = {
        "total": len(site.cases),
        "paid": paid,
        "bins": _bins(paid, board.payback),
        "payback": spread_fig(board.payback, "Se pagó en", "month"),
        "payback_n": board.payback.n,
        "bad": sum(len(board.outcomes.get(outcome, ())) for outcome in NOT_AS_EXPECTED),
        "savings": [s for s in savings if len(s.rows) >= COMPARABLE],
        "few": [s for s in savings if len(s.rows) < COMPARABLE],
        "unknown": _unknown(site),
        "matrix": _matrix(site, site.catalog.matrix),
        "resources": site.resources(site.catalog.matrix.resources if site.catalog.matrix else ()),
    }
    yield Page(
        address="evidencia/",
        template="evidencia.html.j2",
        title="Qué se sabe y qué falta",
        description=f"Plazos de pago, mejoras y huecos, sobre {format.cases(len(site.cases))}.",
        section="evidencia",
        crumbs=(HOME, Link("Evidencia")),
        view=view,
    )


def _paid(site: Site) -> list[Paid]:
    """Cases with a payback, shortest first."""
    found = []
    for id, case in site.cases.items():
        payback = site.catalog.payback.get(id)
        fig = Figures(site, case).payback_fig()
        if payback is None or payback.months is None or fig is None or fig.figure is None:
            continue
        months = format.number(Decimal(f"{round(payback.months, 1).normalize():f}"))
        words = ["calculado" if payback.computed else "declarado"]
        words += ["proyectado"] if payback.projected else []
        found.append(
            Paid(
                address=links.entry(Kind.CASE, id),
                title=case.title,
                country=", ".join(site.labels("countries", case.country[:3])),
                code=case.country[0]
                if len(case.country) == 1 and len(case.country[0]) == 2
                else "…",
                months=f"{payback.bound} {months}".strip(),
                text=fig.figure.text,
                projected=payback.projected,
                basis=", ".join(words),
                number=payback.months,
            )
        )
    return sorted(found, key=lambda paid: (paid.number, paid.address))


def _bins(paid: list[Paid], spread: Spread) -> list[tuple[str, str, list[Paid]]]:
    """Each bin with its name, the median when it falls there, and its cases."""
    found = []
    low = Decimal(0)
    for name, end in BINS:
        inside = [p for p in paid if low <= p.number < end]
        median = spread.median if spread.comparable else None
        here = median is not None and low <= median < end
        found.append(
            (name, f"mediana: {format.payback(median).text}" if here and median else "", inside)
        )
        low = Decimal(end)
    return found


def _savings(site: Site, savings: Mapping[str, Spread]) -> list[Saving]:
    """One distribution for each indicator, best known first."""
    found = []
    for id, spread in savings.items():
        if not spread.n:
            continue
        rows = tuple(
            Link(
                site.cases[case].title,
                links.entry(Kind.CASE, case),
                count=format.percent(value).text,
            )
            for value, case in spread.points
            if case in site.cases
        )
        resource = site.extra("indicators", id, "resource")
        label = site.label("indicators", id)
        found.append(
            Saving(
                label, links.slug(id), spread_fig(spread, label, "%"), dots(spread, resource), rows
            )
        )
    return sorted(found, key=lambda saving: (-len(saving.rows), saving.label))


def _matrix(site: Site, matrix: GapMatrix | None) -> list[tuple[Link, list[Cell]]]:
    """Rows of the matrix: the sector and a cell for each resource."""
    if matrix is None:
        return []
    rows = sorted(top_sectors(site, matrix), key=lambda id: -len(site.facet("sectors", id)))
    return [
        (
            site.term_link("sectors", sector),
            [_cell(site, matrix, sector, r) for r in matrix.resources],
        )
        for sector in rows
    ]


def top_sectors(site: Site, matrix: GapMatrix) -> list[str]:
    """Sectors that are no part of another and have cases; narrower ones are counted in them."""
    terms = site.vocabulary("sectors")
    return [id for id in matrix.sectors if site.facet("sectors", id) and not _is_part(terms, id)]


def _is_part(terms: Vocabulary, id: str) -> bool:
    term = terms.get(id)
    return term is not None and bool(term.broader)


def _unknown(site: Site) -> list[Link]:
    """Sectors of which nobody has documented anything."""
    empty = [t for t in site.vocabulary("sectors") if not site.facet("sectors", t.id)]
    ordered = sorted(empty, key=lambda t: links.slug(t.name))
    return [site.term_link("sectors", t.id) for t in ordered]


def _cell(site: Site, matrix: GapMatrix, sector: str, resource: str) -> Cell:
    found = matrix.cells.get((sector, resource))
    n = len(found.cases) if found else 0
    term = site.vocabulary("resources").get(resource)
    anchor = links.term_slug(term) if term else resource
    page = site.term_address("sectors", sector)
    return Cell(n, shade(n), f"{page}#{anchor}" if page else "casos/")
