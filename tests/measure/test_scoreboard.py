from dataclasses import replace
from decimal import Decimal

from catalog.measure import Units, derive, maturity, payback, scoreboard
from catalog.model import Economics, Money, Result
from tests.entries import case, practice
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

UNITS = Units(VOCABULARIES["units"])


def saved(percent, indicator="water_use", basis="reported"):
    return Result(indicator=indicator, percent=quantity(percent), basis=basis, source="s")


def board(*cases):
    derived = {c.id: tuple(derive(r, VOCABULARIES, UNITS) for r in c.results) for c in cases}
    return scoreboard(cases, derived, {c.id: payback(c) for c in cases})


def done(id, **fields):
    return case(id, outcome="implemented", **fields)


def test_one_number_per_case_and_the_median_of_cases():
    found = board(
        done("a", results=(saved(-10), saved(-20), saved(-60))),
        done("b", results=(saved(-30),)),
        done("c", results=(saved(-40),)),
    )
    spread = found.savings["water_use"]
    assert [number for number, _ in spread.points] == [20, 30, 40]
    assert spread.median == 30
    assert spread.comparable


def test_fewer_than_three_are_not_comparable():
    assert not board(done("a", results=(saved(-10),))).savings["water_use"].comparable


def test_projections_and_bounds_stay_out_of_the_spread():
    found = board(
        done("a", results=(saved(-10, basis="projected"),)),
        done("b", results=(saved("<=-30"),)),
        case("c", outcome="planned", results=(saved(-50),)),
    )
    assert found.savings == {}
    assert found.projected == ("a", "c")


def test_worse_counts_as_worse():
    assert board(done("a", results=(saved(15),))).savings["water_use"].points == (
        (Decimal(-15), "a"),
    )


def test_payback_spread():
    economics = Economics(
        investment=Money(value=quantity(100), currency="USD"),
        annual_saving=Money(value=quantity(100), currency="USD"),
    )
    found = board(done("a", economics=economics), case("b", outcome="planned", economics=economics))
    assert found.payback.points == ((Decimal(12), "a"),)
    assert found.outcomes == {"implemented": ("a",), "planned": ("b",)}


def ladder(*cases, practices=None):
    return maturity(cases, {c.id: c for c in cases}, practices or {})


def test_ladder():
    one = [done("a")]
    two = [*one, done("b", country=("PE",))]
    three = [*two, done("c", verification="V2")]
    tied = [*two, done("d", verification="V3", enabled_by=("acuerdo",))]
    instrument = {"acuerdo": practice("acuerdo", kind="instrument")}
    assert ladder().level == ""
    assert ladder(*one).level == "potential_innovation"
    assert ladder(*two).level == "promising"
    assert ladder(*three).level == "good"
    assert ladder(*tied, practices=instrument).level == "institutionalised"


def test_every_step_but_the_last_says_what_is_missing():
    steps = ([], [done("a")], [done("a"), done("b")], [done(i, verification="V2") for i in "abc"])
    assert all(ladder(*cases).missing for cases in steps)
    assert all(ladder(*cases).reason for cases in steps)


def test_three_alike_in_one_place_are_not_yet_good():
    found = ladder(*(done(id, verification="V2") for id in "abc"))
    assert found.level == "promising"
    assert "otro país o sector" in found.missing


def test_what_only_situates_a_case_saves_nothing():
    known = replace(saved(-90), context=True)
    found = board(done("a", results=(known, saved(-10))))
    assert [number for number, _ in found.savings["water_use"].points] == [10]
    assert board(done("a", results=(known,))).savings == {}
