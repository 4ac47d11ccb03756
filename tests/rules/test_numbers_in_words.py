"""Numbers that a rule worked out, in its message."""

from decimal import Decimal

import pytest

from catalog.rules.figures import short, spoken


@pytest.mark.parametrize(
    ("number", "as_written", "as_read"),
    [
        ("155.0", "155", "155"),
        ("-20.00", "-20", "-20"),
        ("24.50", "24.5", "24,5"),
        ("0.050", "0.05", "0,05"),
        ("100", "100", "100"),
        ("12345.6", "12346", "12346"),
    ],
)
def test_no_digit_too_many(number, as_written, as_read):
    assert short(Decimal(number)) == as_written
    assert spoken(Decimal(number)) == as_read
