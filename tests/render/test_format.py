from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from catalog.model import PartialDate, Period
from catalog.render import dates, format
from tests.quantities import quantity
from tests.vocabulary import VOCABULARIES

TABLE = yaml.safe_load((Path(__file__).parent / "figures.yml").read_text(encoding="utf-8"))
UNITS = VOCABULARIES["units"]
MARKS = str.maketrans({"_": "\u202f", "~": "\u00a0", "|": "\u2060"})


def expected(text):
    return str(text).translate(MARKS)


def rows(name):
    return [pytest.param(*row, id=str(row)) for row in TABLE[name]]


@pytest.mark.parametrize(("value", "text"), rows("number"))
def test_a_number_keeps_its_digits_and_gets_spanish_marks(value, text):
    assert format.number(Decimal(str(value))) == expected(text)


@pytest.mark.parametrize(("value", "unit", "text"), rows("quantity"))
def test_a_quantity_says_its_bound(value, unit, text):
    assert format.quantity(quantity(value), unit).text == expected(text)


@pytest.mark.parametrize(("value", "unit", "text"), rows("millions"))
def test_millions_are_told_in_words_when_nothing_is_lost(value, unit, text):
    assert format.quantity(quantity(value), unit, words=True).text == expected(text)


@pytest.mark.parametrize(("value", "unit", "per", "per_of", "text"), rows("measured"))
def test_a_measure_stands_with_its_unit(value, unit, per, per_of, text):
    found = format.measured(UNITS, quantity(value), unit, per, per_of)
    assert found.text == expected(text)


def test_what_the_build_works_out_is_marked():
    assert format.quantity(quantity(4000), "m³", computed=True).text == "≈ 4000\u00a0m³"


@pytest.mark.parametrize(("months", "bound", "text"), rows("payback"))
def test_a_payback_is_told_in_months_then_in_years(months, bound, text):
    assert format.payback(Decimal(months), bound).text == expected(text)


@pytest.mark.parametrize(("value", "text"), rows("percent"))
def test_a_worked_out_percentage_has_no_more_digits_than_it_deserves(value, text):
    assert format.percent(Decimal(value)).text == expected(text)


@pytest.mark.parametrize(("iso", "text"), rows("period"))
def test_a_period_is_told_in_spanish(iso, text):
    assert dates.period(period(iso)) == text


@pytest.mark.parametrize(("words", "text"), rows("listed"))
def test_a_list_ends_with_y_or_e(words, text):
    assert format.listed(words) == text


def period(iso):
    if iso == "unknown":
        return Period()
    start, slash, end = iso.partition("/")
    if not slash:
        return Period(partial(start), partial(start))
    return Period(partial(start), partial(end), start == "..", end == "..")


def partial(iso):
    return None if iso == ".." else PartialDate(*(int(part) for part in iso.split("-")))
