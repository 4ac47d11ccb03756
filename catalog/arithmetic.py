"""Floor 1: arithmetic on printed figures. Rules and measures share it, so that both agree.

A printed number stands for an interval: «14 %» is anything from 13.5 to 14.5, «21 500 kg» anything
from 21 450 to 21 550. Two statements contradict each other only when their intervals do not meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from catalog.model import Money, Quantity

HUNDRED = Decimal(100)
MONTHS_A_YEAR = Decimal(12)
PERIODS_A_YEAR = {
    "year": Decimal(1),
    "month": Decimal(12),
    "week": Decimal(52),
    "day": Decimal(365),
}
ABOUT_SHARE = Decimal("0.1")
"""How far «cerca de» may be from the number: a tenth of it. Our reading; no standard fixes it."""

CLOSE = Decimal("0.05")
"""Printed and computed figures this near (a twentieth) are taken for rounding of the source."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """True when some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def contains(self, number: Decimal) -> bool:
        """True when ``number`` lies within."""
        return self.low <= number <= self.high


def half_unit(number: Decimal) -> Decimal:
    """Half a unit of the last digit that carries information.

    Trailing zeros of a whole number do not, but two digits always do: 21500 is read to the
    hundred, 900 to the ten, 14 to the unit.
    """
    _, digits, exponent = number.as_tuple()
    place = int(exponent)
    if place >= 0:
        text = "".join(map(str, digits)) + "0" * place
        place = min(len(text) - len(text.rstrip("0")), max(0, len(text) - 2)) if number else 0
    return Decimal(5).scaleb(place - 1)


def interval(quantity: Quantity) -> Interval | None:
    """What a printed quantity may stand for, or ``None`` for a one-sided bound."""
    if quantity.is_bound:
        return None
    if quantity.value is not None:
        wide = abs(quantity.value) * ABOUT_SHARE if quantity.about else Decimal(0)
        slack = max(half_unit(quantity.value), wide)
        return Interval(quantity.value - slack, quantity.value + slack)
    assert quantity.low is not None
    assert quantity.high is not None
    low, high = sorted((quantity.low, quantity.high))
    return Interval(low - half_unit(low), high + half_unit(high))


def significant_digits(number: Decimal) -> int:
    """Digits that carry information: 21500 has 3, 0.70 has 2, 555 has 3."""
    digits = (number.normalize() if number == number.to_integral() else number).as_tuple().digits
    return max(1, len(digits))


def round_to(number: Decimal, digits: int) -> Decimal:
    """``number`` with so many significant digits, as a plain decimal (never 4E+3)."""
    if not number:
        return Decimal(0)
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), ROUND_HALF_EVEN)
    return Decimal(f"{rounded:f}")


def corners(left: Interval, right: Interval, operation: str) -> Interval | None:
    """Interval of ``left - right``, ``left / right`` or ``left * right``; ``None`` if undefined."""
    if operation == "/" and right.contains(Decimal(0)):
        return None
    pairs = [(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    compute = {"-": Decimal.__sub__, "/": Decimal.__truediv__, "*": Decimal.__mul__}[operation]
    numbers = [compute(a, b) for a, b in pairs]
    return Interval(min(numbers), max(numbers))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A printed quantity that does not follow from two others, with the number that would."""

    printed: str
    expected: Decimal
    said: Quantity


def disagreements(
    baseline: Quantity | None,
    after: Quantity | None,
    change: Quantity | None,
    percent: Quantity | None,
) -> list[Disagreement]:
    """Printed quantities that contradict the others beyond their rounding.

    change = after - baseline; percent = 100 x change / baseline. One-sided bounds are not judged.
    """
    found: list[Disagreement] = []
    b, a, c, p = (interval(q) if q else None for q in (baseline, after, change, percent))
    difference = corners(a, b, "-") if a and b else None
    if difference and c and change and not difference.meets(c):
        found.append(Disagreement("change", middle(difference), change))
    moved = c or difference
    share = corners(moved, b, "/") if moved and b else None
    if share and p and percent:
        expected = Interval(share.low * HUNDRED, share.high * HUNDRED)
        if not expected.meets(p):
            found.append(Disagreement("percent", middle(expected), percent))
    return found


def middle(interval: Interval) -> Decimal:
    """The number halfway."""
    return (interval.low + interval.high) / 2


def per_year(amount: Decimal, per: str) -> Decimal | None:
    """An amount per month, week or day as an amount a year; ``None`` for other periods."""
    factor = PERIODS_A_YEAR.get(per or "year")
    return amount * factor if factor else None


def scaled(quantity: Quantity, factor: Decimal) -> Quantity:
    """A quantity times a factor, its form kept."""
    value, low, high = (
        number * factor if number is not None else None
        for number in (quantity.value, quantity.low, quantity.high)
    )
    return Quantity(value=value, low=low, high=high, about=quantity.about)


def comparable(investment: Money, saving: Money) -> tuple[Quantity, Quantity] | None:
    """Investment and saving a year of the same thing in the same currency, or ``None``."""
    same_thing = (investment.per_of or investment.per) == saving.per_of
    factor = per_year(Decimal(1), "year" if saving.per_of else saving.per)
    if investment.currency != saving.currency or not same_thing or factor is None:
        return None
    return (investment.value, scaled(saving.value, factor)) if saving.value.central > 0 else None


def payback_months(investment: Decimal, annual_saving: Decimal) -> Decimal | None:
    """Simple payback in months: investment / annual saving x 12. ``None`` without a saving.

    Source: simple payback period as used by US DOE Industrial Assessment Centers.
    """
    return investment / annual_saving * MONTHS_A_YEAR if annual_saving > 0 else None


def roi_percent(investment: Decimal, annual_saving: Decimal) -> Decimal | None:
    """Simple return in percent a year: annual saving / investment x 100."""
    return annual_saving / investment * HUNDRED if investment > 0 else None
