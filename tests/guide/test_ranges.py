"""Ranges of what others reached: nearest comparable circle, projections out, n always told."""

import pytest

from catalog.measure.ranking import rank
from catalog.render.guide.advice import advise, places
from catalog.render.guide.helpers import helpers
from catalog.render.guide.ranges import circles, payback, saving_link, savings, scalable
from catalog.render.site import Site
from catalog.settings import Settings
from tests.guide.test_ranking import applied, catalog, saving, technique


def made(cases):
    site = Site(catalog(cases, [technique("p", steps=("Mida",))]), Settings())
    ranked = rank(site.catalog, "dairy", "water")[0]
    return site, ranked, circles(site, ranked, "dairy")


def measured(id, percent, basis="measured", **fields):
    return applied(id, "p", results=(saving(percent, basis),), **fields)


def test_three_of_the_sector_are_a_range_of_the_sector():
    site, _, around = made([measured("a", "-10"), measured("b", "-30"), measured("c", "-50")])
    (found,) = savings(site, around, "water")
    assert found.spread.n == 3
    assert found.where == "en lácteos"
    link = saving_link(site, found)
    assert link.text.startswith("10\u2060–\u206050\u202f%")
    assert "mediana 30" in link.note
    assert "medido (3)" in link.note


def test_fewer_look_further_away():
    far = [measured(f"n{n}", "-40", sector=("mining",)) for n in range(2)]
    near = [measured("b", "-20", sector=("bakery",)), measured("c", "-20", sector=("beer",))]
    site, _, around = made([measured("a", "-10"), *near, *far])
    (found,) = savings(site, around, "water")
    assert found.where == "en todos los sectores"
    assert found.spread.n == 5


def test_one_or_two_are_told_as_without_comparables_and_never_scaled():
    site, _, around = made([measured("a", "-10"), measured("b", "-20")])
    found = savings(site, around, "water")
    assert "sin comparables: hacen falta 3" in saving_link(site, found[0]).note
    assert scalable(site, found) == []


@pytest.mark.parametrize("out", [{"basis": "projected"}, {"outcome": "planned"}])
def test_what_was_only_foreseen_stays_out(out):
    site, _, around = made(
        [measured("a", "-10"), measured("b", "-20"), measured("c", "-90", **out)]
    )
    (found,) = savings(site, around, "water")
    assert found.spread.n == 2


def test_another_worry_has_no_range_here():
    site, _, around = made([measured("a", "-10")])
    assert savings(site, around, "energy") == []
    assert payback(around) is None


def test_what_can_be_scaled_carries_its_n_its_place_and_its_basis():
    site, _, around = made([measured("a", "-10"), measured("b", "-30"), measured("c", "-50")])
    (found,) = scalable(site, savings(site, around, "water"))
    assert (found["low"], found["high"], found["n"]) == (10.0, 50.0, 3)
    assert found["bases"] == "medido (3)"
    assert found["unit"] == "m³"


def test_a_practice_without_figures_says_so():
    site, ranked, _ = made([applied("a", "p")])
    place = next(p for p in places(site)["dairy"] if p.worry == "water")
    advice = advise(site, place, ranked, 0)
    facts = {fact.name: fact for fact in advice.facts}
    assert not facts["Otros lograron"].known
    assert not facts["Se paga en"].known
    assert facts["Primer paso"].values[0].text == "Mida"
    assert "1\u00a0caso en lácteos" in facts["Evidencia"].values[0].text


def test_nobody_helps_where_nobody_is_named():
    site, ranked, _ = made([applied("a", "p")])
    assert helpers(site, ranked.own) == []
