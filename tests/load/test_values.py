"""Texts to values: one reading or none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.load.values import read_date, read_number, read_period


@pytest.mark.parametrize(
    "text", ["0", "5", "-14", "1740000", "1.5", "0.125", "1.1250", "-0.5", "2.50"]
)
def test_numbers(text):
    assert read_number(text) == Decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.200",
        "-1.200",
        "1234.567",
        "1,2",
        "1_000",
        "1 000",
        "14%",
        "1e6",
        "+5",
        "05",
        ".5",
        "5.",
        "nan",
        "inf",
        "0x10",
        "1:30",
        "−5",
        "٣",
        "9" * 40,
    ],
)
def test_not_numbers(text):
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["2002", "2002-11", "2002-11-21", "2004-02-29"])
def test_dates(text):
    assert str(read_date(text)) == text


@pytest.mark.parametrize(
    "text", ["2002-13", "2002-02-30", "2003-02-29", "0000", "02", "2002-1", ""]
)
def test_not_dates(text):
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["2002/2004", "2002/..", "../2019", "2002-11/2003", "unknown"])
def test_periods(text):
    period = read_period(text)
    assert period is not None
    assert str(period) == (text if text != "unknown" else "../..") or not period.known


@pytest.mark.parametrize(
    "text", ["../..", "2002/", "/2002", "2002/2003/2004", "ayer", "2002-13/2004"]
)
def test_not_periods(text):
    assert read_period(text) is None
