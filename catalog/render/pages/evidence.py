"""What is known and what is missing: paybacks, savings and the matrix of gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from catalog.model import GapMatrix, Kind, Spread, Vocabulary
from catalog.render import charts, evidence_files, format, links
from catalog.render.pages.common import HOME, NOT_AS_EXPECTED, spread_fig
from catalog.render.site import Site
from catalog.render.view import Link, Page

FOLDER = "evidencia/"
SHADES = ((14, "n4"), (8, "n3"), (4, "n2"))
"""Least number of cases for a shade of the matrix and the map; below there is one more."""
MOST_MARKS = 250
"""Of all distributions together: each mark is a link and a row of a table, and phones load them."""
PAYBACK = "payback"


@dataclass(frozen=True, slots=True)
class Saving:
    """The distribution of the savings of one indicator; ``marks`` while they are not too many."""

    label: str
    anchor: str
    resource: str
    said: str
    n: int
    bins: tuple[charts.Bin, ...]
    marks: tuple[charts.Mark, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Number of cases of a sector and a resource, and where they are listed."""

    n: int
    shade: str
    address: str


MatrixRows = list[tuple[Link, list[Cell]]]


def shade(n: int) -> str:
    """Class of the shade for ``n`` cases."""
    return next((name for least, name in SHADES if n >= least), "")


def pages(site: Site) -> Iterator[Page]:
    """The page of evidence, and the matrix of each country that has cases."""
    board = site.board("all")
    paid = charts.paybacks(site)
    told = {id: spread for id, spread in board.savings.items() if spread.n}
    counts = {PAYBACK: len(paid), **{id: spread.n for id, spread in told.items()}}
    single = charts.few_enough(counts, MOST_MARKS)
    savings = [_saving(site, id, spread, single) for id, spread in told.items()]
    savings.sort(key=lambda saving: (-saving.n, saving.label))
    bins = charts.binned(paid, charts.PAYBACK_BINS, board.payback, _median(board.payback))
    view = {
        "total": len(site.cases),
        "paid": len(paid),
        "paid_table": paid if PAYBACK in single else [],
        "bins": bins if PAYBACK in single else charts.bars(bins),
        "by_payback": f"{links.EXPLORE}?orden=pago",
        "payback": spread_fig(board.payback, "Se pagó en", "month"),
        "payback_n": board.payback.n,
        "payback_file": evidence_files.PAYBACK,
        "bad": sum(len(board.outcomes.get(outcome, ())) for outcome in NOT_AS_EXPECTED),
        "barred": not set(told) <= single,
        "savings": [s for s in savings if board.savings[s.anchor].comparable],
        "few": [s for s in savings if not board.savings[s.anchor].comparable],
        "practices": charts.rows(site, "practice", _practices(site)),
        "sectors": charts.rows(site, "sector", _sectors(site)),
        "unknown": _unknown(site),
        **_matrix_view(site),
    }
    yield Page(
        address=FOLDER,
        template="evidencia.html.j2",
        title="Qué se sabe y qué falta",
        description=f"Plazos de pago, mejoras y huecos, sobre {format.cases(len(site.cases))}.",
        section="evidencia",
        crumbs=(HOME, Link("Evidencia")),
        view=view,
    )
    for term in site.term_pages.get("countries", ()):
        if site.facet("countries", term.id):
            yield _country(site, term.id)


def _median(spread: Spread) -> str:
    return f"mediana: {format.payback(spread.median).text}" if spread.median is not None else ""


def _saving(site: Site, indicator: str, spread: Spread, single: Collection[str]) -> Saving:
    label = site.label("indicators", indicator)
    marks = tuple(charts.savings(site, spread))
    median = f"mediana: {format.percent(spread.median).text}" if spread.median is not None else ""
    bins = charts.binned(marks, charts.SAVING_BINS, spread, median)
    return Saving(
        label=label,
        anchor=indicator,
        resource=site.extra("indicators", indicator, "resource"),
        said=_said(spread),
        n=len(marks),
        bins=tuple(bins if indicator in single else charts.bars(bins)),
        marks=marks if indicator in single else (),
        file=evidence_files.saving_file(indicator),
    )


def _said(spread: Spread) -> str:
    """«39 casos; mediana: 38 %; de 6,9 % a 98 %»."""
    if spread.median is None or spread.low is None or spread.high is None:
        return ""
    low, middle, high = (format.percent(n).text for n in (spread.low, spread.median, spread.high))
    return f"{format.cases(spread.n)}; mediana: {middle}; de {low} a {high}"


def _practices(site: Site) -> Mapping[str, tuple[str, str]]:
    return {
        id: (practice.title, links.entry(Kind.PRACTICE, id))
        for id, practice in site.catalog.practices.items()
    }


def _sectors(site: Site) -> Mapping[str, tuple[str, str]]:
    return {t.id: (t.name, site.term_address("sectors", t.id)) for t in site.vocabulary("sectors")}


def _country(site: Site, country: str) -> Page:
    name = site.label("countries", country)
    cases = set(site.facet("countries", country))
    return Page(
        address=country_address(site, country),
        template="evidencia-pais.html.j2",
        title=f"Qué se sabe y qué falta: {name}",
        description=f"Sectores y recursos con casos y sin ellos en {name}.",
        section="evidencia",
        crumbs=(HOME, Link("Evidencia", FOLDER)),
        view={
            "name": name,
            "total": len(cases),
            "page": site.term_address("countries", country),
            **_matrix_view(site, cases),
        },
    )


def country_address(site: Site, country: str) -> str:
    """Address of the matrix of one country."""
    return f"{FOLDER}{site.term_address('countries', country)}"


def _matrix_view(site: Site, cases: Collection[str] | None = None) -> dict[str, object]:
    matrix = site.catalog.matrix
    countries = [
        Link(t.name, country_address(site, t.id), count=str(len(site.facet("countries", t.id))))
        for t in site.term_pages.get("countries", ())
        if site.facet("countries", t.id)
    ]
    return {
        "matrix": _matrix(site, matrix, cases) if matrix else [],
        "resources": site.resources(matrix.resources if matrix else ()),
        "countries": countries,
        "matrix_file": evidence_files.MATRIX,
    }


def _matrix(site: Site, matrix: GapMatrix, cases: Collection[str] | None) -> MatrixRows:
    """Rows of the matrix: the sector and a cell for each resource, of all cases or of some."""
    rows = sorted(top_sectors(site, matrix), key=lambda id: -len(site.facet("sectors", id)))
    return [
        (
            site.term_link("sectors", sector),
            [_cell(site, matrix, sector, r, cases) for r in matrix.resources],
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


def _cell(
    site: Site, matrix: GapMatrix, sector: str, resource: str, cases: Collection[str] | None
) -> Cell:
    found = matrix.cells.get((sector, resource))
    ids = found.cases if found else ()
    n = len(ids) if cases is None else sum(id in cases for id in ids)
    term = site.vocabulary("resources").get(resource)
    anchor = links.term_slug(term) if term else resource
    page = site.term_address("sectors", sector)
    return Cell(n, shade(n), f"{page}#{anchor}" if page else "casos/")
