from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from catalog.arithmetic import (
    disagreements,
    half_unit,
    interval,
    payback_months,
    per_year,
    roi_percent,
    round_to,
    significant_digits,
)
from catalog.model import Quantity
from tests.quantities import quantity

CASES = yaml.safe_load((Path(__file__).parent / "disagreements.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_disagreements(case):
    given = {
        name: quantity(case["given"][name]) if name in case["given"] else None
        for name in ("baseline", "after", "change", "percent")
    }
    assert [found.printed for found in disagreements(**given)] == case["expect"]


@pytest.mark.parametrize(
    ("number", "half"), [("14", "0.5"), ("21500", "50"), ("0.70", "0.005"), ("0", "0.5")]
)
def test_half_unit(number, half):
    assert half_unit(Decimal(number)) == Decimal(half)


@pytest.mark.parametrize(("number", "digits"), [("21500", 3), ("0.70", 2), ("555", 3), ("0", 1)])
def test_significant_digits(number, digits):
    assert significant_digits(Decimal(number)) == digits


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [("3964.28", 2, "4000"), ("0.03456", 2, "0.035"), ("-911.4", 3, "-911"), ("0", 2, "0")],
)
def test_round_to(number, digits, rounded):
    assert f"{round_to(Decimal(number), digits):f}" == rounded


def test_interval_of_a_bound_is_open():
    assert interval(Quantity(high=Decimal(40))) is None


def test_san_lorenzo():
    # CPTS case study 14: 2,240 US$ invested, 20,400 US$ a year saved, printed return 900 %.
    months = payback_months(Decimal(2240), Decimal(20400))
    assert round_to(months, 2) == Decimal("1.3")
    assert round_to(roi_percent(Decimal(2240), Decimal(20400)), 3) == Decimal(911)


def test_nothing_saved_pays_nothing_back():
    assert payback_months(Decimal(100), Decimal(0)) is None
    assert roi_percent(Decimal(0), Decimal(100)) is None


def test_per_year():
    assert per_year(Decimal(10), "month") == 120
    assert per_year(Decimal(10), "") == 10
    assert per_year(Decimal(10), "t") is None
