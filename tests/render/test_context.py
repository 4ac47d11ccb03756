"""Figures that only tell how large a case is stand apart and count for nothing."""

from dataclasses import replace

import pytest

from catalog.assemble import assemble
from catalog.export.tables import tables
from catalog.model import Entries, Result
from catalog.render.block import CONTEXT, block
from catalog.render.explore.compare import indicators
from catalog.render.figures import Figures
from catalog.render.site import Site
from catalog.settings import Settings
from tests.entries import case
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

WATER = Result(indicator="water_use", percent=quantity("-10"), basis="reported", source="s")
FIELD = Result(
    indicator="area_managed",
    of="campo",
    value=quantity("258"),
    unit="ha",
    basis="reported",
    source="s",
    context=True,
)


def of(*results):
    one = case("a", outcome="implemented", results=results)
    catalog = assemble(Entries({"a": one}, {}, {}, {}, {}, VOCABULARIES))
    return catalog, Site(catalog, Settings())


def shown(site):
    found = block(Figures(site, site.cases["a"]))
    figures = [fig.figure.text for fig in found.figs if fig.figure]
    return figures, {table.heading: [row.value for row in table.rows] for table in found.tables}


def test_it_stands_apart_below_everything():
    figures, rows = shown(of(FIELD, WATER)[1])
    assert not any("258" in figure for figure in figures)
    assert list(rows)[-1] == CONTEXT
    assert rows[CONTEXT] == ["258\u00a0ha"]


def test_the_same_figure_as_a_result_is_on_top():
    figures, rows = shown(of(replace(FIELD, context=None), WATER)[1])
    assert any("258" in figure for figure in figures)
    assert CONTEXT not in rows


@pytest.mark.parametrize(("results", "known"), [((FIELD,), "no"), ((FIELD, WATER), "yes")])
def test_a_case_has_figures_only_with_results_of_its_own(results, known):
    catalog, _ = of(*results)
    assert catalog.facets["figures"] == {known: ("a",)}


def test_it_is_compared_with_nothing():
    assert [id for id, *_ in indicators(of(FIELD, WATER)[1])] == ["water_use"]


def test_the_data_mark_it():
    catalog, _ = of(FIELD, WATER)
    table = tables(catalog, Settings())["results"]
    assert [dict(zip(table.header, row, strict=True))["context"] for row in table.rows] == [
        "yes",
        "",
    ]
