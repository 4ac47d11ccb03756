"""The data of the explorer, against the catalog it was made of."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.render.explore.compare import canonical, printed
from catalog.render.explore.facets import facets
from catalog.render.explore.items import best, items
from catalog.render.explore.script import data, files, script
from catalog.render.figures import Figures
from catalog.render.site import Site
from catalog.settings import Settings
from tests.render import sample

SETTINGS = Settings(site_url="https://catalogo.example/")


@pytest.fixture(scope="module")
def site():
    return Site(sample.catalog(), SETTINGS)


def test_every_living_entry_has_a_row_and_a_value_in_every_facet(site):
    found = data(site).core
    column = found["fields"].index("values")
    living = len(site.cases) + sum(p.tombstone is None for p in site.catalog.practices.values())
    assert len(found["rows"]) == living
    assert all(all(values) for row in found["rows"] for values in [row[column]])
    assert all(len(row) == len(found["fields"]) for row in found["rows"])


def test_every_row_has_its_texts_in_its_block(site):
    whole = data(site)
    found, texts = whole.core, whole.texts
    kind, id, block = (found["fields"].index(name) for name in ("kind", "id", "block"))
    title, summary = (found["texts"].index(name) for name in ("title", "summary"))
    read = dict.fromkeys(range(len(texts)), 0)
    for row in found["rows"]:
        entry = (site.cases if row[kind] == "caso" else site.catalog.practices)[row[id]]
        told = texts[row[block]][read[row[block]]]
        assert len(told) == len(found["texts"])
        assert (told[title], told[summary]) == (entry.title, entry.summary)
        read[row[block]] += 1
    assert [len(rows) for rows in texts] == list(read.values())


def test_every_case_has_its_figures_in_its_block(site):
    whole = data(site)
    kind, id, block = (whole.core["fields"].index(name) for name in ("kind", "id", "block"))
    waiting = [iter(rows) if rows else None for rows in whole.figures]
    for row in whole.core["rows"]:
        found = next(waiting[row[block]]) if waiting[row[block]] else None
        if row[kind] == "caso":
            assert dict(found["facts"])["Lugar"] == site.place(site.cases[row[id]])
        else:
            assert found is None


def test_a_text_that_changes_changes_its_block_and_no_other(site):
    key = "medir"
    changed = replace(site.catalog.practices[key], summary="Otro resumen")
    practices = {**site.catalog.practices, key: changed}
    other = Site(replace(site.catalog, practices=practices), SETTINGS)
    assert data(site).members == data(other).members
    before, after = dict(files(site)), dict(files(other))
    assert before.keys() == after.keys()
    differing = {path for path, text in before.items() if after[path] != text}
    (block,) = (row[-1] for row in data(site).core["rows"] if row[:2] == ["practica", key])
    assert differing == {f"datos/explorar/fichas-{block}.js"}


def test_a_block_is_named_by_its_entries(site):
    some = dict(list(site.catalog.practices.items())[1:])
    other = data(Site(replace(site.catalog, practices=some), SETTINGS))
    assert data(site).members != other.members


def test_no_two_values_of_a_facet_share_an_address(site):
    for facet in facets(site):
        slugs = [value.slug for value in facet.values]
        assert len(slugs) == len(set(slugs)), facet.id


def test_a_value_comes_after_what_it_belongs_to(site):
    for facet in facets(site):
        ids = [value.id for value in facet.values]
        assert all(ids.index(v.parent) < ids.index(v.id) for v in facet.values if v.parent)


def test_members_are_those_of_the_catalog(site):
    pairs = {"recurso": "resource", "nivel": "level", "tamano": "size", "resultado": "outcome"}
    for facet in facets(site):
        if facet.id not in pairs:
            continue
        for value, ids in site.catalog.facets[pairs[facet.id]].items():
            living = {id for id in ids if id in site.cases}
            assert living == {
                key.removeprefix("caso:")
                for key, values in facet.members.items()
                if key.startswith("caso:") and value in values
            }


def test_what_was_reached_comes_before_what_was_foreseen(site):
    for item in items(site):
        if item.kind == "caso" and item.saving is not None:
            case = site.cases[item.id]
            assert best(site.catalog.derived[item.id], case) == (item.saving, item.planned)


def test_the_script_holds_nothing_that_ends_a_script():
    text = script("x", {"a": "</script><!-- \u2028"})
    assert "<" not in text.removeprefix("window.x=")
    assert "\u2028" not in text
    assert json.loads(text.removeprefix("window.x=").rstrip(";\n")) == {"a": "</script><!-- \u2028"}


def test_hostile_text_stays_text():
    for _, found in files(Site(sample.catalog(sample.HOSTILE), SETTINGS)):
        assert "<script" not in found
        assert "<img" not in found


def test_what_is_printed_comes_first_and_ours_is_marked(site):
    for case in site.cases.values():
        own = Figures(site, case)
        for item in own.derived:
            text = printed(own, item)
            assert text
            if item.result.change is not None:
                assert own.measured(item.result, item.change).text in text
            converted = canonical(own, item)
            assert not converted or converted.startswith("≈")


def test_same_catalog_same_bytes(site):
    again = Site(sample.catalog(), SETTINGS)
    assert list(files(site)) == list(files(again))


def test_numbers_are_numbers(site):
    found = data(site).core
    column = found["fields"].index("payback")
    assert all(isinstance(r[column], int | float | None) for r in found["rows"])
    assert not any(isinstance(cell, Decimal) for row in found["rows"] for cell in row)
