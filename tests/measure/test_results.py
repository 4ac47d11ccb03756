from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from catalog.measure import Units, derive
from catalog.model import Result
from tests.quantities import quantity, short
from tests.vocabulary import VOCABULARIES

CASES = yaml.safe_load((Path(__file__).parent / "derive.yml").read_text())
QUANTITIES = ("baseline", "after", "change", "percent", "value")
UNITS = Units(VOCABULARIES["units"])


def result(**fields):
    typed = {name: quantity(v) if name in QUANTITIES else v for name, v in fields.items()}
    return Result(basis="reported", source="s", **typed)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_derive(case):
    derived = derive(result(**case["result"]), VOCABULARIES, UNITS)
    expect = case["expect"]
    assert sorted(derived.computed) == expect["computed"]
    for name in QUANTITIES[:4]:
        if name in expect:
            assert short(getattr(derived, name)) == expect[name]
    if "saving" in expect:
        assert derived.saving_percent == Decimal(str(expect["saving"]))
    assert bool(derived.formula) == bool(expect["computed"])


def test_canonical_unit():
    derived = derive(result(indicator="water_use", change=-15000, unit="L"), VOCABULARIES, UNITS)
    assert (derived.canonical_unit, derived.canonical_change) == ("m3", Decimal(-15))


def test_unit_of_another_dimension_stays_as_printed():
    derived = derive(result(indicator="water_use", change=-5, unit="kWh"), VOCABULARIES, UNITS)
    assert derived.canonical_unit == ""
    assert derived.canonical_change is None


def test_contradiction_of_the_source_is_told():
    derived = derive(
        result(indicator="water_use", baseline=5.36, after=3.34, percent=-50, unit="L"),
        VOCABULARIES,
        UNITS,
    )
    assert derived.contradiction is not None
    assert "−50" in derived.contradiction.text
    assert "−37,7" in derived.contradiction.text
