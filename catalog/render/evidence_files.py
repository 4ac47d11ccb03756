"""The numbers behind every chart of the evidence page, as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.csvtext import Cell, table
from catalog.render import charts, links
from catalog.render.site import Site

FOLDER = "datos/evidencia/"
PAYBACK = f"{FOLDER}recuperacion.csv"
MATRIX = f"{FOLDER}matriz.csv"


def saving_file(indicator: str) -> str:
    """Address of the file with the savings of an indicator."""
    return f"{FOLDER}mejora-{links.slug(indicator)}.csv"


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path from the root of the site and text of every file."""
    yield (
        PAYBACK,
        table(
            ("caso", "direccion", "pais", "meses", "proyectado", "base"),
            (
                (m.title, site.public(m.address), m.country, m.number, _yes(m.projected), m.basis)
                for m in charts.paybacks(site)
            ),
        ),
    )
    for indicator, spread in site.board("all").savings.items():
        yield (
            saving_file(indicator),
            table(
                ("caso", "direccion", "pais", "mejora_en_por_ciento"),
                (
                    (m.title, site.public(m.address), m.country, m.number)
                    for m in charts.savings(site, spread)
                ),
            ),
        )
    yield MATRIX, table(("sector", "recurso", "pais", "casos"), _matrix(site))


def _yes(value: bool) -> str:
    return "sí" if value else "no"


def _matrix(site: Site) -> Iterator[tuple[Cell, ...]]:
    """A row for every sector and resource of the region, then one for each country with cases."""
    matrix = site.catalog.matrix
    for (sector, resource), cell in (matrix.cells if matrix else {}).items():
        names = site.label("sectors", sector), site.label("resources", resource)
        cases = [site.cases[id] for id in cell.cases]
        yield (*names, "todos", len(cases))
        countries = sorted({country for case in cases for country in case.country})
        for country in countries:
            n = sum(country in case.country for case in cases)
            yield (*names, site.label("countries", country), n)
