"""The rule that orders practices, case by case."""

from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.assemble import assemble
from catalog.measure.ranking import (
    COST,
    FORMULA,
    NAMED,
    NEAR,
    OWN,
    isic_section,
    neighbours,
    points,
    rank,
    suits,
    tells,
)
from catalog.model import Economics, Entries, Money, Result
from tests.entries import case, practice
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

SECTORS = VOCABULARIES["sectors"]


def saving(percent="-20", basis="measured", indicator="water_use"):
    return Result(indicator=indicator, basis=basis, source="s", percent=quantity(percent))


def catalog(cases, practices):
    tables = [{e.id: e for e in sorted(es, key=lambda e: e.id)} for es in (cases, practices)]
    return assemble(Entries(*tables, {}, {}, {}, VOCABULARIES))


def order(cases, practices, sector="dairy", worry="water"):
    return [ranked.practice for ranked in rank(catalog(cases, practices), sector, worry)]


def technique(id, **fields):
    return practice(id, **{"resource": ("water",), "cross_sector": True, **fields})


def applied(id, *practices, **fields):
    base = {"sector": ("dairy",), "outcome": "implemented", "verification": "V1"}
    return case(id, practices=practices, **{**base, **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"verification": "V0"}, 0),
        ({"verification": "V1"}, 1),
        ({"verification": "V4"}, 4),
        ({"verification": "V2", "results": (saving(),)}, 3),
        ({"verification": "V2", "results": (saving(basis="projected"),)}, 2),
        ({"verification": "V2", "results": (saving(indicator="electricity_use"),)}, 2),
        ({"verification": "V2", "results": (saving(),), "outcome": "partial"}, "1.5"),
        ({"verification": "V4", "results": (saving(),), "outcome": "planned"}, 0),
        ({"verification": "V4", "outcome": "not_implemented"}, 0),
        ({"verification": "V4", "outcome": "discontinued"}, 0),
        ({"verification": "V4", "outcome": "unknown"}, 0),
    ],
)
def test_points_of_a_case(fields, expected):
    one = applied("a", "p", **fields)
    made = catalog([one], [technique("p")])
    assert points(made, one, "water") == Decimal(str(expected))


def test_the_own_sector_comes_first_however_strong_the_neighbours():
    cases = [
        applied("a", "weak"),
        *(applied(f"b{n}", "strong", sector=("bakery",), verification="V4") for n in range(5)),
    ]
    made = rank(catalog(cases, [technique("weak"), technique("strong")]), "dairy", "water")
    assert [(r.practice, r.circle) for r in made] == [("weak", OWN), ("strong", NEAR)]
    assert made[1].points == 20


def test_narrower_sectors_count_as_one_s_own():
    found = rank(catalog([applied("a", "p")], [technique("p")]), "food", "water")
    assert [(r.circle, r.own) for r in found] == [(OWN, ("a",))]


def test_what_belongs_to_a_neighbour_is_not_offered():
    own_to_bakeries = technique("oven", cross_sector=False, sectors=("bakery",))
    cases = [applied("a", "oven", sector=("bakery",))]
    assert order(cases, [own_to_bakeries]) == []
    assert order(cases, [own_to_bakeries], sector="bakery") == ["oven"]


def test_more_points_then_more_countries_then_cheaper():
    cases = [
        applied("a", "two", "one", "dear", "cheap"),
        applied("b", "two", country=("PE",)),
    ]
    practices = [
        technique("one", cost_class="medium"),
        technique("two"),
        technique("dear", cost_class="high"),
        technique("cheap", cost_class="low"),
    ]
    assert order(cases, practices) == ["two", "cheap", "one", "dear"]
    cases = [
        applied("a", "here", verification="V2"),
        applied("b", "there"),
        applied("c", "there", country=("PE",)),
    ]
    assert order(cases, [technique("here"), technique("there")]) == ["there", "here"]


def test_only_proposed_or_only_named_comes_last():
    cases = [applied("a", "planned", outcome="planned"), applied("b", "done", sector=("bakery",))]
    named = technique("named", cross_sector=False, sectors=("dairy",))
    made = rank(catalog(cases, [technique("planned"), technique("done"), named]), "dairy", "water")
    assert [(r.practice, r.circle) for r in made] == [
        ("done", NEAR), ("planned", NAMED), ("named", NAMED),
    ]  # fmt: skip
    assert made[1].points == 0


def test_only_what_an_enterprise_can_do_and_is_not_advised_against():
    sound = technique("p")
    assert suits(sound, "water")
    assert suits(sound, COST)
    assert not suits(sound, "energy")
    assert not suits(replace(sound, kind="instrument"), "water")
    assert not suits(replace(sound, levels=("state",)), "water")
    assert not suits(replace(sound, recommendation="not_recommended"), "water")
    assert not suits(replace(sound, recommendation="watch"), "water")


def test_money_is_the_figure_of_costs():
    def with_saving(basis):
        money = Money(value=quantity(100), currency="USD", basis=basis)
        return applied("a", "p", economics=Economics(annual_saving=money))

    for basis, expected in (("measured", True), ("projected", False)):
        one = with_saving(basis)
        assert tells(catalog([one], [technique("p")]), one, COST) is expected


def test_neighbours_share_the_broader_term_or_the_section_of_isic():
    assert "bakery" in neighbours(SECTORS, "dairy")
    assert "food" not in neighbours(SECTORS, "dairy")
    near_leather = neighbours(SECTORS, "leather")
    assert "textiles" in near_leather
    assert "mining" not in near_leather
    assert "leather" not in near_leather
    assert neighbours(SECTORS, "households") == []
    assert neighbours(SECTORS, "no-such-sector") == []


@pytest.mark.parametrize(
    ("sector", "letter"),
    [("leather", "C"), ("manufacturing", "C"), ("mining", "B"), ("hotels", "I"), ("households", ""),
     ("water-supply", "E"), ("energy", "D")],
)  # fmt: skip
def test_sections_of_isic(sector, letter):
    assert isic_section(SECTORS[sector]) == letter


def test_the_rule_is_told_in_words():
    for word in ("V4: 4", "mitad", "proyectado", "vecinos", "costo más bajo"):
        assert word in FORMULA
